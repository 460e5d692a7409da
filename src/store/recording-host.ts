/** A Host that remembers what was read and its hash, so that a job's manifest names every file it rests on. */
import { createHash } from 'node:crypto';
import type { Host } from './host.js';

/** Path → hash of the bytes read, of a directory's names, or «absent». Directories end in «/». */
export type Reads = Readonly<Record<string, string>>;

export const ABSENT = 'absent';

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface Recording {
  readonly host: Host;
  readonly reads: () => Reads;
}

export function recordReads(host: Host): Recording {
  const reads = new Map<string, string>();
  return {
    reads: () => Object.fromEntries([...reads].sort(([a], [b]) => (a < b ? -1 : 1))),
    host: {
      ...host,
      read: async (path) => {
        const bytes = await host.read(path);
        reads.set(path, bytes ? hashBytes(bytes) : ABSENT);
        return bytes;
      },
      list: async (path) => {
        const entries = await host.list(path);
        reads.set(`${path}/`, hashNames(entries.map(({ name }) => name)));
        return entries;
      },
    },
  };
}

function hashNames(names: readonly string[]): string {
  return hashBytes(new TextEncoder().encode(names.join('\n')));
}

/** The present hash of each recorded path; each is read once a run. */
export function createHasher(host: Host): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const hash = async (path: string): Promise<string> => {
    if (path.endsWith('/')) return hashNames((await host.list(path.slice(0, -1))).map(({ name }) => name));
    const bytes = await host.read(path);
    return bytes ? hashBytes(bytes) : ABSENT;
  };
  return (path) => {
    const present = known.get(path) ?? hash(path);
    known.set(path, present);
    return present;
  };
}
