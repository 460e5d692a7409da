/** A copy of the sample workspace on disk that a test may break, and the compiled command line run on it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isOfSample, MONTHLY_AGENCY, ofSample, REPOSITORY, type Sample } from './map-host.js';

export interface TemporaryWorkspace {
  readonly root: string;
  readonly path: (relative: string) => string;
  readonly run: (...args: string[]) => { code: number | null; stdout: string; stderr: string };
  readonly remove: () => void;
}

export function copyWorkspace(environment: Record<string, string> = {}, sample: Sample = 'monthly'): TemporaryWorkspace {
  const root = mkdtempSync(path.join(tmpdir(), 'baocao-'));
  for (const folder of ['data', 'templates']) cpSync(path.join(REPOSITORY, folder), path.join(root, folder), { recursive: true, filter: (file) => isOfSample(path.relative(REPOSITORY, file).replaceAll('\\', '/'), sample) });
  const agency = path.join(root, MONTHLY_AGENCY);
  writeFileSync(agency, ofSample(readFileSync(agency, 'utf8'), sample));
  return {
    root,
    path: (relative) => path.join(root, relative),
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(REPOSITORY, 'dist/cli/main.js'), ...args], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, ...environment },
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, stdout, stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
