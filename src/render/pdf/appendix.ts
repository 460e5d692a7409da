/** The head of an appendix (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1; mẫu 2.1 for the rule under «Kèm theo») and its blocks. */
import type { Appendix, Inline } from '../../document/tree.js';
import { setBlocks } from './blocks.js';
import { setCentred, sidePt, type CentredText } from './centred.js';
import { BOLD, ITALIC, REGULAR, type Face } from './fonts.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import { shortRule } from './rule.js';
import type { Setting } from './setting.js';

const LINE_GAP_PT = 2;

export function appendixPieces(setting: Setting, { label, title, subtitle, attachedTo, blocks }: Appendix): Piece[] {
  const { sizes } = setting.style;
  const set = (inlines: readonly Inline[], sizePt: number, face: Face): CentredText => setCentred(setting, inlines, sizePt, face, setting.box.textWidthPt);
  const heads = [set([{ type: 'text', text: label }], sizes.appendixLabelPt, BOLD), set(title, sizes.subjectPt, BOLD), ...(subtitle ? [set(subtitle, sizes.bodyPt, REGULAR)] : [])];
  const attached = set(attachedTo, sizes.attachedToPt, ITALIC);
  return [
    ...[...heads, attached].flatMap((text) => paragraphPieces(text, { gapPt: LINE_GAP_PT, keepWithNext: true, leftPt: sidePt(text) })),
    piece(shortRule(attached), 0),
    ...setBlocks(setting, blocks),
  ];
}
