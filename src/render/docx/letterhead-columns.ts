/**
 * Widths of the letterhead's two columns. Separate because the usual widths do not hold for every office: a long place name
 * widens the right column, a long agency name the left one.
 */
import type { OfficialDocument } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { letterheadColumnsMm, MOTTO, NATIONAL_NAME } from '../style.js';
import { textWidthPt } from '../text-width.js';
import type { Setting } from './setting.js';
import { mmToTwips, ptToTwips } from './twips.js';

/** Room beside a text, so that the least difference between two fonts does not break its line. */
const SLACK_TWIPS = mmToTwips(1);
/** Agency and Quốc hiệu must not read as one line: the agency's lines leave this much of their column free. */
const GAP_TWIPS = mmToTwips(5);

/** Whatever the date line asks for, the agency keeps this much; a date line that is longer wraps. */
const LEAST_LEFT_TWIPS = mmToTwips(40);

export interface LetterheadColumns {
  readonly left: number;
  /** How much of the left column the agency's lines may fill. */
  readonly agencyFill: number;
  readonly right: number;
}

export function letterheadColumns(document: OfficialDocument, setting: Setting): LetterheadColumns {
  const { sizes } = setting.style;
  const widest = (...widthsPt: readonly number[]): number => ptToTwips(Math.max(0, ...widthsPt)) + SLACK_TWIPS;
  const agency = widest(
    ...document.letterhead.parent.map((line) => textWidthPt(line, sizes.agencyPt)),
    ...document.letterhead.issuer.map((line) => textWidthPt(line, sizes.agencyPt, { bold: true })),
    textWidthPt(inlineText(document.number), sizes.numberPt),
  );
  const nation = widest(
    textWidthPt(NATIONAL_NAME, sizes.nationalNamePt, { bold: true }),
    textWidthPt(MOTTO, sizes.mottoPt, { bold: true }),
    textWidthPt(inlineText(document.placeAndDate), sizes.datePt, { italic: true }),
  );
  // Quốc hiệu never wraps (Phụ lục I, II.1); where both sides ask for more than there is, the agency's lines do, which II.2 allows.
  const usual = mmToTwips(letterheadColumnsMm(setting.style).rightMm);
  const right = Math.min(
    Math.max(nation, Math.min(usual, setting.widthTwips - agency - GAP_TWIPS)),
    setting.widthTwips - LEAST_LEFT_TWIPS,
  );
  const left = setting.widthTwips - right;
  return { left, agencyFill: left - GAP_TWIPS, right };
}
