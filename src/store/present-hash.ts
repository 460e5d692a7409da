/** The present hash of what a job recorded as read: files, names of directories, parts of a ledger; each is read once a run. */
import type { Host } from './host.js';
import { createLedgerReader } from './ledger.js';
import { hashSlice, parseSliceKey } from './ledger-slices.js';
import { ABSENT, hashBytes, hashNames } from './recording-host.js';

export function createHasher(host: Host): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const readLedger = createLedgerReader(host);
  const hash = async (path: string): Promise<string> => {
    const part = parseSliceKey(path);
    if (part) return hashSlice(await readLedger(part.agency), part.slice);
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
