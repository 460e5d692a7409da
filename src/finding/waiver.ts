/** A finding that a person accepted with a reason, as the ledger tells it. Here because checks, check sheet and ledger all speak of it. */
import type { Place } from './place.js';

export interface Waiver {
  /** Id of its ledger entry. */
  readonly entry: string;
  /** Id of the finding: the waiver holds while a finding with this id exists, so it dies when the figures change. */
  readonly finding: string;
  readonly code: string;
  readonly place: Place;
  readonly message: string;
  readonly seen?: string | undefined;
  readonly expected?: string | undefined;
  readonly reason: string;
  readonly by: string;
  /** ISO. */
  readonly date: string;
  /** Its line in the ledger. */
  readonly at: Place;
}
