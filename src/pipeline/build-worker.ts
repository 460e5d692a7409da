/** A process that builds the jobs it is given; apart so that it loads the workspace once and dies alone. */
import workerpool from 'workerpool';
import type { Host } from '../store/host.js';
import { createNodeHost } from '../store/node-host.js';
import { runJob, type JobOptions } from './build.js';
import { combineJobs } from './combine-units.js';
import { keepHeapSmall } from './heap.js';
import type { JobReport, PlannedJob } from './job-report.js';
import type { Job } from './jobs.js';
import type { CombineReport } from './run-jobs.js';
import { openReaders, type OpenReaders } from './session.js';

/** The same for every job of a run. */
export interface WorkerTask {
  readonly root: string;
  readonly out?: string | undefined;
  readonly options: JobOptions;
}

keepHeapSmall();
// Where Ctrl+C reaches this process too (Windows): the run that started it decides what is still done.
process.on('SIGINT', () => undefined);

let opened: Promise<{ readonly host: Host; readonly readers: OpenReaders }> | undefined;

function open({ root, out }: WorkerTask): Promise<{ readonly host: Host; readonly readers: OpenReaders }> {
  const host = writingWhileWanted(createNodeHost(root, out));
  return (opened ??= openReaders(host).then((readers) => {
    if (!readers) throw new Error(`${root} is no workspace any more`);
    return { host, readers };
  }));
}

/** The run may have been killed while a page was set: one turn of the event loop tells, and ends this process before it writes beside the next run. */
function writingWhileWanted(host: Host): Host {
  return {
    ...host,
    write: async (path, bytes) => {
      await new Promise((turned) => setImmediate(turned));
      return host.write(path, bytes);
    },
  };
}

workerpool.worker(
  {
    run: async (task: WorkerTask, planned: PlannedJob): Promise<JobReport> => {
      const { host, readers } = await open(task);
      return runJob(host, readers, planned, task.options);
    },
    combine: async (task: WorkerTask, base: string, jobs: readonly Job[]): Promise<CombineReport> => {
      const { host, readers } = await open(task);
      return combineJobs(host, readers, base, jobs);
    },
  },
  { onTerminate: async () => (await opened)?.readers.close() },
);
