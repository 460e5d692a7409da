/** The rules of the check sheet in its two halves, content and form (Nghị định 30/2020/NĐ-CP, Điều 12), with what became of each. Its own file because an official reads rules, not codes. */
import { catalog } from '../finding/catalog.js';
import type { CatalogEntry } from '../finding/catalog/entry.js';
import { ingestEntries } from '../finding/catalog/ingest.js';
import { pipelineEntries } from '../finding/catalog/pipeline.js';
import { renderEntries } from '../finding/catalog/render.js';
import { templateEntries } from '../finding/catalog/template.js';
import type { CheckedSubject, Half, HalfResult, RuleResult } from '../finding/check-sheet.js';
import { hasError, type Finding } from '../finding/finding.js';
import type { Waiver } from '../finding/waiver.js';

interface Rule {
  readonly title: string;
  readonly half: Half;
  /** What must be there before finding nothing means that all is well. */
  readonly needs: 'nothing' | 'tables' | 'document';
  readonly codes: readonly string[];
  /** Says nothing while it has no finding: no rule of its own, the place for what fits none. */
  readonly remainder?: true;
}

const READING: Rule = {
  title: 'Đọc trọn các tệp, nhận ra các bảng',
  half: 'content',
  needs: 'nothing',
  codes: ['file-unreadable', 'file-too-slow', 'encoding-unknown', 'table-missing', 'table-twice', 'table-ambiguous', 'table-unrecognised', 'json-invalid', 'folder-ignored'],
};

const COLUMNS: Rule = {
  title: 'Đủ cột, đủ dòng, đúng tên đơn vị',
  half: 'content',
  needs: 'nothing',
  codes: ['column-missing', 'column-unknown', 'column-twice', 'column-ambiguous', 'unit-unknown', 'unit-missing', 'row-unnamed', 'row-twice', 'code-missing'],
};

const CELLS: Rule = {
  title: 'Mỗi ô số liệu đọc được, và chỉ theo một cách',
  half: 'content',
  needs: 'nothing',
  codes: ['figure-unreadable', 'figure-ambiguous', 'figure-missing', 'formula-without-result', 'cell-error'],
};

const FIGURES: Rule = { title: 'Quy tắc số liệu khác', half: 'content', needs: 'tables', codes: [], remainder: true };
const WRITTEN: Rule = {
  title: 'Đoạn văn do người viết: đủ mục, đủ nguyên nhân',
  half: 'content',
  needs: 'document',
  codes: ['figure-absent', 'cause-missing', 'cause-unneeded', 'paragraph-missing', 'paragraph-unknown', 'paragraph-twice', 'paragraph-invalid'],
};
const OFFICE: Rule = { title: 'Nơi làm việc: khai báo, mẫu, sổ chấp nhận', half: 'content', needs: 'nothing', codes: [], remainder: true };
const LAYOUT: Rule = { title: 'Thể thức khác', half: 'form', needs: 'document', codes: [], remainder: true };

/** In the order of the sheet. Families whose codes are named nowhere go to the rules marked as remainder. */
const RULES: readonly Rule[] = [
  READING,
  COLUMNS,
  CELLS,
  { title: 'Kỳ và ngày của số liệu', half: 'content', needs: 'tables', codes: ['period-mismatch', 'period-not-decree'] },
  { title: 'Các cột trên từng dòng khớp nhau', half: 'content', needs: 'tables', codes: ['row-sum'] },
  { title: 'Dòng tổng, dòng tỷ lệ tính lại đúng', half: 'content', needs: 'tables', codes: ['total-wrong', 'ratio-wrong', 'rate-undefined'] },
  { title: 'Số đơn vị được nêu tên khớp con số', half: 'content', needs: 'tables', codes: ['names-count', 'names-unknown'] },
  { title: 'So với kỳ trước', half: 'content', needs: 'tables', codes: ['previous-unusable', 'comparison-left-out', 'rounded-difference'] },
  FIGURES,
  WRITTEN,
  OFFICE,
  { title: 'Viện dẫn phụ lục', half: 'form', needs: 'document', codes: ['appendix-unreferenced', 'reference-unknown'] },
  { title: 'Ký tự in được bằng phông chữ của văn bản', half: 'form', needs: 'nothing', codes: ['reserved-character', 'glyph-missing'] },
  LAYOUT,
];

/** Where a code stands that no rule names, by its family of the catalogue. */
const FAMILIES: readonly (readonly [object, Rule])[] = [
  [ingestEntries, CELLS],
  [templateEntries, OFFICE],
  [renderEntries, LAYOUT],
  [pipelineEntries, OFFICE],
];

const HALVES: readonly Pick<HalfResult, 'half' | 'title' | 'duty'>[] = [
  { half: 'content', title: 'Phần 1. Nội dung', duty: 'Người đứng đầu đơn vị soạn thảo kiểm tra và chịu trách nhiệm (khoản 1 Điều 12).' },
  { half: 'form', title: 'Phần 2. Thể thức', duty: 'Người được giao kiểm tra thể thức, kỹ thuật trình bày văn bản chịu trách nhiệm (khoản 2 Điều 12).' },
];

/** What was checked as one: a rule that could not be asked of one of them is not kept by all. */
export interface HalfSubject {
  readonly kind: CheckedSubject['kind'];
  readonly findings: readonly Finding[];
}

export function toHalves(findings: readonly Finding[], waivers: readonly Waiver[], subjects: readonly HalfSubject[]): readonly HalfResult[] {
  const byRule = new Map<Rule, Finding[]>(RULES.map((rule) => [rule, []]));
  for (const finding of findings) byRule.get(ruleOf(finding.code))!.push(finding);
  const documents = subjects.filter(({ kind }) => kind === 'document');
  const asked = ({ needs }: Rule): boolean => {
    const needing = needs === 'document' ? documents : needs === 'tables' ? subjects : [];
    return needing.every(isRead) && (needs !== 'document' || documents.length > 0);
  };
  return HALVES.map((head) => ({
    ...head,
    waivers: waivers.filter(({ code }) => ruleOf(code).half === head.half),
    rules: RULES.filter((rule) => rule.half === head.half && !(rule.remainder && byRule.get(rule)!.length === 0)).map((rule) => toResult(rule, byRule.get(rule)!, asked(rule))),
  }));
}

/** Whether its tables are there, whole. */
function isRead({ findings }: HalfSubject): boolean {
  return !hasError(findings.filter(({ code }) => [READING, COLUMNS, CELLS].includes(ruleOf(code))));
}

function toResult({ title }: Rule, findings: readonly Finding[], asked: boolean): RuleResult {
  const open = findings.filter(({ waived }) => !waived);
  const count = (severity: Finding['severity']): number => open.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  // Notes inform; a rule with nothing else is kept.
  const result = errors + warnings > 0 ? 'found' : asked ? 'passed' : 'unchecked';
  return { title, result, errors, warnings, notes, waived: findings.length - open.length };
}

function ruleOf(code: string): Rule {
  const named = RULES.find(({ codes }) => codes.includes(code));
  if (named) return named;
  const declared = (catalog as Readonly<Record<string, Pick<CatalogEntry<never>, 'half'>>>)[code];
  if (declared?.half === 'form') return LAYOUT;
  return FAMILIES.find(([entries]) => code in entries)?.[1] ?? FIGURES;
}
