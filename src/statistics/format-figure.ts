/** Numbers as Vietnamese documents print them: dot for thousands, comma for decimals (8.605; 99,92%). */
import { isWhole, roundHalfUp, type Exact } from './exact.js';

/** U+2212 would be finer typography, but the hyphen is what offices type and search for. */
const MINUS = '-';

/** Thousands by dot, exactly `decimals` decimals after a comma; rounds half-up once. */
export function formatFigure(value: Exact, decimals: number): string {
  const { negative, scaled } = roundHalfUp(value, decimals);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, '.');
  return (negative ? MINUS : '') + whole + (decimals > 0 ? `,${digits.slice(-decimals)}` : '');
}

/** All decimals a value has, up to 20: for messages that show a value as it is. */
export function formatExact(value: Exact): string {
  if (isWhole(value)) return formatFigure(value, 0);
  return formatFigure(value, 20).replace(/0+$/, '');
}

/** Counts below ten with a leading zero («04 đơn vị»); zero and the rest plain. */
export function formatPadded(value: Exact): string {
  const text = formatFigure(value, 0);
  return /^[1-9]$/.test(text) ? `0${text}` : text;
}

/** ISO date as dd/m/yyyy: day below 10 and months 1 and 2 with a zero, other months without (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4.b). */
export function formatDate(iso: string): string {
  const { day, month, year } = datePieces(iso);
  return `${day}/${month}/${year}`;
}

/** Day, month and year of an ISO date as printed, with the zero rule. */
export function datePieces(iso: string): { day: string; month: string; year: string } {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return { day: String(day).padStart(2, '0'), month: printedMonth(month), year: String(year) };
}

/** Months 1 and 2 carry a zero, 3 to 12 none. */
export function printedMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}
