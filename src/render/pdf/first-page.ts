/** What page 1 alone has outside of the text: the box of circulation in the top margin (ô 11), the agency's address at the foot (ô 13). */
import type { OfficialDocument } from '../../document/tree.js';
import { circulationBox, CIRCULATION_TOP_MM } from '../marks.js';
import { mmToPt } from '../style.js';
import { REGULAR } from './fonts.js';
import { inkedText, moved, stacked, type Inked } from './ink.js';
import { inkedMark } from './mark-box.js';
import type { PageItem } from './printed-page.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns } from './set-text.js';

export interface FirstPage {
  /** From the upper left corner of the paper. Read before the text. */
  readonly above: readonly PageItem[];
  /** Read behind the text. */
  readonly below: readonly PageItem[];
  /** What the text must leave free above the bottom margin. */
  readonly footPt: number;
}

export const NOTHING: FirstPage = { above: [], below: [], footPt: 0 };

/** From the lower edge of the paper, as in Word. */
const FOOTER_MM = 10;
const RULE_GAP_PT = 2;
const RULE_PT = 0.75;
/** Between the text and the rule. */
const CLEARANCE_PT = 6;

export function firstPage(setting: Setting, { marks = {}, address = [] }: OfficialDocument): FirstPage {
  const { box, style } = setting;
  const circulation = circulationBox(marks, style);
  const foot = addressFoot(setting, address);
  const rightPt = box.widthPt - box.margins.rightPt;
  const footTopPt = box.heightPt - mmToPt(FOOTER_MM) - foot.heightPt;
  return {
    above: circulation ? inkedMark(setting, circulation).items.map((item) => moved(item, rightPt - mmToPt(circulation.widthMm), mmToPt(CIRCULATION_TOP_MM))) : [],
    below: foot.items.map((item) => moved(item, box.margins.leftPt, footTopPt)).map((one) => (one.type === 'line' ? { ...one, item: { ...one.item, inMargin: true as const } } : one)),
    footPt: address.length === 0 ? 0 : Math.max(0, box.heightPt - box.margins.bottomPt - footTopPt + CLEARANCE_PT),
  };
}

/** III.4: centred lines under a solid line across the whole text. */
function addressFoot(setting: Setting, address: readonly string[]): Inked {
  if (address.length === 0) return { heightPt: 0, items: [], notes: [] };
  const widthPt = setting.box.textWidthPt;
  const rule: Inked = { heightPt: RULE_GAP_PT, items: [{ type: 'vector', item: { type: 'line', x1: 0, y1: 0, x2: widthPt, y2: 0, lineWidth: RULE_PT } }], notes: [] };
  const lines = address.map((text) => inkedText(setRuns(setting, plainRuns(text, REGULAR), { sizePt: setting.style.sizes.addressPt, face: REGULAR, alignment: 'center', widthPt })));
  return stacked([rule, ...lines]);
}
