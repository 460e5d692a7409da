/** Centred texts that fill more than one line get equal indents on both sides, so that their lines come out about equal and no word stands alone. */
import { balancedWidthPt, textWidthPt, wrapText, type Face } from '../text-width.js';
import { ptToTwips, twipsToPt } from './twips.js';

/** A text as it will be printed: what measuring it needs. */
export interface SetText {
  readonly text: string;
  readonly sizePt: number;
  readonly face: Face;
  /** How much of its column the text's lines may fill, where that is not all of it. */
  readonly fillTwips?: number;
}

/** Wider than the least width by this much, so that a font that differs a little still breaks at the same words. */
const ALLOWANCE = 1.08;

export function balancingIndent(set: SetText, columnTwips: number): { indent?: { left: number; right: number } } {
  const { text, sizePt, face } = set;
  const wraps = wrapText(text, sizePt, face, fillPt(set, columnTwips)).length > text.split('\n').length;
  if (!wraps) return {};
  const side = Math.max(0, Math.floor((columnTwips - ptToTwips(lineWidthPt(set, columnTwips))) / 2));
  return { indent: { left: side, right: side } };
}

/** The last of the lines, balanced or not: the one a rule stands under. */
export function lastLineWidthPt(set: SetText, columnTwips: number): number {
  const { text, sizePt, face } = set;
  const lines = wrapText(text, sizePt, face, lineWidthPt(set, columnTwips));
  return textWidthPt(lines.at(-1) ?? '', sizePt, face);
}

function lineWidthPt(set: SetText, columnTwips: number): number {
  const fill = fillPt(set, columnTwips);
  return Math.min(fill, balancedWidthPt(set.text, set.sizePt, set.face, fill) * ALLOWANCE);
}

function fillPt(set: SetText, columnTwips: number): number {
  return twipsToPt(set.fillTwips ?? columnTwips);
}
