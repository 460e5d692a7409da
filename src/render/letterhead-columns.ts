/**
 * Widths of the letterhead's two columns, one for all writers. Separate because the usual widths do not hold for every office:
 * a long place name widens the right column, a long agency name the left one.
 */
import type { OfficialDocument } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import { letterheadColumnsMm, mmToPt, MOTTO, NATIONAL_NAME, type PageStyle } from './style.js';
import { textWidthPt } from './text-width.js';

/** Room beside a text, so that the least difference between two fonts does not break its line. */
const SLACK_PT = mmToPt(1);
/** Agency and Quốc hiệu must not read as one line: the agency's lines leave this much of their column free. */
const GAP_PT = mmToPt(5);
/** Measured: 4,43 for 3,5 pt at size 14. */
const WIDER_BLANK_EM = 0.07;
/** Whatever the date line asks for, the agency keeps this much; a date line that is longer wraps. */
const LEAST_LEFT_PT = mmToPt(40);

export interface LetterheadColumns {
  readonly leftPt: number;
  /** How much of the left column the agency's lines may fill. */
  readonly agencyFillPt: number;
  readonly rightPt: number;
}

/** `widthPt` is the text width of the first page. */
export function letterheadColumns(document: OfficialDocument, style: PageStyle, widthPt: number): LetterheadColumns {
  const { sizes } = style;
  const widest = (...widthsPt: readonly number[]): number => Math.max(0, ...widthsPt) + SLACK_PT;
  const agencyPt = widest(
    ...document.letterhead.parent.map((line) => textWidthPt(line, sizes.agencyPt)),
    ...document.letterhead.issuer.map((line) => textWidthPt(line, sizes.agencyPt, { bold: true })),
    textWidthPt(inlineText(document.number), sizes.numberPt),
  );
  const nationPt = widest(
    textWidthPt(NATIONAL_NAME, sizes.nationalNamePt, { bold: true }),
    textWidthPt(MOTTO, sizes.mottoPt, { bold: true }),
    dateWidthPt(inlineText(document.placeAndDate), sizes.datePt),
  );
  // Quốc hiệu never wraps (Phụ lục I, II.1); where both sides ask for more than there is, the agency's lines do, which II.2 allows.
  const usualPt = mmToPt(letterheadColumnsMm(style).rightMm);
  const rightPt = Math.min(Math.max(nationPt, Math.min(usualPt, widthPt - agencyPt - GAP_PT)), widthPt - LEAST_LEFT_PT);
  const leftPt = widthPt - rightPt;
  return { leftPt, agencyFillPt: leftPt - GAP_PT, rightPt };
}

/** The blanks left for day and month are drawn wider by LibreOffice than the font says. */
function dateWidthPt(text: string, sizePt: number): number {
  return textWidthPt(text, sizePt, { italic: true }) + [...text.matchAll(/\u00A0/g)].length * sizePt * WIDER_BLANK_EM;
}
