/** issue, withdraw and status on the compiled command line: words, JSON, exit codes, two clerks at once. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { entriesOf, loadLedger } from '../../src/store/ledger.js';
import { createNodeHost } from '../../src/store/node-host.js';
import { AGENCY, FEBRUARY, JANUARY } from '../support/issue-sample.js';
import { REPOSITORY } from '../support/map-host.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

let workspace: TemporaryWorkspace | undefined;
afterEach(() => workspace?.remove());
const json = (stdout: string) => JSON.parse(stdout) as { ok: boolean; issued?: { entry: string }; error?: string; jobs: { id: string; state: string; issued?: { symbol: string } }[]; findings: { code: string }[] };

it('issues, shows the chain and withdraws', { timeout: 240_000 }, () => {
  workspace = copyWorkspace();
  const { run, path: at } = workspace;
  writeFileSync(at('da-ky.PDF'), '%PDF signed');
  const done = run('ban-hanh', FEBRUARY, '--number', '057', '--date', '2021-02-18', '--by', 'Nguyễn Văn A', '--signed', at('da-ky.PDF'), '--json');
  expect([done.code, json(done.stdout)]).toMatchObject([
    0,
    { command: 'issue', ok: true, issued: { job: FEBRUARY, number: 57, symbol: '57/BC-TTHC', date: '2021-02-18', signed: { path: `output/${AGENCY}/2021-02/issued/57-BC-TTHC-bao-cao-thang.signed.pdf` } }, jobs: [{ id: FEBRUARY, state: 'built' }] },
  ]);
  const status = run('status', FEBRUARY, '--json');
  expect([status.code, json(status.stdout)]).toMatchObject([0, { ok: true, jobs: [{ id: FEBRUARY, state: 'issued', edited: [], issued: { symbol: '57/BC-TTHC', date: '2021-02-18' }, replaces: [] }], findings: [] }]);
  expect(run('status', FEBRUARY).stdout).toMatch(/^đã ban hành +ttpvhcc.*\n +đã ban hành số 57\/BC-TTHC ngày 18\/02\/2021\n$/);

  const refused = run('issue', JANUARY, '--number', '57', '--date', '2021-02-01', '--by', 'A', '--json');
  expect([refused.code, json(refused.stdout)]).toMatchObject([1, { ok: false, jobs: [{ id: JANUARY, state: 'refused' }] }]);
  expect(json(refused.stdout).findings.map(({ code }) => code)).toContain('issue-number-taken');
  const wrong = run('issue', JANUARY, '--number', 'năm', '--date', '18/02/2021');
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/«năm»[^]*«18\/02\/2021»[^]*--by/);

  const sealed = at(`output/${AGENCY}/2021-02/issued/57-BC-TTHC-bao-cao-thang.docx`);
  writeFileSync(sealed, 'altered');
  const broken = run('status', FEBRUARY, '--json');
  expect([broken.code, json(broken.stdout)]).toMatchObject([1, { ok: false, findings: [{ code: 'seal-broken' }] }]);

  const { entry } = json(done.stdout).issued!;
  const withdrawn = run('rut', entry, '--reason', 'Nhầm số', '--by', 'Bà B', '--json');
  expect([withdrawn.code, json(withdrawn.stdout)]).toMatchObject([0, { command: 'withdraw', ok: true, withdrawn: { entry, type: 'issued' }, stale: [FEBRUARY] }]);
  expect(existsSync(sealed)).toBe(true);
  expect(run('withdraw', entry, '--reason', 'x', '--by', 'B').code).toBe(2);
  expect(json(run('status', FEBRUARY, '--json').stdout).jobs[0]!.issued).toBeUndefined();
});

it('gives a number to one of two clerks who ask for it at once', { timeout: 240_000 }, async () => {
  workspace = copyWorkspace();
  const { root } = workspace;
  const start = (job: string): Promise<number | null> =>
    new Promise((resolve) => spawn(process.execPath, [path.join(REPOSITORY, 'dist/cli/main.js'), 'issue', job, '--number', '57', '--date', '2021-02-18', '--by', 'A'], { cwd: root, stdio: 'ignore' }).on('exit', resolve));
  const codes = await Promise.all([start(JANUARY), start(FEBRUARY)]);
  expect([...codes].sort()).toEqual([0, 1]);
  const issued = entriesOf(await loadLedger(createNodeHost(root), AGENCY), 'issued');
  expect(issued.map(({ number }) => number)).toEqual([57]);
  // The other left no file behind.
  const files = readdirSync(path.join(root, 'output'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('57-BC-TTHC'));
  expect(files.map((name) => `output/${name.split(path.sep).join('/')}`).sort()).toEqual(issued[0]!.files.map(({ path: sealed }) => sealed).sort());
  expect(readFileSync(path.join(root, `data/${AGENCY}/ledger.jsonl`), 'utf8').trim().split('\n')).toHaveLength(1);
});
