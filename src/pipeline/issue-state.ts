/** What a ledger says of one document: issued under which numbers, the one that stands, how it is to be put right. One place, because composing, issuing, remedying and `status` all ask it. */
import { entriesOf, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';

export interface IssueState {
  /** Oldest first; without those taken back. */
  readonly issued: readonly Entry<'issued'>[];
  /** The one that stands. */
  readonly current: Entry<'issued'> | undefined;
  /** How the standing one is put right, while that is not done: the newest remedy of it. */
  readonly remedy: Entry<'remedy'> | undefined;
}

export function issueStateOf(ledger: Ledger, job: string): IssueState {
  const all = entriesOf(ledger, 'issued');
  const issued = all.filter((one) => one.job === job);
  const current = issued.at(-1);
  const newest = entriesOf(ledger, 'remedy').findLast((one) => one.of === current?.entry);
  // An errata letter is done with its own remedy: the same document can be put right once more.
  const done = newest && all.some((one) => one.replaces === newest.of && ledger.entries.indexOf(one) > ledger.entries.indexOf(newest));
  return { issued, current, remedy: done ? undefined : newest };
}

/** The standing document may be issued anew under another number: its replacement is drafted. */
export function isBeingReplaced({ current, remedy }: IssueState): boolean {
  return current !== undefined && remedy?.kind === 'replacement';
}
