/** Changes against the period before that a reader will ask about, by the threshold of the form: the total of each column and the main figure of each row. Notes only: a jump may well be true. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { DerivedTable } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { exact, toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
import { numericColumns, type Form, type FormColumn, type FormJump } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import { figureOf, figurePlace, matchedRows, type TwoPeriods } from './two-periods.js';

/** Rows named in one finding; the rest are counted. */
const MOST_ROWS = 5;

interface Jump {
  readonly name: string;
  readonly place: Place;
  readonly now: Exact;
  readonly before: Exact;
}

export function checkJumps(periods: TwoPeriods): readonly Finding[] {
  const { form } = periods.now;
  const threshold = form.jump;
  if (!threshold) return [];
  const main = mainFigure(form);
  // An opening is last period's closing, whose jump was noted then.
  const openings = form.continuity.map(({ opening }) => opening);
  return numericColumns(form)
    .filter(({ id }) => !openings.includes(id))
    .flatMap((column) => {
      const jumps = [...totalOf(periods, column), ...(column.id === main ? rowsOf(periods, column) : [])].filter((one) => isJump(one, threshold));
      return jumps.length === 0 ? [] : [toFinding(periods, column, jumps)];
    });
}

/** What a row is about: the figure its first identity breaks down («Tổng số» = …), else its first figure. */
function mainFigure(form: Form): string | undefined {
  const columns = numericColumns(form).map(({ id }) => id);
  const broken = form.identities.map(({ rule }) => rule.split('==')[0]!.trim()).find((side) => columns.includes(side));
  return broken ?? columns[0];
}

function totalOf({ now, before }: TwoPeriods, { id, adds }: FormColumn): readonly Jump[] {
  // Totals of units are computed; a list states its own.
  const [row, earlierRow] = [totalRow(now), totalRow(before)];
  const present = now.total[id]?.value ?? (row && figureOf(row, id));
  const earlier = before.total[id]?.value ?? (earlierRow && figureOf(earlierRow, id));
  if (adds !== 'sum' || !present || !earlier) return [];
  const place = row && figureOf(row, id) ? figurePlace(row, id) : now.source.place;
  return [{ name: now.form.total?.label ?? 'Tổng cộng', place, now: present, before: earlier }];
}

function totalRow({ source }: DerivedTable): Row | undefined {
  return source.rows.find(({ role }) => role === 'total');
}

function rowsOf(periods: TwoPeriods, { id }: FormColumn): readonly Jump[] {
  return matchedRows(periods).flatMap((row) => {
    const [present, earlier] = [figureOf(row.now, id), figureOf(row.before, id)];
    return present && earlier ? [{ name: row.now.label, place: figurePlace(row.now, id), now: present, before: earlier }] : [];
  });
}

function isJump({ now, before }: Jump, { percent, least }: FormJump): boolean {
  const change = now.sub(before).abs();
  if (change.compare(ZERO) === 0 || change.compare(exact(String(least))) < 0) return false;
  return change.mul(100).compare(before.abs().mul(exact(String(percent)))) >= 0;
}

function toFinding({ names }: TwoPeriods, column: FormColumn, jumps: readonly Jump[]): Finding {
  const [first, ...others] = jumps.slice(0, MOST_ROWS);
  const rest = jumps.length - MOST_ROWS;
  const changes = jumps.slice(0, MOST_ROWS).map(describe).join('; ') + (rest > 0 ? `; và ${rest} dòng khác` : '');
  return found('figure-jump', first!.place, { column: column.path.join(': '), changes, before: names.before }, {
    seen: toDecimalText(first!.now),
    related: others.map(({ place }) => place),
  });
}

/** «Sở Nội vụ 327, trước là 208 (tăng 57,2%)». */
function describe({ name, now, before }: Jump): string {
  const word = now.compare(before) > 0 ? 'tăng' : 'giảm';
  const share = before.compare(ZERO) === 0 ? '' : ` (${word} ${formatFigure(now.sub(before).div(before).mul(100).abs(), 1)}%)`;
  return `${name} ${formatExact(now)}, trước là ${formatExact(before)}${share}`;
}
