/** What is wrong with the columns of a recognised table: missing, fitting twice, unknown with figures in it. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { closest } from '../statistics/closest.js';
import { isNumeric } from '../statistics/form.js';
import { headerLine, headerPlace, type FoundTable } from './found-table.js';
import { parseFigure } from './parse-figure.js';
import { describePlace } from '../finding/describe.js';
import { cellAt, isBlank, mergeAt, placeOf } from './raw-sheet.js';

/** Findings: column-missing, column-ambiguous, column-twice, column-unknown. */
export function checkColumns(table: FoundTable): readonly Finding[] {
  const { form, match } = table;
  const open = new Set([...match.ambiguous.flatMap(({ candidates }) => candidates), ...match.twice.map(({ column }) => column)]);
  const missing = form.columns
    .filter((column) => column.required && !match.columns.has(column.id) && !open.has(column))
    .map((column) => found('column-missing', headerPlace(table), { header: headerLine(column), table: form.name }, { expected: headerLine(column) }));
  const ambiguous = match.ambiguous.map(({ column, candidates }) => {
    const choices = candidates.map(headerLine);
    const header = table.paths[column]!.join(': ');
    return found('column-ambiguous', headerCell(table, column), { header, first: choices[0]!, second: choices[1]! }, { seen: header, choices });
  });
  const twice = match.twice.map(({ column, columns }) => {
    const places = columns.map((one) => headerCell(table, one));
    return found('column-twice', places[1]!, { header: headerLine(column) }, { related: [places[0]!], choices: places.map(describePlace) });
  });
  return [...missing, ...ambiguous, ...twice, ...unknownColumns(table).map((column) => unknownColumn(table, column))];
}

/** Columns with a header and figures that the form does not know; text columns (remarks) are nobody's concern. */
function unknownColumns({ sheet, left, right, paths, match, firstRow, lastRow }: FoundTable): readonly number[] {
  const known = new Set([
    ...match.columns.values(),
    ...match.ambiguous.map(({ column }) => column),
    ...match.twice.flatMap(({ columns }) => columns),
    match.rowKind,
    match.source,
  ]);
  const columns: number[] = [];
  for (let column = left; column <= right; column++) {
    if (known.has(column) || !paths[column]?.length) continue;
    for (let row = firstRow; row <= lastRow; row++) {
      const cell = cellAt(sheet, row, column);
      const isFigure = cell.kind === 'number' || (cell.kind === 'text' && parseFigure(cell.text, 'decimal').kind !== 'unreadable');
      if (!isFigure) continue;
      columns.push(column);
      break;
    }
  }
  return columns;
}

function unknownColumn(table: FoundTable, column: number): Finding {
  const header = table.paths[column]!.join(': ');
  const lines = new Map(
    table.form.columns.filter(isNumeric).flatMap((one) => [one.path.at(-1)!, headerLine(one)].map((text) => [text, headerLine(one)])),
  );
  const near = closest(header, [...lines.keys()]);
  const nearest = near === undefined ? '' : lines.get(near)!;
  return found('column-unknown', headerCell(table, column), { header, nearest }, { seen: header, ...(nearest === '' ? {} : { expected: nearest }) });
}

/** The lowest cell of the header that holds the column's own text. */
function headerCell({ sheet, top, bottom }: FoundTable, column: number): Place {
  for (let row = bottom; row >= top; row--) {
    const merge = mergeAt(sheet, row, column);
    const [ownRow, ownColumn] = merge ? [merge.top, merge.left] : [row, column];
    if (!isBlank(cellAt(sheet, ownRow, ownColumn))) return placeOf(sheet, ownRow, ownColumn);
  }
  return placeOf(sheet, top, column);
}
