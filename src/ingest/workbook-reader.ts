/** Workbooks through one long-lived child process: exceljs takes 0.3 s to load and may hang, so it is loaded once and can be killed. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';
import { guardWorkbook, type GuardedWorkbook } from './guard-workbook.js';
import { BLANK, type Merge, type RawCell, type RawSheet } from './raw-sheet.js';
import type { PlainSheet, XlsxAnswer, XlsxRequest } from './xlsx-process.js';

export interface WorkbookReader {
  /** Findings: file-unreadable, file-too-slow. Requests wait for one another. */
  read(file: string, bytes: Uint8Array): Promise<Outcome<readonly RawSheet[]>>;
  /** Ends the child; a later read starts another. */
  close(): Promise<void>;
}

/** Compiled, also when this file runs from src: both folders lie two levels below the package root. */
const CHILD = fileURLToPath(new URL('../../dist/ingest/xlsx-process.js', import.meta.url));

/** Of the ten seconds a file may take, what is left beside opening it and looking at its tables. */
const TIME_LIMIT_MS = 8_000;

export function createWorkbookReader(options: { timeLimitMs?: number; memoryMb?: number } = {}): WorkbookReader {
  const { timeLimitMs = TIME_LIMIT_MS, memoryMb = 512 } = options;
  let child: Child | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (bytes: Uint8Array): Promise<Answer> => {
    if (!child || child.ended()) child = startChild(memoryMb);
    return child.ask(bytes, timeLimitMs);
  };

  return {
    async read(file, bytes) {
      const guarded = await guardWorkbook(file, bytes);
      if (!guarded.ok) return guarded;
      const answer = last.then(() => ask(guarded.value.bytes));
      last = answer.catch(() => undefined);
      const read = toOutcome(file, guarded.value, await answer, timeLimitMs);
      return { ...read, findings: [...guarded.findings, ...read.findings] };
    },
    async close() {
      await last;
      await child?.end();
      child = undefined;
    },
  };
}

type Answer = Exclude<XlsxAnswer, { kind: 'ready' }> | { readonly kind: 'too-slow' } | { readonly kind: 'crashed' };

interface Child {
  ask(bytes: Uint8Array, timeLimitMs: number): Promise<Answer>;
  ended(): boolean;
  end(): Promise<void>;
}

function startChild(memoryMb: number): Child {
  const child = fork(CHILD, {
    serialization: 'advanced',
    // Ctrl+C in a terminal goes to a whole group: a workbook that is being read then would look like a broken one.
    detached: process.platform !== 'win32',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ready = false;
  let ended = false;
  let nextId = 1;
  const exit = new Promise<void>((resolve) => {
    const finish = (): void => {
      ended = true;
      process.removeListener('exit', kill);
      resolve();
    };
    child.once('exit', finish).once('error', finish);
  });
  const kill = (): void => void child.kill('SIGKILL');
  // A child in an endless loop would outlive us: it never looks at its closed channel.
  process.once('exit', kill);
  child.on('message', (answer: XlsxAnswer) => {
    if (answer.kind === 'ready') ready = true;
  });
  setReferenced(child, false);

  return {
    ended: () => ended,
    end: () => {
      // Who waits for the end must not be ended by an empty event loop.
      setReferenced(child, true);
      kill();
      return exit;
    },
    async ask(bytes, timeLimitMs) {
      const request: XlsxRequest = { id: nextId++, bytes };
      setReferenced(child, true);
      let timer: NodeJS.Timeout | undefined;
      let onExit: () => void = () => undefined;
      const answer = await Promise.race<Answer>([
        new Promise((resolve) => {
          const listen = (message: XlsxAnswer): void => {
            if (message.kind === 'ready' || message.id !== request.id) return;
            child.off('message', listen);
            resolve(message);
          };
          child.on('message', listen);
          // A failed send is followed by the child's exit.
          child.send(request, () => undefined);
        }),
        // Not `exit.then`: a reaction to a promise that stays pending would keep every answer alive.
        new Promise((resolve) => {
          onExit = () => resolve({ kind: 'crashed' });
          if (ended) onExit();
          else child.once('exit', onExit).once('error', onExit);
        }),
        new Promise((resolve) => {
          timer = setTimeout(() => resolve({ kind: 'too-slow' }), timeLimitMs);
        }),
      ]);
      clearTimeout(timer);
      child.off('exit', onExit).off('error', onExit);
      if (answer.kind === 'crashed' && !ready) throw new Error(`cannot start ${CHILD}: compile the package first (npm run build)`);
      if (answer.kind === 'too-slow') {
        kill();
        await exit;
      }
      setReferenced(child, false);
      return answer;
    },
  };
}

/** An idle child must not keep the process alive; a busy one must. */
function setReferenced(child: ChildProcess, referenced: boolean): void {
  if (referenced) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function toOutcome(file: string, guarded: GuardedWorkbook, answer: Answer, timeLimitMs: number): Outcome<readonly RawSheet[]> {
  const refuse = (reason: string): Outcome<never> => refused([found('file-unreadable', { in: 'file', file }, { reason })]);
  switch (answer.kind) {
    case 'too-slow':
      return refused([found('file-too-slow', { in: 'file', file }, { seconds: timeLimitMs / 1000 })]);
    case 'crashed':
      return refuse('nội dung quá lớn hoặc bị hỏng, phần mềm đọc bị ngắt giữa chừng');
    case 'failed':
      return refuse('cấu trúc bên trong không hợp lệ');
    case 'sheets':
      if (answer.sheets.length !== guarded.sheets.length) return refuse('có trang tính không đọc được');
      return accepted(
        guarded.sheets.map(({ name, merges, hidden }, index) => ({
          file,
          origin: { in: 'sheet' as const, sheet: name },
          rows: toGrid(answer.sheets[index]!, merges),
          merges,
          ...(hidden.sheet || hidden.rows.length > 0 || hidden.columns.length > 0 ? { hidden } : {}),
        })),
      );
  }
}

/** A grid whose cells under a merge are blank, but for its top left: what lies below cannot be seen in Excel. */
function toGrid(cells: PlainSheet, merges: readonly Merge[]): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [];
  for (const { row, column, cell } of cells) {
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1]!;
    while (line.length < column - 1) line.push(BLANK);
    line[column - 1] = cell;
  }
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length); row++) {
      const line = rows[row - 1]!;
      for (let column = row === top ? left + 1 : left; column <= Math.min(right, line.length); column++) line[column - 1] = BLANK;
    }
  }
  return rows;
}
