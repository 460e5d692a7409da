/** Document numbers in one piece, blanks that do not break, and that the predicted lines are those pdfmake prints. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/document/tree.js';
import { REGULAR } from '../../../src/render/pdf/fonts.js';
import { setText, textNode, type Look } from '../../../src/render/pdf/text-node.js';
import { pageBox } from '../../../src/render/pdf/page-box.js';
import { linesOf as printedLines, print } from '../../../src/render/pdf/print.js';
import { toDefinition } from '../../../src/render/pdf/definition.js';
import { pageStyle } from '../../../src/render/style.js';
import { linesOf, openPdf, paragraph, text, withBody } from './open-pdf.js';

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

describe('predicted lines', () => {
  const vocabulary = ['Trung tâm', 'hồ sơ', '1216/QĐ-UBND', '8.605', 'Lao động - Thương binh', 'AVATAR', 'Tổ', 'Văn', '(chi tiết', 'tại)', '“Một cửa”', '(gọi', '100%;', 'kinh tế –', 'WWW', '!', '…', 'a/b', '(', ')', '"x"', '[y]', 'a\u00A0b'];

  it('are the printed ones wherever they are called certain', async () => {
    const style = pageStyle('B');
    const setting = { style, box: pageBox(style, 'portrait'), loose: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 120 }), fc.integer({ min: 60, max: 460 }), fc.integer({ min: 0, max: 36 }), async (chosen, widthPt, indentPt) => {
        const look: Look = { sizePt: 14, face: REGULAR, alignment: 'justify', widthPt, indentPt };
        const set = setText(text(chosen.join(' ')), look);
        fc.pre(set.lines.certain);
        const { definition } = toDefinition(withBody(), style, new Set());
        const [main] = definition.content;
        main!.section.stack = [{ columns: [{ ...textNode({ ...setting, ledger: [] }, set), width: widthPt }] }];
        const { pages } = await print({ ...definition, content: [main!] });
        const printed = pages.flatMap(printedLines).filter((line) => line.inlines.some((inline) => inline.printId !== undefined));
        const starts = printed.map((line) => line.inlines[0]!.printId);
        expect(starts).toEqual(set.lines.starts);
      }),
      { numRuns: 60, seed: 30 },
    );
  });
});
