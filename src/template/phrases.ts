/** Phrases of the administrative register that follow from figures: verbs by sign, lists, ordinals. Pure text, no template. */
import { roundHalfUp, type Exact } from '../statistics/exact.js';

/** tăng over a rise, giảm over a fall; undefined where nothing changed at the printed precision. */
export function changeVerb(change: Exact, decimals: number): 'tăng' | 'giảm' | undefined {
  if (roundHalfUp(change, decimals).scaled === 0n) return undefined;
  return change.s < 0n ? 'giảm' : 'tăng';
}

/** «a», «a và b», «a, b và c»; items that hold commas themselves are parted by semicolons. */
export function joinNames(names: readonly string[]): string {
  const separator = names.some((name) => name.includes(',')) ? '; ' : ', ';
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(separator)}${separator === '; ' ? '; ' : ' và '}${names.at(-1)}`;
}

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'] as const;

/** «thứ nhất»…«thứ mười», beyond that «thứ 11». */
export function ordinal(n: number): string {
  return `thứ ${ORDINALS[n - 1] ?? n}`;
}
