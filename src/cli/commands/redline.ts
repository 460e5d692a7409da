/** `baocao redline [so-sanh]`: the new draft against the issued document, as tracked changes. */
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { findingToJson } from '../../finding/place-json.js';
import { redline, type RedlineRequest } from '../../pipeline/redline.js';
import { formatDate } from '../../statistics/format-figure.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, unknownJobs, wrongUse } from '../exit.js';
import { paintFor, printAside, printJson, printResult, shownFindings, shownPath, type GlobalOptions } from '../terminal.js';

export async function runRedline(host: Host, request: RedlineRequest, options: GlobalOptions): Promise<number> {
  const report = await redline(host, request);
  if (!report) return notAWorkspace('redline', options);
  if (report.kind === 'unknown-job') return unknownJobs('redline', [request.job], options);
  if (report.kind === 'nothing') return wrongUse('redline', report.why, options);
  const findings = shownFindings(report.findings, options);
  const code = report.kind === 'refused' || hasError(findings) ? EXIT.findings : EXIT.fine;
  const path = report.kind === 'written' ? shownPath(report.path, options) : undefined;
  if (options.json) {
    const output = report.kind === 'written' ? { against: { number: report.against.number, symbol: report.against.symbol, date: report.against.issuedOn }, outputs: [{ format: 'docx', path, sha256: report.sha256 }] } : {};
    printJson({ schemaVersion: 1, command: 'redline', ok: code === EXIT.fine, job: request.job, ...output, findings: findings.map(findingToJson) });
    return code;
  }
  printAside(describeFindings(findings, paintFor(process.stderr)));
  if (report.kind === 'written') {
    printResult(`So với văn bản số ${report.against.symbol} ngày ${formatDate(report.against.issuedOn)}: ${path}`);
    printResult('Mở bằng Word, thẻ Review: Accept All cho bản mới, Reject All cho bản đã ban hành.');
  }
  return code;
}
