/** Headers of two columns exchanged against the period before: nothing inside the table tells, only last period's order of size does. A question, because a true change of that kind cannot be excluded. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formRule } from '../statistics/derive.js';
import { numericColumns, type Form, type FormColumn } from '../statistics/form.js';
import { figureOf, figurePlace, figuresOf, itemsOf, matchedRows, type MatchedRow, type TwoPeriods } from './two-periods.js';

/** Two figures of a row this far apart do not change order when each doubles or halves. */
const FAR_APART = 4;
/** The larger of two figures from which on their order means something. */
const TELLING_SIZE = 10;
/** Rows far apart that must fit better exchanged. */
const TELLING_ROWS = 3;
/** Rows whose order is reversed without exception, where few figures are far apart. */
const REVERSED_ROWS = 10;
/** How much the larger column must outweigh the smaller, in both periods, where only the order speaks. */
const OUTWEIGHS = 1.25;

export type ColumnPair = readonly [FormColumn, FormColumn];

export function checkSwappedColumns(periods: TwoPeriods, swapped: readonly ColumnPair[]): readonly Finding[] {
  return swapped.map(([a, b]) => {
    const [first, second] = [a.path.join(': '), b.path.join(': ')];
    const row = itemsOf(periods.now)[0]!;
    return found('columns-swapped', figurePlace(row, a.id), { first, second, now: periods.names.now, before: periods.names.before }, {
      basis: figuresOf(itemsOf(periods.now), [a.id, b.id]),
      related: [figurePlace(row, b.id)],
      choices: [`«${first}» và «${second}» bị đổi tiêu đề cho nhau`, `tiêu đề đúng, số liệu thay đổi thật (chấp nhận, nêu lý do)`],
    });
  });
}

/** `previousColumns`: last year's column beside this year's; from one year to the next the second becomes the first, which looks like an exchange. */
export function findSwappedColumns(periods: TwoPeriods, previousColumns: Readonly<Record<string, string>> = {}): readonly ColumnPair[] {
  // Rates and ranks move freely; what adds up keeps its order of size.
  const columns = numericColumns(periods.now.form).filter(({ adds }) => adds === 'sum');
  const rows = matchedRows(periods);
  return columns.flatMap((a, index) =>
    columns
      .slice(index + 1)
      .filter((b) => a.type === b.type && previousColumns[a.id] !== b.id && previousColumns[b.id] !== a.id && areSwapped(periods, rows, a.id, b.id))
      .map((b): ColumnPair => [a, b]),
  );
}

/** The four figures of a row in two columns. */
interface Square {
  readonly row: MatchedRow;
  readonly now: readonly [number, number];
  readonly before: readonly [number, number];
}

function areSwapped({ now: { form } }: TwoPeriods, rows: readonly MatchedRow[], a: string, b: string): boolean {
  const squares = rows.flatMap((row) => toSquare(row, a, b) ?? []);
  // The rules of the form are asked last: most pairs of columns are plainly right.
  if (squares.filter(fitsExchanged).length < TELLING_ROWS && squares.filter(isReversed).length < REVERSED_ROWS) return false;
  const verdicts = squares.flatMap((square): readonly Verdict[] => {
    const verdict = rulesOn(form, square.row, a, b);
    return verdict === 'silent' ? [] : [{ square, verdict }];
  });
  return fitFarBetter(verdicts) || areAllReversed(verdicts);
}

interface Verdict {
  readonly square: Square;
  /** Whether the rules of the form allow the exchange in the row, or only the figures as they stand. */
  readonly verdict: 'exchangeable' | 'stands';
}

function fitFarBetter(verdicts: readonly Verdict[]): boolean {
  const telling = verdicts.filter(({ square, verdict }) => verdict === 'stands' || isFarApart(square.before));
  const fitting = telling.filter(({ square, verdict }) => verdict === 'exchangeable' && fitsExchanged(square)).length;
  // One unit in six may go its own way.
  return fitting >= TELLING_ROWS && (telling.length - fitting) * 5 <= fitting;
}

/** Every row that has an order has the other one now, and the sums of the columns too. */
function areAllReversed(verdicts: readonly Verdict[]): boolean {
  const ordered = verdicts.filter(({ square: { now, before } }) => now[0] !== now[1] && before[0] !== before[1]);
  if (ordered.length < REVERSED_ROWS || !ordered.every(({ square, verdict }) => verdict === 'exchangeable' && isReversed(square))) return false;
  const sum = (side: 'now' | 'before', at: 0 | 1): number => verdicts.reduce((total, { square }) => total + square[side][at], 0);
  const [larger, smaller] = sum('before', 0) > sum('before', 1) ? ([0, 1] as const) : ([1, 0] as const);
  return sum('before', larger) >= OUTWEIGHS * sum('before', smaller) && sum('now', smaller) >= OUTWEIGHS * sum('now', larger);
}

function isReversed({ now, before }: Square): boolean {
  return (now[0] - now[1]) * (before[0] - before[1]) < 0;
}

function fitsExchanged({ now, before }: Square): boolean {
  if (!isFarApart(before)) return false;
  const exchanged = distance(now[1], before[0]) + distance(now[0], before[1]);
  return 2 * exchanged <= distance(now[0], before[0]) + distance(now[1], before[1]);
}

function isFarApart([a, b]: readonly [number, number]): boolean {
  return Math.max(a, b) >= TELLING_SIZE && Math.max(a, b) + 1 >= FAR_APART * (Math.min(a, b) + 1);
}

/** Free of scale: from 10 to 20 is as far as from 1000 to 2000. */
function distance(a: number, b: number): number {
  return Math.abs(Math.log((a + 1) / (b + 1)));
}

/** undefined where a figure is absent or below 0. */
function toSquare(row: MatchedRow, a: string, b: string): Square | undefined {
  const figures = [figureOf(row.now, a), figureOf(row.now, b), figureOf(row.before, a), figureOf(row.before, b)];
  if (!figures.every((figure) => figure !== undefined && figure.s >= 0n)) return undefined;
  const [nowA, nowB, beforeA, beforeB] = figures.map((figure) => figure!.valueOf()) as [number, number, number, number];
  return { row, now: [nowA, nowB], before: [beforeA, beforeB] };
}

/** silent: the row is faulty in itself, which has its own finding. */
function rulesOn(form: Form, row: MatchedRow, a: string, b: string): Verdict['verdict'] | 'silent' {
  const asItStands = (column: string): string => column;
  const exchanged = (column: string): string => (column === a ? b : column === b ? a : column);
  if (!holdRules(form, row, [a, b], asItStands)) return 'silent';
  if (!holdRules(form, row, [a, b], exchanged)) return 'stands';
  if (opensRight(form, row, [a, b], exchanged)) return 'exchangeable';
  return opensRight(form, row, [a, b], asItStands) ? 'stands' : 'silent';
}

function holdRules(form: Form, row: MatchedRow, concerned: readonly string[], from: (column: string) => string): boolean {
  return [...form.identities, ...form.ranges].every(({ rule }) => {
    const named = rule.match(/[a-z][a-z0-9_]*/g) ?? [];
    if (!named.some((name) => concerned.includes(name))) return true;
    const figure = (column: string) => figureOf(row.now, from(column));
    // A figure is absent, or the rule is over more than columns (number of provinces): it says nothing about the exchange.
    if (named.some((name) => !figure(name))) return true;
    return formRule(form, rule).evaluate(({ column }) => figure(column)!) !== false;
  });
}

/** The opening column shows last period's closing, figure by figure. */
function opensRight(form: Form, row: MatchedRow, concerned: readonly string[], from: (column: string) => string): boolean {
  return form.continuity.every(({ opening, closing }) => {
    const [seen, expected] = [figureOf(row.now, from(opening)), figureOf(row.before, closing)];
    return !concerned.includes(opening) || !seen || !expected || seen.equals(expected);
  });
}
