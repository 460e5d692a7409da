/** Cells of a table at their places: every place of a row is filled or covered, and no span reaches beyond the table. */
import type { TableBlock, TableCell, TableRow } from '../../document/tree.js';
import { BOLD, ITALIC, REGULAR, type Face } from './fonts.js';

export type Part = 'header' | 'formula' | 'body';

export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly face: Face;
  readonly part: Part;
}

export interface TableGrid {
  /** By row, header rows first, then the formula row; a cell stands in every place that it covers. */
  readonly rows: readonly (readonly PlacedCell[])[];
  /** Rows that come again on every page. */
  readonly headerRows: number;
  /** Cells for which the table has no column. */
  readonly homeless: readonly TableCell[];
}

const EMPTY: TableCell = { inlines: [] };

export function tableGrid({ columns, header, formulaRow, rows }: TableBlock): TableGrid {
  const homeless: TableCell[] = [];
  const headRows = place(header, columns.length, homeless, () => BOLD, 'header', 0);
  const formulaRows = place(formulaRow ? [formulaRow] : [], columns.length, homeless, () => ITALIC, 'formula', headRows.length);
  const headerRows = headRows.length + formulaRows.length;
  const body = place(rows.map((row) => row.cells), columns.length, homeless, (row) => rowFace(rows[row]!), 'body', headerRows);
  return { rows: [...headRows, ...formulaRows, ...body], headerRows, homeless };
}

/** Rows that are no items are bold, unless their own inlines say how they look. */
function rowFace(row: TableRow): Face {
  if (row.role === 'item') return REGULAR;
  const emphasised = row.cells.some((cell) => cell.inlines.some((inline) => inline.type === 'strong' || inline.type === 'emphasis'));
  return emphasised ? REGULAR : BOLD;
}

function place(rows: readonly (readonly TableCell[])[], width: number, homeless: TableCell[], face: (row: number) => Face, part: Part, firstRow: number): PlacedCell[][] {
  const grid = rows.map(() => new Array<PlacedCell | undefined>(width).fill(undefined));
  const settle = (cell: TableCell, row: number, column: number): void => {
    const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - row);
    let colSpan = 1;
    while (colSpan < (cell.colSpan ?? 1) && column + colSpan < width && !grid[row]![column + colSpan]) colSpan++;
    const placed = { cell, row: firstRow + row, column, colSpan, rowSpan, face: face(row), part };
    for (let r = row; r < row + rowSpan; r++) grid[r]!.fill(placed, column, column + colSpan);
  };
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      const column = grid[row]!.indexOf(undefined);
      if (column < 0) homeless.push(cell);
      else settle(cell, row, column);
    }
    // A place the tree leaves out is an empty cell.
    for (let column = grid[row]!.indexOf(undefined); column >= 0; column = grid[row]!.indexOf(undefined)) settle(EMPTY, row, column);
  }
  return grid as PlacedCell[][];
}
