/** `templates/documents/<id>/mau.yaml` → Manifest: what a document template needs and declares. Its body is `body.md` beside it. */
import { z } from 'zod';
import { accepted, type Outcome } from '../finding/finding.js';
import { readDeclaration } from '../statistics/read-declaration.js';

/** Not «constructor»: a name that every object already has would be found where nothing was declared. */
const name = z.string().regex(/^[a-z][a-z0-9_]*$/).refine((text) => !(text in {}), 'tên này dành riêng, hãy đặt tên khác');
const code = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/);
const slotId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A table the document reads; `previous` is the same form of the period before. */
const tableUse = z.strictObject({
  form: z.string(),
  /** Another agency whose data of the same period hold the table. */
  tu: z.string().optional(),
  period: z.enum(['current', 'previous']).default('current'),
  optional: z.boolean().default(false),
  /** For tables of single figures: the codes the document needs. A dot in a code («tc1.giao») is a «_» in the template. */
  codes: z.array(code).default([]),
  /** Codes among them whose remark names the units counted. */
  named: z.array(code).default([]),
  /** Printed above the table where it stands in the body: «Bảng n: …». */
  caption: z.string().optional(),
  /** Every item row must be told by the body ({{#row}}): a criterion that nobody speaks of is a finding. */
  told: z.boolean().default(false),
  /** Columns of the head of a criterion ({{#criterion}}): points got, missing, most. */
  criteria: z.strictObject({ got: name, missing: name, most: name }).optional(),
});

/** How a figure is printed in a sentence. percent: two decimals and «%», whole percentages without decimals · points: up to four decimals, zeros at the end dropped. */
const figureFormat = z.enum(['count', 'percent', 'decimal', 'points']);
const decimals = z.number().int().min(0).max(6);
const figureUse = z.strictObject({ rule: z.string(), as: figureFormat.default('count'), decimals: decimals.optional() });

const order = z.enum(['descending', 'ascending', 'source']);
const patterns = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

/** Rows of a table with one figure each, chosen by a condition and sorted: what phrases count, enumerate and rank. `items` where the figures stand in several tables; without `value` the rows are only counted and named. */
const listUse = z.strictObject({
  table: name.optional(),
  rows: patterns.default(['*']),
  value: z.string().optional(),
  items: z.array(z.strictObject({ label: z.string(), value: z.string() })).min(1).optional(),
  where: z.string().optional(),
  /** Words left out at the beginning of labels, where the sentence says them once. */
  drop: z.string().optional(),
  /** Printed behind each value as its base: «61/63». */
  over: z.string().optional(),
  as: figureFormat.default('count'),
  order: order.default('source'),
  /** Only the first so many of the order. */
  most: z.number().int().min(1).optional(),
});

/** A picture of a table's figures; `highlight: place` lets the agency's own place stand out, `sameAs` keeps the rows whose text in a column is that of the highlighted one. */
const chartUse = z.strictObject({
  kind: z.enum(['columns', 'bars']),
  table: name,
  rows: patterns.default(['*']),
  sameAs: name.optional(),
  series: z.array(z.strictObject({ name: z.string(), value: z.string() })).min(1),
  order: order.default('source'),
  highlight: z.literal('place').optional(),
  caption: z.string(),
  decimals: decimals.default(2),
  suffix: z.string().default(''),
  axis: z.strictObject({ from: z.number(), to: z.number() }).optional(),
  heightMm: z.number().min(30).max(235),
});

/** A part that a person writes. `causeOf`: required for every row whose column of the main table is above 0; anything else missing is a visible gap. `by`: one for each criterion, or one for each unit of the agency that answers for the document. */
const writtenSlot = z.strictObject({ title: z.string(), causeOf: name.optional(), by: z.enum(['criterion', 'unit']).optional() });

/** One document for each unit for which one of the conditions over its row holds; `otherwise` is said of the units left out. */
const perUnit = z.strictObject({
  any: z.array(z.strictObject({ table: name, when: z.string(), otherwise: z.string() })).min(1),
});

const appendix = z.strictObject({
  table: name,
  title: z.string(),
  subtitle: z.string().optional(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
});

/** A comparison that is left out, and said so, where a table is not there. */
const comparison = z.strictObject({ needs: name, what: z.string() });

const periodKind = z.enum(['month', 'quarter', 'half', 'nine-months', 'year']);

const rawManifest = z.strictObject({
  id: slotId,
  /** Tên loại and its abbreviation in the symbol: BÁO CÁO, BC (Nghị định 30/2020/NĐ-CP, Phụ lục III). A công văn has neither. */
  typeSymbol: z.string().optional(),
  typeName: z.string().optional(),
  periods: z.array(periodKind).min(1),
  /** The same document under another id for other periods: bao-cao-quy is bao-cao-thang of a quarter. */
  variants: z.record(slotId, z.array(periodKind).min(1)).default({}),
  subject: z.string(),
  /** The table whose columns formulas name without prefix, and whose late files need causes. */
  mainTable: name.optional(),
  tables: z.record(name, tableUse).default({}),
  figures: z.record(name, figureUse).default({}),
  lists: z.record(name, listUse).default({}),
  charts: z.record(name, chartUse).default({}),
  written: z.record(slotId, writtenSlot).default({}),
  comparisons: z.array(comparison).default([]),
  perUnit: perUnit.optional(),
  /** Puts an issued document right: replacement is set into the document that replaces it, errata is a letter of its own. No agency needs to declare it. */
  remedy: z.enum(['replacement', 'errata']).optional(),
  appendices: z.array(appendix).default([]),
});

export type ListUse = z.output<typeof listUse>;
export type ChartUse = z.output<typeof chartUse>;
export type FigureFormat = z.output<typeof figureFormat>;
export type Manifest = z.output<typeof rawManifest> & { readonly file: string };

/** The manifest under its own id, and under that of each variant. */
export function withVariants(manifest: Manifest): readonly Manifest[] {
  return [manifest, ...Object.entries(manifest.variants).map(([id, periods]): Manifest => ({ ...manifest, id, periods }))];
}

export function readManifest(file: string, text: string): Outcome<Manifest> {
  const raw = readDeclaration(file, text, rawManifest);
  return raw.ok ? accepted({ ...raw.value, file }) : raw;
}
