/** Numbers of JSON and of JavaScript as plain decimal text, because an exact number is made of digits, never of a double. */

/** Exponents beyond this are no figure of an office, and would make texts of any length. */
const LARGEST_EXPONENT = 40;

/** «1.5e-7» → «0.00000015», «1e21» → «1000000000000000000000»; undefined where the text is no such number. */
export function toPlainDecimal(text: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', decimals = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;

  const point = whole.length + exponent;
  const digits = ('0'.repeat(Math.max(0, 1 - point)) + whole + decimals).padEnd(point, '0');
  const cut = Math.max(1, point);
  const wholePart = digits.slice(0, cut).replace(/^0+(?=\d)/, '');
  const decimalPart = digits.slice(cut);
  const plain = decimalPart === '' ? wholePart : `${wholePart}.${decimalPart}`;
  return /[1-9]/.test(plain) ? sign + plain : plain;
}

/**
 * The decimal text of a double as Excel would show it with all its digits; undefined where it is not finite or beyond 2^53.
 * Excel keeps 15 digits of what is typed, but stores the noise of sums (0.1+0.2 → 0.30000000000000004): fractions are cut
 * to those 15, so that a total equal to its parts stays equal.
 */
export function doubleToDecimal(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > 2 ** 53) return undefined;
  return toPlainDecimal(String(Number.isInteger(value) ? value : Number(value.toPrecision(15))));
}

/** The decimal with its point `places` to the right: («0.8969», 2) → «89.69». */
export function movedPoint(decimal: string, places: number): string {
  const shifted = toPlainDecimal(`${decimal}e${places}`);
  if (shifted === undefined) throw new RangeError(`not a plain decimal: ${decimal}`);
  return shifted;
}
