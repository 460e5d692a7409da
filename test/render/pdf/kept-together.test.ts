/** What must not be parted by a page, and that nothing is lost by keeping it together. */
import { describe, expect, it } from 'vitest';
import type { Block, ListItem } from '../../../src/document/tree.js';
import { pdfWords } from '../../support/readers/pdf-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { compareWords } from '../../support/readers/words.js';
import { cell, linesOf, openPdf, paragraph, table, text, withBody, words, type OpenPdf } from './open-pdf.js';

const heading = (value: string): Block => ({ type: 'heading', level: 2, inlines: text(value) });

/** Lines on each page that hold a word with the prefix. */
function linesWith({ pages }: OpenPdf, prefix: string): number[] {
  return pages.map((page) => linesOf(page).filter((line) => new RegExp(`(^|\\s)${prefix}\\d`).test(line)).length);
}

/** Bodies that push what follows down in steps of one line, over the end of the first page. */
const PUSHES = Array.from({ length: 14 }, (_, index) => 12 + index);
const push = (lines: number): Block => ({ type: 'list', items: Array.from({ length: lines }, (): ListItem => ({ mark: '-', level: 0, inlines: text('đẩy') })) });

describe('a paragraph', () => {
  it('leaves no single line on a page, neither its first nor its last', async () => {
    const prefixes = [...'abcdefgh'];
    const paragraphs = prefixes.map((prefix, index) => paragraph(words(60 + 15 * index, prefix)));
    for (const lines of PUSHES) {
      const pdf = await openPdf(withBody(push(lines - 12), ...paragraphs));
      expect(pdf.findings).toEqual([]);
      for (const prefix of prefixes) expect(linesWith(pdf, prefix), `${prefix} pushed by ${lines}`).not.toContain(1);
    }
  });

  it('is printed whole when it is longer than three pages', async () => {
    const document = withBody(paragraph(words(3000)));
    const { pages, findings } = await openPdf(document);
    expect(findings).toEqual([]);
    expect(compareWords({ name: 'PDF', words: pdfWords(pages).map((word) => word.text) }, { name: 'tree', words: treeWords(document) })).toEqual([]);
  });

  it('is justified up to the margin where it is cut to keep its last lines together', async () => {
    const { pages } = await openPdf(withBody(paragraph(words(120))));
    const own = pages.flatMap(({ lines }) => lines).filter((line) => line.items.some((item) => item.text.startsWith('từ')));
    const edges = own.map(({ items }) => items.filter((item) => item.text.trim() !== '').at(-1)!).map(({ x, width }) => x + width);
    for (const edge of edges.slice(0, -1)) expect(edge).toBeCloseTo(595.28 - (15 * 72) / 25.4, 0);
  });
});

describe('a heading', () => {
  it('stays with two lines of what follows', async () => {
    for (const lines of PUSHES) {
      const { pages } = await openPdf(withBody(push(lines), heading('1. Đầu mục'), heading('a) Đầu mục con'), paragraph(words(80))));
      const page = pages.find((one) => linesOf(one).some((line) => line.includes('1. Đầu mục')))!;
      const following = linesOf(page).slice(linesOf(page).findIndex((line) => line.includes('1. Đầu mục')) + 1);
      expect(following.filter((line) => /^từ\d/.test(line)).length, `pushed by ${lines}`).toBeGreaterThanOrEqual(2);
    }
  });

  it('stays with the beginning of a table, unit and header included', async () => {
    const big = { ...table([[cell('Tên'), cell('Số')]], Array.from({ length: 60 }, (_, row) => [cell(`hàng${row}`), cell('1')])), unitLine: 'Đơn vị tính: hồ sơ' };
    for (const lines of PUSHES) {
      const { pages } = await openPdf(withBody(push(lines), heading('1. Đầu mục'), big));
      const page = pages.find((one) => linesOf(one).some((line) => line.includes('1. Đầu mục')))!;
      expect(linesOf(page).join('\n'), `pushed by ${lines}`).toMatch(/Đầu mục\nĐơn vị tính: hồ sơ\nTên +Số\nhàng0/);
    }
  });
});

describe('the signature', () => {
  it('never stands on a page without two lines of the text', async () => {
    for (const lines of PUSHES) {
      const pdf = await openPdf(withBody(push(lines), paragraph(words(60)), paragraph('Hết./.')));
      const page = pdf.pages.findIndex((one) => linesOf(one).some((line) => line.includes('Nơi nhận:')));
      const above = linesOf(pdf.pages[page]!).filter((line) => /^(từ\d|Hết)/.test(line));
      expect(above.length, `pushed by ${lines}`).toBeGreaterThanOrEqual(2);
      expect(linesOf(pdf.pages[page]!).join('\n')).toMatch(/KT\. GIÁM ĐỐC[\s\S]*Nguyễn Trọng Sơn/);
    }
  });

  it('is not parted from them by a list of recipients longer than half a page', async () => {
    const recipients = Array.from({ length: 36 }, (_, index) => `Nơi thứ ${index}`);
    const { pages } = await openPdf({ ...withBody(push(8), paragraph(words(60)), paragraph('Hết./.')), recipients });
    const last = linesOf(pages.at(-1)!);
    expect(last.slice(1, 4).join('\n')).toMatch(/từ\d[\s\S]*Hết/);
    expect(last.join('\n')).toMatch(/Nơi nhận:[\s\S]*Nơi thứ 35\./);
  });

  it('is printed whole beside more recipients than a page holds', async () => {
    const recipients = Array.from({ length: 120 }, (_, index) => `Nơi thứ ${index}`);
    const document = { ...withBody(paragraph('Hết./.')), recipients };
    const { pages, findings } = await openPdf(document);
    expect(findings).toEqual([]);
    expect(compareWords({ name: 'PDF', words: pdfWords(pages).map((word) => word.text) }, { name: 'tree', words: treeWords(document) })).toEqual([]);
  });
});
