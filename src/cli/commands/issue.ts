/** `baocao issue [ban-hanh]`: a document gets its number and date and is sealed. */
import { describeFindings } from '../../finding/describe.js';
import { hasError, type Finding } from '../../finding/finding.js';
import { findingToJson } from '../../finding/place-json.js';
import { issue, type IssueReport } from '../../pipeline/issue.js';
import type { IssueRequest } from '../../pipeline/issue-arguments.js';
import { formatDate } from '../../statistics/format-figure.js';
import type { Host } from '../../store/host.js';
import type { Entry } from '../../store/ledger-entry.js';
import { EXIT, notAWorkspace } from '../exit.js';
import { paintFor, printAside, printJson, printResult, shownFindings, shownPath, type GlobalOptions } from '../terminal.js';
import { jobToJson } from './build.js';

export async function runIssue(host: Host, request: IssueRequest, options: GlobalOptions): Promise<number> {
  const report = await issue(host, request);
  if (!report) return notAWorkspace('issue', options);
  const findings = shownFindings(report.findings, options);
  if (report.kind === 'refused') return refused(request.job, report.wrong, findings, options);
  const code = hasError(findings) ? EXIT.findings : EXIT.fine;
  const { entry, ledger, outputs } = report;
  if (options.json) {
    printJson({
      schemaVersion: 1,
      command: 'issue',
      ok: code === EXIT.fine,
      issued: { job: entry.job, ...issueToJson(entry, options) },
      ledger,
      jobs: [jobToJson(outputs, options)],
      findings: findings.map(findingToJson),
    });
    return code;
  }
  if (!options.quiet) printAside(describeFindings(findings, paintFor(process.stderr)));
  printResult(summary(report, options));
  return code;
}

/** An issued document as `--json` shows it, of `status` too. */
export function issueToJson({ entry, number, symbol, issuedOn, files, signed, by }: Entry<'issued'>, options: GlobalOptions): Record<string, unknown> {
  const shown = <T extends { readonly path: string }>(file: T): T => ({ ...file, path: shownPath(file.path, options) });
  return { entry, number, symbol, date: issuedOn, by, files: files.map(shown), ...(signed ? { signed: shown(signed) } : {}) };
}

function refused(job: string, wrong: readonly string[], findings: readonly Finding[], options: GlobalOptions): number {
  if (options.json) {
    const own = findings.map(findingToJson);
    printJson({ schemaVersion: 1, command: 'issue', ok: false, jobs: [{ id: job, state: 'refused', because: [], outputs: [], findings: own }], findings: own, ...(wrong.length > 0 ? { error: wrong.join('\n') } : {}) });
  }
  for (const one of wrong) printAside(one);
  // Notes would bury the reasons.
  if (!options.json) printAside(describeFindings(findings.filter(({ severity }) => severity !== 'note'), paintFor(process.stderr)));
  return wrong.length > 0 ? EXIT.usage : EXIT.findings;
}

function summary({ kind, entry, ledger, outputs }: Exclude<IssueReport, { kind: 'refused' }>, options: GlobalOptions): string {
  const head = kind === 'already' ? 'Đã ban hành từ trước' : 'Đã ban hành';
  const files = [...entry.files, ...(entry.signed ? [entry.signed] : [])].map(({ path }) => `  ${shownPath(path, options)}`);
  return [
    `${head} số ${entry.symbol} ngày ${formatDate(entry.issuedOn)}: ${entry.job}`,
    'Bản lưu, không sửa được nữa:',
    ...files,
    `Đã ghi vào ${ledger}: mục ${entry.entry}`,
    ...(outputs.state === 'refused' ? ['Kết quả thường ngày chưa cập nhật được; chạy lại lệnh «baocao build».'] : []),
  ].join('\n');
}
