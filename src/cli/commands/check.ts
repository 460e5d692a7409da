/** `baocao check [soat]`: all findings of the chosen jobs; writes nothing. */
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { sortFindings } from '../../finding/order.js';
import { findingToJson } from '../../finding/place-json.js';
import { checkJobs } from '../../pipeline/check-jobs.js';
import type { Selection } from '../../pipeline/jobs.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { paintFor, printJson, printResult, type GlobalOptions } from '../terminal.js';

export async function runCheck(host: Host, selection: Selection, options: GlobalOptions): Promise<number> {
  const checked = await checkJobs(host, selection);
  if (!checked) return notAWorkspace('check', options);
  if (checked.unknownJobs.length > 0) return unknownJobs('check', checked.unknownJobs, options);
  const nothing = nothingSelected('check', checked.jobs.length, selection, options);
  if (nothing !== undefined) return nothing;
  const findings = sortFindings([...checked.findings, ...checked.jobs.flatMap((job) => job.findings)]);
  const code = hasError(findings) ? EXIT.findings : EXIT.fine;
  if (options.json) {
    printJson({
      schemaVersion: 1,
      command: 'check',
      ok: code === EXIT.fine,
      jobs: checked.jobs.map(({ id, findings: own }) => ({ id, state: hasError(own) ? 'refused' : 'fine', findings: own.map(findingToJson) })),
      findings: findings.map(findingToJson),
    });
    return code;
  }
  const paint = paintFor(process.stdout);
  if (findings.length > 0) printResult(describeFindings(findings, paint));
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  printResult(`Đã soát ${checked.jobs.length} văn bản: ${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} ghi chú.`);
  return code;
}
