/** THE MAIN PATH: load the workspace → plan each job → compose, render and write the ones that are not fresh. */
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import type { Format } from '../render/writer.js';
import type { Host } from '../store/host.js';
import { createKnownHasher, type KnownHasher } from '../store/known-hashes.js';
import { loadManifest } from '../store/manifest.js';
import { checkEdited } from './check-edited.js';
import { combineJobs, combineStale, unitGroups } from './combine-units.js';
import { composeJob } from './compose-job.js';
import type { JobReport, PlannedJob } from './job-report.js';
import { findJobs, type Job, type Selection } from './jobs.js';
import { isKeptForNow, planJob, type Step } from './plan.js';
import { renderOutputs, type OutputFormat } from './render-outputs.js';
import { runJobs, type Lane } from './run-jobs.js';
import { withRunLock } from './run-lock.js';
import { withSession, type Readers, type Session } from './session.js';
import { createUnitMemory } from './unit-memory.js';
import { loadWorkspace } from './workspace.js';
import { removeLeftovers, writeOutputs } from './write-outputs.js';

export interface BuildOptions {
  readonly selection: Selection;
  readonly formats: readonly Format[];
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly edited: 'refuse' | 'overwrite' | 'beside';
  readonly program: string;
  /** Told before and after each job; the terminal draws its progress line from it. `kept` of those done took no time. */
  readonly progress?: (event: { readonly done: number; readonly all: number; readonly kept: number; readonly job: string }) => void;
  /** Worker processes for so many jobs; where there are none the jobs run here, one after another. */
  readonly openLanes?: (jobs: number) => Promise<readonly Lane[]>;
  /** Interrupts: jobs that run are ended, the others are left for the next run. */
  readonly signal?: AbortSignal;
}

/** What a job needs to know of the run it belongs to. */
export type JobOptions = Pick<BuildOptions, 'formats' | 'edited' | 'program'>;

export interface BuildReport {
  readonly jobs: readonly JobReport[];
  /** Findings that belong to no single job: declarations that could not be read, another run at work. */
  readonly findings: readonly Finding[];
  /** Asked for by id but not there. */
  readonly unknownJobs: readonly string[];
  /** Files that hold the documents of all units, for printing. */
  readonly combined: readonly string[];
  /** Bugs met while those files were made, by the document they belong to. */
  readonly bugs: readonly { readonly id: string; readonly bug: unknown }[];
  /** Jobs that an interruption left for the next run; undefined where there was none. */
  readonly undone: number | undefined;
}

/** undefined where the root is no workspace. */
export async function build(host: Host, options: BuildOptions): Promise<BuildReport | undefined> {
  const known = await createKnownHasher(host);
  const memory = createUnitMemory(host, known.hash, options.program);
  return withSession(
    host,
    options.selection,
    async (session) => {
      if (options.dryRun) return buildJobs(host, session, known, options);
      const report = await withRunLock(host, async (afterKill) => {
        if (afterKill) await removeLeftovers(host, targetsOf(session.jobs));
        await memory.save();
        return buildJobs(host, session, known, options);
      });
      return 'busy' in report ? { jobs: [], findings: [report.busy], unknownJobs: session.unknownJobs, combined: [], bugs: [], undone: undefined } : report;
    },
    memory,
  );
}

async function buildJobs(host: Host, session: Session, known: KnownHasher, options: BuildOptions): Promise<BuildReport> {
  const { jobs, unknownJobs } = session;
  const { dryRun, signal, openLanes } = options;
  const findings = sortFindings([...session.findings, ...session.leftOut]);
  const context = { host, hash: known.hash, program: options.program, formats: wantedFormats(options), force: options.force };
  const reports: (JobReport | undefined)[] = [];
  const planned: (PlannedJob & { readonly index: number })[] = [];
  for (const [index, job] of jobs.entries()) {
    if (signal?.aborted) break;
    const step = await planJob(job, context);
    const { because, edited } = step;
    if (step.action === 'build' && !dryRun) planned.push({ job, because, edited, index });
    else reports[index] = step.action === 'keep' ? await keptReport(host, step) : { id: job.id, because, state: 'built', outputs: [], findings: [] };
  }
  if (!dryRun) await known.save();
  await removeLeftovers(host, targetsOf(planned.map(({ job }) => job)));
  const kept = jobs.length - planned.length;
  const tell = (done: number, job: string): void => options.progress?.({ done: kept + done, all: jobs.length, kept, job });
  const workers = (await openLanes?.(planned.length)) ?? [];
  const lanes = workers.length > 0 ? workers : [ownLane(host, session, options)];
  try {
    for (const [at, report] of (await runJobs(planned, lanes, signal, tell)).entries()) reports[planned[at]!.index] = report;
    const done = reports.filter((report) => report !== undefined);
    const books = dryRun || signal?.aborted || !options.formats.includes('pdf') ? [] : await combineStale(host, session, done, lanes);
    return {
      jobs: done,
      findings,
      unknownJobs,
      combined: books.flatMap(({ path }) => path ?? []),
      bugs: books.flatMap(({ id, bug }) => (bug === undefined ? [] : [{ id, bug }])),
      undone: signal?.aborted ? jobs.length - done.length : undefined,
    };
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** What is written for jobs, by its name up to the first dot. */
function targetsOf(jobs: readonly Job[]): readonly string[] {
  return [...jobs.map(({ id }) => id), ...[...unitGroups(jobs).keys()].flatMap((base) => [base, `${base}--tat-ca`])];
}

/** Jobs in this process. */
function ownLane(host: Host, session: Session, options: JobOptions): Lane {
  return { run: (planned) => runJob(host, session, planned, options), combine: (base, jobs) => combineJobs(host, session, base, jobs), close: () => Promise.resolve() };
}

function wantedFormats({ formats }: Pick<BuildOptions, 'formats'>): readonly OutputFormat[] {
  return [...formats, 'figures'];
}

/** Never rejects: a bug in one job is its own. */
export async function runJob(host: Host, readers: Readers, planned: PlannedJob, options: JobOptions): Promise<JobReport> {
  try {
    return await buildJob(host, readers, { ...planned, action: 'build', manifest: await loadManifest(host, planned.job.id) }, options);
  } catch (bug) {
    return { id: planned.job.id, because: planned.because, state: 'failed', outputs: [], findings: [], bug };
  }
}

/** One job from its sources to its files. */
async function buildJob(host: Host, { workspace, readPeriod, readLedger }: Readers, step: Step, options: JobOptions): Promise<JobReport> {
  const { job, because } = step;
  const refused = (findings: readonly Finding[]): JobReport => ({ id: job.id, because, state: 'refused', outputs: [], findings });
  const composed = await composeJob(job, workspace, readPeriod, host, readLedger);
  if (!composed.composition) return refused(composed.findings);
  if (step.edited.length > 0 && options.edited === 'refuse') {
    const questions = step.edited.map((file) => found('output-edited', { in: 'file', file }, {}, { choices: ['--beside', '--overwrite'] }));
    return refused([...composed.findings, ...(await checkEdited(host, step)), ...questions]);
  }
  if (isKeptForNow(step, composed.findings)) return { ...(await keptReport(host, step)), because, findings: composed.findings };
  const agency = workspace.agencies.get(job.agency)!.value;
  const rendered = await renderOutputs(job.id, composed.composition, agency, options.formats);
  const findings = sortFindings([...composed.findings, ...rendered.findings]);
  if (hasError(findings)) return refused(findings);
  const { program, edited } = options;
  const { issued } = composed;
  const request = { step, program, reads: composed.reads, outputs: rendered.outputs, formats: wantedFormats(options), findings, edited, ...(issued ? { issued: { entry: issued.entry.entry, same: issued.same } } : {}) };
  const written = await writeOutputs(host, request);
  const state = hasError(written.findings) ? 'refused' : 'built';
  return { id: job.id, because, state, outputs: written.outputs, findings: [...findings, ...written.findings] };
}

async function keptReport(host: Host, step: Step): Promise<JobReport> {
  const { job, manifest, edited } = step;
  const findings = (manifest?.findings ?? []) as readonly Finding[];
  const notices = edited.map((file) => found('output-edited', { in: 'file', file }, {}, { severity: 'warning' }));
  return { id: job.id, state: 'kept', because: [], outputs: manifest?.outputs ?? [], findings: [...findings, ...(await checkEdited(host, step)), ...notices] };
}

/** Job ids that exist, for messages and tab completion. */
export async function listJobs(host: Host): Promise<readonly Job[]> {
  const workspace = await loadWorkspace(host);
  return workspace ? findJobs(host, workspace) : [];
}
