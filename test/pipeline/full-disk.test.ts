/** A disk that really fills up, in a mount of this test's own (Linux with user namespaces): the old outputs stay whole. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/map-host.js';
import { copyWorkspace } from '../support/temporary-workspace.js';

const FIGURES = 'data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv';
const BUILD = `"${process.execPath}" "${path.join(REPOSITORY, 'dist/cli/main.js')}" build ttpvhcc-soc-trang/2021-02/bao-cao-thang --formats docx,xlsx --out full --json`;
/** Room for the outputs once (380 kB, most of it figures.json), but not for a second figures.json beside the first. */
const ROOM = '550k';

const workspace = copyWorkspace();
afterAll(() => workspace.remove());

const shell = (script: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: workspace.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
mkdirSync(workspace.path('full'));
// A kernel right, not a tool that could be installed: where it is withheld, write-outputs.test.ts with a Host that fails must do.
const mounts = shell(`mount -t tmpfs -o size=${ROOM} tmpfs full`).status === 0;

it('is tried where the kernel lets a process mount', () => {
  if (!mounts) console.warn('NOT RUN: a disk that really fills up (unshare -rm is not allowed here)');
});

if (mounts) it('keeps every old output whole and says that the disk is full', { timeout: 120_000 }, () => {
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
