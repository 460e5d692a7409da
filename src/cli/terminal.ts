/** What the terminal is to us: results on stdout, everything else on stderr, colour and progress only for a person. */
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { SingleBar } from 'cli-progress';
import type { Paint } from '../finding/describe.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';

export interface GlobalOptions {
  readonly root: string;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
}

export function printResult(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printAside(text: string): void {
  if (text !== '') process.stderr.write(`${text}\n`);
}

/** Colours for a stream that is a terminal, none with NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const coloured = stream.isTTY && !process.env['NO_COLOR'];
  return (text, style) => (coloured ? styleText(style, text) : text);
}

/** Asks a person one question; undefined where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) | undefined;

export function askOnTerminal({ json, quiet }: GlobalOptions): Ask {
  if (json || quiet || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await terminal.question(question)).trim();
    } finally {
      terminal.close();
    }
  };
}

export interface Progress {
  show(event: { done: number; all: number; job: string }): void;
  stop(): void;
}

/** A progress line on a terminal, nothing elsewhere. */
export function createProgress({ json, quiet }: GlobalOptions): Progress {
  if (json || quiet || !process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: '{bar} {value}/{total} {job}', stream: process.stderr, hideCursor: true, clearOnComplete: true });
  let started = false;
  return {
    show: ({ done, all, job }) => {
      if (!started) bar.start(all, done, { job });
      else bar.update(done, { job });
      started = true;
    },
    stop: () => bar.stop(),
  };
}

/** `output/…` as the user finds it: under `--out` where that is given, relative to the root, with «/». */
export function shownPath(relative: string, { root, out }: GlobalOptions): string {
  if (out === undefined || !(relative === 'output' || relative.startsWith('output/'))) return relative;
  return path.relative(root, path.join(out, relative.slice('output'.length))).split(path.sep).join('/');
}

export function shownFindings(findings: readonly Finding[], options: GlobalOptions): readonly Finding[] {
  const shown = (place: Place): Place => ({ ...place, file: shownPath(place.file, options) });
  return findings.map((finding) => ({ ...finding, place: shown(finding.place), related: finding.related.map(shown) }));
}
