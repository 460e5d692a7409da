/** Corrections put into a table: which cells move, what is said of those that do not fit, and what becomes of totals. */
import { describe, expect, it } from 'vitest';
import { applyCorrections, textOf, type Correction } from '../../src/statistics/correction.js';
import { smallTable } from '../check/small-table.js';

const { source: TABLE } = smallTable(`
id: bieu
name: Biểu
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: nhan, type: count, header: Nhận }
  - { id: xong, type: count, header: Xong }
  - { id: ghi_chu, type: text, header: Ghi chú }
total: { label: Tổng }
`, { a: ['A', '5', '4', 'x'], b: ['B', '7', '', ''], total: ['Tổng', '12', '4', ''] });

let line = 0;
const correct = (row: string, column: string, was: string | null, now: string): Correction => ({
  entry: `00000000000${++line % 10}`, at: { in: 'text', file: 'ledger.jsonl', line }, form: 'bieu', period: '2021-01', row, label: row.toUpperCase(), column, was, now,
});
const figures = (corrections: readonly Correction[]) => Object.fromEntries(applyCorrections(TABLE, corrections).table.rows.map(({ id, cells }) => [id, [textOf(cells['nhan']), textOf(cells['xong'])]]));
const misfits = (...corrections: readonly Correction[]) => applyCorrections(TABLE, corrections).misfits.map(({ correction, why, present }) => `${correction.now} ${why} ${present}`);

describe('a correction', () => {
  it('moves the cell it names, keeping the way to the source, and no other', () => {
    const one = correct('a', 'nhan', '5', '6');
    const { table, misfits: none } = applyCorrections(TABLE, [one]);
    expect(none).toEqual([]);
    const cell = table.rows[0]!.cells['nhan']!;
    expect(cell).toMatchObject({ kind: 'number', quantity: { origin: { kind: 'correction', entry: one.entry, place: one.at, illustrative: false, replaced: { origin: { kind: 'source', written: '5' } } } } });
    expect(table.rows[0]!.cells['xong']).toBe(TABLE.rows[0]!.cells['xong']);
    expect(table.rows[1]).toBe(TABLE.rows[1]);
    expect(textOf(TABLE.rows[0]!.cells['nhan'])).toBe('5');
  });

  it('leaves out the total that the source states for its column, and keeps the others', () => {
    expect(figures([correct('a', 'nhan', '5', '6')])).toEqual({ a: ['6', '4'], b: ['7', null], total: [null, '4'] });
  });

  it('fills a blank cell, which replaces nothing', () => {
    const { table, misfits: none } = applyCorrections(TABLE, [correct('b', 'xong', null, '3')]);
    expect(none).toEqual([]);
    expect(table.rows[1]!.cells['xong']).toMatchObject({ kind: 'number', quantity: { origin: { kind: 'correction' } } });
    expect(table.rows[1]!.cells['xong']).not.toHaveProperty('quantity.origin.replaced');
  });

  it('of nothing leaves the very table', () => expect(applyCorrections(TABLE, []).table).toBe(TABLE));

  it('of a corrected cell goes on from it', () => {
    expect(figures([correct('a', 'nhan', '5', '6'), correct('a', 'nhan', '6', '9')])['a']).toEqual(['9', '4']);
  });

  it('of totals, rows and columns that are not there, or of a text, is absent', () => {
    expect(misfits(correct('total', 'nhan', '12', '13'), correct('c', 'nhan', '5', '6'), correct('a', 'ghi_chu', null, '1'))).toEqual(['13 absent null', '6 absent null', '1 absent null']);
    expect(misfits(correct('a', 'khac', '5', '6'))).toEqual(['6 changed null']);
  });

  it('that fits no more moves nothing: changed, or done where the source has it', () => {
    expect(misfits(correct('a', 'nhan', '4', '6'), correct('b', 'nhan', '6', '7'))).toEqual(['6 changed 5', '7 done 7']);
    expect(applyCorrections(TABLE, [correct('a', 'nhan', '4', '6')]).table).toBe(TABLE);
  });
});

describe('a stale correction', () => {
  it('is settled by a later one that fits or is done', () => {
    expect(misfits(correct('a', 'nhan', '4', '6'), correct('a', 'nhan', '5', '8'))).toEqual([]);
    expect(misfits(correct('a', 'nhan', '3', '4'), correct('a', 'nhan', '4', '5'))).toEqual(['5 done 5']);
  });

  it('is not settled by one before it, of another cell, or as stale', () => {
    expect(misfits(correct('a', 'nhan', '5', '8'), correct('a', 'nhan', '5', '9'))).toEqual(['9 changed 8']);
    expect(misfits(correct('a', 'nhan', '4', '6'), correct('a', 'xong', '4', '8'))).toEqual(['6 changed 5']);
    expect(misfits(correct('a', 'nhan', '3', '4'), correct('a', 'nhan', '4', '6'))).toEqual(['4 changed 5', '6 changed 5']);
  });
});
