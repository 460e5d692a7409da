/** Which things of two sequences are the same: by key first, then, between those, by the words they share. Knows nothing of documents. */
import { diffArrays } from 'diff';

export type Aligned<T> =
  | { readonly change: 'kept'; readonly issued: T; readonly draft: T }
  | { readonly change: 'deleted'; readonly issued: T }
  | { readonly change: 'inserted'; readonly draft: T };

export interface Profile {
  /** Equal for things that are the same. */
  readonly key: string;
  /** Only things of one kind can be versions of each other. */
  readonly kind: string;
  /** What versions of one thing share. */
  readonly words: readonly string[];
}

/** Of the words of both, this share must be common: below it a sentence is another sentence. */
const LEAST_LIKENESS = 0.5;

/** Between two things that are the same, no more pairs than this are weighed: longer gaps stay deleted and inserted. */
const MOST_PAIRS = 250_000;

type Pair = readonly [issued: number, draft: number];

/** In order; between kept things the deleted ones stand before the inserted ones. */
export function align<T>(issued: readonly T[], draft: readonly T[], profileOf: (one: T) => Profile): readonly Aligned<T>[] {
  const left = issued.map(profileOf);
  const right = draft.map(profileOf);
  const same = samePairs(left.map(({ key }) => key), right.map(({ key }) => key));
  const pairs: Pair[] = [];
  between([...same, [left.length, right.length]], (from, to) => {
    pairs.push(...likePairs(left, right, from, to));
    if (to[0] < left.length || to[1] < right.length) pairs.push(to);
  });
  const steps: Aligned<T>[] = [];
  between([...pairs, [left.length, right.length]], (from, to) => {
    for (const one of issued.slice(from[0], to[0])) steps.push({ change: 'deleted', issued: one });
    for (const one of draft.slice(from[1], to[1])) steps.push({ change: 'inserted', draft: one });
    if (to[0] < left.length && to[1] < right.length) steps.push({ change: 'kept', issued: issued[to[0]]!, draft: draft[to[1]]! });
  });
  return steps;
}

/** Places of equal keys in a longest common sequence. */
export function samePairs(issued: readonly string[], draft: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  for (const { added, removed, count } of diffArrays([...issued], [...draft])) {
    if (!added && !removed) for (let step = 0; step < count; step++) pairs.push([left + step, right + step]);
    if (!added) left += count;
    if (!removed) right += count;
  }
  return pairs;
}

/** Calls for every gap before a pair, from the places behind the pair before it. */
function between(pairs: readonly Pair[], visit: (from: Pair, to: Pair) => void): void {
  let from: Pair = [0, 0];
  for (const to of pairs) {
    visit(from, to);
    from = [to[0] + 1, to[1] + 1];
  }
}

/** The pairs of a gap, in order, whose likenesses add up to the most. */
function likePairs(left: readonly Profile[], right: readonly Profile[], from: Pair, to: Pair): readonly Pair[] {
  const rows = to[0] - from[0];
  const columns = to[1] - from[1];
  if (rows * columns === 0 || rows * columns > MOST_PAIRS) return [];
  const bags = right.slice(from[1], to[1]).map(({ words }) => bagOf(words));
  const like = left.slice(from[0], to[0]).map(({ kind, words }) => {
    const bag = bagOf(words);
    return bags.map((other, at) => (right[from[1] + at]!.kind === kind ? likeness(bag, other) : 0));
  });
  const best: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const paired = like[row]![column]! >= LEAST_LIKENESS ? like[row]![column]! + best[row + 1]![column + 1]! : 0;
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns && best[row]![column]! > 0; ) {
    if (best[row]![column] === best[row + 1]![column]) row++;
    else if (best[row]![column] === best[row]![column + 1]) column++;
    else pairs.push([from[0] + row++, from[1] + column++]);
  }
  return pairs;
}

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Twice the common words over the words of both: 1 where they are the same, in whatever order. Nothing is like nothing. */
function likeness(left: Bag, right: Bag): number {
  if (left.size + right.size === 0) return 1;
  let common = 0;
  for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0);
  return (2 * common) / (left.size + right.size);
}
