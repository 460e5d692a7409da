/** Ranks 1…n against the values ranked: nobody stands before a higher value, no rank is missing; equal values may share a rank. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { quantityOf } from '../statistics/derive.js';
import { exact, toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
import { formatExact } from '../statistics/format-figure.js';
import { pairedCauses } from './paired-causes.js';
import { sourcePlaces } from './side.js';
import type { CheckSubject } from './subject.js';

interface Ranked {
  readonly label: string;
  readonly rank: Exact;
  readonly value: Exact;
  readonly place: Place;
}

export function checkRankings({ table }: CheckSubject): readonly Finding[] {
  return table.form.rankings.flatMap(({ rank, by }) => {
    const rows = table.items.flatMap((row): Ranked[] => {
      const position = quantityOf(row.cells[rank]);
      // Where the values ranked are not printed, the ranks alone are looked at.
      const value = by === undefined ? ZERO : quantityOf(row.cells[by])?.value;
      return position && value ? [{ label: row.label, rank: position.value, value, place: sourcePlaces(position)[0] ?? row.place }] : [];
    });
    if (rows.length < 2) return [];
    const wrong = findMisplaced(rows);
    // What a misplaced row leaves free, and where it belongs, is no second fault.
    const held = [...rows, ...wrong.map(({ row, expected }) => ({ ...row, rank: expected }))];
    return [...missingRanks(held, rows.length, table.source.place), ...describeMisplaced(wrong), ...ties(rows)];
  });
}

/** Ranks that nobody holds and no tie leaves out: after two at rank 2 comes 3 or 4. */
function missingRanks(rows: readonly Ranked[], count: number, place: Place): readonly Finding[] {
  const holders = new Map<number, number>();
  for (const rank of rows.map((row) => Number(toDecimalText(row.rank)))) holders.set(rank, (holders.get(rank) ?? 0) + 1);
  const held = [...holders.keys()].sort((a, b) => a - b);
  const free = held.flatMap((rank, index) => {
    const before = held[index - 1] ?? 0;
    const next = before + (holders.get(before) ?? 1);
    return rank > next ? [next === rank - 1 ? String(next) : `${next}-${rank - 1}`] : [];
  });
  if (free.length === 0) return [];
  const last = held.at(-1)!;
  return [found('rank-missing', place, { ranks: free.join(', '), rows: count, last }, { seen: String(count), expected: String(last) })];
}

/** The fewest rows that must move so that the values fall with the ranks; the others stand. */
function findMisplaced(rows: readonly Ranked[]): readonly Misplaced[] {
  const due = dueRanks(rows);
  const ordered = [...rows].sort((a, b) => a.rank.compare(b.rank) || b.value.compare(a.value));
  const standing = longestFall(ordered, due);
  const moved = ordered.filter((row) => !standing.has(row)).map((row) => ({ row, expected: due.get(row)! }));
  // Of two rows exchanged either could stand: both are named.
  const partners = ordered.flatMap((row) => {
    const other = standing.has(row) ? moved.find((one) => one.expected.equals(row.rank) && one.row.rank.equals(due.get(row)!)) : undefined;
    return other ? [{ row, expected: other.row.rank }] : [];
  });
  const all = [...moved, ...partners];
  return rows.flatMap((row) => all.find((one) => one.row === row) ?? []);
}

interface Misplaced {
  readonly row: Ranked;
  readonly expected: Exact;
}

/** Rank by value alone: one more than the rows with a higher value. */
function dueRanks(rows: readonly Ranked[]): ReadonlyMap<Ranked, Exact> {
  const falling = [...rows].sort((a, b) => b.value.compare(a.value));
  const due = new Map<Ranked, Exact>();
  falling.forEach((row, index) => {
    const before = falling[index - 1];
    due.set(row, before?.value.equals(row.value) ? due.get(before)! : exact(index + 1));
  });
  return due;
}

/** The longest sequence by rank in which no value rises and one rank has one value; of two as long the one that holds more due ranks. */
function longestFall(ordered: readonly Ranked[], due: ReadonlyMap<Ranked, Exact>): ReadonlySet<Ranked> {
  const best: { readonly length: number; readonly before: number }[] = [];
  ordered.forEach((row, index) => {
    let [length, before] = [0, -1];
    for (let at = 0; at < index; at++) {
      const order = row.value.compare(ordered[at]!.value);
      const follows = order === 0 || (order < 0 && !row.rank.equals(ordered[at]!.rank));
      if (follows && best[at]!.length > length) [length, before] = [best[at]!.length, at];
    }
    best.push({ length: length + 1 + (due.get(row)!.equals(row.rank) ? 1 / (ordered.length + 1) : 0), before });
  });
  const kept = new Set<Ranked>();
  let at = best.reduce((top, { length }, index) => (length > best[top]!.length ? index : top), 0);
  for (; at >= 0; at = best[at]!.before) kept.add(ordered[at]!);
  return kept;
}

function describeMisplaced(wrong: readonly Misplaced[]): readonly Finding[] {
  const causes = pairedCauses(wrong.map(({ row, expected }) => ({ row: row.label, column: 'rank', seen: row.rank, expected })));
  return wrong.map(({ row, expected }, index) =>
    found('rank-order', row.place, { row: row.label, seen: formatExact(row.rank), value: formatExact(row.value), expected: formatExact(expected) }, {
      seen: toDecimalText(row.rank),
      expected: toDecimalText(expected),
      basis: [row.value],
      cause: causes[index],
    }),
  );
}

function ties(rows: readonly Ranked[]): readonly Finding[] {
  const byRank = new Map<string, Ranked[]>();
  for (const row of rows) byRank.set(toDecimalText(row.rank), [...(byRank.get(toDecimalText(row.rank)) ?? []), row]);
  return [...byRank.values()]
    .filter((same) => same.length > 1 && same.every(({ value }) => value.equals(same[0]!.value)))
    .map((same) =>
      found('rank-tie', same[1]!.place, { rank: formatExact(same[0]!.rank), rows: same.map(({ label }) => `«${label}»`).join(', ') }, { related: [same[0]!.place] }),
    );
}
