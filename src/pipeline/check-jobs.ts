/** `check` and `explain`: jobs composed and checked, nothing written. */
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import type { Selection } from './jobs.js';
import { withSession } from './session.js';

export interface CheckedJobs {
  readonly jobs: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  readonly findings: readonly Finding[];
  readonly unknownJobs: readonly string[];
}

/** Findings of every chosen job; the documents themselves are let go one by one. Undefined where the root is no workspace. */
export function checkJobs(host: Host, selection: Selection): Promise<CheckedJobs | undefined> {
  return withSession(host, selection, async ({ workspace, jobs, readPeriod, findings, unknownJobs }) => {
    const checked: { id: string; findings: readonly Finding[] }[] = [];
    for (const job of jobs) checked.push({ id: job.id, findings: (await composeJob(job, workspace, readPeriod)).findings });
    return { jobs: checked, findings, unknownJobs };
  });
}

/** One job with its document; «unknown-job» where there is none of that id, undefined where the root is no workspace. */
export function composeOne(host: Host, id: string): Promise<ComposedJob | 'unknown-job' | undefined> {
  return withSession(host, { jobs: [id] }, async ({ workspace, jobs: [job], readPeriod }) =>
    job ? composeJob(job, workspace, readPeriod) : ('unknown-job' as const),
  );
}
