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

/** `doubtful`: columns whose headers are asked about; their openings say nothing yet. */
export function checkContinuity(periods: TwoPeriods, doubtful: readonly string[] = []): readonly Finding[] {
  const pairs = periods.now.form.continuity.filter(({ opening, closing }) => !doubtful.includes(opening) && !doubtful.includes(closing));
  return pairs.flatMap((pair) => checkPair(periods, pair));
}

function checkPair(periods: TwoPeriods, { opening, closing }: FormContinuity): readonly Finding[] {
  const { now, before, names } = periods;
  const broken = matchedRows(periods).flatMap((rows) => {
    const seen = figureOf(rows.now, opening);
    const expected = figureOf(rows.before, closing);
    return seen && expected && !seen.equals(expected) ? [{ ...rows, row: rows.now.label, column: opening, seen, expected }] : [];
  });
  const paired = pairedCauses(broken);
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
      cause: paired[index] ?? likelyCause(one.seen, one.expected),
    });
  });
}
