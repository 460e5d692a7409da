/** Inlines of two versions compared word by word. A figure, a reference, a blank and a footnote are one word each: no number is ever changed by half. */
import { align, samePairs, type Profile } from './align.js';
import type { RevisedInlines, RevisedLine, RevisedPiece } from './revision.js';
import type { Inline } from './tree.js';
import { blankText, inlineText } from './walk.js';

type Wrap = 'strong' | 'emphasis';

/** One word, one blank or one sign, with what it stands in. */
interface Atom {
  /** Equal for what prints the same. */
  readonly key: string;
  readonly inline: Inline;
  readonly wraps: readonly Wrap[];
}

/** Words of letters and digits with the signs inside them: «1216/QĐ-UBND», «16/01/2021», «89,69%» are one each. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[.,:/\-–][\p{L}\p{M}\p{N}]+)*%?|\s|./gsu;

export function compareInlines(issued: readonly Inline[], draft: readonly Inline[]): RevisedInlines {
  const left = atomsOf(issued);
  const right = atomsOf(draft);
  const pieces: RevisedPiece[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const { at, count } of keptRuns(left, right)) {
    pieces.push(...changedPieces(left.slice(from[0], at[0]), right.slice(from[1], at[1])));
    if (count > 0) pieces.push({ change: 'kept', issued: toInlines(left.slice(at[0], at[0] + count)), draft: toInlines(right.slice(at[1], at[1] + count)) });
    from = [at[0] + count, at[1] + count];
  }
  return pieces;
}

/** Lines that may come and go, in order. */
export function compareLines(issued: readonly (readonly Inline[])[], draft: readonly (readonly Inline[])[]): readonly RevisedLine[] {
  return align(issued, draft, (inlines) => textProfile('line', inlines)).map((step): RevisedLine =>
    step.change === 'kept' ? { ...step, inside: compareInlines(step.issued, step.draft) } : step,
  );
}

/** A line of which there is at most one: whatever it says, it is the same line. */
export function compareOptional(issued: readonly Inline[] | undefined, draft: readonly Inline[] | undefined): readonly RevisedLine[] {
  if (issued !== undefined && draft !== undefined) return [{ change: 'kept', issued, draft, inside: compareInlines(issued, draft) }];
  if (issued !== undefined) return [{ change: 'deleted', issued }];
  return draft === undefined ? [] : [{ change: 'inserted', draft }];
}

export function textProfile(kind: string, inlines: readonly Inline[]): Profile {
  return { kind, key: `${kind}|${inlinesKey(inlines)}`, words: wordsOf(inlineText(inlines)) };
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s\u00A0]+/).filter((word) => word !== '');
}

/** Equal for inlines that print the same. */
export function inlinesKey(inlines: readonly Inline[]): string {
  return atomsOf(inlines)
    .map(({ key }) => key)
    .join('\u0001');
}

interface KeptRun {
  readonly at: readonly [number, number];
  readonly count: number;
}

/** Runs of equal words, and an empty one at the end. A blank alone between two changes is read with them. */
function keptRuns(left: readonly Atom[], right: readonly Atom[]): readonly KeptRun[] {
  const runs: KeptRun[] = [];
  for (const pair of samePairs(left.map(({ key }) => key), right.map(({ key }) => key))) {
    const last = runs.at(-1);
    if (last && last.at[0] + last.count === pair[0] && last.at[1] + last.count === pair[1]) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ at: pair, count: 1 });
  }
  const stand = runs.filter(({ at, count }) => {
    const atEdge = (at[0] === 0 && at[1] === 0) || (at[0] + count === left.length && at[1] + count === right.length);
    return atEdge || left.slice(at[0], at[0] + count).some(({ inline }) => inline.type !== 'text' || inline.text.trim() !== '');
  });
  return [...stand, { at: [left.length, right.length], count: 0 }];
}

/** Old words, then new ones; a footnote among both keeps its mark, and its text is compared. */
function changedPieces(left: readonly Atom[], right: readonly Atom[]): readonly RevisedPiece[] {
  const pieces: RevisedPiece[] = [];
  let from: readonly [number, number] = [0, 0];
  const replaced = (to: readonly [number, number]): void => {
    const [issued, draft] = [left.slice(from[0], to[0]), right.slice(from[1], to[1])];
    if (issued.length > 0) pieces.push({ change: 'deleted', issued: toInlines(issued) });
    if (draft.length > 0) pieces.push({ change: 'inserted', draft: toInlines(draft) });
  };
  for (const step of align(left.filter(isNote), right.filter(isNote), ({ inline }) => textProfile('note', inline.inlines))) {
    if (step.change !== 'kept') continue;
    const at = [left.indexOf(step.issued), right.indexOf(step.draft)] as const;
    replaced(at);
    pieces.push({ change: 'kept', issued: toInlines([step.issued]), draft: toInlines([step.draft]), note: compareInlines(step.issued.inline.inlines, step.draft.inline.inlines) });
    from = [at[0] + 1, at[1] + 1];
  }
  replaced([left.length, right.length]);
  return pieces;
}

type NoteAtom = Atom & { readonly inline: Extract<Inline, { type: 'note' }> };

function isNote(atom: Atom): atom is NoteAtom {
  return atom.inline.type === 'note';
}

function atomsOf(inlines: readonly Inline[], wraps: readonly Wrap[] = []): readonly Atom[] {
  const look = `${wraps.includes('strong') ? 'b' : ''}${wraps.includes('emphasis') ? 'i' : ''}|`;
  return inlines.flatMap((inline): readonly Atom[] => {
    switch (inline.type) {
      case 'strong':
      case 'emphasis':
        return atomsOf(inline.children, [...wraps, inline.type]);
      case 'text':
        return (inline.text.match(TOKEN) ?? []).map((text) => ({ key: look + text, inline: { type: 'text', text }, wraps }));
      case 'figure':
      case 'reference':
        return [{ key: look + inline.text, inline, wraps }];
      case 'blank':
        return [{ key: look + blankText(inline.characters), inline, wraps }];
      case 'note':
        return [{ key: `note|${inlinesKey(inline.inlines)}`, inline, wraps }];
      case 'break':
        return [{ key: 'break', inline, wraps }];
    }
  });
}

/** Words of one text become one text again, and what stood in one wrap stands in one. */
function toInlines(atoms: readonly Atom[], depth = 0): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let at = 0; at < atoms.length; ) {
    const { wraps, inline } = atoms[at]!;
    const wrap = wraps[depth];
    const last = inlines.at(-1);
    if (wrap !== undefined) {
      let end = at + 1;
      while (end < atoms.length && atoms[end]!.wraps[depth] === wrap) end++;
      inlines.push({ type: wrap, children: toInlines(atoms.slice(at, end), depth + 1) });
      at = end;
      continue;
    }
    if (inline.type === 'text' && last?.type === 'text') inlines[inlines.length - 1] = { type: 'text', text: last.text + inline.text };
    else inlines.push(inline);
    at++;
  }
  return inlines;
}
