/** Exit codes of the contract, and the two ways a command can be wrong before it does anything. */
import type { Selection } from '../pipeline/jobs.js';
import { printAside, printJson, type GlobalOptions } from './terminal.js';

export const EXIT = { fine: 0, findings: 1, usage: 2, bug: 3, interrupted: 130 } as const;

/** What the user typed cannot be meant: thrown while arguments are read, told with the way to the help. */
export class WrongUse extends Error {}

export function notAWorkspace(command: string, options: GlobalOptions): number {
  return wrongUse(command, `Thư mục «${options.root}» không phải nơi làm việc: không có data/agencies và templates/documents. Dùng --root để chỉ thư mục khác.`, options);
}

export function unknownJobs(command: string, ids: readonly string[], options: GlobalOptions): number {
  return wrongUse(command, `Không có văn bản: ${ids.join(', ')}. Xem tên đúng bằng lệnh «baocao status».`, options);
}

/** A selection that names no job is a slip of the hand, not an empty success. */
export function nothingSelected(command: string, found: number, { agency, period, document }: Selection, options: GlobalOptions): number | undefined {
  const named = [agency, period, document].filter((one) => one !== undefined);
  if (found > 0 || named.length === 0) return undefined;
  return wrongUse(command, `Không có văn bản nào ứng với: ${named.join(', ')}. Xem tên đúng bằng lệnh «baocao status».`, options);
}

export function wrongUse(command: string, message: string, options: GlobalOptions): number {
  if (options.json) printJson({ schemaVersion: 1, command, ok: false, jobs: [], findings: [], error: message });
  printAside(message);
  return EXIT.usage;
}
