/** Tokens → one pdfmake text node, every word noted in the ledger. The only place where text enters the PDF. */
import type { Inline, SourceLine } from '../../document/tree.js';
import { REGULAR, type Face } from './fonts.js';
import { expectPrinted, type Passage } from './ledger.js';
import { predictLines, tokenText, type Lines } from './lines.js';
import { certainlyFits, printedWidthPt } from './measure.js';
import type { Alignment, TextNode, TextPart } from './nodes.js';
import { joinRuns, LINE_BREAK, toRuns, type Run } from './runs.js';
import type { Setting } from './setting.js';
import { toTokens, type Token } from './tokens.js';

/** How a paragraph is set. */
export interface Look {
  readonly sizePt: number;
  readonly face: Face;
  readonly alignment: Alignment;
  readonly widthPt: number;
  readonly indentPt?: number;
  /** Lines of Word's «multiple» spacing; 1 = single. */
  readonly spacing?: number;
}

export interface SetText {
  readonly tokens: readonly Token[];
  readonly lines: Lines;
  readonly look: Look;
  readonly passage: Passage;
  readonly linePt: number;
  readonly heightPt: number;
}

/** Ascent and descent of Tinos, of which pdfmake makes a line, and with the line gap, of which Word makes single spacing; in ems. */
const PDFMAKE_LINE_EM = (1825 + 443) / 2048;
const WORD_LINE_EM = (1825 + 443 + 87) / 2048;
const LINE_END: Run = { text: LINE_BREAK, face: REGULAR };
export const ASCENT_EM = 1825 / 2048;

export function setText(inlines: readonly Inline[], look: Look, source?: SourceLine): SetText {
  return setRuns(toRuns(inlines, look.face), look, source);
}

export function setRuns(runs: readonly Run[], look: Look, source?: SourceLine): SetText {
  const tokens = toTokens(runs);
  const lines = predictLines(tokens, { sizePt: look.sizePt, widthPt: look.widthPt, indentPt: look.indentPt ?? 0 });
  const linePt = linePtOf(look);
  return { tokens, lines, look, passage: toPassage(tokens, source), linePt, heightPt: lines.count * linePt };
}

export function linePtOf({ sizePt, spacing = 1 }: Pick<Look, 'sizePt' | 'spacing'>): number {
  return sizePt * WORD_LINE_EM * spacing;
}

export function textNode(setting: Setting, text: SetText): TextNode {
  return nodeOf(text, toParts(setting, text.tokens, text));
}

/**
 * The same paragraph in two nodes, the second beginning with line `line`. pdfmake does not justify the last line of a node;
 * so the first node ends with one word more, which falls onto a line that `maxHeight` cuts off.
 */
export function cutTextNode(setting: Setting, text: SetText, line: number): [TextNode, TextNode] {
  const at = text.lines.starts[line]!;
  const overhang = text.tokens[at]!.parts.map((part): TextPart => ({ ...styled(part), noWrap: true }));
  const head = nodeOf(text, [...toParts(setting, text.tokens.slice(0, at), text), ...overhang]);
  head.maxHeight = (line + 0.5) * text.linePt;
  const tail = nodeOf(text, toParts(setting, text.tokens.slice(at), text));
  delete tail.leadingIndent;
  return [head, tail];
}

export function isLoose({ loose }: Setting, { passage }: SetText): boolean {
  return loose.has(passage.text);
}

function nodeOf({ look }: SetText, parts: TextPart[]): TextNode {
  return {
    text: parts.length === 0 ? '' : parts,
    fontSize: look.sizePt,
    lineHeight: ((look.spacing ?? 1) * WORD_LINE_EM) / PDFMAKE_LINE_EM,
    alignment: look.alignment,
    ...(look.indentPt ? { leadingIndent: look.indentPt } : {}),
  };
}

function toParts(setting: Setting, tokens: readonly Token[], text: SetText): TextPart[] {
  const { look, passage } = text;
  const roomPt = look.widthPt - (look.indentPt ?? 0);
  const fits = ({ text, face }: Run): boolean =>
    certainlyFits(text, look.sizePt, roomPt) || printedWidthPt(text.trimEnd(), look.sizePt, face) <= roomPt;
  const part = (run: Run, noWrap: boolean): TextPart => ({ ...styled(run), printId: expectPrinted(setting.ledger, run.text, run.face, passage), noWrap });
  const runs = tokens.flatMap((token, index) => [...token.parts, ...(token.endsLine && index < tokens.length - 1 ? [LINE_END] : [])]);
  // Set plainly, pdfmake finds the breaks itself, inside of words too where nothing else helps. The empty part takes the
  // indent: pdfmake 0.3.11 gives that of a broken word to all its lines.
  if (isLoose(setting, text)) {
    return [{ text: '' }, ...joinRuns(runs).map((run) => (run.text === LINE_BREAK ? { text: LINE_BREAK } : part(run, false)))];
  }
  return runs.map((run) => (run.text === LINE_BREAK ? { text: LINE_BREAK } : part(run, fits(run))));
}

function styled({ text, face }: Run): TextPart {
  return {
    text,
    ...(face.bold ? { bold: true } : {}),
    ...(face.italic ? { italics: true } : {}),
    // pdfmake lets blanks at the beginning of a line hang into the margin: right for spaces, wrong for the room of a number to come.
    ...(/^[\u00A0\u2007\u202F]/.test(text) ? { preserveLeadingSpaces: true } : {}),
  };
}

function toPassage(tokens: readonly Token[], source: SourceLine | undefined): Passage {
  const text = tokens.map((token) => tokenText(token) + (token.endsLine ? ' ' : '')).join('').trim();
  return { text, ...(source ? { source } : {}) };
}
