/** Cells of several tables by name: «phu_luc_2["A.I"].gq_tong», and sums over a pattern of rows («B.*.H»). */
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { ZERO } from '../statistics/exact.js';
import type { ExpressionName, ExpressionScope } from '../statistics/expression.js';
import { expressionName, numericColumns, type Form } from '../statistics/form.js';
import { matchingRows } from '../statistics/row-pattern.js';
import { namedFigure, type NamedQuantity } from './side.js';

/** Tables of one agency and period by the name of their form in expressions. */
export type TableSet = ReadonlyMap<string, DerivedTable>;

export function toTableSet(tables: readonly DerivedTable[]): TableSet {
  return new Map(tables.map((table) => [expressionName(table.form.id), table]));
}

/** Every form's figure columns may be named in a relation, whether its table is there or not. */
export function cellScope(forms: readonly Form[]): ExpressionScope {
  return { columns: [], tables: {}, cells: Object.fromEntries(forms.map((form) => [expressionName(form.id), numericColumns(form).map(({ id }) => id)])) };
}

/** The figure of a name; undefined where its table, one of its rows or a figure is absent. */
export function findCell(tables: TableSet, { table = '', row = '', column: id }: ExpressionName): NamedQuantity | undefined {
  const found = tables.get(table);
  const column = found?.form.columns.find((one) => one.id === id);
  if (!found || !column) return undefined;
  const rows = matchingRows(found.items, row);
  const figures = rows.map((one) => {
    const quantity = quantityOf(one.cells[id]);
    return quantity && namedFigure(column, quantity, cellName(found.form, one, column.path));
  });
  const [first] = figures;
  if (!first || figures.includes(undefined)) return undefined;
  if (!row.includes('*')) return { ...first, cell: cellText(first.quantity) };
  const all = figures as readonly NamedQuantity[];
  const value = all.reduce((sum, { quantity }) => sum.add(quantity.value), ZERO);
  const quantity: Quantity = { value, origin: { kind: 'derivation', rule: `sum(${table}["${row}"].${id})`, inputs: all.map((one) => one.quantity) } };
  const half = all.reduce((sum, one) => sum.add(one.half), ZERO);
  return { quantity, name: `${all.length} dòng cột ${short(column.path.at(-1)!)} cộng lại`, decimals: first.decimals, half, cell: cellText(quantity) };
}

/** A single figure is known by what it counts, a cell of a table by its row and column. */
function cellName(form: Form, row: Row, path: readonly string[]): string {
  return form.rows === 'codes' ? short(row.label) : `${short(row.label)}, ${path.at(-1)!}`;
}

/** A label is a sentence in some tables; its cell is named beside it. */
const LONGEST_LABEL = 45;

function short(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, label.lastIndexOf(' ', LONGEST_LABEL))}…`;
}

/** «trang «PL2», ô C153»; of a sum its first and last cell. */
function cellText({ origin }: Quantity): string | undefined {
  const places = origin.kind === 'derivation' ? origin.inputs.flatMap((input) => (input.origin.kind === 'derivation' ? [] : [input.origin.place])) : [origin.place];
  const [first, last] = [places[0], places.at(-1)];
  if (first?.in !== 'sheet' || last?.in !== 'sheet') return undefined;
  return `trang «${first.sheet}», ô ${first.cell ?? ''}${places.length > 1 ? `…${last.cell ?? ''}` : ''}`;
}
