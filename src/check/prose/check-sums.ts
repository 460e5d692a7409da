/** A total followed by its parts in the same sentence must be their sum. Only where the words say that the parts are all: «gồm», or a pair that leaves nothing over. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import { toDecimalText, ZERO, type Exact } from '../../statistics/exact.js';
import { formatExact } from '../../statistics/format-figure.js';
import type { ProseFigure } from './parse-figures.js';
import type { Sentence } from './parse-sentences.js';
import { CASES } from './prose-words.js';

const MADE_OF = /^[^\d.;()]{0,60}?[,(\s](?:bao gồm|gồm có|gồm|chia ra)(?:\s+có)?\s*:?\s*/u;
const AMONG = /^[^\d.;()]{0,60}?[,(\s](?:trong đó|cụ thể)\s*:?\s*/u;
/** Two kinds that leave nothing over. */
const COMPLEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/kỳ trước|tháng trước/u, /mới|trong kỳ/u],
  [/(?:trước|đúng|trong|còn) hạn/u, /(?:quá|trễ) hạn/u],
  [/trực tuyến/u, /trực tiếp/u],
];
/** Where the enumeration of parts ends. */
const ENDS = /(?<!\p{L})(?:trong đó|tăng|giảm|so với|đạt|chiếm)(?!\p{L})|[.)]|$/u;

interface Part {
  readonly figure: ProseFigure;
  /** The words of its item, without other figures. */
  readonly words: string;
}

export function checkSums(sentence: Sentence): readonly Finding[] {
  return sentence.figures.flatMap((total, at) => {
    if (total.percent || total.approximate) return [];
    const parts = partsOf(sentence, total, at);
    return parts ? compare(sentence, total, parts) : [];
  });
}

/** The parts, where there are at least two and the words say that they are all. */
function partsOf(sentence: Sentence, total: ProseFigure, at: number): readonly Part[] | undefined {
  const rest = sentence.text.slice(total.end);
  const made = MADE_OF.exec(rest);
  const lead = made ?? AMONG.exec(rest);
  if (!lead) return undefined;
  const start = total.end + lead[0].length;
  const end = start + itemsEnd(sentence.text.slice(start));
  const inside = sentence.figures.slice(at + 1).filter((figure) => figure.start >= start && figure.end <= end && !figure.percent);
  const items = splitItems(sentence.text, start, end);
  const numberFirst: boolean[] = [];
  const parts: Part[] = [];
  for (const [from, to] of items) {
    const counts = inside.filter((figure) => figure.start >= from && figure.end <= to);
    // Two counts in one item: which is the part is not said.
    if (counts.length > 1 || counts.some(({ approximate }) => approximate)) return undefined;
    if (counts[0]) {
      parts.push({ figure: counts[0], words: sentence.text.slice(from, to).toLowerCase() });
      numberFirst.push(/^[\s,;]*(?:và\s+)?$/u.test(sentence.text.slice(from, counts[0].start)));
    } else if (parts.length === 0) return undefined;
  }
  // «gồm 13 khiển trách, 13 cảnh cáo, khen thưởng 20 người»: the last is no part.
  if (parts.length < 2 || new Set(numberFirst).size > 1) return undefined;
  return (made ? countAlike(total, parts) : complement(parts) && countAlike(total, parts)) ? parts : undefined;
}

/** Text in brackets behind a part is its share, not the end. */
function itemsEnd(text: string): number {
  const bare = text.replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length)).replace(/\d\.(?=\d)/g, '00');
  return ENDS.exec(bare)!.index;
}

/** Items between commas, or between semicolons; commas first, then a semicolon: there the enumeration is over. */
function splitItems(text: string, start: number, stop: number): readonly (readonly [number, number])[] {
  const whole = text.slice(start, stop).replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length));
  const semicolon = /^[^;]*\d[^;]*?,(?!\d)[^;]*\d[^;]*;/u.test(whole) ? whole.indexOf(';') : whole.length;
  const bare = whole.slice(0, semicolon);
  const end = start + semicolon;
  const cuts = [...bare.matchAll(/[;]|,(?!\d)|\svà(?=\s+\d)/gu)].map(({ index }) => start + index);
  return [start, ...cuts].map((from, index) => [from, cuts[index] ?? end] as const);
}

/** The parts count what the total counts: the same noun, or kinds of persons and cases without a noun of their own. */
function countAlike(total: ProseFigure, parts: readonly Part[]): boolean {
  const units = parts.map(({ figure }) => figure.unit);
  if (total.unit !== undefined && units.every((unit) => unit === total.unit)) return true;
  const kinds = units.every((unit) => unit === undefined || unit === total.unit);
  const fits = parts.every(({ figure }) => figure.value.compare(total.value) <= 0);
  return kinds && fits && total.unit !== undefined && CASES.includes(total.unit) && total.value.compare(3) >= 0;
}

function complement(parts: readonly Part[]): boolean {
  return COMPLEMENTS.some(([one, other]) => {
    const kinds = parts.map(({ words }) => (other.test(words) ? 'other' : one.test(words) ? 'one' : 'neither'));
    return kinds.includes('one') && kinds.includes('other') && !kinds.includes('neither');
  });
}

function compare({ place }: Sentence, total: ProseFigure, parts: readonly Part[]): readonly Finding[] {
  const sums = runningSums(parts);
  const sum = sums.at(-1)!;
  // Parts that add up before the last: what follows them is another statement.
  if (sums.slice(1).some((one) => one.equals(total.value))) return [];
  const addition = parts.map(({ figure }) => figure.text).join(' + ');
  return [
    found('prose-sum-wrong', place, { seen: total.text, expected: formatExact(sum), addition }, { seen: toDecimalText(total.value), expected: toDecimalText(sum) }),
  ];
}

function runningSums(parts: readonly Part[]): readonly Exact[] {
  const sums: Exact[] = [];
  for (const { figure } of parts) sums.push((sums.at(-1) ?? ZERO).add(figure.value));
  return sums;
}
