/** A form that prints last year's figures beside this year's: they must be those of last year's own table, where the workspace has it. */
import { found } from '../finding/catalog.js';
import { describePlace } from '../finding/describe.js';
import type { Finding } from '../finding/finding.js';
import type { DerivedTable } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { roundHalfUp, toDecimalText, type Exact } from '../statistics/exact.js';
import { formatExact } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import { pairedCauses } from './paired-causes.js';
import { figureOf, figurePlace, headerOf, itemsOf, matchRows, type MatchedRow, type TwoPeriods } from './two-periods.js';

/** `pairs`: column of last year's figures in this table → column of that year's own figures in its table. */
export function checkPreviousColumns(periods: TwoPeriods, pairs: Readonly<Record<string, string>>): readonly Finding[] {
  return Object.entries(pairs).flatMap(([column, own]) => checkPair(periods, column, own));
}

function checkPair(periods: TwoPeriods, column: string, own: string): readonly Finding[] {
  const { now, before, names } = periods;
  const decimals = now.form.columns.find(({ id }) => id === column)?.decimals ?? 0;
  const different = publishedRows(periods).flatMap((rows) => {
    const seen = figureOf(rows.now, column);
    const expected = figureOf(rows.before, own);
    return seen && expected && !samePrinted(seen, expected, decimals) ? [{ ...rows, row: rows.now.label, column, seen, expected }] : [];
  });
  const paired = pairedCauses(different);
  return different.map((one, index) => {
    const ownPlace = figurePlace(one.before, own);
    return found('previous-year-differs', figurePlace(one.now, column), {
      row: one.row,
      column: headerOf(now.form, column),
      own: headerOf(before.form, own),
      before: names.before,
      seen: formatExact(one.seen),
      expected: formatExact(one.expected),
      where: describePlace(ownPlace),
    }, {
      seen: toDecimalText(one.seen),
      expected: toDecimalText(one.expected),
      related: [ownPlace],
      cause: paired[index] ?? likelyCause(one.seen, one.expected, { decimals }),
    });
  });
}

/** Totals and subtotals too: both years published them. */
function publishedRows({ now, before }: TwoPeriods): readonly MatchedRow[] {
  const published = (table: DerivedTable): readonly Row[] => [...itemsOf(table), ...table.source.rows.filter(({ role }) => role !== 'item' && role !== 'ratio')];
  return matchRows(published(now), published(before));
}

/** One year may print more decimals than the other: both are rounded to what both print. */
function samePrinted(a: Exact, b: Exact, decimals: number): boolean {
  const common = Math.max(decimals, Math.min(decimalsOf(a), decimalsOf(b)));
  const [first, second] = [roundHalfUp(a, common), roundHalfUp(b, common)];
  return first.scaled === second.scaled && first.negative === second.negative;
}

function decimalsOf(value: Exact): number {
  return toDecimalText(value).split('.')[1]?.length ?? 0;
}
