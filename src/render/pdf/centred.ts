/** Centred lines of the head of a document or appendix. Separate because names and titles too long for one line are broken into lines of like length. */
import type { Inline } from '../../document/tree.js';
import type { Face } from './fonts.js';
import { balancedWidthPt } from './lines.js';
import type { TextNode } from './nodes.js';
import type { Setting } from './setting.js';
import { setText, textNode, type SetText } from './text-node.js';

/** `columnPt` is the width in which the lines stand in the middle; `look.widthPt` the narrower one that they fill, at most `fillPt`. */
export interface CentredText extends SetText {
  readonly columnPt: number;
}

export function setCentred(inlines: readonly Inline[], sizePt: number, face: Face, columnPt: number, fillPt = columnPt): CentredText {
  const wide = setText(inlines, { sizePt, face, alignment: 'center', widthPt: fillPt });
  const widthPt = balancedWidthPt(wide.tokens, { sizePt, widthPt: fillPt, indentPt: 0 });
  return { ...(widthPt === fillPt ? wide : setText(inlines, { ...wide.look, widthPt })), columnPt };
}

export function centredLine(text: string, sizePt: number, face: Face, columnPt: number): CentredText {
  return setCentred([{ type: 'text', text }], sizePt, face, columnPt);
}

export function centredNode(setting: Setting, text: CentredText, gapPt = 0): TextNode {
  const sidePt = (text.columnPt - text.look.widthPt) / 2;
  return { ...textNode(setting, text), margin: [sidePt, gapPt, sidePt, 0] };
}
