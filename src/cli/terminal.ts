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
  /** `kept` of those done took no time. */
  show(event: { done: number; all: number; kept: number; job: string }): void;
  stop(): void;
}

/** Where no bar can be drawn, a line each time so many documents are made. */
const DOCUMENTS_A_LINE = 50;
/** The first documents pay for the start. */
const MEASURED_AFTER = 4;

/** A progress line on a terminal, a line now and then elsewhere, with the time that remains at the rate measured so far. */
export function createProgress({ json, quiet }: GlobalOptions): Progress {
  if (json || quiet) return { show: () => undefined, stop: () => undefined };
  let started: number | undefined;
  const remaining = (made: number, left: number): string => {
    started ??= Date.now();
    return made < MEASURED_AFTER ? '' : remainingWords(((Date.now() - started) / made) * left);
  };
  if (!process.stderr.isTTY) {
    let told = 0;
    return {
      show: ({ done, all, kept }) => {
        const made = done - kept;
        const words = remaining(made, all - done);
        if (made === told || made % DOCUMENTS_A_LINE !== 0 || done === all) return;
        told = made;
        printAside(`Đã xong ${done}/${all} văn bản, ${words}`);
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({ format: '{bar} {value}/{total} {remaining} {job}', stream: process.stderr, hideCursor: true, clearOnComplete: true });
  let drawn = false;
  return {
    show: ({ done, all, kept, job }) => {
      const payload = { job, remaining: remaining(done - kept, all - done) };
      if (!drawn) bar.start(all, done, payload);
      else bar.update(done, payload);
      drawn = true;
    },
    stop: () => bar.stop(),
  };
}

/** Rounded as people say it: a second is never known. */
export function remainingWords(ms: number): string {
  const seconds = Math.max(5, Math.ceil(ms / 5000) * 5);
  if (seconds < 90) return `còn khoảng ${seconds} giây`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `còn khoảng ${minutes} phút` : `còn khoảng ${Math.floor(minutes / 60)} giờ ${String(minutes % 60).padStart(2, '0')} phút`;
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
