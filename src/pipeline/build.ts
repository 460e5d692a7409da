/** THE MAIN PATH: load the workspace → plan each job → compose, render and write the ones that are not fresh. */
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import type { Format } from '../render/writer.js';
import type { Host } from '../store/host.js';
import { createHasher } from '../store/present-hash.js';
import type { ManifestOutput } from '../store/manifest.js';
import { combineUnits, unitGroups } from './combine-units.js';
import { composeJob } from './compose-job.js';
import { findJobs, type Job, type Selection } from './jobs.js';
import { isKeptForNow, planJob, type Reason, type Step } from './plan.js';
import { renderOutputs, type OutputFormat } from './render-outputs.js';
import { withSession, type Session } from './session.js';
import { loadWorkspace } from './workspace.js';
import { removeLeftovers, writeOutputs } from './write-outputs.js';

export interface BuildOptions {
  readonly selection: Selection;
  readonly formats: readonly Format[];
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly edited: 'refuse' | 'overwrite' | 'beside';
  readonly program: string;
  /** Told before and after each job; the terminal draws its progress line from it. */
  readonly progress?: (event: { readonly done: number; readonly all: number; readonly job: string }) => void;
}

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

export interface BuildReport {
  readonly jobs: readonly JobReport[];
  /** Findings that belong to no single job: declarations that could not be read. */
  readonly findings: readonly Finding[];
  /** Asked for by id but not there. */
  readonly unknownJobs: readonly string[];
  /** Files that hold the documents of all units, for printing. */
  readonly combined: readonly string[];
}

/** undefined where the root is no workspace. */
export function build(host: Host, options: BuildOptions): Promise<BuildReport | undefined> {
  return withSession(host, options.selection, async (session) => {
    const { jobs, unknownJobs } = session;
    const findings = sortFindings([...session.findings, ...session.leftOut]);
    const context = { host, hash: createHasher(host), program: options.program, formats: wantedFormats(options), force: options.force };
    const reports: JobReport[] = [];
    for (const [index, job] of jobs.entries()) {
      options.progress?.({ done: index, all: jobs.length, job: job.id });
      if (!options.dryRun) await removeLeftovers(host, job.id);
      const step = await planJob(job, context);
      reports.push(await reportStep(step, options.dryRun, () => runStep(host, session, step, options)));
    }
    options.progress?.({ done: jobs.length, all: jobs.length, job: '' });
    return { jobs: reports, findings, unknownJobs, combined: options.dryRun || !options.formats.includes('pdf') ? [] : await combineChanged(host, session, reports) };
  });
}

/** One PDF of all units where one of their documents was built in this run. */
async function combineChanged(host: Host, session: Session, reports: readonly JobReport[]): Promise<readonly string[]> {
  const built = new Set(reports.filter(({ state }) => state === 'built').map(({ id }) => id));
  const paths: string[] = [];
  for (const [base, jobs] of unitGroups(session.jobs)) {
    // A part of the units would make a file that looks whole.
    if (!session.isWhole(base) || !jobs.some(({ id }) => built.has(id))) continue;
    const path = await combineUnits(host, session, base, jobs);
    if (path !== undefined) paths.push(path);
  }
  return paths;
}

function wantedFormats({ formats }: BuildOptions): readonly OutputFormat[] {
  return [...formats, 'figures'];
}

/** One job from its sources to its files. */
async function runStep(host: Host, { workspace, readPeriod, readLedger }: Session, step: Step, options: BuildOptions): Promise<JobReport> {
  const { job, because } = step;
  const refused = (findings: readonly Finding[]): JobReport => ({ id: job.id, because, state: 'refused', outputs: [], findings });
  const composed = await composeJob(job, workspace, readPeriod, readLedger);
  if (!composed.composition) return refused(composed.findings);
  if (step.edited.length > 0 && options.edited === 'refuse') {
    const questions = step.edited.map((file) => found('output-edited', { in: 'file', file }, {}, { choices: ['--beside', '--overwrite'] }));
    return refused([...composed.findings, ...questions]);
  }
  if (isKeptForNow(step, composed.findings)) return { ...keptReport(step), because, findings: composed.findings };
  const agency = workspace.agencies.get(job.agency)!.value;
  const rendered = await renderOutputs(job.id, composed.composition, agency, options.formats);
  const findings = sortFindings([...composed.findings, ...rendered.findings]);
  if (hasError(findings)) return refused(findings);
  const { program, edited } = options;
  const request = { step, program, reads: composed.reads, outputs: rendered.outputs, formats: wantedFormats(options), findings, edited };
  const written = await writeOutputs(host, request);
  const state = hasError(written.findings) ? 'refused' : 'built';
  return { id: job.id, because, state, outputs: written.outputs, findings: [...findings, ...written.findings] };
}

async function reportStep(step: Step, dryRun: boolean, run: () => Promise<JobReport>): Promise<JobReport> {
  const base = { id: step.job.id, because: step.because };
  if (step.action === 'keep') return keptReport(step);
  if (dryRun) return { ...base, state: 'built', outputs: [], findings: [] };
  try {
    return await run();
  } catch (bug) {
    return { ...base, state: 'failed', outputs: [], findings: [], bug };
  }
}

function keptReport({ job, manifest, edited }: Step): JobReport {
  const findings = (manifest?.findings ?? []) as readonly Finding[];
  const notices = edited.map((file) => found('output-edited', { in: 'file', file }, {}, { severity: 'warning' }));
  return { id: job.id, state: 'kept', because: [], outputs: manifest?.outputs ?? [], findings: [...findings, ...notices] };
}

/** Job ids that exist, for messages and tab completion. */
export async function listJobs(host: Host): Promise<readonly Job[]> {
  const workspace = await loadWorkspace(host);
  return workspace ? findJobs(host, workspace) : [];
}
