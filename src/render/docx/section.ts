/** Sections: paper, margins and page numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.1–3, I.7 and III.1.đ). */
import { Header, PageNumber, PageOrientation, TextRun, type ISectionOptions } from 'docx';
import type { Appendix } from '../../document/tree.js';
import { PAGE_MM, type PageStyle } from '../style.js';
import { sectionEnd } from './blocks.js';
import { Paragraph, Table } from './filled.js';
import type { FirstPage } from './first-page.js';
import type { StyleId } from './paragraph-styles.js';
import { marginTwips } from './text-area.js';
import { mmToTwips } from './twips.js';

type Orientation = Appendix['orientation'];

/** From the paper's edge: the page number stands inside the top margin, of which 20 mm is the least. */
const HEADER_MM = 10;

const PAGE_NUMBER = new Header({ children: [new Paragraph({ style: 'SoTrang' satisfies StyleId, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] });

/** Pages count from 1 in the document and again in each appendix; the number of page 1 is not shown. */
export function section(content: readonly (Paragraph | Table)[], style: PageStyle, orientation: Orientation, first: FirstPage = {}): ISectionOptions {
  const { topMm, bottomMm, leftMm, rightMm } = style.margins;
  return {
    properties: {
      titlePage: true,
      page: {
        // docx turns the paper itself for a landscape section.
        size: {
          width: mmToTwips(PAGE_MM.widthMm),
          height: mmToTwips(PAGE_MM.heightMm),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: marginTwips(topMm),
          bottom: marginTwips(bottomMm),
          left: marginTwips(leftMm),
          right: marginTwips(rightMm),
          header: mmToTwips(HEADER_MM),
          footer: mmToTwips(HEADER_MM),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: PAGE_NUMBER, ...(first.header ? { first: first.header } : {}) },
    ...(first.footer ? { footers: { first: first.footer } } : {}),
    children: content.at(-1) instanceof Table ? [...content, sectionEnd()] : content,
  };
}

