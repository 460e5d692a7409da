/** Characters no document may carry: one rule for all readers, because templates mark values with private-use characters and XML knows no control characters. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { placeOf, type RawSheet } from './raw-sheet.js';

/**
 * Controls but tab and line ends · private use (the marks of template slots) · lone surrogates and noncharacters (no XML holds them) ·
 * the replacement character (text that an earlier conversion has lost) · embeddings, overrides and isolates of direction (they show
 * figures in another order than they are read).
 */
const RESERVED = /[^\P{Cc}\t\n\r]|[\uE000-\uF8FF\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;

/** Each reserved character of a text with its offset, named «U+E000». */
export function reservedCharacters(text: string): readonly { readonly name: string; readonly offset: number }[] {
  return [...text.matchAll(RESERVED)].map((match) => ({
    name: `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    offset: match.index,
  }));
}

/** One finding for each text cell that holds one. */
export function checkCharacters(sheet: RawSheet): readonly Finding[] {
  return sheet.rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const reserved = cell.kind === 'text' ? reservedCharacters(cell.text)[0] : undefined;
      if (!reserved) return [];
      return [found('reserved-character', placeOf(sheet, index + 1, column + 1), { character: reserved.name }, { seen: reserved.name })];
    }),
  );
}
