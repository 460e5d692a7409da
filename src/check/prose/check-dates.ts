/** Dates that cannot be: no such day, another weekday, an event before the decision it follows from, another reporting period than the one reported. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import { formatDate } from '../../statistics/format-figure.js';
import type { Citation } from '../../statistics/parse-citations.js';
import type { Sentence } from './parse-sentences.js';
import { weekdayOf, type ProseDate } from '../../statistics/prose-dates.js';

export function checkDates(sentence: Sentence, period: { readonly from: string; readonly to: string }): readonly Finding[] {
  return [...impossible(sentence), ...weekdays(sentence), ...beforeCause(sentence), ...reportedPeriod(sentence, period)];
}

function impossible({ dates, place }: Sentence): readonly Finding[] {
  return dates.filter(({ iso }) => iso === undefined).map(({ text }) => found('date-impossible', place, { seen: text }, { seen: text }));
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const NAMES: Readonly<Record<string, number>> = { hai: 1, '2': 1, ba: 2, '3': 2, tư: 3, '4': 3, năm: 4, '5': 4, sáu: 5, '6': 5, bảy: 6, bẩy: 6, '7': 6 };
const DAY = 'thứ\\s+(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật';
/** «thứ hai» is also «second»: only where a word of time or a bracket leads to it. */
const LEADING = new RegExp(`(?:(?:sáng|trưa|chiều|tối|vào|từ|đến|trước|sau|hạn|phút|giờ|\\d|\\()\\s*,?\\s*(?:${DAY}))\\s*,?\\s*\\(?\\s*(?:ngày\\s+)?$`, 'iu');
/** At the head of a sentence the capital tells the day from «second»: «Thứ Hai, ngày …». */
const OPENING = /^[\s+*–-]*(?:Thứ\s+(Hai|Ba|Tư|Năm|Sáu|Bảy|Bẩy)|Chủ [Nn]hật)\s*,?\s*\(?\s*(?:ngày\s+)?$/u;
const TRAILING = new RegExp(`^\\s*\\(\\s*(?:${DAY})\\s*\\)`, 'iu');

function weekdays({ text, dates, place }: Sentence): readonly Finding[] {
  return dates.flatMap(({ iso, start, end, text: date }) => {
    const match = LEADING.exec(text.slice(Math.max(0, start - 60), start)) ?? OPENING.exec(text.slice(0, start)) ?? TRAILING.exec(text.slice(end));
    if (!match || iso === undefined) return [];
    const seen = WEEKDAYS[(match[1] === undefined ? 7 : NAMES[match[1].toLowerCase()]!) - 1]!;
    const expected = WEEKDAYS[weekdayOf(iso) - 1]!;
    return seen === expected ? [] : [found('weekday-wrong', place, { date, seen, expected }, { seen, expected })];
  });
}

/** Documents that things are done by; reports, minutes and notices come after what they tell of. */
const CAUSES = /^(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|công điện)$/;
const ACT = '(?:công bố|ban hành|phê duyệt|thành lập|bổ nhiệm|công nhận|triển khai|thực hiện|tổ chức|áp dụng|giao|khen thưởng|kiện toàn|bãi bỏ)';
const EVENT = new RegExp(`(?<!\\p{L})${ACT}(?!\\p{L})[^.;]*?(?<!\\p{L})(?:vào\\s+)?(?:ngày\\s+)?$`, 'iu');
const ACTS = new RegExp(`(?<!\\p{L})${ACT}(?!\\p{L})`, 'iu');
/** The day of a state of the figures, or of a limit, may well lie before the paper that asks for it. */
const STATE = /(?<!\p{L})(?:từ|đến|trước|sau|kể từ|tính đến|hết|tại thời điểm|hiệu lực|thời điểm|số liệu|giai đoạn|kỳ)(?:\s+(?:ngày|hết ngày))?\s*$/iu;
/** «… theo Quyết định», «… tại Quyết định», «… căn cứ các Quyết định». */
const PLAIN_LINK = /^\s*\)?\s*,?\s*(?:của\s+[\p{L}\s]{2,50}?\s*,?\s*)?(?:được thực hiện\s+)?(?:theo|tại|căn cứ|bằng|thực hiện|kèm theo|trên cơ sở)(?:\s+(?:quy định|yêu cầu|chỉ đạo|tinh thần|nội dung))?(?:\s+(?:tại|của|theo))?(?:\s+(?:các|những|vào))?\s*$/iu;
/** «Ngày 19/4/2022, Bộ Nội vụ công bố Chỉ số … tại Quyết định»: one clause, one act. */
const OPENING_DAY = /^\s*(?:vào\s+)?(?:ngày\s+)?$/iu;
const ANNOUNCED = /^\s*,?(?:(?!kết luận|sau đó|kế hoạch)[^,;.]){0,60}?(?<!\p{L})(?:công bố|ban hành|phê duyệt)(?!\p{L})[^,;.]{0,160}(?<!\p{L})(?:tại|theo|bằng|kèm theo)(?:\s+(?:các|những))?\s*$/iu;
/** «Ngày …, Trung tâm đã công bố Quyết định số …»: who only prepares it does so before. */
const ISSUES = /^\s*,?(?:(?!kết luận|sau đó|kế hoạch|tham mưu|trình|đề nghị|đề xuất|dự thảo|dự kiến|chuẩn bị|góp ý|ý kiến|sẽ|để|lấy|họp|thẩm định|rà soát|xây dựng|yêu cầu|hạn|phải|chưa|không)[^,;.]){0,60}?(?<!\p{L})(?:công bố|ban hành|công khai|triển khai|phổ biến|quán triệt)\s+(?:(?:các|những)\s+)?$/iu;
/** «Quyết định số … ngày … được công bố ngày …». */
const ISSUED = /^\s*,?\s*(?:của\s+[\p{L}\s]{2,50}?\s*,?\s*)?(?:(?:đã|mới|vừa)\s+)?được\s+(?:[\p{L}\s]{2,50}?\s)??(?:công bố|ban hành|công khai|phát hành|ký|phổ biến|quán triệt)(?!\p{L})(?:(?!từ|đến|trước|sau|sửa đổi|thay thế)[^,;.:\d]){0,40}?\s*(?:ngày\s+)?$/iu;
const LOOSE_LINK = /^[^.;:()]{0,60}(?<!\p{L})(?:theo|căn cứ)(?:\s+(?:quy định|yêu cầu|chỉ đạo|tinh thần))?(?:\s+(?:tại|của))?\s*$/iu;
/** «công bố ngày 19/4/2022 (Quyết định số …)». */
const BRACKETED = /^\s*\(\s*(?:(?:theo|tại)\s+)?(?:các\s+)?$/iu;
/** A clause of a later paper that changes an earlier thing. */
const CHANGES = /(?<!\p{L})(?:sửa đổi|bổ sung|thay thế|đính chính|gia hạn|điều chỉnh|hướng dẫn|bãi bỏ|xử lý|kết quả|số liệu)(?!\p{L})/iu;
const OPENS = /^(?:căn cứ|thực hiện|theo|trên cơ sở|triển khai)\s+(?:các\s+)?$/iu;

function beforeCause(sentence: Sentence): readonly Finding[] {
  const { text, dates } = sentence;
  const causes = inLists(sentence).filter(({ type, date }) => type !== undefined && CAUSES.test(type) && date?.iso !== undefined);
  // One finding a day, though it may stand before several decisions.
  return dates.flatMap((event) => {
    const told = causes.flatMap((cause) => {
      if (event.iso === undefined || event.iso >= cause.date!.iso!) return [];
      const severity = event.end <= cause.opening ? followsFrom(sentence, event, cause) : ledBy(text, event, cause);
      return severity ? [causeFinding(sentence, event, cause, severity)] : [];
    });
    return told.slice(0, 1);
  });
}

/** «các Quyết định số 288/QĐ-BNV, số 289/QĐ-BNV ngày 14/4/2023»: kind and date are said once for both. */
function inLists({ text, citations }: Sentence): readonly Citation[] {
  const joined = (a: Citation | undefined, b: Citation | undefined): boolean =>
    a !== undefined && b !== undefined && /^\s*(?:,|và)\s*$/iu.test(text.slice(a.date?.end ?? a.end, b.opening));
  return citations.map((citation, at) => {
    const [before, after] = [citations[at - 1], citations[at + 1]];
    if (citation.type === undefined && joined(before, citation)) return { ...citation, type: before!.type, opening: before!.opening };
    if (citation.date === undefined && joined(citation, after)) return { ...citation, date: after!.date };
    return citation;
  });
}

/** «công bố … ngày 19/4/2022 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023». */
function followsFrom({ text, citations }: Sentence, event: ProseDate, cause: Citation): 'error' | 'warning' | undefined {
  const lead = text.slice(0, event.start);
  const link = text.slice(event.end, cause.opening);
  // The date of a citation belongs to that document: only what is said to be issued by the later one follows from it.
  const own = citations.find(({ date }) => date?.start === event.start);
  const issued = own !== undefined && /(?<!\p{L})ban hành\s*$/iu.test(text.slice(0, own.opening));
  if ((own && !issued) || STATE.test(lead) || CHANGES.test(link)) return undefined;
  if (!own && OPENING_DAY.test(lead) && (ANNOUNCED.test(link) || ISSUES.test(link))) return 'error';
  if (PLAIN_LINK.test(link) && (issued || EVENT.test(lead))) return 'error';
  if (!own && BRACKETED.test(link) && EVENT.test(lead)) return 'warning';
  return LOOSE_LINK.test(link) && !own && EVENT.test(lead) && cause.type === 'quyết định' ? 'warning' : undefined;
}

/** «Thực hiện Kế hoạch số … ngày 27/5/2021, ngày 20/5/2021 Sở Nội vụ đã ban hành …». */
function ledBy(text: string, event: ProseDate, cause: Citation): 'error' | undefined {
  const between = text.slice(cause.date!.end, event.start);
  if (ISSUED.test(between) && !/(?<!\p{L})(?:theo|dự thảo|thay thế|thay|sửa đổi|bổ sung)\s+(?:các\s+)?$/iu.test(text.slice(0, cause.opening))) return 'error';
  if (!OPENS.test(text.slice(0, cause.opening))) return undefined;
  const after = text.slice(event.end, event.end + 80);
  const direct = /^[^,;.]*,\s*(?:vào\s+)?ngày\s*$/iu.test(between) || (/^[^,;.]*,\s*$/.test(between) && /^ngày/i.test(event.text));
  return direct && ACTS.test(after) ? 'error' : undefined;
}

function causeFinding({ place }: Sentence, event: ProseDate, cause: Citation, severity: 'error' | 'warning'): Finding {
  const year = cause.date!.iso!.slice(0, 4);
  const inYear = year + event.iso!.slice(4);
  const details = inYear >= cause.date!.iso! && inYear !== event.iso ? { cause: `ghi nhầm năm; có thể là ${formatDate(inYear)}` } : {};
  const params = { event: event.text.replace(/^ngày /i, ''), document: cause.written, date: cause.date!.text.replace(/^ngày /i, '') };
  return found('date-before-cause', place, params, { seen: event.text, severity, ...details });
}

const PERIOD = /(?<!\p{L})(?:kỳ báo cáo|kỳ số liệu|số liệu (?:(?:được )?(?:tính|lấy|tổng hợp)|(?:của )?báo cáo)|thời gian báo cáo|trong kỳ)(?!\p{L})[^.;\d]{0,25}(?:từ)\s+(?:ngày\s+)?$/iu;
const OTHER = /(?<!\p{L})(?:kỳ trước|cùng kỳ|năm trước|tháng trước|kỳ sau|kỳ tới)(?!\p{L})/iu;

/** «kỳ báo cáo (từ 16/01/2021 đến 15/02/2021)» left over from the month before. */
function reportedPeriod({ text, dates, place }: Sentence, { from, to }: { readonly from: string; readonly to: string }): readonly Finding[] {
  return dates.flatMap((first, at) => {
    const last = dates[at + 1];
    const stated = last && first.iso && last.iso && PERIOD.test(text.slice(Math.max(0, first.start - 100), first.start)) && /^\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?$/iu.test(text.slice(first.end, last.start));
    if (!stated || OTHER.test(text) || (first.iso === from && last.iso === to)) return [];
    const seen = `${first.text} - ${last.text}`;
    const expected = `${formatDate(from)} - ${formatDate(to)}`;
    return [found('prose-period-differs', place, { seen, expected }, { seen, expected })];
  });
}
