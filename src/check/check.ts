/** The ordered list of checks on one table. Checks return findings and change nothing. */
import type { Finding } from '../finding/finding.js';
import type { DerivedTable } from '../statistics/derive.js';
import type { Unit } from '../statistics/unit-list.js';
import { checkCodes } from './codes.js';
import { checkIdentities } from './identities.js';
import { checkNamedCounts } from './named-counts.js';
import { checkRatioRow, checkTotalRow } from './summary-rows.js';

export interface CheckSubject {
  readonly table: DerivedTable;
  readonly units: readonly Unit[];
  /** Last day of the period: names are read as valid then. */
  readonly date: string;
  /** Codes the document needs of a table of single figures. */
  readonly codes: readonly string[];
  /** Codes whose remark must name as many units as the figure counts. */
  readonly named: readonly string[];
}

const checks: readonly ((subject: CheckSubject) => readonly Finding[])[] = [
  checkCodes,
  checkIdentities,
  checkTotalRow,
  checkRatioRow,
  checkNamedCounts,
];

export function checkTable(subject: CheckSubject): readonly Finding[] {
  return checks.flatMap((check) => check(subject));
}
