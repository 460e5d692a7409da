/** The units an agency reports on, matched by name whatever its spelling: case, dash form, spacing, tone place (hoá/hóa), aliases with dates. */
import { LRUCache } from 'lru-cache';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
}

/**
 * A key equal for all spellings of one name: NFC or NFD, upper or lower case, any dash, any run of blanks, zero-width
 * characters, and the tone on either vowel of a syllable (hoà = hòa): tones are moved behind their syllable.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = computeKey(name);
  if (name.length <= LONGEST_KEPT) keys.set(name, key);
  return key;
}

/** The same names and headers are asked for again for every row, column and month. */
const keys = new LRUCache<string, string>({ max: 5000 });
/** No name is longer; a broken file may hold texts of megabytes. */
const LONGEST_KEPT = 300;

function computeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replace(/ ?, ?/g, ', ')
    .trim()
    .replace(/[\p{L}\p{M}]+/gu, (syllable) => {
      const tones = syllable.match(TONE)?.join('') ?? '';
      return syllable.replace(TONE, '') + tones;
    });
}

/** Combining grave, acute, tilde, hook above, dot below: the five tone marks of Vietnamese. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The unit of that name on that date (ISO), by name or by an alias valid then. */
export function findUnit(units: readonly Unit[], name: string, date: string): Unit | undefined {
  const key = nameKey(name);
  return (
    units.find((unit) => nameKey(unit.name) === key) ??
    units.find((unit) =>
      unit.aliases.some(
        (alias) => nameKey(alias.name) === key && (alias.from ?? '') <= date && date <= (alias.to ?? '9999'),
      ),
    )
  );
}
