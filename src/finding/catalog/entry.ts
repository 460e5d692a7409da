/** Shape of a catalogue entry. The sentences are Vietnamese, for an official who knows Excel and statistics, not the code. */
import type { Severity } from '../finding.js';

/** What becomes of the input: taken as it is, with what was noticed said · a question to a person · not taken. */
export type InputOutcome = 'accepted' | 'question' | 'refused';

export interface CatalogEntry<P> {
  readonly severity: Severity;
  readonly outcome: InputOutcome;
  /** Whether a person may accept the finding with a reason: the figures are read and complete, only doubtful. */
  readonly waivable?: true;
  /** What the rule means, for the table of finding codes in `src/docs/`. */
  readonly meaning: string;
  readonly message: (params: P) => string;
  readonly remedy: (params: P) => string;
}

export function entry<P = Record<never, never>>(definition: CatalogEntry<P>): CatalogEntry<P> {
  return definition;
}
