/** Two sources side by side: units matched by id, each figure from its own source, what one lacks told and left blank, totals of both. */
import { describe, expect, it } from 'vitest';
import { deriveTable, quantityOf, type DerivedTable } from '../../src/statistics/derive.js';
import { toDecimalText } from '../../src/statistics/exact.js';
import { sourceInputs } from '../../src/statistics/dataset.js';
import { joinTables } from '../../src/statistics/join-tables.js';
import { loadForms } from '../support/clean-annual.js';
import { givenTable } from '../template/small-document.js';

const [BOTH, NATIONAL, OWN] = ['doi-chieu-tre-han', 'tre-han-cong-quoc-gia', 'tre-han-he-thong-tinh'].map((id) => loadForms().find((form) => form.id === id)!);

function source(form: typeof NATIONAL, rows: readonly (readonly [string, number])[]): DerivedTable {
  return deriveTable(form!, givenTable(form!, rows.map(([id, so_ho_so]) => ({ id, label: `Đơn vị ${id}`, figures: { so_ho_so } }))), []);
}

function joined(national: readonly (readonly [string, number])[], own: readonly (readonly [string, number])[]): { rows: Record<string, (string | undefined)[]>; total: (string | undefined)[]; lacking: string[]; table: DerivedTable } {
  const both = joinTables(BOTH!, [source(OWN, own), source(NATIONAL, national)])!;
  const table = deriveTable(BOTH!, both.table, both.table.rows.map(({ id }) => id));
  const columns = ['cong_quoc_gia', 'he_thong_tinh', 'chenh_lech'];
  const shown = (quantity: ReturnType<typeof quantityOf>): string | undefined => quantity && toDecimalText(quantity.value);
  return {
    rows: Object.fromEntries(table.items.map((row) => [row.id, columns.map((column) => shown(quantityOf(row.cells[column])))])),
    total: columns.map((column) => shown(table.total[column])),
    lacking: both.lacking.map(({ row, there, missing }) => `${row.id}: ${there.id}, không có trong ${missing.form.id}`),
    table,
  };
}

describe('joining', () => {
  it('matches units in any order and subtracts where both are known', () => {
    const { rows, total, lacking } = joined([['a', 10], ['b', 54]], [['b', 150], ['a', 3]]);
    expect(rows).toEqual({ b: ['54', '150', '-96'], a: ['10', '3', '7'] });
    expect(total).toEqual(['64', '153', '-89']);
    expect(lacking).toEqual([]);
  });

  it('keeps what one source lacks, with a blank and no difference', () => {
    const { rows, lacking } = joined([['a', 10], ['b', 54]], [['a', 3], ['c', 9]]);
    expect(rows).toEqual({ b: ['54', undefined, undefined], a: ['10', '3', '7'], c: [undefined, '9', undefined] });
    expect(lacking).toEqual([`b: ${NATIONAL!.id}, không có trong ${OWN!.id}`, `c: ${OWN!.id}, không có trong ${NATIONAL!.id}`]);
  });

  it('traces a difference to a cell of each source', () => {
    const { table } = joined([['a', 10]], [['a', 3]]);
    expect(sourceInputs(quantityOf(table.items[0]!.cells['chenh_lech'])!)).toHaveLength(2);
  });

  it('is nothing where a source was not sent', () => expect(joinTables(BOTH!, [source(NATIONAL, [['a', 1]])])).toBeUndefined());
});
