/** The head of an appendix (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1; mẫu 2.1 for the rule under «Kèm theo») and its blocks. */
import type { Appendix, Inline } from '../../document/tree.js';
import { setBlocks } from './blocks.js';
import { centredNode, setCentred, type CentredText } from './centred.js';
import { freePiece, type Piece } from './flow.js';
import { BOLD, ITALIC, REGULAR, type Face } from './fonts.js';
import { shortRule } from './rule.js';
import type { Setting } from './setting.js';

const LINE_GAP_PT = 2;

export function appendixPieces(setting: Setting, { label, title, subtitle, attachedTo, blocks }: Appendix): Piece[] {
  const { sizes } = setting.style;
  const set = (inlines: readonly Inline[], sizePt: number, face: Face): CentredText => setCentred(inlines, sizePt, face, setting.box.textWidthPt);
  const attached = set(attachedTo, sizes.attachedToPt, ITALIC);
  const lines = [
    set([{ type: 'text', text: label }], sizes.appendixLabelPt, BOLD),
    set(title, sizes.subjectPt, BOLD),
    ...(subtitle ? [set(subtitle, sizes.bodyPt, REGULAR)] : []),
    attached,
  ];
  return [
    ...lines.map((text, index) => freePiece(centredNode(setting, text), index === 0 ? 0 : LINE_GAP_PT)),
    freePiece(shortRule(attached), 0),
    ...setBlocks(setting, blocks),
  ];
}
