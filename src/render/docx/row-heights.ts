/** About how tall the rows of a table will be, from the widths of their words: Word alone knows exactly. */
import type { TableBlock, TableCell } from '../../document/tree.js';
import { inlineText, spanGrid } from '../../document/walk.js';
import { wrapText } from '../text-width.js';
import { CELL_MARGIN_TWIPS, type TableFit } from './table-fit.js';
import { twipsToPt } from './twips.js';

/** A line of Times New Roman takes this many times its size. */
const LINE = 1.15;
/** Distance above and below the text of a cell, and the line under it. */
const PADDING_PT = 2.5;

export function rowHeightsPt(table: TableBlock, { widths, sizePt }: TableFit): readonly number[] {
  const grid = spanGrid(
    table.rows.map(({ cells }) => cells),
    widths.length,
  );
  const heights = grid.map(() => sizePt * LINE + PADDING_PT);
  const cells = new Map<TableCell, { row: number; widthTwips: number }>();
  for (const [row, places] of grid.entries()) {
    for (const [column, cell] of places.entries()) {
      const known = cell && cells.get(cell);
      if (cell === undefined || (known !== undefined && known.row < row)) continue;
      cells.set(cell, { row, widthTwips: (known?.widthTwips ?? 0) + widths[column]! });
    }
  }
  // Cells of one row first: what a cell over several rows needs beyond them goes to the last.
  for (const [cell, { row, widthTwips }] of [...cells].sort(([a], [b]) => (a.rowSpan ?? 1) - (b.rowSpan ?? 1))) {
    const bold = table.rows[row]!.role !== 'item';
    const lines = wrapText(inlineText(cell.inlines), sizePt, { bold }, twipsToPt(widthTwips - 2 * CELL_MARGIN_TWIPS)).length;
    const last = Math.min(row + (cell.rowSpan ?? 1), heights.length) - 1;
    const missing = lines * sizePt * LINE + PADDING_PT - heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    if (missing > 0) heights[last]! += missing;
  }
  return heights;
}
