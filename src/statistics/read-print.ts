/** Schema of `print`, `gathers` and `comparability` of a form. Apart from read-form.ts, which reads what checks and ingest need. */
import { z } from 'zod';
import type { FormComparability, FormGather, FormJoin, FormOrder, FormPrint, PivotHeader } from './print-form.js';

const columnId = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]*$/);

interface RawPivotHeader {
  key?: string | undefined;
  header: string;
  columns?: RawPivotHeader[] | undefined;
}

const pivotHeader: z.ZodType<RawPivotHeader> = z.lazy(() =>
  z.strictObject({ key: z.string().optional(), header: z.string().min(1), columns: z.array(pivotHeader).min(1).optional() }),
);

function toPivotHeader({ key = '', header, columns }: RawPivotHeader): PivotHeader {
  return columns ? { kind: 'group', text: header, children: columns.map(toPivotHeader) } : { kind: 'leaf', text: header, key };
}

const pivot = z
  .strictObject({
    corner: z.string(),
    label: z.string().default('{}'),
    measures: z.array(z.strictObject({ label: z.string(), column: columnId, over: columnId.optional() }).transform(({ over, ...rest }) => ({ ...rest, ...(over === undefined ? {} : { over }) }))).min(1),
    across: z.array(pivotHeader).min(1),
  })
  .transform(({ across, ...rest }) => ({ ...rest, across: across.map(toPivotHeader) }));

const grouped = z.strictObject({
  headers: z.tuple([z.string(), z.string(), z.string()]),
  count: columnId,
  unit: z.string(),
  name: columnId,
  before: z.string(),
  level: columnId,
  levels: z.record(z.string(), z.string()),
  explained: z.strictObject({ form: z.string(), count: columnId, text: columnId }),
});

export const printSchema = z
  .strictObject({
    omit: z.array(columnId).default([]),
    omitRows: z.array(z.string()).default([]),
    formulaRow: z.boolean().default(false),
    merge: z.array(columnId).default([]),
    absent: z.strictObject({ columns: z.array(columnId).min(1), text: z.string() }).optional(),
    looks: z.array(z.enum(['strong', 'emphasis', 'plain'])).default([]),
    numbers: z.record(columnId, z.strictObject({ decimals: z.number().int().min(0).max(6) })).default({}),
    padded: z.boolean().default(false),
    difference: z.strictObject({ label: z.string(), of: z.tuple([z.string(), z.string()]), columns: z.array(columnId).min(1) }).optional(),
    cellNotes: z.array(z.strictObject({ column: columnId, when: z.string(), text: z.string() })).default([]),
    pivot: pivot.optional(),
    grouped: grouped.optional(),
  })
  .transform(({ absent, difference, pivot: across, grouped: groups, ...rest }): FormPrint => ({
    ...rest,
    ...(absent === undefined ? {} : { absent }),
    ...(difference === undefined ? {} : { difference }),
    ...(across === undefined ? {} : { pivot: across }),
    ...(groups === undefined ? {} : { grouped: groups }),
  }));

export const gatherSchema: z.ZodType<FormGather> = z.strictObject({
  from: z.string(),
  column: columnId,
  into: columnId,
  label: columnId,
  parts: z.array(z.strictObject({ rows: z.string(), name: z.string() })).min(1),
});

export const joinSchema: z.ZodType<FormJoin> = z.strictObject({ form: z.string(), column: columnId, into: columnId });

export const orderSchema: z.ZodType<FormOrder> = z.strictObject({ column: columnId, direction: z.enum(['descending', 'ascending']) });

export const comparabilitySchema: z.ZodType<FormComparability> = z.strictObject({
  rows: z.array(z.string()).min(1),
  columns: z.array(columnId).min(1),
  compare: z.enum(['never', 'noted']),
  reason: z.string(),
});

/** Columns a declaration names, to be held against those of the form. */
export function columnsNamed(print: FormPrint, comparability: readonly FormComparability[], gathers: FormGather | undefined): readonly string[] {
  const { pivot: across, grouped: groups } = print;
  return [
    ...print.omit,
    ...print.merge,
    ...(print.absent?.columns ?? []),
    ...Object.keys(print.numbers),
    ...(print.difference?.columns ?? []),
    ...print.cellNotes.map(({ column }) => column),
    ...(across?.measures.flatMap(({ column, over }) => [column, ...(over === undefined ? [] : [over])]) ?? []),
    ...(groups ? [groups.count, groups.name, groups.level] : []),
    ...comparability.flatMap(({ columns }) => columns),
    ...(gathers ? [gathers.into, gathers.label] : []),
  ];
}
