/** A table cut into bands that the pages are filled with. Types of their own file, for the bands are made, filled in and drawn in three places. */
import type { Inked } from './ink.js';
import type { Note } from './runs.js';
import type { SetText } from './set-text.js';
import type { PlacedCell } from './table-grid.js';

/** Compact, so that fifteen columns fit on a landscape page; the decree gives no rule for tables. */
export const LINE_PT = 0.5;
export const SIDE_PT = 2.5;
export const TOP_PT = 1;
const BOTTOM_PT = 1;
/** What a row is higher than its text: its paddings and the line above it. */
export const AROUND_PT = TOP_PT + BOTTOM_PT + LINE_PT;

export interface SetCell {
  readonly place: PlacedCell;
  readonly text: SetText;
}

export interface Band {
  readonly row: number;
  /** The row begins, or ends, with this band. */
  readonly begins: boolean;
  readonly ends: boolean;
}

export interface TableFlow {
  /** The cell that covers a place, by row and column. */
  readonly cells: readonly (readonly SetCell[])[];
  /** Left edges of the columns, and the right edge of the last. */
  readonly edges: readonly number[];
  readonly linePt: number;
  /** Comes again on every page. */
  readonly header: Inked | undefined;
  /** Lines of cut cells that stand on earlier pages. */
  readonly printed: Map<SetCell, number>;
}

export interface PlacedBand {
  readonly flow: TableFlow;
  readonly band: Band;
}

/** Cells of a row, each once. */
export function own(row: readonly SetCell[]): SetCell[] {
  return [...new Set(row)];
}

/** Of the lines from one up to another. */
export function notesOf({ lines }: SetText, from: number, to: number): Note[] {
  return lines.slice(from, to).flatMap(({ notes }) => notes);
}
