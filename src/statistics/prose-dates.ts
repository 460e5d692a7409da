/** Dates in a sentence: «14/4/2023», «ngày 14 tháng 4 năm 2023». Apart, because citations, causes and the scanner of figures all read them. */
import { datePieces } from './format-figure.js';

export interface ProseDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** undefined where the calendar has no such day. */
  readonly iso: string | undefined;
  /** As the zero rule writes it; the text itself where there is no such day. */
  readonly right: string;
}

const SHORT = /(?<![\d/.,-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-]*\d)/gu;
const LONG = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d{2})(?!\d)/giu;

export function findDates(text: string): readonly ProseDate[] {
  const short = [...text.matchAll(SHORT)].map((match) => {
    const [written, day, sign, month, year] = match;
    return toDate(match.index, written, [day!, month!, year!], (one) => [one.day, one.month, one.year].join(sign));
  });
  const long = [...text.matchAll(LONG)].map((match) => {
    const [written, day, month, year] = match;
    return toDate(match.index, written, [day!, month!, year!], (one) => `${written.slice(0, 4)} ${one.day} tháng ${one.month} năm ${one.year}`);
  });
  return [...short, ...long].sort((a, b) => a.start - b.start);
}

function toDate(start: number, text: string, [day, month, year]: readonly [string, string, string], print: (pieces: ReturnType<typeof datePieces>) => string): ProseDate {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const place = { start, end: start + text.length, text };
  return exists(iso) ? { ...place, iso, right: print(datePieces(iso)) } : { ...place, iso: undefined, right: text };
}

function exists(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
}
