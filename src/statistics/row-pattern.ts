/** Rows named by a pattern of their ids: «B.*.H» is every row «H» two levels below «B». Apart, because checks, templates and printed tables all name rows so. */
import type { Row } from './dataset.js';

/** «*» stands for one part of an id. */
export function matchesPattern(id: string, pattern: string): boolean {
  if (!pattern.includes('*')) return id === pattern;
  const parts = id.split('.');
  const wanted = pattern.split('.');
  return parts.length === wanted.length && wanted.every((part, index) => part === '*' || part === parts[index]);
}

export function matchingRows(rows: readonly Row[], pattern: string): readonly Row[] {
  return rows.filter(({ id }) => matchesPattern(id, pattern));
}
