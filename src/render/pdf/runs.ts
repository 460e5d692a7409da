/** Inlines of the tree → runs of letters in one face. Separate because only here the kinds of inline are told apart. */
import { blankText } from '../../document/walk.js';
import type { Inline } from '../../document/tree.js';
import { faceName, type Face } from './fonts.js';

export type Note = Extract<Inline, { type: 'note' }>;

export interface Run {
  readonly text: string;
  readonly face: Face;
  /** Small and above the line: the number of a note. */
  readonly raised?: true;
  /** Of a mark in the text: its note, which must stand on the same page. */
  readonly note?: Note;
}

/** A run of its own. */
export const LINE_BREAK = '\n';

type InlinePrinter = { readonly [K in Inline['type']]: (inline: Extract<Inline, { type: K }>, face: Face) => Run[] };

const printInline: InlinePrinter = {
  text: (inline, face) => [{ text: printable(inline.text), face }],
  figure: (inline, face) => [{ text: printable(inline.text), face }],
  reference: (inline, face) => [{ text: printable(inline.text), face }],
  strong: (inline, face) => printInlines(inline.children, { ...face, bold: true }),
  emphasis: (inline, face) => printInlines(inline.children, { ...face, italic: true }),
  blank: (inline, face) => [{ text: blankText(inline.characters), face }],
  note: (note, face) => [{ text: String(note.number), face, raised: true, note }],
  break: (_, face) => [{ text: LINE_BREAK, face }],
};

/** Runs of one paragraph in `face`. */
export function toRuns(inlines: readonly Inline[], face: Face): Run[] {
  return joinRuns(printInlines(inlines, face));
}

/** Neighbours of the same face become one, so that «100%» and the «;» after it are one word; two marks in a row get a comma. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (run.raised) {
      joined.push(last?.raised ? { ...run, text: `,${run.text}` } : run);
    } else if (last && !last.raised && last.text !== LINE_BREAK && run.text !== LINE_BREAK && faceName(last.face) === faceName(run.face)) {
      joined[joined.length - 1] = { text: last.text + run.text, face: last.face };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

export function plainRuns(text: string, face: Face): Run[] {
  return toRuns([{ type: 'text', text }], face);
}

function printInlines(inlines: readonly Inline[], face: Face): Run[] {
  return inlines.flatMap((inline) => (printInline[inline.type] as (inline: Inline, face: Face) => Run[])(inline, face));
}

/**
 * Text as it can stand on paper: NFC (the font has no marks to place by itself), every breaking blank a plain blank, and
 * without the two characters that show nothing in Word but are drawn by pdfkit: soft hyphen and byte order mark.
 */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\uFEFF]/g, '')
    .replace(/[^\S\u00A0\u2007\u202F]/g, ' ');
}
