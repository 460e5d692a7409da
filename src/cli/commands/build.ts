/** `baocao build [lap]`: brings the outputs up to date. */
import { availableParallelism } from 'node:os';
import type { GlobalOptions } from '../terminal.js';
import { createProgress, paintFor, printAside, printJson, printResult, shownFindings, shownPath } from '../terminal.js';
import { summariseBuild } from '../summarise-build.js';
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { sortFindings } from '../../finding/order.js';
import { findingToJson } from '../../finding/place-json.js';
import { build, type BuildOptions, type BuildReport, type JobOptions } from '../../pipeline/build.js';
import type { JobReport } from '../../pipeline/job-report.js';
import type { Lane } from '../../pipeline/run-jobs.js';
import { workerCount } from '../../pipeline/worker-count.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { untilInterrupted } from '../interrupt.js';

/** What the user chose; the rest is ours to add. */
export interface BuildArguments extends Omit<BuildOptions, 'program' | 'progress' | 'openLanes' | 'signal'> {
  /** `--jobs`. */
  readonly workers: number | undefined;
}

export async function runBuild(host: Host, program: string, { workers, ...args }: BuildArguments, options: GlobalOptions): Promise<number> {
  const progress = createProgress(options);
  let report: BuildReport | undefined;
  try {
    report = await untilInterrupted((signal) => build(host, { ...args, program, progress: progress.show, signal, openLanes: (jobs) => openLanes(jobs, { ...args, program }, workers, options, signal) }));
  } finally {
    progress.stop();
  }
  if (!report) return notAWorkspace('build', options);
  if (report.unknownJobs.length > 0) return unknownJobs('build', report.unknownJobs, options);
  const busy = report.findings.some(({ code }) => code === 'workspace-busy');
  const nothing = busy || report.undone !== undefined ? undefined : nothingSelected('build', report.jobs.length, args.selection, options);
  if (nothing !== undefined) return nothing;
  const findings = sortFindings([...report.findings, ...report.jobs.flatMap((job) => job.findings)]);
  const code = buildExitCode(report);
  if (options.json) {
    printJson({
      schemaVersion: 1,
      command: 'build',
      ok: code === EXIT.fine,
      ...(args.dryRun ? { dryRun: true } : {}),
      ...(report.undone === undefined ? {} : { interrupted: true, undone: report.undone }),
      jobs: report.jobs.map((job) => jobToJson(job, options)),
      findings: shownFindings(findings, options).map(findingToJson),
    });
    return code;
  }
  describeBuild(report, options, args.dryRun);
  return code;
}

/** Findings aside, then what became of each job. */
export function describeBuild(report: BuildReport, options: GlobalOptions, dryRun = false): void {
  const findings = sortFindings([...report.findings, ...report.jobs.flatMap((job) => job.findings)]);
  if (!options.quiet) printAside(describeFindings(shownFindings(findings, options), paintFor(process.stderr)));
  for (const { id, bug } of [...report.jobs, ...report.bugs]) {
    if (bug) printAside(`LỖI PHẦN MỀM  ${id}: ${options.debug && bug instanceof Error ? bug.stack : String(bug)}`);
  }
  if (report.jobs.length > 0 || !report.findings.some(({ code }) => code === 'workspace-busy')) printResult(summariseBuild(report, dryRun, options));
}

/** The pool's library is loaded where there is something to share out. */
export async function openLanes(jobs: number, task: JobOptions, wanted: number | undefined, { root, out }: GlobalOptions, signal: AbortSignal): Promise<readonly Lane[]> {
  const count = workerCount(jobs, wanted, { cores: availableParallelism(), freeMb: process.availableMemory() / 2 ** 20 });
  if (count === 1) return [];
  const { formats, edited, program } = task;
  const { openWorkerLanes } = await import('../../pipeline/worker-lanes.js');
  return openWorkerLanes({ root, out, options: { formats, edited, program } }, count, signal);
}

export function buildExitCode({ jobs, findings, bugs, undone }: BuildReport): number {
  if (undone !== undefined) return EXIT.interrupted;
  if (bugs.length > 0 || jobs.some(({ state }) => state === 'failed')) return EXIT.bug;
  const refused = jobs.some(({ state, findings: own }) => state === 'refused' || hasError(own));
  return refused || hasError(findings) ? EXIT.findings : EXIT.fine;
}

export function jobToJson({ id, state, because, outputs, findings }: JobReport, options: GlobalOptions): Record<string, unknown> {
  return {
    id,
    state,
    because,
    outputs: outputs.map(({ format, path, sha256 }) => ({ format, path: shownPath(path, options), sha256 })),
    findings: shownFindings(findings, options).map(findingToJson),
  };
}
