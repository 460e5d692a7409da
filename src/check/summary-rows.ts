/** Total and ratio rows of the source: recognised and checked, never trusted. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { sourceInputs, type Quantity, type Row } from '../statistics/dataset.js';
import { quantityOf } from '../statistics/derive.js';
import { roundHalfUp, toDecimalText, toFixedText } from '../statistics/exact.js';
import { numericColumns, type FormColumn } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import type { CheckSubject } from './subject.js';

export function checkTotalRow({ table }: CheckSubject): readonly Finding[] {
  return summaryCells(table.source.rows, 'total', numericColumns(table.form)).flatMap(({ column, stated, row }) => {
    const computed = table.total[column.id];
    if (!computed || computed.value.equals(stated.value)) return [];
    return [
      found('total-wrong', placeOf(stated, row), { row: row.label, column: column.path.join(': '), seen: formatExact(stated.value), expected: formatExact(computed.value), how: 'tổng' }, {
        seen: toDecimalText(stated.value),
        expected: toDecimalText(computed.value),
        basis: [stated.value, ...sourceInputs(computed).map(({ value }) => value)],
        related: sourceInputs(computed).map((input) => placeOf(input, row)),
        cause: likelyCause(stated.value, computed.value, { parts: partsOf(table.items, column) }),
      }),
    ];
  });
}

export function checkRatioRow({ table }: CheckSubject): readonly Finding[] {
  const cells = table.form.ratio?.cells ?? {};
  return summaryCells(table.source.rows, 'ratio', numericColumns(table.form)).flatMap(({ column, stated, row }) => {
    const computed = table.ratio[column.id];
    const decimals = Math.max(cells[column.id]?.decimals ?? 2, 2);
    if (!computed) return [];
    // Excel keeps the unrounded rate behind the two decimals it shows: both sides are rounded alike.
    const same = roundHalfUp(computed.value, decimals).scaled === roundHalfUp(stated.value, decimals).scaled;
    if (same) return [];
    return [
      found('ratio-wrong', placeOf(stated, row), { column: column.path.join(': '), seen: formatExact(stated.value), expected: formatFigure(computed.value, decimals) }, {
        seen: toDecimalText(stated.value),
        expected: toFixedText(computed.value, decimals),
        basis: [stated.value, computed.value],
        cause: likelyCause(stated.value, computed.value, { decimals }),
      }),
    ];
  });
}

function partsOf(items: readonly Row[], { id }: FormColumn): readonly { readonly name: string; readonly value: Quantity['value'] }[] {
  return items.flatMap((row) => {
    const quantity = quantityOf(row.cells[id]);
    return quantity ? [{ name: row.label, value: quantity.value }] : [];
  });
}

function summaryCells(rows: readonly Row[], role: Row['role'], columns: readonly FormColumn[]): { column: FormColumn; stated: Quantity; row: Row }[] {
  return rows
    .filter((row) => row.role === role)
    .flatMap((row) =>
      columns.flatMap((column) => {
        const stated = quantityOf(row.cells[column.id]);
        return stated ? [{ column, stated, row }] : [];
      }),
    );
}

function placeOf({ origin }: Quantity, row: Row): Row['place'] {
  return origin.kind === 'derivation' ? row.place : origin.place;
}
