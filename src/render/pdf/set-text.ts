/** Runs → lines ready to be drawn, every word noted in the ledger. The only place where text enters the PDF. */
import type { Inline, SourceLine } from '../../document/tree.js';
import type { Face } from './fonts.js';
import { expectPrinted, type Ledger, type Passage } from './ledger.js';
import { breakLines, RAISED_SHARE, type BrokenLine } from './lines.js';
import type { Press } from './print.js';
import type { PrintedInline, PrintedLine } from './printed-page.js';
import { toRuns, type Note, type Run } from './runs.js';
import { tokenText, toTokens, type Token } from './tokens.js';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** How a paragraph is set. */
export interface Look {
  readonly sizePt: number;
  readonly face: Face;
  readonly alignment: Alignment;
  /** Black where it is left out (Phụ lục I, I.4). */
  readonly colour?: string;
  readonly widthPt: number;
  readonly indentPt?: number;
  /** Lines of Word's «multiple» spacing; 1 = single. */
  readonly spacing?: number;
}

export interface SetLine {
  readonly printed: PrintedLine;
  readonly heightPt: number;
  /** Whose marks stand on the line. */
  readonly notes: readonly Note[];
}

export interface SetText {
  readonly lines: readonly SetLine[];
  readonly look: Look;
  readonly heightPt: number;
}

/** Lines of a note that have not found their place yet. */
export interface NoteLines {
  readonly note: Note;
  readonly lines: readonly SetLine[];
}

/** Ascent, and ascent, descent and line gap of Tinos, of which Word makes single spacing; in ems. */
export const ASCENT_EM = 1825 / 2048;
const LINE_EM = (1825 + 443 + 87) / 2048;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Of a setting, what letters need; without a ledger nothing is expected of them. */
interface Letters {
  readonly press: Press;
  readonly ledger?: Ledger;
}

export function setText(setting: Letters, inlines: readonly Inline[], look: Look, source?: SourceLine): SetText {
  return setRuns(setting, toRuns(inlines, look.face), look, source);
}

export function setRuns(setting: Letters, runs: readonly Run[], look: Look, source?: SourceLine): SetText {
  const tokens = toTokens(runs);
  const passage = toPassage(tokens, source);
  const heightPt = linePtOf(look);
  const lines = breakLines(tokens, { sizePt: look.sizePt, widthPt: look.widthPt, indentPt: look.indentPt ?? 0 }).map(
    (line): SetLine => ({ printed: printedLine(setting, line, look, heightPt, passage), heightPt, notes: line.stretches.flatMap(({ note }) => note ?? []) }),
  );
  return { lines, look, heightPt: lines.length * heightPt };
}

/** A line of which nothing is expected: page numbers. */
export function printedOnly({ press }: Letters, text: string, look: Look): PrintedLine {
  return setRuns({ press }, [{ text, face: look.face }], look).lines[0]!.printed;
}

export function linePtOf({ sizePt, spacing = 1 }: Pick<Look, 'sizePt' | 'spacing'>): number {
  return sizePt * LINE_EM * spacing;
}

export function lastWidthPt({ lines }: SetText): number {
  return lines.at(-1)?.printed.widthPt ?? 0;
}

function printedLine({ ledger, press }: Letters, line: BrokenLine, { sizePt, alignment, widthPt, colour }: Look, heightPt: number, passage: Passage): PrintedLine {
  const freePt = widthPt - line.widthPt;
  const stretchPt = alignment === 'justify' && !line.ends ? freePt / Math.max(1, gaps(line)) : 0;
  let x = line.indentPt;
  const inlines = line.stretches.map((stretch): PrintedInline => {
    const { text, face, raised, trailingPt } = stretch;
    const inline: Mutable<PrintedInline> = { text, x, width: stretch.widthPt, trailingCut: trailingPt, font: press.fontOf(face), fontSize: raised ? sizePt * RAISED_SHARE : sizePt };
    if (ledger) inline.printId = expectPrinted(ledger, text, face, passage);
    if (raised) inline.sup = true;
    if (colour !== undefined) inline.color = colour;
    x += stretch.widthPt + (trailingPt > 0 ? stretchPt : 0);
    return inline;
  });
  const shift = { left: 0, justify: 0, center: freePt / 2, right: freePt }[alignment];
  return { x: shift, y: 0, widthPt: line.widthPt, heightPt, ascentPt: sizePt * ASCENT_EM, inlines };
}

/** Places where a justified line is stretched: between words, never inside of one. */
function gaps({ stretches }: BrokenLine): number {
  return stretches.slice(0, -1).filter(({ trailingPt }) => trailingPt > 0).length;
}

function toPassage(tokens: readonly Token[], source: SourceLine | undefined): Passage {
  const text = tokens.map((token) => tokenText(token) + (token.endsLine ? ' ' : '')).join('').trim();
  return { text, ...(source ? { source } : {}) };
}
