/**
 * Widths of a table's columns: shares of the page by weight, but none narrower than its longest word, because a word that
 * does not fit is broken in the middle. Separate from drawing the table: this is arithmetic and knows nothing of DOCX.
 */
import type { TableBlock, TableCell } from '../../document/tree.js';
import { inlineText, spanGrid } from '../../document/walk.js';
import { textWidthPt } from '../text-width.js';

export interface ColumnWidths {
  /** Whole units whose sum is exactly the total. */
  readonly widths: readonly number[];
  /** False where even the narrowest columns are wider than the page together. */
  readonly wordsFit: boolean;
}

/** Narrowest width of each column in points: its longest word, cells over several columns left out. */
export function narrowestColumnsPt(table: TableBlock, sizePt: number): number[] {
  const narrowest = new Array<number>(table.columns.length).fill(0);
  const measure = (rows: readonly (readonly TableCell[])[], bold: (row: number) => boolean): void => {
    for (const [row, cells] of spanGrid(rows, table.columns.length).entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === undefined || (cell.colSpan ?? 1) > 1) continue;
        for (const word of inlineText(cell.inlines).split(/[ \n]/)) {
          narrowest[column] = Math.max(narrowest[column]!, textWidthPt(word, sizePt, { bold: bold(row) }));
        }
      }
    }
  };
  measure(table.header, () => true);
  measure(
    table.rows.map((row) => row.cells),
    (row) => table.rows[row]!.role !== 'item',
  );
  return narrowest;
}

/** Shares `total` by weight; a column below its narrowest width gets that, and the others share what is left. */
export function columnWidths(weights: readonly number[], narrowest: readonly number[], total: number): ColumnWidths {
  const wordsFit = sum(narrowest) <= total;
  // A column without weight still has to be divided by.
  const positive = weights.map((weight) => Math.max(weight, 0.001));
  const shares = wordsFit ? sharesAbove(positive, narrowest, total) : narrowest.map((width) => (width * total) / sum(narrowest));
  return { widths: wholeWidths(shares, total), wordsFit };
}

function sharesAbove(weights: readonly number[], narrowest: readonly number[], total: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = weights.map((_, column) => column).filter((column) => !fixed.has(column));
    const left = total - sum([...fixed].map((column) => narrowest[column]!));
    const unit = left / sum(free.map((column) => weights[column]!));
    const tooNarrow = free.filter((column) => weights[column]! * unit < narrowest[column]!);
    if (tooNarrow.length === 0) return weights.map((weight, column) => (fixed.has(column) ? narrowest[column]! : weight * unit));
    for (const column of tooNarrow) fixed.add(column);
  }
}

/** Rounds the borders between columns, not the columns, so that nothing is lost or added. */
function wholeWidths(shares: readonly number[], total: number): number[] {
  let border = 0;
  let end = 0;
  return shares.map((share, column) => {
    end += share;
    const next = column === shares.length - 1 ? total : Math.round(end);
    const width = next - border;
    border = next;
    return width;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
