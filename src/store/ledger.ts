/** What people decided about an agency's figures and documents, one JSON line each, only ever appended: `data/<agency>/ledger.jsonl`. */
import type { z } from 'zod';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Host, WriteResult } from './host.js';
import { contents, envelope, isEntryType, type Entry, type EntryType, type NewEntry } from './ledger-entry.js';
import { hashBytes } from './recording-host.js';

export interface Ledger {
  readonly file: string;
  /** In the order of the file, those taken back too. */
  readonly entries: readonly Entry[];
  /** Faulty lines, and lines of a kind this version does not use. */
  readonly findings: readonly Finding[];
}

export function ledgerPath(agency: string): string {
  return `data/${agency}/ledger.jsonl`;
}

export async function loadLedger(host: Host, agency: string): Promise<Ledger> {
  return readLedger(ledgerPath(agency), (await host.read(ledgerPath(agency))) ?? new Uint8Array());
}

export type LedgerReader = (agency: string) => Promise<Ledger>;

/** Each ledger is read once a run. */
export function createLedgerReader(host: Host): LedgerReader {
  const known = new Map<string, Promise<Ledger>>();
  return (agency) => {
    const ledger = known.get(agency) ?? loadLedger(host, agency);
    known.set(agency, ledger);
    return ledger;
  };
}

/** For callers without a disk: nothing was decided. */
export const noLedger: LedgerReader = async (agency) => readLedger(ledgerPath(agency), new Uint8Array());

export function readLedger(path: string, bytes: Uint8Array): Ledger {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  const unused = new Map<string, number[]>();
  let previous = '';
  for (const [index, text] of linesOf(bytes).entries()) {
    if (text.trim() === '') continue;
    const at = { in: 'text', file: path, line: index + 1 } as const;
    const read = readLine(text, previous);
    previous = read.id ?? previous;
    if (read.kind === 'invalid') findings.push(found('ledger-invalid', at, { reason: read.reason }));
    else if (read.kind === 'unused') unused.set(read.type, [...(unused.get(read.type) ?? []), at.line]);
    else entries.push({ ...read.content, type: read.type, entry: read.id, at } as Entry);
  }
  for (const [type, lines] of unused) {
    findings.push(found('ledger-entry-unused', { in: 'text', file: path, line: lines[0]! }, { type, lines: lines.join(', ') }));
  }
  return { file: path, entries, findings };
}

/** Ids of the entries that later ones took back. */
export function withdrawnEntries({ entries }: Pick<Ledger, 'entries'>): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.type === 'withdrawal' ? [entry.of] : [])));
}

/** Entries of one kind that hold: without those that a later entry took back. */
export function entriesOf<T extends EntryType>({ entries }: Pick<Ledger, 'entries'>, type: T): readonly Entry<T>[] {
  const withdrawn = withdrawnEntries({ entries });
  return entries.filter((entry) => entry.type === type && !withdrawn.has(entry.entry)) as readonly Entry[] as readonly unknown[] as readonly Entry<T>[];
}

type ReadLine =
  /** `id` is what the next line was made from, even where this one is not taken. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly id: string | undefined }
  | { readonly kind: 'unused'; readonly type: string; readonly id: string }
  | { readonly kind: 'entry'; readonly type: EntryType; readonly content: object; readonly id: string };

function readLine(text: string, previous: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid', reason: 'dòng không phải một đối tượng JSON trọn vẹn', id: undefined };
  }
  const head = envelope.safeParse(value);
  if (!head.success) return { kind: 'invalid', reason: `thiếu hoặc sai mục ${fieldsOf(head.error)}`, id: undefined };
  const { v, entry: id, type, ...rest } = head.data;
  if (v !== 1 || !isEntryType(type)) return { kind: 'unused', type, id };
  const body = contents[type].safeParse(rest);
  if (!body.success) return { kind: 'invalid', reason: `thiếu hoặc sai mục ${fieldsOf(body.error)}`, id };
  if (id !== entryIdOf(previous, type, rest)) return { kind: 'invalid', reason: 'mã số của dòng không khớp, tức là dòng này hoặc dòng trước nó đã bị sửa hay xóa bằng tay', id };
  return { kind: 'entry', type, content: body.data, id };
}

function fieldsOf(error: z.ZodError): string {
  return [...new Set(error.issues.map(({ path }) => `«${path.join('.') || 'toàn dòng'}»`))].join(', ');
}

/** A byte order mark and CRLF are what an editor leaves. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n').map((line) => line.replace(/\r$/, ''));
}

/** Each entry carries the one before it in its id: a line changed or taken out by hand shows. */
function entryIdOf(previous: string, type: string, content: object): string {
  return hashBytes(new TextEncoder().encode(JSON.stringify([previous, type, content]))).slice(0, 12);
}

/** The id the next entry is made from; '' in an empty ledger. */
function lastEntry(bytes: Uint8Array): string {
  let previous = '';
  for (const text of linesOf(bytes)) if (text.trim() !== '') previous = readLine(text, previous).id ?? previous;
  return previous;
}

/** The ledger's bytes with entries added, each made from the one before it. */
export function withEntries(present: Uint8Array, added: readonly NewEntry[]): Uint8Array {
  let previous = lastEntry(present);
  const lines = added.map(({ type, ...content }) => {
    previous = entryIdOf(previous, type, content);
    return `${JSON.stringify({ v: 1, entry: previous, type, ...content })}\n`;
  });
  return new TextEncoder().encode(lines.join(''));
}

/** What `decide` makes of the ledger is appended in one write; it runs while no other process can write, and appends nothing where it gives nothing. */
export async function appendEntries(host: Host, agency: string, decide: (present: Ledger) => readonly NewEntry[]): Promise<WriteResult> {
  const path = ledgerPath(agency);
  return host.append(path, (present) => withEntries(present, decide(readLedger(path, present))));
}

/** A waiver before it is an entry. */
export type NewWaiver = Omit<Extract<NewEntry, { type: 'waiver' }>, 'type'>;

/** Nothing is appended for a finding that is waived already. */
export async function appendWaiver(host: Host, agency: string, content: NewWaiver): Promise<WriteResult | 'already'> {
  let known = false;
  const result = await appendEntries(host, agency, (ledger) => {
    known = entriesOf(ledger, 'waiver').some(({ finding }) => finding === content.finding);
    return known ? [] : [{ type: 'waiver', ...content }];
  });
  return known && result === 'written' ? 'already' : result;
}
