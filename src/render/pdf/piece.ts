/** What the pages of a section are filled with, from top to bottom: each stays whole, and says what it stands together with. */
import type { Heading } from '../../document/tree.js';
import { inkedLine, type Inked } from './ink.js';
import type { PlacedBand } from './table-flow.js';
import type { SetText } from './set-text.js';

export interface Piece extends Inked {
  /** White above; none at the top of a page. */
  readonly gapPt: number;
  readonly keepWithNext: boolean;
  /** Must not begin a page, whatever white is left before it: the signature, the first row under a header. */
  readonly neverFirst?: true;
  /** Begins a page. */
  readonly breakBefore?: true;
  /** A row of a table, or a part of one; drawn by the table, together with the others of its page. */
  readonly band?: PlacedBand;
  /** The header of a table, come again at the top of a page. */
  readonly repeated?: true;
  /** The first line of a heading: the page that the contents name. */
  readonly heading?: Heading;
}

export function piece(box: Inked, gapPt: number, keepWithNext = false): Piece {
  return { ...box, gapPt, keepWithNext };
}

/** Fewest lines of a paragraph on a page. */
const TOGETHER = 2;

export interface ParagraphPlace {
  readonly gapPt: number;
  /** The last lines stay with what follows. */
  readonly keepWithNext: boolean;
  readonly leftPt?: number;
}

/** The lines of a paragraph: none of them is left alone on a page. */
export function paragraphPieces({ lines }: SetText, { gapPt, keepWithNext, leftPt = 0 }: ParagraphPlace): Piece[] {
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const inside = index !== last && (index < TOGETHER - 1 || index > last - TOGETHER);
    return piece(inkedLine(line, leftPt), index === 0 ? gapPt : 0, index === last ? keepWithNext : inside);
  });
}
