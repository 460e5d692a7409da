/** Characters the font has no glyph for: pdfkit would print nothing in their place and say nothing. */
import { faceName, openFont, type FaceName } from './fonts.js';
import type { Ledger, Passage } from './ledger.js';

export interface MissingGlyph {
  /** «😀 (U+1F600)»; of a control character only the code. */
  readonly character: string;
  readonly passage: Passage;
}

/** Each character once, at its first passage. */
export function checkGlyphs(ledger: Ledger): MissingGlyph[] {
  const known = new Map<FaceName, Set<string>>();
  const missing: MissingGlyph[] = [];
  for (const { text, face, passage } of ledger) {
    const name = faceName(face);
    const characters = known.get(name) ?? new Set();
    known.set(name, characters);
    for (const character of text) {
      if (characters.has(character)) continue;
      characters.add(character);
      const reported = missing.some((one) => one.character === describe(character));
      if (!isDrawn(character, name) && !reported) missing.push({ character: describe(character), passage });
    }
  }
  return missing;
}

/** Controls and marks of writing direction, some of which the font gives an empty glyph: nothing stands on paper for them. */
const NEVER_DRAWN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

function isDrawn(character: string, face: FaceName): boolean {
  return !NEVER_DRAWN.test(character) && openFont(face).hasGlyphForCodePoint(character.codePointAt(0)!);
}

function describe(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{C}\p{Z}\p{M}]/u.test(character) ? code : `${character} (${code})`;
}
