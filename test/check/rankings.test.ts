/** Ranks against the values ranked: order, ties of both kinds, ranks nobody holds. */
import { describe, expect, it } from 'vitest';
import { checkRankings } from '../../src/check/rankings.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable, subjectOf } from './small-table.js';

const form = (by: string): string => `
id: xep-hang
name: Xếp hạng
rows: { label: tinh, key: [tinh] }
columns:
  - { id: hang, type: count, header: Xếp hạng, adds: none }
  - { id: tinh, type: text, header: Tỉnh }
  - { id: gia_tri, type: decimal, header: Giá trị, required: false }
rankings: [{ rank: hang${by} }]
`;

/** «rank value» of each row. */
function check(rows: readonly string[], by = ', by: gia_tri'): readonly string[] {
  const table = smallTable(form(by), Object.fromEntries(rows.map((row, index) => [`tinh-${index + 1}`, [row.split(' ')[0]!, `Tỉnh ${index + 1}`, row.split(' ')[1] ?? '']])));
  return checkRankings(subjectOf(table)).map(({ code, place, seen, expected, cause }) => [code, placeBrief(place), ...(seen === undefined ? [] : [`${seen} → ${expected ?? ''}`]), ...(cause === undefined ? [] : [cause])].join(' '));
}

describe('ranks in order of the values', () => {
  it('in any order of rows', () => expect(check(['2 80', '1 90', '3 70'])).toEqual([]));

  it('ties share a rank, the next left out or not; both are noted', () => {
    expect(check(['1 90', '2 80', '2 80', '4 70'])).toEqual(['rank-tie A3']);
    expect(check(['1 90', '2 80', '2 80', '3 70'])).toEqual(['rank-tie A3']);
  });

  it('equal values may be told apart by what is not printed', () => expect(check(['1 90', '3 80', '2 80', '4 70'])).toEqual([]));

  it('two exchanged are each named with the rank due', () => {
    expect(check(['1 90', '3 80', '2 70', '4 60'])).toEqual([
      expect.stringMatching(/^rank-order A2 3 → 2/),
      expect.stringMatching(/^rank-order A3 2 → 3/),
    ]);
  });

  it('a rank shared by different values is due to the highest of them', () => {
    expect(check(['1 90', '2 80', '2 75', '4 70'])).toEqual([expect.stringMatching(/^rank-order A3 2 → 3/)]);
    expect(check(['1 90', '2 80', '2 80', '2 75'])).toEqual([expect.stringMatching(/^rank-order A4 2 → 4/)]);
  });
});

describe('the fewest rows that must move', () => {
  const ten = Array.from({ length: 10 }, (_, index) => `${index + 1} ${90 - index}`);
  const changed = (index: number, row: string): readonly string[] => ten.map((one, at) => (at === index ? row : one));

  it('one rank too low, one far too low', () => {
    expect(check(changed(3, '5 87'))).toEqual([expect.stringMatching(/^rank-order A4 5 → 4/)]);
    expect(check(changed(1, '9 89'))).toEqual([expect.stringMatching(/^rank-order A2 9 → 2/)]);
  });

  it('one value mistyped accuses no other row', () => {
    expect(check(changed(2, '3 8.8'))).toEqual([expect.stringMatching(/^rank-order A3 3 → 10/)]);
    expect(check(changed(8, '9 98'))).toEqual([expect.stringMatching(/^rank-order A9 9 → 1/)]);
  });
});

describe('ranks that nobody holds', () => {
  it('one, several, the first', () => {
    expect(check(['1 90', '2 80', '4 70'])).toEqual(['rank-missing S 3 → 4']);
    expect(check(['2 90', '3 80'])).toEqual(['rank-missing S 2 → 3']);
  });

  it('a tie elsewhere explains nothing', () => expect(check(['1 90', '2 80', '2 80', '3 70', '5 60'])).toEqual(['rank-missing S 5 → 5', 'rank-tie A3']));

  it('a rank beyond all counting is told, not counted', () => {
    const table = smallTable(form(', by: gia_tri'), { a: ['1', 'A', '90'], b: ['9007199254740991', 'B', '80'] });
    expect(checkRankings(subjectOf(table)).map(({ message }) => message)).toEqual([expect.stringContaining('thiếu hạng 2-9007199254740990')]);
  });

  it('are found without the values too', () => {
    expect(check(['1', '2', '4'], '')).toEqual(['rank-missing S 3 → 4']);
    expect(check(['3', '1', '2'], '')).toEqual([]);
  });
});

it('a row without rank or value, or a single row, says nothing', () => {
  expect(check(['1 90', '2', '3 70'])).toEqual(['rank-missing S 2 → 3']);
  expect(check(['5 90'])).toEqual([]);
});
