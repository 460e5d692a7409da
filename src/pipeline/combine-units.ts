/** The documents of all units in one PDF, to be printed in one go: `<document>--tat-ca.pdf`. Made anew where one of them was; the single files stay what is issued. */
import type { OfficialDocument } from '../document/tree.js';
import { pageStyle } from '../render/style.js';
import type { Host } from '../store/host.js';
import { hashBytes } from '../store/recording-host.js';
import { composeJob } from './compose-job.js';
import type { JobReport } from './job-report.js';
import type { Job } from './jobs.js';
import type { CombineReport, Lane } from './run-jobs.js';
import type { Readers, Session } from './session.js';

/** Jobs of units by the document they belong to. */
export function unitGroups(jobs: readonly Job[]): ReadonlyMap<string, readonly Job[]> {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    if (job.unit === undefined) continue;
    const base = job.id.slice(0, -job.unit.length - 2);
    groups.set(base, [...(groups.get(base) ?? []), job]);
  }
  return groups;
}

export function combinedPath(base: string): string {
  return `output/${base}--tat-ca.pdf`;
}

/** One PDF of all units where one of their documents is not the one it holds. */
export async function combineStale(host: Host, session: Session, reports: readonly JobReport[], lanes: readonly Lane[]): Promise<readonly (CombineReport & { readonly id: string })[]> {
  // A part of the units would make a file that looks whole.
  const whole = [...unitGroups(session.jobs)].filter(([base]) => session.isWhole(base));
  const stale = await staleBooks(host, whole, reports);
  const made: (CombineReport & { readonly id: string })[] = [];
  let taken = 0;
  const work = async (lane: Lane): Promise<void> => {
    while (taken < stale.length) {
      const index = taken++;
      const { base, jobs, saveKey } = stale[index]!;
      const report = await lane.combine(base, jobs);
      if (report.bug === undefined) await saveKey();
      made[index] = { id: base, ...report };
    }
  };
  await Promise.all(lanes.map(work));
  return made;
}

interface StaleBook {
  readonly base: string;
  readonly jobs: readonly Job[];
  /** Keeps what the file is now made from; it is made again where the disk is full. */
  readonly saveKey: () => Promise<void>;
}

/** Groups whose file is not there, or was made from other documents: also where the run that built those was interrupted before it made the file. */
async function staleBooks(host: Host, groups: readonly (readonly [string, readonly Job[]])[], reports: readonly JobReport[]): Promise<readonly StaleBook[]> {
  const inputs = new Map(reports.map(({ id, outputs }) => [id, [...new Set(outputs.map((output) => output.inputs))]]));
  const stale: StaleBook[] = [];
  for (const [base, jobs] of groups) {
    const key = hashBytes(encode(jobs.map(({ id }) => [id, inputs.get(id)])));
    const keyFile = `output/.baocao/${base}--tat-ca.json`;
    const known = await host.read(keyFile);
    const stands = (await host.list(`output/${base.slice(0, base.lastIndexOf('/'))}`)).some(({ name }) => combinedPath(base).endsWith(`/${name}`));
    if (stands && known && new TextDecoder().decode(known) === key) continue;
    // Where every one was refused there is nothing to join.
    if (jobs.every(({ id }) => (inputs.get(id) ?? []).length === 0)) continue;
    stale.push({ base, jobs, saveKey: async () => void (await host.write(keyFile, new TextEncoder().encode(key)).catch(() => undefined)) });
  }
  return stale;
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Path of the file, or undefined where no document of the group stands or the file is open elsewhere. */
async function combineUnits(host: Host, { workspace, readPeriod, readLedger }: Readers, base: string, jobs: readonly Job[]): Promise<string | undefined> {
  const documents: OfficialDocument[] = [];
  for (const job of jobs) {
    const { composition } = await composeJob(job, workspace, readPeriod, host, readLedger);
    if (composition) documents.push(composition.document);
  }
  if (documents.length === 0) return undefined;
  const agency = workspace.agencies.get(jobs[0]!.agency)!.value;
  const { writePdfBook } = await import('../render/pdf/write-pdf.js');
  const path = combinedPath(base);
  return (await host.write(path, await writePdfBook(documents, pageStyle(agency.style.sizeProfile)))) === 'written' ? path : undefined;
}

/** Never rejects, as `Lane` promises. */
export async function combineJobs(host: Host, readers: Readers, base: string, jobs: readonly Job[]): Promise<CombineReport> {
  try {
    return { path: await combineUnits(host, readers, base, jobs) };
  } catch (bug) {
    return { bug };
  }
}
