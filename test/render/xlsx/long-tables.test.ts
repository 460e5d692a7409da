/** Sheets of long reports: notes that no foot of a page can hold, names and formulas of tables, cells over several rows, hundreds of rows. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Appendix, Inline, OfficialDocument, TableBlock, TableCell, TableRow } from '../../../src/document/tree.js';
import { pageStyle } from '../../../src/render/style.js';
import { writeXlsx } from '../../../src/render/xlsx/write-xlsx.js';
import { longDocument, note, text } from '../../support/long-document.js';
import { lintPackage } from '../../support/readers/package-lint.js';
import { readXlsxSheets, type XlsxSheet } from '../../support/readers/xlsx-cells.js';
import { child } from '../../support/readers/xml.js';
import { validateFile } from '../../support/validate-open-xml.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function write(document: OfficialDocument): Promise<{ sheets: readonly XlsxSheet[]; messages: readonly string[] }> {
  const { bytes, findings } = await writeXlsx(document, pageStyle('A'));
  const file = join(folder, 'dai.xlsx');
  writeFileSync(file, bytes);
  expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([]);
  expect(lintPackage(bytes)).toEqual([]);
  return { sheets: readXlsxSheets(bytes), messages: findings.map(({ message }) => message) };
}

const label = (value: string, ...more: readonly Inline[]): TableCell => ({ inlines: [text(value), ...more] });
const figure = (value: string, printed: string, ...more: readonly Inline[]): TableCell => ({ inlines: [{ type: 'figure', text: printed, trace: 't' }, ...more], value });

function small(rows: readonly TableRow[], more: Partial<TableBlock> = {}): TableBlock {
  return {
    type: 'table',
    id: 'bang',
    columns: [{ id: 'ten', align: 'left', weight: 3 }, { id: 'so', align: 'right', weight: 1 }],
    header: [[label('Tên'), label('Số')]],
    rows,
    notes: [],
    ...more,
  };
}

const appendix = (...blocks: Appendix['blocks']): Appendix => ({ id: 'appendix-1', label: 'Phụ lục', title: [text('THỬ')], attachedTo: [text('(Kèm theo)')], orientation: 'portrait', blocks });
const withAppendix = (...blocks: Appendix['blocks']): OfficialDocument => ({ ...longDocument(), appendices: [appendix(...blocks)] });

describe('a sheet of a long report', () => {
  test('has the name of the table, its unit, the header and the formulas in this order, and repeats header and formulas', async () => {
    const { sheets, messages } = await write(longDocument());
    const [first, second] = sheets as [XlsxSheet, XlsxSheet];
    expect(['A4', 'A5', 'A6', 'D7', 'D8'].map((address) => first.cells.get(address)?.text)).toEqual(['Biểu số 01/TTHC', 'Đơn vị tính: hồ sơ', 'STT', 'Tổng số', '(4)=(5)+(6)']);
    expect(first.cells.get('A4')).toMatchObject({ align: 'center', font: { bold: true } });
    expect(first.cells.get('D8')).toMatchObject({ align: 'center', ruled: true, font: { bold: false, italic: true, sizePt: 10 } });
    expect(first.printTitles).toBe("'Phụ lục I'!$6:$8");
    expect(second.cells.get('C5')?.text).toBe('Trung tâm;\ncác Sở, ngành tỉnh');
    expect(messages).toEqual([]);
  });

  test('has cells over several rows, and group rows in bold', async () => {
    const { sheets } = await write(longDocument());
    const [first] = sheets as [XlsxSheet];
    expect(first.merges).toEqual(expect.arrayContaining(['B10:B11', 'B13:B14', 'B16:B18', 'B9:C9']));
    expect(first.cells.get('B16')).toMatchObject({ text: 'Sở Tư pháp', font: { bold: false } });
    expect(first.cells.get('D9')).toMatchObject({ number: '37000', font: { bold: true } });
    expect(first.cells.get('D18')).toMatchObject({ number: '270', font: { bold: false } });
  });

  test('is the same, byte for byte, in another process and time zone', () => {
    const script = join(import.meta.dirname, 'write-in-child.mjs');
    const hashes = ['Asia/Ho_Chi_Minh', 'America/St_Johns'].map((TZ) => execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8', input: JSON.stringify(longDocument()) }));
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });
});

describe('a note', () => {
  test('in a text is a raised mark, and its text follows the table', async () => {
    const { sheets } = await write(longDocument());
    const [first] = sheets as [XlsxSheet];
    expect(first.cells.get('B13')).toMatchObject({ text: 'Sở Kế hoạch và Đầu tư', marks: '(6)' });
    expect(first.cells.get('A20')).toMatchObject({ text: ' Kể cả hồ sơ liên thông thuế.', marks: '(6)' });
  });

  test('of a figure leaves it a number, whose format shows the mark, and its column has room for it', async () => {
    const rows: TableRow[] = [{ role: 'item', cells: [label('a'), figure('1020', '1.020', note(1, text('một')))] }, { role: 'item', cells: [label('b'), figure('1', '1', note(2, text('hai')))] }];
    const { sheets, messages } = await write(withAppendix(small(rows)));
    expect(sheets[0]!.cells.get('B5')).toMatchObject({ number: '1020', format: '#,##0"(1)"' });
    expect(sheets[0]!.cells.get('B6')).toMatchObject({ number: '1', format: '#,##0"(2)"' });
    expect(['A7', 'A8'].map((address) => [sheets[0]!.cells.get(address)?.marks, sheets[0]!.cells.get(address)?.text])).toEqual([['(1)', ' một'], ['(2)', ' hai']]);
    expect(messages).toEqual([]);
  });

  test('of a figure that is not printed as its value keeps its mark too', async () => {
    const { sheets, messages } = await write(withAppendix(small([{ role: 'item', cells: [label('a'), figure('5', 'năm', note(5, text('lời')))] }])));
    expect(sheets[0]!.cells.get('B5')).toMatchObject({ number: '5', format: '#,##0"(5)"' });
    expect(sheets[0]!.cells.get('A6')).toMatchObject({ marks: '(5)', text: ' lời' });
    expect(messages).toEqual(['XLSX không thể hiện được chữ «năm» ở ô B5 trang «Phụ lục» (ô ghi số 5).']);
  });

  test('of a number that must be a text is a mark of the text', async () => {
    const { sheets } = await write(withAppendix(small([{ role: 'item', cells: [label('a'), figure('12345678901234567', '12.345.678.901.234.567', note(1, text('lời')))] }])));
    expect(sheets[0]!.cells.get('B5')).toMatchObject({ text: '12.345.678.901.234.567', marks: '(1)' });
    expect(sheets[0]!.cells.get('A6')).toMatchObject({ marks: '(1)', text: ' lời' });
  });

  test('follows the notes of the table and stands once, wherever its mark is: title, name, header, formula, paragraph, list, note', async () => {
    const at = (number: number, ...inner: readonly Inline[]): Inline => note(number, text(`chú ${number}`), ...inner);
    const table = small([{ role: 'item', cells: [label('a'), figure('5', '5')] }], {
      caption: [text('Bảng'), at(2)],
      header: [[label('Tên', at(3)), label('Số')]],
      formulaRow: [label('(1)', at(4)), label('(2)')],
      notes: [[text('(*) dưới bảng'), { type: 'strong', children: [at(5)] }]],
    });
    const paragraph = { type: 'paragraph', role: 'body', inlines: [text('đoạn'), at(6, at(7))] } as const;
    const list = { type: 'list', items: [{ mark: '- ', level: 0, inlines: [text('mục'), at(8)] }] } as const;
    const document = withAppendix(paragraph, table, list);
    const [one] = document.appendices as [Appendix];
    const { sheets } = await write({ ...document, appendices: [{ ...one, title: [text('THỬ'), at(1)] }] });
    const lines = [...sheets[0]!.cells.values()].filter(({ address }) => /^A\d/.test(address)).map(({ text: value = '', marks = '' }) => `${marks}|${value}`);
    expect(lines).toEqual([
      '|Phụ lục', '(1)|THỬ', '|(Kèm theo)',
      '(6)|đoạn', '(1)| chú 1', '(6)(7)| chú 6', '(7)| chú 7',
      '(2)|Bảng', '(3)|Tên', '(4)|(1)', '|a', '(5)|(*) dưới bảng', '(2)| chú 2', '(3)| chú 3', '(4)| chú 4', '(5)| chú 5',
      '(8)|- mục', '(8)| chú 8',
    ]);
  });
});

test.each(['group', 'subtotal', 'total', 'ratio'] as const)('a row of role %s is bold, unless its inlines say themselves how it looks', async (role) => {
  const emphasised: TableCell = { inlines: [{ type: 'emphasis', children: [text('nghiêng')] }] };
  const { sheets } = await write(withAppendix(small([{ role, cells: [label('đậm'), figure('1', '1')] }, { role, cells: [emphasised, figure('2', '2')] }])));
  const look = (address: string): object => ({ bold: sheets[0]!.cells.get(address)!.font.bold, italic: sheets[0]!.cells.get(address)!.font.italic });
  expect(['A5', 'B5', 'A6', 'B6'].map(look)).toEqual([{ bold: true, italic: false }, { bold: true, italic: false }, { bold: false, italic: true }, { bold: false, italic: false }]);
});

test('a table of four hundred rows prints one page wide, on as many pages as it takes, under its header', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `c${index}`);
  const table: TableBlock = {
    ...small([]),
    columns: [{ id: 'ten', align: 'left', weight: 4 }, ...ids.map((id) => ({ id, align: 'right', weight: 1 }) as const)],
    header: [[{ ...label('Đơn vị'), rowSpan: 2 }, { ...label('Số hồ sơ'), colSpan: 12 }], ids.map((id) => label(`Cột ${id}`))],
    formulaRow: [label('(1)'), ...ids.map((_, index) => label(`(${index + 2})`))],
    rows: Array.from({ length: 400 }, (_, row): TableRow => ({ role: 'item', cells: [label(`Đơn vị số ${row + 1}`), ...ids.map((_, column) => figure(String(row * 100 + column), String(row * 100 + column)))] })),
  };
  const { sheets, messages } = await write(withAppendix(table));
  const [sheet] = sheets as [XlsxSheet];
  expect(sheet.printTitles).toBe("'Phụ lục'!$4:$6");
  expect(child(sheet.root, 'pageSetup')?.attributes).toMatchObject({ fitToWidth: '1', fitToHeight: '0', orientation: 'portrait' });
  expect(sheet.cells.get('A406')?.text).toBe('Đơn vị số 400');
  expect(sheet.cells.get('M406')?.number).toBe('39911');
  // Print scaling takes in what the figures need beyond the page, and that is little.
  expect(sheet.widths.reduce((sum, width) => sum + width, 0) * 7 * 0.75).toBeLessThan(((210 - 45) * 72 * 1.25) / 25.4);
  expect(messages).toEqual([]);
});

test('a formula wider than its column may break behind its signs and makes no column wider', async () => {
  const formula = '(3)=(4)+(5)+(6)+(7)+(8)+(9)+(10)+(11)';
  const columns = Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, align: 'right', weight: 1 }) as const);
  const table = { ...small([]), columns, header: [columns.map(() => label('Cột'))], formulaRow: columns.map((_, index) => label(index === 2 ? formula : `(${index + 1})`)) };
  const { sheets } = await write(withAppendix(table));
  const [sheet] = sheets as [XlsxSheet];
  expect(new Set(sheet.widths).size).toBe(1);
  expect(sheet.cells.get('C5')?.text).toBe(formula.replace(/[=+]/g, '$&\u200B'));
  expect(sheet.cells.get('B5')?.text).toBe('(2)');
});
