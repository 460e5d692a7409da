/** What a blank cell must be if its row is to hold: said beside the question, never filled in. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formRule, quantityOf } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { exact, isWhole, toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
import type { Form } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import type { CheckSubject } from './subject.js';

export function checkImpliedFigures({ table: { form, items } }: CheckSubject): readonly Finding[] {
  return items.flatMap((row) =>
    form.columns.flatMap((column) => {
      const cell = row.cells[column.id];
      // A column that is computed anyway is nobody's question.
      if (cell?.kind !== 'absent' || cell.why !== 'blank' || !cell.place || column.formula || row.role === 'group') return [];
      const values = form.identities.flatMap(({ rule }) => solve(form, row, rule, column.id) ?? []);
      const [first] = values;
      // Identities that want different figures show a second fault in the row.
      if (!first || values.some((value) => !value.equals(first)) || (column.type === 'count' && (!isWhole(first) || first.s < 0n))) return [];
      return [found('figure-implied', cell.place, { row: row.label, column: column.path.join(': '), value: formatExact(first) }, { expected: toDecimalText(first) })];
    }),
  );
}

/** The one value with which an additive identity holds; undefined where it lacks another figure or does not name the column. */
function solve(form: Form, row: Row, rule: string, column: string): Exact | undefined {
  const [left, right] = rule.split('==').map((side) => formRule(form, side.trim()));
  const names = [...left!.names, ...right!.names].map((name) => name.column);
  if (/[*/]/.test(rule) || !names.includes(column) || names.some((name) => name !== column && !quantityOf(row.cells[name]))) return undefined;
  const difference = (value: Exact): Exact => {
    const [a, b] = [left!, right!].map((side) => side.evaluate((name) => (name.column === column ? value : quantityOf(row.cells[name.column])!.value)) as Exact);
    return a!.sub(b!);
  };
  const [atZero, atOne] = [difference(ZERO), difference(exact(1))];
  const slope = atOne.sub(atZero);
  return slope.equals(0) ? undefined : atZero.neg().div(slope);
}
