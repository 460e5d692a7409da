/** Numbers as people type them: what is read, what is a question, what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFigure, type NumberStyle } from '../../src/ingest/parse-figure.js';
import { exact, toDecimalText } from '../../src/statistics/exact.js';
import { formatFigure } from '../../src/statistics/format-figure.js';

/** The value as decimal text, «a | b» where ambiguous, «–» where unreadable. */
function read(text: string, type: 'count' | 'decimal', style?: NumberStyle): string {
  const parsed = parseFigure(text, type, style);
  if (parsed.kind === 'value') return toDecimalText(parsed.value);
  return parsed.kind === 'unreadable' ? '–' : `${toDecimalText(parsed.first)} | ${toDecimalText(parsed.second)}`;
}

describe('counts', () => {
  test.each([
    ['8605', '8605'],
    ['8.605', '8605'],
    ['8,605', '8605'],
    ['8 605', '8605'],
    ['8\u00A0605', '8605'],
    ['1.234.567', '1234567'],
    [' 05 ', '5'],
    ['0', '0'],
    ['12345678901234567890', '12345678901234567890'],
    ['8.60', '–'],
    ['86.05', '–'],
    ['0.605', '–'],
    ['8.605,5', '–'],
    ['1.234,567', '–'],
    ['1.2345', '–'],
    ['12.34.567', '–'],
    ['-5', '–'],
    ['5%', '–'],
    ['5 hồ sơ', '–'],
    ['-', '–'],
    ['', '–'],
    ['O', '–'],
    ['٣', '–'],
  ])('%j → %s', (text, value) => expect(read(text, 'count')).toBe(value));
});

describe('decimals', () => {
  test.each([
    ['36,21', '36.21'],
    ['36.21', '36.21'],
    ['89,69 %', '89.69'],
    ['89,69%', '89.69'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1.234.567,89', '1234567.89'],
    ['1234', '1234'],
    ['1234,567', '1234.567'],
    ['0,123', '0.123'],
    ['0.123', '0.123'],
    ['-1,8', '-1.8'],
    ['\u22121,8', '-1.8'],
    ['+ 2,29', '2.29'],
    ['1.234', '1234 | 1.234'],
    ['1,234', '1234 | 1.234'],
    ['-1.234', '-1234 | -1.234'],
    ['1.234 %', '1234 | 1.234'],
    ['1.2.3', '–'],
    ['1,2,3', '–'],
    ['1.234,567.8', '–'],
    [',5', '–'],
    ['5,', '–'],
    ['--5', '–'],
    ['%', '–'],
    ['1e3', '–'],
  ])('%j → %s', (text, value) => expect(read(text, 'decimal')).toBe(value));

  test.each([
    ['1.234', 'vietnamese', '1234'],
    ['1.234', 'plain', '1.234'],
    ['1,234', 'vietnamese', '1.234'],
    ['1,234', 'plain', '1234'],
    ['36.21', 'vietnamese', '–'],
    ['36,21', 'plain', '–'],
  ] as const)('%j in %s style → %s', (text, style, value) => expect(read(text, 'decimal', style)).toBe(value));
});

test('what formatFigure prints is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }), (scaled, decimals) => {
      const value = exact(scaled).div(exact(10n ** BigInt(decimals)));
      const parsed = parseFigure(formatFigure(value, decimals), 'decimal', 'vietnamese');
      return parsed.kind === 'value' && parsed.value.equals(value);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (count) => {
      const parsed = parseFigure(formatFigure(exact(count), 0), 'count', 'vietnamese');
      return parsed.kind === 'value' && parsed.value.equals(exact(count));
    }),
  );
});

test('any text is read, a question or refused, never an exception; a reading prints back to the same digits', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- %+\u00A0'), maxLength: 12 });
  fc.assert(
    fc.property(typed, fc.constantFrom('count', 'decimal'), (text, type) => {
      const parsed = parseFigure(text, type as 'count' | 'decimal');
      if (parsed.kind !== 'value') return;
      const digits = (one: string): string => one.replace(/\D/g, '').replace(/^0+|0+$/g, '');
      expect(digits(toDecimalText(parsed.value))).toBe(digits(text));
    }),
  );
});
