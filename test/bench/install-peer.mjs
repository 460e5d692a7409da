/** A peer of another maker, installed for this run alone: it never becomes part of the project. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Path of the installed package; throws with npm's reason where it cannot be had. The folder goes when the process ends. */
export function installPeer(name, version) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baocao-peer-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel', 'error'];
  execFileSync('npm', ['install', ...options, '--prefix', folder, `${name}@${version}`], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  return path.join(folder, 'node_modules', name);
}
