/** From a name to its figure: cells of listed tables, totals of tables of units, single figures by code, and rules over them. */
import { evaluateRule, quantityOf, totalOf, type DerivedTable } from '../statistics/derive.js';
import type { Quantity } from '../statistics/dataset.js';
import { toDecimalText } from '../statistics/exact.js';
import { compileExpression, type ExpressionName, type ExpressionScope } from '../statistics/expression.js';
import { numericColumns, type Form } from '../statistics/form.js';
import { PROVINCES, provinceCount, provincesOn } from '../statistics/provinces.js';
import { matchingRows } from '../statistics/row-pattern.js';
import { comparableFigure, comparisonNote } from '../statistics/told-table.js';
import type { DocumentData, NamedFigure } from './document-data.js';
import type { Manifest } from './manifest.js';

/** Columns a table offers to formulas and sentences: its numeric columns (the totals), or its codes. */
function tableNames(form: Form, codes: readonly string[]): readonly string[] {
  return form.rows === 'codes' ? codes.map(codeName) : numericColumns(form).map(({ id }) => id);
}

/** Behind the name of a table: the row of the unit the document is for («gq_don_vi.gq_qua_han»). */
const OF_UNIT = '_don_vi';

/** Names of the figures in scope of a manifest's formulas: columns of the main table, totals of tables of units, single figures, cells of listed tables, and the number of provinces. */
export function figureScope(manifest: Manifest, forms: ReadonlyMap<string, Form>): ExpressionScope {
  const tables: Record<string, readonly string[]> = {};
  const cells: Record<string, readonly string[]> = {};
  for (const [name, use] of Object.entries(manifest.tables)) {
    const form = forms.get(use.form);
    if (form?.rows === 'listed') cells[name] = numericColumns(form).map(({ id }) => id);
    else tables[name] = form ? tableNames(form, use.codes) : [];
    if (manifest.perUnit && form?.rows === 'units') tables[name + OF_UNIT] = numericColumns(form).map(({ id }) => id);
  }
  return { columns: [...(tables[manifest.mainTable ?? ''] ?? []), PROVINCES], tables, cells };
}

/** The value of a rule over figures and cells, with the caution its cells ask for. */
export function ruleFigure(data: DocumentData, rule: string, scope: ExpressionScope): Pick<NamedFigure, 'quantity' | 'caution'> {
  const compiled = compileExpression(rule, scope);
  if (!compiled.ok) return { quantity: undefined };
  const caution = compiled.expression.names.map((name) => cautionOf(data, name)).find((one) => one !== undefined);
  return { quantity: evaluateRule(compiled.expression, (name) => findFigure(data, name)), ...(caution === undefined ? {} : { caution }) };
}

/** A figure by its name in a rule: a cell of a listed table, a total or a single figure, or the number of provinces. */
export function findFigure(data: DocumentData, { table, row, column }: ExpressionName): Quantity | undefined {
  const { tables, manifest, dates } = data;
  if (table === undefined && column === PROVINCES) return provinceCount(provincesOn(dates.to));
  if (table !== undefined && row === undefined && table.endsWith(OF_UNIT)) return unitFigure(data, table, column)?.quantity;
  const found = tables[table ?? manifest.mainTable ?? ''];
  if (row === undefined) return tableFigure(found, column)?.quantity;
  if (!found) return undefined;
  const figures = matchingRows(found.items, row).map((one) => comparableFigure(found.form, one, column));
  if (figures.length === 0 || figures.includes(undefined)) return undefined;
  const all = figures as readonly Quantity[];
  return row.includes('*') ? totalOf(all, `${table}["${row}"].${column}`) : all[0];
}

/** A figure of the unit the document is for, by «gq_don_vi». */
export function unitFigure({ tables, unit }: DocumentData, name: string, column: string): NamedFigure | undefined {
  const table = name.endsWith(OF_UNIT) ? tables[name.slice(0, -OF_UNIT.length)] : undefined;
  const row = table?.items.find(({ id }) => id === unit?.id);
  return row && table ? { name: `${name}.${column}`, quantity: comparableFigure(table.form, row, column), format: 'count' } : undefined;
}

function cautionOf({ tables }: DocumentData, { table, row, column }: ExpressionName): string | undefined {
  const found = table === undefined || row === undefined ? undefined : tables[table];
  return found && matchingRows(found.items, row!).map((one) => comparisonNote(found.form, one, column)).find((note) => note !== undefined);
}

/** The name in templates of a single figure's code: «tc1.giao» is tc1_giao. */
function codeName(code: string): string {
  return code.replaceAll('.', '_');
}

/** A table's own figure: the total of a column, or the value of a code with its remark. */
export function tableFigure(table: DerivedTable | undefined, name: string): NamedFigure | undefined {
  if (!table || table.form.rows === 'listed') return undefined;
  if (table.form.rows === 'units') return { name, quantity: table.total[name], format: 'count' };
  const row = table.items.find(({ id }) => codeName(id) === name);
  if (!row) return undefined;
  const value = table.form.columns.find(({ type }) => type === 'number' || type === 'count' || type === 'decimal')!;
  const remark = row.cells['ghi_chu'];
  const measure = row.cells['don_vi_tinh'];
  const quantity = quantityOf(row.cells[value.id]);
  const isPercent = measure?.kind === 'text' && measure.text.trim() === '%';
  return {
    name,
    quantity,
    format: isPercent ? 'percent' : 'count',
    // A received percentage is printed with the decimals it was received with.
    ...(isPercent && quantity ? { decimals: (toDecimalText(quantity.value).split('.')[1] ?? '').length } : {}),
    ...(remark?.kind === 'text' ? { remark: remark.text } : {}),
  };
}
