/** Which issued document a job's draft replaces or puts right, by the ledger alone. Apart from the drafting, because finding jobs and `issue` ask it too. */
import { formatPeriodId, type Period } from '../statistics/period.js';
import { entriesOf, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';
import { issueStateOf } from './issue-state.js';

/** The document that puts others right by errata: one letter a period, about one document at a time. */
export const LETTER = 'cong-van-dinh-chinh';

export function letterJob(agency: string, period: string): string {
  return `${agency}/${period}/${LETTER}`;
}

/** Job of the letter that puts a job's document right. */
export function letterOf(job: string): string {
  return job.replace(/[^/]+$/, LETTER);
}

export interface Remedied {
  readonly kind: 'replacement' | 'errata';
  /** The issued document that is replaced or put right. */
  readonly entry: Entry<'issued'>;
  /** The draft is not issued yet: `issue` gives it its number, with `replaces: entry.entry`. */
  readonly open: boolean;
}

/** undefined where the job's document replaces nothing and is no errata letter. */
export function remediedBy(ledger: Ledger, job: string): Remedied | undefined {
  const { current, remedy } = issueStateOf(ledger, job);
  if (current && remedy?.kind === 'replacement') return { kind: 'replacement', entry: current, open: true };
  const all = entriesOf(ledger, 'issued');
  const letter = openErrata(ledger).findLast((one) => letterOf(one.job) === job);
  const subject = letter ? letter.of : current?.replaces;
  const entry = all.find((one) => one.entry === subject);
  return entry && { kind: entry.job === job ? 'replacement' : 'errata', entry, open: letter !== undefined };
}

/** Remedies by a letter that is not issued yet. */
function openErrata(ledger: Ledger): readonly Entry<'remedy'>[] {
  return entriesOf(ledger, 'remedy').filter((one) => one.kind === 'errata' && issueStateOf(ledger, one.job).remedy?.entry === one.entry);
}

/** Whether a letter of errata is drafted for a period, or was issued. */
export function hasLetter(ledger: Ledger, agency: string, period: Period): boolean {
  return remediedBy(ledger, letterJob(agency, formatPeriodId(period))) !== undefined;
}
