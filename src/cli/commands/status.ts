/** `baocao status [tinh-trang]`: every job and whether its outputs are up to date. */
import type { Selection } from '../../pipeline/jobs.js';
import { readStatus } from '../../pipeline/status.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, nothingSelected, unknownJobs } from '../exit.js';
import { reasonWords, STATUS_WORDS } from '../messages.js';
import { printJson, printResult, shownPath, type GlobalOptions } from '../terminal.js';

export async function runStatus(host: Host, program: string, selection: Selection, options: GlobalOptions): Promise<number> {
  const entries = await readStatus(host, selection, program);
  if (!entries) return notAWorkspace('status', options);
  const missing = selection.jobs.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0) return unknownJobs('status', missing, options);
  const nothing = nothingSelected('status', entries.length, selection, options);
  if (nothing !== undefined) return nothing;
  if (options.json) {
    const jobs = entries.map(({ id, status, because, edited }) => ({ id, state: status, because, edited: edited.map((path) => shownPath(path, options)) }));
    printJson({ schemaVersion: 1, command: 'status', ok: true, jobs, findings: [] });
    return EXIT.fine;
  }
  for (const { id, status, because, edited } of entries) {
    printResult(`${STATUS_WORDS[status].padEnd(16)}${id}`);
    for (const reason of because) printResult(`                ${reasonWords(reason)}`);
    for (const path of edited) printResult(`                ${shownPath(path, options)}`);
  }
  if (entries.length === 0) printResult('Không có văn bản nào.');
  return EXIT.fine;
}
