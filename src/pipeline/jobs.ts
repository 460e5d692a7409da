/** Jobs: one document of one agency for one period. Which exist follows from the folders under `data/<agency>/`, and from the ledger where a document is put right. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatPeriodId, monthsOfPeriod, parsePeriod, type Period } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import { createLedgerReader, type LedgerReader } from '../store/ledger.js';
import { hasLetter, LETTER, letterJob } from './remedied-by.js';
import type { Workspace } from './workspace.js';

export interface Job {
  /** `<agency>/<period>/<document>`. */
  readonly id: string;
  readonly agency: string;
  readonly period: Period;
  readonly document: string;
  /** Id of the unit, where there is one document for each: the job's id then ends in «--<unit>». */
  readonly unit?: string;
}

/** What the user asked for; an empty selection means every job. */
export interface Selection {
  readonly jobs: readonly string[];
  readonly agency?: string | undefined;
  readonly period?: string | undefined;
  readonly document?: string | undefined;
  readonly unit?: string | undefined;
}

/** Every job of the workspace, in the order of agencies, periods, documents. A document whose template could not be read is still a job: it is refused by name. */
export async function findJobs(host: Host, { agencies, manifests }: Workspace, readLedger: LedgerReader = createLedgerReader(host)): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const { value: agency } of agencies.values()) {
    const folders = (await host.list(`data/${agency.id}`)).flatMap(({ kind, name }) => (kind === 'directory' && parsePeriod(name) ? [name] : []));
    const madeUp = madeUpPeriods(folders);
    for (const name of [...folders, ...madeUp].sort()) {
      const period = parsePeriod(name)!;
      for (const [document, { periods }] of Object.entries(agency.documents)) {
        if (periods && !periods.includes(name)) continue;
        const manifest = manifests.get(document);
        // What puts documents right is made where the ledger says so.
        if (document === LETTER || manifest?.remedy !== undefined) continue;
        if (manifest && !manifest.periods.includes(period.kind)) continue;
        // Months bring figures and no words: a letter is a job where somebody wrote for its period.
        if (madeUp.includes(name) && !Object.values(manifest?.tables ?? {}).some(({ optional, tu }) => !optional && tu === undefined)) continue;
        jobs.push({ id: `${agency.id}/${name}/${document}`, agency: agency.id, period, document });
      }
      if (manifests.has(LETTER) && hasLetter(await readLedger(agency.id), agency.id, period)) jobs.push({ id: letterJob(agency.id, name), agency: agency.id, period, document: LETTER });
    }
  }
  return jobs;
}

/** Longer periods without a folder of their own, every month of which has one. */
function madeUpPeriods(folders: readonly string[]): readonly string[] {
  const years = new Set(folders.map((name) => parsePeriod(name)!.year));
  const longer = [...years].flatMap((year) => LONGER.map((part) => `${year}${part}`));
  return longer.filter((name) => !folders.includes(name) && monthsOfPeriod(parsePeriod(name)!).every((month) => folders.includes(formatPeriodId(month))));
}

const LONGER = ['', '-9M', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];

/** Folders under `data/` that belong to no agency, or whose name is no period: their figures would be missed in silence. */
export async function findIgnoredFolders(host: Host, { agencies, agencyFiles }: Workspace): Promise<readonly Finding[]> {
  const ignored = (path: string, reason: string): Finding => found('folder-ignored', { in: 'file', file: path }, { reason });
  const findings: Finding[] = [];
  for (const { name, kind } of await host.list('data')) {
    if (kind !== 'directory' || name === 'agencies' || name.startsWith('.')) continue;
    // An agency file that could not be read has its own finding.
    if (!agencies.has(name)) {
      if (!agencyFiles.includes(name)) findings.push(ignored(`data/${name}`, `không có cơ quan nào mang mã «${name}» trong data/agencies`));
      continue;
    }
    for (const folder of await host.list(`data/${name}`)) {
      if (folder.kind !== 'directory' || folder.name.startsWith('.') || parsePeriod(folder.name)) continue;
      findings.push(ignored(`data/${name}/${folder.name}`, 'tên thư mục không phải một kỳ (2021-02, 2021-Q1, 2021-H1, 2021-9M, 2022)'));
    }
  }
  return findings;
}

export function selectJobs(jobs: readonly Job[], selection: Selection): readonly Job[] {
  const { agency, period, document, unit } = selection;
  return jobs.filter(
    (job) =>
      (selection.jobs.length === 0 || selection.jobs.includes(job.id) || (job.unit !== undefined && selection.jobs.includes(job.id.slice(0, -job.unit.length - 2)))) &&
      (agency === undefined || job.agency === agency) &&
      (period === undefined || formatPeriodId(job.period) === period) &&
      (document === undefined || job.document === document) &&
      (unit === undefined || job.unit === unit),
  );
}
