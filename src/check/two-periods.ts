/** Two periods of one form side by side: rows matched by id, the figure of a cell and where it stands. Shared by the checks against the period before. */
import type { Place } from '../finding/place.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import type { Exact } from '../statistics/exact.js';
import type { Form } from '../statistics/form.js';

export interface TwoPeriods {
  readonly now: DerivedTable;
  readonly before: DerivedTable;
  /** As the reader calls them: «tháng 02 năm 2021». */
  readonly names: { readonly now: string; readonly before: string };
}

export interface MatchedRow {
  readonly now: Row;
  readonly before: Row;
}

/** Item rows that both periods have, in the order of the present one. */
export function matchedRows({ now, before }: Pick<TwoPeriods, 'now' | 'before'>): readonly MatchedRow[] {
  return matchRows(itemsOf(now), itemsOf(before));
}

/** Of a listed form `items` are all rows; totals and subtotals only repeat what their parts say. */
export function itemsOf(table: DerivedTable): readonly Row[] {
  return table.items.filter(({ role }) => role === 'item');
}

export function matchRows(rows: readonly Row[], others: readonly Row[]): readonly MatchedRow[] {
  const earlier = new Map(others.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const match = earlier.get(row.id);
    return match ? [{ now: row, before: match }] : [];
  });
}

export function figureOf(row: Row, column: string): Exact | undefined {
  return quantityOf(row.cells[column])?.value;
}

/** Every figure of the columns: what a person accepts is this table, not every later one. */
export function figuresOf(rows: readonly Row[], columns: readonly string[]): readonly Exact[] {
  return rows.flatMap((row) => columns.flatMap((column) => figureOf(row, column) ?? []));
}

/** The cell of a figure; the row where it was computed. */
export function figurePlace(row: Row, column: string): Place {
  const origin = quantityOf(row.cells[column])?.origin;
  return origin && origin.kind !== 'derivation' ? origin.place : row.place;
}

/** Header of a column with all its levels: «Số hồ sơ nhận giải quyết: Tổng số». */
export function headerOf(form: Form, column: string): string {
  return form.columns.find(({ id }) => id === column)?.path.join(': ') ?? column;
}
