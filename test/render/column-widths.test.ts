import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, wholeWidths, wordsFit } from '../../src/render/column-widths.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const columns = fc.array(fc.record({ weight: fc.double({ min: 0.1, max: 100, noNaN: true }), narrowest: fc.integer({ min: 0, max: 1500 }) }), {
  minLength: 1,
  maxLength: 20,
});

describe('columnWidths', () => {
  it('always sums to the total, in whole units', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 5000, max: 20000 }), (given, total) => {
        const widths = wholeWidths(columnWidths(given.map((one) => one.weight), given.map((one) => one.narrowest), total), total);
        expect(sum(widths)).toBe(total);
        expect(widths.every((width) => Number.isInteger(width) && width >= 0)).toBe(true);
      }),
    );
  });

  it('gives no column less than its longest word where all of them fit', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const narrowest = given.map((one) => one.narrowest);
        const total = sum(narrowest) + 100;
        const widths = wholeWidths(columnWidths(given.map((one) => one.weight), narrowest, total), total);
        expect(wordsFit(narrowest, total)).toBe(true);
        // Rounding the borders can take one unit.
        for (const [index, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual(narrowest[index]! - 1);
      }),
    );
  });

  it('shares by weight where no word asks for more', () => {
    expect(columnWidths([1, 2, 1], [0, 0, 0], 400)).toEqual([100, 200, 100]);
    expect(columnWidths([1, 2, 1], [200, 0, 0], 500)).toEqual([200, 200, 100]);
    expect(columnWidths([0, 0], [0, 0], 200)).toEqual([100, 100]);
    expect(columnWidths([1, 1, 8], [20, 5, 10], 100)).toEqual([20, expect.closeTo(80 / 9), expect.closeTo(640 / 9)]);
  });

  it('takes from the widest where the longest words do not fit beside each other', () => {
    expect(wordsFit([70, 40], 100)).toBe(false);
    expect(columnWidths([1, 1, 1], [900, 10, 70], 100)).toEqual([45, 10, 45]);
    expect(columnWidths([1, 1], [70, 40], 100)).toEqual([60, 40]);
  });
});
