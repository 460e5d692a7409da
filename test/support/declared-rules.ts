/** Every rule that a form declares, each with an error that only this rule must name and a way to take the rule back: enumerated from the forms, so that a new rule is tested without a line of test. */
import { cellScope } from '../../src/check/table-cells.js';
import { matchingRows } from '../../src/statistics/row-pattern.js';
import { formRule, type DerivedTable } from '../../src/statistics/derive.js';
import type { Cell, Row } from '../../src/statistics/dataset.js';
import { exact, type Exact } from '../../src/statistics/exact.js';
import { compileExpression, type Expression } from '../../src/statistics/expression.js';
import { expressionName, numericColumns, type Form } from '../../src/statistics/form.js';
import { provincesOn } from '../../src/statistics/provinces.js';
import { nameKey } from '../../src/statistics/unit-list.js';
import { change, changed, moved, placeOf, valueIn, type CellChange, type Declared, type Planted } from './planted-cells.js';

/** Form id → its clean table. */
export type CleanTables = ReadonlyMap<string, DerivedTable>;

export interface DeclaredRule {
  /** «phu-luc-2 › identities › gq_tong == …». */
  readonly name: string;
  readonly form: string;
  readonly code: string;
  /** Forms whose tables the rule looks at, its own first. */
  readonly reads: readonly string[];
  readonly looksBack?: true;
  /** Errors to try, the first of which the rule names is enough. */
  readonly plant: (tables: CleanTables) => readonly Planted[];
  readonly remove: (declared: Declared) => Declared;
}

export function declaredRules(forms: readonly Form[]): readonly DeclaredRule[] {
  return forms.flatMap((form) => [
    ...identityRules(form),
    ...rangeRules(form),
    ...relationRules(form, forms),
    ...wholeRules(form),
    ...rankingRules(form),
    ...reconcileRules(form),
    ...shareRules(form, forms),
    ...previousRules(form),
    ...aggregateRules(form),
    ...totalRules(form),
    ...ratioRules(form),
  ]);
}

type Kind = 'identities' | 'ranges' | 'relations' | 'wholes' | 'rankings' | 'reconciles' | 'shares' | 'continuity';
type Plant = (table: DerivedTable, tables: CleanTables) => readonly Planted[];

/** The rule at `index` of a kind; `reads`: other forms it looks at. */
function listed(form: Form, kind: Kind, index: number, text: string, code: string, plant: Plant, reads: readonly string[] = []): DeclaredRule {
  return {
    name: `${form.id} › ${kind} › ${text}`,
    form: form.id,
    code,
    reads: [...new Set([form.id, ...reads])],
    plant: (tables) => plant(tables.get(form.id)!, tables),
    remove: withForm({ [kind]: (form[kind] as readonly unknown[]).filter((_, at) => at !== index) }),
  };
}

function identityRules(form: Form): readonly DeclaredRule[] {
  return form.identities.map(({ rule }, index) => {
    const [left, right] = rule.split('==').map((side) => side.trim()) as [string, string];
    const code = right.includes('/') ? 'share-wrong' : /^\w+ - \w+$/.test(right) ? 'difference-wrong' : 'row-sum';
    return listed(form, 'identities', index, rule, code, (table) => firstRow(table, columnsOf(form, rule)).map((row) => moved(form.id, row, columnsOf(form, left)[0]!)));
  });
}

function rangeRules(form: Form): readonly DeclaredRule[] {
  return form.ranges.map(({ rule }, index) => {
    const [left, right] = rule.split(/[<>]=?/).map((side) => side.trim()) as [string, string];
    const beyond = rule.includes('<') ? 1 : -1;
    return listed(form, 'ranges', index, rule, 'out-of-range', (table) =>
      firstRow(table, columnsOf(form, rule)).map((row) => {
        const bound = formRule(form, right).evaluate(({ column }) => valueIn(row, column) ?? exact(provincesOn(`${table.source.period.year}-12-14`)));
        return changed(form.id, row, columnsOf(form, left)[0]!, (bound as Exact).add(beyond));
      }),
    );
  });
}

function relationRules(form: Form, forms: readonly Form[]): readonly DeclaredRule[] {
  return form.relations.map(({ rule }, index) => {
    const names = rule.split(/==|<=/).flatMap((side) => compile(side, forms).names);
    const { table, row, column } = names[0]!;
    const bound = rule.includes('<=');
    const id = formNamed(forms, table!);
    // A part is planted larger than its whole.
    const beyond = (tables: CleanTables, one: Row): Planted => {
      const whole = matchingRows(tables.get(formNamed(forms, names[1]!.table!))!.items, names[1]!.row!)[0]!;
      return { changes: [change(id, one, column, valueIn(whole, names[1]!.column)!.add(1))], place: placeOf(one, column) };
    };
    const plant: Plant = (_, tables) => matchingRows(tables.get(id)!.items, row!).slice(0, 1).map((one) => (bound ? beyond(tables, one) : moved(id, one, column)));
    return listed(form, 'relations', index, rule, bound ? 'out-of-range' : 'figures-disagree', plant, names.map((name) => formNamed(forms, name.table!)));
  });
}

function wholeRules(form: Form): readonly DeclaredRule[] {
  return form.wholes.map(({ columns, column, rows }, index) =>
    listed(form, 'wholes', index, columns?.join(' + ') ?? `${column!} of ${rows!}`, 'shares-not-whole', ({ items }) => {
      const row = columns ? items[0] : items.find(({ id }) => id.startsWith(`${rows!}.`));
      return row ? [moved(form.id, row, columns?.[0] ?? column!)] : [];
    }),
  );
}

function rankingRules(form: Form): readonly DeclaredRule[] {
  return form.rankings.flatMap(({ rank, by }, index) => {
    const missing = listed(form, 'rankings', index, `${rank}, one left out`, 'rank-missing', ({ items, source }) => [{ ...moved(form.id, items.at(-1)!, rank), place: source.place }]);
    if (by === undefined) return [missing];
    const copied = (to: Row, from: Row, column: string) => change(form.id, to, column, valueIn(from, column)!);
    const two = (text: string, code: string, changes: (first: Row, second: Row) => readonly CellChange[]): DeclaredRule =>
      listed(form, 'rankings', index, `${rank} by ${by}, ${text}`, code, ({ items: [first, second] }) => [{ changes: changes(first!, second!), place: placeOf(second!, rank) }]);
    return [
      missing,
      two('two exchanged', 'rank-order', (first, second) => [copied(first, second, rank), copied(second, first, rank)]),
      two('two alike', 'rank-tie', (first, second) => [copied(second, first, rank), copied(second, first, by)]),
    ];
  });
}

function reconcileRules(form: Form): readonly DeclaredRule[] {
  return form.reconciles.map(({ where, is, column, meaning, with: other }, index) => {
    const text = (cell: Cell | undefined): string => (cell?.kind === 'text' ? nameKey(cell.text) : '');
    const counts = (row: Row): boolean => row.role === 'item' && valueIn(row, column) !== undefined && (where === undefined || is.some((word) => nameKey(word) === text(row.cells[where])));
    return listed(form, 'reconciles', index, meaning, 'sums-disagree', ({ items }) => items.filter(counts).slice(0, 1).map((row) => moved(form.id, row, column)), [other]);
  });
}

/** People asked that make most percentages impossible: not every number does. */
const BASES_TRIED = 20;

function shareRules(form: Form, forms: readonly Form[]): readonly DeclaredRule[] {
  return form.shares.map(({ column, base }, index) => {
    const [name] = compile(base, forms).names;
    const id = formNamed(forms, name!.table!);
    const plant: Plant = (_, tables) =>
      matchingRows(tables.get(id)!.items, name!.row!).flatMap((row) => Array.from({ length: BASES_TRIED }, (_none, more) => changed(id, row, name!.column, valueIn(row, name!.column)!.add(more + 1))));
    return listed(form, 'shares', index, `${column} of ${base}`, 'shares-impossible', plant, [id]);
  });
}

function previousRules(form: Form): readonly DeclaredRule[] {
  const item = ({ items }: DerivedTable): Row => items.find(({ role }) => role === 'item')!;
  const continuity = form.continuity.map(({ opening, closing }, index) => ({
    ...listed(form, 'continuity', index, `${opening} = ${closing}`, 'opening-not-closing', (table) => [moved(form.id, item(table), opening)]),
    looksBack: true as const,
  }));
  const printed = Object.entries(form.previousColumns).map(([column, own]): DeclaredRule => ({
    name: `${form.id} › previousColumns › ${column} = ${own}`,
    form: form.id,
    code: 'previous-year-differs',
    reads: [form.id],
    looksBack: true,
    plant: (tables) => firstRow(tables.get(form.id)!, [column]).map((row) => moved(form.id, row, column)),
    remove: withForm({ previousColumns: Object.fromEntries(Object.entries(form.previousColumns).filter(([id]) => id !== column)) }),
  }));
  if (!form.jump) return [...continuity, ...printed];
  const { percent, least } = form.jump;
  const jump: DeclaredRule = {
    name: `${form.id} › jump › ${percent}%, ${least}`,
    form: form.id,
    code: 'figure-jump',
    reads: [form.id],
    looksBack: true,
    plant: (tables) => {
      const table = tables.get(form.id)!;
      const openings = form.continuity.map(({ opening }) => opening);
      const { id } = numericColumns(form).find((column) => column.adds === 'sum' && !openings.includes(column.id))!;
      const total = table.source.rows.find(({ role }) => role === 'total');
      const sum = total ? valueIn(total, id)! : exact(0);
      const enough = sum.mul(percent).div(100).add(least).ceil();
      return [{ ...changed(form.id, item(table), id, valueIn(item(table), id)!.add(enough)), place: total ? placeOf(total, id) : table.source.place }];
    },
    remove: ({ form: { jump: _, ...rest }, source }) => ({ form: rest, source }),
  };
  return [...continuity, ...printed, jump];
}

/** Columns that add up in a list with totals or groups; in a plain list nothing is added. */
function aggregateRules(form: Form): readonly DeclaredRule[] {
  const roles = [...(form.total ? (['total'] as const) : []), ...((form.listing?.levels.length ?? 0) > 1 ? (['subtotal'] as const) : [])];
  if (form.rows !== 'listed') return [];
  return numericColumns(form).filter(({ adds }) => adds !== 'none').flatMap((column) =>
    roles.map((role): DeclaredRule => ({
      name: `${form.id} › ${role} › ${column.adds} of ${column.id}`,
      form: form.id,
      code: `${role}-wrong`,
      reads: [form.id],
      plant: (tables) => tables.get(form.id)!.items.filter((row) => row.role === role && valueIn(row, column.id)).slice(0, 1).map((row) => moved(form.id, row, column.id)),
      remove: withForm({ columns: form.columns.map((one) => (one === column ? { ...one, adds: 'none' } : one)) }),
    })),
  );
}

/** The total row of units; a form that does not declare one does not read one. */
function totalRules(form: Form): readonly DeclaredRule[] {
  if (form.rows !== 'units' || !form.total) return [];
  return numericColumns(form).map(({ id }) => ({
    name: `${form.id} › total › ${id}`,
    form: form.id,
    code: 'total-wrong',
    reads: [form.id],
    plant: (tables) => tables.get(form.id)!.source.rows.filter(({ role }) => role === 'total').map((row) => moved(form.id, row, id)),
    remove: ({ form: { total: _, ...rest }, source }) => ({ form: rest, source: { ...source, rows: source.rows.filter(({ role }) => role !== 'total') } }),
  }));
}

function ratioRules(form: Form): readonly DeclaredRule[] {
  const { ratio } = form;
  if (!ratio) return [];
  return Object.entries(ratio.cells).map(([id, { rule }]) => ({
    name: `${form.id} › ratio › ${id}: ${rule}`,
    form: form.id,
    code: 'ratio-wrong',
    reads: [form.id],
    plant: (tables) => tables.get(form.id)!.source.rows.filter(({ role }) => role === 'ratio').map((row) => moved(form.id, row, id)),
    remove: withForm({ ratio: { ...ratio, cells: Object.fromEntries(Object.entries(ratio.cells).filter(([one]) => one !== id)) } }),
  }));
}

/** The first row, no total where there is another, that has a figure in each column; none where no row has. */
function firstRow({ items }: DerivedTable, columns: readonly string[]): readonly Row[] {
  const full = items.filter((row) => columns.every((column) => valueIn(row, column)));
  return [...full.filter(({ role }) => role === 'item'), ...full].slice(0, 1);
}

function columnsOf(form: Form, rule: string): readonly string[] {
  const columns = numericColumns(form).map(({ id }) => id);
  return formRule(form, rule).names.map(({ column }) => column).filter((column) => columns.includes(column));
}

function compile(side: string, forms: readonly Form[]): Expression {
  const result = compileExpression(side.trim(), cellScope(forms));
  if (!result.ok) throw new Error(result.reason);
  return result.expression;
}

function formNamed(forms: readonly Form[], name: string): string {
  return forms.find(({ id }) => expressionName(id) === name)!.id;
}

function withForm(change: Partial<Form>): DeclaredRule['remove'] {
  return ({ form, source }) => ({ form: { ...form, ...change }, source });
}
