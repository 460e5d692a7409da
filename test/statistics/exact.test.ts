import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, toDecimalText, toFixedText } from '../../src/statistics/exact.js';
import { formatDate, formatFigure, formatPadded } from '../../src/statistics/format-figure.js';

describe('exact numbers', () => {
  it.each([
    ['89.6920395119', 2, '89.69'],
    ['36.205', 2, '36.21'],
    ['36.2049999', 2, '36.20'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['8605', 0, '8605'],
    ['0.5', 0, '1'],
    ['-1.5', 0, '-2'],
  ])('rounds %s to %i decimals half-up: %s', (value, decimals, expected) => {
    expect(toFixedText(exact(value), decimals)).toBe(expected);
  });

  it('keeps fractions: 7718 / 8605 × 100 to twenty decimals', () => {
    const rate = exact(7718).div(exact(8605)).mul(exact(100));
    expect(toDecimalText(rate)).toBe('89.69203951191167925625');
  });

  it('gives back every plain decimal it was given', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }), (scaled, decimals) => {
        const value = exact(scaled).div(exact(10n ** BigInt(decimals)));
        expect(exact(toDecimalText(value)).equals(value)).toBe(true);
      }),
    );
  });

  it('refuses what is no plain decimal', () => {
    for (const text of ['', '1e3', '1,5', 'NaN', '1.', ' 1']) expect(() => exact(text)).toThrow(RangeError);
  });
});

describe('Vietnamese forms', () => {
  it('prints thousands with a dot and decimals with a comma', () => {
    expect(formatFigure(exact('8605'), 0)).toBe('8.605');
    expect(formatFigure(exact('1234567.891'), 2)).toBe('1.234.567,89');
    expect(formatFigure(exact('-1234.5'), 1)).toBe('-1.234,5');
    expect(formatFigure(exact('100'), 2)).toBe('100,00');
  });

  it('pads counts below ten, but not zero', () => {
    expect([0, 1, 9, 10, 1699].map((n) => formatPadded(exact(n)))).toEqual(['0', '01', '09', '10', '1.699']);
  });

  it('follows the zero rule of dates: days below 10 and months 1 and 2', () => {
    expect(['2021-02-17', '2021-03-05', '2020-12-16'].map(formatDate)).toEqual(['17/02/2021', '05/3/2021', '16/12/2020']);
  });
});
