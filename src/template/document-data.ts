/** What a template can say: figures by name, tables, periods, the agency. Built once a job, read by helpers. */
import { compileExpression, type ExpressionName, type ExpressionScope } from '../statistics/expression.js';
import { evaluateRule, quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Quantity } from '../statistics/dataset.js';
import type { Period } from '../statistics/period.js';
import { periodDates, shiftPeriod } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import { formatDate } from '../statistics/format-figure.js';
import { numericColumns, type Form } from '../statistics/form.js';
import { validOn, type Agency, type AgencyIdentity } from './agency.js';
import type { FigureFormat, Manifest } from './manifest.js';
import type { TemplateScope } from './compile.js';
import type { WrittenParagraph } from './written.js';

/** A figure of the template's vocabulary; without quantity where the data do not have it. */
export interface NamedFigure {
  readonly name: string;
  readonly quantity: Quantity | undefined;
  readonly format: FigureFormat;
  /** The remark («Ghi chú») beside a single figure. */
  readonly remark?: string;
}

export interface DocumentData {
  readonly manifest: Manifest;
  readonly forms: ReadonlyMap<string, Form>;
  readonly agency: Agency;
  readonly identity: AgencyIdentity;
  readonly period: Period;
  readonly dates: { readonly from: string; readonly to: string };
  readonly tables: Readonly<Record<string, DerivedTable | undefined>>;
  readonly written: readonly WrittenParagraph[];
  /** Folder of the period, the place of what is missing. */
  readonly folder: string;
}

/** Columns a table offers to formulas and sentences: its numeric columns (the totals), or its codes. */
function tableNames(form: Form, codes: readonly string[]): readonly string[] {
  return form.rows === 'codes' ? codes : numericColumns(form).map(({ id }) => id);
}

/** Names of the figures in scope of a manifest's formulas. */
export function figureScope(manifest: Manifest, forms: ReadonlyMap<string, Form>): ExpressionScope {
  const tables = Object.fromEntries(
    Object.entries(manifest.tables).map(([name, use]) => {
      const form = forms.get(use.form);
      return [name, form ? tableNames(form, use.codes) : []];
    }),
  );
  return { columns: tables[manifest.mainTable] ?? [], tables };
}

/** Names a body may print: every table's figures, the manifest's figures, and what the engine knows of period and agency. */
export function templateScope(manifest: Manifest, forms: ReadonlyMap<string, Form>): TemplateScope {
  return {
    ...figureScope(manifest, forms).tables,
    ...Object.fromEntries(Object.keys(manifest.figures).map((name) => [name, true as const])),
    ...TEXT_NAMES,
  };
}

const PERIOD_NAMES = ['name', 'short', 'from', 'to'] as const;
const TEXT_NAMES = { period: PERIOD_NAMES, previous: PERIOD_NAMES, next: PERIOD_NAMES, agency: ['name', 'shortName', 'place'] } as const;

/** The context object a compiled template runs on; mirrors `templateScope`. */
export function templateContext(data: DocumentData): Record<string, unknown> {
  const { manifest, tables } = data;
  const find = ({ column, table }: ExpressionName): Quantity | undefined =>
    tableFigure(tables[table ?? manifest.mainTable], column)?.quantity;
  const scope: ExpressionScope = figureScope(manifest, data.forms);
  const context: Record<string, unknown> = {
    period: periodTexts(data, data.period),
    previous: periodTexts(data, shiftPeriod(data.period, -1)),
    next: periodTexts(data, shiftPeriod(data.period, 1)),
    agency: { name: data.identity.name, shortName: data.identity.shortName, place: data.agency.place },
  };
  for (const [name, columns] of Object.entries(scope.tables)) {
    context[name] = Object.fromEntries(
      columns.map((column) => [column, tableFigure(tables[name], column) ?? { name: `${name}.${column}`, quantity: undefined, format: 'count' }]),
    );
  }
  for (const [name, { rule, as }] of Object.entries(manifest.figures)) {
    const compiled = compileExpression(rule, scope);
    const quantity = compiled.ok ? evaluateRule(compiled.expression, find) : undefined;
    context[name] = { name, quantity, format: as } satisfies NamedFigure;
  }
  return context;
}

/** A table's own figure: the total of a column, or the value of a code with its remark. */
export function tableFigure(table: DerivedTable | undefined, name: string): NamedFigure | undefined {
  if (!table) return undefined;
  if (table.form.rows === 'units') return { name, quantity: table.total[name], format: 'count' };
  const row = table.items.find(({ id }) => id === name);
  if (!row) return undefined;
  const value = table.form.columns.find(({ type }) => type === 'number' || type === 'count' || type === 'decimal')!;
  const remark = row.cells['ghi_chu'];
  return {
    name,
    quantity: quantityOf(row.cells[value.id]),
    format: 'count',
    ...(remark?.kind === 'text' ? { remark: remark.text } : {}),
  };
}

/** «tháng 02 năm 2021», «tháng 02», «16/01/2021», «15/02/2021». */
function periodTexts({ agency }: DocumentData, period: Period): Record<(typeof PERIOD_NAMES)[number], string> {
  const { from, to } = periodDates(period, agency.calendar);
  const name = periodName(period);
  return { name, short: name.replace(/ năm \d+$/, ''), from: formatDate(from), to: formatDate(to) };
}

/** Identity of the agency on the period's last day. */
export function identityOn(agency: Agency, date: string): AgencyIdentity {
  return validOn(agency.identities, date);
}
