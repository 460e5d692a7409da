/** `data/agencies/<id>.yaml` → Agency: everything that differs between two offices. Templates hold nothing of it. */
import { z } from 'zod';
import { accepted, type Outcome } from '../finding/finding.js';
import type { ReportingCalendar } from '../statistics/period.js';
import { readDeclaration } from '../statistics/read-declaration.js';
import type { Unit } from '../statistics/unit-list.js';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'phải là ngày dạng YYYY-MM-DD');
const id = z
  .string()
  .max(40)
  .regex(/^(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(-[a-z0-9]+)*$/, 'phải là chữ thường không dấu, nối bằng gạch nối, không quá 40 ký tự');
const validity = { from: isoDate.optional(), to: isoDate.optional() };

/** Dated names of the issuing body: the letterhead (ô 2) and the name used in sentences. */
const identity = z.strictObject({
  ...validity,
  name: z.string(),
  shortName: z.string(),
  parent: z.array(z.string()).default([]),
  issuer: z.array(z.string()).min(1),
});

const unit = z.strictObject({
  id,
  name: z.string(),
  aliases: z
    .array(z.union([z.string().transform((name) => ({ name })), z.strictObject({ name: z.string(), ...validity })]))
    .default([]),
});

/** Ô 7: authority lines as printed («KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC») and the name; both left out where nobody knows who signs. */
const signer = z.strictObject({ ...validity, authority: z.array(z.string()).default([]), name: z.string().optional() });

const issuedDocument = z.strictObject({
  /** Other documents with all that is said here, but for `periods`: the quarterly report goes where the monthly one goes. */
  also: z.array(z.string()).default([]),
  addressees: z.array(z.string()).default([]),
  recipients: z.array(z.string()).default([]),
  /** Periods it is made for («2021-09»), where not for each that the template knows. */
  periods: z.array(z.string()).optional(),
  /** Full citations for the opening sentence, without «Căn cứ». */
  legalBases: z.array(z.string()).default([]),
  /** Công văn: last group of the symbol, the drafting unit or field («TTHC» in 2707/UBND-TTHC); left out where it is not known. */
  draftingUnit: z.string().optional(),
  /** Ô 12: «PL.(300)». */
  drafter: z.string().optional(),
  urgency: z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN']).optional(),
  circulation: z.enum(['LƯU HÀNH NỘI BỘ', 'XEM XONG TRẢ LẠI']).optional(),
  /** Who signs this document, where not the one who signs the others. */
  signers: z.array(signer).optional(),
  /** Units that answer for a part of the document each, in the order they are named. */
  responsible: z.array(id).default([]),
  /** Deepest level of headings in the table of contents; none where it is left out. */
  contents: z.number().int().min(1).max(4).optional(),
});

const style = z.strictObject({
  sizeProfile: z.enum(['A', 'B']).default('B'),
  /** «89,69 %» instead of «89,69%». */
  percentSpace: z.boolean().default(false),
  /** Unit of a difference of two percentages. */
  differenceUnit: z.enum(['điểm phần trăm', '%']).default('điểm phần trăm'),
});

/** What a person answered to questions about the sources: encodings by file name; headers by form: header as written → column id. */
const answers = z.strictObject({
  encodings: z.record(z.string(), z.enum(['TCVN3', 'VNI', 'windows-1258'])).default({}),
  headers: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

const rawAgency = z.strictObject({
  id,
  identities: z.array(identity).min(1),
  /** Last group of the symbol: «TTHC» in 03/BC-TTHC. */
  symbol: z.string(),
  place: z.string(),
  /** giay: number and date are filled into «(Kèm theo …)» at issue · dien_tu: they stay blank (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.c). */
  hinh_thuc: z.enum(['giay', 'dien_tu']).default('dien_tu'),
  calendar: z
    .union([z.literal('calendar-month'), z.strictObject({ fromDay: z.number().int().min(1).max(31), toDay: z.number().int().min(1).max(31) })])
    .default('calendar-month'),
  style: style.prefault({}),
  signers: z.array(signer).min(1),
  /** Ô 13, one string a line, at the foot of page 1. */
  address: z.array(z.string()).default([]),
  units: z.array(unit).default([]),
  documents: z.record(z.string(), issuedDocument).default({}),
  answers: answers.prefault({}),
});

export type AgencyIdentity = z.output<typeof identity>;
export type AgencyStyle = z.output<typeof style>;
export type Agency = Omit<z.output<typeof rawAgency>, 'calendar' | 'units'> & {
  readonly file: string;
  readonly calendar: ReportingCalendar;
  readonly units: readonly Unit[];
};

export function readAgency(file: string, text: string): Outcome<Agency> {
  const raw = readDeclaration(file, text, rawAgency);
  if (!raw.ok) return raw;
  const units = raw.value.units.map((one) => ({
    ...one,
    aliases: one.aliases.map(({ name, ...dates }) => {
      const { from, to } = dates as { from?: string; to?: string };
      return { name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    }),
  }));
  return accepted({ ...raw.value, units, documents: withOthers(raw.value.documents), file });
}

type IssuedDocument = z.output<typeof issuedDocument>;

/** `also` written out; what a document says itself goes before. */
function withOthers(documents: Readonly<Record<string, IssuedDocument>>): Record<string, IssuedDocument> {
  const others = Object.values(documents).flatMap(({ also, periods: _, ...same }) => also.map((id): readonly [string, IssuedDocument] => [id, { ...same, also: [] }]));
  return { ...documents, ...Object.fromEntries(others.filter(([id]) => !(id in documents))) };
}

/** The entry valid on an ISO date; the last one where none is, so that a gap in the register shows in the document. */
export function validOn<T extends { from?: string | undefined; to?: string | undefined }>(entries: readonly T[], date: string): T {
  const valid = entries.find(({ from, to }) => (from ?? '') <= date && date <= (to ?? '9999'));
  return valid ?? entries.at(-1)!;
}
