/** Two written paragraphs → one with their differences: the runs of both are cut where the comparison of the trees says. */
import type { RevisedInlines } from '../../../document/revision.js';
import type { Inline } from '../../../document/tree.js';
import { blankText } from '../../../document/walk.js';
import { deletedRun, markRuns, revision } from './mark.js';
import type { Change, Revising } from './revising.js';
import { childElement, childElements, copy, element, type Element } from './word-elements.js';

/** Part of a run, or what stands between runs: bookmarks. */
interface Piece {
  readonly text: string;
  readonly node: Element;
  /** Of the run the node stands in; undefined for what stands between runs. */
  readonly run?: Element;
}

/** Stands for the mark of a footnote, which is no letter. */
const NOTE = '\uFFFC';
const LETTERS: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:tab': '\t', 'w:footnoteReference': NOTE };

/**
 * The draft's paragraph, holding the words of both. Where the words of the paragraphs are not those of the comparison (formulas
 * with breaks set in) the whole text is replaced.
 */
export function mergeParagraph(issued: Element, draft: Element, inside: RevisedInlines, revising: Revising): Element {
  if (inside.every((piece) => piece.change === 'kept' && piece.note === undefined)) return draft;
  const [before, after] = [piecesOf(issued).filter(({ run }) => run !== undefined), piecesOf(draft)];
  if (textOf(before) !== printed(inside, 'issued') || textOf(after) !== printed(inside, 'draft')) return replaceText(issued, draft, revising);
  const merged = withoutContent(draft);
  const [left, right] = [cutter(before), cutter(after)];
  for (const piece of inside) {
    const was = piece.change === 'inserted' ? [] : left(length(piece.issued));
    const is = piece.change === 'deleted' ? [] : right(length(piece.draft));
    if (piece.change === 'kept' && piece.note) {
      revising.notes.push({ issued: noteId(was), draft: noteId(is), inside: piece.note });
    }
    if (piece.change !== 'kept') append(merged, piece.change, piece.change === 'deleted' ? was : is, revising);
    else for (const node of toRuns(is)) merged.appendChild(node);
  }
  for (const node of toRuns(right(Infinity))) merged.appendChild(node);
  return merged;
}

/** All words of the one struck out, all of the other put in: for what is compared as a whole. */
export function replaceText(issued: Element, draft: Element, revising: Revising): Element {
  markRuns(issued, 'deleted', revising);
  markRuns(draft, 'inserted', revising);
  const properties = childElement(draft, 'w:pPr');
  const before = properties ? properties.nextSibling : draft.firstChild;
  for (const child of childElements(issued)) if (child.nodeName !== 'w:pPr') draft.insertBefore(child, before);
  return draft;
}

export function paragraphText(paragraph: Element): string {
  return textOf(piecesOf(paragraph));
}

function piecesOf(paragraph: Element): readonly Piece[] {
  return childElements(paragraph).flatMap((child): readonly Piece[] => {
    if (child.nodeName === 'w:pPr') return [];
    if (child.nodeName !== 'w:r') return [{ text: '', node: child }];
    return childElements(child)
      .filter(({ nodeName }) => nodeName !== 'w:rPr')
      .map((node) => ({ text: node.nodeName === 'w:t' ? (node.textContent ?? '') : (LETTERS[node.nodeName] ?? ''), node, run: child }));
  });
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function printed(inside: RevisedInlines, side: 'issued' | 'draft'): string {
  return inside.map((piece) => printedInlines((piece as { readonly [K in typeof side]?: readonly Inline[] })[side] ?? [])).join('');
}

function printedInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'strong':
        case 'emphasis':
          return printedInlines(inline.children);
        case 'blank':
          return blankText(inline.characters);
        case 'break':
          return '\n';
        case 'note':
          return NOTE;
        default:
          return inline.text;
      }
    })
    .join('');
}

function length(inlines: readonly Inline[]): number {
  return printedInlines(inlines).length;
}

/** Takes so many letters at each call; what has none goes with the letters before it. */
function cutter(pieces: readonly Piece[]): (letters: number) => readonly Piece[] {
  let at = 0;
  let offset = 0;
  return (letters) => {
    const taken: Piece[] = [];
    let left = letters;
    while (at < pieces.length) {
      const piece = pieces[at]!;
      const rest = piece.text.length - offset;
      if (piece.text.length > 0 && left === 0) break;
      if (rest > left) {
        taken.push(part(piece, offset, offset + left));
        offset += left;
        break;
      }
      taken.push(offset === 0 ? piece : part(piece, offset, piece.text.length));
      left -= rest;
      at++;
      offset = 0;
    }
    return taken;
  };
}

function part(piece: Piece, from: number, to: number): Piece {
  const node = piece.node.cloneNode(false) as Element;
  const text = piece.text.slice(from, to);
  node.setAttribute('xml:space', 'preserve');
  node.appendChild(piece.node.ownerDocument!.createTextNode(text));
  return { ...piece, text, node };
}

/** Pieces of one run stay one run. */
function toRuns(pieces: readonly Piece[]): readonly Element[] {
  const nodes: Element[] = [];
  let open: { readonly of: Element; readonly run: Element } | undefined;
  for (const { node, run } of pieces) {
    if (run === undefined) {
      nodes.push(copy(node));
      open = undefined;
      continue;
    }
    if (open?.of !== run) {
      const properties = childElement(run, 'w:rPr');
      open = { of: run, run: element(run.ownerDocument!, 'w:r', {}, properties ? [copy(properties)] : []) };
      nodes.push(open.run);
    }
    open.run.appendChild(copy(node));
  }
  return nodes;
}

function append(merged: Element, change: Change, pieces: readonly Piece[], revising: Revising): void {
  let open: Element | undefined;
  for (const node of toRuns(pieces)) {
    if (node.nodeName !== 'w:r') {
      merged.appendChild(node);
      open = undefined;
      continue;
    }
    if (!open) {
      open = revision(change, revising);
      merged.appendChild(open);
    }
    open.appendChild(change === 'deleted' ? deletedRun(node) : node);
  }
}

function withoutContent(paragraph: Element): Element {
  const empty = paragraph.cloneNode(false) as Element;
  const properties = childElement(paragraph, 'w:pPr');
  if (properties) empty.appendChild(copy(properties));
  return empty;
}

function noteId(pieces: readonly Piece[]): string {
  return pieces.find(({ text }) => text === NOTE)!.node.getAttribute('w:id')!;
}
