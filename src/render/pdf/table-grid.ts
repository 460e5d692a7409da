/** Cells of a table at their places: pdfmake wants every place of a row filled, covered ones too, and throws at spans that reach beyond the table. */
import type { TableBlock, TableCell, TableRow } from '../../document/tree.js';
import { BOLD, REGULAR, type Face } from './fonts.js';

export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly face: Face;
  readonly isHeader: boolean;
}

export interface TableGrid {
  /** By row, header rows first; undefined where a span covers the place. */
  readonly rows: readonly (readonly (PlacedCell | undefined)[])[];
  readonly headerRows: number;
  /** Cells for which the table has no column. */
  readonly homeless: readonly TableCell[];
}

const EMPTY: TableCell = { inlines: [] };

export function tableGrid(table: TableBlock): TableGrid {
  const homeless: TableCell[] = [];
  const header = place(table.header, table.columns.length, homeless, () => BOLD, true, 0);
  const body = place(
    table.rows.map((row) => row.cells),
    table.columns.length,
    homeless,
    (row) => rowFace(table.rows[row]!),
    false,
    header.length,
  );
  return { rows: [...header, ...body], headerRows: header.length, homeless };
}

/** Totals and groups are bold; a ratio row too, unless its own inlines say how it looks. */
function rowFace(row: TableRow): Face {
  if (row.role === 'item') return REGULAR;
  const emphasised = row.cells.some((cell) => cell.inlines.some((inline) => inline.type === 'strong' || inline.type === 'emphasis'));
  return row.role === 'ratio' && emphasised ? REGULAR : BOLD;
}

function place(
  rows: readonly (readonly TableCell[])[],
  width: number,
  homeless: TableCell[],
  face: (row: number) => Face,
  isHeader: boolean,
  firstRow: number,
): (PlacedCell | undefined)[][] {
  const taken = rows.map(() => new Array<boolean>(width).fill(false));
  const grid = rows.map(() => new Array<PlacedCell | undefined>(width).fill(undefined));
  const settle = (cell: TableCell, row: number, column: number): void => {
    const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - row);
    let colSpan = 1;
    while (colSpan < (cell.colSpan ?? 1) && column + colSpan < width && !taken[row]![column + colSpan]) colSpan++;
    for (let r = row; r < row + rowSpan; r++) taken[r]!.fill(true, column, column + colSpan);
    grid[row]![column] = { cell, row: firstRow + row, column, colSpan, rowSpan, face: face(row), isHeader };
  };
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      const column = taken[row]!.indexOf(false);
      if (column < 0) homeless.push(cell);
      else settle(cell, row, column);
    }
    // A place the tree leaves out is an empty cell.
    for (let column = taken[row]!.indexOf(false); column >= 0; column = taken[row]!.indexOf(false)) settle(EMPTY, row, column);
  }
  return grid;
}
