/** Where pages part a table: header and formulas again, groups with their rows, totals with theirs, cut cells going on, nothing lost. */
import { describe, expect, it } from 'vitest';
import type { Block, OfficialDocument, TableBlock, TableRow } from '../../../src/document/tree.js';
import { bodyLines, lineText, type PdfPage } from '../../support/readers/pdf-text.js';
import { cell, findLine, linesOf, openPdf, paragraph, table, text, withBody, words } from './open-pdf.js';
import { expectSound } from './sound-pages.js';

const row = (role: TableRow['role'], ...cells: string[]): TableRow => ({ role, cells: cells.map((value) => cell(value)) });
const rowsTable = (rows: readonly TableRow[], more: Partial<TableBlock> = {}): TableBlock => ({ ...table([[cell('Tên'), cell('Số')]], []), rows, ...more });
const push = (lines: number): Block => ({ type: 'list', items: Array.from({ length: lines }, () => ({ mark: '-', level: 0, inlines: text('đẩy') })) });

async function openSound(document: OfficialDocument): Promise<readonly PdfPage[]> {
  const pdf = await openPdf(document);
  expectSound(document, pdf);
  return pdf.pages;
}

/** Lines of the table on each page that has any, header included. */
const parts = (pages: readonly PdfPage[]): string[][] => pages.map((page) => linesOf({ ...page, lines: bodyLines(page) }).filter((line) => !/^-\sđẩy|^Hết/.test(line)));

describe('on each page of a table', () => {
  it('its header and formula row stand, once', async () => {
    const header = [[cell('Tên', { rowSpan: 2 }), cell('Kết quả', { colSpan: 2 })], [cell('Tổng'), cell('Trước hạn')]];
    const items = Array.from({ length: 130 }, (_, at) => row('item', `hàng${at}`, String(at), '0'));
    const formulaRow = ['(1)', '(2)=(3)', '(3)'].map((value) => cell(value));
    const pages = await openSound(withBody({ ...table(header, [], 3), rows: items, formulaRow }, paragraph('Hết./.')));
    const own = pages.filter((page) => linesOf(page).some((line) => line.startsWith('hàng')));
    expect(own.length).toBeGreaterThan(2);
    for (const page of own) {
      expect(linesOf(page).filter((line) => line.includes('(2)=(3)'))).toHaveLength(1);
      expect(linesOf(page).filter((line) => line.includes('Kết quả'))).toHaveLength(1);
      const first = linesOf(page).findIndex((line) => line.startsWith('hàng'));
      expect(linesOf(page)[first - 1]).toMatch(/^\(1\)/);
    }
  });

  it('no group ends it and no total begins it', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      row('group', `A${at}`, ''),
      row('group', `B${at}`, ''),
      ...Array.from({ length: 5 + (at % 4) }, (_, item) => row('item', `hàng${at}.${item}`, '1')),
      row('subtotal', `Cộng${at}`, '5'),
    ]).flat();
    for (let lines = 0; lines < 16; lines++) {
      const pages = await openSound(withBody(push(lines), rowsTable([...rows, row('total', 'Tổng cộng', '9'), row('ratio', 'Tỷ lệ', '100')]), paragraph('Hết./.')));
      const own = parts(pages).map((all) => all.filter((line) => /^(A\d|B\d|hàng|Cộng|Tổng cộng|Tỷ lệ)/.test(line))).filter((all) => all.length > 0);
      expect(own.length).toBeGreaterThan(1);
      for (const part of own) {
        expect(part[0], `pushed by ${lines}`).toMatch(/^(A|hàng)/);
        expect(part.at(-1), `pushed by ${lines}`).toMatch(/^(hàng|Cộng|Tỷ lệ)/);
      }
    }
  });

  it('caption, unit and header stay with the first row, the last row with the first note below', async () => {
    const items = Array.from({ length: 36 }, (_, at) => row('item', `hàng${at}`, '1'));
    const block = rowsTable(items, { caption: text('Bảng 1: Tên bảng'), unitLine: 'Đơn vị tính: hồ sơ', notes: [text('Ghi chú thứ nhất')] });
    for (let lines = 8; lines < 30; lines++) {
      const pages = await openSound(withBody(push(lines), block, paragraph('Hết./.')));
      expect(pages.flatMap(linesOf).join('\n')).toMatch(/Bảng 1: Tên bảng\nĐơn vị tính: hồ sơ\nTên +Số\nhàng0/);
      const caption = findLine(pages, 'Bảng 1: Tên bảng').page;
      expect(linesOf(caption).some((line) => line.startsWith('hàng0'))).toBe(true);
      const note = findLine(pages, 'Ghi chú thứ nhất').page;
      expect(linesOf(note).some((line) => line.startsWith('hàng35'))).toBe(true);
    }
  });
});

describe('a cell over several rows', () => {
  it('has its text at the top of its first part, and goes on where it did not fit', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [...(at % 40 === 0 ? [cell(at === 0 ? 'Nhóm ngắn' : words(260, 'ô'), { rowSpan: 40 })] : []), cell(`hàng${at}`)]);
    const narrow = table([[cell('Nhóm'), cell('Tên')]], rows, 2);
    const pages = await openSound(withBody({ ...narrow, columns: [{ ...narrow.columns[0]!, weight: 1 }, { ...narrow.columns[1]!, weight: 4 }] }, paragraph('Hết./.')));
    const short = findLine(pages, 'Nhóm ngắn');
    expect(lineText(short.line)).toMatch(/Nhóm ngắn +hàng0/);
    const from = findLine(pages, 'ô0 ').page.number;
    const to = findLine(pages, 'ô259').page.number;
    expect(to).toBeGreaterThan(from);
  });

  it('longer than its rows makes room for itself, over pages too', async () => {
    for (const count of [40, 300, 1500]) {
      const rows = [[cell(words(count, 'ô'), { rowSpan: 3 }), cell('một')], [cell('hai')], [cell('ba')], [cell('x'), cell('y')]];
      await openSound(withBody(push(12), table([[cell('Nhóm'), cell('Tên')]], rows, 2), paragraph('Hết./.')));
    }
  });
});

describe('a row', () => {
  it('merely taller than what is left of the page moves to the next', async () => {
    const pages = await openSound(withBody(push(10), rowsTable([row('item', 'trước', '1'), row('item', words(180, 'cao'), '2')]), paragraph('Hết./.')));
    const tall = pages.filter((page) => linesOf(page).some((line) => /cao\d/.test(line)));
    expect(tall).toHaveLength(1);
  });

  it('taller than a page is parted by lines, in all its cells, and begins under the header', async () => {
    const block = rowsTable([row('item', 'trước', '1'), row('item', words(900, 'trái'), words(1100, 'phải')), row('item', 'sau', '3')]);
    const pages = await openSound(withBody(push(3), block, paragraph('Hết./.')));
    const own = pages.filter((page) => linesOf(page).some((line) => /trái\d/.test(line)));
    expect(own.length).toBeGreaterThan(2);
    for (const page of own) expect(linesOf(page).filter((line) => /^Tên +Số$/.test(line))).toHaveLength(1);
    expect(linesOf(own[0]!).some((line) => line.startsWith('trước'))).toBe(true);
    for (const line of linesOf(own[1]!).slice(2, 10)) expect(line).toMatch(/trái\d.*phải\d/);
  });

  it('that is no item is bold, unless its inlines say how it looks', async () => {
    const { bytes } = await openPdf(withBody(rowsTable([row('group', 'nhóm', '1'), { role: 'total', cells: [{ inlines: [{ type: 'emphasis', children: text('nghiêng') }] }, cell('thường')] }]), paragraph('Hết./.')));
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
    const fonts = new Map<string, string>();
    for (let number = 1; number <= document.numPages; number++) for (const item of (await (await document.getPage(number)).getTextContent()).items) if ('str' in item) fonts.set(item.str.trim(), item.fontName);
    expect(fonts.get('nhóm')).toBe(fonts.get('Tên'));
    expect(fonts.get('thường')).not.toBe(fonts.get('Tên'));
    expect(fonts.get('nghiêng')).not.toBe(fonts.get('thường'));
    await document.destroy();
  });
});
