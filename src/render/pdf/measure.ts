/**
 * Widths of text exactly as pdfkit will draw it. Not src/render/text-width.ts: pdfkit applies the font's kerning, Word does
 * not, and lines come out as broken only if breaking and drawing measure alike.
 */
import { faceName, openFont, type Face, type FaceName } from './fonts.js';

/** Widths in ems by face and word. Bounded: a batch of many documents must not grow without end. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** pdfkit 0.19 lays out each word together with the blank after it; so does this. */
export function printedWidthPt(text: string, sizePt: number, face: Face): number {
  const name = faceName(face);
  const blank = text.indexOf(' ');
  if (blank < 0 || blank === text.length - 1) return wordWidthEm(text, name) * sizePt;
  let ems = 0;
  for (const word of text.match(/[^ ]* |[^ ]+/g) ?? []) ems += wordWidthEm(word, name);
  return ems * sizePt;
}

function wordWidthEm(word: string, name: FaceName): number {
  if (word === '') return 0;
  const key = name + word;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const font = openFont(name);
  const width = font.layout(word).advanceWidth / font.unitsPerEm;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
