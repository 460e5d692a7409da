/** THE MAIN PATH: load the workspace → plan each job → compose, render and write the ones that are not fresh. */
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { createWorkbookReader } from '../ingest/workbook-reader.js';
import type { Format } from '../render/writer.js';
import type { Host } from '../store/host.js';
import { createHasher } from '../store/recording-host.js';
import type { ManifestOutput } from '../store/manifest.js';
import { composeJob } from './compose-job.js';
import { findJobs, selectJobs, type Job, type Selection } from './jobs.js';
import { planJob, type Reason, type Step } from './plan.js';
import { createPeriodReader } from './read-period.js';
import { renderOutputs } from './render-outputs.js';
import { loadWorkspace } from './workspace.js';
import { writeOutputs } from './write-outputs.js';

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
}

/** undefined where the root is no workspace. */
export async function build(host: Host, options: BuildOptions): Promise<BuildReport | undefined> {
  const workspace = await loadWorkspace(host);
  if (!workspace) return undefined;
  const all = await findJobs(host, workspace);
  const jobs = selectJobs(all, options.selection);
  const hash = createHasher(host);
  const formats = [...options.formats, 'figures' as const];
  const workbooks = createWorkbookReader();
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const readPeriod = createPeriodReader(host, forms, workbooks);
  const reports: JobReport[] = [];

  const runJob = async (step: Step): Promise<JobReport> => {
    const base = { id: step.job.id, because: step.because };
    const composed = await composeJob(step.job, workspace, readPeriod);
    if (!composed.composition) return { ...base, state: 'refused', outputs: [], findings: composed.findings };
    if (step.edited.length > 0 && options.edited === 'refuse') {
      const questions = step.edited.map((file) => found('output-edited', { in: 'file', file }, {}, { choices: ['--beside', '--overwrite'] }));
      return { ...base, state: 'refused', outputs: [], findings: [...composed.findings, ...questions] };
    }
    const agency = workspace.agencies.get(step.job.agency)!.value;
    const rendered = await renderOutputs(step.job.id, composed.composition, agency, options.formats);
    const findings = sortFindings([...composed.findings, ...rendered.findings]);
    if (hasError(findings)) return { ...base, state: 'refused', outputs: [], findings };
    const { outputs, findings: writing } = await writeOutputs(host, {
      step,
      program: options.program,
      reads: composed.reads,
      outputs: rendered.outputs,
      formats,
      findings,
      edited: options.edited,
    });
    return { ...base, state: hasError(writing) ? 'refused' : 'built', outputs, findings: [...findings, ...writing] };
  };

  try {
    for (const [index, job] of jobs.entries()) {
      options.progress?.({ done: index, all: jobs.length, job: job.id });
      const step = await planJob(job, { host, hash, program: options.program, formats, force: options.force });
      reports.push(await reportStep(step, options.dryRun, runJob));
    }
    options.progress?.({ done: jobs.length, all: jobs.length, job: '' });
  } finally {
    await workbooks.close();
  }
  const known = new Set(all.map(({ id }) => id));
  return {
    jobs: reports,
    findings: sortFindings(workspace.findings),
    unknownJobs: options.selection.jobs.filter((id) => !known.has(id)),
  };
}

async function reportStep(step: Step, dryRun: boolean, run: (step: Step) => Promise<JobReport>): Promise<JobReport> {
  const base = { id: step.job.id, because: step.because };
  if (step.action === 'keep') return keptReport(step);
  if (dryRun) return { ...base, state: 'built', outputs: [], findings: [] };
  try {
    return await run(step);
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
