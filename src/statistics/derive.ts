/** From the received rows to the full table: computed columns, total row, ratio row. Totals and ratios of the source are never taken over; the checks compare them. */
import { toDecimalText, ZERO } from './exact.js';
import { itemRows, type Cell, type Quantity, type Row, type Table } from './dataset.js';
import { compileExpression, nameText, type Expression, type ExpressionName, type ExpressionScope } from './expression.js';
import { numericColumns, type Form } from './form.js';
import { PROVINCES } from './provinces.js';

export interface DerivedTable {
  readonly form: Form;
  readonly source: Table;
  /** Item rows in the order of the agency's unit list, or of the source; of a listed form all rows. Formula columns filled. */
  readonly items: readonly Row[];
  /** Column id → total; a column with an absent item has none. */
  readonly total: Readonly<Record<string, Quantity>>;
  /** Column id → percentage of the ratio row; undefined where its base is 0 or a figure is absent. */
  readonly ratio: Readonly<Record<string, Quantity | undefined>>;
}

export function deriveTable(form: Form, source: Table, unitOrder: readonly string[]): DerivedTable {
  const order = new Map(unitOrder.map((id, index) => [id, index]));
  const rank = (row: Row): number => order.get(row.id) ?? order.size;
  const given = form.rows === 'listed' ? source.rows : itemRows(source);
  const items = given.map((row) => withFormulas(form, row)).sort((a, b) => (form.rows === 'units' ? byDeclaredOrder(form, a, b) || rank(a) - rank(b) : 0));
  const total: Record<string, Quantity> = {};
  // A table that lacks a unit has no totals: its sums would be those of another table.
  const complete = form.rows === 'units' && unitOrder.every((unit) => items.some(({ id }) => id === unit));
  for (const { id } of complete ? numericColumns(form) : []) {
    const sum = sumOf(id, items);
    if (sum) total[id] = sum;
  }
  const ratio = Object.fromEntries(
    Object.entries(form.ratio?.cells ?? {}).map(([id, { rule }]) => [id, evaluateRule(formRule(form, rule), ({ column }) => total[column])]),
  );
  return { form, source, items, total, ratio };
}

/** The form's own order of rows; 0 where it has none, or the figures do not tell. */
function byDeclaredOrder({ order }: Form, a: Row, b: Row): number {
  for (const { column, direction } of order) {
    const [left, right] = [quantityOf(a.cells[column]), quantityOf(b.cells[column])];
    if (!left || !right) continue;
    const compared = left.value.compare(right.value) * (direction === 'descending' ? -1 : 1);
    if (compared !== 0) return compared;
  }
  return 0;
}

export function quantityOf(cell: Cell | undefined): Quantity | undefined {
  return cell?.kind === 'number' ? cell.quantity : undefined;
}

function sumOf(column: string, items: readonly Row[]): Quantity | undefined {
  const inputs: Quantity[] = [];
  for (const row of items) {
    const quantity = quantityOf(row.cells[column]);
    if (!quantity) return undefined;
    inputs.push(quantity);
  }
  return inputs.length === 0 ? undefined : totalOf(inputs, column);
}

/** Figures of one column added up. */
export function totalOf(inputs: readonly Quantity[], column: string): Quantity {
  const value = inputs.reduce((sum, one) => sum.add(one.value), ZERO);
  return { value, origin: { kind: 'derivation', rule: `sum(${column})`, inputs } };
}

function withFormulas(form: Form, row: Row): Row {
  let cells = row.cells;
  for (const { id, formula } of form.columns) {
    if (!formula || cells[id]?.kind === 'number') continue;
    const quantity = evaluateRule(formRule(form, formula), ({ column }) => quantityOf(cells[column]));
    if (quantity) cells = { ...cells, [id]: { kind: 'number', quantity } };
  }
  return cells === row.cells ? row : { ...row, cells };
}

/** Result of a rule with its inputs; undefined where a figure is absent or the rule divides by 0. */
export function evaluateRule(
  expression: Expression,
  find: (name: ExpressionName) => Quantity | undefined,
): Quantity | undefined {
  const inputs = inputsOf(expression, find);
  if (!inputs) return undefined;
  // A rule that is but a name is that figure: its way back is the cell, not a formula.
  const [only] = inputs;
  if (only && only[0] === expression.source.trim()) return only[1];
  const value = expression.evaluate((name) => inputs.get(nameText(name))!.value);
  if (value === undefined || typeof value === 'boolean') return undefined;
  return { value, origin: { kind: 'derivation', rule: expression.source, inputs: [...inputs.values()] } };
}

/** Whether a condition holds; undefined where a figure it needs is absent. */
export function evaluateCondition(expression: Expression, find: (name: ExpressionName) => Quantity | undefined): boolean | undefined {
  const inputs = inputsOf(expression, find);
  const holds = inputs && expression.evaluate((name) => inputs.get(nameText(name))!.value);
  return typeof holds === 'boolean' ? holds : undefined;
}

/** The figures of a rule by name; undefined where one is absent. */
function inputsOf(expression: Expression, find: (name: ExpressionName) => Quantity | undefined): ReadonlyMap<string, Quantity> | undefined {
  const inputs = new Map<string, Quantity>();
  for (const name of expression.names) {
    const quantity = find(name);
    if (!quantity) return undefined;
    inputs.set(nameText(name), quantity);
  }
  return inputs;
}

const compiled = new WeakMap<Form, Map<string, Expression>>();

/** A rule of a form, compiled once a form. The form was checked when read, so a rule that fails here is our own bug. */
export function formRule(form: Form, rule: string): Expression {
  const rules = compiled.get(form) ?? new Map<string, Expression>();
  compiled.set(form, rules);
  let expression = rules.get(rule);
  if (!expression) {
    const result = compileExpression(rule, formScope(form));
    if (!result.ok) throw new Error(result.reason);
    expression = result.expression;
    rules.set(rule, expression);
  }
  return expression;
}

/** Names a form's own rules may use: its figure columns, and the number of provinces. */
export function formScope(form: Form): ExpressionScope {
  return { columns: [...numericColumns(form).map(({ id }) => id), PROVINCES], tables: {} };
}

/** a − b, exact, with both as inputs; the rule names both formulas. */
export function difference(a: Quantity, b: Quantity): Quantity {
  const rule = `${ruleOf(a)} - ${ruleOf(b)}`;
  return { value: a.value.sub(b.value), origin: { kind: 'derivation', rule, inputs: [a, b] } };
}

function ruleOf({ origin, value }: Quantity): string {
  return origin.kind === 'derivation' ? origin.rule : toDecimalText(value);
}
