/** `baocao withdraw [rut]`: an entry of the ledger taken back by a new one, and what follows. */
import { describeFindings } from '../../finding/describe.js';
import { findingToJson } from '../../finding/place-json.js';
import { ENTRY_WORDS, withdraw, type Withdrawable, type WithdrawRequest } from '../../pipeline/withdraw.js';
import { formatDate } from '../../statistics/format-figure.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, wrongUse } from '../exit.js';
import { paintFor, printAside, printJson, printResult, type GlobalOptions } from '../terminal.js';

export async function runWithdraw(host: Host, request: WithdrawRequest, options: GlobalOptions): Promise<number> {
  const report = await withdraw(host, request);
  if (!report) return notAWorkspace('withdraw', options);
  if (report.kind === 'refused') return wrongUse('withdraw', report.why.join('\n'), options);
  if (report.kind === 'failed') {
    if (options.json) printJson({ schemaVersion: 1, command: 'withdraw', ok: false, findings: [findingToJson(report.failure)] });
    else printAside(describeFindings([report.failure], paintFor(process.stderr)));
    return EXIT.findings;
  }
  const { entry, ledger, stale, corrections } = report;
  if (options.json) {
    printJson({ schemaVersion: 1, command: 'withdraw', ok: true, withdrawn: { entry: entry.entry, type: entry.type }, ledger, stale, corrections: corrections.map((one) => one.entry), findings: [] });
    return EXIT.fine;
  }
  printResult(`Đã rút mục ${entry.entry} (${ENTRY_WORDS[entry.type]}: ${describe(entry)}), ghi vào ${ledger}.`);
  for (const line of consequences(entry)) printResult(`  ${line}`);
  for (const one of corrections) printResult(`  Mục đính chính ${one.entry} thay chính số của mục này nên không còn khớp; rút mục ấy hoặc lập đính chính mới.`);
  if (stale.length > 0) printResult(`Cần lập lại (baocao build):\n${stale.map((id) => `  ${id}`).join('\n')}`);
  return EXIT.fine;
}

function describe(entry: Withdrawable): string {
  switch (entry.type) {
    case 'waiver':
      return `${entry.finding} [${entry.code}]`;
    case 'correction':
      return `${entry.label}, ${entry.was ?? 'để trống'} → ${entry.now}`;
    case 'issued':
      return `số ${entry.symbol} ngày ${formatDate(entry.issuedOn)}`;
    case 'remedy':
      return entry.kind === 'replacement' ? 'văn bản thay thế' : 'công văn đính chính';
  }
}

function consequences(entry: Withdrawable): readonly string[] {
  if (entry.type !== 'issued') return [];
  return [
    'Bản lưu giữ nguyên; số này dùng lại được.',
    ...(entry.replaces === undefined ? [] : [`Văn bản mà nó thay thế (mục ${entry.replaces}) lại là văn bản đang có hiệu lực.`]),
  ];
}
