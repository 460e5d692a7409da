/**
 * Words as glyphs with their places, laid out once a process: measured here, and lent to pdfkit, which draws them. Not
 * src/render/text-width.ts: pdfkit applies the font's kerning, Word does not, and lines come out as broken only if breaking
 * and drawing measure alike. Laying out Vietnamese words takes most of the time of a document.
 */
import { faceName, openFont, type Face, type FaceName } from './fonts.js';

/** As pdfkit 0.19.1 keeps it in `layoutCache`: places and widths in thousandths of the size. */
export interface WordRun {
  readonly glyphs: readonly WordGlyph[];
  readonly positions: readonly WordPlace[];
  readonly advanceWidth: number;
}

export interface WordPlace {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

export interface WordGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  /** What copying the letter out of the PDF gives. */
  readonly codePoints: readonly number[];
}

export type WordRuns = Record<string, WordRun>;

/** A text of one face laid out: measured, and drawn so. In thousandths of the size. */
export interface TextShape {
  readonly glyphs: readonly WordGlyph[];
  readonly positions: readonly WordPlace[];
  readonly width: number;
  /** Of the blanks at its end. */
  readonly trailing: number;
}

interface KnownTexts {
  readonly words: WordRuns;
  readonly shapes: Map<string, TextShape>;
}

const known = new Map<FaceName, KnownTexts>();
let count = 0;
/** A batch of many documents must not grow without end. */
const MOST_WORDS = 20_000;

/** The words known of a face, for the press of one document: only between documents they are forgotten. */
export function wordRuns(name: FaceName): WordRuns {
  return knownTexts(name).words;
}

export function forgetMany(): void {
  if (count < MOST_WORDS) return;
  known.clear();
  count = 0;
}

export function printedWidthPt(text: string, sizePt: number, face: Face): number {
  return (textShape(text, faceName(face)).width * sizePt) / 1000;
}

/** pdfkit lays out each word together with the blank after it; so does this. */
export function textShape(text: string, name: FaceName): TextShape {
  const { words, shapes } = knownTexts(name);
  const before = shapes.get(text);
  if (before) return before;
  const runs = (text.match(/[^ ]* |[^ ]+/g) ?? []).map((word) => words[word] ?? layOutWord(words, word, name));
  const inked = text.trimEnd();
  const width = runs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
  const shape: TextShape = {
    glyphs: runs.length === 1 ? runs[0]!.glyphs : runs.flatMap(({ glyphs }) => glyphs),
    positions: runs.length === 1 ? runs[0]!.positions : runs.flatMap(({ positions }) => positions),
    width,
    trailing: inked === text ? 0 : inked === '' ? width : textShape(text.slice(inked.length), name).width,
  };
  count++;
  shapes.set(text, shape);
  return shape;
}

function knownTexts(name: FaceName): KnownTexts {
  const texts = known.get(name) ?? { words: Object.create(null) as WordRuns, shapes: new Map<string, TextShape>() };
  known.set(name, texts);
  return texts;
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
