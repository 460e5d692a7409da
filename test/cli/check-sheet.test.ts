/** The check sheet: its two halves, its page of the terminal, and the compiled command line that writes it as a workbook. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHalves } from '../../src/check/halves.js';
import { describeCheckSheet } from '../../src/cli/check-page.js';
import { catalog, found } from '../../src/finding/catalog.js';
import type { CheckSheet, RuleResult } from '../../src/finding/check-sheet.js';
import { findingId, type Finding } from '../../src/finding/finding.js';
import { writeSheetFile } from '../../src/pipeline/write-sheet-file.js';
import { createMapHost } from '../support/map-host.js';
import { editWorkbookFile } from '../support/edit-workbook.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

const FILE = 'data/so-noi-vu/2021-02/a.xlsx';
const at = (cell: string) => ({ in: 'sheet', file: FILE, sheet: 'Phụ lục I', cell }) as const;
const wrongSum = (cell: string): Finding => found('row-sum', at(cell), { row: 'A', statement: 's', others: 1 }, { seen: '614', expected: '613' });
const unread = found('file-unreadable', { in: 'file', file: FILE }, { reason: 'bị cắt' });
const SUM = 'Các cột trên từng dòng khớp nhau';
const APPENDICES = 'Dẫn đến các phụ lục';
const WRITTEN = 'Đoạn văn do người viết: đủ mục, đủ nguyên nhân';

const rules = (findings: readonly Finding[], kind: 'document' | 'period' = 'document'): ReadonlyMap<string, RuleResult> =>
  new Map(toHalves(findings, [], [{ kind, findings }]).flatMap((half) => half.rules.map((rule) => [rule.title, rule])));

describe('the two halves', () => {
  it('are content and form, and every rule is kept where nothing was found', () => {
    const halves = toHalves([], [], [{ kind: 'document', findings: [] }]);
    expect(halves.map(({ title }) => title)).toEqual(['Phần 1. Nội dung', 'Phần 2. Thể thức']);
    expect(halves[0]!.duty).toContain('khoản 1');
    expect(halves[1]!.duty).toContain('khoản 2');
    expect(new Set(halves.flatMap((half) => half.rules.map(({ result }) => result)))).toEqual(new Set(['passed']));
  });

  it('count findings by rule; what is accepted is counted apart', () => {
    const waived: Finding = { ...wrongSum('C10'), waived: true };
    expect(rules([wrongSum('C9'), waived]).get(SUM)).toEqual({ title: SUM, result: 'found', errors: 1, warnings: 0, notes: 0, waived: 1 });
    expect(rules([waived]).get(SUM)).toMatchObject({ result: 'waived', errors: 0, waived: 1 });
  });

  it('call no rule kept that could not be asked', () => {
    for (const title of [SUM, APPENDICES, WRITTEN]) expect(rules([unread]).get(title)?.result, title).toBe('unchecked');
    expect(rules([], 'period').get(SUM)?.result).toBe('passed');
    for (const title of [APPENDICES, WRITTEN]) expect(rules([], 'period').get(title)?.result, title).toBe('unchecked');
    expect(rules([found('comparison-left-out', { in: 'file', file: FILE }, { what: 'x', period: 'y' })]).get('So với kỳ trước')?.result).toBe('unchecked');
  });

  it('know every code of the catalogue, and show each finding in one rule', () => {
    for (const code of Object.keys(catalog)) {
      const finding: Finding = { code, severity: 'error', place: { in: 'file', file: FILE }, message: '', remedy: '', related: [] };
      expect([...rules([finding]).values()].reduce((sum, { errors }) => sum + errors, 0), code).toBe(1);
    }
  });

  it('put forms of citations, dates and appendices into the second', () => {
    for (const code of ['citation-form', 'date-form', 'appendix-unreferenced', 'reference-unknown', 'reserved-character', 'not-expressible']) {
      const finding: Finding = { code, severity: 'error', place: { in: 'file', file: FILE }, message: '', remedy: '', related: [] };
      expect(toHalves([finding], [], [])[1]!.rules.filter(({ errors }) => errors > 0), code).toHaveLength(1);
    }
  });
});

describe('the page of the terminal', () => {
  const accepted: Finding = { ...wrongSum('C9'), waived: true };
  const waiver = { entry: '0123456789ab', finding: findingId(accepted), code: 'row-sum', place: accepted.place, message: '', reason: 'Đã đối chiếu với sổ gốc lưu tại bộ phận một cửa, đúng như bảng gửi. '.repeat(3), by: 'Nguyễn Văn A', date: '2021-03-05', at: { in: 'text', file: 'l', line: 1 } } as const;
  const sheet: CheckSheet = {
    agencies: [],
    subjects: [],
    findings: [accepted],
    halves: toHalves([accepted], [waiver], [{ kind: 'document', findings: [accepted] }]),
    sources: Array.from({ length: 40 }, (_, index) => ({ path: `data/so-noi-vu/2021-02/${index}.xlsx`, sha256: `${String(index).padStart(2, '0')}${'abcdef0123456789'.repeat(4)}`.slice(0, 64) })),
    untraced: [{ text: '1.234', place: { in: 'text', file: 'data/so-noi-vu/2021-02/kien nghi.md', line: 5 }, context: 'Có 1.234 hồ sơ được tiếp nhận trong tháng, tăng so với cùng kỳ năm trước theo báo cáo của các đơn vị.' }],
    date: '2021-02-28',
  };
  const lines = describeCheckSheet(sheet, (text) => text).split('\n');
  const page = lines.join('\n');

  it('has both halves, who accepted what and why, sources by twelve digits, untraced figures', () => {
    expect(page).toMatch(/Phần 1\. Nội dung[^]*ĐÃ CHẤP NHẬN +Các cột trên từng dòng khớp nhau: 1 đã chấp nhận[^]*Phần 2\. Thể thức[^]*ĐẠT +Dẫn đến các phụ lục/);
    expect(page).toMatch(new RegExp(`${waiver.finding} \\[row-sum\\] .*ô C9\\n +Nguyễn Văn A, ngày 05/3/2021: Đã đối chiếu`));
    expect(page).toContain('    07abcdef0123  data/so-noi-vu/2021-02/7.xlsx');
    expect(page).toContain('1.234 data/so-noi-vu/2021-02/kien nghi.md › dòng 5: «Có 1.234 hồ sơ');
  });

  it('is no wider than 100 columns and cuts long lists', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(page).toContain('Nguồn số liệu (40 tệp');
    expect(page).toContain('… và 10 dòng nữa');
  });
});

describe('a workbook that is open in Excel', () => {
  it('is left, the new one goes beside it and that is said', async () => {
    const folder = createMapHost();
    folder.locked.add('phieu.xlsx');
    const sheet: CheckSheet = { agencies: [], subjects: [], findings: [], halves: [], sources: [], untraced: [], date: '2021-02-28' };
    const findings = await writeSheetFile({ folder, name: 'phieu.xlsx', shown: 'ky/phieu.xlsx' }, sheet);
    expect(findings).toMatchObject([{ code: 'output-locked', place: { file: 'ky/phieu.xlsx' }, message: expect.stringContaining('ky/phieu.moi.xlsx') as unknown }]);
    expect([...folder.files.keys()]).toEqual(['phieu.moi.xlsx']);
  });
});

describe('on the command line', () => {
  const AGENCY = 'ttpvhcc-soc-trang';
  const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
  let workspace: TemporaryWorkspace;
  interface Report {
    readonly jobs: readonly { readonly id: string; readonly state: string }[];
    readonly periods: readonly { readonly id: string; readonly findings: readonly unknown[] }[];
    readonly findings: readonly { readonly id: string; readonly code: string; readonly waived?: true }[];
  }
  const json = (...args: string[]): Report => JSON.parse(workspace.run(...args, '--json').stdout) as Report;
  beforeAll(() => {
    workspace = copyWorkspace();
    editWorkbookFile(workspace.path(`data/${AGENCY}/2021-02/phu luc bao cao thang 02.xlsx`), 1, { C9: 614, C25: 8606 });
    // A period that no document is for: its data are checked all the same.
    mkdirSync(workspace.path(`data/${AGENCY}/2020`));
    writeFileSync(workspace.path(`data/${AGENCY}/2020/a.json`), '{ "ky": ');
  });
  afterAll(() => workspace.remove());

  it('waives with waive and chap-nhan, refuses in Vietnamese with 2', () => {
    const [first, second] = json('check', FEBRUARY).findings.filter(({ code }) => code === 'row-sum');
    const waived = JSON.parse(workspace.run('waive', first!.id, '--reason', 'đúng', '--by', 'A', '--json').stdout) as object;
    expect(waived).toMatchObject({ schemaVersion: 1, command: 'waive', ok: true, finding: { id: first!.id, waived: true }, ledger: `data/${AGENCY}/ledger.jsonl`, findings: [] });
    expect(workspace.run('chap-nhan', second!.id, '--reason', 'đúng', '--by', 'A', '--agency', AGENCY).code).toBe(0);
    for (const [args, words] of [
      [['12e456789012', '--reason', 'x', '--by', 'A'], /«12e456789012»/],
      [['000000000012', '--reason', 'x', '--by', 'A'], /«000000000012»/],
      [[first!.id, '--by', 'A'], /lý do/],
      [[first!.id, '--reason', 'x'], /tên người/],
    ] as const) {
      const { code, stderr } = workspace.run('waive', ...args);
      expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
    }
  });

  it('checks jobs and the periods without one, alone by name', () => {
    const all = json('check', '--agency', AGENCY);
    expect(all.jobs.map(({ id, state }) => [id.split('/')[1], state])).toEqual([['2021-01', 'fine'], ['2021-02', 'fine'], ['2021-03', 'fine']]);
    expect(all.periods).toEqual([{ id: `${AGENCY}/2020`, findings: expect.arrayContaining([expect.objectContaining({ code: 'json-invalid' })]) as unknown }]);
    expect(all.findings.filter(({ waived }) => waived).map(({ code }) => code)).toEqual(['row-sum', 'row-sum']);
    const one = json('soat', `${AGENCY}/2020`);
    expect([one.jobs, one.periods.map(({ id }) => id)]).toEqual([[], [`${AGENCY}/2020`]]);
    const month = json('check', `${AGENCY}/2021-02`);
    expect([month.jobs.map(({ id }) => id), month.periods]).toEqual([[FEBRUARY], []]);
    expect(workspace.run('check', `${AGENCY}/2019`).code).toBe(2);
  });

  it('writes the same findings into the workbook as into JSON, anywhere but among the inputs', async () => {
    const file = workspace.path('ky/phieu.xlsx');
    const { code, stdout } = workspace.run('check', '--agency', AGENCY, '--xlsx', 'ky/phieu.xlsx');
    expect(code).toBe(1);
    expect(stdout).toMatch(/Phần 1\. Nội dung[^]*Phần 2\. Thể thức[^]*Đã soát 3 văn bản, 1 kỳ số liệu chưa có văn bản: 1 lỗi[^]*Phiếu kiểm tra: ky\/phieu\.xlsx/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(file).buffer as ArrayBuffer);
    const ids: string[] = [];
    book.getWorksheet('Phát hiện')!.eachRow((row, number) => number > 3 && ids.push(row.getCell(11).text));
    expect(ids).toEqual(json('check', '--agency', AGENCY).findings.map(({ id }) => id));
    expect(workspace.run('check', '--xlsx', 'data/phieu.xlsx')).toMatchObject({ code: 2, stderr: expect.stringContaining('thư mục data') as unknown });
    expect(workspace.run('check', '--xlsx', 'phieu.xls')).toMatchObject({ code: 2, stderr: expect.stringContaining('.xlsx') as unknown });
    expect(existsSync(workspace.path('data/phieu.xlsx'))).toBe(false);
  });

  it('prints no sheet with --quiet', () => {
    const { stdout } = workspace.run('check', FEBRUARY, '--quiet');
    expect(stdout).not.toContain('Phần 1');
    expect(stdout).toContain('Đã soát 1 văn bản: 0 lỗi');
  });
});
