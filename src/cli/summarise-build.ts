/** The summary at the end of `build`: every document while they can be counted on a page, groups by cause when there are many. */
import type { Finding } from '../finding/finding.js';
import type { BuildReport } from '../pipeline/build.js';
import type { JobReport, JobState } from '../pipeline/job-report.js';
import { reasonWords, STATE_WORDS } from './messages.js';
import { shownPath, type GlobalOptions } from './terminal.js';

/** Beyond a page, a list of documents tells nothing. */
const LISTED_ONE_BY_ONE = 60;
/** Named of a group; the others are counted. */
const NAMED = 5;
const INDENT = ' '.repeat(12);

export function summariseBuild(report: BuildReport, dryRun: boolean, options: GlobalOptions): string {
  const { jobs, combined, undone } = report;
  if (jobs.length === 0 && undone === undefined) return 'Không có văn bản nào để lập.';
  const lines = jobs.length <= LISTED_ONE_BY_ONE ? jobs.map((job) => describeJob(job, dryRun, options)) : groupLines(jobs, dryRun);
  const count = (state: JobState): number => jobs.filter((job) => job.state === state).length;
  const totals = dryRun
    ? `Sẽ lập ${jobs.length - count('kept')}, giữ nguyên ${count('kept')}.`
    : `Đã lập ${count('built')}, giữ nguyên ${count('kept')}, từ chối ${count('refused')}${count('failed') > 0 ? `, lỗi phần mềm ${count('failed')}` : ''}.`;
  const rest = undone === undefined ? [] : [`Bị dừng giữa chừng: còn ${undone} văn bản chưa làm. Chạy lại lệnh để làm tiếp.`];
  return [...lines, ...combined.map((path) => `gộp để in   ${shownPath(path, options)}`), totals, ...rest].join('\n');
}

/** «lỗi phần mềm» fills the column. */
function column(word: string): string {
  return word.length < INDENT.length ? word.padEnd(INDENT.length) : `${word}  `;
}

function describeJob(job: JobReport, dryRun: boolean, options: GlobalOptions): string {
  if (dryRun) return `${job.state === 'kept' ? 'giữ nguyên' : 'sẽ lập'}  ${job.id}${job.because.map((reason) => `\n${INDENT}${reasonWords(reason)}`).join('')}`;
  const files = job.state === 'built' ? job.outputs.map(({ path }) => `\n${INDENT}${shownPath(path, options)}`).join('') : '';
  return `${column(STATE_WORDS[job.state])}${job.id}${files}`;
}

/** States with their causes, the commonest first. A job of several causes stands under each. */
function groupLines(jobs: readonly JobReport[], dryRun: boolean): readonly string[] {
  const of = (state: JobState): readonly JobReport[] => jobs.filter((job) => job.state === state);
  return [
    ...stateLines(dryRun ? 'sẽ lập' : STATE_WORDS.built, of('built'), ({ because }) => because.map(reasonWords)),
    ...stateLines(STATE_WORDS.kept, of('kept'), () => []),
    ...stateLines(STATE_WORDS.refused, of('refused'), refusalCauses),
    ...stateLines(STATE_WORDS.failed, of('failed'), ({ bug, findings }) => (bug === undefined ? refusalCauses({ findings }) : [String(bug)])),
  ];
}

function stateLines(word: string, jobs: readonly JobReport[], causesOf: (job: JobReport) => readonly string[]): readonly string[] {
  if (jobs.length === 0) return [];
  const causes = new Map<string, string[]>();
  for (const job of jobs) for (const cause of new Set(causesOf(job))) causes.set(cause, [...(causes.get(cause) ?? []), job.id]);
  const groups = [...causes].sort(([, a], [, b]) => b.length - a.length);
  const agencies = new Map<string, number>();
  for (const { id } of jobs) agencies.set(id.slice(0, id.indexOf('/')), (agencies.get(id.slice(0, id.indexOf('/'))) ?? 0) + 1);
  return [
    `${column(word)}${jobs.length} văn bản: ${[...agencies].map(([agency, count]) => `${agency} ${count}`).join(', ')}`,
    ...groups.slice(0, NAMED * 2).flatMap(([cause, ids]) => [`${INDENT}${cause} (${ids.length})`, `${INDENT}  ${named(ids)}`]),
    ...(groups.length > NAMED * 2 ? [`${INDENT}và ${groups.length - NAMED * 2} nguyên nhân khác; xem đủ bằng --json`] : []),
  ];
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, NAMED).join(', ');
  return ids.length > NAMED ? `${shown} và ${ids.length - NAMED} văn bản khác` : shown;
}

/** Where and what: jobs that fail for the same file have the same cause. */
function refusalCauses({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.filter(({ severity, waived }) => severity === 'error' && !waived).map(({ code, place, message }) => `${place.file}: ${message} [${code}]`);
}
