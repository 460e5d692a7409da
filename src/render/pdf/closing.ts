/** Ô 7 and 9b: recipients on the left, authority and name on the right, first lines on one level, on one page with lines of the body. */
import type { OfficialDocument } from '../../document/tree.js';
import { recipientLines } from '../../document/walk.js';
import { NOI_NHAN } from '../labels.js';
import { mmToPt } from '../style.js';
import { BOLD, BOLD_ITALIC, REGULAR, type Face } from './fonts.js';
import { beside, inkedLine, inkedText, lowered, stacked, type Inked } from './ink.js';
import { piece, type Piece } from './piece.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns, type Alignment, type SetText } from './set-text.js';

const GAP_PT = 14;
/** Of a list of recipients taller than this part of a page, what stands lower than the signature flows on. */
const TALLEST_KEPT = 0.9;

export function closingPieces(setting: Setting, document: OfficialDocument): Piece[] {
  const widthPt = setting.box.textWidthPt / 2;
  const left = recipientColumn(setting, document, widthPt);
  const right = signatureColumn(setting, document.signature, widthPt);
  const beneath = stacked(left).heightPt > setting.box.textHeightPt * TALLEST_KEPT ? linesWithin(left, right.heightPt) : left.length;
  return [
    { ...piece(beside({ leftPt: 0, box: stacked(left.slice(0, beneath)) }, { leftPt: widthPt, box: right }), GAP_PT), neverFirst: true },
    ...left.slice(beneath).map((line) => piece(line, 0)),
  ];
}

/** How many of the lines it takes to be as tall. */
function linesWithin(lines: readonly Inked[], heightPt: number): number {
  let count = 0;
  for (let usedPt = 0; count < lines.length && usedPt < heightPt; count++) usedPt += lines[count]!.heightPt;
  return count;
}

/** Nơi nhận 12 bold italic, items 11 (Phụ lục I, II.9.e). */
function recipientColumn(setting: Setting, document: OfficialDocument, widthPt: number): Inked[] {
  const { sizes } = setting.style;
  return [
    ...(document.recipients.length === 0 ? [] : [set(setting, NOI_NHAN, sizes.recipientsHeadPt, BOLD_ITALIC, 'left', widthPt)]),
    ...recipientLines(document).map((text) => set(setting, text, sizes.recipientsPt, REGULAR, 'left', widthPt)),
  ].flatMap(({ lines }) => lines.map((line) => inkedLine(line)));
}

/** Where the signer is not known the room for the signature stays. */
function signatureColumn(setting: Setting, { authority, name = '' }: OfficialDocument['signature'], widthPt: number): Inked {
  const { authorityPt } = setting.style.sizes;
  const line = (text: string): Inked => inkedText(set(setting, text, authorityPt, BOLD, 'center', widthPt));
  return stacked([...authority.map(line), lowered(line(name), mmToPt(setting.style.signatureRoomMm))]);
}

function set(setting: Setting, text: string, sizePt: number, face: Face, alignment: Alignment, widthPt: number): SetText {
  return setRuns(setting, plainRuns(text, face), { sizePt, face, alignment, widthPt });
}
