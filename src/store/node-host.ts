/** The Host on a real disk: the only file that touches `node:fs`. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import type { DirectoryEntry, Host, WriteResult } from './host.js';

/** How long an output that Word holds open is retried before it is left alone. */
const LOCKED_FOR_MS = 2000;
const RETRY_EVERY_MS = 200;

/** Windows' answers to a rename over a file that another program holds open. */
const LOCK_CODES = ['EBUSY', 'EPERM', 'EACCES'];

/** `root` holds `data/` and `templates/`; paths under `output/` go to `out` where it is given. */
export function createNodeHost(root: string, out?: string): Host {
  const resolve = (relative: string): string =>
    out !== undefined && (relative === 'output' || relative.startsWith('output/'))
      ? path.join(out, relative.slice('output'.length))
      : path.join(root, relative);
  return {
    read: async (relative) => absentAsUndefined(fs.readFile(resolve(relative))),
    list: async (relative) => {
      const entries = (await absentAsUndefined(fs.readdir(resolve(relative), { withFileTypes: true }))) ?? [];
      return entries
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .map((entry): DirectoryEntry => ({ name: entry.name, kind: entry.isDirectory() ? 'directory' : 'file' }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    write: async (relative, bytes) => {
      const target = resolve(relative);
      await fs.mkdir(path.dirname(target), { recursive: true });
      return writeRetrying(target, bytes);
    },
    remove: async (relative) => {
      await fs.rm(resolve(relative), { force: true });
    },
  };
}

async function writeRetrying(target: string, bytes: Uint8Array): Promise<WriteResult> {
  for (let waited = 0; ; waited += RETRY_EVERY_MS) {
    try {
      await writeFileAtomic(target, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      return 'written';
    } catch (error) {
      if (!LOCK_CODES.includes(errorCode(error)) || !(await absentAsUndefined(fs.stat(target)))) throw error;
      if (waited >= LOCKED_FOR_MS) return 'locked';
      await new Promise((done) => setTimeout(done, RETRY_EVERY_MS));
    }
  }
}

async function absentAsUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Hash over the compiled program: outputs built by another version are stale. */
export async function programId(): Promise<string> {
  const folder = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'dist');
  const files = (await fs.readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name.split(path.sep).join('/')).update(await fs.readFile(path.join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
