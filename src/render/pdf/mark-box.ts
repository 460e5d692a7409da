/** The boxes of urgency and circulation (ô 10b and 11): four lines around a word in capitals. */
import type { MarkBox } from '../marks.js';
import { mmToPt } from '../style.js';
import { BOLD } from './fonts.js';
import { beside, inkedText, lowered, type Inked } from './ink.js';
import type { Vector } from './printed-page.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { setRuns } from './set-text.js';

const THICKNESS_PT = 1;

export function inkedMark(setting: Setting, { text, widthMm, heightMm, colour }: MarkBox): Inked {
  const [widthPt, heightPt] = [mmToPt(widthMm), mmToPt(heightMm)];
  const lineColor = `#${colour}`;
  const word = inkedText(setRuns(setting, plainRuns(text, BOLD), { sizePt: setting.style.sizes.markPt, face: BOLD, alignment: 'center', widthPt, colour: lineColor }));
  const side = (x1: number, y1: number, x2: number, y2: number): Vector => ({ type: 'line', x1, y1, x2, y2, lineWidth: THICKNESS_PT, lineColor });
  const frame = [side(0, 0, widthPt, 0), side(0, heightPt, widthPt, heightPt), side(0, 0, 0, heightPt), side(widthPt, 0, widthPt, heightPt)];
  const box: Inked = { heightPt, items: frame.map((item) => ({ type: 'vector', item })), notes: [] };
  return beside({ leftPt: 0, box }, { leftPt: 0, box: lowered(word, (heightPt - word.heightPt) / 2) });
}
