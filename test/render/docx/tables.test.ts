/** Statistical tables: true spans on an exact grid, header rows that repeat, rows that do not break. */
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../src/document/tree.js';
import { sampleDocument } from '../../support/sample-document.js';
import { childElements, type XmlElement } from '../../support/readers/xml.js';
import { all, cellsOf, dataTables, has, openDocx, paragraphsOf, property, rowsOf, styleOf, text } from './open-docx.js';

const A4_LANDSCAPE_TEXT = 16838 - 1701 - 851;
const A4_PORTRAIT_TEXT = 11906 - 1701 - 851;

const widthsOf = (table: XmlElement): number[] => all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const spanOf = (cell: XmlElement): number => Number(property(cell, 'w:tcPr', 'w:gridSpan', 'w:val') ?? 1);
const isHeader = (row: XmlElement): boolean => has(row, 'w:trPr', 'w:tblHeader');

/** A table that is as wide as the page and has these words in its cells. */
async function tableOf(change: (table: TableBlock) => TableBlock): Promise<XmlElement> {
  const document = sampleDocument();
  const [first] = document.appendices;
  const table = first!.blocks[0] as TableBlock;
  const { body } = await openDocx({ ...document, appendices: [{ ...first!, blocks: [change(table)] }] });
  return dataTables(body).at(-1)!;
}

describe('grid', () => {
  it('is as wide as the text, and every row fills it exactly', async () => {
    const { body } = await openDocx(sampleDocument());
    const tables = dataTables(body);
    expect(tables).toHaveLength(3);
    for (const [index, table] of tables.entries()) {
      const widths = widthsOf(table);
      expect(sum(widths)).toBe(index === 0 ? A4_PORTRAIT_TEXT : A4_LANDSCAPE_TEXT);
      expect(property(table, 'w:tblPr', 'w:tblW', 'w:w')).toBe(String(sum(widths)));
      expect(property(table, 'w:tblPr', 'w:tblLayout', 'w:type')).toBe('fixed');
      for (const row of rowsOf(table)) {
        let column = 0;
        for (const cell of cellsOf(row)) {
          const span = spanOf(cell);
          expect(Number(property(cell, 'w:tcPr', 'w:tcW', 'w:w'))).toBe(sum(widths.slice(column, column + span)));
          expect(childElements(cell).at(-1)!.name).toBe('w:p');
          column += span;
        }
        expect(column).toBe(widths.length);
      }
    }
  });

  it('merges down exactly as the tree says', async () => {
    const { body } = await openDocx(sampleDocument());
    const [first, second, third] = rowsOf(dataTables(body)[1]!);
    const look = (row: XmlElement): string[] =>
      cellsOf(row).map((cell) => {
        const merge = has(cell, 'w:tcPr', 'w:vMerge') ? property(cell, 'w:tcPr', 'w:vMerge', 'w:val') : '';
        return `${spanOf(cell)}${merge === 'restart' ? '↓' : merge === 'continue' ? '│' : ''} ${text(cell)}`.trim();
      });
    expect(look(first!)).toEqual([
      '1↓ STT', '1↓ Đơn vị', '3 Số hồ sơ nhận giải quyết', '7 Kết quả giải quyết',
      '1↓ Hồ sơ bị trả lại', '1↓ Hồ sơ nhận qua trực tuyến', '1↓ Số hồ sơ mức độ 3, 4',
    ]);
    expect(look(second!)).toEqual([
      '1│', '1│', '1↓ Tổng số', '2 Trong đó', '4 Số hồ sơ đã giải quyết', '3 Số hồ sơ đang giải quyết', '1│', '1│', '1│',
    ]);
    expect(look(third!)).toEqual([
      '1│', '1│', '1│', '1 Kỳ trước', '1 Số mới tiếp nhận', '1 Tổng số', '1 Trước hạn', '1 Đúng hạn', '1 Quá hạn',
      '1 Tổng số', '1 Còn hạn', '1 Quá hạn', '1│', '1│', '1│',
    ]);
  });

  it('gives an empty cell where the tree leaves a place out', async () => {
    const table = await tableOf((given) => ({ ...given, rows: [{ role: 'item', cells: given.rows[0]!.cells.slice(0, 2) }] }));
    expect(cellsOf(rowsOf(table).at(-1)!)).toHaveLength(15);
  });

  it('sets a table smaller before it breaks a word', async () => {
    const document = sampleDocument();
    const portrait = { ...document, appendices: [{ ...document.appendices[0]!, orientation: 'portrait' as const }] };
    const { body, findings } = await openDocx(portrait);
    const sizes = all(dataTables(body).at(-1)!, 'w:sz').map((size) => Number(size.attributes['w:val']));
    expect(Math.max(...sizes)).toBeLessThan(22);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    expect(findings).toEqual([]);
  });

  it('tells where the words of a table do not fit the page at any size', async () => {
    const document = sampleDocument();
    const first = document.appendices[0]!;
    const table = first.blocks[0] as TableBlock;
    const wide: TableBlock = {
      ...table,
      columns: Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, align: 'left', weight: 1 })),
      header: [],
      rows: [{ role: 'item', cells: Array.from({ length: 30 }, () => ({ inlines: [{ type: 'text', text: 'khôngthểngắt' }] })) }],
    };
    const { findings, body } = await openDocx({ ...document, appendices: [{ ...first, blocks: [wide] }] });
    expect(findings.map(({ code }) => code)).toEqual(['not-expressible']);
    expect(sum(widthsOf(dataTables(body).at(-1)!))).toBe(A4_LANDSCAPE_TEXT);
  });
});

describe('rows', () => {
  it('of the header repeat on every page, no row breaks', async () => {
    const { body } = await openDocx(sampleDocument());
    const counts = dataTables(body).map((table) => rowsOf(table).filter(isHeader).length);
    expect(counts).toEqual([1, 3, 1]);
    for (const row of all(body, 'w:tr')) expect(has(row, 'w:trPr', 'w:cantSplit')).toBe(true);
  });

  it('of totals and groups are bold; a ratio row too, unless its inlines say how it looks', async () => {
    const { body } = await openDocx(sampleDocument());
    const [groups, handling, satisfaction] = dataTables(body);
    const bold = (row: XmlElement): boolean => all(row, 'w:r').every((run) => has(run, 'w:rPr', 'w:b'));
    const row = (table: XmlElement | undefined, at: number): XmlElement => rowsOf(table!).at(at)!;
    expect([1, 2, 4, 5, 7].map((at) => bold(row(groups, at)))).toEqual([true, false, true, true, true]);
    expect([-3, -2, -1].map((at) => bold(row(handling, at)))).toEqual([false, true, true]);
    expect([-3, -2, -1].map((at) => bold(row(satisfaction, at)))).toEqual([false, true, false]);
    expect(all(row(satisfaction, -1), 'w:r').every((run) => has(run, 'w:rPr', 'w:i'))).toBe(true);
  });

  it('align by column, and a total stays with the row above it', async () => {
    const { body } = await openDocx(sampleDocument());
    const rows = rowsOf(dataTables(body)[1]!);
    expect(paragraphsOf(rows[0]!).map(styleOf)).toEqual(new Array(7).fill('BangTieuDe'));
    expect(paragraphsOf(rows[3]!).map(styleOf)).toEqual(['BangGiua', 'BangTrai', ...new Array<string>(13).fill('BangPhai')]);
    const kept = rows.slice(3).map((one) => paragraphsOf(one).every((paragraph) => has(paragraph, 'w:pPr', 'w:keepNext')));
    expect(kept).toEqual([...new Array<boolean>(16).fill(false), true, true, true]);
  });

  it('announce the table with its unit, and the notes follow it', async () => {
    const { body } = await openDocx(sampleDocument());
    const siblings = childElements(body);
    const at = siblings.indexOf(dataTables(body)[1]!);
    expect([at - 1, at + 1, at + 2, at + 3].map((index) => `${styleOf(siblings[index]!)}: ${text(siblings[index]!).slice(0, 12)}`)).toEqual([
      'DonViTinh: Đơn vị tính:',
      'GhiChu: (*) Tỷ lệ số',
      'GhiChu: (**) Tỷ lệ s',
      'GhiChu: (Số liệu min',
    ]);
  });
});
