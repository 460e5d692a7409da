/** The kinds of entries of a ledger, as one JSON object each. Apart from the file they stand in, because commands make them and checks read them. */
import { z } from 'zod';
import type { Place } from '../finding/place.js';

const filled = z.string().refine((text) => text.trim() !== '');
const file = filled;
export const entryId = z.string().regex(/^[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** An exact number; null where the source holds none. */
const exact = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Places as in `--json`, so that the ledger reads like the findings a person saw. */
const place = z.union([
  z.object({ file, sheet: z.string(), cell: z.string().optional() }).transform(({ cell, ...rest }): Place => ({ in: 'sheet', ...rest, ...(cell === undefined ? {} : { cell }) })),
  z.object({ file, line: z.int(), column: z.int().optional() }).transform(({ column, ...rest }): Place => ({ in: 'text', ...rest, ...(column === undefined ? {} : { column }) })),
  z.object({ file, path: z.string() }).transform((rest): Place => ({ in: 'json', ...rest })),
  z.object({ file }).transform((rest): Place => ({ in: 'file', ...rest })),
]);

/** What every line has, whatever its kind. */
export const envelope = z.looseObject({ v: z.int(), entry: entryId, type: filled });

/** A finding that a person accepted. */
const waiver = z.object({
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

/** One cell of one table that a unit corrected: `was` is what it replaces, so that a source that changed since is noticed. */
const correction = z.object({
  form: filled,
  period: filled,
  /** Id of the row: unit, code or place in the hierarchy; `label` is its name. */
  row: filled,
  label: filled,
  column: filled,
  was: exact.nullable(),
  now: exact,
  illustrative: z.literal(true).optional(),
  /** Cell of the corrected workbook, relative to where it lay. */
  source: place.optional(),
  reason: filled,
  /** Act or letter the correction rests on («Công văn số 123/SCT-VP ngày 05/3/2021»). */
  basis: filled,
  by: filled,
  date: z.iso.date(),
});

/** A document that was given its number and date and sealed (ban hành). */
const issued = z.object({
  job: filled,
  number: z.int().positive(),
  /** As printed behind «Số:»: «57/BC-TTHC». */
  symbol: filled,
  /** Day of issue; `date` is the day it was entered here. */
  issuedOn: z.iso.date(),
  /** Sealed copies, with the hashes that show a change. */
  files: z.array(z.object({ format: filled, path: filled, sha256 })),
  /** The file signed by the leader, as it was handed in. */
  signed: z.object({ path: filled, sha256 }).optional(),
  /** Entry of the issued document that this one replaces, or puts right by an errata letter. */
  replaces: entryId.optional(),
  by: filled,
  date: z.iso.date(),
});

/** How an error in an issued document is put right (Nghị định 30/2020/NĐ-CP, Điều 18): the drafts that follow are made by it. */
const remedy = z.object({
  job: filled,
  /** Entry of the issued document. */
  of: entryId,
  kind: z.enum(['replacement', 'errata']),
  date: z.iso.date(),
});

/** Takes an entry back; both stay to be read. */
const withdrawal = z.object({ of: entryId, reason: filled, by: filled, date: z.iso.date() });

export const contents = { waiver, correction, issued, remedy, withdrawal } as const;

export type EntryType = keyof typeof contents;

/** An entry before it is a line: places as in `--json`. */
export type NewEntry = { readonly [T in EntryType]: { readonly type: T } & z.input<(typeof contents)[T]> }[EntryType];

/** What stands in the file. `at` is its line. */
export type Entry<T extends EntryType = EntryType> = { readonly [K in T]: { readonly type: K; readonly entry: string; readonly at: Place } & z.output<(typeof contents)[K]> }[T];

export function isEntryType(type: string): type is EntryType {
  return type in contents;
}
