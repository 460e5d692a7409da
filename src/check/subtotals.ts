/** Rows that stand for others in a listed form: subtotals against their parts, the total against the outermost rows, and lists that lack some of their items. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { quantityOf } from '../statistics/derive.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { toDecimalText, toFixedText, ZERO, type Exact } from '../statistics/exact.js';
import { numericColumns, type FormColumn } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import { agree, namedFigure, sourcePlaces, type Side } from './side.js';
import type { CheckSubject } from './subject.js';

export function checkSubtotals({ table: { form, items } }: CheckSubject): readonly Finding[] {
  if (form.rows !== 'listed') return [];
  const columns = numericColumns(form).filter(({ adds }) => adds !== 'none');
  return items.flatMap((row) => {
    const parts = row.role === 'total' ? items.filter((one) => one.parent === undefined && one.role !== 'total') : childrenOf(row, items);
    return parts.length === 0 ? [] : columns.flatMap((column) => checkCell(column, row, parts, items));
  });
}

function childrenOf(row: Row, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ parent }) => parent === row.id);
}

function checkCell(column: FormColumn, row: Row, parts: readonly Row[], rows: readonly Row[]): readonly Finding[] {
  const stated = quantityOf(row.cells[column.id]);
  if (!stated) return [];
  const leaves = parts.flatMap((part) => bearers(part, column, rows));
  const given = leaves.flatMap((part) => {
    const quantity = quantityOf(part.cells[column.id]);
    return quantity ? [{ row: part, quantity, name: part.label, value: quantity.value }] : [];
  });
  if (given.length === 0) return [];
  const missing = leaves.filter((part) => isMissing(part, column));
  const sum = given.reduce((total, { value }) => total.add(value), ZERO);
  if (column.adds === 'mean' && missing.length > 0) return [];
  const computed = column.adds === 'mean' ? sum.div(given.length) : sum;
  const sides = [sideOf(column, [stated]), sideOf(column, given.map(({ quantity }) => quantity), computed)] as const;
  if (agree(...sides)) return [];
  const decimals = sides[0].decimals!;
  const details = {
    seen: toDecimalText(stated.value),
    expected: toFixedText(computed, decimals),
    basis: [stated.value, ...given.map(({ value }) => value)],
    related: (missing.length > 0 ? missing : given.map((one) => one.row)).map(({ place, cells }) => placeIn(cells[column.id], place)),
  };
  const header = column.path.join(': ');
  const [seen, expected] = [formatFigure(stated.value, decimals), formatFigure(computed, decimals)];
  const at = sourcePlaces(stated)[0] ?? row.place;
  if (missing.length > 0) {
    const rest = formatExact(stated.value.sub(sum));
    const names = missing.map(({ label }) => `«${label}»`).join(', ');
    return [found('list-incomplete', at, { row: row.label, column: header, seen, expected, rest, missing: names }, details)];
  }
  const cause = likelyCause(stated.value, computed, { parts: given, decimals });
  const how = column.adds === 'mean' ? 'trung bình cộng' : 'tổng';
  const code = row.role === 'total' ? 'total-wrong' : 'subtotal-wrong';
  return [found(code, at, { row: row.label, column: header, seen, expected, how }, { ...details, cause })];
}

/** The row itself, or, of a heading without figures, its parts. */
function bearers(part: Row, column: FormColumn, rows: readonly Row[]): readonly Row[] {
  if (quantityOf(part.cells[column.id]) || part.role !== 'group') return [part];
  return childrenOf(part, rows).flatMap((one) => bearers(one, column, rows));
}

/** A figure that should be there; one that was not collected is nobody's omission. */
function isMissing({ cells }: Row, column: FormColumn): boolean {
  const cell = cells[column.id];
  return cell?.kind === 'absent' && cell.why === 'blank';
}

function placeIn(cell: Row['cells'][string] | undefined, place: Row['place']): Row['place'] {
  if (cell?.kind === 'absent') return cell.place ?? place;
  return cell?.kind === 'number' ? (sourcePlaces(cell.quantity)[0] ?? place) : place;
}

/** A mean is less sure than its parts by none: each part's rounding counts as much as its share. */
function sideOf(column: FormColumn, quantities: readonly Quantity[], value: Exact = quantities[0]!.value): Side {
  const figures = quantities.map((quantity) => namedFigure(column, quantity));
  const slack = figures.reduce((sum, { half }) => sum.add(half), ZERO);
  const single = figures.length === 1;
  return { value, slack: column.adds === 'mean' && !single ? slack.div(figures.length) : slack, figures, decimals: single ? figures[0]!.decimals : undefined, words: '' };
}
