/** `baocao check [soat]`: all findings of the chosen jobs and periods, as a list with the check sheet, or as the workbook to sign; writes nothing else. */
import { describeFindings } from '../../finding/describe.js';
import { hasError, type Finding } from '../../finding/finding.js';
import { sortFindings } from '../../finding/order.js';
import { findingToJson } from '../../finding/place-json.js';
import { checkJobs } from '../../pipeline/check-jobs.js';
import type { Selection } from '../../pipeline/jobs.js';
import { writeSheetFile, type OwnFile } from '../../pipeline/write-sheet-file.js';
import type { Host } from '../../store/host.js';
import { describeCheckSheet } from '../check-page.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { paintFor, printJson, printResult, type GlobalOptions } from '../terminal.js';

export async function runCheck(host: Host, selection: Selection, options: GlobalOptions, file?: OwnFile): Promise<number> {
  const checked = await checkJobs(host, selection);
  if (!checked) return notAWorkspace('check', options);
  if (checked.unknownJobs.length > 0) return unknownJobs('check', checked.unknownJobs, options);
  const { jobs, periods, sheet } = checked;
  const nothing = nothingSelected('check', jobs.length + periods.length, selection, options);
  if (nothing !== undefined) return nothing;
  const faults: readonly Finding[] = file ? await writeSheetFile(file, sheet) : [];
  const findings = faults.length > 0 ? sortFindings([...sheet.findings, ...faults]) : sheet.findings;
  const code = hasError(findings) ? EXIT.findings : EXIT.fine;
  if (options.json) {
    printJson({
      schemaVersion: 1,
      command: 'check',
      ok: code === EXIT.fine,
      jobs: jobs.map(({ id, findings: own }) => ({ id, state: hasError(own) ? 'refused' : 'fine', findings: own.map(findingToJson) })),
      periods: periods.map(({ id, findings: own }) => ({ id, findings: own.map(findingToJson) })),
      findings: findings.map(findingToJson),
    });
    return code;
  }
  const paint = paintFor(process.stdout);
  if (findings.length > 0) printResult(describeFindings(findings, paint));
  if (!options.quiet) printResult(`${describeCheckSheet(sheet, paint)}\n`);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity && !finding.waived).length;
  const waived = findings.filter((finding) => finding.waived).length;
  const subjects = `${jobs.length} văn bản${periods.length > 0 ? `, ${periods.length} kỳ số liệu chưa có văn bản` : ''}`;
  printResult(`Đã soát ${subjects}: ${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} ghi chú${waived > 0 ? `, ${waived} mục đã chấp nhận` : ''}.`);
  if (file && faults.length === 0) printResult(`Phiếu kiểm tra: ${file.shown}`);
  return code;
}
