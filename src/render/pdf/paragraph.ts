/** A paragraph as pieces that leave no single line behind: separate because body, headings, list items and notes are all paragraphs. */
import type { Piece } from './flow.js';
import type { Setting } from './setting.js';
import { cutTextNode, isLoose, textNode, type SetText } from './text-node.js';

/** Fewest lines of a paragraph on a page. */
const TOGETHER = 2;

export interface ParagraphPlace {
  readonly gapPt: number;
  /** The last lines stay with what follows. */
  readonly keepWithNext: boolean;
}

export function paragraphPieces(setting: Setting, text: SetText, { gapPt, keepWithNext }: ParagraphPlace): Piece[] {
  const { count, certain } = text.lines;
  if (!certain || count < 2 * TOGETHER || isLoose(setting, text)) {
    const leadPt = count < 2 * TOGETHER ? text.heightPt : TOGETHER * text.linePt;
    return [{ node: textNode(setting, text), gapPt, heightPt: text.heightPt, leadPt: count === 1 ? 0 : leadPt, keepWithNext }];
  }
  const [head, tail] = cutTextNode(setting, text, count - TOGETHER);
  const twoLinesPt = TOGETHER * text.linePt;
  return [
    { node: head, gapPt, heightPt: text.heightPt - twoLinesPt, leadPt: twoLinesPt, keepWithNext: false },
    { node: tail, gapPt: 0, heightPt: twoLinesPt, leadPt: twoLinesPt, keepWithNext },
  ];
}
