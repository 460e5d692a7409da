/** Ctrl+C: at once, or after what is being written; apart because signals belong to the whole process. */
import { EXIT } from './exit.js';
import { printAside } from './terminal.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const exit = (): void => process.exit(EXIT.interrupted);

/** A command that writes nothing is ended where it stands. */
export function exitOnInterrupt(): void {
  process.on('SIGINT', exit);
}

/** The first signal aborts `work`, which ends what it has begun; the second ends the process. */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) exit();
    printAside('Đang dừng sau các văn bản đang lập dở; bấm Ctrl+C lần nữa để dừng ngay.');
    controller.abort();
  };
  process.off('SIGINT', exit);
  for (const name of SIGNALS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
    process.on('SIGINT', exit);
  }
}
