/** Scans a sentence for its figures: numbers written in digits that state a quantity. Apart from matching them against the tables. */
import { exact, type Exact } from '../../statistics/exact.js';
import { COUNTED_NOUN } from './prose-words.js';
import { setAside } from './set-aside.js';

export interface ProseFigure {
  readonly start: number;
  /** End with the percent sign. */
  readonly end: number;
  readonly text: string;
  readonly value: Exact;
  readonly decimals: number;
  readonly percent: boolean;
  /** Digits without leading zeros: how much a match of this figure proves. */
  readonly digits: number;
  /** Noun counted, in small letters. */
  readonly unit: string | undefined;
  /** «gần 8.600», «trên 90%», «chỉ tiêu 95%»: not the figure of a table. */
  readonly approximate: boolean;
  /** Written in another style, with what it should be: «91.93%» → «91,93%». */
  readonly right: string | undefined;
  /** A small count without a noun of statistics: an ordinary word. */
  readonly ordinary: boolean;
}

const NUMBER = /(?<![\p{L}\p{N}]|\d[.,:]|\p{L}-)(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\p{L}\p{N}]|[.,]\d)(\s?%)?/gu;
const APPROXIMATE = /(?<!\p{L})(?:khoảng|gần|hơn|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|chưa đến|chưa đầy|từ|chỉ tiêu|mục tiêu|phấn đấu|phấn đấu đạt|vượt|xấp xỉ|trung bình|bình quân)\s*(?:là\s*)?$/iu;
const AT_LEAST = /^\s*(?:trở lên|trở xuống|\p{L}+ trở lên|[-–]\s*\d)/u;
const COUNTS = /^(?:hồ sơ|người|lượt|lượt người|trường hợp|đơn vị|phiếu|ý kiến|thủ tục|tthc|nhiệm vụ)$/;

export function parseFigures(text: string): readonly ProseFigure[] {
  if (!/\d/.test(text)) return [];
  const masked = setAside(text);
  return [...masked.matchAll(NUMBER)].map((match) => {
    const [written, sign] = match;
    const percent = sign !== undefined;
    const number = written.slice(0, written.length - (sign?.length ?? 0));
    const end = match.index + written.length;
    const noun = COUNTED_NOUN.exec(masked.slice(end))?.[1]?.toLowerCase();
    const unit = percent ? undefined : noun;
    const points = noun === 'điểm phần trăm' || noun === 'điểm %';
    const { plain, right } = read(number, percent || points, unit);
    const [whole, decimals = ''] = plain.split('.');
    const digits = (whole! + decimals).replace(/^0+/, '').length;
    return {
      start: match.index,
      end,
      text: written,
      value: exact(plain),
      decimals: decimals.length,
      percent: percent || points,
      digits,
      unit,
      approximate: APPROXIMATE.test(masked.slice(Math.max(0, match.index - 30), match.index)) || AT_LEAST.test(masked.slice(end)),
      right: right === undefined ? undefined : right + (sign ?? ''),
      ordinary: !percent && !points && decimals === '' && digits <= 1 && unit === undefined && masked[end] !== '/' && masked[match.index - 1] !== '/',
    };
  });
}

/** Plain decimal text, and the Vietnamese form where it is written otherwise. */
function read(number: string, percent: boolean, unit: string | undefined): { plain: string; right?: string } {
  // Two commas cannot both be the decimal sign: «1,234,567.5» has the signs of English.
  if (/,.*,/.test(number)) return { plain: number.replace(/,/g, ''), right: number.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')) };
  const point = /^(\d{1,3})\.(\d+)$/.exec(number);
  // No percentage is in the thousands: «12.355%» can only be 12,355%.
  if (point && (point[2]!.length !== 3 || (percent && Number(point[1]) <= 100))) {
    return { plain: number, right: number.replace('.', ',') };
  }
  const comma = /^([1-9]\d{0,2}),(\d{3})$/.exec(number);
  if (comma && !percent && unit !== undefined && COUNTS.test(unit)) return { plain: comma[1]! + comma[2]!, right: number.replace(',', '.') };
  return { plain: number.replace(/\./g, '').replace(',', '.') };
}
