/** `issue`: number and date of the văn thư put into the document, the document sealed, the ledger told. In this order, so that a kill at any moment leaves no issue or a whole one. */
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Host } from '../store/host.js';
import { appendEntries, ledgerPath, loadLedger, type Ledger } from '../store/ledger.js';
import type { Entry, NewEntry } from '../store/ledger-entry.js';
import { hashSlice, sliceKey } from '../store/ledger-slices.js';
import { createHasher } from '../store/present-hash.js';
import { hashBytes } from '../store/recording-host.js';
import type { Composition } from '../template/compose.js';
import { printedNumber, type NumberAndDate } from '../template/number-and-date.js';
import type { JobReport } from './job-report.js';
import { checkEdited } from './check-edited.js';
import { composeJob } from './compose-job.js';
import { readIssueArguments, type IssueRequest } from './issue-arguments.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import { checkNumber, type WantedNumber } from './number-series.js';
import { planJob, type Step } from './plan.js';
import { remediedBy } from './remedied-by.js';
import { renderOutputs, type OutputFormat, type RenderedOutput } from './render-outputs.js';
import { removeSeal, sealBase, writeSeal, type SealedFile } from './seal.js';
import { withSession, type Session } from './session.js';
import { writeTree } from './tree-json.js';
import { attempt, removeLeftovers, writeOutputs } from './write-outputs.js';

export type IssueReport =
  | {
      /** already: the same issue stood in the ledger; its files and outputs are in place now. */
      readonly kind: 'issued' | 'already';
      readonly entry: Entry<'issued'>;
      readonly ledger: string;
      /** The ordinary outputs, brought up to date. */
      readonly outputs: JobReport;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: 'refused';
      /** Wrong use of the command, one sentence each. */
      readonly wrong: readonly string[];
      readonly findings: readonly Finding[];
    };

const FORMATS = ['docx', 'pdf', 'xlsx'] as const;
const OUTPUTS: readonly OutputFormat[] = [...FORMATS, 'figures'];

/** undefined where the root is no workspace. */
export function issue(host: Host, request: IssueRequest): Promise<IssueReport | undefined> {
  return withSession(host, { jobs: [request.job] }, (session) => issueJob(host, session, request));
}

async function issueJob(host: Host, session: Session, request: IssueRequest): Promise<IssueReport> {
  const { workspace, readPeriod, readLedger } = session;
  const { wrong, numbered, by } = readIssueArguments(request);
  const refused = (findings: readonly Finding[], more: readonly string[] = []): IssueReport => ({ kind: 'refused', wrong: [...more, ...wrong], findings: sortFindings(findings) });
  const job = session.jobs.find(({ id }) => id === request.job);
  if (!job) return refused([], [unknownJob(request.job, session)]);
  const agency = workspace.agencies.get(job.agency)!.value;
  const ledger = await readLedger(job.agency);
  const step = await planJob(job, { host, hash: createHasher(host), program: request.program, formats: OUTPUTS, force: false });
  const composed = await composeJob(job, workspace, readPeriod, host, readLedger, numbered);
  const { composition } = composed;
  const symbol = composition?.symbol;
  const wanted = numbered && symbol !== undefined ? toWanted(numbered, symbol, agency.symbol) : undefined;
  const findings = [...composed.findings, ...(request.edited === 'refuse' ? await overEdited(host, step) : [])];
  // A draft may have gaps for a person to fill; what is sealed stands for good.
  findings.push(...composed.findings.filter(({ code }) => code === 'paragraph-missing').map(({ place, message }) => found('issue-with-gap', place, { what: message })));
  if (composition && symbol === undefined) findings.push(found('issue-symbol-unknown', { in: 'file', file: agency.file }, { document: job.document }));
  if (numbered) findings.push(...checkDate(host.today(), numbered, composed.dataEnd, agency.file));
  const mayBeSame = isSameNumber(ledger, job, wanted);
  if (!mayBeSame) findings.push(...(wanted ? checkLedger(ledger, job, wanted) : alreadyIssued(ledger, job)));
  if (wrong.length > 0 || !composition || !wanted || hasError(findings)) return refused(findings);

  const rendered = await renderOutputs(job.id, composition, agency, FORMATS);
  findings.push(...rendered.findings);
  const files = toSeal(sealBase(job, wanted.symbol, ledger), rendered.outputs, composition, request);
  const standing = mayBeSame ? findSame(ledger, job, files) : undefined;
  if (mayBeSame && !standing) findings.push(...alreadyIssued(ledger, job));
  if (hasError(findings)) return refused(findings);
  const written = await writeSeal(host, wanted.symbol, files);
  const late = written.findings.length > 0 || standing ? written.findings : await enter(host, job, wanted, files, by);
  const present = await loadLedger(host, job.agency);
  if (late.length > 0) {
    // What cannot be removed is met by the next try.
    await removeSeal(host, written.created, present);
    return refused([...findings, ...late]);
  }
  const entry = standing ?? issueStateOf(present, job.id).current!;
  await removeLeftovers(host, [job.id]);
  const slice = { of: 'document', job: job.id } as const;
  const reads = { ...composed.reads, [sliceKey(job.agency, slice)]: hashSlice(present, slice) };
  const told = sortFindings(findings);
  const { program, edited } = request;
  const outputs = await writeOutputs(host, { step, program, reads, outputs: rendered.outputs, formats: OUTPUTS, findings: told, edited, issued: { entry: entry.entry, same: true } });
  const state = hasError(outputs.findings) ? 'refused' : 'built';
  return {
    kind: standing ? 'already' : 'issued',
    entry,
    ledger: ledgerPath(job.agency),
    outputs: { id: job.id, state, because: step.because, outputs: outputs.outputs, findings: outputs.findings },
    findings: [...told, ...outputs.findings],
  };
}

/** The ledger's line. What was decided before is asked again while no other process can write: findings where it no longer holds, or nothing could be written. */
async function enter(host: Host, job: Job, wanted: WantedNumber, files: readonly SealedFile[], by: string): Promise<readonly Finding[]> {
  const lost: Finding[] = [];
  const place = { in: 'file', file: ledgerPath(job.agency) } as const;
  const result = await attempt(() =>
    appendEntries(host, job.agency, (present) => {
      lost.push(...checkLedger(present, job, wanted).filter(({ severity }) => severity === 'error'));
      return lost.length > 0 ? [] : [toEntry(host, job, wanted, files, present, by)];
    }),
  );
  if (result.kind === 'locked') return [found('ledger-locked', place, {})];
  return result.kind === 'failed' ? [found('output-failed', place, { reason: result.reason })] : lost;
}

function toWanted({ number, date }: NumberAndDate, letters: string, agencySymbol: string): WantedNumber {
  return { number, date, symbol: `${printedNumber(number)}/${letters}`, agencySymbol };
}

/** Everything that is sealed, as bytes. */
function toSeal(base: string, outputs: readonly RenderedOutput[], { document }: Composition, { signed }: IssueRequest): readonly SealedFile[] {
  return [
    ...outputs.map(({ format, extension, bytes }) => ({ format, path: `${base}.${extension}`, bytes })),
    { format: 'tree', path: `${base}.tree.json`, bytes: writeTree(document) },
    ...(signed?.bytes ? [{ format: 'signed', path: `${base}.signed.${signed.extension}`, bytes: signed.bytes }] : []),
  ];
}

/** Whether a run before this one may have come as far as the ledger with the same issue. */
function isSameNumber(ledger: Ledger, job: Job, wanted: WantedNumber | undefined): boolean {
  const { current } = issueStateOf(ledger, job.id);
  return current !== undefined && current.symbol === wanted?.symbol && current.issuedOn === wanted.date;
}

/** The entry of this very issue: what it sealed is what would be sealed now. */
function findSame(ledger: Ledger, job: Job, files: readonly SealedFile[]): Entry<'issued'> | undefined {
  const { current } = issueStateOf(ledger, job.id);
  const sealed = new Map([...current!.files, ...(current!.signed ? [current!.signed] : [])].map(({ path, sha256 }) => [path, sha256]));
  return files.every(({ path, bytes }) => sealed.get(path) === hashBytes(bytes)) ? current : undefined;
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
async function overEdited(host: Host, step: Step): Promise<readonly Finding[]> {
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
