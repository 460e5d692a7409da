/** Ô 5a: tên loại, trích yếu and their rule, and the notice of illustrative figures (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5). */
import type { OfficialDocument } from '../../document/tree.js';
import { centredLine, centredNode, setCentred } from './centred.js';
import { freePiece, type Piece } from './flow.js';
import { BOLD, ITALIC } from './fonts.js';
import { shortRule } from './rule.js';
import type { Setting } from './setting.js';

const TYPE_GAP_PT = 18;
const NOTICE_GAP_PT = 4;

export function titlePieces(setting: Setting, { title, illustrativeNotice }: OfficialDocument): Piece[] {
  const { sizes } = setting.style;
  const { textWidthPt } = setting.box;
  const typeName = centredLine(title.typeName, sizes.typeNamePt, BOLD, textWidthPt);
  const subject = setCentred(title.subject, sizes.subjectPt, BOLD, textWidthPt);
  const notice = illustrativeNotice === undefined ? [] : [centredLine(illustrativeNotice, sizes.bodyPt, ITALIC, textWidthPt)];
  return [
    freePiece(centredNode(setting, typeName), TYPE_GAP_PT),
    freePiece(centredNode(setting, subject), 0),
    freePiece(shortRule(subject), 0),
    ...notice.map((text) => freePiece(centredNode(setting, text), NOTICE_GAP_PT)),
  ];
}
