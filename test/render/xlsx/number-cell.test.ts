/** Printed figures and the number formats that show them again. */
import { expect, test } from 'vitest';
import { toNumberCell } from '../../../src/render/xlsx/number-cell.js';

const formatOf = (value: string, printed: string, decimals?: number): unknown => {
  const cell = { inlines: [{ type: 'text' as const, text: printed }], value, ...(decimals === undefined ? {} : { decimals }) };
  const number = toNumberCell(cell);
  return number.ok ? number.format + (number.lost === undefined ? '' : ` lost: ${number.lost}`) : number.why;
};

test.each([
  ['5', '5', '#,##0'],
  ['0', '0', '#,##0'],
  ['8605', '8.605', '#,##0'],
  ['2022', '2022', '0'],
  ['4', '04', '00'],
  ['16.0139', '16,01', '0.00'],
  ['1234.5', '1.234,5', '#,##0.0'],
  ['-1.8', '-1,80', '0.00'],
  ['-0.004', '0,00', '0.00'],
  ['36.2', '36,20(*)', '0.00"(*)"'],
  ['36.2', '36,20%', '0.00"%"'],
  ['36.2', '(36,20)', '"("0.00")"'],
  ['7', '7 "bảy"', '#,##0" "\\""bảy"\\"'],
  ['100', '100', '#,##0'],
  ['99.995', '100,00', '0.00'],
  ['1.005', '1,01', '0.00'],
  ['5', 'Kỳ 2: 5 hồ sơ', '"Kỳ 2: "#,##0" hồ sơ"'],
  ['5', '6', '#,##0 lost: 6'],
])('%s printed «%s» → %s', (value, printed, format) => {
  expect(formatOf(value, printed)).toBe(format);
});

test('without printed text the decimals of the cell count, then those of the value', () => {
  expect(formatOf('5', '', 2)).toBe('0.00');
  expect(formatOf('5.25', '')).toBe('0.00');
});

test('what a double cannot hold is refused', () => {
  expect(formatOf('9'.repeat(400), '')).toMatch(/quá 15 chữ số/);
  expect(formatOf('0.1234567890123456', '', 16)).toMatch(/quá 15 chữ số/);
  expect(formatOf('1234567890123.25', '1.234.567.890.123,25')).toBe('#,##0.00');
  expect(formatOf('12345678901234.25', '12.345.678.901.234,25')).toMatch(/quá 15 chữ số/);
});

test('text that is no decimal number is a bug of ours', () => {
  expect(() => formatOf('12,5', '')).toThrow(RangeError);
  expect(() => formatOf('NaN', '')).toThrow(RangeError);
});

test('a line break cannot stand in a number format', () => {
  expect(formatOf('5', '5\n(*)')).toBe('#,##0 lost: 5\n(*)');
});
