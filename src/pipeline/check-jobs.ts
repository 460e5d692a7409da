/** `check`: every job composed and checked, nothing written. */
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import type { Selection } from './jobs.js';
import { withSession } from './session.js';

export interface CheckedJobs {
  readonly jobs: readonly ComposedJob[];
  readonly findings: readonly Finding[];
  readonly unknownJobs: readonly string[];
}

/** undefined where the root is no workspace. */
export function checkJobs(host: Host, selection: Selection): Promise<CheckedJobs | undefined> {
  return withSession(host, selection, async ({ workspace, jobs, readPeriod, findings, unknownJobs }) => {
    const checked: ComposedJob[] = [];
    for (const job of jobs) checked.push(await composeJob(job, workspace, readPeriod));
    return { jobs: checked, findings, unknownJobs };
  });
}
