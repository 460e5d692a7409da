/** Lists: rows of a table with one figure each, chosen by a condition and sorted. Phrases count, enumerate and rank them, charts draw them; k and n always count what is named. */
import { evaluateCondition, evaluateRule, type DerivedTable } from '../statistics/derive.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { exact } from '../statistics/exact.js';
import { compileExpression, type Expression, type ExpressionName, type ExpressionScope } from '../statistics/expression.js';
import { numericColumns } from '../statistics/form.js';
import { PROVINCES } from '../statistics/provinces.js';
import { matchesPattern } from '../statistics/row-pattern.js';
import { comparableFigure } from '../statistics/told-table.js';
import type { DocumentData } from './document-data.js';
import { findFigure, ruleFigure } from './figure-lookup.js';
import type { FigureFormat, ListUse } from './manifest.js';

export interface ListItem {
  readonly label: string;
  readonly quantity: Quantity;
  /** What the value is printed over: «61/63». */
  readonly base?: Quantity;
}

export interface NamedList {
  readonly name: string;
  readonly format: FigureFormat;
  /** Those that satisfy the condition, in the declared order. */
  readonly items: readonly ListItem[];
  /** k: how many they are. */
  readonly count: Quantity;
  /** n: how many could have; rows without the figures that are asked for do not count. */
  readonly base: Quantity;
}

export function namedList(data: DocumentData, name: string, use: ListUse, scope: ExpressionScope): NamedList {
  const all = use.items ? spreadItems(data, use.items, use.where, scope) : rowItems(data, use);
  const items = sorted(all.filter(({ holds }) => holds), use.order).slice(0, use.most);
  const inputs = all.map(({ quantity }) => quantity);
  const counted = (count: number, rule: string): Quantity => ({ value: exact(count), origin: { kind: 'derivation', rule, inputs } });
  const what = `${use.table ?? name}${use.where === undefined ? '' : `: ${use.where}`}`;
  return { name, format: use.as, items, count: counted(items.length, `count(${what})`), base: counted(all.length, `count(${use.table ?? name})`) };
}

interface Candidate extends ListItem {
  readonly holds: boolean;
}

/** A row that is only counted. */
const ONE: Quantity = { value: exact(1), origin: { kind: 'derivation', rule: '1', inputs: [] } };

function rowItems(data: DocumentData, { table = '', rows, value, where, over, drop = '' }: ListUse): readonly Candidate[] {
  const found = data.tables[table];
  if (!found) return [];
  return listedItems(found, rows).flatMap((row): readonly Candidate[] => {
    const quantity = value === undefined ? ONE : rowFigure(data, found, row, value);
    const holds = where === undefined ? true : rowCondition(data, found, row, where);
    const base = over === undefined ? undefined : rowFigure(data, found, row, over);
    return quantity && holds !== undefined ? [{ label: shortened(row.label, drop), quantity, holds, ...(base ? { base } : {}) }] : [];
  });
}

function shortened(label: string, drop: string): string {
  return drop !== '' && label.startsWith(drop) ? label.slice(drop.length).trimStart() : label;
}

/** Rows of a table named by patterns; «*» alone stands for its items, neither headings nor totals. */
export function listedItems({ items }: DerivedTable, patterns: readonly string[]): readonly Row[] {
  return items.filter(({ id, role }) => patterns.some((pattern) => (pattern === '*' ? role === 'item' : matchesPattern(id, pattern))));
}

/** A rule over the row's own columns. */
export function rowFigure(data: DocumentData, table: DerivedTable, row: Row, rule: string): Quantity | undefined {
  const expression = rowExpression(table, rule);
  return expression && evaluateRule(expression, finder(data, table, row));
}

function rowCondition(data: DocumentData, table: DerivedTable, row: Row, rule: string): boolean | undefined {
  const expression = rowExpression(table, rule);
  return expression && evaluateCondition(expression, finder(data, table, row));
}

/** Scope of the rules that speak of one row. */
export function rowScope(columns: readonly string[]): ExpressionScope {
  return { columns: [...columns, PROVINCES], tables: {} };
}

function rowExpression({ form }: DerivedTable, rule: string): Expression | undefined {
  const compiled = compileExpression(rule, rowScope(numericColumns(form).map(({ id }) => id)));
  return compiled.ok ? compiled.expression : undefined;
}

function finder(data: DocumentData, { form }: DerivedTable, row: Row): (name: ExpressionName) => Quantity | undefined {
  return (name) => (name.column === PROVINCES ? findFigure(data, name) : comparableFigure(form, row, name.column));
}

/** The name of an item's own figure in the condition of a list whose items are spelt out. */
export const ITEM_VALUE = 'value';

function spreadItems(data: DocumentData, items: NonNullable<ListUse['items']>, where: string | undefined, scope: ExpressionScope): readonly Candidate[] {
  const condition = where === undefined ? undefined : compileExpression(where, { columns: [ITEM_VALUE], tables: {} });
  return items.flatMap(({ label, value }): readonly Candidate[] => {
    const { quantity } = ruleFigure(data, value, scope);
    if (!quantity) return [];
    const holds = condition?.ok ? evaluateCondition(condition.expression, () => quantity) : true;
    return [{ label, quantity, holds: holds === true }];
  });
}

/** Equal figures keep the order of the source, so that a sentence never depends on a sort. */
export function sorted<T extends { readonly quantity: Quantity }>(items: readonly T[], order: ListUse['order']): readonly T[] {
  if (order === 'source') return items;
  const sign = order === 'descending' ? -1 : 1;
  return [...items].sort((a, b) => sign * a.quantity.value.compare(b.quantity.value));
}
