/** `issue`: number and date of the văn thư put into the document, the document sealed, the ledger told. In this order, so that a kill at any moment leaves no issue or a whole one. */
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Host } from '../store/host.js';
import { appendEntries, ledgerPath, loadLedger, type Ledger } from '../store/ledger.js';
import type { Entry, NewEntry } from '../store/ledger-entry.js';
import { createHasher } from '../store/present-hash.js';
import { hashBytes } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import type { Composition } from '../template/compose.js';
import { printedNumber, type NumberAndDate } from '../template/number-and-date.js';
import { build, type JobReport } from './build.js';
import { checkEdited } from './check-edited.js';
import { composeJob } from './compose-job.js';
import { readIssueArguments, type IssueRequest } from './issue-arguments.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import { checkNumber, type WantedNumber } from './number-series.js';
import { planJob } from './plan.js';
import { remediedBy } from './remedied-by.js';
import { renderOutputs } from './render-outputs.js';
import { removeSeal, sealBase, writeSeal, type SealedFile } from './seal.js';
import { withSession, type Session } from './session.js';
import { writeTree } from './tree-json.js';
import { attempt, LOCKED } from './write-outputs.js';

export type IssueReport =
  | {
      /** already: the same issue stood in the ledger; its files and outputs are in place now. */
      readonly kind: 'issued' | 'already';
      readonly entry: Entry<'issued'>;
      readonly ledger: string;
      /** Of the build that brings the ordinary outputs up to date. */
      readonly outputs: JobReport | undefined;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: 'refused';
      /** Wrong use of the command, one sentence each. */
      readonly wrong: readonly string[];
      readonly findings: readonly Finding[];
    };

const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

/** undefined where the root is no workspace. */
export async function issue(host: Host, request: IssueRequest): Promise<IssueReport | undefined> {
  const sealed = await withSession(host, { jobs: [request.job] }, (session) => sealJob(host, session, request));
  if (!sealed || sealed.kind === 'refused') return sealed;
  const { program, edited } = request;
  // A run of its own: the ledger has changed since the session read it.
  const report = await build(host, { selection: { jobs: [request.job] }, formats: FORMATS, force: false, dryRun: false, edited, program });
  const [outputs] = report?.jobs ?? [];
  return { ...sealed, outputs, findings: sortFindings([...sealed.findings, ...(outputs?.findings ?? []).filter(isNewTo(sealed.findings))]) };
}

function isNewTo(known: readonly Finding[]): (finding: Finding) => boolean {
  const told = new Set(known.map((one) => JSON.stringify(one)));
  return (finding) => !told.has(JSON.stringify(finding));
}

type Sealed = Extract<IssueReport, { kind: 'refused' }> | Omit<Extract<IssueReport, { entry: object }>, 'outputs'>;

async function sealJob(host: Host, session: Session, request: IssueRequest): Promise<Sealed> {
  const { workspace, readPeriod, readLedger } = session;
  const { wrong, numbered, by } = readIssueArguments(request);
  const refused = (findings: readonly Finding[], more: readonly string[] = []): Sealed => ({ kind: 'refused', wrong: [...more, ...wrong], findings: sortFindings(findings) });
  const job = session.jobs.find(({ id }) => id === request.job);
  if (!job) return refused([], [unknownJob(request.job, session)]);
  const agency = workspace.agencies.get(job.agency)!.value;
  const ledger = await readLedger(job.agency);
  const composed = await composeJob(job, workspace, readPeriod, host, readLedger, numbered);
  const { composition } = composed;
  const findings = [...composed.findings, ...(await overEdited(host, job, request))];
  const symbol = composition?.symbol;
  if (composition && symbol === undefined) findings.push(found('issue-symbol-unknown', { in: 'file', file: agency.file }, { document: job.document }));
  const wanted = numbered && symbol !== undefined ? toWanted(numbered, symbol, agency.symbol) : undefined;
  const files = composition && wanted && !hasError(findings) ? await renderSeal(job, composition, wanted, ledger, agency, request, findings) : [];
  const standing = findSame(ledger, job, wanted, files);
  if (numbered) findings.push(...checkDate(host.today(), numbered, composed.dataEnd, agency.file));
  if (!standing) findings.push(...(wanted ? checkLedger(ledger, job, wanted) : alreadyIssued(ledger, job)));
  if (wrong.length > 0 || hasError(findings) || !wanted || files.length === 0) return refused(findings);

  const written = await writeSeal(host, wanted.symbol, files);
  if (written.findings.length > 0) return failed(host, job, written.created, [...findings, ...written.findings]);
  if (standing) return { kind: 'already', entry: standing, ledger: ledgerPath(job.agency), findings };
  const late: Finding[] = [];
  const appending = await attempt(() =>
    appendEntries(host, job.agency, (present) => {
      const lost = checkLedger(present, job, wanted).filter(({ severity }) => severity === 'error');
      late.push(...lost);
      return lost.length > 0 ? [] : [toEntry(host, job, wanted, files, present, by)];
    }),
  );
  if (appending.kind !== 'written') {
    const reason = appending.kind === 'failed' ? appending.reason : LOCKED;
    late.push(appending.kind === 'locked' ? found('ledger-locked', { in: 'file', file: ledgerPath(job.agency) }, {}) : found('output-failed', { in: 'file', file: ledgerPath(job.agency) }, { reason }));
  }
  if (late.length > 0) return failed(host, job, written.created, [...findings, ...late]);
  const { current } = issueStateOf(await loadLedger(host, job.agency), job.id);
  return { kind: 'issued', entry: current!, ledger: ledgerPath(job.agency), findings };
}

/** What was put in place for nothing goes; what cannot be removed is met by the next try. */
async function failed(host: Host, job: Job, created: readonly string[], findings: readonly Finding[]): Promise<Sealed> {
  const ledger = await loadLedger(host, job.agency);
  await removeSeal(host, created, ledger);
  return { kind: 'refused', wrong: [], findings: sortFindings(findings) };
}

function toWanted({ number, date }: NumberAndDate, letters: string, agencySymbol: string): WantedNumber {
  return { number, date, symbol: `${printedNumber(number)}/${letters}`, agencySymbol };
}

/** Everything that is sealed, as bytes. Findings of the writers go to `findings`. */
async function renderSeal(
  job: Job,
  composition: Composition,
  { symbol }: WantedNumber,
  ledger: Ledger,
  agency: Agency,
  { signed }: IssueRequest,
  findings: Finding[],
): Promise<readonly SealedFile[]> {
  const rendered = await renderOutputs(job.id, composition, agency, FORMATS);
  findings.push(...rendered.findings);
  const base = sealBase(job, symbol, ledger);
  const files: SealedFile[] = rendered.outputs.map(({ format, extension, bytes }) => ({ format, path: `${base}.${extension}`, bytes }));
  files.push({ format: 'tree', path: `${base}.tree.json`, bytes: writeTree(composition.document) });
  if (signed?.bytes) files.push({ format: 'signed', path: `${base}.signed.${signed.extension}`, bytes: signed.bytes });
  return files;
}

/** The entry of this very issue, where a run before this one came as far as the ledger. */
function findSame(ledger: Ledger, job: Job, wanted: WantedNumber | undefined, files: readonly SealedFile[]): Entry<'issued'> | undefined {
  const { current } = issueStateOf(ledger, job.id);
  if (!current || current.symbol !== wanted?.symbol || current.issuedOn !== wanted.date) return undefined;
  const sealed = new Map([...current.files, ...(current.signed ? [current.signed] : [])].map(({ path, sha256 }) => [path, sha256]));
  return files.length > 0 && files.every(({ path, bytes }) => sealed.get(path) === hashBytes(bytes)) ? current : undefined;
}

/** Asked of the ledger before anything is written, and again while nobody else can write to it. */
function checkLedger(ledger: Ledger, job: Job, wanted: WantedNumber): readonly Finding[] {
  return [...alreadyIssued(ledger, job), ...checkNumber(ledger, wanted).filter(({ code }) => code !== 'issue-number-taken' || !isOwnNumber(ledger, job, wanted))];
}

/** That the number is taken by this very document is told by issue-twice. */
function isOwnNumber(ledger: Ledger, job: Job, { number }: WantedNumber): boolean {
  const state = issueStateOf(ledger, job.id);
  return state.current?.number === number && !remediedBy(ledger, job.id)?.open;
}

function alreadyIssued(ledger: Ledger, job: Job): readonly Finding[] {
  const { current } = issueStateOf(ledger, job.id);
  return current && !remediedBy(ledger, job.id)?.open ? [found('issue-twice', current.at, { symbol: current.symbol, date: formatDate(current.issuedOn), job: job.id })] : [];
}

function checkDate(today: string, { date }: NumberAndDate, dataEnd: string | undefined, file: string): readonly Finding[] {
  const place = { in: 'file', file } as const;
  return [
    ...(dataEnd !== undefined && date < dataEnd ? [found('issue-before-data', place, { date: formatDate(date), end: formatDate(dataEnd) }, { seen: date, expected: dataEnd })] : []),
    ...(date > today ? [found('issue-in-future', place, { date: formatDate(date), today: formatDate(today) }, { seen: date, expected: today })] : []),
  ];
}

/** Outputs that somebody changed in Word: the seal would be without those changes. */
async function overEdited(host: Host, job: Job, { program, edited }: IssueRequest): Promise<readonly Finding[]> {
  if (edited !== 'refuse') return [];
  const step = await planJob(job, { host, hash: createHasher(host), program, formats: [...FORMATS, 'figures'], force: false });
  const questions = step.edited.map((file) => found('issue-over-edited', { in: 'file', file }, {}, { choices: ['--beside', '--overwrite'] }));
  return [...questions, ...(await checkEdited(host, step))];
}

function toEntry(host: Host, job: Job, { number, symbol, date }: WantedNumber, files: readonly SealedFile[], ledger: Ledger, by: string): NewEntry {
  const hashed = files.map(({ format, path, bytes }) => ({ format, path, sha256: hashBytes(bytes) }));
  const signed = hashed.find(({ format }) => format === 'signed');
  const remedied = remediedBy(ledger, job.id);
  return {
    type: 'issued',
    job: job.id,
    number,
    symbol,
    issuedOn: date,
    files: hashed.filter((one) => one !== signed),
    ...(signed ? { signed: { path: signed.path, sha256: signed.sha256 } } : {}),
    ...(remedied?.open ? { replaces: remedied.entry.entry } : {}),
    by,
    date: host.today(),
  };
}

function unknownJob(id: string, { jobs }: Session): string {
  if (jobs.length > 0) return `«${id}» có nhiều văn bản, mỗi đơn vị một văn bản; ghi rõ văn bản cần ban hành, ví dụ: ${jobs[0]!.id}.`;
  return `Không có văn bản: ${id}. Xem tên đúng bằng lệnh «baocao status».`;
}
