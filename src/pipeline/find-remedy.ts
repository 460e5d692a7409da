/** What a job's document says of an issued one, where it replaces that or puts it right: the sealed version is read back and compared with the document of today. */
import { changedPassages, type Passage } from '../document/changed-passages.js';
import { compareDocuments } from '../document/compare.js';
import { inlineText } from '../document/walk.js';
import { capitalise } from '../finding/capitalise.js';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { formatPeriodId, parsePeriod } from '../statistics/period.js';
import type { Host } from '../store/host.js';
import type { Entry } from '../store/ledger-entry.js';
import { entriesOf, type Ledger, type LedgerReader } from '../store/ledger.js';
import { hashSlice, sliceKey, type Slice } from '../store/ledger-slices.js';
import { recordReads, type Reads } from '../store/recording-host.js';
import type { Composition, DocumentTemplate } from '../template/compose.js';
import type { Manifest } from '../template/manifest.js';
import type { NumberAndDate } from '../template/number-and-date.js';
import type { ChangedText, RemediedDocument, Said } from '../template/remedied-document.js';
import type { PrintedFigure } from '../template/trace.js';
import { changedFigures, type ChangedFigures } from './changed-figures.js';
import type { Job } from './jobs.js';
import { printedByTrace, toListedDocument, withoutReplacing, type ListedDocument } from './listed-document.js';
import { remediedBy, type Remedied } from './remedied-by.js';
import { loadSealed } from './sealed-document.js';
import type { Workspace } from './workspace.js';

/** What a document is composed with, besides its own data, where it puts an issued one right. */
export interface RemedyFacts {
  /** With the slots of the addition. */
  readonly manifest: Manifest;
  readonly remedied: RemediedDocument;
  /** Set into a replacing document. */
  readonly addition?: DocumentTemplate;
}

export interface RemedyTools {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly readLedger: LedgerReader;
  /** The job's own document under a number and date, without what it says of another. */
  readonly draw: (issue: NumberAndDate) => Composition;
  /** Another job's document of today under a number and date. */
  readonly composeAsIssued: (job: Job, issue: NumberAndDate) => Promise<{ readonly composition: Composition | undefined; readonly findings: readonly Finding[]; readonly reads: Reads }>;
}

export interface FoundRemedy {
  /** undefined where the document puts nothing right, or findings say why it cannot. */
  readonly facts?: RemedyFacts;
  /** Not issued yet: a new draft beside an issued document is meant. */
  readonly open: boolean;
  readonly findings: readonly Finding[];
  readonly reads: Reads;
}

export async function findRemedy(job: Job, manifest: Manifest, tools: RemedyTools): Promise<FoundRemedy> {
  const { ledger, workspace } = tools;
  const remedied = remediedBy(ledger, job.id);
  const slices: Slice[] = manifest.remedy === 'errata' ? [{ of: 'errata', period: formatPeriodId(job.period) }] : [];
  if (remedied) slices.push({ of: 'document', job: remedied.entry.job });
  const reads: Reads = Object.fromEntries(slices.map((slice) => [sliceKey(job.agency, slice), hashSlice(ledger, slice)]));
  if (!remedied) return { open: false, findings: [], reads };
  const { open } = remedied;
  if (remedied.kind === 'errata') return findErrata(manifest, remedied, reads, tools);
  const compared = await compareWithSealed(remedied, tools.draw(asIssued(remedied.entry)), tools);
  if (!compared.outcome.ok) return { open, findings: compared.outcome.findings, reads: { ...reads, ...compared.reads } };
  const addition = [...workspace.templates.values()].find(({ value }) => value.manifest.remedy === 'replacement');
  const { text, ...facts } = compared.outcome.value;
  return {
    facts: {
      manifest: { ...manifest, written: { ...manifest.written, ...addition?.value.manifest.written } },
      remedied: { ...facts, text: text.filter(readsOtherwise) },
      ...(addition ? { addition: addition.value.template } : {}),
    },
    open,
    findings: [],
    reads: { ...reads, ...compared.reads, ...addition?.reads },
  };
}

export function asIssued({ number, issuedOn }: Entry<'issued'>): NumberAndDate {
  return { number, date: issuedOn };
}

/** A công văn đính chính: only words may differ. */
async function findErrata(manifest: Manifest, remedied: Remedied, own: Reads, tools: RemedyTools): Promise<FoundRemedy> {
  const { entry, open } = remedied;
  const today = await tools.composeAsIssued(parseJob(entry.job), asIssued(entry));
  if (!today.composition) return { open, findings: today.findings.filter(({ severity, waived }) => severity === 'error' && !waived), reads: { ...own, ...today.reads } };
  const compared = await compareWithSealed(remedied, today.composition, tools);
  const reads = { ...own, ...today.reads, ...compared.reads };
  if (!compared.outcome.ok) return { open, findings: compared.outcome.findings, reads };
  const facts = compared.outcome.value;
  if (open && facts.figures.length > 0) return { open, findings: [errataOfFigures(entry, facts.figures)], reads };
  return { facts: { manifest, remedied: addressed(facts) }, open, findings: [], reads };
}

export function errataOfFigures({ at, symbol, job }: Entry<'issued'>, figures: RemediedDocument['figures']): Finding {
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
async function compareWithSealed({ entry, open }: Remedied, composition: Composition, { host, ledger, readLedger, workspace }: RemedyTools): Promise<Compared> {
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
  const said = (texts: readonly string[]): readonly string[] => [...new Set(texts.map((one) => withinSentence(one.trim().replace(/[.;]+$/, ''))))];
  return {
    kind: typeName === undefined ? 'Công văn' : capitalise(typeName.toLocaleLowerCase('vi')),
    symbol,
    issuedOn,
    subject: withinSentence(inlineText(subject).replace(/^V\/v /, '')),
    addressees: document.addressees,
    recipients: document.recipients,
    reasons: said(corrections.map(({ reason }) => reason)),
    bases: [...new Set(corrections.map(({ basis }) => basis.trim().replace(/[.;]+$/, '')))],
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
