/** A workbook whose table ends without its total: nothing is lost, but there is nothing to hold the rows against either. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Table } from '../statistics/dataset.js';
import type { FoundTable } from './found-table.js';

/** Findings: total-missing. A CSV or a JSON is data passed on by software, which need not print totals. */
export function checkTotalRow({ sheet, form }: FoundTable, { rows, place }: Table): readonly Finding[] {
  const { total, name } = form;
  if (!total || sheet.origin.in !== 'sheet' || rows.length === 0 || rows.some(({ role }) => role === 'total')) return [];
  return [found('total-missing', place, { table: name, total: total.label }, { expected: total.label })];
}
