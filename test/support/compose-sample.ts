/** Composes one job of a Map workspace, as `check` does. */
import { checkJobs } from '../../src/pipeline/check-jobs.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import type { MapHost } from './map-host.js';

export async function composeSample(host: MapHost, job: string): Promise<ComposedJob> {
  const checked = await checkJobs(host, { jobs: [job] });
  return checked!.jobs[0]!;
}
