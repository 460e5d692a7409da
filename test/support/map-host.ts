/** The Host as a Map, and the sample workspace of the repository in one. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { appended, type DirectoryEntry, type Host, type WriteResult } from '../../src/store/host.js';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export interface MapHost extends Host {
  readonly files: Map<string, Uint8Array>;
  /** Paths that answer as if Word held them open. */
  readonly locked: Set<string>;
  /** What `today` answers. */
  date: string;
  /** Called before each write; throwing stands for a full disk or a kill. */
  beforeWrite: (path: string) => void;
}

export function createMapHost(files: ReadonlyMap<string, Uint8Array> = new Map()): MapHost {
  const store = new Map(files);
  const host: MapHost = {
    files: store,
    locked: new Set(),
    date: '2021-03-15',
    beforeWrite: () => undefined,
    read: (file) => Promise.resolve(store.get(file)),
    list: (folder) => {
      const entries = new Map<string, DirectoryEntry>();
      for (const file of store.keys()) {
        if (!file.startsWith(`${folder}/`)) continue;
        const [name, ...rest] = file.slice(folder.length + 1).split('/');
        entries.set(name!, { name: name!, kind: rest.length > 0 ? 'directory' : 'file' });
      }
      return Promise.resolve([...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
    },
    write: async (file, bytes): Promise<WriteResult> => {
      host.beforeWrite(file);
      if (host.locked.has(file)) return 'locked';
      store.set(file, bytes);
      return 'written';
    },
    remove: (file) => {
      store.delete(file);
      return Promise.resolve();
    },
    append: async (file, addition): Promise<WriteResult> => {
      const present = store.get(file) ?? new Uint8Array();
      const added = addition(present);
      return added.length === 0 ? 'written' : host.write(file, appended(present, added));
    },
    today: () => host.date,
  };
  return host;
}

/** monthly: the three months of one agency alone; quarterly: with the quarter they make up; the annual report takes as long as ten months, and letters are jobs of their own. */
export type Sample = 'monthly' | 'quarterly' | 'all';

/** Whether a path of `data/` belongs to the sample. */
export function isOfSample(relative: string, sample: Sample): boolean {
  if (sample === 'monthly' && relative === 'data/ttpvhcc-soc-trang/2021-Q1') return false;
  return sample === 'all' || !/^data\/(?!agencies|ttpvhcc-soc-trang)[^/]+$/.test(relative);
}

/** File of the agency whose months the samples are. */
export const MONTHLY_AGENCY = 'data/agencies/ttpvhcc-soc-trang.yaml';

/** The agency file of the sample: three months with a quarterly report declared are a job of that report too. */
export function ofSample(declared: string, sample: Sample): string {
  return sample === 'monthly' ? declared.replace(/^ +also: .*\n/m, '') : declared;
}

/** `data/` and `templates/` of the repository. */
export function sampleFiles(sample: Sample = 'monthly'): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const visit = (folder: string): void => {
    for (const name of readdirSync(path.join(REPOSITORY, folder))) {
      const relative = `${folder}/${name}`;
      if (!isOfSample(relative, sample)) continue;
      if (statSync(path.join(REPOSITORY, relative)).isDirectory()) visit(relative);
      else files.set(relative, new Uint8Array(readFileSync(path.join(REPOSITORY, relative))));
    }
  };
  visit('data');
  visit('templates');
  files.set(MONTHLY_AGENCY, text(ofSample(new TextDecoder().decode(files.get(MONTHLY_AGENCY)), sample)));
  return files;
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
