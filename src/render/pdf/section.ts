/** A section of the file: one orientation, pages counted on their own (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7 and III.1.đ). */
import { mmToPt, type PageStyle } from '../style.js';
import { toFlow, type Piece } from './flow.js';
import type { SectionNode, TextNode } from './nodes.js';
import type { PageBox } from './page-box.js';
import type { Setting } from './setting.js';

/** From the upper edge of the page, as the decree's own file has it. */
const HEADER_MM = 10;
const CLEARANCE_PT = 4;

export function section(setting: Setting, pieces: readonly Piece[]): SectionNode {
  const { widthPt, heightPt, margins, orientation } = setting.box;
  return {
    section: { stack: toFlow(setting, pieces) },
    pageSize: { width: widthPt, height: heightPt },
    pageOrientation: orientation,
    pageMargins: [margins.leftPt, margins.topPt, margins.rightPt, margins.bottomPt],
    header: pageNumbers(setting.style, setting.box),
  };
}

/** pdfmake calls the header for the pages of a section in order, with their numbers in the whole file. */
function pageNumbers(style: PageStyle, { margins }: PageBox): (page: number) => TextNode | null {
  const sizePt = style.sizes.pageNumberPt;
  const topPt = Math.max(0, Math.min(mmToPt(HEADER_MM), margins.topPt - sizePt - CLEARANCE_PT));
  let first: number | undefined;
  return (page) => {
    first ??= page;
    const number = page - first + 1;
    if (number === 1) return null;
    return { text: [{ text: String(number) }], fontSize: sizePt, lineHeight: 1, alignment: 'center', margin: [margins.leftPt, topPt, margins.rightPt, 0] };
  };
}
