/**
 * Lanes that are processes of their own. Processes, not threads: one that runs out of memory or is killed takes nothing with it,
 * and what chart.js, fonts and V8's flags keep for a whole process is not shared.
 */
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import { found } from '../finding/catalog.js';
import type { WorkerTask } from './build-worker.js';
import type { JobReport } from './job-report.js';
import type { CombineReport, Lane } from './run-jobs.js';

/** Compiled, also when this file runs from src: both folders lie two levels below the package root. */
const WORKER = fileURLToPath(new URL('../../dist/pipeline/build-worker.js', import.meta.url));

/** A worker that is told to end and does not is in the middle of a document. */
const END_WITHIN_MS = 2000;

/** `memoryMb` bounds the heap of each; V8's own bound where it is not given. */
export function openWorkerLanes(task: WorkerTask, count: number, signal?: AbortSignal, memoryMb?: number): readonly Lane[] {
  return Array.from({ length: count }, () => openLane(task, signal, memoryMb));
}

/** A pool of one: which process takes a job is decided by who read its period, and a process that dies is replaced at the next job. */
function openLane(task: WorkerTask, signal: AbortSignal | undefined, memoryMb: number | undefined): Lane {
  const pool = workerpool.pool(WORKER, {
    workerType: 'process',
    maxWorkers: 1,
    workerTerminateTimeout: END_WITHIN_MS,
    // What V8 prints when it dies is for nobody.
    emitStdStreams: true,
    // Ctrl+C in a terminal goes to a whole group: the run decides what its workers still do.
    forkOpts: { serialization: 'advanced', detached: process.platform !== 'win32', ...(memoryMb === undefined ? {} : { execArgv: [`--max-old-space-size=${memoryMb}`] }) },
  });
  return {
    async run(planned) {
      try {
        return (await pool.exec('run', [task, planned])) as JobReport;
      } catch (error) {
        if (signal?.aborted) return undefined;
        const { job, because } = planned;
        if (!isLost(error)) return { id: job.id, because, state: 'failed', outputs: [], findings: [], bug: error };
        return { id: job.id, because, state: 'failed', outputs: [], findings: [found('worker-lost', { in: 'file', file: `output/${job.id}` }, {})] };
      }
    },
    async combine(base, jobs) {
      try {
        return (await pool.exec('combine', [task, base, jobs])) as CombineReport;
      } catch (bug) {
        return signal?.aborted ? {} : { bug };
      }
    },
    close: async () => void (await pool.terminate()),
  };
}

/** workerpool says it of a process that ended by itself or was killed. */
function isLost(error: unknown): boolean {
  return error instanceof workerpool.TerminateError;
}
