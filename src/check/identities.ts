/** Identities of a form, row by row: (3) = (4) + (5) + (6). Counts are exact, so an identity of counts holds exactly. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { formRule, quantityOf } from '../statistics/derive.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { toDecimalText, type Exact } from '../statistics/exact.js';
import type { Form } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import type { CheckSubject } from './subject.js';

export function checkIdentities({ table: { form, items } }: CheckSubject): readonly Finding[] {
  return form.identities.flatMap(({ rule }) => {
    const [left, right] = rule.split('==').map((side) => side.trim()) as [string, string];
    return items.flatMap((row) => checkRow(form, row, left, right, items.length - 1));
  });
}

function checkRow(form: Form, row: Row, left: string, right: string, others: number): readonly Finding[] {
  const stated = valueOf(form, row, left);
  const computed = valueOf(form, row, right);
  // An absent figure has its own finding; an identity over it says nothing.
  if (!stated || !computed || stated.value.equals(computed.value)) return [];
  const [first, ...parts] = [...stated.cells, ...computed.cells];
  const statement = `${describe(form, row, left)} nhưng ${describe(form, row, right)} = ${formatExact(computed.value)}`;
  return [
    found('row-sum', first ?? row.place, { row: row.label, statement, others }, {
      seen: toDecimalText(stated.value),
      expected: toDecimalText(computed.value),
      related: parts,
    }),
  ];
}

function valueOf(form: Form, row: Row, side: string): { value: Exact; cells: readonly Place[] } | undefined {
  const expression = formRule(form, side);
  const quantities = expression.names.map(({ column }) => quantityOf(row.cells[column]));
  if (quantities.some((quantity) => !quantity)) return undefined;
  const value = expression.evaluate(({ column }) => quantityOf(row.cells[column])!.value);
  if (value === undefined || typeof value === 'boolean') return undefined;
  return { value, cells: (quantities as Quantity[]).flatMap((one) => placeOf(one) ?? []) };
}

function placeOf({ origin }: Quantity): Place | undefined {
  return origin.kind === 'source' ? origin.place : undefined;
}

/** «Tổng số» ghi 613 · Kỳ trước (D8) 2 + Số mới tiếp nhận (E8) 612. */
function describe(form: Form, row: Row, side: string): string {
  const header = (column: string): string => form.columns.find(({ id }) => id === column)?.path.at(-1) ?? column;
  const printed = (column: string): { text: string; cell: string } => {
    const quantity = quantityOf(row.cells[column])!;
    const place = placeOf(quantity);
    return { text: formatExact(quantity.value), cell: place?.in === 'sheet' && place.cell ? ` (${place.cell})` : '' };
  };
  if (/^[a-z0-9_]+$/.test(side)) return `«${header(side)}» ghi ${printed(side).text}`;
  return side.replace(/[a-z][a-z0-9_]*/g, (column) => {
    const { text, cell } = printed(column);
    return `${header(column)}${cell} ${text}`;
  });
}
