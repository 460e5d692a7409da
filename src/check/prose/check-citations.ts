/** Form of citations (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 and II.4), and one document cited in two ways within the texts of a document. */
import { found } from '../../finding/catalog.js';
import { describePlace } from '../../finding/describe.js';
import type { Finding } from '../../finding/finding.js';
import { rightSymbol, type Citation } from '../../statistics/parse-citations.js';
import type { Sentence } from './parse-sentences.js';
import { OWN_SYMBOLS } from '../../statistics/document-kinds.js';

/** Form of each citation of a sentence, and the zero rule for its other dates. */
export function checkCitationForm(sentence: Sentence): readonly Finding[] {
  const dated = new Set(sentence.citations.map(({ date }) => date?.start));
  const loose = sentence.dates.filter(({ start, iso, text, right }) => iso !== undefined && text !== right && !dated.has(start));
  return [
    ...sentence.citations.flatMap((citation) => formFindings(sentence, citation)),
    ...loose.map(({ text, right }) => found('date-form', sentence.place, { seen: text, expected: right }, { seen: text, expected: right })),
  ];
}

function formFindings({ place }: Sentence, citation: Citation): readonly Finding[] {
  const { written, date, year } = citation;
  const warn = (reason: string, seen: string, expected?: string): Finding =>
    found('citation-form', place, { seen, reason, expected: expected ?? '' }, { seen, ...(expected === undefined ? {} : { expected }) });
  const right = withRightLetters(citation);
  const findings: Finding[] = [];
  if (/^CV-/.test(citation.symbol)) findings.push(warn('công văn không có chữ «CV» trong ký hiệu (ký hiệu là tên cơ quan, đơn vị soạn thảo viết tắt)', written));
  else if (written !== right) findings.push(warn(reasonOf(citation, right), written, right));
  else if (foreignSymbol(citation)) findings.push(warn(`ký hiệu không phải của ${citation.type!}`, written));
  if (date && date.iso !== undefined && date.text !== date.right) findings.push(warn('ngày dưới 10 và tháng 1, 2 phải có số 0 ở trước, các tháng khác thì không', date.text, date.right));
  if (year !== undefined && date?.iso !== undefined && !date.iso.startsWith(year)) findings.push(warn(`năm trong số văn bản (${year}) khác năm ban hành`, `${written} ${date.text}`));
  return findings;
}

function reasonOf({ written, number }: Citation, right: string): string {
  if (/\s/.test(written)) return 'số và ký hiệu văn bản viết liền, không cách chữ';
  if (/[._]/.test(written)) return 'giữa các nhóm chữ của ký hiệu là dấu gạch nối';
  if (/^[1-9]$/.test(number) && written.slice(number.length) === right.slice(number.length + 1)) return 'số văn bản dưới 10 phải có số 0 ở trước';
  return 'ký hiệu văn bản sai chữ';
}

/** Số, ký hiệu as it should stand: capitals, and Đ where the kind of document tells that D stands for it. */
function withRightLetters(citation: Citation): string {
  const symbol = citation.symbol === citation.symbol.toLowerCase() ? citation.symbol.toUpperCase() : citation.symbol;
  const right = symbolsOf(citation).find((one) => one.includes('Đ') && symbol.startsWith(one.replace('Đ', 'D')));
  return rightSymbol({ ...citation, symbol: right ? right + symbol.slice(right.length) : symbol });
}

/** «Quyết định số 12/UBND-VX»: the symbol of a công văn. */
function foreignSymbol(citation: Citation): boolean {
  const symbols = symbolsOf(citation);
  return symbols.length > 0 && !symbols.some((one) => citation.symbol.startsWith(one));
}

function symbolsOf({ type }: Citation): readonly string[] {
  return OWN_SYMBOLS[type ?? ''] ?? [];
}

interface Cited {
  readonly citation: Citation;
  readonly sentence: Sentence;
  readonly iso: string;
}

/** Number and symbol are unique in a year (Điều 15 khoản 1): one of them with two dates, or one document under two numbers, cannot both be right. */
export function checkCitationConflicts(sentences: readonly Sentence[]): readonly Finding[] {
  const cited = sentences.flatMap((sentence) =>
    sentence.citations.flatMap((citation): Cited[] => (citation.date?.iso === undefined ? [] : [{ citation, sentence, iso: citation.date.iso }])),
  );
  return cited.flatMap((later, at) => {
    const earlier = cited.slice(0, at).find((one) => datesConflict(one, later) ?? numbersConflict(one, later));
    return earlier ? [conflict(earlier, later)] : [];
  });
}

function conflict(earlier: Cited, later: Cited): Finding {
  const label = ({ citation }: Cited): string => `${rightSymbol(citation)} ngày ${citation.date!.right.replace(/^ngày /i, '')}`;
  const severity = datesConflict(earlier, later) ?? numbersConflict(earlier, later) ?? 'error';
  return found('citation-conflict', later.sentence.place, { seen: label(later), other: label(earlier), where: describePlace(earlier.sentence.place) }, { seen: label(later), related: [earlier.sentence.place], severity });
}

function datesConflict(a: Cited, b: Cited): 'error' | 'warning' | undefined {
  const [one, other] = [a.citation, b.citation];
  if (rightSymbol(one) !== rightSymbol(other) || a.iso === b.iso || typesDiffer(one, other)) return undefined;
  const issuers = compareIssuers(one, other);
  if (issuers === 'different') return undefined;
  const sameYear = one.year !== undefined || a.iso.slice(0, 4) === b.iso.slice(0, 4);
  // The series begins anew each year; the same day of another year is a slip of the pen.
  if (!sameYear) return a.iso.slice(4) === b.iso.slice(4) ? 'warning' : undefined;
  return issuers === 'unknown' && /^(?:\p{L}+-)?(?:UBND|HĐND)$/u.test(one.symbol) ? 'warning' : 'error';
}

/** Neighbouring numbers of one day are two documents; a number that lost a digit, under the same subject, is one. */
function numbersConflict(a: Cited, b: Cited): 'error' | 'warning' | undefined {
  const [one, other] = [a.citation, b.citation];
  const alike = one.symbol === other.symbol && one.year === other.year && a.iso === b.iso && one.number !== other.number && !typesDiffer(one, other);
  if (!alike || compareIssuers(one, other) === 'different') return undefined;
  const title = agreeingTitle(one, other);
  // A decree with its year in the number has its title alone; decisions of one day may share the head of theirs.
  if (title !== undefined && one.year !== undefined) return 'error';
  if (a.sentence === b.sentence) return undefined;
  if (title === 'same') return 'error';
  return lostDigit(one.number, other.number) || lostDigit(other.number, one.number) ? 'warning' : undefined;
}

/** Words from which two titles agree by no accident. */
const TITLE_WORDS = 4;

function agreeingTitle({ subject: one }: Citation, { subject: other }: Citation): 'same' | 'head' | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.split(/\s+/).length < TITLE_WORDS || !`${longer} `.startsWith(`${shorter} `)) return undefined;
  return shorter === longer ? 'same' : 'head';
}

function lostDigit(longer: string, shorter: string): boolean {
  return shorter.length >= 2 && longer.length === shorter.length + 1 && [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

function typesDiffer(a: Citation, b: Citation): boolean {
  return a.type !== undefined && b.type !== undefined && a.type !== b.type && a.type !== 'văn bản' && b.type !== 'văn bản';
}

function compareIssuers(a: Citation, b: Citation): 'same' | 'different' | 'unknown' {
  if (a.issuer === undefined && b.issuer === undefined) return 'same';
  if (a.issuer === undefined || b.issuer === undefined) return 'unknown';
  const [one, other] = [plainIssuer(a.issuer), plainIssuer(b.issuer)];
  return one.startsWith(other) || other.startsWith(one) ? 'same' : 'different';
}

function plainIssuer(issuer: string): string {
  return issuer
    .toLowerCase()
    .replace(/[ủuỷ][ỷyủ] ban nhân dân/gu, 'ubnd')
    .replace(/^(?:chủ tịch|lãnh đạo|giám đốc|chánh) /u, '')
    .trim();
}
