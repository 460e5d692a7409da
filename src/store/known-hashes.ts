/** Hashes of files that have not changed since they were last hashed, so that an archive is verified without being read again. */
import { z } from 'zod';
import type { Host } from './host.js';
import { createHasher } from './present-hash.js';
import { hashBytes } from './recording-host.js';

const FILE = 'output/.baocao/hashes.json';

const known = z.object({ version: z.literal(1), digest: z.string(), files: z.record(z.string(), z.tuple([z.string(), z.string()])) });

export interface KnownHasher {
  /** As `createHasher`: each path is looked at once a run. */
  readonly hash: (path: string) => Promise<string>;
  /** Keeps what was hashed for the next run; only speed is lost where the disk is full. */
  readonly save: () => Promise<void>;
}

/** A file is read unless the Host names the very state that was hashed: «no stamp» means in doubt. Directories are always listed. */
export async function createKnownHasher(host: Host): Promise<KnownHasher> {
  const before = await load(host);
  const after: Record<string, readonly [stamp: string, hash: string]> = {};
  const content = createHasher(host);
  let fresh = false;
  const hash = async (path: string): Promise<string> => {
    const stamp = path.endsWith('/') ? undefined : await host.stamp(path);
    if (stamp === undefined) return content(path);
    const found = before[path];
    const same = found?.[0] === stamp;
    const present = same ? found[1] : await content(path);
    // Changed while it was read: the bytes may be of either state.
    if (!same && (await host.stamp(path)) !== stamp) return present;
    fresh ||= !same;
    after[path] = [stamp, present];
    return present;
  };
  const asked = new Map<string, Promise<string>>();
  return {
    hash: (path) => {
      const present = asked.get(path) ?? hash(path);
      asked.set(path, present);
      return present;
    },
    save: async () => {
      if (!fresh) return;
      const files = { ...before, ...after };
      await host.write(FILE, new TextEncoder().encode(JSON.stringify({ version: 1, digest: digestOf(files), files }))).catch(() => undefined);
    },
  };
}

/** Empty where there is none, or where it is not what was written: everything is read then. */
async function load(host: Host): Promise<Readonly<Record<string, readonly [stamp: string, hash: string]>>> {
  const bytes = await host.read(FILE);
  if (!bytes) return {};
  try {
    const { data } = known.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return data && data.digest === digestOf(data.files) ? data.files : {};
  } catch {
    return {};
  }
}

function digestOf(files: Readonly<Record<string, readonly [string, string]>>): string {
  return hashBytes(new TextEncoder().encode(JSON.stringify(files)));
}
