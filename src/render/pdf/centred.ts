/** Centred lines of the head of a document or appendix. Separate because names and titles too long for one line are broken into lines of like length. */
import type { Inline } from '../../document/tree.js';
import type { Face } from './fonts.js';
import { inkedText, type Inked } from './ink.js';
import { balancedWidthPt } from './lines.js';
import { toRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns, type SetText } from './set-text.js';
import { toTokens } from './tokens.js';

/** `columnPt` is the width in which the lines stand in the middle; `look.widthPt` the narrower one that they fill, at most `fillPt`. */
export interface CentredText extends SetText {
  readonly columnPt: number;
}

export function setCentred(setting: Setting, inlines: readonly Inline[], sizePt: number, face: Face, columnPt: number, fillPt = columnPt): CentredText {
  const runs = toRuns(inlines, face);
  const widthPt = balancedWidthPt(toTokens(runs), { sizePt, widthPt: fillPt, indentPt: 0 });
  return { ...setRuns(setting, runs, { sizePt, face, alignment: 'center', widthPt }), columnPt };
}

export function centredLine(setting: Setting, text: string, sizePt: number, face: Face, columnPt: number): CentredText {
  return setCentred(setting, [{ type: 'text', text }], sizePt, face, columnPt);
}

/** From the edge of the column to that of the lines. */
export function sidePt({ columnPt, look }: CentredText): number {
  return (columnPt - look.widthPt) / 2;
}

export function inkedCentred(text: CentredText): Inked {
  return inkedText(text, sidePt(text));
}
