/** What probably happened between a value seen and the value expected. Apart from the rules because every rule may ask it; it only speaks where its guess gives the seen value exactly. */
import { exact, isWhole, roundHalfUp, ZERO, type Exact } from '../statistics/exact.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';

export interface CauseContext {
  /** Other figures of the same sum: parts that should add up, with the name of each. */
  readonly parts?: readonly { readonly name: string; readonly value: Exact }[];
  /** Decimals the figure is printed with. */
  readonly decimals?: number;
}

/** Decimals looked for in a value; more come from a division, not from a keyboard. */
const MOST_DECIMALS = 6;
/** Numbers under three digits differ in one digit by chance too often to call it a slip of the finger. */
const TELLING_DIGITS = 3;
/** Rounded parts written out one by one in the phrase; more are only spoken of. */
const MOST_PARTS_SHOWN = 4;

/** A Vietnamese phrase («hai chữ số liền nhau bị đảo: 613 thay vì 631»); undefined where nothing tells. */
export function likelyCause(seen: Exact, expected: Exact, context: CauseContext = {}): string | undefined {
  const decimals = Math.max(decimalsOf(seen) ?? 0, context.decimals ?? 0);
  const rounded = roundTo(expected, decimals);
  if (seen.equals(rounded)) return undefined;
  const targets = [rounded];
  if (context.decimals !== undefined) targets.push(roundTo(expected, context.decimals));
  if (decimalsOf(expected) !== undefined) targets.push(expected);
  const first = (cause: (seen: Exact, target: Exact) => string | undefined): string | undefined => {
    for (const target of targets) {
      const phrase = cause(seen, target);
      if (phrase !== undefined) return `${phrase}: ${formatExact(seen)} thay vì ${formatExact(target)}`;
    }
    return undefined;
  };
  return (
    first(signLost) ??
    (seen.equals(cutTo(expected, decimals)) ? `số bị cắt bớt thay vì làm tròn: ${formatExact(seen)} thay vì ${formatExact(rounded)}` : undefined) ??
    roundedPartsAdded(seen, expected, decimals, context.parts ?? []) ??
    first(transposed) ??
    first(powerOfTen) ??
    first(dotReadAfterLostDigit) ??
    first(digitLostOrExtra) ??
    first((a, b) => (onlyLastDigit(a, b) && (context.parts?.length ?? 0) > 2 ? undefined : oneDigit(a, b))) ??
    valueOfOnePart(seen, expected, decimals, context.parts ?? [])
  );
}

function signLost(seen: Exact, target: Exact): string | undefined {
  if (!seen.equals(target.neg())) return undefined;
  return target.compare(ZERO) < 0 ? 'mất dấu âm' : 'thừa dấu âm';
}

function transposed(seen: Exact, target: Exact): string | undefined {
  const [a, b] = digitsOf(seen, target) ?? [];
  if (a === undefined || b === undefined || a.length !== b.length) return undefined;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b ? 'hai chữ số liền nhau bị đảo' : undefined;
}

function powerOfTen(seen: Exact, target: Exact): string | undefined {
  for (const factor of [10, 100, 1000]) {
    const fewer = seen.mul(factor).equals(target);
    if (!fewer && !target.mul(factor).equals(seen)) continue;
    if (factor === 1000 && fewer && isWhole(target)) return 'dấu chấm hàng nghìn bị đọc thành dấu thập phân';
    if (factor === 1000 && !fewer && !isWhole(target)) return 'dấu thập phân bị đọc thành dấu hàng nghìn';
    const whole = isWhole(seen) && isWhole(target);
    return `lệch đúng ${formatFigure(exact(factor), 0)} lần (${whole ? `${fewer ? 'thiếu' : 'thừa'} chữ số 0` : 'dấu phẩy đặt sai chỗ'})`;
  }
  return undefined;
}

/** «4.34» typed for «4.349» is read as 4,34. */
function dotReadAfterLostDigit(seen: Exact, target: Exact): string | undefined {
  if (isWhole(seen) || !isWhole(target) || seen.s !== target.s) return undefined;
  const printed = formatFigure(target.abs(), 0);
  const lost = withOneLess(printed).some((text) => /^\d+\.\d+$/.test(text) && exact(text).equals(seen.abs()));
  return lost ? 'mất một chữ số và dấu chấm hàng nghìn bị đọc thành dấu thập phân' : undefined;
}

function digitLostOrExtra(seen: Exact, target: Exact): string | undefined {
  const [a, b] = digitsOf(seen, target) ?? [];
  if (a === undefined || b === undefined) return undefined;
  if (b.length >= TELLING_DIGITS && withOneLess(b).includes(a)) return 'mất một chữ số';
  const extra = withOneLess(a).indexOf(b);
  if (extra < 0) return undefined;
  // Of a doubled digit the first copy is the one found.
  if (a[extra] === a[extra + 1]) return 'một chữ số bị gõ lặp';
  return a.length >= TELLING_DIGITS ? 'thừa một chữ số' : undefined;
}

function oneDigit(seen: Exact, target: Exact): string | undefined {
  const [a, b] = digitsOf(seen, target) ?? [];
  if (a === undefined || b === undefined || a.length !== b.length || a.length < TELLING_DIGITS) return undefined;
  // One in the last decimal is as likely a matter of rounding.
  if (!isWhole(seen) && BigInt(a) - BigInt(b) <= 1n && BigInt(b) - BigInt(a) <= 1n) return undefined;
  return [...a].filter((digit, index) => digit !== b[index]).length === 1 ? 'gõ nhầm một chữ số' : undefined;
}

/** In a sum of many parts any of them may be a few more or less. */
function onlyLastDigit(seen: Exact, target: Exact): boolean {
  return isWhole(seen) && isWhole(target) && seen.sub(target).abs().compare(10) < 0;
}

function roundedPartsAdded(seen: Exact, expected: Exact, decimals: number, parts: NonNullable<CauseContext['parts']>): string | undefined {
  if (parts.length < 2) return undefined;
  const sum = (values: readonly Exact[]): Exact => values.reduce((total, one) => total.add(one), ZERO);
  const values = parts.map(({ value }) => value);
  const rounded = values.map((value) => roundTo(value, decimals));
  // The parts must be those of this figure, and rounding them must be what makes the difference.
  if (!roundTo(sum(values), decimals).equals(roundTo(expected, decimals)) || !sum(rounded).equals(seen)) return undefined;
  const shown = rounded.map((value) => formatFigure(value, decimals)).join(' + ');
  return `cộng các số đã làm tròn${parts.length <= MOST_PARTS_SHOWN ? `: ${shown} = ${formatFigure(seen, decimals)}` : ''} thay vì cộng số chưa làm tròn rồi mới làm tròn (${formatFigure(expected, decimals)})`;
}

function valueOfOnePart(seen: Exact, expected: Exact, decimals: number, parts: NonNullable<CauseContext['parts']>): string | undefined {
  const difference = roundTo(seen.sub(expected), decimals);
  const twice = parts.filter(({ value }) => roundTo(value, decimals).equals(difference));
  const missing = parts.filter(({ value }) => roundTo(value, decimals).equals(difference.neg()));
  const [part, other] = [...twice, ...missing];
  // Among many parts a small difference meets one of them by chance.
  const digits = String(roundHalfUp(difference, decimals).scaled).length;
  if (!part || other || digits < TELLING_DIGITS || parts.length * 2 > 9 * 10 ** (digits - 1)) return undefined;
  const size = formatExact(difference.abs());
  return `chênh lệch ${size} đúng bằng số của «${part.name}»: có thể bị ${twice.length > 0 ? 'tính hai lần' : 'bỏ sót'}`;
}

/** Digits of both without sign and decimal sign, to the same number of decimals; undefined where a sign or an endless fraction makes them incomparable. */
function digitsOf(a: Exact, b: Exact): readonly [string, string] | undefined {
  const [first, second] = [decimalsOf(a), decimalsOf(b)];
  if (first === undefined || second === undefined || a.s !== b.s) return undefined;
  const decimals = Math.max(first, second);
  return [String(roundHalfUp(a, decimals).scaled), String(roundHalfUp(b, decimals).scaled)];
}

function withOneLess(text: string): readonly string[] {
  return [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1));
}

function decimalsOf(value: Exact): number | undefined {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    if ((value.n * 10n ** BigInt(decimals)) % value.d === 0n) return decimals;
  }
  return undefined;
}

function roundTo(value: Exact, decimals: number): Exact {
  const { negative, scaled } = roundHalfUp(value, decimals);
  return exact(negative ? -scaled : scaled).div(exact(10n ** BigInt(decimals)));
}

function cutTo(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const scaled = (value.n * scale) / value.d;
  return exact(value.s < 0n ? -scaled : scaled).div(exact(scale));
}
