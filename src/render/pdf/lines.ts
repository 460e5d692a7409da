/**
 * Words → lines. Ours and not pdfmake's, whose lines can only be had by laying out whole pages, and which breaks after / and -
 * and stretches justified lines there («1216/ QĐ- UBND»). A line ends at a blank; inside of a word only where the word alone
 * is wider than a line: after its marks if that helps, else between letters.
 */
import { faceName, type Face } from './fonts.js';
import { printedWidthPt, textShape } from './measure.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

export interface Measure {
  readonly sizePt: number;
  readonly widthPt: number;
  /** First-line indent. */
  readonly indentPt: number;
}

/** A stretch of letters of one face on a line. */
export interface Stretch extends Run {
  readonly widthPt: number;
  /** Width of the blanks at its end, which stand outside of the line when it is the last. */
  readonly trailingPt: number;
}

export interface BrokenLine {
  readonly stretches: readonly Stretch[];
  /** Without blanks at the end, with the indent. */
  readonly widthPt: number;
  readonly indentPt: number;
  /** The paragraph ends here or the tree breaks the line: it is not stretched. */
  readonly ends: boolean;
}

/** Size of raised numbers, as a share of the text's. */
export const RAISED_SHARE = 0.65;
/** Against rounding: a word that is as wide as its column stays on the line. */
const ROUNDING_PT = 0.001;
const BALANCE_STEP_PT = 0.5;

export function breakLines(tokens: readonly Token[], { sizePt, widthPt, indentPt }: Measure): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let open: Stretch[] = [];
  let indent = indentPt;
  let used = indentPt;
  const close = (ends: boolean): void => {
    lines.push({ stretches: open, widthPt: used - (open.at(-1)?.trailingPt ?? 0), indentPt: indent, ends });
    open = [];
    indent = used = 0;
  };
  const add = (word: readonly Stretch[]): void => {
    if (open.length > 0 && used + inkPt(word) > widthPt + ROUNDING_PT) close(false);
    open.push(...word);
    for (const stretch of word) used += stretch.widthPt;
  };
  for (const [index, token] of tokens.entries()) {
    const word = token.parts.map((part) => measured(part, sizePt));
    // A blank at the beginning of a line shows nothing.
    if (open.length === 0 && word.every(({ text }) => /^ *$/.test(text)) && !token.endsLine) continue;
    if (inkPt(word) > widthPt - (open.length === 0 ? indent : 0) + ROUNDING_PT) brokenWord(word, sizePt, widthPt - (lines.length === 0 ? indentPt : 0)).forEach(add);
    else add(word);
    if (token.endsLine && index < tokens.length - 1) close(true);
  }
  close(true);
  return lines;
}

/** The narrowest width in which the text takes no more lines than in the given one: centred lines of like length. */
export function balancedWidthPt(tokens: readonly Token[], measure: Measure): number {
  const { length } = breakLines(tokens, measure);
  if (length === 1 || measure.widthPt === Infinity) return measure.widthPt;
  let [narrow, wide] = [0, measure.widthPt];
  while (wide - narrow > BALANCE_STEP_PT) {
    const middle = (narrow + wide) / 2;
    if (breakLines(tokens, { ...measure, widthPt: middle }).length > length) narrow = middle;
    else wide = middle;
  }
  return wide;
}

/** Widest word, the least a column must offer. */
export function widestTokenPt(tokens: readonly Token[], sizePt: number): number {
  return tokens.reduce((widest, { parts }) => Math.max(widest, inkPt(parts.map((part) => measured(part, sizePt)))), 0);
}

function measured(run: Run, sizePt: number): Stretch {
  const size = run.raised ? sizePt * RAISED_SHARE : sizePt;
  const { width, trailing } = textShape(run.text, faceName(run.face));
  const [widthPt, trailingPt] = [(width * size) / 1000, (trailing * size) / 1000];
  // Without the spread where there is nothing to spread: this runs for every word of every try.
  return run.raised ? { ...run, widthPt, trailingPt } : { text: run.text, face: run.face, widthPt, trailingPt };
}

function inkPt(word: readonly Stretch[]): number {
  let widthPt = -(word.at(-1)?.trailingPt ?? 0);
  for (const stretch of word) widthPt += stretch.widthPt;
  return widthPt;
}

/** Parts of a word, none wider than `roomPt`; the mark of a note stays with the last letters before it. */
function brokenWord(word: readonly Stretch[], sizePt: number, roomPt: number): Stretch[][] {
  const letterRoomPt = roomPt - word.reduce((sum, stretch) => sum + (stretch.raised ? stretch.widthPt : 0), 0);
  const parts: Stretch[][] = [];
  for (const stretch of word) {
    if (stretch.raised && parts.length > 0) parts.at(-1)!.push(stretch);
    else parts.push(...brokenStretch(stretch, sizePt, letterRoomPt).map((part) => [part]));
  }
  return parts;
}

function brokenStretch(stretch: Stretch, sizePt: number, roomPt: number): Stretch[] {
  if (stretch.widthPt - stretch.trailingPt <= roomPt) return [stretch];
  return (stretch.text.match(/[^/\-–+=,;.]*[/\-–+=,;.]+\s*|[^/\-–+=,;.]+/g) ?? [])
    .flatMap((part) => lettersThatFit(part, stretch.face, sizePt, roomPt))
    .map((text) => measured({ ...stretch, text }, sizePt));
}

/** Letters with the marks that combine with them, as many together as fit; at least one. */
function lettersThatFit(text: string, face: Face, sizePt: number, roomPt: number): string[] {
  if (printedWidthPt(text.trimEnd(), sizePt, face) <= roomPt) return [text];
  const parts: string[] = [];
  let part = '';
  let widthPt = 0;
  for (const letter of text.match(/\P{M}\p{M}*\s*|\p{M}+/gu) ?? []) {
    const letterPt = printedWidthPt(letter, sizePt, face);
    if (part !== '' && widthPt + letterPt > roomPt) {
      parts.push(part);
      part = '';
      widthPt = 0;
    }
    part += letter;
    widthPt += letterPt;
  }
  return [...parts, part];
}
