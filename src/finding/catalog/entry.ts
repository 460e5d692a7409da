/** Shape of a catalogue entry. The sentences are Vietnamese, for an official who knows Excel and statistics, not the code. */
import type { Severity } from '../finding.js';

export interface CatalogEntry<P> {
  readonly severity: Severity;
  /** What the rule means, for the table of finding codes in `src/docs/`. */
  readonly meaning: string;
  readonly message: (params: P) => string;
  readonly remedy: (params: P) => string;
}

export function entry<P = Record<never, never>>(definition: CatalogEntry<P>): CatalogEntry<P> {
  return definition;
}
