/**
 * Pieces of a section in order → nodes, with what belongs together on one page. pdfmake can keep a heading with its text only
 * by a callback that lays out everything again; here room is asked for beforehand: an empty unbreakable block of the needed
 * height moves to the next page when it does not fit, and a negative margin takes its height back. It holds no text, so
 * nothing can be lost with it. No longer needed when pdfmake has keep-with-next.
 */
import type { Node } from './nodes.js';
import type { Setting } from './setting.js';

export interface Piece {
  readonly node: Node;
  /** White above; none at the top of a page. */
  readonly gapPt: number;
  readonly heightPt: number;
  /** Height that must find room where the piece begins; 0 = pdfmake's own rule, one line. */
  readonly leadPt: number;
  readonly keepWithNext: boolean;
  /** Must not begin a page, whatever white is left before it: the signature. */
  readonly neverFirst?: true;
}

/** A chain longer than this part of a page is let go: a page half empty is worse, but not worse than a signature alone. */
const LONGEST_CHAIN = 0.5;
const LONGEST_TO_SIGNATURE = 0.95;
/** Against rounding between our sums and pdfmake's. */
const SLACK_PT = 0.5;

export function toFlow(setting: Setting, pieces: readonly Piece[]): Node[] {
  /** Pieces up to this one have had their room asked for. */
  let heldTo = -1;
  return pieces.map((piece, index) => {
    if (index <= heldTo) return below(piece.gapPt, [piece.node]);
    const chain = longestChain(pieces, index, setting.box.textHeightPt);
    heldTo = chain.end;
    return below(piece.gapPt, chain.heightPt === 0 ? [piece.node] : [...reserve(chain.heightPt + SLACK_PT), piece.node]);
  });
}

/** A piece that asks for nothing: the parts of the first page's head. */
export function freePiece(node: Node, gapPt: number): Piece {
  return { node, gapPt, heightPt: 0, leadPt: 0, keepWithNext: false };
}

/** The pieces from `index` on that are kept together as far as the page allows, and the room they need up to the beginning of the last. */
function longestChain(pieces: readonly Piece[], index: number, pagePt: number): { end: number; heightPt: number } {
  const limitPt = ({ neverFirst }: Piece): number => pagePt * (neverFirst ? LONGEST_TO_SIGNATURE : LONGEST_CHAIN);
  const first = pieces[index]!;
  let chain = { end: index, heightPt: first.leadPt <= limitPt(first) ? first.leadPt : 0 };
  let abovePt = 0;
  for (let end = index + 1; pieces[end - 1]?.keepWithNext && end < pieces.length; end++) {
    abovePt += pieces[end - 1]!.heightPt + pieces[end]!.gapPt;
    const heightPt = abovePt + (pieces[end]!.leadPt || pieces[end]!.heightPt);
    if (heightPt <= limitPt(pieces[end]!)) chain = { end, heightPt };
  }
  return chain;
}

function reserve(heightPt: number): Node[] {
  return [
    { unbreakable: true, stack: [{ stack: [], margin: [0, heightPt, 0, 0] }] },
    { stack: [], margin: [0, -heightPt, 0, 0] },
  ];
}

/** The gap as an upper margin: pdfmake leaves it out where it does not fit, and a lower one could add an empty page at the end. */
function below(gapPt: number, stack: Node[]): Node {
  return gapPt === 0 && stack.length === 1 ? stack[0]! : { stack, margin: [0, gapPt, 0, 0] };
}
