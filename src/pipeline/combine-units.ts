/** The documents of all units in one PDF, to be printed in one go: `<document>--tat-ca.pdf`. Made anew where one of them was; the single files stay what is issued. */
import type { OfficialDocument } from '../document/tree.js';
import { pageStyle } from '../render/style.js';
import type { Host } from '../store/host.js';
import { composeJob } from './compose-job.js';
import type { Job } from './jobs.js';
import type { Session } from './session.js';

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

/** Path of the file, or undefined where no document of the group stands or the file is open elsewhere. */
export async function combineUnits(host: Host, { workspace, readPeriod, readLedger }: Session, base: string, jobs: readonly Job[]): Promise<string | undefined> {
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
