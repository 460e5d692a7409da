/** Cells that tempt a workbook to change or lose them: texts like formulas, numbers beyond a double, rules Excel does not have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '../../support/validate-open-xml.js';
import { afterAll, describe, expect, test } from 'vitest';
import type { Appendix, Block, Inline, TableBlock, TableCell } from '../../../src/document/tree.js';
import { pageStyle } from '../../../src/render/style.js';
import { writeXlsx } from '../../../src/render/xlsx/write-xlsx.js';
import { readXlsxSheets } from '../../support/readers/xlsx-cells.js';
import { sampleDocument } from '../../support/sample-document.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = (value: string): Inline => ({ type: 'text', text: value });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const label = (value: string): TableCell => ({ inlines: [text(value)] });
const number = (value: string, printed: string, more: Partial<TableCell> = {}): TableCell => ({ inlines: [text(printed)], value, ...more });

function table(cells: readonly TableCell[][]): TableBlock {
  return {
    type: 'table',
    id: 'bang',
    columns: [
      { id: 'ten', align: 'left', weight: 3 },
      { id: 'a', align: 'right', weight: 1 },
      { id: 'b', align: 'right', weight: 1 },
    ],
    header: [[label('Tên'), label('A'), label('B')]],
    rows: cells.map((row) => ({ role: 'item', cells: row })),
    notes: [],
    source: { file: 'templates/documents/thu/body.md', line: 7 },
  };
}

function appendix(blocks: readonly Block[], label = 'Phụ lục'): Appendix {
  return { id: 'appendix-1', label, title: [text('THỬ')], attachedTo: [text('(Kèm theo)')], orientation: 'portrait', blocks };
}

/** Body rows begin at row 5: label, title, reference, header. */
async function write(...appendices: Appendix[]) {
  const { bytes, findings } = await writeXlsx({ ...sampleDocument(), appendices }, pageStyle('B'));
  const file = join(folder, 'thu.xlsx');
  writeFileSync(file, bytes);
  expect((await validateFile(file)).errors).toEqual([]);
  const sheets = readXlsxSheets(bytes);
  return { sheets, cells: sheets[0]!.cells, findings, messages: findings.map(({ message }) => message) };
}

describe('texts', () => {
  test.each(['=1+1', '+84 299', '-', '- Lưu: VT', '@SUM(A1)', ' =A1', '\t=A1', '\tx', '\n=A1'])('«%s» stays a text', async (value) => {
    const { cells, findings } = await write(appendix([table([[label(value), label(''), label('')]])]));
    expect(cells.get('A5')).toMatchObject({ text: value, format: '@' });
    expect(cells.get('A5')).not.toHaveProperty('formula');
    expect(findings).toEqual([]);
  });

  test('signs of XML and of Office come back as they are', async () => {
    const value = '<b> & "trích" _x0041_ \u00A0 cuối ';
    const { cells } = await write(appendix([table([[label(value), label(''), label('')]])]));
    expect(cells.get('A5')?.text).toBe(value);
  });

  test('strong and emphasised parts within a text are kept', async () => {
    const mixed: TableCell = { inlines: [text('một '), strong(text('hai '), { type: 'emphasis', children: [text('ba')] }), { type: 'break' }, text('bốn')] };
    const { cells } = await write(appendix([table([[mixed, label(''), { inlines: [strong(text('đậm'))] }]])]));
    expect(cells.get('A5')?.text).toBe('một hai ba\nbốn');
    expect(cells.get('C5')).toMatchObject({ text: 'đậm', font: { bold: true } });
  });

  test('characters XML cannot hold are left out and reported', async () => {
    const { cells, messages } = await write(appendix([table([[label('a\u0001b\uD800c'), label(''), label('')]])]));
    expect(cells.get('A5')?.text).toBe('abc');
    expect(messages).toEqual(['XLSX không thể hiện được ký tự U+0001, U+D800 ở ô A5 trang «Phụ lục».']);
  });

  test('a text beyond what a cell takes is cut and reported', async () => {
    const { cells, findings, messages } = await write(appendix([table([[label('á '.repeat(20_000)), label(''), label('')]])]));
    expect(cells.get('A5')?.text).toHaveLength(32_767);
    expect(messages).toEqual([
      'XLSX không thể hiện được trọn vẹn đoạn 40000 ký tự ở ô A5 trang «Phụ lục» (nhiều nhất 32767).',
      'XLSX không thể hiện được trọn vẹn chiều cao của đoạn ở ô A5 trang «Phụ lục».',
    ]);
    expect(findings[0]?.place).toEqual({ in: 'text', file: 'templates/documents/thu/body.md', line: 7 });
  });
});

describe('numbers', () => {
  test('a number with more digits than a double carries is written as printed and reported', async () => {
    const { cells, messages } = await write(appendix([table([[label('x'), number('12345678901234567', '12.345.678.901.234.567'), number('123456789012345', '123.456.789.012.345')]])]));
    expect(cells.get('B5')).toMatchObject({ text: '12.345.678.901.234.567', align: 'right' });
    expect(cells.get('C5')).toMatchObject({ number: '123456789012345', format: '#,##0' });
    expect(messages).toEqual(['XLSX không thể hiện được giá trị ở ô B5 trang «Phụ lục» như một số: số 12345678901234567 có quá 15 chữ số có nghĩa; ô ghi dạng chữ.']);
  });

  test('a long value that prints rightly is a number', async () => {
    const { cells, findings } = await write(appendix([table([[label('x'), number('89.69203951191167925625', '89,69'), number('0.125', '0,13', { decimals: 2 })]])]));
    expect(cells.get('B5')).toMatchObject({ number: '89.69203951191167', format: '0.00' });
    expect(cells.get('C5')).toMatchObject({ number: '0.125', format: '0.00' });
    expect(findings).toEqual([]);
  });

  test('a text that is not the value is reported, the number stays', async () => {
    const { cells, messages } = await write(appendix([table([[label('x'), number('5', 'năm'), number('5', '')]])]));
    expect(cells.get('B5')).toMatchObject({ number: '5', format: '#,##0' });
    expect(messages).toEqual(['XLSX không thể hiện được chữ «năm» ở ô B5 trang «Phụ lục» (ô ghi số 5).']);
  });
});

describe('formulas', () => {
  const row = (formula: NonNullable<TableCell['formula']>): TableBlock =>
    table([
      [label('x'), number('1', '1'), number('2', '2')],
      [label('tổng'), number('3', '3'), number('50', '50', { formula })],
    ]);

  test('a rule is put on the cells of its row', async () => {
    const { cells, findings } = await write(appendix([row({ kind: 'rule', rule: '-a / (a + b) * 100.0 - a', row: 0 })]));
    expect(cells.get('C6')).toMatchObject({ formula: '-B5/(B5+C5)*100.0-B5', number: '50' });
    expect(findings).toEqual([]);
  });

  test('zero is a result', async () => {
    const { cells } = await write(appendix([table([[label('x'), number('0', '0'), number('0', '0', { formula: { kind: 'rule', rule: 'a', row: 0 } })]])]));
    expect(cells.get('C5')).toMatchObject({ formula: 'B5', number: '0' });
  });

  test.each([
    ['a % b', 'công thức «a % b» không chỉ gồm + - * /'],
    ['a > b ? a : b', 'công thức «a > b ? a : b» không chỉ gồm + - * /'],
    ['round(a)', 'công thức «round(a)» không chỉ gồm + - * /'],
    ['c + 1', 'công thức «c + 1» dùng «c» không phải là cột của bảng'],
    ['ten + 1', 'ô của «ten» không ghi số'],
  ])('«%s» cannot be one: the value stands and the office is told', async (rule, why) => {
    const { cells, messages } = await write(appendix([row({ kind: 'rule', rule, row: 0 })]));
    expect(cells.get('C6')).toMatchObject({ number: '50' });
    expect(cells.get('C6')).not.toHaveProperty('formula');
    expect(messages).toEqual([`XLSX không thể hiện được công thức ở ô C6 trang «Phụ lục»: ${why}; ô ghi giá trị.`]);
  });

  test('a formula on itself is refused', async () => {
    const own = await write(appendix([row({ kind: 'rule', rule: 'b + 1', row: 1 })]));
    expect(own.messages).toHaveLength(1);
    const sum = await write(appendix([row({ kind: 'sum', firstRow: 0, lastRow: 1 })]));
    expect(sum.messages).toHaveLength(1);
  });
});

describe('sheets', () => {
  test('names Excel refuses are changed, equal ones told apart', async () => {
    const long = 'Phụ lục III: số liệu 9/2023 của các đơn vị';
    const { sheets } = await write(appendix([], long), appendix([], long), appendix([], "Phụ lục 'A'"));
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục III- số liệu 9-2023 của', 'Phụ lục III- số liệu 9-2023 (2)', 'Phụ lục ’A’']);
    expect(sheets[1]!.cells.get('A1')?.text).toBe(long);
  });

  test('two tables on one sheet: both are written, headers cannot repeat, and that is said', async () => {
    const one = table([[label('x'), number('1', '1'), number('2', '2')]]);
    const { cells, sheets, messages } = await write(appendix([one, one]));
    expect([cells.get('B5')?.number, cells.get('B7')?.number]).toEqual(['1', '1']);
    expect(sheets[0]!.printTitles).toBeUndefined();
    expect(messages).toEqual(['XLSX không thể hiện được hàng tiêu đề lặp lại của 2 bảng trên cùng trang «Phụ lục».']);
  });

  test('an appendix without a table is its text', async () => {
    const { cells, findings } = await write(
      appendix([
        { type: 'heading', level: 1, inlines: [text('I. MỤC')] },
        { type: 'paragraph', role: 'centred', inlines: [text('giữa')] },
        { type: 'list', items: [{ mark: '- ', level: 0, inlines: [text('một')] }, { mark: '+ ', level: 1, inlines: [text('hai')] }] },
      ]),
    );
    expect(['A4', 'A5', 'A6', 'A7'].map((address) => cells.get(address)?.text)).toEqual(['I. MỤC', 'giữa', '- một', '\u00A0\u00A0\u00A0\u00A0+ hai']);
    expect(cells.get('A5')?.align).toBe('center');
    expect(findings).toEqual([]);
  });

  test('a body cell over several rows keeps its neighbours in their columns', async () => {
    const { sheets, cells } = await write(
      appendix([
        table([
          [{ ...label('nhóm'), rowSpan: 2 }, number('1', '1'), number('2', '2')],
          [number('3', '3'), number('4', '4', { formula: { kind: 'rule', rule: 'a + b', row: 0 } })],
        ]),
      ]),
    );
    expect(sheets[0]!.merges).toContain('A5:A6');
    expect(cells.get('B6')?.number).toBe('3');
    expect(cells.get('C6')?.formula).toBe('B5+C5');
  });
});
