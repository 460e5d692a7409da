/** The column a verb beside a count of cases tells: «đã tiếp nhận 8.605 hồ sơ», «887 hồ sơ đang giải quyết». Apart from the names of headers: officials say the verb, not the header. */
import type { ProseFigure } from './parse-figures.js';

/** What is done with the cases, and the words of the headers that say it. */
const DEEDS = [
  { said: '(?<!(?:xác|chứng|công|ghi|thừa|đón|không|chưa) )(?:tiếp nhận|(?<!tiếp )nhận)(?: giải quyết)?', header: /nhận/, total: /(?:nhận giải quyết|tiếp nhận|tiếp nhận mới)(?:: tổng số)?$/ },
  { said: 'đã (?:được )?(?:giải quyết|xử lý)(?: xong)?|(?<!chưa )giải quyết xong', header: /đã giải quyết/, total: /đã giải quyết(?:: tổng số)?$/ },
  { said: '(?:đang|còn) (?:được )?(?:giải quyết|xử lý)', header: /đang giải quyết/, total: /đang giải quyết(?:: tổng số)?$/ },
] as const;
/** Which of them, as the header ends. */
const KINDS = [
  { said: 'trước hạn', header: /trước hạn$/ },
  { said: 'đúng hạn', header: /đúng hạn$/ },
  { said: '(?:quá|trễ) hạn', header: /(?:quá|trễ) hạn$/ },
  { said: '(?:còn|trong) hạn', header: /(?:còn|trong) hạn$/ },
  { said: 'trực tuyến', header: /trực tuyến$/ },
  { said: 'trả lại', header: /trả lại$/ },
] as const;

const either = (list: readonly { readonly said: string }[]): string => `(?:${list.map(({ said }) => said).join('|')})`;
/** Words that change nothing between the verb and its number. */
const FILLING = '(?:\\s*(?:được|mới|tổng cộng|tổng số|tổng|là|có|số|với|hồ sơ|và trả kết quả|bị|qua|nộp|hình thức|đã|còn|trong kỳ|trong tháng(?:\\s+\\d{1,2}(?:(?:/| năm )\\d{4})?)?|:|\\())*';
/** «trước và đúng hạn» is two columns. */
const KIND = `(?<!(?:và|hoặc|,|/|-) )${either(KINDS)}`;
const BEFORE = new RegExp(`(?<!\\p{L})(?:${either(DEEDS)}${FILLING}(?:\\s*${KIND})?|${KIND})${FILLING}\\s*$`, 'iu');
const CASES = '(?:\\s*(?:bộ )?hồ sơ(?:\\s+(?:thủ tục hành chính|tthc|các loại))*)?';
const ENDS = '(?=\\s*(?:[,.;:()]|$)|\\s+(?:trong đó|và|tại trung tâm|của (?:các )?(?:tổ chức|cá nhân|người dân)|trong kỳ|trong tháng)(?!\\p{L}))';
const BEHIND = new RegExp(`^${CASES}((?:${FILLING}\\s*(?:${either(DEEDS)}|${KIND})(?!\\p{L}))*)${ENDS}`, 'iu');
/** The farthest a verb stands from its number. */
const REACH = 80;

/** Tells whether a column is the one said; undefined where the words beside the figure say none, or more than this list knows. */
export function toldColumn(text: string, figure: ProseFigure): ((column: string) => boolean) | undefined {
  if (figure.percent || !/^(?:(?:bộ )?hồ sơ)?$/.test(figure.unit ?? '')) return undefined;
  const behind = BEHIND.exec(text.slice(figure.end, figure.end + REACH))?.[1];
  if (behind === undefined) return undefined;
  const said = `${BEFORE.exec(text.slice(Math.max(0, figure.start - REACH), figure.start))?.[0] ?? ''} | ${behind}`;
  const deed = DEEDS.find((one) => new RegExp(one.said, 'iu').test(said));
  const kind = KINDS.find((one) => new RegExp(one.said, 'iu').test(said));
  if (kind) return (column) => kind.header.test(column) && (deed?.header.test(column) ?? true);
  return deed && ((column) => deed.total.test(column));
}
