/** The table as a document tells and prints it: differences are our own («computed» columns), and what must not be compared is not there to be compared. The checks see the table as received. */
import type { Cell, Quantity, Row } from './dataset.js';
import { evaluateRule, formRule, quantityOf, type DerivedTable } from './derive.js';
import type { Form } from './form.js';
import { matchesPattern } from './row-pattern.js';

/** Computed columns recomputed; a row that lacks a figure keeps what the source gave. */
export function toToldTable(table: DerivedTable): DerivedTable {
  const computed = table.form.columns.filter((column) => column.computed);
  if (computed.length === 0) return table;
  const items = table.items.map((row): Row => {
    const cells: Record<string, Cell> = { ...row.cells };
    for (const { id, formula } of computed) {
      // What must not be compared has no difference, whatever the source gave.
      if (isNever(table.form, row, id)) {
        cells[id] = { kind: 'absent', why: 'not-collected' };
        continue;
      }
      const quantity = evaluateRule(formRule(table.form, formula!), ({ column }) => quantityOf(row.cells[column]));
      if (quantity) cells[id] = { kind: 'number', quantity };
    }
    return { ...row, cells };
  });
  return { ...table, items };
}

/** The figure of a cell for sentences, lists and charts: none where the form declares it not comparable. */
export function comparableFigure(form: Form, row: Row, column: string): Quantity | undefined {
  return isNever(form, row, column) ? undefined : quantityOf(row.cells[column]);
}

function isNever({ comparability }: Form, row: Row, column: string): boolean {
  return comparability.some((rule) => rule.compare === 'never' && rule.columns.includes(column) && isNamed(rule.rows, row));
}

/** Why a comparison with the cell needs a word of caution; undefined where it needs none. */
export function comparisonNote(form: Form, row: Row, column: string): string | undefined {
  return form.comparability.find((rule) => rule.compare === 'noted' && rule.columns.includes(column) && isNamed(rule.rows, row))?.reason;
}

function isNamed(patterns: readonly string[], { id }: Row): boolean {
  return patterns.some((pattern) => matchesPattern(id, pattern));
}
