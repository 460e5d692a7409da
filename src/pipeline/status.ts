/** `status`: for every job whether its outputs are fresh, stale (and why), edited by hand, or not built yet. */
import type { Host } from '../store/host.js';
import { createKnownHasher } from '../store/known-hashes.js';
import type { Selection } from './jobs.js';
import { planJob, type Reason } from './plan.js';
import { withSession, type Session } from './session.js';
import { createUnitMemory } from './unit-memory.js';

export type JobStatus = 'fresh' | 'stale' | 'edited' | 'never-built';

export interface StatusEntry {
  readonly id: string;
  readonly status: JobStatus;
  readonly because: readonly Reason[];
  readonly edited: readonly string[];
}

/** undefined where the root is no workspace. */
export async function readStatus(host: Host, selection: Selection, program: string): Promise<readonly StatusEntry[] | undefined> {
  const { hash } = await createKnownHasher(host);
  const judge = async ({ jobs }: Session): Promise<readonly StatusEntry[]> => {
    const entries: StatusEntry[] = [];
    for (const job of jobs) {
      const { because, edited, manifest } = await planJob(job, { host, hash, program, formats: 'built', force: false });
      const status = !manifest ? 'never-built' : edited.length > 0 ? 'edited' : because.length > 0 ? 'stale' : 'fresh';
      entries.push({ id: job.id, status, because: manifest ? because : [], edited });
    }
    return entries;
  };
  return withSession(host, selection, judge, createUnitMemory(host, hash, program));
}
