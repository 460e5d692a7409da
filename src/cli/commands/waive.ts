/** `baocao waive [chap-nhan]`: a finding accepted by a person, with a reason and a name. */
import { describeFindings, describePlace } from '../../finding/describe.js';
import { findingId, type Finding } from '../../finding/finding.js';
import { findingToJson } from '../../finding/place-json.js';
import { waive, type WaiveRequest } from '../../pipeline/waive.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, wrongUse } from '../exit.js';
import { paintFor, printAside, printJson, printResult, type GlobalOptions } from '../terminal.js';

export async function runWaive(host: Host, request: WaiveRequest, options: GlobalOptions): Promise<number> {
  const report = await waive(host, request);
  if (!report) return notAWorkspace('waive', options);
  if (report.kind === 'refused') return wrongUse('waive', report.why, options);
  if (report.kind === 'failed') return failed(report.failure, options);
  const { finding, kind, ledger } = report;
  if (options.json) printJson({ schemaVersion: 1, command: 'waive', ok: true, finding: findingToJson(finding), ledger, findings: [] });
  else printResult(`${kind === 'already' ? `Phát hiện này đã được chấp nhận từ trước, không ghi thêm vào ${ledger}` : `Đã ghi vào ${ledger}`}: ${findingId(finding)} [${finding.code}]\n  ${describePlace(finding.place)}\n  ${finding.message}`);
  return EXIT.fine;
}

function failed(finding: Finding, options: GlobalOptions): number {
  if (options.json) printJson({ schemaVersion: 1, command: 'waive', ok: false, findings: [findingToJson(finding)] });
  else printAside(describeFindings([finding], paintFor(process.stderr)));
  return EXIT.findings;
}
