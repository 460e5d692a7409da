/** `correct plan` and `correct apply` on the compiled command line: both ways of input, what is printed and written, wrong use. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENCY, CAUSE, CORRECTED_JANUARY, FEBRUARY, JANUARY, LEDGER, PLAN_WORDS } from '../support/january-corrected.js';
import { readXlsxSheets } from '../support/readers/xlsx-cells.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

let workspace: TemporaryWorkspace;
beforeEach(() => {
  workspace = copyWorkspace();
});
afterEach(() => workspace.remove());

const files = (): readonly string[] => (readdirSync(workspace.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).sort());
const correct = (...args: string[]) => workspace.run('correct', ...args);
const list = (cells: unknown, name = 'sua.json'): string => {
  writeFileSync(workspace.path(name), JSON.stringify({ cells }));
  return name;
};
const CELL = { form: 'ket-qua-giai-quyet', period: '2021-01', row: 'Sở Công Thương', column: 'truc_tuyen', value: 507 };

interface PlanJson {
  readonly ok: boolean;
  readonly jobs: readonly unknown[];
  readonly findings: readonly { code: string }[];
  readonly impact: { figures: readonly { job: string; where: string; old: string | null; new: string | null }[]; jobs: readonly { id: string; issued: boolean }[]; findings: { new: readonly { id: string; code: string; message: string }[]; gone: readonly { code: string }[] } };
}

describe('correct', () => {
  it('plans from the corrected workbook, writes the files asked for and nothing else, then applies', { timeout: 240_000 }, () => {
    writeFileSync(workspace.path(CAUSE.path), CAUSE.text);
    const before = files();
    const { code, stdout } = correct('plan', CORRECTED_JANUARY, '--agency', AGENCY, ...PLAN_WORDS, '--json', '-o', 'ke-hoach.json', '--xlsx', 'tac-dong.xlsx');
    expect(code).toBe(0);
    expect(files()).toEqual([...before, workspace.path('ke-hoach.json'), workspace.path('tac-dong.xlsx')].sort());
    const json = JSON.parse(stdout) as PlanJson;
    expect(json).toMatchObject({ schemaVersion: 1, command: 'correct plan', ok: true, jobs: [], findings: [] });
    expect(json.impact.figures).toContainEqual(expect.objectContaining({ job: JANUARY, where: 'appendix-1', old: '547', new: '507' }));
    expect(json.impact.figures.filter(({ job }) => job === FEBRUARY).map(({ where, old, new: now }) => [where, old, now])).toEqual([['body', '1,81', '2,25'], ['body', '34,41%', '33,97%']]);
    expect(json.impact.jobs.map(({ id, issued }) => [id, issued])).toEqual([[JANUARY, false], [FEBRUARY, false]]);
    expect(json.impact.findings.gone.map(({ code: gone }) => gone)).toContain('cause-unneeded');
    const plan = JSON.parse(readFileSync(workspace.path('ke-hoach.json'), 'utf8')) as PlanJson;
    expect(plan.impact).toEqual(json.impact);
    const sheets = readXlsxSheets(new Uint8Array(readFileSync(workspace.path('tac-dong.xlsx'))));
    expect(sheets.map(({ name }) => name)).toEqual(['Ô đính chính', 'Văn bản', 'Con số', 'Câu, bảng, biểu đồ', 'Phát hiện']);
    expect(JSON.stringify([...sheets[0]!.cells.values()])).toContain('Sở Công Thương');

    const applied = correct('apply', 'ke-hoach.json', '--formats', 'docx', '--json');
    expect(applied.code).toBe(0);
    expect(JSON.parse(applied.stdout)).toMatchObject({ command: 'correct apply', ok: true, ledger: LEDGER, appended: 3, jobs: [{ id: JANUARY, state: 'built' }, { id: FEBRUARY, state: 'built' }] });
    expect(readFileSync(workspace.path(LEDGER), 'utf8').trimEnd().split('\n')).toHaveLength(3);
    const again = workspace.run('dinh-chinh', 'apply', 'ke-hoach.json', '--formats', 'docx', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ appended: 0, jobs: [{ state: 'kept' }, { state: 'kept' }] });
    writeFileSync(workspace.path(CAUSE.path), `${CAUSE.text}Và thêm.\n`);
    list([{ ...CELL, value: 500 }]);
    const stale = correct('plan', 'sua.json', '--agency', AGENCY, ...PLAN_WORDS, '-o', 'hai.json', '--quiet');
    expect([stale.code, stale.stdout]).toEqual([0, expect.stringContaining('Thực hiện: baocao correct apply hai.json')]);
    writeFileSync(workspace.path(CAUSE.path), CAUSE.text);
    const refused = correct('apply', 'hai.json');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(new RegExp(`\\[plan-outdated\\][^]*${CAUSE.path}`));
  });

  it('shows on the terminal what changes where, with the words that change', { timeout: 120_000 }, () => {
    const { code, stdout } = correct('plan', list([{ ...CELL, row: 'Sở Tư pháp', column: 'gq_truoc_han', value: 349 }, { ...CELL, row: 'Sở Tư pháp', column: 'gq_qua_han', value: 2 }]), '--agency', AGENCY, ...PLAN_WORDS);
    expect(code).toBe(0);
    expect(stdout).toContain('    351 → 349  Sở Tư pháp · Kết quả giải quyết: Số hồ sơ đã giải quyết: Trước hạn\n    0 → 2      Sở Tư pháp · Kết quả giải quyết: Số hồ sơ đã giải quyết: Quá hạn\n');
    expect(stdout.match(/Câu đổi lời/g)).toHaveLength(1);
    expect(stdout).toMatch(/trước: .*không có hồ sơ giải quyết quá hạn\.\n\s+sau: {3}.*quá hạn 2 hồ sơ, chiếm 0,03%\./);
    expect(stdout).toContain('[cause-missing]');
    expect(stdout).toMatch(/Đính chính 2 ô: \d+ con số thay đổi trong 2 văn bản \(0 đã ban hành\)\. Chưa ghi gì vào dữ liệu\.\s*$/);
    expect(existsSync(workspace.path(LEDGER))).toBe(false);
  });

  it('names the faults of the input all at once and leaves no plan', { timeout: 120_000 }, () => {
    const { code, stdout } = correct('plan', list([{ ...CELL, row: 'Sở Công Thưởng' }, { ...CELL, column: 'khong_co' }, { ...CELL, value: 1.5 }]), '--agency', AGENCY, ...PLAN_WORDS, '-o', 'ke-hoach.json', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as PlanJson).findings.map((one) => one.code).sort()).toEqual(['correction-unknown', 'correction-unknown', 'correction-value']);
    expect(existsSync(workspace.path('ke-hoach.json'))).toBe(false);
  });

  it('used wrongly ends with 2 and says how', { timeout: 240_000 }, () => {
    const file = list([CELL]);
    const wrong: readonly [readonly string[], RegExp][] = [
      [['plan', file, ...PLAN_WORDS, '--agency', 'khong-co'], /khong-co/],
      [['plan', file, '--agency', AGENCY, '--basis', 'a', '--by', 'a'], /--reason/],
      [['plan', 'khong-co.json', '--agency', AGENCY, ...PLAN_WORDS], /khong-co\.json/],
      [['plan', file, '--agency', AGENCY, ...PLAN_WORDS, '-o', 'ke-hoach.txt'], /\.json/],
      [['plan', file, '--agency', AGENCY, ...PLAN_WORDS, '-o', `data/${AGENCY}/ke-hoach.json`], /data/],
      [['plan', file, '--agency', AGENCY, ...PLAN_WORDS, '-o', file], /sua\.json/],
      [['sua', file], /plan/],
    ];
    for (const [args, says] of wrong) {
      const { code, stderr } = correct(...args);
      expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 2, expect.stringMatching(says)]);
    }
  });
});
