/** Builds killed at random moments: never half a file, nothing of ours left behind, and the next run ends with everything in place. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { readStatus } from '../../src/pipeline/status.js';
import { createNodeHost, programId } from '../../src/store/node-host.js';
import { filesBelow as allFilesBelow, seeded, TEMPORARY } from '../support/killed-runs.js';
import { REPOSITORY } from '../support/map-host.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

const FEBRUARY = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
const BUILD = ['build', FEBRUARY, '--formats', 'docx,xlsx', '--quiet'];
/** A figure that changes a sentence, a cell of figures.json and every DOCX. */
const FIGURES = 'data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv';
const WRITES = 5;
const KILLS = Number(process.env['KILLS'] ?? 14);
const SEED = 20_210_228;

let workspace: TemporaryWorkspace | undefined;
afterEach(() => workspace?.remove());

/** Hashes of files that have not changed for some seconds are there or not as the clock wills. */
const filesBelow = (root: string, folder: string): readonly string[] => allFilesBelow(root, folder).filter((file) => file !== 'output/.baocao/hashes.json');

const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const dataHashes = ({ root }: TemporaryWorkspace): readonly string[] => filesBelow(root, 'data').map((file) => `${file} ${hash(path.join(root, file))}`);
const outputs = ({ root }: TemporaryWorkspace): readonly string[] => filesBelow(root, 'output');

const outputHashes = (workspace: TemporaryWorkspace): readonly string[] => outputs(workspace).map((file) => `${file} ${hash(workspace.path(file))}`);

type Moment = { readonly afterMs: number } | { readonly atWrite: number };

/** Runs a build and kills it after a time, or when the nth temporary file of its outputs appears; whether the kill came before its end. */
function killBuild({ root }: TemporaryWorkspace, moment: Moment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(REPOSITORY, 'dist/cli/main.js'), ...BUILD], { cwd: root, stdio: 'ignore' });
    const kill = (): void => void child.kill('SIGKILL');
    const timer = 'afterMs' in moment ? setTimeout(kill, moment.afterMs) : undefined;
    const seen = new Set<string>();
    const watchers = ['output', 'output/.baocao'].map((folder) =>
      watch(path.join(root, folder, path.dirname(FEBRUARY)), (_, name) => {
        if (name && TEMPORARY.test(name) && seen.add(name).size === ('atWrite' in moment ? moment.atWrite : Infinity)) kill();
      }),
    );
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve(signal === 'SIGKILL');
    });
  });
}

/** Every file with a name of ours is whole: the zip opens (fflate checks no CRC, so it is computed here), the JSON parses. */
function expectWhole(workspace: TemporaryWorkspace, when: string): void {
  for (const file of outputs(workspace)) {
    const bytes = new Uint8Array(readFileSync(workspace.path(file)));
    if (/\.(docx|xlsx)$/.test(file)) expect(wrongCrc(bytes), `${file} ${when}`).toEqual([]);
    else if (file.endsWith('.json')) expect(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown, `${file} ${when}`).not.toThrow();
  }
}

/** Names of the zip entries whose CRC is not that of their bytes. */
function wrongCrc(zip: Uint8Array): readonly string[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const parts = unzipSync(zip);
  let at = view.getUint32(zip.length - 22 + 16, true);
  const wrong: string[] = [];
  for (let entries = view.getUint16(zip.length - 22 + 10, true); entries > 0; entries--) {
    const [crc, name, extra, comment] = [view.getUint32(at + 16, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const entry = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name));
    if (crc32(parts[entry]!) !== crc) wrong.push(entry);
    at += 46 + name + extra + comment;
  }
  return wrong;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The next run: everything is built, whole and fresh, and nothing else lies there. In this process, which has the libraries loaded. */
async function expectRecovery({ root }: TemporaryWorkspace, whole: readonly string[], program: string, when: string): Promise<void> {
  const host = createNodeHost(root);
  const report = await build(host, { selection: { jobs: [FEBRUARY] }, formats: ['docx', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program });
  expect(report!.jobs.map(({ state }) => state), `${when}: ${JSON.stringify(report!.jobs[0]?.findings)}`).not.toContain('refused');
  expect(filesBelow(root, 'output'), when).toEqual(whole);
  const status = await readStatus(host, { jobs: [FEBRUARY] }, program);
  expect(status!.map((entry) => entry.status), when).toEqual(['fresh']);
}

it('leaves no half file and nothing behind wherever it is killed', { timeout: 120_000 + KILLS * 20_000 }, async () => {
  workspace = copyWorkspace();
  const { run, root } = workspace;
  expect(run(...BUILD).code).toBe(0);
  const program = await programId();
  const whole = outputs(workspace);
  expect(whole).toHaveLength(4);
  const figures = readFileSync(workspace.path(FIGURES), 'utf8');
  const random = seeded(SEED);
  const change = (round: number): void => writeFileSync(path.join(root, FIGURES), figures.replace('1.699', String(1000 + round)));
  change(0);
  const started = Date.now();
  expect(await killBuild(workspace, { afterMs: 60_000 })).toBe(false);
  const durationMs = Date.now() - started;
  let [killed, written, leftBehind] = [0, 0, 0];
  for (let round = 1; round <= KILLS; round++) {
    const when = `after kill ${round}`;
    change(round);
    const data = dataHashes(workspace);
    const before = outputHashes(workspace);
    // Half of them spread over the whole of a build, half while a file is being written.
    const moment = round % 2 === 0 ? { atWrite: 1 + (round / 2) % WRITES } : { afterMs: random() * durationMs };
    if (await killBuild(workspace, moment)) killed++;
    expectWhole(workspace, when);
    expect(dataHashes(workspace), when).toEqual(data);
    if (outputHashes(workspace).join() !== before.join()) written++;
    leftBehind += outputs(workspace).filter((file) => TEMPORARY.test(file)).length;
    // The other times the next build is killed too, in what this one has left.
    if (round % 4 < 2) await expectRecovery(workspace, whole, program, when);
  }
  // The moments were spread as meant: most kills came in time, some after the first write, some in the middle of one.
  expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
  expect(written).toBeGreaterThan(0);
  expect(leftBehind).toBeGreaterThan(0);
});
