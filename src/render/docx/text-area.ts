/** What the margins leave of a page, in twips (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.2–3). Separate: styles, tables and sections measure by it. */
import type { Appendix } from '../../document/tree.js';
import { PAGE_MM, type PageStyle } from '../style.js';
import { mmToTwips } from './twips.js';

type Orientation = Appendix['orientation'];

/** Rounded up: 15 mm are 850,4 twips, and 850 would be less than the least margin the decree allows. */
export function marginTwips(mm: number): number {
  return Math.ceil((mm * 1440) / 25.4);
}

export function textWidthTwips(style: PageStyle, orientation: Orientation): number {
  const { leftMm, rightMm } = style.margins;
  const page = orientation === 'portrait' ? PAGE_MM.widthMm : PAGE_MM.heightMm;
  return mmToTwips(page) - marginTwips(leftMm) - marginTwips(rightMm);
}

export function textHeightTwips(style: PageStyle, orientation: Orientation): number {
  const { topMm, bottomMm } = style.margins;
  const page = orientation === 'portrait' ? PAGE_MM.heightMm : PAGE_MM.widthMm;
  return mmToTwips(page) - marginTwips(topMm) - marginTwips(bottomMm);
}
