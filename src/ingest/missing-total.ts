/** A total that is not there, whole or in one column: nothing is lost, but there is nothing to hold the rows against either. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Row, Table } from '../statistics/dataset.js';
import { numericColumns, type Form } from '../statistics/form.js';
import { headerLine, type FoundTable } from './found-table.js';
import { cellAt, cellOfPlace, isBlank, type RawSheet } from './raw-sheet.js';

/** Findings: total-missing, at the table or at the blank cell of a total row. A CSV or a JSON is data passed on by software, which need not print totals. */
export function checkTotalRow({ sheet, form }: FoundTable, { rows, place }: Table): readonly Finding[] {
  const { total, name } = form;
  const printed = rows.find(({ role }) => role === 'total');
  if (total && printed) return blankTotals(sheet, form, rows, printed);
  if (!total || sheet.origin.in !== 'sheet' || rows.length === 0) return [];
  return [found('total-missing', place, { table: name, total: total.label }, { expected: total.label })];
}

/** A total row without any figure is a label; a column without any has no total. */
function blankTotals(sheet: RawSheet, form: Form, rows: readonly Row[], total: Row): readonly Finding[] {
  const summed = numericColumns(form).filter(({ id, adds }) => adds === 'sum' && rows.some(({ role, cells }) => role === 'item' && cells[id]?.kind === 'number'));
  const blank = summed.flatMap((column) => {
    const cell = total.cells[column.id];
    const place = cell?.kind === 'absent' ? cell.place : undefined;
    const at = place && cellOfPlace(sheet, place);
    return at && isBlank(cellAt(sheet, at.row, at.column)) ? [{ column, place: place! }] : [];
  });
  if (blank.length === summed.length) return [];
  return blank.map(({ column, place }) => found('total-missing', place, { table: form.name, total: total.label, column: headerLine(column) }));
}
