/** One run over a workspace: what is loaded, which jobs are meant, and the readers they share until the end. */
import type { Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { createWorkbookReader, type WorkbookReader } from '../ingest/workbook-reader.js';
import type { Host } from '../store/host.js';
import { createLedgerReader, type LedgerReader } from '../store/ledger.js';
import { withUnitJobs } from './unit-jobs.js';
import type { UnitMemory } from './unit-memory.js';
import { findIgnoredFolders, findJobs, selectJobs, type Job, type Selection } from './jobs.js';
import { createPeriodReader, type PeriodReader } from './read-period.js';
import { loadWorkspace, type Workspace } from './workspace.js';

/** What jobs are composed from. */
export interface Readers {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly readPeriod: PeriodReader;
  readonly readLedger: LedgerReader;
  readonly workbooks: WorkbookReader;
}

export interface OpenReaders extends Readers {
  readonly close: () => Promise<void>;
}

export interface Session extends Readers {
  readonly jobs: readonly Job[];
  /** Asked for by id but not there. */
  readonly unknownJobs: readonly string[];
  /** Findings that belong to no single job: declarations that could not be read. */
  readonly findings: readonly Finding[];
  /** Whether every unit's document of a base id is among the jobs. */
  readonly isWhole: (base: string) => boolean;
  /** Units without a document of their own, each with the reason. */
  readonly leftOut: readonly Finding[];
}

/** undefined where the root is no workspace. */
export async function openReaders(host: Host): Promise<OpenReaders | undefined> {
  const workspace = await loadWorkspace(host);
  if (!workspace) return undefined;
  const workbooks = createWorkbookReader();
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const readLedger = createLedgerReader(host);
  return { host, workspace, readPeriod: createPeriodReader(host, forms, workbooks, readLedger), readLedger, workbooks, close: () => workbooks.close() };
}

/** Runs `work` and ends the readers; undefined where the root is no workspace. */
export async function withSession<T>(host: Host, selection: Selection, work: (session: Session) => Promise<T>, memory?: UnitMemory): Promise<T | undefined> {
  const readers = await openReaders(host);
  if (!readers) return undefined;
  const { workspace, readPeriod, readLedger, workbooks, close } = readers;
  try {
    const found = await findJobs(host, workspace, readLedger);
    // Only what may be meant: which units need a document is read from the data.
    const { jobs: all, leftOut } = await withUnitJobs(found.filter((job) => mayBeMeant(job, selection)), workspace, readPeriod, memory);
    const chosen = selectJobs(all, selection);
    const known = new Set([...found, ...all].map(({ id }) => id));
    return await work({
      host,
      workspace,
      jobs: chosen,
      unknownJobs: selection.jobs.filter((id) => !known.has(id)),
      findings: sortFindings([...workspace.findings, ...(await findIgnoredFolders(host, workspace))]),
      isWhole: (base) => all.every((job) => job.unit === undefined || job.id !== `${base}--${job.unit}` || chosen.includes(job)),
      leftOut: selection.unit === undefined ? leftOut : [],
      readPeriod,
      readLedger,
      workbooks,
    });
  } finally {
    await close();
  }
}

/** A folder's job, or one of the documents of its units. */
function mayBeMeant(job: Job, { jobs, ...rest }: Selection): boolean {
  const asked = jobs.length === 0 || jobs.some((id) => id === job.id || id.startsWith(`${job.id}--`));
  return asked && selectJobs([job], { ...rest, unit: undefined, jobs: [] }).length > 0;
}
