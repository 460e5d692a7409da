/** A printed figure as a workbook number: its double, and the number format that prints it as the document does, marks of notes included. */
import type { TableCell } from '../../document/tree.js';
import { inlineText, notesIn } from '../../document/walk.js';
import { noteMark } from './cell-text.js';

export type NumberCell =
  /** `lost`: what the printed text has and no number format can show. */
  | { readonly ok: true; readonly value: number; readonly format: string; readonly lost?: string }
  | { readonly ok: false; readonly why: string };

interface Decimal {
  readonly negative: boolean;
  readonly digits: bigint;
  /** How many of the digits stand after the decimal sign. */
  readonly scale: number;
}

/** Excel keeps fifteen significant digits of a number. */
const SIGNIFICANT = 15;
/** Longest number format Excel takes. */
const LONGEST_FORMAT = 255;
/** Numbers as Vietnamese documents print them, dot for thousands and comma for decimals. */
const PRINTED = /-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?/g;

export function toNumberCell(cell: TableCell & { readonly value: string }): NumberCell {
  const exact = parseDecimal(cell.value);
  if (!exact) throw new RangeError(`not a decimal number: ${cell.value}`);
  const text = inlineText(cell.inlines);
  const printed = findPrinted(text, exact);
  const decimals = printed?.decimals ?? cell.decimals ?? Math.min(exact.scale, SIGNIFICANT);
  const value = Number(cell.value);
  if (!Number.isFinite(value) || !sameRounded(parseDecimal(value.toPrecision(SIGNIFICANT))!, exact, decimals)) {
    return { ok: false, why: `số ${cell.value} có quá ${SIGNIFICANT} chữ số có nghĩa` };
  }
  const marks = notesIn(cell.inlines).map(({ number }) => noteMark(number)).join('');
  const body = numberForm(exact, decimals, printed?.figure) + literal(marks);
  if (!printed) return { ok: true, value, format: body, ...(text.trim() === '' ? {} : { lost: text }) };
  const format = literal(printed.before) + numberForm(exact, decimals, printed.figure) + literal(printed.after + marks);
  if (/[\n\r]/.test(format) || format.length > LONGEST_FORMAT) return { ok: true, value, format: body, lost: text };
  return { ok: true, value, format };
}

/** The part of a cell's text that is its value, at the precision it is printed with. */
function findPrinted(text: string, exact: Decimal): { before: string; figure: string; after: string; decimals: number } | undefined {
  for (const match of text.matchAll(PRINTED)) {
    const figure = match[0];
    const shown = parseDecimal(figure.replaceAll('.', '').replace(',', '.'))!;
    if (!sameRounded(shown, exact, shown.scale)) continue;
    return { before: text.slice(0, match.index), figure, after: text.slice(match.index + figure.length), decimals: shown.scale };
  }
  return undefined;
}

/** `#,##0` and `0.00` forms: Excel shows the signs of the reader's language for them. Padding («04») and missing thousands signs (2022) stay as printed. */
function numberForm(exact: Decimal, decimals: number, figure: string | undefined): string {
  const whole = /^-?([\d.]+)/.exec(figure ?? '')?.[1];
  const large = exact.digits / 10n ** BigInt(exact.scale) >= 1000n;
  let form: string;
  if (whole !== undefined && /^0\d/.test(whole)) form = '0'.repeat(whole.length);
  else if (large) form = whole === undefined || whole.includes('.') ? '#,##0' : '0';
  else form = decimals === 0 ? '#,##0' : '0';
  return decimals === 0 ? form : `${form}.${'0'.repeat(decimals)}`;
}

/** Text that a number format shows as it is; `"` cannot stand between quotation marks. */
function literal(text: string): string {
  if (text === '') return '';
  return text
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"');
}

function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole! + fraction);
  return { negative: sign === '-', digits: scale < 0 ? digits * 10n ** BigInt(-scale) : digits, scale: Math.max(scale, 0) };
}

/** Half away from zero, as the documents round. */
function roundedDigits({ negative, digits, scale }: Decimal, decimals: number): bigint {
  let rounded: bigint;
  if (scale <= decimals) rounded = digits * 10n ** BigInt(decimals - scale);
  else {
    const unit = 10n ** BigInt(scale - decimals);
    rounded = (digits * 2n + unit) / (unit * 2n);
  }
  return negative ? -rounded : rounded;
}

function sameRounded(one: Decimal, other: Decimal, decimals: number): boolean {
  return roundedDigits(one, decimals) === roundedDigits(other, decimals);
}
