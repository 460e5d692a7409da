/**
 * Words as glyphs with their places, laid out once a process: measured here, and lent to pdfkit, which draws them. Not
 * src/render/text-width.ts: pdfkit applies the font's kerning, Word does not, and lines come out as broken only if breaking
 * and drawing measure alike. Laying out Vietnamese words takes most of the time of a document.
 */
import { faceName, openFont, type Face, type FaceName } from './fonts.js';

/** As pdfkit 0.19.1 keeps it in `layoutCache`: places and widths in thousandths of the size. */
export interface WordRun {
  readonly glyphs: readonly WordGlyph[];
  readonly positions: readonly object[];
  readonly advanceWidth: number;
}

export interface WordGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  /** What copying the letter out of the PDF gives. */
  readonly codePoints: readonly number[];
}

export type WordRuns = Record<string, WordRun>;

const known = new Map<FaceName, WordRuns>();
let count = 0;
/** A batch of many documents must not grow without end. */
const MOST_WORDS = 20_000;

/** The words known of a face, for the press of one document: only between documents they are forgotten. */
export function wordRuns(name: FaceName): WordRuns {
  const runs = known.get(name) ?? (Object.create(null) as WordRuns);
  known.set(name, runs);
  return runs;
}

export function forgetMany(): void {
  if (count < MOST_WORDS) return;
  known.clear();
  count = 0;
}

/** pdfkit lays out each word together with the blank after it; so does this. */
export function printedWidthPt(text: string, sizePt: number, face: Face): number {
  const name = faceName(face);
  const runs = wordRuns(name);
  const blank = text.indexOf(' ');
  const words = blank < 0 || blank === text.length - 1 ? [text] : (text.match(/[^ ]* |[^ ]+/g) ?? []);
  let thousandths = 0;
  for (const word of words) if (word !== '') thousandths += (runs[word] ?? layOutWord(runs, word, name)).advanceWidth;
  return (thousandths * sizePt) / 1000;
}

function layOutWord(runs: WordRuns, word: string, name: FaceName): WordRun {
  const font = openFont(name);
  const scale = 1000 / font.unitsPerEm;
  const { glyphs: laidOut, positions, direction } = font.layout(word);
  // fontkit 2.0.4 keeps with a glyph the characters of whoever asked for it first: a blank for a no-break one, nothing for a part of a letter.
  const characters = Array.from(word, (character) => character.codePointAt(0)!);
  const isOneEach = direction === 'ltr' && characters.length === laidOut.length;
  const glyphs = laidOut.map(({ id, advanceWidth, codePoints }, index): WordGlyph => ({ id, advanceWidth, codePoints: isOneEach ? [characters[index]!] : codePoints }));
  let advanceWidth = 0;
  const scaled = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }, index) => {
    advanceWidth += xAdvance * scale;
    return { xAdvance: xAdvance * scale, yAdvance: yAdvance * scale, xOffset: xOffset * scale, yOffset: yOffset * scale, advanceWidth: glyphs[index]!.advanceWidth * scale };
  });
  count++;
  return (runs[word] = { glyphs, positions: scaled, advanceWidth });
}
