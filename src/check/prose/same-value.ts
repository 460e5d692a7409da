/** Whether a figure of a sentence states a known figure, or one like it with the slip that makes the difference. Apart from the evidence, which is about words. */
import { roundHalfUp, type Exact } from '../../statistics/exact.js';
import type { ProseFigure } from './parse-figures.js';
import type { KnownFigure } from './subject.js';

/** A fall of -6,00 is printed «giảm 6,00»: signs are left to the words. */
export function statesFigure(figure: ProseFigure, known: KnownFigure): boolean {
  if (figure.percent !== known.percent) return false;
  if (figure.value.equals(known.quantity.value.abs())) return true;
  return figure.decimals > 0 && roundHalfUp(known.quantity.value, figure.decimals).scaled === scaled(figure);
}

export type Slip = 'cut' | 'swapped' | 'crossed' | 'factor' | 'lost' | 'last' | 'digit';

export const SLIP_WORDS: Readonly<Record<Slip, string>> = {
  cut: 'cắt bớt thay vì làm tròn',
  swapped: 'đảo hai chữ số',
  crossed: 'đảo hai chữ số không liền nhau',
  factor: 'đặt sai dấu phân cách (lệch 10, 100 hoặc 1.000 lần)',
  lost: 'thiếu hoặc thừa một chữ số',
  last: 'lệch 1 đơn vị ở chữ số cuối',
  digit: 'gõ sai một chữ số',
};

/** The slip that turns the right value into the written one; undefined where they have nothing in common. */
export function findSlip(written: ProseFigure, right: Exact): Slip | undefined {
  const seen = scaled(written);
  const { scaled: rounded } = roundHalfUp(right, written.decimals);
  if (seen === rounded) return undefined;
  const power = 10n ** BigInt(written.decimals);
  if (seen === (right.n * power) / right.d) return 'cut';
  const [a, b] = [seen.toString(), rounded.toString()];
  const apart = swapDistance(a, b);
  if (apart === 1) return 'swapped';
  if ([1, 2, 3].some((zeros) => isShift(written, right, zeros))) return 'factor';
  if (isLost(a, b) || isLost(b, a)) return 'lost';
  if (apart !== undefined) return 'crossed';
  if (seen - rounded === 1n || rounded - seen === 1n) return 'last';
  return a.length === b.length && differing(a, b).length === 1 ? 'digit' : undefined;
}

function scaled({ value, decimals }: ProseFigure): bigint {
  return roundHalfUp(value, decimals).scaled;
}

function differing(a: string, b: string): readonly number[] {
  return [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
}

/** How far apart the two digits stand that were exchanged. */
function swapDistance(a: string, b: string): number | undefined {
  const [first, second, ...more] = a.length === b.length ? differing(a, b) : [];
  const swapped = first !== undefined && second !== undefined && more.length === 0 && a[first] === b[second] && a[second] === b[first];
  return swapped ? second - first : undefined;
}

function isShift(written: ProseFigure, right: Exact, zeros: number): boolean {
  const factor = 10n ** BigInt(zeros);
  return [right.mul(factor), right.div(factor)].some((one) => roundHalfUp(one, written.decimals).scaled === scaled(written) && !written.value.equals(0));
}

/** The longer with one digit left out is the shorter. */
function isLost(longer: string, shorter: string): boolean {
  return longer.length === shorter.length + 1 && [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}
