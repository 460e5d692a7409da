/** Whose figures a sentence speaks of: the units it names, or all of them together where it names none. Apart from the evidence for a column, which lies beside the figure. */
import type { FigureRow, FigureRows } from './figure-rows.js';
import { contains, plainText } from './named-figure.js';
import type { Sentence } from './parse-sentences.js';
import { BODY } from './prose-words.js';
import type { ProseSubject } from './subject.js';

export interface SpokenOf {
  /** Rows of the units named. */
  readonly units: ReadonlySet<string>;
  /** No unit, no part and no other stretch of time is named: the sentence can only mean the total. */
  readonly whole: boolean;
  /** Units are named, and the whole beside them. */
  readonly besides: boolean;
}

const EVERY = /(?<!\p{L})các (?:sở|cơ quan|đơn vị)(?:,? (?:ban|ngành)(?!\p{L}))*/giu;
const SOME_BODY = new RegExp(`(?<!\\p{L})(?:${BODY})`, 'u');
const PART = /(?<!\p{L})(?:lĩnh vực|đơn vị|cơ quan|sở|huyện|thị xã|thành phố|xã|phường|quầy|bộ phận|nhóm|khối|riêng|còn lại|một số|mỗi|bưu chính|bưu điện|trực tiếp|liên thông|thí điểm|đợt|buổi)(?!\p{L})/iu;
const WHOLE = /(?<!\p{L})(?:toàn|cả tỉnh|tổng số|tổng cộng|trung tâm)(?!\p{L})/u;
const MONTH_NAME = /(?<!\p{L})tháng\s+\d{1,2}(?:\s*\/\s*|\s+năm\s+)\d{4}/giu;
const IN_MONTH = /(?<!\p{L})(?:ngày|tuần|quý|năm)(?!\p{L})|\d\s+tháng(?!\p{L})/iu;
const IN_YEAR = /(?<!\p{L})(?:ngày|tuần|tháng)(?!\p{L})/iu;
/** No month with the days around it is longer. */
const MONTH_DAYS = 40;

export function spokenOf(sentence: Sentence, rows: FigureRows, period: Pick<ProseSubject, 'from' | 'to'>): SpokenOf {
  const text = plainText(sentence.text);
  const labels = new Set([...rows.values()].filter(({ kind }) => kind === 'unit').map(({ row }) => row));
  const units = new Set([...labels].filter((row) => contains(text, row)));
  const rest = withoutPeriod(sentence, period).replace(EVERY, ' ');
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  const otherTime = (days > MONTH_DAYS ? IN_YEAR : IN_MONTH).test(rest);
  return { units, whole: units.size === 0 && !SOME_BODY.test(rest) && !PART.test(rest) && !otherTime, besides: units.size > 0 && WHOLE.test(text) };
}

/** «(từ ngày 16/01/2021 đến ngày 15/02/2021)» and «tháng 02 năm 2021» limit nothing. */
function withoutPeriod({ text, dates }: Sentence, { from, to }: Pick<ProseSubject, 'from' | 'to'>): string {
  const own = dates.filter(({ iso }) => iso === from || iso === to).map((date) => date.text);
  return own.reduce((rest, date) => rest.replace(date, ' ').replace(/ngày\s+(?=\s)/iu, ' '), text).replace(MONTH_NAME, ' ');
}

/** Whether the sentence may state a figure of this row: of a named unit no other row is known, of the whole no single unit. */
export function mayState({ units, whole, besides }: SpokenOf, { row, kind }: FigureRow, columnTold: boolean): boolean {
  if (units.size > 0) return kind === 'unit' ? units.has(row) : kind === 'other' || besides;
  return !(whole && columnTold && kind === 'unit');
}

/** Row evidence: the unit is named, or nothing but the whole can be meant. */
export function speaksOfRow({ units, whole }: SpokenOf, { row, kind }: FigureRow): boolean {
  return kind === 'unit' ? units.has(row) : kind === 'total' && whole;
}
