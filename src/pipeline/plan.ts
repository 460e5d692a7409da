/** Decides what a build does before anything is done: for each job build or keep, with the reasons. */
import type { Finding } from '../finding/finding.js';
import { loadManifest, type JobManifest } from '../store/manifest.js';
import { ABSENT } from '../store/recording-host.js';
import type { Host } from '../store/host.js';
import type { OutputFormat } from './render-outputs.js';
import type { Job } from './jobs.js';

export type Reason =
  | 'never-built'
  | 'forced'
  | 'program-changed'
  | `input-changed: ${string}`
  | `output-missing: ${string}`
  | `output-stale: ${string}`;

export interface Step {
  readonly job: Job;
  readonly action: 'build' | 'keep';
  readonly because: readonly Reason[];
  readonly manifest: JobManifest | undefined;
  /** Outputs that are not what the last build wrote: edited by hand since. */
  readonly edited: readonly string[];
}

export interface PlanContext {
  readonly host: Host;
  /** Present hash of a recorded path, each read once a run. */
  readonly hash: (path: string) => Promise<string>;
  readonly program: string;
  /** Formats wanted; `built` judges those the last build left. */
  readonly formats: readonly OutputFormat[] | 'built';
  readonly force: boolean;
}

export async function planJob(job: Job, { host, hash, program, formats, force }: PlanContext): Promise<Step> {
  const manifest = await loadManifest(host, job.id);
  if (!manifest) return { job, action: 'build', because: ['never-built'], manifest, edited: await foreignOutputs(job, hash, formats) };
  const because: Reason[] = [];
  if (force) because.push('forced');
  if (manifest.program !== program) because.push('program-changed');
  for (const [path, recorded] of Object.entries(manifest.reads)) {
    if ((await hash(path)) !== recorded) because.push(`input-changed: ${path}`);
  }
  const edited: string[] = [];
  for (const { format, path, sha256, inputs } of manifest.outputs) {
    if (formats !== 'built' && !formats.includes(format as OutputFormat)) continue;
    const present = await hash(path);
    const ours = [sha256, ...manifest.pending.filter((one) => one.path === path).map((one) => one.sha256)];
    if (present === ABSENT) because.push(`output-missing: ${path}`);
    else if (!ours.includes(present)) edited.push(path);
    // A hash that was only about to be written belongs to a run that did not end.
    else if (present !== sha256 || inputs !== manifest.inputs) because.push(`output-stale: ${path}`);
  }
  for (const format of formats === 'built' ? [] : formats) {
    if (!manifest.formats.includes(format)) because.push(`output-missing: ${format}`);
  }
  return { job, action: because.length > 0 ? 'build' : 'keep', because, manifest, edited };
}

/** A report that stands is not replaced by one without its comparison because the month before is in error today. */
export function isKeptForNow({ manifest }: Step, findings: readonly Finding[]): boolean {
  return manifest !== undefined && findings.some(({ code }) => code === 'previous-unusable');
}

/** Documents that stand where a job never built would write: they are somebody's, so they are treated as edited by hand. */
async function foreignOutputs(job: Job, hash: PlanContext['hash'], formats: PlanContext['formats']): Promise<readonly string[]> {
  const found: string[] = [];
  for (const format of formats === 'built' ? [] : formats) {
    const path = `output/${job.id}.${format}`;
    if (format !== 'figures' && (await hash(path)) !== ABSENT) found.push(path);
  }
  return found;
}
