/** The Host on a real disk: the only file that touches `node:fs`. */
import { createHash, randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { appended, type DirectoryEntry, type Host, type WriteResult } from './host.js';

/** How long an output that Word holds open is retried before it is left alone. */
const LOCKED_FOR_MS = 2000;
const RETRY_EVERY_MS = 200;

/** Windows' answers to a rename over a file that another program holds open. */
const LOCK_CODES = ['EBUSY', 'EPERM', 'EACCES'];

/** An append takes milliseconds: a lock of another machine seen unchanged for this long was left by a process that was killed. */
const STALE_AFTER_MS = 3000;
/** How long an append waits for its turn. */
const TURN_WITHIN_MS = 15_000;
const TURN_EVERY_MS = 20;

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
    append: async (relative, addition) => {
      const target = resolve(relative);
      await fs.mkdir(path.dirname(target), { recursive: true });
      return appendInTurn(target, addition);
    },
    today: () => {
      // The day on the official's wall calendar, not the one of Greenwich.
      const now = new Date();
      const pad = (part: number): string => String(part).padStart(2, '0');
      return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
    },
  };
}

/** Reads, adds and writes the whole file anew beside the old one, while a lock file keeps other processes out. */
async function appendInTurn(target: string, addition: (present: Uint8Array) => Uint8Array): Promise<WriteResult> {
  const lock = `${target}.lock`;
  const token = `${hostname()} ${process.pid} ${randomUUID()}`;
  if (!(await takeLock(lock, token))) return 'locked';
  try {
    await removeLeftovers(target);
    const present = (await absentAsUndefined(fs.readFile(target))) ?? new Uint8Array();
    const added = addition(present);
    return added.length === 0 ? 'written' : await writeRetrying(target, appended(present, added));
  } finally {
    if ((await absentAsUndefined(fs.readFile(lock, 'utf8'))) === token) await fs.rm(lock, { force: true });
  }
}

/** `wx` creates the lock for one process only. Staleness is judged by how long it was watched unchanged: clocks of two machines differ. */
async function takeLock(lock: string, token: string): Promise<boolean> {
  let seen: string | undefined;
  let seenSince = 0;
  for (let waited = 0; waited <= TURN_WITHIN_MS; waited += TURN_EVERY_MS) {
    try {
      await fs.writeFile(lock, token, { flag: 'wx' });
      return true;
    } catch (error) {
      // Windows says EPERM of a lock that is just being removed.
      if (!['EEXIST', ...LOCK_CODES].includes(errorCode(error))) throw error;
    }
    const holder = await absentAsUndefined(fs.readFile(lock, 'utf8')).catch(() => undefined);
    if (holder !== seen) [seen, seenSince] = [holder, waited];
    else if (holder !== undefined && (isDead(holder) || waited - seenSince >= STALE_AFTER_MS)) await breakLock(lock, holder);
    await new Promise((done) => setTimeout(done, TURN_EVERY_MS));
  }
  return false;
}

/** Whether the holder ran on this machine and runs no more. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** What a killed append left beside the file: the unfinished copy (write-file-atomic 7 puts a number behind the name) and locks taken aside. */
async function removeLeftovers(target: string): Promise<void> {
  const folder = path.dirname(target);
  const base = path.basename(target);
  for (const name of await fs.readdir(folder)) {
    if (name.startsWith(base) && /^(\.\d+|\.lock\..+)$/.test(name.slice(base.length))) await fs.rm(path.join(folder, name), { force: true });
  }
}

/** Taken aside by a rename, which only one of several waiting processes can do; a lock that is a new one by now is given back. */
async function breakLock(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  if ((await absentAsUndefined(fs.rename(lock, aside).then(() => true))) === undefined) return;
  if ((await absentAsUndefined(fs.readFile(aside, 'utf8'))) !== stale) await fs.link(aside, lock).catch(() => undefined);
  await fs.rm(aside, { force: true });
}

async function writeRetrying(target: string, bytes: Uint8Array): Promise<WriteResult> {
  for (let waited = 0; ; waited += RETRY_EVERY_MS) {
    try {
      // write-file-atomic 7.0.1 takes a short write for a whole one: on a disk that fills up half a file would replace the old one.
      // So the file is filled by fs, which writes on or fails; no longer needed when its own write loops.
      await writeFileAtomic(target, '', { tmpfileCreated: (temporary) => fs.writeFile(temporary, bytes) });
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
