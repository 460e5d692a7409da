/** `check`: every job composed and checked, nothing written. */
import type { Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { createWorkbookReader } from '../ingest/workbook-reader.js';
import type { Host } from '../store/host.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import { findJobs, selectJobs, type Selection } from './jobs.js';
import { createPeriodReader } from './read-period.js';
import { loadWorkspace } from './workspace.js';

export interface CheckedJobs {
  readonly jobs: readonly ComposedJob[];
  readonly findings: readonly Finding[];
  readonly unknownJobs: readonly string[];
}

/** undefined where the root is no workspace. */
export async function checkJobs(host: Host, selection: Selection): Promise<CheckedJobs | undefined> {
  const workspace = await loadWorkspace(host);
  if (!workspace) return undefined;
  const all = await findJobs(host, workspace);
  const workbooks = createWorkbookReader();
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const readPeriod = createPeriodReader(host, forms, workbooks);
  const jobs: ComposedJob[] = [];
  try {
    for (const job of selectJobs(all, selection)) jobs.push(await composeJob(job, workspace, readPeriod));
  } finally {
    await workbooks.close();
  }
  const known = new Set(all.map(({ id }) => id));
  return { jobs, findings: sortFindings(workspace.findings), unknownJobs: selection.jobs.filter((id) => !known.has(id)) };
}
