/** The rules of the check sheet in its two halves, content and form (Nghị định 30/2020/NĐ-CP, Điều 12), with what became of each. Its own file because an official reads rules, not codes. */
import { formEntries } from '../finding/catalog/form.js';
import { ingestEntries } from '../finding/catalog/ingest.js';
import { correctionEntries } from '../finding/catalog/correction.js';
import { issueEntries } from '../finding/catalog/issue.js';
import { remedyEntries } from '../finding/catalog/remedy.js';
import { pipelineEntries } from '../finding/catalog/pipeline.js';
import { proseEntries } from '../finding/catalog/prose.js';
import { renderEntries } from '../finding/catalog/render.js';
import { rowEntries } from '../finding/catalog/row.js';
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
  codes: [
    ...['file-unreadable', 'file-too-slow', 'encoding-unknown', 'text-mojibake', 'fields-shifted', 'macros-dropped', 'json-invalid', 'folder-ignored', 'file-ignored'],
    ...['table-missing', 'table-twice', 'table-ambiguous', 'table-unrecognised', 'table-empty', 'sheet-hidden', 'rows-hidden', 'columns-hidden'],
  ],
};

const COLUMNS: Rule = {
  title: 'Đủ cột, đủ dòng, đúng tên đơn vị',
  half: 'content',
  needs: 'nothing',
  codes: [
    ...['column-missing', 'column-unknown', 'column-twice', 'column-ambiguous', 'code-missing', 'answer-unknown'],
    ...['unit-unknown', 'unit-missing', 'unit-disguised', 'unit-other-date', 'row-unnamed', 'row-twice', 'row-number-twice', 'subtotal-ignored'],
  ],
};

const CELLS: Rule = {
  title: 'Mỗi ô số liệu đọc được, và chỉ theo một cách',
  half: 'content',
  needs: 'nothing',
  codes: [
    ...['figure-unreadable', 'figure-ambiguous', 'figure-missing', 'figure-implied', 'figure-misspelt', 'figure-too-large', 'figure-merged'],
    ...['formula-without-result', 'formula-stale', 'formula-external', 'cell-error', 'measure-differs'],
  ],
};

const ROLLED: Rule = {
  title: 'Kỳ dài hơn tháng: tổng hợp từ các tháng',
  half: 'content',
  needs: 'tables',
  codes: ['part-missing', 'part-faulty', 'parts-not-adjoining', 'row-not-in-every-part', 'code-not-rolled-up', 'column-not-rolled-up', 'roll-up-mismatch'],
};

/** A rule on tables that are read. */
const onTables = (title: string, ...codes: readonly string[]): Rule => ({ title, half: 'content', needs: 'tables', codes });

const FIGURES: Rule = { ...onTables('Quy tắc số liệu khác'), remainder: true };
const PROSE: Rule = onTables('Con số gõ tay trong lời văn khớp số liệu', 'prose-figure-known', 'prose-figure-near', 'prose-figures-untraced', 'prose-percent-wrong', 'prose-sum-wrong', 'prose-period-differs');
const OFFICE: Rule = { title: 'Nơi làm việc: khai báo, mẫu, sổ chấp nhận', half: 'content', needs: 'nothing', codes: [], remainder: true };
const ISSUED: Rule = { title: 'Văn bản đã ban hành: số, ngày, bản lưu', half: 'form', needs: 'nothing', codes: [], remainder: true };
const LAYOUT: Rule = { title: 'Thể thức khác', half: 'form', needs: 'document', codes: [], remainder: true };

/** In the order of the sheet. Codes that no rule names go by their family to the rules marked as remainder. */
const RULES: readonly Rule[] = [
  READING,
  COLUMNS,
  CELLS,
  onTables('Kỳ và ngày của số liệu', 'period-mismatch', 'period-not-decree', 'date-ambiguous'),
  onTables('Các cột trên từng dòng khớp nhau', 'row-sum', 'share-wrong', 'difference-wrong', 'out-of-range'),
  onTables('Dòng tổng, dòng cộng nhóm, dòng tỷ lệ tính lại đúng', 'total-wrong', 'total-missing', 'subtotal-wrong', 'ratio-wrong', 'rate-undefined', 'list-incomplete'),
  onTables('Tỷ lệ của một tổng thể cộng lại bằng 100', 'shares-not-whole', 'shares-impossible'),
  onTables('Thứ hạng đủ và đúng thứ tự', 'rank-missing', 'rank-order', 'rank-tie'),
  onTables('Cùng một đại lượng chỉ có một giá trị', 'figures-disagree', 'sums-disagree', 'relation-unchecked'),
  onTables('Số đơn vị được nêu tên khớp con số', 'names-count', 'names-unknown'),
  onTables(
    'So với kỳ trước',
    ...['opening-not-closing', 'figure-jump', 'table-resent', 'columns-swapped', 'rows-appeared', 'rows-vanished', 'previous-year-differs'],
    ...['previous-unusable', 'comparison-left-out', 'rounded-difference'],
  ),
  ROLLED,
  FIGURES,
  PROSE,
  { title: 'Ngày và văn bản nêu trong lời văn nhất quán', half: 'content', needs: 'nothing', codes: ['citation-conflict', 'date-impossible', 'date-before-cause', 'published-before-extracted', 'weekday-wrong'] },
  {
    title: 'Đoạn văn do người viết: đủ mục, đủ nguyên nhân',
    half: 'content',
    needs: 'document',
    codes: ['figure-absent', 'cause-missing', 'cause-unneeded', 'paragraph-missing', 'paragraph-unknown', 'paragraph-twice', 'paragraph-invalid', 'markdown-literal'],
  },
  OFFICE,
  { title: 'Viện dẫn văn bản: số, ký hiệu, ngày', half: 'form', needs: 'nothing', codes: ['citation-form'] },
  { title: 'Cách viết ngày, viết số', half: 'form', needs: 'nothing', codes: ['date-form', 'prose-number-form'] },
  { title: 'Số, ký hiệu, địa danh', half: 'form', needs: 'document', codes: ['symbol-form', 'number-form', 'place-form'] },
  { title: 'Kính gửi, Nơi nhận', half: 'form', needs: 'document', codes: ['recipients-form'] },
  { title: 'Thẩm quyền ký, hiệu lực của tên', half: 'form', needs: 'document', codes: ['signature-form', 'validity-ended'] },
  { title: 'Dẫn đến các phụ lục', half: 'form', needs: 'document', codes: ['appendix-unreferenced', 'reference-unknown', 'appendix-form'] },
  { title: 'Ký tự in được', half: 'form', needs: 'nothing', codes: ['reserved-character', 'glyph-missing'] },
  ISSUED,
  LAYOUT,
];

/** Where a code stands that no rule names, by its family of the catalogue. */
const FAMILIES: readonly (readonly [object, Rule])[] = [
  [ingestEntries, CELLS],
  [rowEntries, CELLS],
  [proseEntries, PROSE],
  [templateEntries, OFFICE],
  [formEntries, LAYOUT],
  [renderEntries, LAYOUT],
  [pipelineEntries, OFFICE],
  [correctionEntries, CELLS],
  [issueEntries, ISSUED],
  [remedyEntries, OFFICE],
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
  return !hasError(findings.filter(({ code }) => [READING, COLUMNS, CELLS].includes(ruleOf(code)) || MISSING_PARTS.includes(code)));
}

/** The table of a longer period is not there. */
const MISSING_PARTS: readonly string[] = ['part-missing', 'part-faulty', 'parts-not-adjoining'];

/** Notes that say that a rule could not be asked everywhere; other notes leave it kept. */
const LEFT_OPEN: readonly string[] = ['prose-figures-untraced', 'relation-unchecked', 'comparison-left-out', 'part-missing'];

function toResult({ title }: Rule, findings: readonly Finding[], asked: boolean): RuleResult {
  const open = findings.filter(({ waived }) => !waived);
  const count = (severity: Finding['severity']): number => open.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  const waived = findings.length - open.length;
  const whole = asked && !findings.some(({ code }) => LEFT_OPEN.includes(code));
  const result = errors + warnings > 0 ? 'found' : !whole ? 'unchecked' : waived > 0 ? 'waived' : 'passed';
  return { title, result, errors, warnings, notes, waived };
}

function ruleOf(code: string): Rule {
  const named = RULES.find(({ codes }) => codes.includes(code));
  if (named) return named;
  return FAMILIES.find(([entries]) => code in entries)?.[1] ?? FIGURES;
}
