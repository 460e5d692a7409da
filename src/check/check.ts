/** The ordered lists of checks: on one table, and on all tables of a period together. Checks return findings and change nothing. */
import type { Finding } from '../finding/finding.js';
import type { DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { checkCodes } from './codes.js';
import { checkIdentities } from './identities.js';
import { checkImpliedFigures } from './implied-figures.js';
import { checkImpossibleShares } from './impossible-shares.js';
import { checkNamedCounts } from './named-counts.js';
import { checkRankings } from './rankings.js';
import { checkRanges } from './ranges.js';
import { checkReconciles } from './reconciles.js';
import { checkRelations } from './relations.js';
import type { CheckSubject } from './subject.js';
import { checkSubtotals } from './subtotals.js';
import { checkRatioRow, checkTotalRow } from './summary-rows.js';
import { cellScope, toTableSet } from './table-cells.js';
import { checkWholes } from './wholes.js';

const checks: readonly ((subject: CheckSubject) => readonly Finding[])[] = [
  checkCodes,
  checkImpliedFigures,
  checkIdentities,
  checkRanges,
  checkTotalRow,
  checkSubtotals,
  checkRatioRow,
  checkWholes,
  checkRankings,
  checkNamedCounts,
];

export function checkTable(subject: CheckSubject): readonly Finding[] {
  return checks.flatMap((check) => check(subject));
}

/** What only several tables of one agency and period can show. `forms`: all of the workspace. */
export function checkTables(tables: readonly DerivedTable[], forms: readonly Form[]): readonly Finding[] {
  const set = toTableSet(tables);
  const scope = cellScope(forms);
  return [...checkRelations(set, scope), ...checkReconciles(set), ...checkImpossibleShares(set, scope)];
}
