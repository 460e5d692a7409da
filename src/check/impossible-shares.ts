/** Percentages of people asked that no number of people gives: 92,96 % of 486 is nobody's answer, since 451/486 is 92,80 and 452/486 is 93,00. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import { exact, roundHalfUp, toDecimalText, type Exact } from '../statistics/exact.js';
import { compileExpression, type ExpressionScope } from '../statistics/expression.js';
import type { FormShares } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import { sourcePlaces } from './side.js';
import { findCell, type TableSet } from './table-cells.js';

/** Fewer impossible shares than this part of all are slips of single figures, not another base. */
const TELLING_PART = 0.5;
/** How far from the stated base another is looked for, in parts of it. */
const NEARBY = 20;

export function checkImpossibleShares(tables: TableSet, scope: ExpressionScope): readonly Finding[] {
  return [...tables.values()].flatMap((table) => table.form.shares.flatMap((rule) => checkShares(rule, table, tables, scope)));
}

function checkShares({ column: id, base }: FormShares, table: DerivedTable, tables: TableSet, scope: ExpressionScope): readonly Finding[] {
  const compiled = compileExpression(base, scope);
  const asked = compiled.ok ? findCell(tables, compiled.expression.names[0]!) : undefined;
  const column = table.form.columns.find((one) => one.id === id)!;
  if (!asked || asked.quantity.value.compare(1) < 0) return [];
  const shares = table.items.flatMap((row) => {
    const quantity = quantityOf(row.cells[id]);
    return quantity ? [{ label: row.label, quantity }] : [];
  });
  const impossible = (people: Exact) => shares.filter(({ quantity }) => !isShareOf(quantity.value, people, column.decimals));
  const people = asked.quantity.value;
  const wrong = impossible(people);
  if (wrong.length === 0 || wrong.length < shares.length * TELLING_PART) return [];
  const reach = Math.max(1, Math.floor(Number(toDecimalText(people)) / NEARBY));
  const others = Array.from({ length: 2 * reach + 1 }, (_, index) => people.add(index - reach)).map((value) => ({ value, left: impossible(value).length }));
  const best = others.reduce((a, b) => (b.left < a.left ? b : a));
  const [first] = wrong;
  const places = sourcePlaces(asked.quantity);
  const cause = best.left * 2 < wrong.length ? `số người được hỏi là ${formatExact(best.value)} (${shares.length - best.left}/${shares.length} tỷ lệ khớp với số này)` : undefined;
  const params = { people: formatExact(people), wrong: wrong.length, all: shares.length, example: formatFigure(first!.quantity.value, column.decimals), label: first!.label, table: table.form.name };
  return [found('shares-impossible', places[0] ?? table.source.place, params, { seen: toDecimalText(people), related: sourcePlaces(first!.quantity), cause })];
}

/** Whether some whole number of people is printed as this percentage of all. */
function isShareOf(percent: Exact, people: Exact, decimals: number): boolean {
  const near = roundHalfUp(percent.mul(people).div(100), 0).scaled;
  const wanted = roundHalfUp(percent, decimals).scaled;
  return [near - 1n, near, near + 1n].some((count) => count >= 0n && roundHalfUp(exact(count).mul(100).div(people), decimals).scaled === wanted);
}
