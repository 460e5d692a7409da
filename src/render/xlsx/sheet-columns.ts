/** Widths of a sheet's columns: the weights of its tables over the page, but never narrower than a figure or a header word needs (Excel shows #### and breaks words). */
import type { TableBlock } from '../../document/tree.js';
import { spanGrid } from '../../document/walk.js';
import { formulaPieces } from '../formula-row.js';
import { textWidthPt } from '../text-width.js';
import { toTextRuns } from './cell-text.js';

/** Excel keeps about five pixels of a cell free of text; the lines take one. */
export const CELL_PADDING_PT = 4.5;
const POINTS_PER_MM = 72 / 25.4;

/** One width in points for each column of the widest table. Tables of one sheet share its columns, from the first on. */
export function columnWidthsPt(tables: readonly TableBlock[], textWidthMm: number, sizePt: number): readonly number[] {
  const available = textWidthMm * POINTS_PER_MM;
  const widest = tables.reduce<TableBlock | undefined>((most, table) => (most && most.columns.length >= table.columns.length ? most : table), undefined);
  if (!widest) return [available];
  const least = widest.columns.map((_, column) => Math.max(...tables.map((table) => narrowestPt(table, column, sizePt))));
  return shareOut(widest.columns.map(({ weight }) => weight), least, available);
}

/** Columns below what they need get that much, the others share the rest; where all need more than the page has, print scaling takes it in. */
function shareOut(weights: readonly number[], least: readonly number[], available: number): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const rest = available - [...fixed].reduce((sum, column) => sum + least[column]!, 0);
    const weight = weights.reduce((sum, one, column) => (fixed.has(column) ? sum : sum + one), 0);
    const share = (column: number): number => (rest > 0 && weight > 0 ? (rest * weights[column]!) / weight : 0);
    const short = weights.findIndex((_, column) => !fixed.has(column) && share(column) < least[column]!);
    if (short < 0) return weights.map((_, column) => (fixed.has(column) ? least[column]! : share(column)));
    fixed.add(short);
  }
}

function narrowestPt(table: TableBlock, column: number, sizePt: number): number {
  const header = spanGrid(table.header, table.columns.length);
  const body = spanGrid(
    table.rows.map(({ cells }) => cells),
    table.columns.length,
  );
  let most = 0;
  const formulas = table.formulaRow ? spanGrid([table.formulaRow], table.columns.length) : [];
  for (const cell of [...header, ...formulas, ...body].map((row) => row[column])) {
    if (!cell || (cell.colSpan ?? 1) > 1) continue;
    // With the marks of notes.
    const text = toTextRuns(cell.inlines, { bold: true, italic: false }).map((run) => run.text).join('');
    // A number never wraps; a text wraps at blanks, a formula behind its signs.
    const pieces = cell.value !== undefined ? [text] : cell === formulas[0]?.[column] ? formulaPieces(text) : text.split(/\s+/);
    for (const piece of pieces) most = Math.max(most, textWidthPt(piece, sizePt, { bold: true }) + CELL_PADDING_PT);
  }
  return most;
}

/** Excel counts widths in digits of the standard font, which are seven pixels wide at eleven points. */
export function toExcelWidth(widthPt: number): number {
  return Math.round(((widthPt * 96) / 72 / 7) * 100) / 100;
}
