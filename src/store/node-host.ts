/** The Host on a real disk: the only file that touches `node:fs`. */
import { createHash, randomUUID } from 'node:crypto';
import { promises as fs, readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { appended, type DirectoryEntry, type Host, type Lock, type LockHolder, type WriteResult } from './host.js';

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

/** A run says this often that it lives. */
const ALIVE_EVERY_MS = 5000;
/** A run that has said nothing for so long is over, whatever its process number means by now: no job keeps a process busy so long. */
const RUN_STALE_AFTER_MS = 600_000;

/** The coarsest clock of a file system that people use is FAT's: two seconds. */
const STAMP_AFTER_MS = 3000;

/** `root` holds `data/` and `templates/`; paths under `output/` go to `out` where it is given. */
export function createNodeHost(root: string, out?: string): Host {
  const resolve = (relative: string): string =>
    out !== undefined && (relative === 'output' || relative.startsWith('output/'))
      ? path.join(out, relative.slice('output'.length))
      : path.join(root, relative);
  return {
    // Reading is not handed to Node's threads: of an archive's thousands of small files each would wait for four turns of them.
    read: async (relative) => absentAsUndefined(async () => readFileSync(resolve(relative))),
    list: async (relative) => {
      const entries = (await absentAsUndefined(async () => readdirSync(resolve(relative), { withFileTypes: true }))) ?? [];
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
    stamp: async (relative) => stampOf(resolve(relative)),
    lock: async (relative) => lockRun(resolve(relative)),
    // The day on the official's wall calendar, not the one of Greenwich.
    today: () => localTime(new Date()).slice(0, 10),
  };
}

/** `YYYY-MM-DDTHH:mm` on the wall clock. */
function localTime(now: Date): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}T${pad(now.getHours())}:${pad(now.getMinutes())}`;
}

/**
 * Size, number and both times of the file: `touch` and `cp -p` set the time of the content, never that of the entry.
 */
function stampOf(target: string): string | undefined {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const { dev, ino, size, mtimeMs, ctimeMs } = stat;
  return Date.now() - Math.max(mtimeMs, ctimeMs) < STAMP_AFTER_MS ? undefined : [dev, ino, size, mtimeMs, ctimeMs].join(' ');
}

/** A lock for as long as a run takes: the file, `….lock`, says who holds it and is written again while the run lives. */
async function lockRun(target: string): Promise<Lock> {
  const token = [userName(), hostname(), process.pid, localTime(new Date()), randomUUID()].join('\n');
  const taken = await lockUnlessHeld(target, token);
  if (typeof taken !== 'boolean') return { kind: 'busy', holder: taken };
  await removeLeftovers(target.slice(0, -'.lock'.length)).catch(() => undefined);
  const alive = setInterval(() => void sayAlive(target, token), ALIVE_EVERY_MS).unref();
  return {
    kind: 'held',
    takenOver: taken,
    release: async () => {
      clearInterval(alive);
      await removeLock(target, token);
    },
  };
}

/** Who holds the lock; where it is ours now, whether its last holder left it behind. Where no lock can be written, no output can: each job says so with its reason. */
async function lockUnlessHeld(target: string, token: string): Promise<LockHolder | boolean> {
  let takenOver = false;
  for (let waited = 0; waited <= LOCKED_FOR_MS; waited += TURN_EVERY_MS) {
    try {
      await fs.mkdir(path.dirname(target), { recursive: true });
      if (await createLock(target, token)) return takenOver;
    } catch (error) {
      if (errorCode(error) === '') throw error;
      return false;
    }
    const present = await fs.readFile(target, 'utf8').catch(() => undefined);
    if (present !== undefined) {
      const other = holderOf(present);
      if (!isDead(other.machine, other.process) && (await silentMs(target)) < RUN_STALE_AFTER_MS) return other;
      await breakLock(target, present);
      takenOver = true;
    }
    await new Promise((done) => setTimeout(done, TURN_EVERY_MS));
  }
  return takenOver;
}

/** Written over, never cut short: who reads meanwhile finds the same bytes. Not through `utimes`, which would bring in this machine's clock. */
async function sayAlive(target: string, token: string): Promise<void> {
  try {
    if ((await fs.readFile(target, 'utf8')) === token) await fs.writeFile(target, token, { flag: 'r+' });
  } catch {
    // Said again in five seconds.
  }
}

/** For how long a lock has not been written, by the clock of the disk it lies on: that of another machine may differ. */
async function silentMs(target: string): Promise<number> {
  const probe = `${target}.${randomUUID()}`;
  try {
    await fs.writeFile(probe, '');
    return (await fs.stat(probe)).mtimeMs - (await fs.stat(target)).mtimeMs;
  } catch {
    return 0;
  } finally {
    await fs.rm(probe, { force: true });
  }
}

/** Empty texts where a power cut left the file without its content. */
function holderOf(content: string): LockHolder {
  const [user = '', machine = '', process = '', since = ''] = content.split('\n');
  return { user, machine, process, since };
}

/** Windows and containers know users without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Reads, adds and writes the whole file anew beside the old one, while a lock file keeps other processes out. */
async function appendInTurn(target: string, addition: (present: Uint8Array) => Uint8Array): Promise<WriteResult> {
  const lock = `${target}.lock`;
  const token = `${hostname()} ${process.pid} ${randomUUID()}`;
  if (!(await takeLock(lock, token))) return 'locked';
  try {
    await removeLeftovers(target);
    const present = (await absentAsUndefined(() => fs.readFile(target))) ?? new Uint8Array();
    const added = addition(present);
    return added.length === 0 ? 'written' : await writeRetrying(target, appended(present, added));
  } finally {
    await removeLock(lock, token);
  }
}

async function removeLock(lock: string, token: string): Promise<void> {
  if ((await absentAsUndefined(() => fs.readFile(lock, 'utf8'))) === token) await fs.rm(lock, { force: true });
}

/** `wx` creates the lock for one process only. */
async function createLock(lock: string, token: string): Promise<boolean> {
  try {
    await fs.writeFile(lock, token, { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows says EPERM of a lock that is just being removed.
    if (['EEXIST', ...LOCK_CODES].includes(errorCode(error))) return false;
    throw error;
  }
}

/** Staleness is judged by how long it was watched unchanged: clocks of two machines differ. */
async function takeLock(lock: string, token: string): Promise<boolean> {
  let seen: string | undefined;
  let seenSince = 0;
  for (let waited = 0; waited <= TURN_WITHIN_MS; waited += TURN_EVERY_MS) {
    if (await createLock(lock, token)) return true;
    const holder = await absentAsUndefined(() => fs.readFile(lock, 'utf8')).catch(() => undefined);
    if (holder !== seen) [seen, seenSince] = [holder, waited];
    else if (holder !== undefined && (isDead(...(holder.split(' ') as [string, string])) || waited - seenSince >= STALE_AFTER_MS)) await breakLock(lock, holder);
    await new Promise((done) => setTimeout(done, TURN_EVERY_MS));
  }
  return false;
}

/** Whether the holder ran on this machine and runs no more. */
function isDead(host: string, pid: string | undefined): boolean {
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
  if ((await absentAsUndefined(() => fs.rename(lock, aside).then(() => true))) === undefined) return;
  if ((await absentAsUndefined(() => fs.readFile(aside, 'utf8'))) !== stale) await fs.link(aside, lock).catch(() => undefined);
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
      if (!LOCK_CODES.includes(errorCode(error)) || !(await absentAsUndefined(() => fs.stat(target)))) throw error;
      if (waited >= LOCKED_FOR_MS) return 'locked';
      await new Promise((done) => setTimeout(done, RETRY_EVERY_MS));
    }
  }
}

async function absentAsUndefined<T>(reading: () => Promise<T>): Promise<T | undefined> {
  try {
    return await reading();
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
