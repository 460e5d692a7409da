/** One row of a statistical table, its cells laid on the grid of the table. */
import { VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import type { TableCell as Cell } from '../../document/tree.js';
import { Paragraph, TableCell, TableRow } from './filled.js';
import { toRuns, type Emphasis } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';

export interface RowLook {
  readonly isHeader: boolean;
  /** Taller than most of a page: better divided than moved to the next one. */
  readonly maySplit: boolean;
  readonly style: (column: number) => StyleId;
  readonly emphasis: Emphasis;
  readonly keepNext: boolean;
}

export function tableRow(grid: readonly (readonly (Cell | undefined)[])[], row: number, widths: readonly number[], look: RowLook): TableRow {
  const cells: TableCell[] = [];
  const places = grid[row]!;
  for (let column = 0; column < widths.length; ) {
    const cell = places[column];
    let end = column + 1;
    while (cell !== undefined && end < widths.length && places[end] === cell) end++;
    cells.push(tableCell(cell, grid, row, column, widths.slice(column, end), look));
    column = end;
  }
  return new TableRow({ ...(look.maySplit ? {} : { cantSplit: true }), ...(look.isHeader ? { tableHeader: true } : {}), children: cells });
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
