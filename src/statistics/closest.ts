/** The known name nearest to a mistyped one, to be proposed, never taken. */
import { closest as nearest, distance } from 'fastest-levenshtein';
import { nameKey } from './unit-list.js';

/** undefined where nothing is near: more than a third of the letters differ. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const keys = new Map(known.map((name) => [nameKey(name), name]));
  const wanted = nameKey(typed);
  const key = nearest(wanted, [...keys.keys()]);
  return distance(wanted, key) * 3 <= Math.max(wanted.length, key.length) ? keys.get(key) : undefined;
}
