/** `baocao build [lap]`: brings the outputs up to date. */
import type { GlobalOptions } from '../terminal.js';
import { createProgress, paintFor, printAside, printJson, printResult, shownFindings, shownPath } from '../terminal.js';
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { sortFindings } from '../../finding/order.js';
import { findingToJson } from '../../finding/place-json.js';
import { build, type BuildOptions, type BuildReport, type JobReport } from '../../pipeline/build.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { reasonWords, STATE_WORDS } from '../messages.js';

/** What the user chose; program and progress are ours to add. */
export type BuildArguments = Omit<BuildOptions, 'program' | 'progress'>;

export async function runBuild(host: Host, program: string, args: BuildArguments, options: GlobalOptions): Promise<number> {
  const progress = createProgress(options);
  let report: BuildReport | undefined;
  try {
    report = await build(host, { ...args, program, progress: progress.show });
  } finally {
    progress.stop();
  }
  if (!report) return notAWorkspace('build', options);
  if (report.unknownJobs.length > 0) return unknownJobs('build', report.unknownJobs, options);
  const nothing = nothingSelected('build', report.jobs.length, args.selection, options);
  if (nothing !== undefined) return nothing;
  const findings = sortFindings([...report.findings, ...report.jobs.flatMap((job) => job.findings)]);
  const code = buildExitCode(report);
  if (options.json) {
    printJson({
      schemaVersion: 1,
      command: 'build',
      ok: code === EXIT.fine,
      ...(args.dryRun ? { dryRun: true } : {}),
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
  for (const { id, bug } of report.jobs) {
    if (bug) printAside(`LỖI PHẦN MỀM  ${id}: ${options.debug && bug instanceof Error ? bug.stack : String(bug)}`);
  }
  printResult(summary(report, dryRun, options));
}

export function buildExitCode({ jobs, findings }: BuildReport): number {
  if (jobs.some(({ state }) => state === 'failed')) return EXIT.bug;
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

function summary({ jobs, combined }: BuildReport, dryRun: boolean, options: GlobalOptions): string {
  const lines = jobs.map((job) => {
    if (dryRun) return `${job.state === 'kept' ? 'giữ nguyên' : 'sẽ lập'}  ${job.id}${job.because.map((reason) => `\n            ${reasonWords(reason)}`).join('')}`;
    const files = job.state === 'built' ? job.outputs.map(({ path }) => `\n            ${shownPath(path, options)}`).join('') : '';
    return `${STATE_WORDS[job.state].padEnd(12)}${job.id}${files}`;
  });
  if (jobs.length === 0) return 'Không có văn bản nào để lập.';
  const count = (state: JobReport['state']): number => jobs.filter((job) => job.state === state).length;
  const totals = dryRun
    ? `Sẽ lập ${jobs.length - count('kept')}, giữ nguyên ${count('kept')}.`
    : `Đã lập ${count('built')}, giữ nguyên ${count('kept')}, từ chối ${count('refused')}${count('failed') > 0 ? `, lỗi phần mềm ${count('failed')}` : ''}.`;
  return [...lines, ...combined.map((path) => `gộp để in   ${shownPath(path, options)}`), totals].join('\n');
}
