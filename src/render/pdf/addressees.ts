/** Ô 9a: «Kính gửi:» with one addressee on its line, or each of several on a line of its own with the dashes under the colon (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.d). */
import { closeListLine } from '../../document/walk.js';
import { KINH_GUI } from '../labels.js';
import { mmToPt } from '../style.js';
import { REGULAR } from './fonts.js';
import { beside, inkedText } from './ink.js';
import { printedWidthPt } from './measure.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns, type Look, type SetText } from './set-text.js';

const BLOCK_GAP_PT = 12;
const LINE_GAP_PT = 3;
const AFTER_PT = 6;

export function addresseePieces(setting: Setting, addressees: readonly string[]): Piece[] {
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  const pieces = others.length === 0 ? oneLine(setting, first) : listed(setting, addressees);
  return [...pieces, piece({ heightPt: 0, items: [], notes: [] }, AFTER_PT)];
}

function oneLine(setting: Setting, addressee: string): Piece[] {
  return paragraphPieces(set(setting, `${KINH_GUI} ${addressee}`, 'center', setting.box.textWidthPt), { gapPt: BLOCK_GAP_PT, keepWithNext: false });
}

function listed(setting: Setting, addressees: readonly string[]): Piece[] {
  const { style, box } = setting;
  const width = (text: string): number => printedWidthPt(text, style.sizes.bodyPt, REGULAR);
  const dashPt = width('- ');
  const toColonPt = width(KINH_GUI.replace(':', ''));
  const lines = addressees.map((name, index) => closeListLine(name, index === addressees.length - 1));
  // The block as a whole stands in the middle; names longer than the page wrap beside their dash.
  const blockPt = toColonPt + Math.max(...lines.map(width));
  const leftPt = Math.max(mmToPt(style.firstLineIndentMm), (box.textWidthPt - blockPt) / 2);
  const namePt = box.textWidthPt - leftPt - toColonPt - dashPt;
  return [
    ...paragraphPieces(set(setting, KINH_GUI, 'left', box.textWidthPt - leftPt), { gapPt: BLOCK_GAP_PT, keepWithNext: true, leftPt }),
    ...lines.map((line) => dashed(setting, line, leftPt + toColonPt, dashPt, namePt)),
  ];
}

/** The dash in a column of its own, so that a second line begins under the first word. */
function dashed(setting: Setting, line: string, indentPt: number, dashPt: number, namePt: number): Piece {
  const dash = inkedText(set(setting, '-', 'left', dashPt));
  const name = inkedText(set(setting, line.replace(/^- /, ''), 'left', namePt));
  return piece(beside({ leftPt: indentPt, box: dash }, { leftPt: indentPt + dashPt, box: name }), LINE_GAP_PT);
}

function set(setting: Setting, text: string, alignment: Look['alignment'], widthPt: number): SetText {
  const { sizes, lineSpacing } = setting.style;
  return setRuns(setting, plainRuns(text, REGULAR), { sizePt: sizes.bodyPt, face: REGULAR, alignment, widthPt, spacing: lineSpacing });
}
