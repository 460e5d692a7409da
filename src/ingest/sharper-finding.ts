/** A finding that knows the cause of others: it stands alone in their place, so that one fault is named once. */
import type { Finding } from '../finding/finding.js';

export interface SharperFinding {
  readonly finding: Finding;
  readonly replaces: (other: Finding) => boolean;
}

export function applySharper(findings: readonly Finding[], sharper: readonly SharperFinding[]): readonly Finding[] {
  const kept = findings.filter((finding) => !sharper.some(({ replaces }) => replaces(finding)));
  return [...kept, ...sharper.map(({ finding }) => finding)];
}
