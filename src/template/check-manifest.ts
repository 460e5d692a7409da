/** What a manifest declares, held against the forms before anything runs: every rule of its figures, lists and charts compiles over names that exist. */
import { compileExpression, type ExpressionScope } from '../statistics/expression.js';
import { numericColumns, type Form } from '../statistics/form.js';
import { figureScope } from './figure-lookup.js';
import { ITEM_VALUE, rowScope } from './lists.js';
import type { Manifest } from './manifest.js';

/** Reasons, one a fault; forms that are not there have their own finding. */
export function checkManifest(manifest: Manifest, forms: ReadonlyMap<string, Form>): readonly string[] {
  const faults: string[] = [];
  const scope = figureScope(manifest, forms);
  const check = (where: string, rule: string, within: ExpressionScope, wanted: 'figure' | 'condition'): void => {
    const compiled = compileExpression(rule, within);
    if (!compiled.ok) faults.push(`${where}: ${compiled.reason}`);
    else if (compiled.type !== wanted) faults.push(`${where}: «${rule}» phải là ${wanted === 'figure' ? 'một con số' : 'một điều kiện'}`);
  };
  const formOf = (table: string | undefined): Form | undefined => (table !== undefined && Object.hasOwn(manifest.tables, table) ? forms.get(manifest.tables[table]!.form) : undefined);
  /** Scope of one row of a table; a table that is not declared is a fault itself. */
  const rowsOf = (where: string, table: string | undefined): ExpressionScope | undefined => {
    const form = formOf(table);
    if (!form) faults.push(`${where}: không có bảng «${table ?? ''}» ở mục tables`);
    return form && rowScope(numericColumns(form).map(({ id }) => id));
  };
  for (const [name, { rule }] of Object.entries(manifest.figures)) check(`figures.${name}`, rule, scope, 'figure');
  for (const [name, { table, value, items, where, over }] of Object.entries(manifest.lists)) {
    const at = `lists.${name}`;
    if (items) {
      for (const item of items) check(at, item.value, scope, 'figure');
      if (where !== undefined) check(at, where, { columns: [ITEM_VALUE], tables: {} }, 'condition');
      continue;
    }
    const rows = rowsOf(at, table);
    if (!rows) continue;
    if (value !== undefined) check(at, value, rows, 'figure');
    if (over !== undefined) check(at, over, rows, 'figure');
    if (where !== undefined) check(at, where, rows, 'condition');
  }
  for (const [name, { table, series, sameAs }] of Object.entries(manifest.charts)) {
    const at = `charts.${name}`;
    const rows = rowsOf(at, table);
    if (rows) for (const { value } of series) check(at, value, rows, 'figure');
    if (sameAs !== undefined && !formOf(table)?.columns.some(({ id }) => id === sameAs)) faults.push(`${at}: bảng «${table}» không có cột «${sameAs}»`);
  }
  for (const [name, { criteria }] of Object.entries(manifest.tables)) {
    for (const column of Object.values(criteria ?? {})) {
      if (!formOf(name)?.columns.some(({ id }) => id === column)) faults.push(`tables.${name}.criteria: không có cột «${column}»`);
    }
  }
  for (const { table } of manifest.appendices) if (!Object.hasOwn(manifest.tables, table)) faults.push(`appendices: không có bảng «${table}» ở mục tables`);
  return faults;
}
