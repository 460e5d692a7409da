/** A file is read again unless the Host names the very state that was hashed; whatever is in doubt is read. */
import { utimesSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/store/host.js';
import { createKnownHasher } from '../../src/store/known-hashes.js';
import { createNodeHost } from '../../src/store/node-host.js';
import { ABSENT, hashBytes } from '../../src/store/recording-host.js';
import { createMapHost, REPOSITORY, text, type MapHost } from '../support/map-host.js';

const FILE = 'data/a/2021-02/x.csv';
const HASHES = 'output/.baocao/hashes.json';

/** A Map whose files have stamps, and which remembers what was read. */
function stampedHost(): { readonly host: Host; readonly map: MapHost; readonly stamps: Map<string, string>; readonly read: string[] } {
  const map = createMapHost(new Map([[FILE, text('one')]]));
  const stamps = new Map([[FILE, 's1']]);
  const read: string[] = [];
  const host: Host = {
    ...map,
    stamp: (file) => Promise.resolve(stamps.get(file)),
    read: (file) => {
      if (file !== HASHES) read.push(file);
      return map.read(file);
    },
  };
  return { host, map, stamps, read };
}

async function hashOf(host: Host, file = FILE): Promise<string> {
  const { hash, save } = await createKnownHasher(host);
  const first = await hash(file);
  expect(await hash(file)).toBe(first);
  await save();
  return first;
}

describe('known hashes', () => {
  it('read an unchanged file once for all runs', async () => {
    const { host, read } = stampedHost();
    for (let runs = 0; runs < 3; runs++) expect(await hashOf(host)).toBe(hashBytes(text('one')));
    expect(read).toEqual([FILE]);
  });

  it('read a file again whose stamp is another, or which has none', async () => {
    const { host, map, stamps, read } = stampedHost();
    await hashOf(host);
    map.files.set(FILE, text('two'));
    stamps.set(FILE, 's2');
    expect(await hashOf(host)).toBe(hashBytes(text('two')));
    map.files.set(FILE, text('six'));
    stamps.delete(FILE);
    expect(await hashOf(host)).toBe(hashBytes(text('six')));
    map.files.delete(FILE);
    expect(await hashOf(host)).toBe(ABSENT);
    expect(read).toHaveLength(4);
  });

  it('keep nothing of a file that changes while it is read', async () => {
    const { host, map, stamps, read } = stampedHost();
    const changing: Host = {
      ...host,
      read: async (file) => {
        const bytes = await host.read(file);
        if (file === FILE) stamps.set(FILE, `s${read.length + 10}`);
        return bytes;
      },
    };
    await hashOf(changing);
    expect(map.files.has(HASHES)).toBe(false);
  });

  it.each([
    ['cut', (kept: string) => kept.slice(0, 50)],
    ['edited', (kept: string) => kept.replace(hashBytes(text('one')), hashBytes(text('two')))],
    ['of another version', (kept: string) => kept.replace('"version":1', '"version":2')],
  ])('are not believed where their file is %s', async (_, change) => {
    const { host, map, read } = stampedHost();
    await hashOf(host);
    const kept = new TextDecoder().decode(map.files.get(HASHES));
    map.files.set(HASHES, text(change(kept)));
    expect(change(kept)).not.toBe(kept);
    expect(await hashOf(host)).toBe(hashBytes(text('one')));
    expect(read).toHaveLength(2);
  });

  it('list directories anew', async () => {
    const { host, map } = stampedHost();
    const before = await hashOf(host, 'data/a/2021-02/');
    map.files.set('data/a/2021-02/y.csv', text('y'));
    expect(await hashOf(host, 'data/a/2021-02/')).not.toBe(before);
  });
});

describe('stamps of a disk', () => {
  it('are given to files at rest only: not to one just written, also where its time was set back', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'baocao-'));
    try {
      const host = createNodeHost(root);
      writeFileSync(path.join(root, 'x'), 'one');
      expect(await host.stamp('x')).toBeUndefined();
      utimesSync(path.join(root, 'x'), new Date('2020-01-01'), new Date('2020-01-01'));
      expect(await host.stamp('x')).toBeUndefined();
      expect(await host.stamp('absent')).toBeUndefined();
      expect(await host.stamp('.')).toBeUndefined();
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
    const repository = createNodeHost(REPOSITORY);
    expect(await repository.stamp('node_modules/zod/package.json')).toMatch(/^\d+ \d+ \d+ [\d.]+ [\d.]+$/);
  });
});
