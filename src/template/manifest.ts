/** `templates/documents/<id>/mau.yaml` → Manifest: what a document template needs and declares. Its body is `body.md` beside it. */
import { z } from 'zod';
import { accepted, type Outcome } from '../finding/finding.js';
import { readDeclaration } from '../statistics/read-declaration.js';

/** Not «constructor»: a name that every object already has would be found where nothing was declared. */
const name = z.string().regex(/^[a-z][a-z0-9_]*$/).refine((text) => !(text in {}), 'tên này dành riêng, hãy đặt tên khác');
const slotId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A table the document reads; `previous` is the same form of the period before. */
const tableUse = z.strictObject({
  form: z.string(),
  period: z.enum(['current', 'previous']).default('current'),
  optional: z.boolean().default(false),
  /** For tables of single figures: the codes the document needs. */
  codes: z.array(name).default([]),
  /** Codes among them whose remark names the units counted. */
  named: z.array(name).default([]),
});

/** How a figure is printed in a sentence. percent: two decimals and «%», whole percentages without decimals. */
const figureFormat = z.enum(['count', 'percent', 'decimal']);
const figureUse = z.strictObject({ rule: z.string(), as: figureFormat.default('count') });

/** A part that a person writes. `causeOf`: required for every row whose column of the main table is above 0; anything else missing is a visible gap. */
const writtenSlot = z.strictObject({ title: z.string(), causeOf: name.optional() });

const appendix = z.strictObject({
  table: name,
  title: z.string(),
  subtitle: z.string().optional(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
});

/** A comparison that is left out, and said so, where a table is not there. */
const comparison = z.strictObject({ needs: name, what: z.string() });

const rawManifest = z.strictObject({
  id: slotId,
  /** Abbreviation of the tên loại in the symbol: BC (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
  typeSymbol: z.string(),
  typeName: z.string(),
  periods: z.array(z.enum(['month', 'quarter', 'half', 'nine-months', 'year'])).min(1),
  subject: z.string(),
  /** The table whose columns formulas name without prefix. */
  mainTable: name,
  tables: z.record(name, tableUse),
  figures: z.record(name, figureUse).default({}),
  written: z.record(slotId, writtenSlot).default({}),
  comparisons: z.array(comparison).default([]),
  appendices: z.array(appendix).default([]),
});

export type FigureFormat = z.output<typeof figureFormat>;
export type Manifest = z.output<typeof rawManifest> & { readonly file: string };

export function readManifest(file: string, text: string): Outcome<Manifest> {
  const raw = readDeclaration(file, text, rawManifest);
  return raw.ok ? accepted({ ...raw.value, file }) : raw;
}
