/** What is wrong with the columns of a recognised table: missing, fitting twice, unknown with figures in it. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { closest } from '../statistics/closest.js';
import { isNumeric, type FormColumn } from '../statistics/form.js';
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
    .map((column) => missingColumn(table, column));
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

/** What a person may answer where no column of the table can be meant. */
const NO_CANDIDATE = ['bổ sung cột này vào bảng', 'không có số liệu của cột này'];

/** Any column the form does not know may be meant: figures for a figure, text for a text; the likeliest by its header first. */
function missingColumn(table: FoundTable, column: FormColumn): Finding {
  const withFigures = new Set(unknownColumns(table));
  const headers = unmatchedColumns(table).filter((at) => withFigures.has(at) === isNumeric(column)).map((at) => table.paths[at]!.join(': '));
  const nearest = closest(column.path.at(-1)!, headers);
  const choices = nearest === undefined ? headers : [nearest, ...headers.filter((header) => header !== nearest)];
  const params = { header: headerLine(column), table: table.form.name, form: table.form.id, column: column.id, candidate: choices[0] ?? '' };
  return found('column-missing', headerPlace(table), params, { expected: headerLine(column), choices: choices.length > 0 ? choices : NO_CANDIDATE });
}

/** Columns with a header and figures that the form does not know; text columns (remarks) are nobody's concern. */
function unknownColumns(table: FoundTable): readonly number[] {
  const { sheet, firstRow, lastRow } = table;
  return unmatchedColumns(table).filter((column) => {
    for (let row = firstRow; row <= lastRow; row++) {
      const cell = cellAt(sheet, row, column);
      if (cell.kind === 'number' || (cell.kind === 'text' && parseFigure(cell.text, 'decimal').kind !== 'unreadable')) return true;
    }
    return false;
  });
}

/** Columns with a header that is none of the form's. */
function unmatchedColumns({ left, right, paths, match }: FoundTable): readonly number[] {
  const known = new Set([
    ...match.columns.values(),
    ...match.ambiguous.map(({ column }) => column),
    ...match.twice.flatMap(({ columns }) => columns),
    match.rowKind,
    match.source,
    match.code,
  ]);
  const columns: number[] = [];
  for (let column = left; column <= right; column++) if (!known.has(column) && paths[column]?.length) columns.push(column);
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
