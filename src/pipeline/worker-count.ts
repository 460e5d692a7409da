/** How many processes build at once: pure, so that a test can stand for any machine. */

/** A worker at its highest (300 MB) and the process that reads its workbooks. */
const WORKER_MB = 400;
/** Starting a worker costs as much as many documents: on two cores 60 reports were made no sooner by two workers than by one process (test/bench/batch.mjs), whose workbook reader and garbage collector use the second core already. */
const JOBS_WORTH_A_WORKER = 50;

export interface Machine {
  readonly cores: number;
  readonly freeMb: number;
}

/** 1 means: in this process. `wanted` is `--jobs`, which knows better. */
export function workerCount(jobs: number, wanted: number | undefined, { cores, freeMb }: Machine): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, jobs));
  return Math.max(1, Math.min(cores, Math.floor(freeMb / WORKER_MB), Math.floor(jobs / JOBS_WORTH_A_WORKER)));
}
