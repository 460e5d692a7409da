/** The compiled command line on a copy of the sample workspace: commands, JSON, exit codes, bad input. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editWorkbookFile } from '../support/edit-workbook.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

const FEBRUARY = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
/** The months of one agency: the annual data of another have true errors of their own. */
const CHECK = ['check', '--agency', 'ttpvhcc-soc-trang'];
const WORKBOOK = 'data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx';

interface JsonFinding {
  readonly id: string;
  readonly code: string;
  readonly severity: string;
  readonly place: Readonly<Record<string, unknown>>;
  readonly seen?: string;
  readonly expected?: string;
  readonly message: string;
  readonly remedy: string;
}

interface JsonReport {
  readonly ok: boolean;
  readonly schemaVersion: number;
  readonly jobs: readonly { id: string; state: string; because: string[]; outputs: { format: string; path: string; sha256: string }[]; findings: JsonFinding[] }[];
  readonly findings: readonly JsonFinding[];
}

let workspace: TemporaryWorkspace;
beforeEach(() => {
  workspace = copyWorkspace();
});
afterEach(() => {
  workspace.remove();
});

const json = (...args: string[]): JsonReport & { code: number | null } => {
  const { code, stdout } = workspace.run(...args, '--json');
  return { ...(JSON.parse(stdout) as JsonReport), code };
};
const errors = ({ findings }: JsonReport): readonly JsonFinding[] => findings.filter(({ severity }) => severity === 'error');

describe('build', () => {
  it('writes the four outputs of each month with the hashes it reports', () => {
    const report = json('build');
    expect(report).toMatchObject({ code: 0, ok: true, schemaVersion: 1, command: 'build' });
    expect(report.jobs.map(({ id, state }) => [id, state])).toEqual(
      ['01', '02', '03'].map((month) => [`ttpvhcc-soc-trang/2021-${month}/bao-cao-thang`, 'built']),
    );
    for (const { id, outputs } of report.jobs) {
      expect(outputs.map(({ path }) => path)).toEqual(['docx', 'pdf', 'xlsx', 'figures.json'].map((extension) => `output/${id}.${extension}`));
      for (const { path, sha256 } of outputs) {
        expect(createHash('sha256').update(readFileSync(workspace.path(path))).digest('hex')).toBe(sha256);
      }
    }
    const again = json('lap');
    expect(again.jobs.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
    expect(workspace.run('status').stdout).toContain(`mới nhất        ${FEBRUARY}`);
  });

  it('builds the chosen job and formats only, elsewhere on demand', () => {
    const out = workspace.path('noi-khac');
    const report = json('build', FEBRUARY, '--formats', 'docx', '--out', out);
    expect(report.jobs.map(({ id }) => id)).toEqual([FEBRUARY]);
    expect(report.jobs[0]!.outputs.map(({ path }) => path)).toEqual([`noi-khac/${FEBRUARY}.docx`, `noi-khac/${FEBRUARY}.figures.json`]);
    expect(existsSync(`${out}/${FEBRUARY}.docx`)).toBe(true);
    expect(existsSync(workspace.path('output'))).toBe(false);
  });

  it('prints the plan and writes nothing with --dry-run', () => {
    const { code, stdout } = workspace.run('build', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`sẽ lập  ${FEBRUARY}\n            chưa lập lần nào`);
    expect(existsSync(workspace.path('output'))).toBe(false);
  });

  it('gives the same bytes in two processes and two time zones', () => {
    const other = copyWorkspace({ TZ: 'America/St_Johns', LANG: 'C' });
    try {
      const hashes = (report: JsonReport): readonly string[] => report.jobs.flatMap(({ outputs }) => outputs.map(({ sha256 }) => sha256));
      const here = json('build');
      const there = JSON.parse(other.run('build', '--json').stdout) as JsonReport;
      expect(hashes(here).length).toBe(12);
      expect(hashes(there)).toEqual(hashes(here));
    } finally {
      other.remove();
    }
  });
});

describe('bad input is named at its cell, refuses its report and no other', () => {
  const cases: readonly [string, number, Record<string, number | string>, string, Record<string, unknown>][] = [
    ['a row that does not add up', 1, { C9: 614 }, 'row-sum', { place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'C9' }, seen: '614', expected: '613' }],
    ['a wrong total', 1, { C25: 8606 }, 'total-wrong', { place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'C25' }, seen: '8606', expected: '8605' }],
    ['an unknown unit', 1, { B9: 'Sở Công Thưởng' }, 'unit-unknown', { place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'B9' }, seen: 'Sở Công Thưởng' }],
    ['a figure that cannot be read', 1, { E9: 'sáu trăm' }, 'figure-unreadable', { place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'E9' }, seen: 'sáu trăm' }],
    ['a missing column', 1, { N5: 'Cột khác' }, 'column-missing', { place: { file: WORKBOOK, sheet: 'Phụ lục I' } }],
    ['a unit twice', 2, { B8: 'Sở Nội vụ' }, 'row-twice', { place: { file: WORKBOOK, sheet: 'Phụ lục II' } }],
    ['an empty cell', 2, { C6: '' }, 'figure-missing', { place: { file: WORKBOOK, sheet: 'Phụ lục II', cell: 'C6' } }],
    ['another period in the title', 1, { A2: 'TÌNH HÌNH, KẾT QUẢ THÁNG 01 NĂM 2021' }, 'period-mismatch', { place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'A2' } }],
  ];

  it.each(cases)('%s', (_, sheet, edits, code, expected) => {
    editWorkbookFile(workspace.path(WORKBOOK), sheet, edits);
    const report = json(...CHECK);
    expect(report.code).toBe(1);
    const [finding] = errors(report).filter((one) => one.code === code);
    expect(finding).toMatchObject(expected);
    expect(finding!.message.length).toBeGreaterThan(10);
    expect(finding!.remedy.length).toBeGreaterThan(10);
    expect(report.jobs.map(({ state }) => state)).toEqual(['fine', 'refused', 'fine']);
  });

  it('a late count without a cause', () => {
    rmSync(workspace.path('data/ttpvhcc-soc-trang/2021-02/nguyen nhan 1.md'));
    expect(errors(json(...CHECK))).toMatchObject([
      { code: 'cause-missing', place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'I19' }, seen: '6' },
    ]);
  });

  it('a folder whose name is no period, or of no agency, is named', () => {
    mkdirSync(workspace.path('data/ttpvhcc-soc-trang/thang 4'));
    mkdirSync(workspace.path('data/khac/2021-02'), { recursive: true });
    const ignored = json(...CHECK).findings.filter(({ code }) => code === 'folder-ignored');
    expect(ignored.map(({ place }) => place['file'])).toEqual(['data/khac', 'data/ttpvhcc-soc-trang/thang 4']);
  });

  it('the same table twice: a question, and no comparison on either', () => {
    const file = workspace.path('data/ttpvhcc-soc-trang/2021-02/a them.xlsx');
    copyFileSync(workspace.path(WORKBOOK), file);
    editWorkbookFile(file, 1, { N9: 541, N25: 3117 });
    const report = json(...CHECK);
    expect(errors(report).map(({ code }) => code)).toEqual(['table-twice', 'table-twice']);
    expect(report.jobs.map(({ state }) => state)).toEqual(['fine', 'refused', 'fine']);
    expect(report.findings.map(({ code }) => code)).toContain('previous-unusable');
  });

  it('no two findings share an id', () => {
    editWorkbookFile(workspace.path(WORKBOOK), 1, { C9: 614, F10: 30, I11: 4 });
    const ids = json(...CHECK).findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a missing paragraph: a warning, and a visible gap in the document', () => {
    rmSync(workspace.path('data/ttpvhcc-soc-trang/2021-02/kien nghi.md'));
    const report = json('build', FEBRUARY);
    expect(report.code).toBe(0);
    expect(report.findings.filter(({ severity }) => severity === 'warning')).toMatchObject([{ code: 'paragraph-missing' }]);
  });

  it('all faults at once, the old outputs untouched, the other months built', () => {
    expect(json('build').code).toBe(0);
    const before = readFileSync(workspace.path(`output/${FEBRUARY}.docx`));
    editWorkbookFile(workspace.path(WORKBOOK), 1, { C25: 8606, B9: 'Sở Lạ', E10: 'x', C11: 2907 });
    const report = json('build');
    expect(report.code).toBe(1);
    // March stands with its comparison; it is not replaced by one without.
    expect(report.jobs.map(({ state }) => state)).toEqual(['kept', 'refused', 'kept']);
    expect(new Set(errors(report).map(({ code }) => code))).toEqual(new Set(['unit-unknown', 'unit-missing', 'figure-unreadable', 'row-sum']));
    expect(readFileSync(workspace.path(`output/${FEBRUARY}.docx`)).equals(before)).toBe(true);
    expect(report.findings.map(({ code }) => code)).toContain('previous-unusable');
  });
});

describe('explain', () => {
  it('goes from a printed figure to sentence, formula and cells', () => {
    const { code, stdout } = workspace.run('explain', FEBRUARY, '89,69%');
    expect(code).toBe(0);
    expect(stdout).toContain('gq_tong / nhan_tong * 100');
    expect(stdout).toContain('chiếm 89,69%');
    expect(stdout).toContain('› trang «Phụ lục I»');
    expect(stdout).toMatch(/F8 = 5 · F9 = 612/);
  });

  it('takes «89,69 %», numbers and dots as they are typed', () => {
    expect(workspace.run('truy-nguon', FEBRUARY, '89,69 %').code).toBe(0);
    const places = workspace.run('explain', FEBRUARY, '8605').stdout;
    expect(places).toContain('phần chính: ');
    expect(places).toContain('Tổng cộng · Số hồ sơ nhận giải quyết: Tổng số');
    expect(workspace.run('explain', FEBRUARY, '36,21%').stdout).toContain('Tỷ lệ % · Hồ sơ nhận qua trực tuyến');
    expect(workspace.run('explain', FEBRUARY, '12345').code).toBe(2);
  });
});

describe('wrong use ends with 2, in Vietnamese', () => {
  it.each([[['build', 'khong/co/that']], [['build', '--formats', 'odt']], [['xay']], [['build', '--sai']], [[]]])('%j', (args) => {
    const { code, stderr } = workspace.run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Không có|Định dạng|Thiếu|muốn/);
  });

  it('a folder that is no workspace', () => {
    rmSync(workspace.path('data'), { recursive: true });
    rmSync(workspace.path('templates'), { recursive: true });
    expect(workspace.run('build').code).toBe(2);
  });
});

describe('tab completion', () => {
  it('offers commands and jobs, and says nothing else', () => {
    const commands = workspace.run('--get-yargs-completions', 'baocao', 'bu');
    expect(commands.stdout.split('\n')).toContain('build');
    expect(commands.stderr).toBe('');
    const jobs = workspace.run('--get-yargs-completions', 'baocao', 'build', 'tt');
    expect(jobs.stderr).toBe('');
    expect(jobs.stdout.split('\n')).toContain(FEBRUARY);
  });
});

describe('one bad declaration stops only what needs it', () => {
  it('a template fault names its line', () => {
    const file = workspace.path('templates/documents/bao-cao-thang/nhan-xet.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n- {{khong_co}}\n`);
    const report = json(...CHECK);
    expect(report.code).toBe(1);
    expect(report.findings.map(({ code }) => code)).not.toContain('document-unknown');
    expect(report.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'template-invalid', place: { file: 'templates/documents/bao-cao-thang/nhan-xet.md', line: 4, column: 5 } })]),
    );
  });
});
