/** Exact numbers: fractions of big integers. Rates are computed unrounded and rounded half-up once, when printed. */
import { Fraction } from 'fraction.js';

export type Exact = Fraction;

const PLAIN_DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** From a plain decimal text («8605», «-1.8», «0.5951»); throws on anything else, which would be our own bug. */
export function exact(text: string | number | bigint): Exact {
  const plain = String(text);
  if (!PLAIN_DECIMAL.test(plain)) throw new RangeError(`not a plain decimal: ${plain}`);
  const [whole, decimals = ''] = plain.replace(/^[+-]/, '').split('.');
  const magnitude = new Fraction(BigInt(whole! + decimals), 10n ** BigInt(decimals.length));
  return plain.startsWith('-') ? magnitude.neg() : magnitude;
}

export const ZERO: Exact = exact(0);

/** |value|·10^decimals rounded half-up (half away from zero), with the sign kept apart. */
export function roundHalfUp(value: Exact, decimals: number): { negative: boolean; scaled: bigint } {
  const numerator = value.n * 10n ** BigInt(decimals);
  const scaled = (numerator * 2n + value.d) / (value.d * 2n);
  return { negative: value.s < 0n && scaled > 0n, scaled };
}

/** Decimal text with exactly `decimals` decimals, point as decimal sign. */
export function toFixedText(value: Exact, decimals: number): string {
  const { negative, scaled } = roundHalfUp(value, decimals);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (negative ? '-' : '') + whole + (decimals > 0 ? `.${digits.slice(-decimals)}` : '');
}

/** Decimal text of at most `most` decimals, trailing zeros dropped: the `value` of figures.json. */
export function toDecimalText(value: Exact, most = 20): string {
  const fixed = toFixedText(value, most);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

export function isWhole(value: Exact): boolean {
  return value.d === 1n;
}
