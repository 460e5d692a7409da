/** `templates/forms/<id>.yaml` → Form: the header tree flattened to columns with paths, every formula compiled once to find its faults. */
import { z } from 'zod';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { formScope } from './derive.js';
import { compileExpression } from './expression.js';
import { numericColumns, type Aggregate, type Form, type FormColumn, type FormListing, type HeaderNode, type OverTime } from './form.js';
import { columnsNamed, comparabilitySchema, gatherSchema, joinSchema, orderSchema, printSchema } from './read-print.js';
import { readDeclaration } from './read-declaration.js';
import { checkOverTime, codesOverSchema, overTimeSchema, withOverTime } from './read-over-time.js';

const columnTypes = ['ordinal', 'unit', 'text', 'code', 'count', 'decimal', 'number'] as const;

interface RawNode {
  id?: string | undefined;
  type?: (typeof columnTypes)[number] | undefined;
  header: string;
  aliases: string[];
  formula?: string | undefined;
  computed: boolean;
  required: boolean;
  decimals?: number | undefined;
  exact: boolean;
  adds?: Aggregate | undefined;
  over?: OverTime | undefined;
  repeats: boolean;
  mayBeBlank: boolean;
  weight: number;
  columns?: RawNode[] | undefined;
}

const node: z.ZodType<RawNode> = z.lazy(() =>
  z.strictObject({
    id: columnId.optional(),
    type: z.enum(columnTypes).optional(),
    header: z.string().min(1),
    /** Other wordings of the own header, or of the whole path with levels separated by «:». */
    aliases: z.array(z.string()).default([]),
    formula: z.string().optional(),
    computed: z.boolean().default(false),
    required: z.boolean().default(true),
    decimals: z.number().int().min(0).max(6).optional(),
    exact: z.boolean().default(false),
    adds: z.enum(['sum', 'mean', 'none']).optional(),
    over: overTimeSchema.optional(),
    repeats: z.boolean().default(false),
    /** Of a group: all its columns may be blank together. */
    mayBeBlank: z.boolean().default(false),
    weight: z.number().positive().default(1),
    columns: z.array(node).min(1).optional(),
  }),
);

const columnId = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]*$/);

/** More than a printed table can have. */
const MOST_COLUMNS = 200;

const ratioCell = z.union([
  z.string().transform((rule) => ({ rule, decimals: 2, mark: undefined })),
  z.strictObject({ rule: z.string(), decimals: z.number().int().min(0).max(6).default(2), mark: z.string().optional() }),
]);

const rule = z.union([
  z.string().transform((text) => ({ rule: text })),
  z.strictObject({ rule: z.string(), meaning: z.string().optional() }).transform(({ rule: text, meaning }) => ({ rule: text, ...(meaning === undefined ? {} : { meaning }) })),
]);

const relation = z
  .strictObject({ rule: z.string(), meaning: z.string(), severity: z.enum(['error', 'warning', 'note']).default('error'), otherwise: z.string().optional(), mayLack: z.boolean().default(false) })
  .transform(({ otherwise, ...rest }) => ({ ...rest, ...(otherwise === undefined ? {} : { otherwise }) }));

const whole = z.union([
  z.strictObject({ columns: z.array(columnId).min(2), whole: z.number().default(100), severity: z.enum(['error', 'warning']).default('error') }),
  z.strictObject({ column: columnId, rows: z.string(), whole: z.number().default(100), severity: z.enum(['error', 'warning']).default('error') }),
]);

const reconcile = z
  .strictObject({
    column: columnId,
    by: columnId,
    where: columnId.optional(),
    is: z.array(z.string()).default([]),
    with: z.string(),
    rows: z.string(),
    of: columnId,
    label: columnId,
    drop: z.array(z.string()).default([]),
    meaning: z.string(),
  })
  .transform(({ where, ...rest }) => ({ ...rest, ...(where === undefined ? {} : { where }) }));

const level = z.strictObject({
  numbered: z.enum(['letter', 'roman', 'arabic', 'lower', 'decimal', 'none']),
  figures: z.enum(['given', 'optional', 'none']).default('given'),
});

const listing = z.strictObject({
  label: columnId,
  number: columnId.optional(),
  levels: z.array(level).min(1).default([{ numbered: 'none', figures: 'given' }]),
  key: z.array(columnId).default([]),
  group: columnId.optional(),
  names: z.record(z.string(), z.string()).default({}),
  drop: z.array(z.string()).default([]),
  root: z.string().optional(),
});

const rawForm = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  unit: z.string().optional(),
  rows: z.union([z.enum(['units', 'codes']), listing]),
  title: z.string().optional(),
  columns: z.array(node).min(1),
  identities: z.array(rule).default([]),
  ranges: z.array(rule).default([]),
  relations: z.array(relation).default([]),
  wholes: z.array(whole).default([]),
  continuity: z.array(z.strictObject({ opening: columnId, closing: columnId })).default([]),
  rankings: z.array(z.strictObject({ rank: columnId, by: columnId.optional() }).transform(({ rank, by }) => ({ rank, ...(by === undefined ? {} : { by }) }))).default([]),
  reconciles: z.array(reconcile).default([]),
  shares: z.array(z.strictObject({ column: columnId, base: z.string() })).default([]),
  previousColumns: z.record(columnId, columnId).default({}),
  jump: z.strictObject({ percent: z.number().positive(), least: z.number().min(0) }).optional(),
  total: z.strictObject({ label: z.string(), aliases: z.array(z.string()).default([]) }).optional(),
  ratio: z
    .strictObject({ label: z.string(), emphasis: z.enum(['strong', 'emphasis']).default('strong'), cells: z.record(z.string(), ratioCell) })
    .optional(),
  notes: z.array(z.string()).default([]),
  countUnits: z.array(z.string()).default([]),
  print: printSchema.prefault({}),
  gathers: gatherSchema.optional(),
  joins: z.array(joinSchema).default([]),
  order: z.array(orderSchema).default([]),
  codesOver: codesOverSchema.default({}),
  comparability: z.array(comparabilitySchema).default([]),
});

/** Reads a form; refused with one finding a fault, formulas included. */
export function readForm(file: string, text: string): Outcome<Form> {
  const raw = readDeclaration(file, text, rawForm);
  if (!raw.ok) return raw;
  const { columns: nodes, total, ratio, unit, rows, title, jump, gathers, ...rest } = raw.value;
  const columns: DeclaredColumn[] = [];
  const findings: Finding[] = [];
  const invalid = (reason: string) => findings.push(found('declaration-invalid', { in: 'text', file, line: 1 }, { reason }));
  const header = nodes.map((one) => flatten(one, [], columns, invalid));
  const form: Form = {
    ...rest,
    file,
    columns: withOverTime(columns, rest.continuity),
    header,
    ...(typeof rows === 'string' ? { rows } : { rows: 'listed', listing: toListing(rows) }),
    ...(title === undefined ? {} : { title }),
    ...(jump === undefined ? {} : { jump }),
    ...(gathers === undefined ? {} : { gathers }),
    ...(unit === undefined ? {} : { unit }),
    ...(total ? { total } : {}),
    ...(ratio
      ? {
          ratio: {
            label: ratio.label,
            emphasis: ratio.emphasis,
            cells: Object.fromEntries(
              Object.entries(ratio.cells).map(([id, { mark, ...cell }]) => [id, mark === undefined ? cell : { ...cell, mark }]),
            ),
          },
        }
      : {}),
  };
  if (columns.length > MOST_COLUMNS) invalid(`biểu có ${columns.length} cột, nhiều nhất là ${MOST_COLUMNS}`);
  if (findings.length === 0) checkFormulas(form, invalid);
  return findings.length > 0 ? refused(findings) : accepted(form);
}

function toListing({ number, group, root, ...rest }: z.output<typeof listing>): FormListing {
  return {
    ...rest,
    ...(number === undefined ? {} : { number }),
    ...(group === undefined ? {} : { group }),
    ...(root === undefined ? {} : { root }),
  };
}

/** A column whose way over time may still follow from the form's other declarations. */
type DeclaredColumn = Omit<FormColumn, 'over'> & { readonly over: OverTime | undefined };

/** `blankWith`: header of the group whose columns may be blank together. */
function flatten(raw: RawNode, above: readonly string[], columns: DeclaredColumn[], invalid: (reason: string) => void, blankWith?: string): HeaderNode {
  const path = [...above, raw.header];
  if (raw.columns) {
    const blank = raw.mayBeBlank ? raw.header : blankWith;
    return { kind: 'group', text: raw.header, children: raw.columns.map((child) => flatten(child, path, columns, invalid, blank)) };
  }
  if (!raw.id || !raw.type) {
    invalid(`cột «${path.join(': ')}» thiếu id hoặc type`);
    return { kind: 'group', text: raw.header, children: [] };
  }
  if (columns.some(({ id }) => id === raw.id)) invalid(`cột ${raw.id} được khai báo hai lần`);
  columns.push({
    id: raw.id,
    type: raw.type,
    path,
    aliases: raw.aliases.map((alias) => (alias.includes(':') ? alias.split(':').map((level) => level.trim()) : [...above, alias])),
    required: raw.required && raw.formula === undefined,
    decimals: raw.decimals ?? (raw.type === 'decimal' ? 2 : 0),
    exact: raw.exact || raw.type === 'count',
    adds: raw.adds ?? (raw.type === 'count' ? 'sum' : 'none'),
    over: raw.over,
    repeats: raw.repeats,
    ...(blankWith === undefined ? {} : { blankWith }),
    weight: raw.weight,
    computed: raw.computed,
    ...(raw.formula === undefined ? {} : { formula: raw.formula }),
  });
  return { kind: 'leaf', text: raw.header, column: raw.id };
}

function checkFormulas(form: Form, invalid: (reason: string) => void): void {
  const scope = formScope(form);
  const figures = numericColumns(form).map(({ id }) => id);
  const check = (rule: string, wanted: 'figure' | 'condition'): void => {
    const compiled = compileExpression(rule, scope);
    if (!compiled.ok) invalid(compiled.reason);
    else if (compiled.type !== wanted) invalid(`«${rule}» phải là ${wanted === 'figure' ? 'một con số' : 'một đẳng thức hoặc so sánh'}`);
  };
  for (const column of form.columns) if (column.formula) check(column.formula, 'figure');
  checkOverTime(form).forEach(invalid);
  for (const { id, computed, formula } of form.columns) if (computed && !formula) invalid(`cột ${id} ghi computed nhưng không có formula`);
  for (const id of [...form.joins.map(({ into }) => into), ...form.order.map(({ column }) => column)]) if (!figures.includes(id)) invalid(`không có cột số liệu ${id}`);
  for (const { when } of form.print.cellNotes) check(when, 'condition');
  for (const id of columnsNamed(form.print, form.comparability, form.gathers)) if (!form.columns.some((column) => column.id === id)) invalid(`không có cột ${id}`);
  for (const { rule } of form.identities) {
    check(rule, 'condition');
    if (rule.split('==').length !== 2) invalid(`«${rule}» phải là một đẳng thức «… == …»`);
  }
  for (const { rule } of form.ranges) {
    check(rule, 'condition');
    if (!/^[^<>=]+[<>]=?[^<>=]+$/.test(rule)) invalid(`«${rule}» phải là một so sánh «… <= …»`);
  }
  for (const { rule } of form.relations) if (rule.split(/==|<=/).length !== 2) invalid(`«${rule}» phải là một đẳng thức «… == …» hoặc giới hạn «… <= …»`);
  const named = [...Object.entries(form.previousColumns).flat(), ...form.continuity.flatMap(({ opening, closing }) => [opening, closing]), ...form.wholes.flatMap(({ columns, column }) => columns ?? column ?? []), ...form.reconciles.map(({ column }) => column), ...form.shares.map(({ column }) => column), ...form.rankings.flatMap(({ rank, by }) => [rank, ...(by === undefined ? [] : [by])])];
  for (const id of named) if (!figures.includes(id)) invalid(`không có cột số liệu ${id}`);
  const { label, number, group, key = [] } = form.listing ?? {};
  for (const id of [label, number, group, ...key]) if (id !== undefined && !form.columns.some((column) => column.id === id)) invalid(`không có cột ${id}`);
  for (const [id, { rule }] of Object.entries(form.ratio?.cells ?? {})) {
    check(rule, 'figure');
    if (!figures.includes(id)) invalid(`dòng tỷ lệ có cột ${id} không phải cột số liệu`);
  }
}
