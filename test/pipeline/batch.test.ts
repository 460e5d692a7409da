/** The whole archive in one run: the same bytes whatever the number of workers, nothing one job does stops the others, interrupted and taken up again, one run at a time. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { build, type BuildOptions, type BuildReport } from '../../src/pipeline/build.js';
import { openWorkerLanes } from '../../src/pipeline/worker-lanes.js';
import { createNodeHost, programId } from '../../src/store/node-host.js';
import { filesBelow } from '../support/killed-runs.js';
import { letterArchive, writeFiles } from '../support/letter-archive.js';
import { REPOSITORY, text } from '../support/map-host.js';

const DYING = path.join(REPOSITORY, 'test/support/dying-worker.mjs');
const MAIN = path.join(REPOSITORY, 'dist/cli/main.js');
const AGENCIES = ['huyen-mot', 'huyen-hai'];
const PERIODS = ['2023-01', '2023-02', '2023-Q1'];
const FILES = letterArchive({ agencies: AGENCIES, periods: PERIODS, units: 4 });
/** Three of four units have a letter. */
const JOBS = AGENCIES.length * PERIODS.length * 3;
const LOCK = 'output/.baocao/run.lock';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

function archive(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'baocao-'));
  roots.push(root);
  writeFiles(root, FILES);
  return root;
}

const options: BuildOptions = { selection: { jobs: [] }, formats: ['docx', 'pdf'], force: false, dryRun: false, edited: 'refuse', program: 'p1' };

async function run(root: string, workers: number, change: Partial<BuildOptions> = {}, memoryMb?: number): Promise<BuildReport> {
  const openLanes = async (jobs: number) => (workers === 1 || jobs === 0 ? [] : openWorkerLanes({ root, options }, workers, change.signal, memoryMb));
  return (await build(createNodeHost(root), { ...options, openLanes, ...change }))!;
}

const states = ({ jobs }: Pick<BuildReport, 'jobs'>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { state } of jobs) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** Documents and manifests; what is known of the files themselves is another on each disk. */
const outputs = (root: string): readonly string[] =>
  filesBelow(root, 'output')
    .filter((file) => !file.endsWith('/hashes.json'))
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(path.join(root, file))).digest('hex')}`);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

let whole: readonly string[] | undefined;
/** What the compiled program leaves where nothing stops it. */
async function uninterrupted(): Promise<readonly string[]> {
  if (whole) return whole;
  const root = archive();
  await run(root, 1, { program: await programId() });
  return (whole = outputs(root));
}

function start(root: string, ...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> } {
  const child = spawn(process.execPath, [MAIN, 'build', '--formats', 'docx,pdf', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (said.stdout += String(data)));
  child.stderr.on('data', (data) => (said.stderr += String(data)));
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said }))) };
}

/** Waits until so many documents lie there, or the run has ended. */
async function untilWritten(root: string, child: ChildProcess, count: number): Promise<void> {
  while (child.exitCode === null && filesBelow(root, 'output').filter((file) => file.endsWith('.docx')).length < count) await new Promise((done) => setTimeout(done, 10));
}

interface JsonBuild {
  readonly jobs: readonly { readonly id: string; readonly state: 'built' | 'kept' | 'refused' | 'failed' }[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly interrupted?: boolean;
  readonly undone?: number;
}

const again = (root: string, environment: Record<string, string> = {}, ...args: string[]): { readonly code: number | null; readonly report: JsonBuild; readonly stderr: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'build', '--formats', 'docx,pdf', '--json', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...environment } });
  return { code: status, report: JSON.parse(stdout) as JsonBuild, stderr };
};
const jsonStates = ({ jobs }: JsonBuild): Readonly<Record<string, number>> => states({ jobs: jobs as BuildReport['jobs'] });

describe('workers', () => {
  it('make the same bytes and reports as one process, whatever their number; refused jobs stop none', async () => {
    const poisoned = 'data/huyen-hai/2023-02/cong.json';
    const poison = (root: string): void => writeFileSync(path.join(root, poisoned), new TextDecoder().decode(FILES.get(poisoned)).replace(/"so_ho_so":\d+/, '"so_ho_so":"mười"'));
    const results: { readonly report: unknown; readonly files: readonly string[] }[] = [];
    for (const workers of [1, 2, 3]) {
      const root = archive();
      poison(root);
      const report = await run(root, workers);
      // The unit whose figure cannot be read has no letter; those of the others rest on the same table.
      expect(states(report)).toEqual({ built: JOBS - 3, refused: 2 });
      expect(report.combined).toHaveLength(AGENCIES.length * PERIODS.length - 1);
      results.push({ report: plain(report), files: outputs(root) });
      expect(states(await run(root, workers))).toEqual({ kept: JOBS - 3, refused: 2 });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  }, 240_000);

  it('that run out of memory lose their own job alone, and the run ends', async () => {
    const root = archive();
    const lost = await run(root, 2, { selection: { jobs: [], agency: 'huyen-mot', period: '2023-01' } }, 12);
    expect(states(lost)).toEqual({ failed: 3 });
    expect(lost.jobs.map(({ findings, bug }) => [findings.map(({ code }) => code), bug])).toEqual(lost.jobs.map(() => [['worker-lost'], undefined]));
    expect(states(await run(root, 2))).toEqual({ built: JOBS });
  }, 240_000);

  it('that are killed are replaced; the next run makes what was lost', async () => {
    const root = archive();
    const { code, report } = again(root, { NODE_OPTIONS: `--import ${pathToFileURL(DYING)}`, DIED_ONCE: path.join(root, 'died') }, '--jobs', '2');
    expect(jsonStates(report)).toEqual({ built: JOBS - 1, failed: 1 });
    expect(code).toBe(3);
    expect(report.findings.map((finding) => finding.code)).toContain('worker-lost');
    const next = again(root);
    expect(next.code).toBe(0);
    expect(jsonStates(next.report)).toEqual({ kept: JOBS - 1, built: 1 });
  }, 240_000);
});

describe('an interrupted run', () => {
  it.each([['1'], ['2']])('with --jobs %s ends what it has begun, says what is left and is taken up again', async (jobs) => {
    const root = archive();
    const { child, ended } = start(root, '--jobs', jobs, '--json');
    await untilWritten(root, child, 2);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    const report = JSON.parse(stdout) as JsonBuild;
    const { built = 0, ...others } = jsonStates(report);
    expect(others).toEqual({});
    expect(report).toMatchObject({ ok: false, interrupted: true, undone: JOBS - built });
    expect(built).toBeGreaterThan(0);
    expect(filesBelow(root, 'output').filter((file) => /\.\d+$|\.lock$/.test(file))).toEqual([]);
    const next = again(root);
    expect([next.code, jsonStates(next.report)]).toEqual([0, { kept: built, ...(built === JOBS ? {} : { built: JOBS - built }) }]);
    expect(outputs(root)).toEqual(await uninterrupted());
  }, 240_000);

  it('that was killed with its workers leaves whole files, and the next run completes them', async () => {
    const root = archive();
    for (const after of [1, 5, 9]) {
      const { child, ended } = start(root, '--jobs', '2');
      await untilWritten(root, child, after);
      child.kill('SIGKILL');
      await ended;
      expect(existsSync(path.join(root, LOCK))).toBe(true);
    }
    const next = again(root);
    expect(next.code).toBe(0);
    expect(next.report.jobs).toHaveLength(JOBS);
    expect(outputs(root)).toEqual(await uninterrupted());
  }, 240_000);
});

describe('two runs at once', () => {
  it('the second is told who is at it and since when, and writes nothing', async () => {
    const root = archive();
    // This process stands for the first run: a real one may be done before the second asks.
    mkdirSync(path.join(root, 'output/.baocao'), { recursive: true });
    writeFileSync(path.join(root, LOCK), ['van-thu', hostname(), process.pid, '2026-11-28T09:05', 'x'].join('\n'));
    const second = again(root);
    expect(second.code).toBe(1);
    expect(second.report.jobs).toEqual([]);
    expect(second.report.findings.find(({ code }) => code === 'workspace-busy')!.message).toContain(`máy «${hostname()}», tiến trình ${process.pid}, từ 09:05 ngày 28/11/2026`);
    expect(existsSync(path.join(root, 'output/huyen-mot'))).toBe(false);
  }, 240_000);

  it('of two the first goes on and holds the lock until it ends', async () => {
    const root = archive();
    const first = start(root, '--jobs', '1');
    const holder = (): string => (existsSync(path.join(root, LOCK)) ? readFileSync(path.join(root, LOCK), 'utf8') : '');
    // Seen while it is held, by its process alone.
    while (!holder().includes(String(first.child.pid))) await new Promise((done) => setTimeout(done, 10));
    expect((await first.ended).code).toBe(0);
    expect(existsSync(path.join(root, LOCK))).toBe(false);
    expect(jsonStates(again(root).report)).toEqual({ kept: JOBS });
  }, 240_000);

  it('a lock whose process is gone is taken over, and what it left half-written is removed', () => {
    const root = archive();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const half = 'output/huyen-mot/2023-01/cong-van-don-doc--don-vi-1.docx.12345';
    writeFiles(root, new Map([[LOCK, text(['ai-do', hostname(), gone, '2026-01-01T08:00', 'x'].join('\n'))], [half, text('PK')]]));
    expect(again(root, {}, '--agency', 'huyen-mot').code).toBe(0);
    expect(existsSync(path.join(root, LOCK))).toBe(false);
    expect(existsSync(path.join(root, half))).toBe(false);
  }, 120_000);

  it('a lock of another machine holds', () => {
    const root = archive();
    mkdirSync(path.join(root, 'output/.baocao'), { recursive: true });
    writeFileSync(path.join(root, LOCK), ['van-thu', 'may-khac', '4321', '2026-11-28T09:05', 'x'].join('\n'));
    const { code, report } = again(root);
    expect(code).toBe(1);
    expect(report.findings.find((finding) => finding.code === 'workspace-busy')!.message).toContain('người dùng «van-thu», máy «may-khac», tiến trình 4321, từ 09:05 ngày 28/11/2026');
    expect(filesBelow(root, 'output')).toEqual([LOCK]);
  }, 60_000);
});
