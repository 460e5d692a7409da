/** What tables of long reports have: names, formulas under the header, groups, cells over several rows, rows taller than a page. */
import { describe, expect, it } from 'vitest';
import type { Inline, TableBlock, TableCell, TableRow } from '../../../src/document/tree.js';
import { longDocument, text as words } from '../../support/long-document.js';
import { readDocxText } from '../../support/readers/docx-text.js';
import { childElements, type XmlElement } from '../../support/readers/xml.js';
import { all, cellsOf, dataTables, has, openDocx, paragraphsOf, property, rowsOf, styleOf, text, type OpenDocx } from './open-docx.js';

const label = (value: string, more: Partial<TableCell> = {}): TableCell => ({ inlines: [words(value)], ...more });
const keptWithNext = (row: XmlElement): boolean => paragraphsOf(row).every((paragraph) => has(paragraph, 'w:pPr', 'w:keepNext'));
const splits = (row: XmlElement): boolean => !has(row, 'w:trPr', 'w:cantSplit');

function small(rows: readonly TableRow[], more: Partial<TableBlock> = {}): TableBlock {
  return {
    type: 'table',
    id: 'bang',
    columns: [{ id: 'a', align: 'left', weight: 1 }, { id: 'b', align: 'left', weight: 3 }],
    header: [[label('A'), label('B')]],
    rows,
    notes: [],
    ...more,
  };
}

const item = (...cells: readonly TableCell[]): TableRow => ({ role: 'item', cells });

async function writeTable(table: TableBlock): Promise<OpenDocx & { readonly table: XmlElement }> {
  const document = longDocument();
  const open = await openDocx({ ...document, appendices: [{ ...document.appendices[1]!, blocks: [table] }] });
  return { ...open, table: dataTables(open.body).at(-1)! };
}

describe('the name of a table', () => {
  it('stands above its unit, centred, bold, and stays with it, as the unit with the header', async () => {
    const { body, parts } = await openDocx(longDocument());
    const siblings = childElements(body);
    const at = siblings.indexOf(dataTables(body)[0]!);
    expect(siblings.slice(at - 2, at).map((one) => `${styleOf(one)}: ${text(one)}`)).toEqual([
      'TenBang: Bảng 1: Kết quả tiếp nhận, giải quyết hồ sơ theo lĩnh vực năm 2022',
      'DonViTinh: Đơn vị tính: hồ sơ',
    ]);
    const style = (id: string): XmlElement => all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === id)!;
    expect([property(style('TenBang'), 'w:name', 'w:val'), property(style('TenBang'), 'w:pPr', 'w:jc', 'w:val'), has(style('TenBang'), 'w:rPr', 'w:b')]).toEqual(['Tên bảng', 'center', true]);
    for (const id of ['TenBang', 'DonViTinh', 'BangTieuDe', 'BangCongThuc']) expect([id, has(style(id), 'w:pPr', 'w:keepNext')]).toEqual([id, true]);
  });

  it('takes no empty line where the table has no unit', async () => {
    const { body, table } = await writeTable(small([item(label('x'), label('y'))], { caption: [words('Bảng 2: Tên')] }));
    const siblings = childElements(body);
    expect(siblings.slice(siblings.indexOf(table) - 2, siblings.indexOf(table)).map(styleOf)).toEqual(['DuongKe', 'TenBang']);
  });
});

describe('the formula row', () => {
  it('is repeated with the header, lighter than it, and is written once', async () => {
    const { body, bytes } = await openDocx(longDocument());
    const rows = rowsOf(dataTables(body)[0]!);
    expect(rows.map((row) => has(row, 'w:trPr', 'w:tblHeader'))).toEqual([true, true, true, ...new Array<boolean>(8).fill(false)]);
    expect(cellsOf(rows[2]!).map(text)).toEqual(['(1)', '(2)', '(3)=(4)+(5)', '(4)', '(5)', '(6)', '(7)=(3)-(6)']);
    expect(new Set(paragraphsOf(rows[2]!).map(styleOf))).toEqual(new Set(['BangCongThuc']));
    expect(all(rows[2]!, 'w:b')).toEqual([]);
    expect(readDocxText(bytes).body.filter(({ text: one }) => one === '(3)=(4)+(5)')).toHaveLength(1);
  });

  it('may break behind its signs where it is wider than its column, and does not make the column wider', async () => {
    const formula = '(3)=(4)+(5)+(6)+(7)+(8)+(9)+(10)+(11)+(12)+(13)+(14)+(15)';
    const columns = [...Array<undefined>(10)].map((_, index) => ({ id: `c${index}`, align: 'right', weight: 1 }) as const);
    const row = columns.map((_, index) => label(index === 4 ? formula : `(${index})`));
    const { table, bytes } = await writeTable({ ...small([item(...row.map(() => label('1')))]), columns, header: [row.map(() => label('Cột'))], formulaRow: row });
    const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    expect(cellsOf(rowsOf(table)[1]!).map(text)[4]).toBe(formula.replace(/[=+]/g, '$&\u200B'));
    expect(cellsOf(rowsOf(table)[1]!).map(text)[3]).toBe('(3)');
    expect(readDocxText(bytes).body.some(({ text: one }) => one.replaceAll('\u200B', '') === formula)).toBe(true);
  });
});

/** Rows enough for a table that no page could hold whole. */
const filling = [...Array<undefined>(60)].map(() => item(label('…'), label('…')));

describe('rows', () => {
  it('of a small table stay together', async () => {
    const { table } = await writeTable(small([item(label('1'), label('x')), item(label('2'), label('y')), item(label('3'), label('z'))]));
    expect(rowsOf(table).slice(1).map(keptWithNext)).toEqual([true, true, false]);
  });

  it('that head others stay with the first of them, in chains too', async () => {
    const group = (name: string): TableRow => ({ role: 'group', cells: [label(name, { colSpan: 2 })] });
    const { table } = await writeTable(small([group('A'), group('I'), item(label('1'), label('x')), item(label('2'), label('y')), ...filling]));
    expect(rowsOf(table).slice(1, 5).map(keptWithNext)).toEqual([true, true, false, false]);
  });

  it('under one cell stay together, and its text stands in the first', async () => {
    const { body } = await openDocx(longDocument());
    const rows = rowsOf(dataTables(body)[1]!).slice(3);
    const merges = rows.map((row) => {
      const cell = cellsOf(row)[1]!;
      return has(cell, 'w:tcPr', 'w:vMerge') ? `${property(cell, 'w:tcPr', 'w:vMerge', 'w:val')} ${text(cell)}`.trim() : '';
    });
    expect(merges).toEqual(['', 'restart Sở Giao thông vận tải', 'continue', '', 'restart Sở Kế hoạch và Đầu tư', 'continue', '', 'restart Sở Tư pháp', 'continue', 'continue', '']);
    const { table } = await writeTable(small([item(label('A', { rowSpan: 3 }), label('x')), item(label('y')), item(label('z')), ...filling]));
    expect(rowsOf(table).slice(1, 5).map(keptWithNext)).toEqual([true, true, false, false]);
  });

  it('are divided between pages only where they would take most of one', async () => {
    const sentences = (count: number): TableCell => label('Các cơ quan phối hợp thực hiện nhiệm vụ được giao. '.repeat(count));
    const { table } = await writeTable(small([item(label('ngắn'), sentences(3)), item(label('vừa'), sentences(40)), item(label('dài'), sentences(120)), item(label('rất dài'), sentences(400))]));
    expect(rowsOf(table).map(splits)).toEqual([false, false, false, true, true]);
  });

  it('are divided where a cell over several of them is taller than they are', async () => {
    const tall = label('Các cơ quan phối hợp thực hiện nhiệm vụ được giao. '.repeat(60), { rowSpan: 2 });
    const { table } = await writeTable(small([item(tall, label('một')), item(label('hai')), item(label('x'), label('ba'))]));
    expect(rowsOf(table).map(splits)).toEqual([false, false, true, false]);
    expect(rowsOf(table).slice(1).map(keptWithNext)).toEqual([false, false, false]);
  });

  it.each(['group', 'subtotal', 'total', 'ratio'] as const)('of role %s are bold, unless their inlines say themselves how they look', async (role) => {
    const emphasis: Inline = { type: 'emphasis', children: [words('nghiêng')] };
    const { table } = await writeTable(small([item(label('x'), label('y')), { role, cells: [label('đậm'), label('đậm')] }, { role, cells: [label('thường'), { inlines: [emphasis] }] }]));
    const bold = rowsOf(table).slice(1).map((row) => all(row, 'w:r').map((run) => has(run, 'w:rPr', 'w:b')));
    expect(bold).toEqual([[false, false], [true, true], [false, false]]);
  });

  it('end with the notes of the table', async () => {
    const { table } = await writeTable(small([...filling, item(label('1'), label('x')), item(label('2'), label('y'))], { notes: [[words('(*) Ghi chú.')]] }));
    expect(rowsOf(table).slice(-2).map(keptWithNext)).toEqual([false, true]);
  });

  it('of a cell with several lines are lines of one paragraph', async () => {
    const { body } = await openDocx(longDocument());
    const cell = cellsOf(rowsOf(dataTables(body)[2]!)[1]!)[2]!;
    expect(paragraphsOf(cell)).toHaveLength(1);
    expect(all(cell, 'w:br')).toHaveLength(1);
  });
});

describe('headings', () => {
  it('of every depth have their outline level, the ninth being Word’s last', async () => {
    const levels = Array.from({ length: 10 }, (_, index) => index + 1);
    const { body, parts } = await openDocx({ ...longDocument(), body: levels.map((level) => ({ type: 'heading', level, inlines: [words(`cấp ${level}`)] })) });
    const outline = levels.map((level) => {
      const paragraph = paragraphsOf(body).find((one) => text(one) === `cấp ${level}` && !styleOf(one)!.startsWith('TOC'))!;
      const style = all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === styleOf(paragraph))!;
      return `${styleOf(paragraph)} ${property(paragraph, 'w:pPr', 'w:outlineLvl', 'w:val') ?? property(style, 'w:pPr', 'w:outlineLvl', 'w:val')}`;
    });
    expect(outline).toEqual(['Muc 0', 'Khoan 1', 'TieuKhoan 2', 'TieuDeDiem 3', 'TieuDeTieuChi 4', 'TieuDeTieuChi 5', 'TieuDeTieuChi 6', 'TieuDeTieuChi 7', 'TieuDeTieuChi 8', 'TieuDeTieuChi 8']);
  });
});
