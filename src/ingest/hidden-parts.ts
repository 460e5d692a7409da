/** Figures of a table that Excel does not show: they count like the others, and whoever compares print and file must know. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { columnLetters } from '../finding/place.js';
import type { FoundTable } from './found-table.js';
import { cellAt, isBlank, placeOf } from './raw-sheet.js';

/** Numbers named one by one; the rest are counted. */
const MOST_NAMED = 10;

/** Findings: sheet-hidden, rows-hidden, columns-hidden; one each for a table. */
export function checkHiddenParts({ sheet, form, match, bottom, firstRow, lastRow }: FoundTable): readonly Finding[] {
  const { hidden, origin } = sheet;
  if (!hidden) return [];
  const table = form.name;
  const columns = [...match.columns.values()];
  const used = new Set(columns);
  const hiddenRows = hidden.rows.filter((row) => firstRow <= row && row <= lastRow && columns.some((column) => !isBlank(cellAt(sheet, row, column))));
  const hiddenColumns = hidden.columns.filter((column) => used.has(column));
  const findings: Finding[] = [];
  if (hidden.sheet && origin.in === 'sheet') findings.push(found('sheet-hidden', { in: 'sheet', file: sheet.file, sheet: origin.sheet }, { sheet: origin.sheet, table }));
  if (hiddenRows.length > 0) {
    findings.push(found('rows-hidden', placeOf(sheet, hiddenRows[0]!), { table, rows: named(hiddenRows.map(String)) }));
  }
  if (hiddenColumns.length > 0) {
    findings.push(found('columns-hidden', placeOf(sheet, bottom, hiddenColumns[0]!), { table, columns: named(hiddenColumns.map(columnLetters)) }));
  }
  return findings;
}

function named(all: readonly string[]): string {
  const rest = all.length - MOST_NAMED;
  return all.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` và ${rest} nữa` : '');
}
