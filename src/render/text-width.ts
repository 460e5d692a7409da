/**
 * Widths of printed text, measured with Tinos, whose advances are those of Times New Roman. Separate because every writer
 * needs them: rules must be as long as their text or a third to a half of it (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1–5).
 * Kerning is left out, because Word prints without it unless a style asks for it.
 */
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export interface Face {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const FONT_FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;
type FaceName = keyof typeof FONT_FILES;

interface MeasuredFont {
  readonly font: fontkit.Font;
  /** Advance by code point, in ems. */
  readonly advances: Map<number, number>;
}

/** Opened fonts: the files never change while the process runs. */
const openFonts = new Map<FaceName, MeasuredFont>();

export function textWidthPt(text: string, sizePt: number, face: Face = {}): number {
  return lengthenedEm(openFont(faceName(face)), 0, text) * sizePt;
}

export function textWidthMm(text: string, sizePt: number, face: Face = {}): number {
  return (textWidthPt(text, sizePt, face) * 25.4) / 72;
}

/** The lines that `text` fills in a column: broken at spaces and at line breaks, as a word processor does with unhyphenated text. */
export function wrapText(text: string, sizePt: number, face: Face, columnPt: number): string[] {
  return text.includes('\n') ? text.split('\n').flatMap((part) => wrapLine(part, sizePt, face, columnPt)) : wrapLine(text, sizePt, face, columnPt);
}

/**
 * The narrowest column in which the text fills no more lines than in the given one: its lines come out about equal, so that a
 * title does not end in a single word.
 */
export function balancedWidthPt(text: string, sizePt: number, face: Face, columnPt: number): number {
  const lines = wrapText(text, sizePt, face, columnPt).length;
  let tooNarrow = 0;
  let enough = columnPt;
  while (enough - tooNarrow > 0.25) {
    const middle = (tooNarrow + enough) / 2;
    if (wrapText(text, sizePt, face, middle).length > lines) tooNarrow = middle;
    else enough = middle;
  }
  return Math.max(enough, ...wrapText(text, sizePt, face, enough).map((line) => textWidthPt(line, sizePt, face)));
}

function wrapLine(text: string, sizePt: number, face: Face, columnPt: number): string[] {
  if (!text.includes(' ')) return [text];
  const measured = openFont(faceName(face));
  const lines: string[] = [];
  let line = '';
  let lineEm = 0;
  for (const word of text.split(' ')) {
    const added = line === '' ? word : ` ${word}`;
    const longerEm = lengthenedEm(measured, lineEm, added);
    if (line !== '' && longerEm * sizePt > columnPt) {
      lines.push(line);
      line = word;
      lineEm = lengthenedEm(measured, 0, word);
    } else {
      line += added;
      lineEm = longerEm;
    }
  }
  lines.push(line);
  return lines;
}

/** The width of a line with `added` at its end, summed from its start: the same to the last bit as if it was measured whole. */
function lengthenedEm(measured: MeasuredFont, lineEm: number, added: string): number {
  let ems = lineEm;
  for (let index = 0; index < added.length; index++) {
    const codePoint = added.codePointAt(index)!;
    if (codePoint > 0xffff) index++;
    ems += advanceEm(measured, codePoint);
  }
  return ems;
}

function advanceEm(measured: MeasuredFont, codePoint: number): number {
  const known = measured.advances.get(codePoint);
  if (known !== undefined) return known;
  const advance = measured.font.glyphForCodePoint(codePoint).advanceWidth / measured.font.unitsPerEm;
  measured.advances.set(codePoint, advance);
  return advance;
}

function faceName({ bold = false, italic = false }: Face): FaceName {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** fontkit reads the file itself: `node:fs` stays behind src/store/node-host.ts. */
function openFont(name: FaceName): MeasuredFont {
  const known = openFonts.get(name);
  if (known !== undefined) return known;
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FONT_FILES[name]}`);
  const font = fontkit.openSync(path);
  if (!('glyphForCodePoint' in font)) throw new Error(`${path} is a font collection, one font was expected`);
  const measured = { font, advances: new Map<number, number>() };
  openFonts.set(name, measured);
  return measured;
}
