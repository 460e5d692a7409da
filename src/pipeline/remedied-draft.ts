/** Composes a job's document, with what it says of an issued one where it replaces that or puts it right: the sealed version is read back and compared with the document of today. */
import { changedPassages, type Passage } from '../document/changed-passages.js';
import { compareDocuments } from '../document/compare.js';
import { inlineText } from '../document/walk.js';
import { capitalise } from '../finding/capitalise.js';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { parsePeriod } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import type { Entry } from '../store/ledger-entry.js';
import { entriesOf, type Ledger, type LedgerReader } from '../store/ledger.js';
import { hashSlice, sliceKey, type Slice } from '../store/ledger-slices.js';
import { recordReads, type Reads } from '../store/recording-host.js';
import { compose, type Composition, type DocumentTemplate } from '../template/compose.js';
import type { DocumentData } from '../template/document-data.js';
import type { ChangedText, RemediedDocument, Said } from '../template/remedied-document.js';
import type { PrintedFigure } from '../template/trace.js';
import { changedFigures, type ChangedFigures } from './changed-figures.js';
import type { Job } from './jobs.js';
import { printedByTrace, toListedDocument, withoutReplacing, type ListedDocument } from './listed-document.js';
import { remediedBy, type Remedied } from './remedied-by.js';
import { loadSealed } from './sealed-document.js';
import type { Workspace } from './workspace.js';

export interface DraftTools {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly readLedger: LedgerReader;
  /** The document of another job as it is today. */
  readonly composeOther: (job: Job) => Promise<{ readonly composition: Composition | undefined; readonly findings: readonly Finding[]; readonly reads: Reads }>;
}

export interface Draft {
  readonly composition: Composition | undefined;
  readonly findings: readonly Finding[];
  readonly reads: Reads;
}

export async function composeDraft(job: Job, template: DocumentTemplate, data: DocumentData, tools: DraftTools): Promise<Draft> {
  const { ledger, workspace } = tools;
  const slices = [documentSlice(job.id)];
  const remedied = remediedBy(ledger, job.id);
  if (data.manifest.remedy === 'errata') slices.push({ of: 'errata', period: job.id.split('/')[1]! });
  if (remedied) slices.push(documentSlice(remedied.entry.job));
  const reads: Reads = Object.fromEntries(slices.map((slice) => [sliceKey(job.agency, slice), hashSlice(ledger, slice)]));
  if (remedied?.kind === 'errata') return composeLetter(template, data, remedied, reads, tools);
  const composition = compose(template, data);
  if (!remedied) return { composition, findings: [], reads };
  const compared = await compareWithSealed(remedied, composition, tools);
  const all = { ...reads, ...compared.reads };
  if (!compared.outcome.ok) return { composition: undefined, findings: compared.outcome.findings, reads: all };
  const addition = [...workspace.templates.values()].find(({ value }) => value.manifest.remedy === 'replacement');
  const manifest = { ...data.manifest, written: { ...data.manifest.written, ...addition?.value.manifest.written } };
  const facts = { ...compared.outcome.value, text: compared.outcome.value.text.filter(readsOtherwise) };
  return { composition: compose(template, { ...data, manifest, remedied: facts }, addition?.value.template), findings: [], reads: { ...all, ...addition?.reads } };
}

function documentSlice(job: string): Slice {
  return { of: 'document', job };
}

/** A công văn đính chính: only words may differ. */
async function composeLetter(template: DocumentTemplate, data: DocumentData, remedied: Remedied, own: Reads, tools: DraftTools): Promise<Draft> {
  const { job, symbol, at } = remedied.entry;
  const today = await tools.composeOther(parseJob(job));
  const reads = { ...own, ...today.reads };
  const errors = today.findings.filter(({ severity, waived }) => severity === 'error' && !waived);
  if (!today.composition) return { composition: undefined, findings: errors, reads };
  const compared = await compareWithSealed(remedied, today.composition, tools);
  const all = { ...reads, ...compared.reads };
  if (!compared.outcome.ok) return { composition: undefined, findings: compared.outcome.findings, reads: all };
  const facts = compared.outcome.value;
  if (remedied.open && facts.figures.length > 0) return { composition: undefined, findings: [errataOfFigures(at, symbol, job, facts.figures)], reads: all };
  return { composition: compose(template, { ...data, remedied: addressed(facts) }), findings: [], reads: all };
}

export function errataOfFigures(at: Finding['place'], symbol: string, job: string, figures: RemediedDocument['figures']): Finding {
  const shown = figures.slice(0, MOST_SHOWN).map(({ name, before, after }) => `${name} (${before?.text ?? '-'} → ${after?.text ?? '-'})`);
  const rest = figures.length - shown.length;
  return found('errata-of-figures', at, { symbol, job, count: figures.length, figures: shown.join('; ') + (rest > 0 ? ` và ${rest} số liệu khác` : '') });
}

const MOST_SHOWN = 10;

interface Compared {
  readonly outcome: Outcome<RemediedDocument>;
  readonly reads: Reads;
}

/** The sealed document against the one of today; refused where the sealed one cannot be used, or nothing is left to be put right. */
async function compareWithSealed({ entry, open }: Remedied, composition: Composition, { host, ledger, readLedger, workspace }: DraftTools): Promise<Compared> {
  const recording = recordReads(host);
  const sealed = await loadSealed(recording.host, entry);
  if (!sealed.ok) return { outcome: sealed, reads: recording.reads() };
  const today = withoutReplacing(toListedDocument(composition));
  const ledgers = await Promise.all([...workspace.agencies.keys()].map(readLedger));
  const changes = compareListed(sealed.value, today, ledgers);
  if (open && changes.figures.length + changes.text.length === 0) {
    const remedy = entriesOf(ledger, 'remedy').findLast(({ of }) => of === entry.entry);
    return { outcome: refused([found('remedy-needless', entry.at, { symbol: entry.symbol, entry: remedy?.entry ?? '' })]), reads: recording.reads() };
  }
  return { outcome: accepted(toRemedied(entry, sealed.value, changes)), reads: recording.reads() };
}

export interface Changes extends ChangedFigures {
  readonly text: readonly ChangedText[];
}

/** Everything that a reader of the issued document would find otherwise today, its number and date apart. */
export function compareListed(sealed: ListedDocument, today: ListedDocument, ledgers: readonly Ledger[]): Changes {
  const corrections = new Map(ledgers.flatMap((one) => entriesOf(one, 'correction')).map((one) => [one.entry, one]));
  const [before, after] = [printedByTrace(sealed), printedByTrace(today)];
  const text = changedPassages(compareDocuments(sealed.document, today.document)).map(({ place, issued, draft }) => ({ place, before: toSaid(issued, before), after: toSaid(draft, after) }));
  return { ...changedFigures(sealed, today, corrections), text };
}

function toSaid(passage: Passage, printed: ReadonlyMap<string, PrintedFigure>): Said {
  return passage.map((piece) => (typeof piece === 'string' ? piece : (printed.get(piece.trace) ?? piece.text)));
}

/** Beyond the figures, which have a table of their own. */
function readsOtherwise({ before, after }: ChangedText): boolean {
  const words = (said: Said): string => said.map((piece) => (typeof piece === 'string' ? piece : '…')).join('').replace(/\s+/g, ' ').trim();
  return words(before) !== words(after);
}

function toRemedied({ symbol, issuedOn }: Entry<'issued'>, { document }: ListedDocument, { figures, corrections, text }: Changes): RemediedDocument {
  const { typeName, subject } = document.title;
  const said = (texts: readonly string[]): readonly string[] => [...new Set(texts.map((one) => one.trim().replace(/[.;]+$/, '')))];
  return {
    kind: typeName === undefined ? 'Công văn' : capitalise(typeName.toLocaleLowerCase('vi')),
    symbol,
    issuedOn,
    subject: withinSentence(inlineText(subject).replace(/^V\/v /, '')),
    addressees: document.addressees,
    recipients: document.recipients,
    reasons: said(corrections.map(({ reason }) => reason)),
    bases: said(corrections.map(({ basis }) => basis)),
    figures,
    text,
  };
}

/** «Tình hình, kết quả …» behind «về»; a name, whose second word has a capital too, stays as it is. */
function withinSentence(subject: string): string {
  return /^\p{Lu}\p{Ll}* \p{Ll}/u.test(subject) || /^\p{Lu}\p{Ll}*,/u.test(subject) ? subject[0]!.toLocaleLowerCase('vi') + subject.slice(1) : subject;
}

/** A công văn is addressed to somebody: where the issued document was not, to all that got it (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9). */
function addressed(facts: RemediedDocument): RemediedDocument {
  if (facts.addressees.length > 0) return facts;
  const kept = facts.recipients.filter((one) => /^Lưu\b/u.test(one));
  return { ...facts, addressees: facts.recipients.filter((one) => !kept.includes(one)), recipients: ['Như trên', ...kept] };
}

/** A job's parts from its id, which named a job when its document was issued. */
function parseJob(id: string): Job {
  const [agency, period, name] = id.split('/') as [string, string, string];
  const [document, unit] = name.split('--') as [string, string | undefined];
  return { id, agency, period: parsePeriod(period)!, document, ...(unit === undefined ? {} : { unit }) };
}
