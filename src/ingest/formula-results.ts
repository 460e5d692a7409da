/** Stored results that may not be what their formulas say today: sums left uncalculated, figures fetched from other files. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Table } from '../statistics/dataset.js';
import { exact } from '../statistics/exact.js';
import type { FormColumn } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { headerLine, type FoundTable } from './found-table.js';
import { plainSum } from './plain-sum.js';
import { cellAt, cellOfPlace, placeOf } from './raw-sheet.js';

/** «[1]Sheet1!A1», «'C:\Thang 1\[so lieu.xlsx]Trang 1'!A1». */
const OTHER_FILE = /\[[^\]]+\][^[\]]*!/;

/** Binary sums carry noise far below any figure of an office. */
const NOISE = exact('0.000001');

/** Findings: formula-stale at each cell, formula-external at the first. */
export function checkFormulaResults(place: FoundTable, table: Table): readonly Finding[] {
  const results = formulaResults(place, table);
  return [...staleSums(place, results), ...fetchedFigures(results)];
}

interface FormulaResult {
  readonly formula: string;
  /** Plain decimal, and as it shows. */
  readonly value: string;
  readonly written: string;
  readonly row: Table['rows'][number];
  readonly column: FormColumn;
  readonly place: Finding['place'];
}

/** The figures of the table that are stored results of formulas. */
function formulaResults({ sheet, form }: FoundTable, { rows }: Table): readonly FormulaResult[] {
  return rows.flatMap((row) =>
    form.columns.flatMap((column) => {
      const cell = row.cells[column.id];
      const origin = cell?.kind === 'number' ? cell.quantity.origin : undefined;
      const at = origin?.kind === 'source' ? cellOfPlace(sheet, origin.place) : undefined;
      const raw = at && cellAt(sheet, at.row, at.column);
      if (raw?.kind !== 'number' || raw.formula === undefined) return [];
      const { formula, value, written } = raw;
      return [{ formula, value, written, row, column, place: placeOf(sheet, at!.row, at!.column) }];
    }),
  );
}

/** In totals and in columns that an identity holds, the checks find a stale result themselves and say it better. */
function staleSums({ sheet, form }: FoundTable, results: readonly FormulaResult[]): readonly Finding[] {
  const held = form.identities.map(({ rule }) => rule).join(' ');
  return results.flatMap(({ formula, value, written, row, column, place }) => {
    if (row.role !== 'item' || column.formula !== undefined || new RegExp(`\\b${column.id}\\b`).test(held)) return [];
    const sum = written.endsWith('%') ? undefined : plainSum(sheet, formula);
    if (sum === undefined || sum.sub(exact(value)).abs().compare(NOISE) <= 0) return [];
    const [seen, expected] = [formatExact(exact(value)), formatExact(sum)];
    return [found('formula-stale', place, { row: row.label, column: headerLine(column), formula, seen, expected }, { seen, expected })];
  });
}

function fetchedFigures(results: readonly FormulaResult[]): readonly Finding[] {
  const fetched = results.filter(({ formula }) => OTHER_FILE.test(formula));
  const [first] = fetched;
  if (!first) return [];
  const { formula, row, column, place } = first;
  return [found('formula-external', place, { row: row.label, column: headerLine(column), count: fetched.length }, { seen: `=${formula}` })];
}
