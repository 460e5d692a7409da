/** Ô 7 and 9b: recipients on the left, authority and name on the right, first lines on one level, on one page with lines of the body. */
import type { OfficialDocument } from '../../document/tree.js';
import { mmToPt } from '../style.js';
import { closeListLine } from '../../document/walk.js';
import { NOI_NHAN } from '../labels.js';
import type { Piece } from './flow.js';
import { BOLD, BOLD_ITALIC, REGULAR, type Face } from './fonts.js';
import type { Alignment, Node, StackNode } from './nodes.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { isLoose, setRuns, textNode, type SetText } from './text-node.js';

const GAP_PT = 14;
/** Taller than this part of a page (a long list of recipients) the block is left to flow: pdfmake would drop it. */
const TALLEST_KEPT = 0.9;

interface Column {
  readonly nodes: Node[];
  readonly heightPt: number;
  readonly loose: boolean;
}

export function closingPiece(setting: Setting, { recipients, signature }: OfficialDocument): Piece {
  const widthPt = setting.box.textWidthPt / 2;
  const left = recipientColumn(setting, recipients, widthPt);
  const right = signatureColumn(setting, signature, widthPt);
  const heightPt = Math.max(left.heightPt, right.heightPt);
  const node: StackNode = {
    stack: [{ columns: [{ width: widthPt, stack: left.nodes }, { width: widthPt, stack: right.nodes }] }],
    unbreakable: !left.loose && !right.loose && heightPt <= setting.box.textHeightPt * TALLEST_KEPT,
  };
  return { node, gapPt: GAP_PT, heightPt, leadPt: heightPt, keepWithNext: false, neverFirst: true };
}

/** Nơi nhận 12 bold italic, items 11 (Phụ lục I, II.9.e). */
function recipientColumn(setting: Setting, recipients: readonly string[], widthPt: number): Column {
  if (recipients.length === 0) return { nodes: [], heightPt: 0, loose: false };
  const { sizes } = setting.style;
  return stacked(setting, [
    set(NOI_NHAN, sizes.recipientsHeadPt, BOLD_ITALIC, 'left', widthPt),
    ...recipients.map((name, index) => set(closeListLine(name, index === recipients.length - 1), sizes.recipientsPt, REGULAR, 'left', widthPt)),
  ]);
}

/** Where the signer is not known the room for the signature stays. */
function signatureColumn(setting: Setting, { authority, name = '' }: OfficialDocument['signature'], widthPt: number): Column {
  const { authorityPt } = setting.style.sizes;
  const roomPt = mmToPt(setting.style.signatureRoomMm);
  const title = stacked(setting, authority.map((line) => set(line, authorityPt, BOLD, 'center', widthPt)));
  const signer = stacked(setting, [set(name, authorityPt, BOLD, 'center', widthPt)]);
  return {
    nodes: [...title.nodes, { stack: signer.nodes, margin: [0, roomPt, 0, 0] }],
    heightPt: title.heightPt + roomPt + signer.heightPt,
    loose: title.loose || signer.loose,
  };
}

function stacked(setting: Setting, texts: readonly SetText[]): Column {
  return {
    nodes: texts.map((text) => textNode(setting, text)),
    heightPt: texts.reduce((sum, text) => sum + text.heightPt, 0),
    loose: texts.some((text) => isLoose(setting, text)),
  };
}

function set(text: string, sizePt: number, face: Face, alignment: Alignment, widthPt: number): SetText {
  return setRuns(plainRuns(text, face), { sizePt, face, alignment, widthPt });
}
