/** A table beside the same table as a unit corrected it: cells that a correction can carry, and everything else that moved. */
import { describe, expect, it } from 'vitest';
import { applyCorrections } from '../../src/statistics/correction.js';
import { changedCells } from '../../src/statistics/table-changes.js';
import { smallTable } from '../check/small-table.js';

const table = (rows: Readonly<Record<string, readonly string[]>>) => smallTable(`
id: bieu
name: Biểu
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
  - header: Kết quả
    columns:
      - { id: nhan, type: count, header: Nhận }
      - { id: diem, type: decimal, header: Điểm, decimals: 2 }
  - { id: ghi_chu, type: text, header: Ghi chú }
total: { label: Tổng }
`, rows);
const ROWS = { a: ['A', '5', '1.50', 'một  hai'], b: ['B', '', '2', ''], total: ['Tổng', '5', '3.5', ''] };
const { form, source: PRESENT } = table(ROWS);
const changes = (rows: Readonly<Record<string, readonly string[]>>) => {
  const { cells, others } = changedCells(form, PRESENT, table(rows).source);
  return { cells: cells.map(({ row, column, was, now }) => `${row} ${column} ${was} ${now}`), others: others.map(({ kind, row, column, was, now }) => `${kind} ${row} ${column} ${was} ${now}`) };
};

describe('changedCells', () => {
  it('finds figures that differ, with their place in the corrected file; not how they are written', () => {
    expect(changes({ ...ROWS, a: ['A', '6', '1.5', 'một hai'] })).toEqual({ cells: ['a nhan 5 6'], others: [] });
    expect(changedCells(form, PRESENT, table({ ...ROWS, a: ['A', '6', '1.5', 'một hai'] }).source).cells[0]).toMatchObject({ form: 'bieu', label: 'A', illustrative: false, place: { in: 'sheet', cell: 'B1' } });
    expect(changes({ ...ROWS, b: ['B', '3', '2', ''] }).cells).toEqual(['b nhan null 3']);
  });

  it('leaves out totals, which are computed', () => expect(changes({ ...ROWS, total: ['Tổng', '9', '9', ''] })).toEqual({ cells: [], others: [] }));

  it('names what no correction carries: rows, figures left out, words', () => {
    expect(changes({ a: ['A', '', '1.5', 'ba'], c: ['C', '1', '1', ''], total: ROWS.total })).toEqual({
      cells: [],
      others: ['row-added C   ', 'figure-missing A Kết quả: Nhận 5 ', 'text A Ghi chú một hai ba', 'row-missing B   '],
    });
  });

  it('compares with what the ledger made of the table', () => {
    const correction = { entry: '000000000001', at: { in: 'file', file: 'l' }, form: 'bieu', period: '2022', row: 'a', label: 'A', column: 'nhan', was: '5', now: '6' } as const;
    const corrected = applyCorrections(PRESENT, [correction]).table;
    const again = changedCells(form, corrected, table({ ...ROWS, a: ['A', '6', '1.5', 'một hai'] }).source);
    expect(again).toEqual({ cells: [], others: [] });
    expect(changedCells(form, corrected, PRESENT).cells).toMatchObject([{ was: '6', now: '5' }]);
  });
});
