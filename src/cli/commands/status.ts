/** `baocao status [tinh-trang]`: every job and whether its outputs are up to date. */
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { sortFindings } from '../../finding/order.js';
import { findingToJson } from '../../finding/place-json.js';
import type { Selection } from '../../pipeline/jobs.js';
import { readStatus, type StatusEntry } from '../../pipeline/status.js';
import { formatDate } from '../../statistics/format-figure.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { reasonWords, STATUS_WORDS } from '../messages.js';
import { paintFor, printAside, printJson, printResult, shownFindings, shownPath, type GlobalOptions } from '../terminal.js';
import { issueToJson } from './issue.js';

export async function runStatus(host: Host, program: string, selection: Selection, options: GlobalOptions): Promise<number> {
  const entries = await readStatus(host, selection, program);
  if (!entries) return notAWorkspace('status', options);
  const missing = selection.jobs.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0) return unknownJobs('status', missing, options);
  const nothing = nothingSelected('status', entries.length, selection, options);
  if (nothing !== undefined) return nothing;
  const findings = sortFindings(entries.flatMap((entry) => entry.findings));
  const code = hasError(findings) ? EXIT.findings : EXIT.fine;
  if (options.json) {
    const jobs = entries.map((entry) => entryToJson(entry, options));
    printJson({ schemaVersion: 1, command: 'status', ok: code === EXIT.fine, jobs, findings: shownFindings(findings, options).map(findingToJson) });
    return code;
  }
  for (const entry of entries) {
    const { id, status, because, edited } = entry;
    printResult(`${STATUS_WORDS[status].padEnd(INDENT)}${id}`);
    const lines = [...issueLines(entry), ...because.map(reasonWords), ...edited.map((path) => shownPath(path, options))];
    for (const line of lines) printResult(' '.repeat(INDENT) + line);
  }
  if (entries.length === 0) printResult('Không có văn bản nào.');
  if (!options.quiet) printAside(describeFindings(shownFindings(findings, options), paintFor(process.stderr)));
  return code;
}

const INDENT = 16;

function entryToJson({ id, status, because, edited, issued, replaces, replacedBy, corrected, remedy }: StatusEntry, options: GlobalOptions): Record<string, unknown> {
  return {
    id,
    state: status,
    because,
    edited: edited.map((path) => shownPath(path, options)),
    ...(issued ? { issued: issueToJson(issued, options), replaces: replaces.map((one) => issueToJson(one, options)) } : {}),
    ...(replacedBy ? { replacedBy: issueToJson(replacedBy, options) } : {}),
    ...(corrected ? { corrected: issueToJson(corrected, options) } : {}),
    ...(remedy ? { remedy: remedy.kind } : {}),
  };
}

function issueLines({ status, issued, replaces, replacedBy, corrected, remedy }: StatusEntry): readonly string[] {
  if (!issued) return [];
  return [
    `đã ban hành số ${issued.symbol} ngày ${formatDate(issued.issuedOn)}`,
    ...(status === 'issued-changed' ? ['số liệu, đoạn văn hoặc mẫu đã đổi: bản lập mới là dự thảo khác bản ban hành'] : []),
    ...replaces.map((one) => `thay thế số ${one.symbol} ngày ${formatDate(one.issuedOn)}`),
    ...(replacedBy ? [`bị thay thế bởi số ${replacedBy.symbol} ngày ${formatDate(replacedBy.issuedOn)} (${replacedBy.job})`] : []),
    ...(corrected ? [`được đính chính bởi số ${corrected.symbol} ngày ${formatDate(corrected.issuedOn)} (${corrected.job})`] : []),
    ...(remedy ? [remedy.kind === 'replacement' ? 'đang lập văn bản thay thế' : 'đang lập công văn đính chính'] : []),
  ];
}
