/** The table of contents: on the first page, with the numbers that are printed on the pages of the headings. */
import { describe, expect, it } from 'vitest';
import type { Block, OfficialDocument } from '../../../src/document/tree.js';
import { entryNumber, lineText, type PdfPage } from '../../support/readers/pdf-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { linesOf, openPdf, paragraph, text, withBody, words } from './open-pdf.js';
import { expectSound } from './sound-pages.js';

const heading = (level: number, value: string): Block => ({ type: 'heading', level, inlines: text(value) });

function longReport(chapters: number, length = 190): OfficialDocument {
  const body = Array.from({ length: chapters }, (_, index) => [
    heading(1, `${'I'.repeat(1 + (index % 3))}${index}. CHƯƠNG ${index}`),
    paragraph(words(length + 37 * (index % 5), `a${index}.`)),
    heading(2, `${index}.1. Mục thứ ${index} ${index === 2 ? words(20, 'dài') : ''}`.trim()),
    paragraph(words(length, `b${index}.`)),
    heading(3, `a) Tiểu mục ${index}`),
    paragraph(words(30, `c${index}.`)),
  ]).flat();
  return { ...withBody(...body, paragraph('Hết./.')), contents: { title: 'MỤC LỤC', levels: 2 }, appendices: [{ ...sampleDocument().appendices[0]!, blocks: [paragraph(words(700, 'p'))] }] };
}

/** Number printed at the top of a page; the first has none. */
function printedNumber(pages: readonly PdfPage[], index: number): number {
  return index === 0 ? 1 : Number(linesOf(pages[index]!)[0]);
}

describe.each([
  ['of one page', 9],
  ['of several pages', 40],
])('contents %s', (_, chapters) => {
  it('name each heading down to the level with the page on which it is printed, and the appendices without', async () => {
    const document = longReport(chapters);
    const pdf = await openPdf(document);
    expectSound(document, pdf);
    const { pages } = pdf;
    const begin = pages.findIndex((page, index) => linesOf(page)[index === 0 ? 0 : 1]?.startsWith('I0. CHƯƠNG 0') && entryNumber(page.lines[1]!) === undefined);
    expect(begin).toBeGreaterThan(0);
    expect(linesOf(pages[begin]!)[1]).toBe('I0. CHƯƠNG 0');
    const entries = pages.slice(0, begin).flatMap(({ lines }) => lines.flatMap((line) => entryNumber(line) ?? []));
    const headings = document.body.filter((block) => block.type === 'heading' && block.level <= 2);
    expect(entries).toHaveLength(headings.length);
    const actual = pages.flatMap((page, index) => (index < begin ? [] : page.lines.filter((line) => /^(I+\d+\. CHƯƠNG|\d+\.1\. Mục)/.test(lineText(line).trim())).map(() => printedNumber(pages, index))));
    expect(entries).toEqual(actual.slice(0, headings.length));
    expect(pages.slice(0, begin).flatMap(linesOf).some((line) => line.startsWith('Phụ lục I:'))).toBe(true);
    expect(pages.slice(0, begin).flatMap(linesOf).some((line) => line.includes('Tiểu mục'))).toBe(false);
  });
});

describe('the first page', () => {
  it('holds head, addressees and contents; the body begins the next', async () => {
    const { pages } = await openPdf(longReport(3));
    const first = linesOf(pages[0]!).join('\n');
    expect(first).toMatch(/Kính gửi[\s\S]*MỤC LỤC[\s\S]*I0\. CHƯƠNG 0 +2/);
    expect(first).not.toContain('a0.0');
    expect(linesOf(pages[1]!)[1]).toBe('I0. CHƯƠNG 0');
  });

  it('wraps a long entry before the column of numbers', async () => {
    const { pages } = await openPdf(longReport(3));
    const lines = pages[0]!.lines;
    const at = lines.findIndex((line) => lineText(line).includes('dài0'));
    const [top, below] = [lines[at]!, lines[at + 1]!];
    expect(entryNumber(top)).toBeUndefined();
    expect(entryNumber(below)).toBeGreaterThan(1);
    const right = Math.max(...top.items.map(({ x, width }) => x + width));
    const number = below.items.filter(({ text: one }) => one.trim() !== '').at(-1)!;
    expect(right).toBeLessThan(number.x);
  });
});
