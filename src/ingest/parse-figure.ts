/** A number as people type it in Vietnam, where a dot may part thousands or decimals; what can be read in two ways is never guessed. */
import { exact, type Exact } from '../statistics/exact.js';

export type ParsedFigure =
  | { readonly kind: 'value'; readonly value: Exact }
  /** `first` takes the sign as thousands, `second` as decimals. */
  | { readonly kind: 'ambiguous'; readonly first: Exact; readonly second: Exact }
  | { readonly kind: 'unreadable' };

/** vietnamese: 1.234,5 · plain: 1,234.5. */
export type NumberStyle = 'vietnamese' | 'plain';

/** No figure has more signs; patterns with choices would take their time over a text without end. */
const LONGEST_FIGURE = 60;

const UNREADABLE: ParsedFigure = { kind: 'unreadable' };

/** NBSP, thin, narrow no-break and figure space part thousands as a plain one does. */
const SPACES = /[\u00A0\u2007\u2009\u202F]/g;

/** Digits and signs of an East Asian keyboard («１２３，５％»): the same figure in another width. */
const FULL_WIDTH = /[\uFF05\uFF0B-\uFF0E\uFF10-\uFF19]/g;

/** Blanks of one kind, digits and signs of one width. */
export function plainFigureText(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(FULL_WIDTH, (sign) => sign.normalize('NFKC'))
    .trim();
}

/** Whole numbers in groups of exactly three, one and the same sign between them. */
const GROUPED = /^[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*$/;

/**
 * count: whole number ≥ 0, every dot and comma parts thousands. decimal: sign, percent sign and decimals allowed.
 * Without a style «1.234» as a decimal is ambiguous; with one, a number written in the other style is unreadable.
 */
export function parseFigure(text: string, type: 'count' | 'decimal', style?: NumberStyle): ParsedFigure {
  if (text.length > LONGEST_FIGURE) return UNREADABLE;
  const tidy = plainFigureText(text);
  if (type === 'count') return parseWhole(tidy);
  const match = /^([+\-\u2212]?)\s?(\S.*?)\s?%?$/.exec(tidy);
  if (!match) return UNREADABLE;
  const parsed = parseUnsigned(match[2]!, style);
  return match[1] === '' || match[1] === '+' ? parsed : negated(parsed);
}

function parseWhole(text: string): ParsedFigure {
  if (!/^\d+$/.test(text) && !GROUPED.test(text)) return UNREADABLE;
  return { kind: 'value', value: exact(text.replace(/[., ]/g, '')) };
}

function parseUnsigned(text: string, style: NumberStyle | undefined): ParsedFigure {
  const readings = (style ? [style] : (['vietnamese', 'plain'] as const)).map((one) => readStyle(text, one));
  const [first, second] = readings;
  if (!first || !second) return first ? { kind: 'value', value: first } : second ? { kind: 'value', value: second } : UNREADABLE;
  if (first.equals(second)) return { kind: 'value', value: first };
  return first.compare(second) > 0 ? { kind: 'ambiguous', first, second } : { kind: 'ambiguous', first: second, second: first };
}

/** The number in one style; undefined where it is not written in that style. */
function readStyle(text: string, style: NumberStyle): Exact | undefined {
  const decimalSign = style === 'vietnamese' ? ',' : '.';
  const thousandsSign = style === 'vietnamese' ? '.' : ',';
  const [whole = '', decimals, ...more] = text.split(decimalSign);
  if (more.length > 0 || (decimals !== undefined && !/^\d+$/.test(decimals))) return undefined;
  const group = GROUPED.exec(whole);
  const wholeIsRight = /^\d+$/.test(whole) || (group !== null && (group[1] === thousandsSign || group[1] === ' '));
  if (!wholeIsRight) return undefined;
  const digits = whole.replace(/[., ]/g, '');
  return exact(decimals === undefined ? digits : `${digits}.${decimals}`);
}

function negated(parsed: ParsedFigure): ParsedFigure {
  switch (parsed.kind) {
    case 'value':
      return { kind: 'value', value: parsed.value.neg() };
    case 'ambiguous':
      return { kind: 'ambiguous', first: parsed.first.neg(), second: parsed.second.neg() };
    case 'unreadable':
      return parsed;
  }
}

/** Letters that stand beside the digits or look like one: Latin, Cyrillic and Greek O, small L, capital I. */
const LETTER_DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', О: '0', о: '0', Ο: '0', ο: '0', l: '1', I: '1' };

/** «1O5» → «105», for a question; undefined where the text holds no such letter, or nothing but letters («Il»; «O» alone is a nought). */
export function misspeltDigits(text: string): string | undefined {
  if (text.length > LONGEST_FIGURE) return undefined;
  const plain = plainFigureText(text);
  if (!/\d/.test(plain) && !/^[OoОоΟο]$/.test(plain)) return undefined;
  const digits = plain.replace(/[OoОоΟοlI]/g, (letter) => LETTER_DIGITS[letter]!);
  return digits === plain ? undefined : digits;
}
