/** Rows of a CSV with more fields than the header: a delimiter inside a name or a figure has moved everything behind it. */
import { found } from '../finding/catalog.js';
import { isNumeric } from '../statistics/form.js';
import { nameKey } from '../statistics/unit-list.js';
import type { FoundTable } from './found-table.js';
import { cellAt, cellText, isBlank, placeOf, type RawCell } from './raw-sheet.js';
import { looksLikeFigure } from './read-figure.js';
import type { SharperFinding } from './sharper-finding.js';

/** Findings: fields-shifted, in place of whatever the shifted fields were read as. */
export function checkShiftedFields({ sheet, form, match, top, bottom, firstRow, lastRow }: FoundTable): readonly SharperFinding[] {
  if (sheet.origin.in !== 'csv') return [];
  const columns = Math.max(...sheet.rows.slice(top - 1, bottom).map(lastFilled));
  const figures = form.columns.filter(isNumeric).flatMap(({ id }) => match.columns.get(id) ?? []);
  const sharper: SharperFinding[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const cells = sheet.rows[row - 1]!;
    const fields = lastFilled(cells);
    // A sentence below the table may hold any number of commas.
    if (fields <= columns || !figures.some((column) => looksLikeFigure(cellAt(sheet, row, column)))) continue;
    const place = placeOf(sheet, row, columns + 1);
    const line = place.in === 'csv' ? place.line : 0;
    const text = nameKey(cells.map(cellText).join(', '));
    sharper.push({
      finding: found('fields-shifted', place, { fields, columns }, { seen: String(fields), expected: String(columns) }),
      replaces: ({ code, place: other, expected }) =>
        (other.in === 'csv' && other.line === line) || (code === 'unit-missing' && expected !== undefined && text.includes(nameKey(expected))),
    });
  }
  return sharper;
}

function lastFilled(cells: readonly RawCell[]): number {
  return cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}
