/** Runs of the compiled command line that are killed, and what they left. Apart from the tests, because builds and corrections are killed alike. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './map-host.js';

/** Names under which write-file-atomic writes. */
export const TEMPORARY = /\.\d+$/;

/** Numbers in [0, 1), the same in every run: linear congruential, modulus 2^32 (Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Files below a folder of a workspace, none where it is not there. */
export function filesBelow(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}

export interface KilledRun {
  readonly killed: boolean;
  readonly durationMs: number;
}

/** Runs a command and kills it where `arm` says; whether the kill came before its end. */
export function killRun(root: string, command: readonly string[], arm: (kill: () => void) => () => void): Promise<KilledRun> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [path.join(REPOSITORY, 'dist/cli/main.js'), ...command], { cwd: root, stdio: 'ignore' });
    const disarm = arm(() => void child.kill('SIGKILL'));
    child.on('exit', (_, signal) => {
      disarm();
      resolve({ killed: signal === 'SIGKILL', durationMs: performance.now() - started });
    });
  });
}

export function afterMs(delay: number): (kill: () => void) => () => void {
  return (kill) => {
    const timer = setTimeout(kill, delay);
    return () => clearTimeout(timer);
  };
}
