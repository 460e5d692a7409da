/** Composes one job of a Map workspace, as `check` does. */
import { composeOne } from '../../src/pipeline/check-jobs.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import type { MapHost } from './map-host.js';

export async function composeSample(host: MapHost, job: string): Promise<ComposedJob> {
  const composed = await composeOne(host, job);
  if (!composed || composed === 'unknown-job') throw new Error(`no job ${job}`);
  return composed;
}
