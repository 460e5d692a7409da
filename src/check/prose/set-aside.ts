/** Blanks out of a sentence every number that is no figure: dates, document numbers, labels, times, telephones, addresses. Apart from the scanner: this is the list of what is never matched. */
import { findDates } from '../../statistics/prose-dates.js';
import { parseCitations } from '../../statistics/parse-citations.js';
import { DOCUMENT_NAMES } from '../../statistics/document-kinds.js';
import { COUNTED_NOUNS } from './prose-words.js';

/** Stands for what was set aside: neither letter nor digit, so that it parts words and numbers. */
export const ASIDE = '\uFFFC';

/** Further members of a list of labels («mức độ 2, 3, 4», «Điều 5 và 6»): small, and not counting a noun behind them. */
const MORE = '(?:\\s*(?:,|;|và|hoặc|đến|-|–|/)\\s*\\d{1,2}(?![\\d.,]*\\d)(?!\\s*%)(?=\\s*(?:[,;.):/–-]|$|(?:và|hoặc|đến|của|tại|trong|năm|để|theo)(?!\\p{L}))))*';
/** What a label word numbers. «điểm 3» is a label, «3 điểm» a figure. */
const LABELS =
  'khoản|điểm|mục|chương|phần|phụ lục|bảng|biểu đồ|biểu|hình|mẫu|mẫu số|biểu số|mức độ|mức|cấp độ|phường|quận|khu phố|khóm|ấp|thôn|tổ dân phố|quầy|quầy số|cửa số|tầng|thứ|lần|lần thứ|đợt|bước|giai đoạn|kỳ|khóa|khoá|nhóm|vùng|phiên bản|công nghiệp|tiêu chí số|tiêu chí thứ|số thứ tự|cột|tháng|quý|năm|ngày|thế kỷ';

const CAPITALISED = DOCUMENT_NAMES.split('|')
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  .join('|');

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})`, 'giu');

const PATTERNS: readonly RegExp[] = [
  // Web and mail addresses.
  /(?:https?:\/\/|www\.)\S+|(?<![^\s(,;:])[^\s@]{1,64}@\S+|(?<![\p{L}\p{N}.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org)(?:\/\S*)?/giu,
  // Telephones.
  word('(?:điện thoại|đt|sđt|hotline|fax|đường dây nóng|tổng đài|zalo)[^\\d;,]{0,25}[\\d.\\s()-]{3,}\\d'),
  /(?<![\d.,])(?:0\d{8,10}|0\d{2,3}[.\s]\d{3,4}[.\s]\d{3,4}|1[89]00[.\s]?\d{4,6})(?![\d.,]*\d)/gu,
  // Party papers (18-NQ/TW), standards (ISO 9001:2015), slogans and names with a number (5K, COVID-19).
  /(?<![\p{L}\p{N}])\d{1,4}-[\p{Lu}]{2,4}\/[\p{Lu}]+/gu,
  /(?<!\p{L})(?:ISO|TCVN|QCVN|IEC)(?:[\s/-]*\p{Lu}+)?\s*\d+(?:[:-]\d+)*/gu,
  // Symbols no rule of writing knows.
  /(?<!\p{L})số\s*:?\s*\d{1,5}\s*\/\s*\p{L}\S*/giu,
  // Documents cited by number alone: «quyết định số 766», «Đề án 06», «Nghị định 61/2018»; «báo cáo 15 trường hợp» is a verb with its count.
  word(`(?:${DOCUMENT_NAMES})\\s+số\\s*:?\\s*\\d{1,5}(?:/(?:19|20)\\d{2})?(?![\\d.,]*\\d)`),
  new RegExp(`(?<!\\p{L})(?:${CAPITALISED})\\s+\\d{1,5}(?:/(?:19|20)\\d{2})?(?![\\d.,]*\\d)(?!\\s*%)(?!\\s+(?:${COUNTED_NOUNS})(?!\\p{L}))`, 'gu'),
  // Times.
  /(?<![\d.,])\d{1,2}:\d{2}(?!\d)|(?<![\d.,])\d{1,2}(?:\s?giờ|h)(?:\s?\d{2}(?:\s?phút)?)?(?!\p{L})/giu,
  // Round the clock.
  /(?<![\d.,])24\/(?:7|24)(?!\d)/gu,
  // «6 tháng đầu năm», «quý I/2021», «tháng 7/2023», «20/3» behind «ngày», «giai đoạn 2021 - 2030».
  word('\\d{1,2} tháng (?:đầu|cuối)(?: năm(?: (?:19|20)\\d{2})?)?'),
  word('(?:quý|tháng|ngày)\\s+(?:\\d{1,2}|[IVX]+)/\\d{1,4}(?![\\d.,]*\\d)'),
  /(?<![\d.,/])(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}(?![\d.,]*\d)/gu,
  // Labels, before years: «năm 2021, 2022».
  word(`năm\\s+(?:19|20)\\d{2}(?:\\s*(?:,|và|đến|-|–)\\s*(?:19|20)\\d{2}(?![\\d.,]*\\d))*`),
  word('(?:điều|quốc lộ|tỉnh lộ|đường|phòng số|trang|dòng)\\s+\\d{1,3}(?![\\d.,]*\\d)(?!\\s*%)'),
  word(`(?:${LABELS})\\s+(?:số\\s+)?\\d{1,2}(?:\\.\\d{1,2})*(?![\\d.,]*\\d)(?!\\s*%)${MORE}`),
  // List labels: «(1)», «3.1.» opening the text; «3.1.2» is no number of any form.
  /\(\d{1,2}\)/gu,
  /^\s*\d{1,2}(?:\.\d{1,2})*[.)](?=\s)/gu,
  // A bare year: four digits without a dot that count nothing.
  /(?<![\d.,/\p{L}])(?:19|20)\d{2}(?![\d/]|[.,]\d|\s*%|\s+(?:hồ sơ|người|trường hợp|lượt|đơn vị|phiếu|ý kiến|triệu|tỷ|đồng))/gu,
];

/** The sentence at the same length, what is no figure replaced. */
export function setAside(text: string): string {
  let masked = text;
  const hide = (start: number, end: number): void => {
    masked = masked.slice(0, start) + ASIDE.repeat(end - start) + masked.slice(end);
  };
  for (const { start, end } of [...parseCitations(text), ...findDates(text)]) hide(start, end);
  for (const pattern of PATTERNS) {
    for (const match of [...masked.matchAll(pattern)]) hide(match.index, match.index + match[0].length);
  }
  return masked;
}
