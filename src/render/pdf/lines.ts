/**
 * Where pdfmake 0.3.11 will break a paragraph into lines, known before layout: heights to reserve room for, and the word at
 * which a paragraph may be cut so that its last two lines stay together. Greedy, like LayoutBuilder.buildNextLine and Line.
 * Whatever is uncertain is said to be so, and check-printed compares the outcome; no longer needed when pdfmake knows widows.
 */
import { printedWidthPt } from './measure.js';
import type { Token } from './tokens.js';

export interface Measure {
  readonly sizePt: number;
  readonly widthPt: number;
  /** First-line indent. */
  readonly indentPt: number;
}

export interface Lines {
  /** Index of the first token of each line. */
  readonly starts: readonly number[];
  /** Width of the last line without blanks at its end. */
  readonly lastWidthPt: number;
  /** Lines, counting those of a word wider than a line. */
  readonly count: number;
  /** False where a break hangs on a rounding error or on rules that are not followed here. */
  readonly certain: boolean;
}

const ROUNDING_PT = 0.001;
const BALANCE_STEP_PT = 0.5;

export function predictLines(tokens: readonly Token[], { sizePt, widthPt, indentPt }: Measure): Lines {
  const starts = [0];
  let room = widthPt - indentPt;
  let used = 0;
  let inkPt = 0;
  let extra = 0;
  let certain = true;
  const nextLine = (index: number): void => {
    starts.push(index);
    room = widthPt;
    used = inkPt = 0;
  };
  for (const [index, token] of tokens.entries()) {
    const width = tokenWidthPt(token, sizePt);
    const ink = width - trailingWidthPt(token, sizePt);
    const join = index === 0 ? 'breaks' : joinOf(tokens[index - 1]!, token);
    if (join === 'unknown') certain = false;
    if (used > 0 && join !== 'sticks') {
      const over = used + stuckWidthPt(tokens, index, sizePt) - room;
      if (Math.abs(over) < ROUNDING_PT) certain = false;
      if (over > 0) nextLine(index);
    }
    if (used + ink > room && (used === 0 || join === 'sticks')) {
      certain = false;
      extra += Math.ceil((used + ink) / room) - 1;
    }
    inkPt = used + ink;
    used += width;
    if (token.endsLine && index < tokens.length - 1) nextLine(index + 1);
  }
  return { starts, lastWidthPt: Math.min(inkPt, widthPt), count: starts.length + extra, certain };
}

/** The narrowest width in which the text takes no more lines than in the given one: centred lines of like length. */
export function balancedWidthPt(tokens: readonly Token[], measure: Measure): number {
  const { count } = predictLines(tokens, measure);
  if (count === 1 || measure.widthPt === Infinity) return measure.widthPt;
  let [narrow, wide] = [0, measure.widthPt];
  while (wide - narrow > BALANCE_STEP_PT) {
    const middle = (narrow + wide) / 2;
    if (predictLines(tokens, { ...measure, widthPt: middle }).count > count) narrow = middle;
    else wide = middle;
  }
  return wide;
}

/** Widest word, the least a column must offer. */
export function widestTokenPt(tokens: readonly Token[], sizePt: number): number {
  return tokens.reduce((widest, token) => Math.max(widest, tokenWidthPt(token, sizePt) - trailingWidthPt(token, sizePt)), 0);
}

export function tokenText(token: Token): string {
  return token.parts.map((part) => part.text).join('');
}

function tokenWidthPt(token: Token, sizePt: number): number {
  return token.parts.reduce((width, { text, face }) => width + printedWidthPt(text, sizePt, face), 0);
}

/** pdfmake lets blanks at the end of a line stand outside of it, non-breaking ones too. */
function trailingWidthPt(token: Token, sizePt: number): number {
  const last = token.parts.at(-1);
  const blanks = last && /\s+$/.exec(last.text);
  return last && blanks ? printedWidthPt(blanks[0], sizePt, last.face) : 0;
}

/** Width up to the next place where a line may end. */
function stuckWidthPt(tokens: readonly Token[], index: number, sizePt: number): number {
  let widthPt = 0;
  for (let last = index; last < tokens.length; last++) {
    widthPt += tokenWidthPt(tokens[last]!, sizePt) - trailingWidthPt(tokens[last]!, sizePt);
    const next = tokens[last + 1];
    if (!next || joinOf(tokens[last]!, next) !== 'sticks') break;
  }
  return widthPt;
}

/**
 * May a line end between two words? pdfmake asks `linebreak` (Unicode UAX 14), which keeps some words together over a blank:
 * a closing quote and an opening bracket. Between most words every version of the rules allows a break.
 */
function joinOf(before: Token, after: Token): 'breaks' | 'sticks' | 'unknown' {
  if (before.endsLine) return 'breaks';
  const end = tokenText(before).trimEnd();
  const start = tokenText(after);
  if (after.parts.length > 1 || before.parts.length > 1) return 'unknown';
  if (/["”’»]$/.test(end) && start.startsWith('(')) return 'sticks';
  return /[\p{L}\p{N}.,;:%)+*\-–/"”’»]$/u.test(end) && /^[\p{L}\p{N}\u00A0("“‘\-–+*]/u.test(start) ? 'breaks' : 'unknown';
}
