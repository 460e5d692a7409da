/** Document numbers in one piece, blanks that do not break, and lines that are full, not too long and evenly stretched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/document/tree.js';
import { REGULAR } from '../../../src/render/pdf/fonts.js';
import { moved } from '../../../src/render/pdf/ink.js';
import type { PageItem } from '../../../src/render/pdf/printed-page.js';
import { setText } from '../../../src/render/pdf/set-text.js';
import { lineText, readPdfPages } from '../../support/readers/pdf-text.js';
import { wordsOf } from '../../support/readers/words.js';
import { newSetting, pageOf } from './by-hand.js';
import { linesOf, openPdf, paragraph, text, withBody, words } from './open-pdf.js';

const NUMBERS = ['1216/QĐ-UBND', '61/2018/NĐ-CP', '16/01/2021', '15/BC-TTHC', '8.605', '89,69%', '(7.718/8.605'];

describe('a document number', () => {
  it('is never broken and never stretched, in whatever place of a justified line it stands', async () => {
    const pad = Array.from({ length: 30 }, (_, index) => 'ơ'.repeat(1 + (index % 9)));
    const body = NUMBERS.flatMap((number) => pad.map((word) => paragraph(`${word} Quyết định số ${number} của Ủy ban nhân dân tỉnh và các văn bản số ${number}, số ${number} khác nữa.`)));
    const { pages, findings } = await openPdf(withBody(...body));
    expect(findings).toEqual([]);
    const items = pages.flatMap((page) => page.lines.flatMap((line) => line.items.map((item) => item.text.trim())));
    for (const number of NUMBERS) expect(items.filter((item) => item.replace(/[,;.]$/, '') === number.replace(/[,;.]$/, '')).length, number).toBe(90);
  });

  it('keeps its mark when bold ends between them', async () => {
    const inlines: Inline[] = Array.from({ length: 60 }, (_, index): Inline[] => [{ type: 'strong', children: text(`${index},5%`) }, ...text('; và ')]).flat();
    const lines = (await openPdf(withBody({ type: 'paragraph', role: 'body', inlines }))).pages.flatMap(linesOf);
    expect(lines.join(' ')).not.toMatch(/% ;/);
  });
});

describe('blanks', () => {
  it('that do not break hold their words together', async () => {
    const group = ['một', 'hai', 'ba'].join('\u00A0');
    const { pages } = await openPdf(withBody(...Array.from({ length: 40 }, (_, index) => paragraph(`${'x'.repeat(1 + index)} ${`${group} `.repeat(12)}`))));
    for (const line of pages.flatMap(linesOf).filter((one) => /một|hai|ba$/.test(one))) {
      expect(line.match(/một/g)?.length, line).toBe(line.match(/ba/g)?.length);
    }
  });

  it('for a number and a date to come keep their room', async () => {
    const { pages } = await openPdf({ ...withBody(paragraph('x')), number: [...text('Số: '), { type: 'blank', of: 'number', characters: 12 }, ...text('/BC-TTHC')] });
    const items = pages[0]!.lines.flatMap((line) => line.items);
    const before = items.find((item) => item.text.trim() === 'Số:')!;
    const after = items.find((item) => item.text.trim().endsWith('/BC-TTHC'))!;
    const inked = after.text.trimStart() === after.text ? after.x : after.x + after.width - (after.width * '/BC-TTHC'.length) / after.text.length;
    expect(inked - (before.x + before.width)).toBeGreaterThan(10 * 13 * 0.25);
  });
});

describe('lines', () => {
  const vocabulary = ['Trung tâm', 'hồ sơ', '1216/QĐ-UBND', '8.605', 'Lao động - Thương binh', 'AVATAR', 'Tổ', 'Văn', '(chi tiết', 'tại)', '“Một cửa”', '(gọi', '100%;', 'kinh tế –', 'WWW', '!', '…', 'a/b', '(', ')', '"x"', '[y]', 'a\u00A0b'];

  it('are full, never too long, end at blanks, and are stretched to the margin between their words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 120 }), fc.integer({ min: 110, max: 460 }), fc.integer({ min: 0, max: 36 }), async (chosen, widthPt, indentPt) => {
        const setting = newSetting();
        const { lines } = setText(setting, text(chosen.join(' ')), { sizePt: 14, face: REGULAR, alignment: 'justify', widthPt, indentPt });
        const items = lines.map(({ printed }, index): PageItem => moved({ type: 'line', item: printed }, 0, index * 20));
        const [page] = await readPdfPages(await setting.press.print([{ ...pageOf(setting, items), heightPt: 5000 }]));
        const read = page!.lines.map(lineText);
        expect(wordsOf(read.join(' '))).toEqual(wordsOf(chosen.join(' ')));
        for (const [index, line] of page!.lines.entries()) {
          const inked = line.items.filter((item) => item.text.trim() !== '');
          const last = inked.at(-1)!;
          expect(inked[0]!.x, read[index]).toBeCloseTo(index === 0 ? indentPt : 0, 1);
          const end = last.x + last.width - (last.text.length - last.text.trimEnd().length) * 3.5;
          if (index === page!.lines.length - 1) expect(end).toBeLessThan(widthPt + 0.1);
          else if (inked.length > 1) expect(end, read[index]).toBeCloseTo(widthPt, 0);
        }
        for (const [index, { printed }] of lines.entries()) {
          const next = lines[index + 1]?.printed.inlines[0];
          const blank = printed.inlines.at(-1)?.trailingCut ?? 0;
          if (next) expect(printed.widthPt + blank + next.width - next.trailingCut).toBeGreaterThan(widthPt);
        }
      }),
      { numRuns: 60, seed: 30 },
    );
  });

  it('keep the mark of a note with its word', async () => {
    for (const sign of ['', '!', '–', '…', '%', ')', '”', '?']) {
      const inlines = Array.from({ length: 60 }, (_, index): Inline[] => [...text(`${'ơ'.repeat(1 + (index % 7))} từ${sign}`), { type: 'note', number: index + 1, inlines: text('x') }, ...text(' ')]).flat();
      const { lines } = setText(newSetting(), inlines, { sizePt: 14, face: REGULAR, alignment: 'justify', widthPt: 300 });
      expect(lines.length).toBeGreaterThan(10);
      for (const { printed } of lines) expect(printed.inlines[0]!.sup).toBeUndefined();
      expect(lines.flatMap(({ notes }) => notes.map(({ number }) => number))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    }
  });

  it('do not tear a word and its mark apart when they are stretched', () => {
    const inlines: Inline[] = [...text(words(9)), { type: 'note', number: 1, inlines: text('x') }, ...text(` ${words(9)}`)];
    const { lines } = setText(newSetting(), inlines, { sizePt: 14, face: REGULAR, alignment: 'justify', widthPt: 200 });
    const own = lines.map(({ printed }) => printed.inlines).find((line) => line.some(({ sup }) => sup))!;
    const mark = own.findIndex(({ sup }) => sup);
    expect(own[mark]!.x).toBeCloseTo(own[mark - 1]!.x + own[mark - 1]!.width, 5);
  });
});
