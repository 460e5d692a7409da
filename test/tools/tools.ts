/** Programs of Debian that look at our outputs from outside. Where one is missing its tests say so by name; under CI they fail. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'vitest';

/** Program → Debian package. */
const PACKAGES = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  unzip: 'unzip',
} as const;

export type ToolName = keyof typeof PACKAGES;

/** Path of a program; undefined where it is not installed. */
export function findTool(name: ToolName): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Path of a program that a test has asked for by `toolTest`. */
export function tool(name: ToolName): string {
  const path = findTool(name);
  if (path === undefined) throw new Error(`${name} is not installed: apt-get install ${PACKAGES[name]}`);
  return path;
}

export interface ToolRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function runTool(name: ToolName, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    execFile(tool(name), args, { encoding: 'utf8', maxBuffer: 1 << 29, timeout: 180_000, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A test that needs programs: run where they are, named as not run where they are not, failed under CI, which installs them. */
export function toolTest(title: string, needed: readonly ToolName[], run: () => Promise<void> | void): void {
  const absent = needed.filter((name) => findTool(name) === undefined);
  if (absent.length === 0) test(title, run);
  else if (process.env['CI']) test(title, () => absent.forEach(tool));
  else test.skipIf(true)(`NOT RUN: ${title} (${absent.join(', ')} not installed: apt-get install ${[...new Set(absent.map((name) => PACKAGES[name]))].join(' ')})`, run);
}
