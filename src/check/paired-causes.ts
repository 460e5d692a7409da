/** Causes that only show when the mismatches of one rule are seen together: two rows exchanged, or a ± pair that cancels in the total. Apart from likely-cause.ts, which sees one value. */
import type { Exact } from '../statistics/exact.js';
import { formatExact } from '../statistics/format-figure.js';

/** One figure that is not what a rule wants. */
export interface Mismatch {
  readonly row: string;
  readonly column: string;
  readonly seen: Exact;
  readonly expected: Exact;
}

/** A cause for each mismatch of one rule, by index; undefined where it has no partner, or more than one. */
export function pairedCauses(mismatches: readonly Mismatch[]): readonly (string | undefined)[] {
  return mismatches.map((one, index) => {
    const others = mismatches.filter((other, at) => at !== index && other.column === one.column);
    const exchanged = only(others, (other) => one.seen.equals(other.expected) && one.expected.equals(other.seen));
    if (exchanged) return `số của hai dòng «${one.row}» và «${exchanged.row}» bị đổi chỗ cho nhau`;
    const difference = differenceOf(one);
    const opposite = only(others, (other) => differenceOf(other).equals(difference.neg()));
    // A second row off by the same amount could be the partner as well.
    if (!opposite || others.some((other) => differenceOf(other).equals(difference))) return undefined;
    return `lệch ${signed(difference)} ở dòng này và ${signed(differenceOf(opposite))} ở dòng «${opposite.row}» bù trừ nhau, nên dòng tổng không lộ ra`;
  });
}

function only<T>(items: readonly T[], fits: (item: T) => boolean): T | undefined {
  const [first, second] = items.filter(fits);
  return second === undefined ? first : undefined;
}

function differenceOf({ seen, expected }: Mismatch): Exact {
  return seen.sub(expected);
}

function signed(value: Exact): string {
  return (value.s > 0n ? '+' : '') + formatExact(value);
}
