/** Errors planted into derived tables: a cell of the source changed, everything that follows from it computed anew. Apart from the rules they are planted for, because properties plant too. */
import type { Place } from '../../src/finding/place.js';
import { deriveTable, quantityOf, type DerivedTable } from '../../src/statistics/derive.js';
import type { Row, Table } from '../../src/statistics/dataset.js';
import { toDecimalText, type Exact } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { figure } from './clean-annual.js';

export interface CellChange {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly value: Exact;
}

/** One error: what is changed and where the finding must stand. */
export interface Planted {
  readonly changes: readonly CellChange[];
  readonly place: Place;
}

/** A form with what was read by it. */
export interface Declared {
  readonly form: Form;
  readonly source: Table;
}

/** The tables with the error in them, derived anew. */
export function withChanges(table: DerivedTable, changes: readonly CellChange[]): DerivedTable {
  const own = changes.filter(({ form }) => form === table.form.id);
  if (own.length === 0) return table;
  const rows = table.source.rows.map((row) =>
    own.filter((one) => one.row === row.id).reduce((all, { column, value }): Row => ({ ...all, cells: { ...all.cells, [column]: figure(toDecimalText(value), placeOf(row, column)) } }), row),
  );
  return rederive(table, { form: table.form, source: { ...table.source, rows } });
}

export function rederive(table: DerivedTable, { form, source }: Declared): DerivedTable {
  return deriveTable(form, source, form.rows === 'units' ? table.items.map(({ id }) => id) : []);
}

export function valueIn(row: Row, column: string): Exact | undefined {
  return quantityOf(row.cells[column])?.value;
}

/** The cell of the source; of a figure that the source leaves to us, the cell where it would have stood. */
export function placeOf(row: Row, column: string): Place {
  const origin = quantityOf(row.cells[column])?.origin;
  if (origin?.kind === 'source') return origin.place;
  return row.place.in === 'sheet' ? { ...row.place, cell: `ZZ${row.place.cell?.replace(/\D/g, '') ?? ''}` } : row.place;
}

/** More by one: less than any two rows differ, more than rounding hides in any rule of ours. */
export function moved(form: string, row: Row, column: string): Planted {
  return changed(form, row, column, valueIn(row, column)!.add(1));
}

export function changed(form: string, row: Row, column: string, value: Exact): Planted {
  return { changes: [change(form, row, column, value)], place: placeOf(row, column) };
}

export function change(form: string, row: Row, column: string, value: Exact): CellChange {
  return { form, row: row.id, column, value };
}
