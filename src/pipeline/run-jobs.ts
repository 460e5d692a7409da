/** The jobs of a plan over one or several lanes: who takes which, and that nothing one job does stops the others. */
import type { Job } from './jobs.js';
import type { JobReport, PlannedJob } from './job-report.js';

/** Where jobs run one after another: this process, or a worker process of its own. Nothing it is asked for rejects. */
export interface Lane {
  /** undefined where the job was dropped because the run is being interrupted. */
  run(planned: PlannedJob): Promise<JobReport | undefined>;
  /** The documents of all units in one PDF. */
  combine(base: string, jobs: readonly Job[]): Promise<CombineReport>;
  close(): Promise<void>;
}

export interface CombineReport {
  /** undefined where no file was written. */
  readonly path?: string | undefined;
  readonly bug?: unknown;
}

/** Neighbours share the tables of their period and the one before; pieces are small enough that all lanes end together. */
const LONGEST_PIECE = 16;
const PIECES_PER_LANE = 4;

/** Reports in the order of the jobs, whatever the number of lanes; undefined for those that an interruption left undone. */
export async function runJobs(
  planned: readonly PlannedJob[],
  lanes: readonly Lane[],
  signal: AbortSignal | undefined,
  tell: (done: number, job: string) => void,
): Promise<readonly (JobReport | undefined)[]> {
  const reports: (JobReport | undefined)[] = planned.map(() => undefined);
  let done = 0;
  const size = Math.max(1, Math.min(LONGEST_PIECE, Math.ceil(planned.length / (lanes.length * PIECES_PER_LANE))));
  await inTurn(lanes, Math.ceil(planned.length / size), async (lane, piece) => {
    for (const [offset, one] of planned.slice(piece * size, (piece + 1) * size).entries()) {
      if (signal?.aborted) return;
      tell(done, one.job.id);
      reports[piece * size + offset] = await lane.run(one);
      tell(++done, one.job.id);
    }
  });
  return reports;
}

/** Numbers 0 … `count` − 1, each to the first lane that is free. */
export async function inTurn(lanes: readonly Lane[], count: number, work: (lane: Lane, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      while (next < count) await work(lane, next++);
    }),
  );
}
