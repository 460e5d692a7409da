/** Sizes of a page in points, the unit of PDF. Separate because text, tables and sections all ask for the room they have. */
import { mmToPt, PAGE_MM, type PageStyle } from '../style.js';

export type Orientation = 'portrait' | 'landscape';

export interface PageBox {
  readonly orientation: Orientation;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly margins: { readonly leftPt: number; readonly topPt: number; readonly rightPt: number; readonly bottomPt: number };
  /** Between the margins. */
  readonly textWidthPt: number;
  readonly textHeightPt: number;
}

/** Margins of a landscape page apply as seen: Phụ lục I, I.3 does not distinguish it. */
export function pageBox({ margins }: PageStyle, orientation: Orientation): PageBox {
  const short = mmToPt(PAGE_MM.widthMm);
  const long = mmToPt(PAGE_MM.heightMm);
  const [widthPt, heightPt] = orientation === 'portrait' ? [short, long] : [long, short];
  const [leftPt, topPt, rightPt, bottomPt] = [margins.leftMm, margins.topMm, margins.rightMm, margins.bottomMm].map(mmToPt) as [number, number, number, number];
  return {
    orientation,
    widthPt,
    heightPt,
    margins: { leftPt, topPt, rightPt, bottomPt },
    textWidthPt: widthPt - leftPt - rightPt,
    textHeightPt: heightPt - topPt - bottomPt,
  };
}
