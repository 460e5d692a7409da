/** `status`: for every job whether its outputs are fresh, stale (and why), edited by hand, or not built yet. */
import type { Host } from '../store/host.js';
import { createHasher } from '../store/present-hash.js';
import type { Selection } from './jobs.js';
import { planJob, type Reason } from './plan.js';
import { withSession } from './session.js';

export type JobStatus = 'fresh' | 'stale' | 'edited' | 'never-built';

export interface StatusEntry {
  readonly id: string;
  readonly status: JobStatus;
  readonly because: readonly Reason[];
  readonly edited: readonly string[];
}

/** undefined where the root is no workspace. */
export function readStatus(host: Host, selection: Selection, program: string): Promise<readonly StatusEntry[] | undefined> {
  return withSession(host, selection, async ({ jobs }) => {
    const hash = createHasher(host);
    const entries: StatusEntry[] = [];
    for (const job of jobs) {
      const { because, edited, manifest } = await planJob(job, { host, hash, program, formats: 'built', force: false });
      const status = !manifest ? 'never-built' : edited.length > 0 ? 'edited' : because.length > 0 ? 'stale' : 'fresh';
      entries.push({ id: job.id, status, because: manifest ? because : [], edited });
    }
    return entries;
  });
}
