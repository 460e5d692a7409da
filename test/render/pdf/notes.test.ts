/** Footnotes: at the foot of the page of their mark, whole if the page can hold them, else going on on the next. */
import { describe, expect, it } from 'vitest';
import type { Block, Inline, OfficialDocument } from '../../../src/document/tree.js';
import { bodyLines, lineText, marksOf, noteLines, type PdfPage } from '../../support/readers/pdf-text.js';
import { cell, drawnLines, openPdf, paragraph, table, text, withBody, words, type OpenPdf } from './open-pdf.js';
import { expectSound } from './sound-pages.js';

const MM = 72 / 25.4;
const note = (number: number, count = 5): Inline => ({ type: 'note', number, inlines: text(words(count, `chú${number}.`)) });
const noted = (number: number, before: number, after: number, count?: number): Block => ({
  type: 'paragraph',
  role: 'body',
  inlines: [...text(words(before, `t${number}.`)), note(number, count), ...text(`, ${words(after, `s${number}.`)}`)],
});

async function openSound(document: OfficialDocument): Promise<OpenPdf> {
  const pdf = await openPdf(document);
  expectSound(document, pdf);
  return pdf;
}

const notePages = (pages: readonly PdfPage[]): number[] => pages.filter((page) => noteLines(page).length > 0).map(({ number }) => number);

describe('a note', () => {
  it('has its number raised and small at its word and before its text, which is set in 10 points at the foot', async () => {
    const { pages, bytes } = await openSound(withBody(noted(1, 10, 10), paragraph('Hết./.')));
    const [page] = pages as [PdfPage];
    const word = bodyLines(page).flatMap(({ items }) => items).find((item) => item.text.includes('t1.9'))!;
    const mark = bodyLines(page).flatMap(({ items }) => items).find(({ raised }) => raised)!;
    expect(mark.sizePt / word.sizePt).toBeCloseTo(0.65, 2);
    expect(mark.y - word.y).toBeGreaterThan(word.sizePt * 0.3);
    expect(bodyLines(page).map(lineText).join(' ')).toContain('t1.9, s1.0');
    const [first] = noteLines(page);
    expect(first!.items[0]).toMatchObject({ raised: true, text: '1' });
    expect(first!.items.find(({ text: one }) => one.includes('chú1.0'))!.sizePt).toBeCloseTo(10, 1);
    // At the foot of the page, under a rule of 50 mm.
    expect(noteLines(page).at(-1)!.y).toBeLessThan(20 * MM + 5);
    const rule = (await drawnLines(bytes, page.number)).find(({ x0, x1 }) => Math.abs(x1 - x0 - 50 * MM) < 0.5)!;
    expect(rule.x0).toBeCloseTo(30 * MM, 0);
    expect(page.heightPt - rule.y).toBeGreaterThan(first!.y + 6);
    expect(page.heightPt - rule.y).toBeLessThan(first!.y + 14);
  });

  it('stands on the page of its mark, wherever on the page the mark is', async () => {
    for (let push = 0; push < 8; push++) {
      const body = Array.from({ length: 9 }, (_, index) => noted(index + 1, 20 + 9 * index + 17 * push, 40, 4 + ((index * 13) % 60)));
      const { pages } = await openSound(withBody(...body, paragraph('Hết./.')));
      expect(pages.flatMap((page) => marksOf(noteLines(page)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('that does not fit goes on on the next page before the notes of that page, under a rule', async () => {
    const document = withBody(paragraph(words(150)), noted(1, 30, 400, 300), noted(2, 5, 60), paragraph('Hết./.'));
    const { pages, bytes } = await openSound(document);
    expect(notePages(pages).slice(0, 2)).toEqual([1, 2]);
    const second = noteLines(pages[1]!);
    expect(lineText(second[0]!).trim()).toMatch(/^chú1\.\d+/);
    expect(second.length).toBeGreaterThan(1);
    expect((await drawnLines(bytes, 2)).some(({ x0, x1 }) => Math.abs(x1 - x0 - 50 * MM) < 1)).toBe(true);
  });

  it('longer than a page fills the foot of three pages, and the text goes on over it', async () => {
    const document = withBody(noted(1, 100, 900, 1300), noted(2, 5, 60), paragraph('Hết./.'));
    const { pages } = await openSound(document);
    expect(notePages(pages).slice(0, 3)).toEqual([1, 2, 3]);
    expect(bodyLines(pages[1]!).length).toBeGreaterThan(5);
    const seconds = pages.findIndex((page) => marksOf(noteLines(page)).includes(2));
    expect(marksOf(bodyLines(pages[seconds]!))).toEqual([2]);
  });

  it('leaves no single line of itself on the page of its mark or on the next', async () => {
    for (let push = 0; push < 12; push++) {
      const { pages } = await openSound(withBody(paragraph(words(150 + 10 * push)), noted(1, 40, 200, 120), paragraph('Hết./.')));
      for (const page of pages) expect(noteLines(page).length, `pushed by ${push}`).not.toBe(1);
    }
  });

  it('in a list, in cells, in a header and under a table stands on the page of its mark', async () => {
    const rows = Array.from({ length: 90 }, (_, row) => [{ inlines: [...text(`hàng${row}`), ...(row % 9 === 4 ? [note(3 + Math.floor(row / 9), 12)] : [])] }, cell(String(row))]);
    const document = withBody(
      { type: 'list', items: [{ mark: '- ', level: 0, inlines: [...text(words(9)), note(1), ...text(';')] }] },
      { ...table([[cell('Tên'), { inlines: [...text('Số'), note(2)] }]], rows), notes: [[...text('Ghi chú của bảng'), note(13, 30)]] },
      paragraph('Hết./.'),
    );
    const { pages } = await openSound(document);
    expect(pages.flatMap((page) => marksOf(noteLines(page)))).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    // The header comes again with its mark, its note does not.
    expect(pages.filter((page) => marksOf(bodyLines(page)).includes(2)).length).toBeGreaterThan(1);
  });

  it('in a cell over several rows goes with the line of its mark when a page cuts the cell', async () => {
    const inlines = [...text(words(220, 'ô')), note(1, 9), ...text(` ${words(10, 'x')}`)];
    const rows = Array.from({ length: 60 }, (_, row) => [...(row === 0 ? [{ inlines, rowSpan: 60 }] : []), cell(`hàng${row}`)]);
    const document = withBody(paragraph(words(230)), table([[cell('Nhóm'), cell('Tên')]], rows, 2), paragraph('Hết./.'));
    await openSound({ ...document, body: document.body.map((block) => (block.type === 'table' ? { ...block, columns: block.columns.map((column, at) => ({ ...column, weight: at === 0 ? 1 : 3 })) } : block)) });
  });

  it('in more marks than a page has room for notes is not lost', async () => {
    const inlines = Array.from({ length: 40 }, (_, index): Inline[] => [...text(`${index === 0 ? '' : ' '}w${index}`), note(index + 1, 60)]).flat();
    const document = withBody({ type: 'paragraph', role: 'body', inlines }, table([[cell('Tên')]], [[{ inlines: [...text('một'), note(41, 900), ...text(' hai'), note(42, 900)] }]]), paragraph('Hết./.'));
    const { findings, pages } = await openPdf(document);
    expect(findings).toEqual([]);
    expect(pages.flatMap((page) => marksOf(noteLines(page)))).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
  });

  it('in a note follows in brackets, and two marks in a row are told apart', async () => {
    const inner: Inline = { type: 'note', number: 3, inlines: text('trong') };
    const document = withBody({ type: 'paragraph', role: 'body', inlines: [...text('một'), note(1), { type: 'note', number: 2, inlines: [...text('ngoài'), inner] }, ...text(' hai')] }, paragraph('Hết./.'));
    const { pages, findings } = await openPdf(document);
    expect(findings).toEqual([]);
    const page = pages.find((one) => noteLines(one).length > 0)!;
    expect(marksOf(bodyLines(page))).toEqual([1, 2]);
    expect(noteLines(page).map((line) => lineText(line).trim()).at(-1)).toBe('ngoài (trong)');
  });
});
