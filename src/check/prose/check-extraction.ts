/** Figures are extracted before they are published; the other way round one of the two days is wrong. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { Sentence } from './parse-sentences.js';
import type { ProseDate } from '../../statistics/prose-dates.js';

/** Words between a verb and its day; a comma or another clause ends them. */
const UP_TO_DAY = '(?:(?!\\d)[^,;.]){0,40}$';
const EXTRACTED = new RegExp(`(?<!\\p{L})(?:kết xuất|trích xuất|truy xuất|xuất dữ liệu|chốt số liệu|khai thác)(?!\\p{L})${UP_TO_DAY}`, 'iu');
const PUBLISHED = new RegExp(`(?<!\\p{L})(?:công bố|công khai|đăng tải|phát hành)(?!\\p{L})${UP_TO_DAY}`, 'iu');
/** A limit or a plan is no day on which something was done. */
const NOT_DONE = /(?<!\p{L})(?:trước|sau|chậm nhất|dự kiến|kể từ|từ|đến|sẽ)(?!\p{L})[^,;.\d]{0,20}$/iu;

export function checkExtraction({ text, dates, place }: Sentence): readonly Finding[] {
  const lead = ({ start }: ProseDate): string => text.slice(Math.max(0, start - 80), start);
  const done = dates.filter((date) => date.iso !== undefined && !NOT_DONE.test(lead(date)));
  const extracted = done.filter((date) => EXTRACTED.test(lead(date)));
  const published = done.filter((date) => PUBLISHED.test(lead(date)));
  return published.flatMap((event) =>
    extracted
      .filter((cause) => event.iso! < cause.iso! && !between(text, event, cause).includes(';'))
      .slice(0, 1)
      .map((cause) => found('published-before-extracted', place, { published: plain(event), extracted: plain(cause) }, { seen: plain(event), expected: `>= ${plain(cause)}` })),
  );
}

/** Two clauses may speak of two things. */
function between(text: string, a: ProseDate, b: ProseDate): string {
  return text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
}

function plain({ text }: ProseDate): string {
  return text.replace(/^ngày /i, '');
}
