/** What the user is told about an input, a template or an output. Findings are returned, never thrown: only our own bugs are thrown. */
import { createHash } from 'node:crypto';
import type { Place } from './place.js';

/** error: the job is refused · warning: it is built and the finding listed · note: for information. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  /** Permanent name of the rule, a key of the catalogue. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly remedy: string;
  readonly related: readonly Place[];
  readonly seen?: string;
  readonly expected?: string;
  /** Two readings are possible: a person answers in the agency file or by removing one source; nothing is guessed. */
  readonly question?: { readonly choices: readonly string[] };
  /** Digest of every figure the finding rests on: with it the finding is another one when any of them changes. */
  readonly basis?: string;
  /** What probably happened («hai chữ số bị đảo»), where the two values tell; a guess, never acted upon. */
  readonly cause?: string;
  /** A person accepted it with a reason (ledger); it refuses nothing and is listed apart. */
  readonly waived?: true;
}

/** A value with what was noticed on the way, or no value and at least one finding. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function accepted<T>(value: T, findings: readonly Finding[] = []): Outcome<T> {
  return { ok: true, value, findings };
}

export function refused(findings: readonly Finding[]): Outcome<never> {
  return { ok: false, findings };
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity, waived }) => severity === 'error' && !waived);
}

/** Stable while its place and its figures stand: twelve hex digits over code, places, seen, expected and the figures it rests on. */
export function findingId(finding: Finding): string {
  const { code, place, related, seen = null, expected = null, basis } = finding;
  const key = JSON.stringify([code, place, related, seen, expected, ...(basis === undefined ? [] : [basis])]);
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
