/** What people decided about an agency's figures and documents, one JSON line each, only ever appended: `data/<agency>/ledger.jsonl`. */
import { z } from 'zod';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { Waiver } from '../finding/waiver.js';
import type { Host, WriteResult } from './host.js';
import { hashBytes } from './recording-host.js';

export interface Ledger {
  readonly file: string;
  readonly waivers: readonly Waiver[];
  /** Faulty lines, and lines of a kind this version does not use. */
  readonly findings: readonly Finding[];
}

const filled = z.string().refine((text) => text.trim() !== '');
const file = filled;
const entryId = z.string().regex(/^[0-9a-f]{12}$/);

/** Places as in `--json`, so that the ledger reads like the findings a person saw. */
const place = z.union([
  z.object({ file, sheet: z.string(), cell: z.string().optional() }).transform(({ cell, ...rest }): Place => ({ in: 'sheet', ...rest, ...(cell === undefined ? {} : { cell }) })),
  z.object({ file, line: z.int(), column: z.int().optional() }).transform(({ column, ...rest }): Place => ({ in: 'text', ...rest, ...(column === undefined ? {} : { column }) })),
  z.object({ file, path: z.string() }).transform((rest): Place => ({ in: 'json', ...rest })),
  z.object({ file }).transform((rest): Place => ({ in: 'file', ...rest })),
]);

/** What every line has, whatever its kind. */
const envelope = z.looseObject({ v: z.int(), entry: entryId, type: filled });

const waiver = z.object({
  v: z.literal(1),
  entry: entryId,
  type: z.literal('waiver'),
  finding: entryId,
  code: filled,
  place,
  message: z.string(),
  seen: z.string().optional(),
  expected: z.string().optional(),
  reason: filled,
  by: filled,
  date: z.iso.date(),
});

/** A waiver before it is an entry; `place` as in `--json`. */
export type NewWaiver = Omit<z.input<typeof waiver>, 'v' | 'entry' | 'type'>;

export function ledgerPath(agency: string): string {
  return `data/${agency}/ledger.jsonl`;
}

export async function loadLedger(host: Host, agency: string): Promise<Ledger> {
  return readLedger(ledgerPath(agency), (await host.read(ledgerPath(agency))) ?? new Uint8Array());
}

export function readLedger(path: string, bytes: Uint8Array): Ledger {
  const waivers: Waiver[] = [];
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
    else waivers.push({ ...read.waiver, at });
  }
  for (const [type, lines] of unused) {
    findings.push(found('ledger-entry-unused', { in: 'text', file: path, line: lines[0]! }, { type, lines: lines.join(', ') }));
  }
  return { file: path, waivers, findings };
}

type ReadLine =
  /** `id` is what the next line was made from, even where this one is not taken. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly id: string | undefined }
  | { readonly kind: 'unused'; readonly type: string; readonly id: string }
  | { readonly kind: 'waiver'; readonly waiver: Omit<Waiver, 'at'>; readonly id: string };

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
  if (v !== 1 || type !== 'waiver') return { kind: 'unused', type, id };
  const body = waiver.safeParse(value);
  if (!body.success) return { kind: 'invalid', reason: `thiếu hoặc sai mục ${fieldsOf(body.error)}`, id };
  if (id !== entryIdOf(previous, type, rest)) return { kind: 'invalid', reason: 'mã số của dòng không khớp, tức là dòng này hoặc dòng trước nó đã bị sửa hay xóa bằng tay', id };
  const { v: _version, type: _type, seen, expected, ...waived } = body.data;
  return { kind: 'waiver', id, waiver: { ...waived, ...(seen === undefined ? {} : { seen }), ...(expected === undefined ? {} : { expected }) } };
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

export type AppendResult = WriteResult | 'already';

/** Nothing is appended for a finding that is waived already; decided while no other process can write. */
export async function appendWaiver(host: Host, agency: string, content: NewWaiver): Promise<AppendResult> {
  const path = ledgerPath(agency);
  let known = false;
  const result = await host.append(path, (present) => {
    known = readLedger(path, present).waivers.some(({ finding }) => finding === content.finding);
    if (known) return new Uint8Array();
    const line = { v: 1, entry: entryIdOf(lastEntry(present), 'waiver', content), type: 'waiver', ...content };
    return new TextEncoder().encode(`${JSON.stringify(line)}\n`);
  });
  return known && result === 'written' ? 'already' : result;
}
