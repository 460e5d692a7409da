/** The ordered list of checks on one table. Checks return findings and change nothing. */
import type { Finding } from '../finding/finding.js';
import { checkCodes } from './codes.js';
import { checkIdentities } from './identities.js';
import { checkNamedCounts } from './named-counts.js';
import type { CheckSubject } from './subject.js';
import { checkRatioRow, checkTotalRow } from './summary-rows.js';

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
