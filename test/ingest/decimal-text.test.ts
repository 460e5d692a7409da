/** Doubles and JSON numbers as exact decimal text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubleToDecimal, movedPoint, toPlainDecimal } from '../../src/ingest/decimal-text.js';

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['8605', '8605'],
  ['0.5951', '0.5951'],
  ['1e21', '1000000000000000000000'],
  ['1.5e-7', '0.00000015'],
  ['-12.5E+1', '-125'],
  ['1.25e1', '12.5'],
  ['12345678901234567890.123', '12345678901234567890.123'],
  ['1e400', undefined],
  ['abc', undefined],
])('%s → %s', (text, plain) => expect(toPlainDecimal(text)).toBe(plain));

test('doubles: the noise of sums is cut, what cannot be meant is refused', () => {
  expect(doubleToDecimal(0.1 + 0.2)).toBe('0.3');
  expect(doubleToDecimal(99.92)).toBe('99.92');
  expect(doubleToDecimal(5e-7)).toBe('0.0000005');
  expect(doubleToDecimal(2 ** 53)).toBe('9007199254740992');
  expect(doubleToDecimal(2 ** 53 + 2)).toBeUndefined();
  expect(doubleToDecimal(Infinity)).toBeUndefined();
  expect(movedPoint('0.8969', 2)).toBe('89.69');
  expect(movedPoint('1', 2)).toBe('100');
});

test('a decimal of up to 15 digits comes through unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const text = toPlainDecimal(`${digits}e-${decimals}`)!;
      expect(Number(doubleToDecimal(Number(text)))).toBe(Number(text));
      expect(doubleToDecimal(Number(text))).toBe(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
    }),
  );
});
