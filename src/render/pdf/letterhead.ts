/** Ô 1–4 and 5b: agency and Quốc hiệu side by side, number and date on one line under them, «V/v …» of a công văn under the number (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV). */
import type { Inline, OfficialDocument } from '../../document/tree.js';
import { letterheadColumns } from '../letterhead-columns.js';
import { MOTTO, NATIONAL_NAME } from '../style.js';
import { inkedCentred, setCentred, type CentredText } from './centred.js';
import { BOLD, ITALIC, REGULAR, type Face } from './fonts.js';
import { beside, lowered, stacked, type Inked } from './ink.js';
import { piece, type Piece } from './piece.js';
import { fullRule, shortRule } from './rule.js';
import type { Setting } from './setting.js';
import { ASCENT_EM } from './set-text.js';

const NUMBER_GAP_PT = 6;
/** II.5.b. */
const LETTER_SUBJECT_GAP_PT = 6;

interface Line {
  readonly inlines: readonly Inline[];
  readonly sizePt: number;
  readonly face: Face;
}

export function letterheadPieces(setting: Setting, document: OfficialDocument): Piece[] {
  const { sizes } = setting.style;
  const { letterhead } = document;
  const agency = [
    ...letterhead.parent.map((name) => line(name, sizes.agencyPt, REGULAR)),
    ...letterhead.issuer.map((name) => line(name, sizes.agencyPt, BOLD)),
  ];
  const nation = [line(NATIONAL_NAME, sizes.nationalNamePt, BOLD), line(MOTTO, sizes.mottoPt, BOLD)];
  const number: Line = { inlines: document.number, sizePt: sizes.numberPt, face: REGULAR };
  const date: Line = { inlines: document.placeAndDate, sizePt: sizes.datePt, face: ITALIC };
  const { leftPt, agencyFillPt, rightPt } = letterheadColumns(document, setting.style, setting.box.textWidthPt);
  const agencyTexts = agency.map((one) => centred(setting, one, leftPt, agencyFillPt));
  const nationTexts = nation.map((one) => centred(setting, one, rightPt));
  const head = beside(
    { leftPt: 0, box: stacked([...agencyTexts.map(inkedCentred), ...agencyTexts.slice(-1).map(shortRule)]) },
    { leftPt, box: stacked([...nationTexts.map(inkedCentred), ...nationTexts.slice(-1).map(fullRule)]) },
  );
  // Number 13 and date 14 stand on one base line, not on one upper edge.
  const ascentPt = Math.max(number.sizePt, date.sizePt) * ASCENT_EM;
  const onBaseLine = (one: Line, widthPt: number): Inked => lowered(inkedCentred(centred(setting, one, widthPt)), ascentPt - one.sizePt * ASCENT_EM);
  return [
    piece(head, 0),
    piece(beside({ leftPt: 0, box: onBaseLine(number, leftPt) }, { leftPt, box: onBaseLine(date, rightPt) }), NUMBER_GAP_PT),
    ...letterSubject(setting, document, leftPt),
  ];
}

/** Ô 5b, only where there is no tên loại. */
function letterSubject(setting: Setting, { title }: OfficialDocument, leftPt: number): Piece[] {
  if (title.typeName !== undefined) return [];
  const subject = setCentred(setting, title.subject, setting.style.sizes.letterSubjectPt, REGULAR, leftPt);
  return [piece(inkedCentred(subject), LETTER_SUBJECT_GAP_PT)];
}

function line(text: string, sizePt: number, face: Face): Line {
  return { inlines: [{ type: 'text', text }], sizePt, face };
}

function centred(setting: Setting, { inlines, sizePt, face }: Line, columnPt: number, fillPt = columnPt): CentredText {
  return setCentred(setting, inlines, sizePt, face, columnPt, fillPt);
}
