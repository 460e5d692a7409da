/** A section of the file: one orientation, pages counted on their own (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7 and III.1.đ). */
import { mmToPt } from '../style.js';
import { NOTHING, type FirstPage } from './first-page.js';
import { REGULAR } from './fonts.js';
import { moved } from './ink.js';
import type { FilledPage } from './paginate.js';
import type { PageItem, PrintedPage } from './printed-page.js';
import { printedOnly } from './set-text.js';
import type { Setting } from './setting.js';

/** From the upper edge of the page, as the decree's own file has it. */
const HEADER_MM = 10;
const CLEARANCE_PT = 4;

export function toPages(setting: Setting, pages: readonly FilledPage[], first: FirstPage = NOTHING): PrintedPage[] {
  const { widthPt, heightPt, margins } = setting.box;
  return pages.map(({ items }, index) => ({
    widthPt,
    heightPt,
    margins,
    items: [...(index === 0 ? first.above : []), ...items.map((item) => moved(item, margins.leftPt, margins.topPt)), ...(index === 0 ? first.below : [pageNumber(setting, index + 1)])],
  }));
}

/** From the second page on, in the middle over the text. */
function pageNumber(setting: Setting, number: number): PageItem {
  const { style, box } = setting;
  const sizePt = style.sizes.pageNumberPt;
  const topPt = Math.max(0, Math.min(mmToPt(HEADER_MM), box.margins.topPt - sizePt - CLEARANCE_PT));
  const line = printedOnly(setting, String(number), { sizePt, face: REGULAR, alignment: 'center', widthPt: box.textWidthPt });
  return moved({ type: 'line', item: line }, box.margins.leftPt, topPt);
}
