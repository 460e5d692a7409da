/** Ô 5a: tên loại, trích yếu and their rule, and the notice of illustrative figures (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5). */
import type { OfficialDocument } from '../../document/tree.js';
import { centredLine, setCentred, sidePt, type CentredText } from './centred.js';
import { BOLD, ITALIC } from './fonts.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import { shortRule } from './rule.js';
import type { Setting } from './setting.js';

const TYPE_GAP_PT = 18;
const NOTICE_GAP_PT = 4;

export function titlePieces(setting: Setting, { title, illustrativeNotice }: OfficialDocument): Piece[] {
  const { sizes } = setting.style;
  const { textWidthPt } = setting.box;
  const lines = (text: CentredText, gapPt: number): Piece[] => paragraphPieces(text, { gapPt, keepWithNext: true, leftPt: sidePt(text) });
  const typeName = title.typeName === undefined ? [] : [centredLine(setting, title.typeName, sizes.typeNamePt, BOLD, textWidthPt)];
  const subject = setCentred(setting, title.subject, sizes.subjectPt, BOLD, textWidthPt);
  const notice = illustrativeNotice === undefined ? [] : [centredLine(setting, illustrativeNotice, sizes.bodyPt, ITALIC, textWidthPt)];
  return [...typeName.flatMap((text) => lines(text, TYPE_GAP_PT)), ...lines(subject, 0), piece(shortRule(subject), 0), ...notice.flatMap((text) => lines(text, NOTICE_GAP_PT))];
}
