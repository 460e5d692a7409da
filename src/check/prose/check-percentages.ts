/** Percentages whose numerator and denominator stand beside them are recomputed. Only where the pairing is plain: a percentage of something else is no error. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import { exact, roundHalfUp, type Exact } from '../../statistics/exact.js';
import { formatFigure } from '../../statistics/format-figure.js';
import type { ProseFigure } from './parse-figures.js';
import type { Sentence } from './parse-sentences.js';
import { findSlip, SLIP_WORDS } from './same-value.js';

interface Share {
  readonly part: ProseFigure;
  readonly whole: ProseFigure;
  readonly percent: ProseFigure;
  /** The words leave no other reading; otherwise only a slip that explains the difference is told. */
  readonly plain: boolean;
}

/** Words that make the percentage one of another thing than the fraction before it. */
const BARRIER = /(?<!\p{L})(?:có|trên|dưới|hơn|gần|khoảng|tăng|giảm|so|từ|không|chưa|thấp|cao|mà|còn|nếu|xếp|hạng|vượt|ít|tối|mỗi|riêng|trong|ở mức|mức)(?!\p{L})/iu;
const RANK = /(?<!\p{L})(?:hạng|thứ|vị trí|xếp|bậc)\s*(?:thứ\s*|là\s*|:\s*)?$/iu;
const CHANGE = /(?<!\p{L})(?:tăng|giảm|cao hơn|thấp hơn|vượt|chênh lệch|thêm|bớt|còn thiếu)\s*(?:thêm\s*|được\s*|là\s*)?$/iu;
/** «27/28 nhiệm vụ, đạt 96,43%», «49/60 vấn đề (81,67%)», «… đạt tỷ lệ 59,2%». */
const LEADS = /(?:,\s*(?:\p{L}+\s){0,2}?(?:đạt|chiếm|bằng|tương đương|tương ứng)(?:\s+(?:với\s+)?(?:tỷ|tỉ) lệ)?(?:\s+là)?|(?:chiếm|đạt|,)\s+(?:tỷ|tỉ) lệ(?:\s+là)?|\(\s*(?:đạt|chiếm|bằng|=)?\s*(?:(?:tỷ|tỉ) lệ)?|=)\s*:?\s*$/u;
/** «đạt 100% đúng hạn», «đạt 98% kế hoạch»: the percentage may be measured against something else. */
const OTHER_MEASURE = /^\s*(?:số\s+|hồ sơ\s+|là\s+)?(?:trước|đúng|trong|quá|trễ|hài lòng|kế hoạch|chỉ tiêu|mục tiêu|dự toán|yêu cầu|so với|cùng kỳ)(?!\p{L})/iu;
const LOOSE = /(?:đạt|chiếm|bằng|(?:tỷ|tỉ) lệ|,)\s*$/u;

export function checkPercentages(sentence: Sentence): readonly Finding[] {
  const shares = sentence.figures.flatMap((percent, at) => (percent.percent && percent.text.endsWith('%') ? findShare(sentence, percent, at) : []));
  return shares.flatMap((share) => checkShare(sentence, share));
}

function findShare(sentence: Sentence, percent: ProseFigure, at: number): readonly Share[] {
  const { text, figures } = sentence;
  if (percent.approximate || CHANGE.test(text.slice(0, percent.start))) return [];
  const [second, first] = [figures[at - 1], figures[at - 2]];
  const [third, fourth] = [figures[at + 1], figures[at + 2]];
  const between = (a: ProseFigure, b: ProseFigure): string => text.slice(a.end, b.start);
  const own = !OTHER_MEASURE.test(text.slice(percent.end));
  if (first && second && isFraction(between(first, second)) && !RANK.test(text.slice(0, first.start)) && !isDayOfMonth(first, second)) {
    const link = between(second, percent);
    const near = link.length <= 80 && !BARRIER.test(link) && !/[.;:]/.test(link);
    const plain = LEADS.test(link) && own;
    return near && (plain || LOOSE.test(link)) ? [{ part: first, whole: second, percent, plain }] : [];
  }
  // «đạt 59,2% (529.611/894.541 hồ sơ)».
  if (third && fourth && isFraction(between(third, fourth)) && /^\s*\(\s*(?:\p{L}+\s){0,4}$/u.test(between(percent, third)) && !/hạng|xếp|tăng|giảm/iu.test(between(percent, third))) {
    return [{ part: third, whole: fourth, percent, plain: true }];
  }
  // «7.718 hồ sơ (chiếm 89,69% của 8.605 hồ sơ)», «… (89,69%/8.605 hồ sơ)».
  if (second && third && /^[^.;:]{0,60}\(\s*(?:đạt|chiếm|bằng)?\s*$/u.test(between(second, percent)) && /^\s*(?:\/|(?:của|trên|trong)(?: tổng)?(?: số)?)\s*$/u.test(between(percent, third))) {
    return [{ part: second, whole: third, percent, plain: true }];
  }
  return first && second ? findPair(sentence, first, second, percent, figures[at - 3]) : [];
}

function isFraction(between: string): boolean {
  return /^\s*(?:\p{L}+\s){0,2}\p{L}*\s*\/\s*$/u.test(between) || /^\s*(?:\p{L}+\s+){0,3}(?:trên tổng số|trong tổng số)\s*$/u.test(between);
}

/** «trước 30/6, đạt 100%» is a day. */
function isDayOfMonth(day: ProseFigure, month: ProseFigure): boolean {
  return month.unit === undefined && day.value.compare(31) <= 0 && month.value.compare(12) <= 0;
}

/** «338.474 hồ sơ, trong đó 102.385 hồ sơ …, đạt 30,24%»: two counts of one noun, one said to be part of the other. */
function findPair(sentence: Sentence, whole: ProseFigure, part: ProseFigure, percent: ProseFigure, before: ProseFigure | undefined): readonly Share[] {
  const { text } = sentence;
  const middle = text.slice(whole.end, part.start);
  const link = text.slice(part.end, percent.start);
  const counts = [whole, part].every((one) => one.unit !== undefined && !one.percent && !one.approximate) && whole.unit === part.unit;
  if (!counts || part.value.compare(whole.value) > 0 || /[.;]/.test(middle) || BARRIER.test(link) || /[.;:]/.test(link) || link.length > 100) return [];
  const inside = /(?<!\p{L})trong đó(?!\p{L})[^\d]{0,60}$/u.test(middle);
  // A third count before them leaves open which is the base.
  const alone = before === undefined || /[.;]/.test(text.slice(before.end, whole.start));
  const own = !OTHER_MEASURE.test(text.slice(percent.end));
  return [{ part, whole, percent, plain: inside && alone && own && LEADS.test(link) }];
}

function checkShare({ place }: Sentence, { part, whole, percent, plain }: Share): readonly Finding[] {
  if (whole.percent || part.percent || whole.value.equals(0)) return [];
  const share = part.value.div(whole.value).mul(100);
  const slip = findSlip(percent, share);
  const [low, high] = bounds(part, whole);
  const { scaled: printed } = roundHalfUp(percent.value, percent.decimals);
  if (printed >= roundHalfUp(low, percent.decimals).scaled && printed <= roundHalfUp(high, percent.decimals).scaled) return [];
  if (!plain && slip !== 'cut' && slip !== 'swapped' && slip !== 'last') return [];
  const expected = `${formatFigure(share, percent.decimals)}%`;
  return [
    found('prose-percent-wrong', place, { seen: percent.text, expected, part: part.text, whole: whole.text }, {
      seen: percent.text,
      expected,
      ...(slip === undefined ? {} : { cause: SLIP_WORDS[slip] }),
      ...(plain ? {} : { severity: 'warning' }),
    }),
  ];
}

/** Amounts of money and figures with decimals are themselves rounded: half a unit of their last place either way. */
function bounds(part: ProseFigure, whole: ProseFigure): readonly [Exact, Exact] {
  const half = ({ decimals, unit }: ProseFigure): Exact => (decimals > 0 || /^(?:triệu|tỷ|tỉ|nghìn|ngàn) đồng$/.test(unit ?? '') ? exact(5).div(10n ** BigInt(decimals + 1)) : exact(0));
  const [a, b] = [half(part), half(whole)];
  return [part.value.sub(a).div(whole.value.add(b)).mul(100), part.value.add(a).div(whole.value.sub(b)).mul(100)];
}
