/** A statistical table: a real table across the page, header rows repeated on each page, true spans, with its unit and notes. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import type { Inline, TableBlock, TableCell as Cell, TableColumn, TableRow as Row } from '../../document/tree.js';
import { spanGrid } from '../../document/walk.js';
import { textRun, toRuns, type Emphasis } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { CELL_MARGIN_TWIPS, fitTable } from './table-fit.js';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE } as const;

const CELL_STYLES: Readonly<Record<TableColumn['align'], StyleId>> = { left: 'BangTrai', centre: 'BangGiua', right: 'BangPhai' };

export function dataTable(table: TableBlock, setting: Setting): (Paragraph | Table)[] {
  const { widths, size } = fitTable(table, setting);
  const kept = rowsKeptWithNext(table, setting);
  const header = spanGrid(table.header, table.columns.length);
  const body = spanGrid(
    table.rows.map((row) => row.cells),
    table.columns.length,
  );
  return [
    aboveTable(table),
    new Table({
      width: { size: setting.widthTwips, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: { top: 0, bottom: 0, left: CELL_MARGIN_TWIPS, right: CELL_MARGIN_TWIPS, marginUnitType: WidthType.DXA },
      rows: [
        ...header.map((_, row) => tableRow(header, row, widths, { isHeader: true, style: () => 'BangTieuDe', emphasis: size, keepNext: false })),
        ...table.rows.map((row, index) =>
          tableRow(body, index, widths, {
            isHeader: false,
            style: (column) => CELL_STYLES[table.columns[column]!.align],
            emphasis: { ...size, ...rowEmphasis(row) },
            keepNext: kept.has(row),
          }),
        ),
      ],
    }),
    ...table.notes.map(
      (inlines) =>
        new Paragraph({ style: 'GhiChu' satisfies StyleId, children: toRuns(inlines), ...(setting.keptWithNext.has(inlines) ? { keepNext: true } : {}) }),
    ),
  ];
}

/** The unit, or a distance where the table has none; both stay with the table. */
function aboveTable({ unitLine }: TableBlock): Paragraph {
  return unitLine === undefined
    ? new Paragraph({ style: 'KhoangCach' satisfies StyleId, keepNext: true, spacing: { before: 100 } })
    : new Paragraph({ style: 'DonViTinh' satisfies StyleId, children: [textRun(unitLine)] });
}

/** Totals and groups are bold; a ratio row too, unless its own inlines say how it looks. */
function rowEmphasis(row: Row): Emphasis {
  if (row.role === 'item') return {};
  if (row.role === 'ratio' && row.cells.some((cell) => cell.inlines.some(isEmphasised))) return {};
  return { bold: true };
}

function isEmphasised(inline: Inline): boolean {
  return inline.type === 'strong' || inline.type === 'emphasis';
}

/** A group's name stays with its first row, a total with the row above it, the last row with the notes. */
function rowsKeptWithNext(table: TableBlock, setting: Setting): ReadonlySet<Row> {
  return new Set(
    table.rows.filter((row, index) => {
      const next = table.rows[index + 1];
      if (next === undefined) return table.notes.length > 0 || setting.keptWithNext.has(row);
      return row.role === 'group' || next.role === 'subtotal' || next.role === 'total' || next.role === 'ratio';
    }),
  );
}

interface RowLook {
  readonly isHeader: boolean;
  readonly style: (column: number) => StyleId;
  readonly emphasis: Emphasis;
  readonly keepNext: boolean;
}

function tableRow(grid: readonly (readonly (Cell | undefined)[])[], row: number, widths: readonly number[], look: RowLook): TableRow {
  const cells: TableCell[] = [];
  const places = grid[row]!;
  for (let column = 0; column < widths.length; ) {
    const cell = places[column];
    let end = column + 1;
    while (cell !== undefined && end < widths.length && places[end] === cell) end++;
    cells.push(tableCell(cell, grid, row, column, widths.slice(column, end), look));
    column = end;
  }
  return new TableRow({ cantSplit: true, ...(look.isHeader ? { tableHeader: true } : {}), children: cells });
}

/** A cell that spans rows is written in each of them, its text in the first only; a place the tree leaves out is an empty cell. */
function tableCell(
  cell: Cell | undefined,
  grid: readonly (readonly (Cell | undefined)[])[],
  row: number,
  column: number,
  widths: readonly number[],
  look: RowLook,
): TableCell {
  const begunAbove = cell !== undefined && grid[row - 1]?.[column] === cell;
  const goesOn = cell !== undefined && grid[row + 1]?.[column] === cell;
  return new TableCell({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
    ...(begunAbove ? { verticalMerge: VerticalMergeType.CONTINUE } : goesOn ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    children: [
      new Paragraph({
        style: look.style(column),
        ...(cell === undefined || begunAbove ? {} : { children: toRuns(cell.inlines, look.emphasis) }),
        ...(look.keepNext ? { keepNext: true } : {}),
      }),
    ],
  });
}
