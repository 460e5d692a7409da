/** What became of one job: plain data, since workers send it from their processes. */
import type { Finding } from '../finding/finding.js';
import type { ManifestOutput } from '../store/manifest.js';
import type { Job } from './jobs.js';
import type { Reason } from './plan.js';

export type JobState = 'built' | 'kept' | 'refused' | 'failed';

export interface JobReport {
  readonly id: string;
  /** In a dry run what would be tried. */
  readonly state: JobState;
  readonly because: readonly Reason[];
  readonly outputs: readonly ManifestOutput[];
  readonly findings: readonly Finding[];
  /** A bug of ours, not a fault of the input. */
  readonly bug?: unknown;
}

/** A step that builds, without the manifest it was decided on: a plan of many thousand jobs stays small. */
export interface PlannedJob {
  readonly job: Job;
  readonly because: readonly Reason[];
  readonly edited: readonly string[];
}
