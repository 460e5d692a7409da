/** `check` and `explain`: jobs composed and checked, periods without a document checked, nothing written. */
import { applyWaivers, checkWaivers } from '../check/waivers.js';
import type { Finding } from '../finding/finding.js';
import type { CheckedSource, CheckSheet } from '../finding/check-sheet.js';
import { sortFindings } from '../finding/order.js';
import type { Waiver } from '../finding/waiver.js';
import { formatPeriodId, parsePeriod } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import { entriesOf, type LedgerReader } from '../store/ledger.js';
import { createHasher } from '../store/present-hash.js';
import { ABSENT, type Reads } from '../store/recording-host.js';
import { checkPeriod } from './check-period.js';
import { toCheckSheet, type Checked } from './check-sheet.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import { selectJobs, type Job, type Selection } from './jobs.js';
import { checkSeals } from './seal.js';
import { withSession, type Session } from './session.js';

export interface CheckedJobs {
  readonly jobs: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  /** Periods whose data no chosen document uses. */
  readonly periods: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  /** Findings that belong to none of them: declarations, waivers that died. */
  readonly findings: readonly Finding[];
  readonly unknownJobs: readonly string[];
  readonly sheet: CheckSheet;
}

/** Findings of every chosen job and of every period that has files but no chosen job; the documents themselves are let go one by one. Undefined where the root is no workspace. */
export function checkJobs(host: Host, asked: Selection): Promise<CheckedJobs | undefined> {
  return withSession(host, { jobs: [] }, async (session) => {
    const { workspace, readPeriod, readLedger, jobs: all } = session;
    const selection = { ...asked, jobs: asked.jobs.map((id) => withoutFutureDocument(id, all)) };
    const jobs = selectCheckedJobs(all, selection);
    const periods = await findPeriods(host, session, jobs, selection);
    const known = [...all.flatMap((job) => [job.id, periodId(job)]), ...(await findPeriods(host, session, [], { jobs: [] })).map(periodId)];
    const checked: Checked[] = [];
    for (const job of jobs) {
      const { findings, untraced, reads } = await composeJob(job, workspace, readPeriod, host, readLedger);
      checked.push({ ...job, kind: 'document', findings, sources: sourcesOf(reads), untraced });
    }
    for (const { agency, period } of periods) {
      const ledger = await readLedger(agency);
      const [waivers, faults] = [entriesOf(ledger, 'waiver'), ledger.findings];
      const { id, findings, sources, untraced } = await checkPeriod(workspace.agencies.get(agency)!.value, period, workspace, readPeriod, waivers);
      checked.push({ id, agency, period, kind: 'period', findings: sortFindings(applyWaivers([...faults, ...findings], waivers)), sources, untraced });
    }
    const own = checked.flatMap(({ findings }) => findings);
    const agencies = [...new Set([...jobs, ...periods].map(({ agency }) => agency))];
    const waivers = (await Promise.all(agencies.map(readLedger))).flatMap((ledger) => entriesOf(ledger, 'waiver'));
    const seals = await sealFindings(host, readLedger, agencies, jobs);
    const general = sortFindings([...session.findings, ...session.leftOut, ...seals, ...checkWaivers(own, waivers.filter((waiver) => isCovered(waiver, all, checked, selection)))]);
    return {
      jobs: checked.filter(({ kind }) => kind === 'document'),
      periods: checked.filter(({ kind }) => kind === 'period'),
      findings: general,
      unknownJobs: selection.jobs.filter((id) => !known.includes(id)),
      sheet: toCheckSheet(workspace, checked, sortFindings([...general, ...own]), waivers),
    };
  });
}

type AgencyPeriod = Pick<Job, 'agency' | 'period'>;

function periodId({ agency, period }: AgencyPeriod): string {
  return `${agency}/${formatPeriodId(period)}`;
}

/** A document that its period does not have yet: the figures it will rest on can be checked all the same. */
function withoutFutureDocument(id: string, all: readonly Job[]): string {
  const [agency, period, document] = id.split('/');
  const hasDocuments = all.some((job) => periodId(job) === `${agency}/${period}`);
  return document === undefined || hasDocuments ? id : `${agency}/${period}`;
}

/** `<agency>/<period>` stands for all its jobs. */
function selectCheckedJobs(all: readonly Job[], selection: Selection): readonly Job[] {
  const wanted = ({ id, ...rest }: Job): boolean => selection.jobs.length === 0 || selection.jobs.includes(id) || selection.jobs.includes(periodId(rest));
  return selectJobs(all, { ...selection, jobs: [] }).filter(wanted);
}

/** Period folders that hold files and no chosen job; none where single documents were asked for. */
export async function findPeriods(host: Host, { workspace }: Session, jobs: readonly Job[], selection: Selection): Promise<readonly AgencyPeriod[]> {
  if (selection.document !== undefined) return [];
  const taken = new Set(jobs.map(periodId));
  const found: AgencyPeriod[] = [];
  for (const agency of workspace.agencies.keys()) {
    if (selection.agency !== undefined && agency !== selection.agency) continue;
    for (const { name, kind } of await host.list(`data/${agency}`)) {
      const period = kind === 'directory' ? parsePeriod(name) : undefined;
      if (!period || (selection.period !== undefined && name !== selection.period)) continue;
      const id = periodId({ agency, period });
      if (taken.has(id) || (selection.jobs.length > 0 && !selection.jobs.includes(id))) continue;
      const files = (await host.list(`data/${agency}/${name}`)).filter((entry) => entry.kind === 'file' && !/^[.~]/.test(entry.name));
      if (files.length > 0) found.push({ agency, period });
    }
  }
  return found;
}

/** Whether everything that could name the finding of a waiver was checked: a part of the checks cannot say that it is gone. */
function isCovered({ place: { file } }: Waiver, all: readonly Job[], checked: readonly Checked[], { jobs, period, document }: Selection): boolean {
  if (jobs.length === 0 && period === undefined && document === undefined) return true;
  const id = /^data\/([^/]+\/[^/]+)\//.exec(file)?.[1];
  const done = new Set(checked.map((one) => one.id));
  return checked.some((one) => periodId(one) === id) && all.every((job) => periodId(job) !== id || done.has(job.id));
}

/** Seals of the chosen documents that are not what the ledgers say. */
async function sealFindings(host: Host, readLedger: LedgerReader, agencies: readonly string[], jobs: readonly Job[]): Promise<readonly Finding[]> {
  const ids = new Set(jobs.map(({ id }) => id));
  const issued = (await Promise.all(agencies.map(readLedger))).flatMap((ledger) => entriesOf(ledger, 'issued'));
  return checkSeals(issued.filter(({ job }) => ids.has(job)), createHasher(host));
}

/** The files of the period folders a job read. */
function sourcesOf(reads: Reads): readonly CheckedSource[] {
  return Object.entries(reads)
    .filter(([path, sha256]) => /^data\/(?!agencies\/)[^/]+\/[^/]+\/[^/]+$/.test(path) && sha256 !== ABSENT)
    .map(([path, sha256]) => ({ path, sha256 }));
}

/** One job with its document; «unknown-job» where there is none of that id, undefined where the root is no workspace. */
export function composeOne(host: Host, id: string): Promise<ComposedJob | 'unknown-job' | undefined> {
  return withSession(host, { jobs: [id] }, async ({ workspace, jobs: [job], readPeriod, readLedger }) =>
    job ? composeJob(job, workspace, readPeriod, host, readLedger) : ('unknown-job' as const),
  );
}
