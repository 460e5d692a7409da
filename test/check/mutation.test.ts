/** Mutation of the checks, 100 %: for every rule of every form an error that it must name is planted in clean tables; the finding goes with the rule. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkReportingPeriod } from '../../src/check/reporting-period.js';
import { checkEntries } from '../../src/finding/catalog/check.js';
import { previousEntries } from '../../src/finding/catalog/previous.js';
import { proseEntries } from '../../src/finding/catalog/prose.js';
import { findingId, type Finding } from '../../src/finding/finding.js';
import type { Place } from '../../src/finding/place.js';
import type { Row } from '../../src/statistics/dataset.js';
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Period } from '../../src/statistics/period.js';
import { toFixedText } from '../../src/statistics/exact.js';
import { checkFigures } from '../../src/pipeline/check-figures.js';
import { below, figure, loadAgency, loadCleanAnnual, loadForms, loadPeriod, YEAR_2022 } from '../support/clean-annual.js';
import { declaredRules, type CleanTables, type DeclaredRule } from '../support/declared-rules.js';
import { placeOf, rederive, withChanges, type CellChange, type Planted } from '../support/planted-cells.js';
import { loadMonths, swapped, type Month } from './months.js';
import { check as checkSentences } from './prose/support.js';

// Two sources side by side are computed here from tables that are checked themselves.
const forms = loadForms().filter(({ joins }) => joins.length === 0);
const rules = declaredRules(forms);
const LATE_FILES: Period = { kind: 'nine-months', year: 2023 };
const agencies = { month: loadAgency('ttpvhcc-soc-trang'), year: loadAgency('snv-soc-trang') };
let clean: CleanTables;
let month: Month;
let lastMonth: DerivedTable;

beforeAll(async () => {
  const [january, february] = await loadMonths();
  lastMonth = january.results;
  month = february;
  const monthly = [february.results, february.satisfaction].map((table) => withRatioRow(rederive(table, { form: forms.find(({ id }) => id === table.form.id)!, source: table.source })));
  const late = (await loadPeriod('ubnd-soc-trang', LATE_FILES, forms)).map((source) => deriveTable(forms.find(({ id }) => id === source.form)!, source, []));
  clean = new Map([...monthly, ...(await loadCleanAnnual(forms)), ...late.map(withTotalRow)].map((table) => [table.form.id, table]));
});

/** All that the tool says of these tables. */
function check(tables: readonly DerivedTable[], previous: readonly DerivedTable[] = [], needed: { readonly codes?: readonly string[]; readonly named?: readonly string[] } = {}): readonly Finding[] {
  const { period } = tables[0]!.source;
  const changed = forms.map((form) => tables.find((table) => table.form.id === form.id)?.form ?? form);
  return checkFigures({
    agency: period.kind === 'month' ? agencies.month : agencies.year,
    period,
    forms: changed,
    tables: tables.map((table) => ({ table, codes: [], named: [], ...needed })),
    previous,
    written: [],
    legalBases: [],
    rates: [],
  }).findings;
}

const alarms = (findings: readonly Finding[]): readonly string[] => findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message);

describe('the clean tables', () => {
  it('are of every form', () => expect([...clean.keys()].sort()).toEqual(forms.map(({ id }) => id).sort()));

  it('of the year raise nothing, not even a note', () => {
    expect(check([...clean.values()].filter(({ source }) => source.period.kind === YEAR_2022.kind))).toEqual([]);
  });

  it('of the two sources of late files raise nothing', () => {
    expect(alarms(check([...clean.values()].filter(({ source }) => source.period.kind === LATE_FILES.kind)))).toEqual([]);
  });

  it('of February raise nothing', () => {
    expect(alarms(check([...clean.values()].filter(({ source }) => source.period.kind === 'month')))).toEqual([]);
  });
});

/** What a form declares besides rules, and the rules that `declaredRules` plants errors for. */
const KNOWN_KEYS = ['id', 'file', 'name', 'unit', 'rows', 'listing', 'title', 'columns', 'header', 'notes', 'countUnits', 'print', 'gathers', 'joins', 'order', 'comparability', 'codesOver'];
const RULE_KEYS = ['identities', 'ranges', 'relations', 'wholes', 'rankings', 'reconciles', 'shares', 'continuity', 'previousColumns', 'jump', 'total', 'ratio'];

describe('every declared rule', () => {
  it('is of a kind that errors are planted for', () => {
    expect(forms.flatMap((form) => Object.keys(form)).filter((key) => ![...KNOWN_KEYS, ...RULE_KEYS].includes(key))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const [planted, named] = firstNamed(rule);
    expect(named.map(({ code }) => code), `no error could be planted that ${rule.name} names at its cell`).toContain(rule.code);
    const left = findingsWith(rule, planted.changes, (table) => (table.form.id === rule.form ? rederive(table, rule.remove(table)) : table)).map(findingId);
    // Another rule may name the cell too, with figures of its own: what this rule said is gone.
    expect(named.filter((one) => !left.includes(findingId(one))).length).toBeGreaterThan(0);
  });
});

/** The first planted error that findings of the rule's code name at its place. */
function firstNamed(rule: DeclaredRule): readonly [Planted, readonly Finding[]] {
  const tried = rule.plant(clean);
  for (const planted of tried) {
    const named = findingsWith(rule, planted.changes).filter(({ code, place }) => code === rule.code && JSON.stringify(place) === JSON.stringify(planted.place));
    if (named.length > 0) return [planted, named];
  }
  return [tried[0]!, []];
}

function findingsWith(rule: DeclaredRule, changes: readonly CellChange[], also: (table: DerivedTable) => DerivedTable = (table) => table): readonly Finding[] {
  const tables = rule.reads.map((id) => clean.get(id)!);
  return check(tables.map((table) => also(withChanges(table, changes))), rule.looksBack ? tables.map(before) : []);
}

/** A period before this one that it continues: its closing figures are our openings, its own figures those we print beside ours. */
function before(table: DerivedTable): DerivedTable {
  const { form, source } = table;
  const taken = [...form.continuity.map(({ opening, closing }) => [closing, opening] as const), ...Object.entries(form.previousColumns).map(([column, own]) => [own, column] as const)];
  const rows = source.rows.map((row) => ({ ...row, cells: { ...row.cells, ...Object.fromEntries(taken.map(([own, column]) => [own, row.cells[column]!])) } }));
  return rederive(table, { form, source: { ...source, rows } });
}

/** The printed table has a row of rates, the workbook sent has none. */
function withRatioRow(table: DerivedTable): DerivedTable {
  const { form, source } = table;
  const total = source.rows.find(({ role }) => role === 'total')!;
  const cells = Object.entries(table.ratio).map(([id, rate]) => [id, figure(toFixedText(rate!.value, 2), below(placeOf(total, id)))] as const);
  const row: Row = { id: 'ratio', label: form.ratio!.label, role: 'ratio', cells: Object.fromEntries(cells), place: below(total.place) };
  return rederive(table, { form, source: { ...source, rows: [...source.rows, row] } });
}

/** One of the two sources was sent without its total. */
function withTotalRow(table: DerivedTable): DerivedTable {
  const { form, source } = table;
  if (source.rows.some(({ role }) => role === 'total')) return table;
  const last = source.rows.at(-1)!;
  const cells = Object.entries(table.total).map(([id, total]) => [id, figure(toFixedText(total!.value, 0), below(placeOf(last, id)))] as const);
  const row: Row = { id: 'total', label: form.total!.label, role: 'total', cells: Object.fromEntries(cells), place: below(last.place) };
  return rederive(table, { form, source: { ...source, rows: [...source.rows, row] } });
}

/** Codes of the checks that no rule of a form stands behind: the smallest error for each, and where it must be named. */
const others: Readonly<Record<string, () => readonly [findings: readonly Finding[], place: Place]>> = {
  'code-missing': () => [check([month.others], [], { codes: ['can_cuoc'] }), month.others.source.place],
  'names-count': () => [checkNamed('quy_trinh', 'Sở Y tế; Sở Xây dựng'), remarkPlace('quy_trinh')],
  'names-unknown': () => [checkNamed('niem_yet', 'Sở Thủy sản'), remarkPlace('niem_yet')],
  'list-incomplete': () => {
    const [table, row] = rowOf('tieu-chi-xhh', '3.2.1.1.a');
    const blank = withRow(table, { ...row, cells: { ...row.cells, diem_dat: { kind: 'absent', why: 'blank', place: placeOf(row, 'diem_dat') } } });
    return [check([blank]), placeOf(rowOf('tieu-chi-xhh', '3.2.1.1')[1], 'diem_dat')];
  },
  'figure-implied': () => {
    const [table, row] = rowOf('phu-luc-2', 'C.19');
    const blank = withRow(table, { ...row, cells: { ...row.cells, gq_qua_han: { kind: 'absent', why: 'blank', place: placeOf(row, 'gq_qua_han') } } });
    return [check([blank]), placeOf(row, 'gq_qua_han')];
  },
  'relation-unchecked': () => {
    const [table, row] = rowOf('phu-luc-1', 'A');
    return [check([withoutRow(table, row), clean.get('phu-luc-2')!]), table.source.place];
  },
  'table-resent': () => [check([month.results], [month.results]), month.results.source.place],
  'columns-swapped': () => [check([swapped(month.results, 'gq_truoc_han', 'gq_dung_han')], [lastMonth]), placeOf(month.results.items[0]!, 'gq_dung_han')],
  'rows-appeared': () => {
    const [table, row] = rowOf('phu-luc-2', 'C.19');
    return [check([table], [withoutRow(table, row)]), row.place];
  },
  'rows-vanished': () => {
    const [table, row] = rowOf('phu-luc-2', 'C.19');
    return [check([withoutRow(table, row)], [table]), table.source.place];
  },
  'period-not-decree': () => [checkReportingPeriod(agencies.month.calendar, month.results.source.period, agencies.month.file), { in: 'file', file: agencies.month.file }],
};

const sentences: Readonly<Record<string, readonly string[]>> = {
  'prose-figure-known': ['Sở Công Thương đã giải quyết 612 hồ sơ.'],
  'prose-figure-near': ['Sở Công Thương đã giải quyết 621 hồ sơ.'],
  'prose-figures-untraced': ['Hướng dẫn 347 lượt người.'],
  'prose-percent-wrong': ['Đã hoàn thành 27/28 nhiệm vụ, đạt 94,63%.'],
  'prose-sum-wrong': ['Có 26 trường hợp bị kỷ luật, gồm: 13 khiển trách, 9 cảnh cáo, 3 buộc thôi việc.'],
  'prose-number-form': ['Tiếp nhận 8,605 hồ sơ.'],
  'prose-period-differs': ['Kỳ báo cáo tính từ ngày 16/12/2020 đến ngày 15/01/2021.'],
  'citation-form': ['Báo cáo số 3/BC-TTHC ngày 15/02/2021.'],
  'citation-conflict': ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.', 'Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.'],
  'date-form': ['Hoàn thành trước ngày 20/03/2021.'],
  'date-impossible': ['Hoàn thành trước ngày 31/02/2021.'],
  'date-before-cause': ['Bộ Nội vụ công bố kết quả ngày 19/4/2022 theo Quyết định số 288/QĐ-BNV ngày 14/4/2023.'],
  'published-before-extracted': ['Số liệu kết xuất ngày 30/9/2023 được công bố ngày 28/9/2023.'],
  'weekday-wrong': ['Họp vào thứ Hai, ngày 13/4/2021.'],
};

/** Said where a table is laid out, not by a check. */
const ELSEWHERE = ['rate-undefined'];

describe('every code of the checks', () => {
  const codes = Object.keys({ ...checkEntries, ...previousEntries }).filter((code) => !ELSEWHERE.includes(code));

  it.each(codes)('%s is planted by a rule of a form, or below', (code) => {
    expect(rules.some((rule) => rule.code === code) || code in others).toBe(true);
  });

  it.each(Object.keys(others))('%s is named at its place', (code) => {
    const [findings, place] = others[code]!();
    const there = findings.filter((one) => JSON.stringify(one.place) === JSON.stringify(place));
    expect(there.map((one) => one.code)).toContain(code);
  });

  it.each(Object.keys(proseEntries))('%s is named at its line', (code) => {
    const { findings } = checkSentences(...(sentences[code] ?? []));
    const line = 4 + (sentences[code]?.length ?? 0);
    expect(findings.filter((one) => one.code === code).map(({ place }) => (place.in === 'text' ? place.line : place.in))).toEqual([code === 'prose-figures-untraced' ? 'file' : line]);
  });
});

function rowOf(form: string, id: string): readonly [DerivedTable, Row] {
  const table = clean.get(form)!;
  return [table, table.source.rows.find((row) => row.id === id)!];
}

function withRow(table: DerivedTable, changed: Row): DerivedTable {
  return rederive(table, { form: table.form, source: { ...table.source, rows: table.source.rows.map((row) => (row.id === changed.id ? changed : row)) } });
}

function withoutRow(table: DerivedTable, { id }: Row): DerivedTable {
  return rederive(table, { form: table.form, source: { ...table.source, rows: table.source.rows.filter((row) => row.id !== id) } });
}

function remarkPlace(code: string): Place {
  const cell = month.others.items.find(({ id }) => id === code)!.cells['ghi_chu']!;
  return cell.kind === 'text' ? cell.place : month.others.source.place;
}

function checkNamed(code: string, remark: string): readonly Finding[] {
  const row = month.others.source.rows.find(({ id }) => id === code)!;
  const place = remarkPlace(code);
  return check([withRow(month.others, { ...row, cells: { ...row.cells, ghi_chu: { kind: 'text', text: remark, place } } })], [], { named: [code] });
}
