/**
 * Number formats of Excel for labels and axes of charts. Labels stay numbers: one who edits the data in Word sees them follow.
 * In a format the point is the decimal sign whatever is printed; the reader's Word prints the comma of its region, and readers
 * that heed the language at the front print the Vietnamese one anywhere.
 */
import type { ChartBlock, ChartPoint } from '../../document/tree.js';

/** vi-VN as a language identifier ([MS-LCID]). */
const VIETNAMESE = '[$-42A]';

export function numberFormat(decimals: number, suffix: string): string {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return VIETNAMESE + digits + quoted(suffix);
}

/** The format that prints the value as the label says; undefined where none does, and only the text itself will do. */
export function labelFormat({ figure, value }: ChartPoint, { suffix }: ChartBlock): string | undefined {
  const number = suffix !== '' && figure.text.endsWith(suffix) ? figure.text.slice(0, -suffix.length) : figure.text;
  const shape = /^-?\d{1,3}(?:\.\d{3})*(?:,(\d+))?$/.exec(number);
  if (shape === null) return undefined;
  const decimals = shape[1]?.length ?? 0;
  const printed = Number(number.replaceAll('.', '').replace(',', '.'));
  // Rounding of the last decimal is Word's, of the binary number; half a unit and the noise of one is what it may differ by.
  if (Math.abs(printed - Number(value)) > 0.5000001 * 10 ** -decimals) return undefined;
  return numberFormat(decimals, number === figure.text ? '' : suffix);
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '"\\""')}"`;
}
