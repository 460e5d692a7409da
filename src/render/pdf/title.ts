/** Ô 5a and 10b: box of urgency, tên loại, trích yếu and their rule, and the notice of illustrative figures (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5). */
import type { OfficialDocument } from '../../document/tree.js';
import { centredLine, setCentred, sidePt, type CentredText } from './centred.js';
import { BOLD, ITALIC } from './fonts.js';
import { urgencyBox } from '../marks.js';
import { inkedMark } from './mark-box.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import { shortRule } from './rule.js';
import type { Setting } from './setting.js';

const TYPE_GAP_PT = 18;
const NOTICE_GAP_PT = 4;
/** Without a title the notice follows the letterhead. */
const NOTICE_ALONE_GAP_PT = 12;
const URGENCY_GAP_PT = 7;

/** A công văn has its trích yếu in the letterhead: only box and notice are left. */
export function titlePieces(setting: Setting, { title, illustrativeNotice, marks = {} }: OfficialDocument): Piece[] {
  const { sizes } = setting.style;
  const { textWidthPt } = setting.box;
  const lines = (text: CentredText, gapPt: number): Piece[] => paragraphPieces(text, { gapPt, keepWithNext: true, leftPt: sidePt(text) });
  const urgency = urgencyBox(marks);
  const box = urgency ? [piece(inkedMark(setting, urgency), URGENCY_GAP_PT, true)] : [];
  const notice = illustrativeNotice === undefined ? [] : [centredLine(setting, illustrativeNotice, sizes.bodyPt, ITALIC, textWidthPt)];
  if (title.typeName === undefined) return [...box, ...notice.flatMap((text) => lines(text, NOTICE_ALONE_GAP_PT))];
  const typeName = centredLine(setting, title.typeName, sizes.typeNamePt, BOLD, textWidthPt);
  const subject = setCentred(setting, title.subject, sizes.subjectPt, BOLD, textWidthPt);
  return [...box, ...lines(typeName, TYPE_GAP_PT), ...lines(subject, 0), piece(shortRule(subject), 0), ...notice.flatMap((text) => lines(text, NOTICE_GAP_PT))];
}
