/** Dates decide names: acts that are cited, units that are named and bases of rankings, each as of the last day of the period. Apart from the thể thức because it rests on the registers. */
import type { Block, Inline, OfficialDocument, SourceLine } from '../document/tree.js';
import { inlineText, notesIn } from '../document/walk.js';
import { found } from '../finding/catalog.js';
import { findingId, type Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import { parseCitations, rightSymbol } from '../statistics/parse-citations.js';
import { provincesOn } from '../statistics/provinces.js';
import type { Agency } from './agency.js';
import { staleNames } from './stale-names.js';
import { actOn, type Registers } from './registers.js';

export interface ValiditySubject {
  readonly document: OfficialDocument;
  readonly agency: Agency;
  readonly registers: Registers;
  /** Citations of the opening sentence, as the agency file gives them. */
  readonly legalBases: readonly string[];
  /** Where texts stand that have no line of their own. */
  readonly file: string;
  /** Last day of the period, ISO. */
  readonly date: string;
}

/** A text of the document and where a person mends it. */
interface Passage {
  readonly text: string;
  readonly where: string;
  readonly place: Finding['place'];
}

export function checkValidity(subject: ValiditySubject): readonly Finding[] {
  const { agency, document, legalBases } = subject;
  const own = { in: 'file', file: agency.file } as const;
  const listed = (where: string, lines: readonly string[]): Passage[] => lines.map((text) => ({ text: plain(text), where, place: own }));
  const bases = listed('Căn cứ', legalBases);
  const passages = [
    ...bases,
    ...listed('Kính gửi', document.addressees),
    ...listed('Nơi nhận', document.recipients),
    // What the agency file says is said once, there.
    ...bodyPassages(subject).map((passage) => ({ ...passage, text: bases.reduce((text, base) => text.replaceAll(base.text, '…'), passage.text) })),
  ];
  const findings = passages.flatMap((passage) => [...staleActs(passage, subject), ...staleUnits(passage, subject), ...staleCounts(passage, subject)]);
  // A name said ten times in one paragraph, or in every row of a table, is one thing to mend.
  return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
}

function bodyPassages({ document, file }: ValiditySubject): readonly Passage[] {
  const at = (source: SourceLine | undefined): Finding['place'] => (source ? { in: 'text', file: source.file, line: source.line } : { in: 'file', file });
  const passages = (inlines: readonly Inline[], where: string, source?: SourceLine): Passage[] => [
    { text: plain(inlineText(inlines)), where, place: at(source) },
    ...notesIn(inlines).map((note) => ({ text: plain(inlineText(note.inlines)), where: 'chú thích', place: at(source) })),
  ];
  const ofBlock = (block: Block, where: string): Passage[] => {
    switch (block.type) {
      case 'heading':
        return passages(block.inlines, 'đề mục', block.source);
      case 'paragraph':
        return passages(block.inlines, where, block.source);
      case 'list':
        return block.items.flatMap((item) => passages(item.inlines, where, item.source ?? block.source));
      case 'table':
        return [block.caption ?? [], ...[...block.header, ...block.rows.map(({ cells }) => cells)].flat().map(({ inlines }) => inlines), ...block.notes].flatMap((one) => passages(one, 'bảng', block.source));
      case 'chart':
        return [block.caption, ...block.notes, ...block.categories.map((text): readonly Inline[] => [{ type: 'text', text }])].flatMap((one) => passages(one, 'biểu đồ', block.source));
      case 'pageBreak':
        return [];
    }
  };
  return [
    ...passages(document.title.subject, 'trích yếu'),
    ...document.body.flatMap((block) => ofBlock(block, 'nội dung')),
    ...document.appendices.flatMap(({ label, title, subtitle = [], blocks }) => [...passages(title, label), ...passages(subtitle, label), ...blocks.flatMap((block) => ofBlock(block, label))]),
  ];
}

/** One form of letters and blanks: written parts come from many keyboards. Non-breaking blanks of the setting are blanks. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

/** «thay thế Nghị định số …», «Nghị định số … (đã hết hiệu lực)»: the sentence says itself that the act has ended. */
const SAID_BEFORE = /(?:thay thế|thay cho|bãi bỏ|hủy bỏ)(?: cho)?[^.;]{0,40}$/iu;
const SAID_BEHIND = /^[^.;]{0,60}(?:hết hiệu lực|(?:được|bị) (?:thay thế|bãi bỏ)|\(cũ\))/iu;

function staleActs({ text, where, place }: Passage, { registers, date }: ValiditySubject): readonly Finding[] {
  return parseCitations(text).flatMap((citation) => {
    const symbol = rightSymbol(citation);
    const state = actOn(registers, symbol, date, citation.date?.iso);
    if (!state?.ended || SAID_BEFORE.test(text.slice(0, citation.opening)) || SAID_BEHIND.test(text.slice(citation.end))) return [];
    const successor = state.act.replacedBy.join(', ');
    return [found('act-not-in-force', place, { act: `${state.act.type} ${symbol}`, last: formatDate(state.act.to!), successor, where, date: formatDate(date) }, { seen: symbol, ...(successor === '' ? {} : { expected: successor }) })];
  });
}

function staleUnits({ text, where, place }: Passage, { registers, date }: ValiditySubject): readonly Finding[] {
  return staleNames(text, registers, date).map(({ written, last, successors }) => {
    const successor = successors.join(', ');
    return found('unit-not-in-force', place, { name: written, last: formatDate(last), successor, where }, { seen: written, ...(successor === '' ? {} : { expected: successor }) });
  });
}

/** The number of provinces before Nghị quyết 202/2025/QH15, asked of the one place that knows it. */
const BEFORE = provincesOn('2025-01-01');
const RANKED = /(?:hạng|thứ|vị trí|đứng)[^.;]{0,40}$/iu;
const COUNTS = new RegExp(`(?<![\\p{L}\\d.,/])(?:\\d{1,2}\\/)?${BEFORE}(?![\\d/%]|[.,]\\d)(?<provinces> (?:tỉnh|thành phố))?`, 'giu');
/** «năm 2022», «2021 - 2022»: a rank of that year had that base. */
const EARLIER = /(?<![\d/])20(?:[01]\d|2[0-4])(?!\d)/u;

function staleCounts({ text, where, place }: Passage, { date }: ValiditySubject): readonly Finding[] {
  const now = provincesOn(date);
  if (now === BEFORE || EARLIER.test(text)) return [];
  return [...text.matchAll(COUNTS)].flatMap((match) => {
    const [written] = match;
    const behind = text.slice(match.index + written.length);
    const counts = match.groups!['provinces'] !== undefined || (written.includes('/') && RANKED.test(text.slice(0, match.index)));
    return counts && !/^[^.;]{0,30}(?:cũ(?!\p{L})|trước (?:đây|khi))/iu.test(behind) ? [found('province-count-stale', place, { seen: written, expected: now, where, date: formatDate(date) }, { seen: written, expected: String(now) })] : [];
  });
}
