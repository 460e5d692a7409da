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

/** Neighbours share the tables of their period and the one before; towards the end the pieces get small, so that all lanes end together. */
const LONGEST_PIECE = 16;

/** Reports in the order of the jobs, whatever the number of lanes; undefined for those that an interruption left undone. */
export async function runJobs(
  planned: readonly PlannedJob[],
  lanes: readonly Lane[],
  signal: AbortSignal | undefined,
  tell: (done: number, job: string) => void,
): Promise<readonly (JobReport | undefined)[]> {
  const reports: (JobReport | undefined)[] = planned.map(() => undefined);
  let [taken, done] = [0, 0];
  const work = async (lane: Lane): Promise<void> => {
    while (taken < planned.length) {
      const piece = { from: taken, to: taken + Math.min(LONGEST_PIECE, Math.ceil((planned.length - taken) / (2 * lanes.length))) };
      taken = piece.to;
      for (let index = piece.from; index < piece.to; index++) {
        if (signal?.aborted) return;
        const one = planned[index]!;
        tell(done, one.job.id);
        reports[index] = await lane.run(one);
        tell(++done, one.job.id);
      }
    }
  };
  await Promise.all(lanes.map(work));
  return reports;
}
