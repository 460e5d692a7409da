/** The three real months of the sample office as derived tables, and small changes of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import { readSources } from '../../src/ingest/read-sources.js';
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Cell, Table } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { periodName } from '../../src/statistics/period-name.js';
import { periodDates, type Period } from '../../src/statistics/period.js';
import { readForm } from '../../src/statistics/read-form.js';
import { readAgency } from '../../src/template/agency.js';
import { sentFiles } from '../ingest/context.js';
import { REPOSITORY } from '../support/map-host.js';

export interface Month {
  readonly results: DerivedTable;
  readonly satisfaction: DerivedTable;
  readonly others: DerivedTable;
  readonly name: string;
}

export function loadForm(id: string): Form {
  const file = `templates/forms/${id}.yaml`;
  const form = readForm(file, readFileSync(path.join(REPOSITORY, file), 'utf8'));
  if (!form.ok) throw new Error(JSON.stringify(form.findings));
  return form.value;
}

export async function loadMonths(): Promise<readonly [Month, Month, Month]> {
  const file = 'data/agencies/ttpvhcc-soc-trang.yaml';
  const agency = readAgency(file, readFileSync(path.join(REPOSITORY, file), 'utf8'));
  if (!agency.ok) throw new Error(JSON.stringify(agency.findings));
  const { id, calendar, units } = agency.value;
  const forms = ['ket-qua-giai-quyet', 'muc-do-hai-long', 'so-lieu-khac'].map(loadForm);
  const workbooks = createWorkbookReader();
  const load = async (month: number): Promise<Month> => {
    const period: Period = { kind: 'month', year: 2021, month };
    const { tables } = await readSources(sentFiles(`2021-0${month}`), { agency: id, period, units, forms, ...periodDates(period, calendar) }, workbooks);
    const [results, satisfaction, others] = forms.map((form) => deriveTable(form, tables.find((one) => one.form === form.id)!, units.map((unit) => unit.id)));
    return { results: results!, satisfaction: satisfaction!, others: others!, name: periodName(period) };
  };
  try {
    return [await load(1), await load(2), await load(3)];
  } finally {
    await workbooks.close();
  }
}

/** The table with other figures: `change` gives the new value of a cell of an item row, or undefined to keep it. */
export function withFigures(table: DerivedTable, change: (row: string, column: string, value: number) => number | undefined): DerivedTable {
  const rows = table.source.rows
    .filter(({ role }) => role === 'item')
    .map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, changed(cell, (value) => change(row.id, column, value))])) }));
  return rederived(table, { ...table.source, rows });
}

export function rederived(table: DerivedTable, source: Table): DerivedTable {
  return deriveTable(table.form, source, table.form.rows === 'units' ? table.items.map(({ id }) => id) : []);
}

/** Two columns with their figures exchanged, as exchanged headers would read. */
export function swapped(table: DerivedTable, a: string, b: string): DerivedTable {
  const rows = table.source.rows.filter(({ role }) => role === 'item').map((row) => ({ ...row, cells: { ...row.cells, [a]: row.cells[b]!, [b]: row.cells[a]! } }));
  return rederived(table, { ...table.source, rows });
}

function changed(cell: Cell, change: (value: number) => number | undefined): Cell {
  if (cell.kind !== 'number') return cell;
  const value = change(cell.quantity.value.valueOf());
  return value === undefined ? cell : { kind: 'number', quantity: { ...cell.quantity, value: exact(value) } };
}
