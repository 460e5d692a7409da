/** Opening of this period = closing of the last, row by row, for the pairs of columns a form declares. */
import { found } from '../finding/catalog.js';
import { describePlace } from '../finding/describe.js';
import type { Finding } from '../finding/finding.js';
import { toDecimalText } from '../statistics/exact.js';
import type { FormContinuity } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import { pairedCauses } from './paired-causes.js';
import { figureOf, figurePlace, headerOf, matchedRows, type TwoPeriods } from './two-periods.js';

/** What is known of the whole table and explains every broken row at once. */
export interface KnownOfTable {
  /** The table of the period before was sent again. */
  readonly resent?: boolean;
  /** Columns whose headers seem exchanged. */
  readonly swapped?: readonly string[];
}

export function checkContinuity(periods: TwoPeriods, known: KnownOfTable = {}): readonly Finding[] {
  return periods.now.form.continuity.flatMap((pair) => checkPair(periods, pair, known));
}

function checkPair(periods: TwoPeriods, { opening, closing }: FormContinuity, known: KnownOfTable): readonly Finding[] {
  const { now, before, names } = periods;
  const broken = matchedRows(periods).flatMap((rows) => {
    const seen = figureOf(rows.now, opening);
    const expected = figureOf(rows.before, closing);
    return seen && expected && !seen.equals(expected) ? [{ ...rows, row: rows.now.label, column: opening, seen, expected }] : [];
  });
  const paired = pairedCauses(broken);
  const common = known.resent
    ? `bảng của ${names.before} được gửi lại`
    : known.swapped?.includes(opening)
      ? `tiêu đề cột «${headerOf(now.form, opening)}» bị đổi với cột khác`
      : undefined;
  return broken.map((one, index) => {
    const closingPlace = figurePlace(one.before, closing);
    return found('opening-not-closing', figurePlace(one.now, opening), {
      row: one.row,
      opening: headerOf(now.form, opening),
      closing: headerOf(before.form, closing),
      before: names.before,
      seen: formatExact(one.seen),
      expected: formatExact(one.expected),
      where: describePlace(closingPlace),
    }, {
      seen: toDecimalText(one.seen),
      expected: toDecimalText(one.expected),
      related: [closingPlace],
      cause: common ?? paired[index] ?? likelyCause(one.seen, one.expected),
    });
  });
}
