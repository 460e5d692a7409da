/** The boxes of urgency and circulation (ô 10b and 11), one for all writers: how large and of what colour (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2). */
import type { DocumentMarks } from '../document/tree.js';
import type { PageStyle } from './style.js';
import { textWidthMm } from './text-width.js';

export interface MarkBox {
  readonly text: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Six hexadecimal digits, of frame and letters. */
  readonly colour: string;
}

const HEIGHT_MM = 8;
/** III.2.b: HỎA TỐC 30 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, KHẨN 20 × 8 mm, in bright red. */
const URGENCY_MM: Readonly<Record<NonNullable<DocumentMarks['urgency']>, number>> = { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, 'KHẨN': 20 };
const BRIGHT_RED = 'FF0000';
const BLACK = '000000';
/** III.2.c gives the box of circulation no size: white on both sides of its words. */
const CIRCULATION_PADDING_MM = 3;

/** From the upper edge of the page: in the top margin, above the frame of the text, where page 1 has no number. */
export const CIRCULATION_TOP_MM = 9;

export function urgencyBox({ urgency }: DocumentMarks): MarkBox | undefined {
  return urgency && { text: urgency, widthMm: URGENCY_MM[urgency], heightMm: HEIGHT_MM, colour: BRIGHT_RED };
}

export function circulationBox({ circulation }: DocumentMarks, { sizes }: PageStyle): MarkBox | undefined {
  if (!circulation) return undefined;
  const widthMm = Math.ceil(textWidthMm(circulation, sizes.markPt, { bold: true })) + 2 * CIRCULATION_PADDING_MM;
  return { text: circulation, widthMm, heightMm: HEIGHT_MM, colour: BLACK };
}
