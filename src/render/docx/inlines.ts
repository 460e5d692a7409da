/** Inlines → runs of WordprocessingML. Neighbours that look the same become one run: a report has thousands of them. */
import type { FootnoteReferenceRun } from 'docx';
import type { Inline } from '../../document/tree.js';
import { blankText } from '../../document/walk.js';
import { TextRun } from './filled.js';
import { footnoteRun } from './footnote.js';

/** What a run adds to its paragraph's style. */
export interface Emphasis {
  readonly bold?: true;
  readonly italics?: true;
  /** In half points, where a table is set smaller than its style. */
  readonly size?: number;
}

type NoteInline = Extract<Inline, { type: 'note' }>;

interface Piece extends Emphasis {
  readonly text: string;
  readonly afterBreak?: true;
  readonly note?: NoteInline;
}

type PiecesOf = { readonly [K in Inline['type']]: (inline: Extract<Inline, { type: K }>, emphasis: Emphasis) => readonly Piece[] };

const PIECES_OF: PiecesOf = {
  text: (inline, emphasis) => [{ text: inline.text, ...emphasis }],
  figure: (inline, emphasis) => [{ text: inline.text, ...emphasis }],
  reference: (inline, emphasis) => [{ text: inline.text, ...emphasis }],
  blank: (inline, emphasis) => [{ text: blankText(inline.characters), ...emphasis }],
  note: (note) => [{ text: '', note }],
  break: (_inline, emphasis) => [{ text: '', afterBreak: true, ...emphasis }],
  strong: (inline, emphasis) => piecesOf(inline.children, { ...emphasis, bold: true }),
  emphasis: (inline, emphasis) => piecesOf(inline.children, { ...emphasis, italics: true }),
};

export function toRuns(inlines: readonly Inline[], emphasis: Emphasis = {}): (TextRun | FootnoteReferenceRun)[] {
  return joined(piecesOf(inlines, emphasis)).map((piece) => (piece.note === undefined ? toRun(piece) : footnoteRun(noteRuns(piece.note))));
}

/** Texts of the runs and the looks that they have; undefined where there is a note. */
export function plainRuns(inlines: readonly Inline[], emphasis: Emphasis): { readonly words: readonly string[]; readonly look: string } | undefined {
  const words: string[] = [];
  let look = '';
  for (const { text, note, bold, italics, size, afterBreak } of joined(piecesOf(inlines, emphasis))) {
    if (note !== undefined) return undefined;
    look += `/${text !== ''} ${bold} ${italics} ${size} ${afterBreak}`;
    if (text !== '') words.push(text);
  }
  return { words, look };
}

/** The text of a note behind its mark. Word has no notes of notes: one would follow in brackets. */
function noteRuns({ inlines }: NoteInline): TextRun[] {
  const pieces = piecesOf(inlines, {}).flatMap((piece) => (piece.note === undefined ? [piece] : [{ text: ' (' }, ...piecesOf(piece.note.inlines, {}), { text: ')' }]));
  return joined([{ text: ' ' }, ...pieces]).map(toRun);
}

/** One run of plain words. */
export function textRun(text: string, emphasis: Emphasis = {}): TextRun {
  return toRun({ text, ...emphasis });
}

function piecesOf(inlines: readonly Inline[], emphasis: Emphasis): readonly Piece[] {
  return inlines.flatMap((inline) => {
    const pieces = PIECES_OF[inline.type] as (inline: Inline, emphasis: Emphasis) => readonly Piece[];
    return pieces(inline, emphasis);
  });
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.text === '' && piece.afterBreak === undefined && piece.note === undefined) continue;
    if (last !== undefined && last.note === undefined && piece.note === undefined && piece.afterBreak === undefined && last.bold === piece.bold && last.italics === piece.italics) {
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      runs.push(piece);
    }
  }
  return runs;
}

/** Never by `children`: docx turns a child «CURRENT» or «SECTION» into a field. */
function toRun({ afterBreak, text, note: _note, ...emphasis }: Piece): TextRun {
  return new TextRun({
    ...emphasis,
    ...(text === '' ? {} : { text }),
    ...(afterBreak === undefined ? {} : { break: 1 }),
  });
}
