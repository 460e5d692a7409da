/**
 * Widths of text exactly as pdfmake will print it. Not src/render/text-width.ts: pdfkit applies the font's kerning, Word does
 * not, and a line can only be cut where pdfmake breaks it if both measure alike.
 */
import { faceName, openFont, type Face, type FaceName } from './fonts.js';

/** Widths in ems by face and word. Bounded: a batch of many documents must not grow without end. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** pdfkit 0.19 lays out each word together with the blank after it; so does this. */
export function printedWidthPt(text: string, sizePt: number, face: Face): number {
  const name = faceName(face);
  let ems = 0;
  for (const word of text.match(/[^ ]* |[^ ]+/g) ?? []) ems += wordWidthEm(word, name);
  return ems * sizePt;
}

/** Widest letter of Tinos (Ǆ, bold) with some room, in ems: enough to know without measuring that a short text fits. */
const WIDEST_LETTER_EM = 1.5;

export function certainlyFits(text: string, sizePt: number, widthPt: number): boolean {
  return text.length * sizePt * WIDEST_LETTER_EM <= widthPt;
}

function wordWidthEm(word: string, name: FaceName): number {
  const key = name + word;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const font = openFont(name);
  const width = font.layout(word).advanceWidth / font.unitsPerEm;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
