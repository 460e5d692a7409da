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

export function hashNames(names: readonly string[]): string {
  return hashBytes(new TextEncoder().encode(names.join('\n')));
}
