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
  const done = all.some(({ replaces }) => replaces !== undefined && replaces === current?.entry);
  const remedy = done ? undefined : entriesOf(ledger, 'remedy').findLast((one) => one.of === current?.entry);
  return { issued, current, remedy };
}

/** The standing document may be issued anew under another number: its replacement is drafted. */
export function isBeingReplaced({ current, remedy }: IssueState): boolean {
  return current !== undefined && remedy?.kind === 'replacement';
}
