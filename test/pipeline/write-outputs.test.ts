/** Outputs on a disk that fails: what stood there stays byte for byte, the person is told why, and one fault stops nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildOptions, type BuildReport } from '../../src/pipeline/build.js';
import type { Host } from '../../src/store/host.js';
import { createMapHost, REPOSITORY, sampleFiles, text, type MapHost } from '../support/map-host.js';
import { copyWorkspace } from '../support/temporary-workspace.js';

const FEBRUARY = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
const options: BuildOptions = { selection: { jobs: [FEBRUARY] }, formats: ['docx', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: 'p1' };
const OUTPUTS = ['docx', 'xlsx', 'figures.json'].map((extension) => `output/${FEBRUARY}.${extension}`);

const run = async (host: Host, change: Partial<BuildOptions> = {}): Promise<BuildReport> => (await build(host, { ...options, ...change }))!;
const states = ({ jobs }: BuildReport): readonly string[] => jobs.map(({ state }) => state);
const outputsOf = (host: MapHost): ReadonlyMap<string, Uint8Array> => new Map([...host.files].filter(([path]) => path.startsWith('output/')));

/** Answers every write from the `first` on, of paths that match, as the system does. */
function failing(host: MapHost, code: string, { first = 0, path: pattern = /./ }: { first?: number; path?: RegExp } = {}): Host {
  let writes = 0;
  return {
    ...host,
    write: (path, bytes) => (pattern.test(path) && writes++ >= first ? Promise.reject(Object.assign(new Error(`${code}: a word of the system, write`), { code })) : host.write(path, bytes)),
  };
}

let built: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const host = createMapHost(sampleFiles());
  expect(states(await run(host))).toEqual(['built']);
  built = host.files;
});

/** A workspace that was built and whose sentence about the archive then changed. */
function changed(): MapHost {
  const host = createMapHost(built);
  const file = 'data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv';
  host.files.set(file, text(new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.files.get(file)).replace('1.699', '1.700')));
  return host;
}

describe('a disk that cannot be written', () => {
  it.each([
    ['ENOSPC', 'đĩa đã hết chỗ (ENOSPC)'],
    ['EACCES', 'không có quyền ghi vào thư mục (EACCES)'],
    ['EMFILE', 'hệ thống báo lỗi (EMFILE)'],
  ])('%s: every old output stays as it was, and the reason is said in words', async (code, reason) => {
    const host = changed();
    const before = outputsOf(host);
    const { jobs } = await run(failing(host, code));
    expect(jobs.map(({ state, bug }) => ({ state, bug }))).toEqual([{ state: 'refused', bug: undefined }]);
    const faults = jobs[0]!.findings.filter(({ severity }) => severity === 'error');
    expect(faults).toMatchObject([{ code: 'output-failed', message: `Không ghi được tệp: ${reason}.` }]);
    expect(outputsOf(host)).toEqual(before);
    expect(states(await run(host))).toEqual(['built']);
    expect(states(await run(host))).toEqual(['kept']);
  });

  it('that fills up between two files: each is the old one or the new one, and the next run completes them', async () => {
    const whole = changed();
    await run(whole);
    for (let first = 0; first < 5; first++) {
      const host = changed();
      const report = await run(failing(host, 'ENOSPC', { first }));
      expect(states(report), `full at write ${first}`).toEqual(['refused']);
      for (const path of OUTPUTS) expect([built.get(path), whole.files.get(path)], `${path} at write ${first}`).toContainEqual(host.files.get(path));
      expect(states(await run(host))).toEqual(['built']);
      for (const path of OUTPUTS) expect(host.files.get(path)).toEqual(whole.files.get(path));
    }
  }, 240_000);

  it('one file that is refused does not stop the others', async () => {
    const host = changed();
    const { jobs } = await run(failing(host, 'EACCES', { path: /\.docx$/ }));
    expect(jobs[0]!.findings.at(-1)).toMatchObject({ code: 'output-failed', place: { file: OUTPUTS[0] } });
    expect(host.files.get(OUTPUTS[0]!)).toEqual(built.get(OUTPUTS[0]!));
    expect(host.files.get(OUTPUTS[2]!)).not.toEqual(built.get(OUTPUTS[2]!));
  });

  it('never says that a new version lies beside where none could be written', async () => {
    const host = changed();
    host.locked.add(OUTPUTS[0]!);
    host.locked.add(OUTPUTS[0]!.replace('.docx', '.moi.docx'));
    const { jobs } = await run(host);
    expect(jobs[0]!.findings.at(-1)).toMatchObject({ code: 'output-failed', message: 'Không ghi được tệp: tệp đang mở trong phần mềm khác.' });
  });

  it('whose manifest cannot be replaced: nothing is written that the next run would take for a hand edit', async () => {
    const host = changed();
    const before = outputsOf(host);
    host.locked.add(`output/.baocao/${FEBRUARY}.json`);
    expect(states(await run(host))).toEqual(['refused']);
    expect(outputsOf(host)).toEqual(before);
    host.locked.clear();
    expect(states(await run(host))).toEqual(['built']);
  });
});

describe('files that a killed run left half-written', () => {
  it('are gone after the next one; what is not ours stays', async () => {
    const host = changed();
    const ours = [...OUTPUTS, `output/.baocao/${FEBRUARY}.json`].flatMap((path) => [`${path}.3141592653`, `${path}.7`]);
    const others = ['.docx.bak', '.docx.2021', '-2.docx.1', '.1', '.docx.1a'].map((ending) => `output/ttpvhcc-soc-trang/2021-02/cua toi${ending}`);
    others.push(`output/${FEBRUARY}.docx.bak`, `output/${FEBRUARY}.2021.docx`, `output/${FEBRUARY}.txt.5`);
    for (const path of [...ours, ...others]) host.files.set(path, text('half'));
    expect(states(await run(host))).toEqual(['built']);
    expect(ours.filter((path) => host.files.has(path))).toEqual([]);
    expect(others.filter((path) => !host.files.has(path))).toEqual([]);
  });
});

describe('a fault in one file', () => {
  it('refuses its month, builds the two others and leaves its old outputs byte for byte', async () => {
    const all = { selection: { jobs: [] } };
    const host = createMapHost(sampleFiles());
    // March compares with February; January stands alone. The workbook of March is cut.
    expect(states(await run(host, all))).toEqual(['built', 'built', 'built']);
    const before = outputsOf(host);
    const [workbook] = [...host.files.keys()].filter((path) => path.includes('/2021-03/') && path.endsWith('.xlsx'));
    host.files.set(workbook!, host.files.get(workbook!)!.slice(0, 3000));
    const report = await run(host, { ...all, force: true });
    expect(states(report)).toEqual(['built', 'built', 'refused']);
    expect(report.jobs[2]!.findings.filter(({ code }) => code === 'file-unreadable')).toMatchObject([{ place: { file: workbook } }]);
    const after = outputsOf(host);
    const march = [...before.keys()].filter((path) => path.includes('2021-03'));
    expect(march).toHaveLength(4);
    for (const path of march) expect(after.get(path), path).toBe(before.get(path));
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  });
});

const FIGURES = 'data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv';
const BUILD = `"${process.execPath}" "${path.join(REPOSITORY, 'dist/cli/main.js')}" build ttpvhcc-soc-trang/2021-02/bao-cao-thang --formats docx,xlsx --out full --json`;
/** Room for the outputs once (380 kB, most of it figures.json), but not for a second figures.json beside the first. */
const ROOM = '550k';

const workspace = copyWorkspace();
afterAll(() => workspace.remove());

const shell = (script: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: workspace.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
mkdirSync(workspace.path('full'));
// A kernel right, not a tool that could be installed: where it is withheld, the failing Hosts above must do.
const mounts = shell(`mount -t tmpfs -o size=${ROOM} tmpfs full`).status === 0;

if (!mounts) console.warn('NOT RUN: a disk that really fills up (unshare -rm is not allowed here)');

if (mounts) it('a disk that really fills up keeps every old output whole and says that the disk is full', { timeout: 120_000 }, () => {
  writeFileSync(workspace.path('new.csv'), readFileSync(workspace.path(FIGURES), 'utf8').replace('1.699', '1.700'));
  const { stdout, stderr } = shell(
    `mount -t tmpfs -o size=${ROOM} tmpfs full && ${BUILD} > first.json && cp -r full before && cp new.csv "${FIGURES}" && ${BUILD} > second.json; cp -r full after`,
  );
  const report = (name: string): { ok: boolean; findings: { code: string; message: string }[] } => JSON.parse(readFileSync(workspace.path(name), 'utf8')) as never;
  expect(report('first.json').ok, stdout + stderr).toBe(true);
  const failed = report('second.json').findings.filter(({ code }) => code === 'output-failed');
  expect(failed.map(({ message }) => message)).toContain('Không ghi được tệp: đĩa đã hết chỗ (ENOSPC).');
  const figures = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang.figures.json';
  expect(readFileSync(workspace.path(`after/${figures}`)).equals(readFileSync(workspace.path(`before/${figures}`)))).toBe(true);
});
