/** One table against the same table of the period before: the ordered list of these checks. Codes (single figures) are not compared: each stands for itself and may well repeat. */
import type { Finding } from '../finding/finding.js';
import type { DerivedTable } from '../statistics/derive.js';
import { checkContinuity } from './continuity.js';
import { checkJumps } from './jumps.js';
import { checkListedRows } from './listed-rows.js';
import { checkPreviousColumns } from './previous-columns.js';
import { checkResentTable } from './resent-table.js';
import { checkSwappedColumns, findSwappedColumns } from './swapped-columns.js';
import type { TwoPeriods } from './two-periods.js';

/** `adjoining`: the period before ends where this one begins. `previousColumns`: column of last period's figures in the table → column of that period's own figures, where the form prints both. */
export function checkAgainstPrevious(
  now: DerivedTable,
  before: DerivedTable,
  names: TwoPeriods['names'],
  previousColumns: Readonly<Record<string, string>> = {},
  adjoining = true,
): readonly Finding[] {
  if (now.form.rows === 'codes') return [];
  const periods = { now, before, names };
  const resent = checkResentTable(periods);
  const swapped = findSwappedColumns(periods, previousColumns);
  return [
    ...resent,
    ...checkSwappedColumns(periods, swapped),
    // The questions explain every opening that does not fit: one fault, one finding.
    ...(resent.length > 0 || !adjoining ? [] : checkContinuity(periods, swapped.flat().map(({ id }) => id))),
    ...checkPreviousColumns(periods, previousColumns),
    ...checkJumps(periods),
    ...checkListedRows(periods),
  ];
}
