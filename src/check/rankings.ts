/** Ranks 1…n against the values ranked: nobody stands before a higher value, no rank is missing; equal values may share a rank. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { quantityOf } from '../statistics/derive.js';
import { toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
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
    return rows.length < 2 ? [] : [...missingRanks(rows, table.source.place), ...misplaced(rows), ...ties(rows)];
  });
}

/** Ranks that nobody holds and no tie leaves out: after two at rank 2 comes 3 or 4. */
function missingRanks(rows: readonly Ranked[], place: Place): readonly Finding[] {
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
  return [found('rank-missing', place, { ranks: free.join(', '), rows: rows.length, last }, { seen: String(rows.length), expected: String(last) })];
}

function misplaced(rows: readonly Ranked[]): readonly Finding[] {
  const sorted = [...rows].sort((a, b) => b.value.compare(a.value));
  const ranks = rows.map(({ rank }) => rank).sort((a, b) => a.compare(b));
  // Value → the ranks due to it, several where it is shared.
  const due = new Map<string, Set<string>>();
  sorted.forEach(({ value }, index) => due.set(toDecimalText(value), (due.get(toDecimalText(value)) ?? new Set()).add(toDecimalText(ranks[index]!))));
  // Rank → how many hold it so far, the lowest of them, and how many of them stand above that one.
  const shared = new Map<string, { readonly holders: number; readonly above: number; readonly value: Exact }>();
  const wrong = sorted.flatMap((row, index) => {
    const rank = toDecimalText(row.rank);
    const { holders = 0, above = 0, value = row.value } = shared.get(rank) ?? {};
    const higher = value.equals(row.value) ? above : holders;
    shared.set(rank, { holders: holders + 1, above: higher, value: row.value });
    if (!due.get(toDecimalText(row.value))!.has(rank)) return [{ row, expected: ranks[index]! }];
    return higher === 0 ? [] : [{ row, expected: row.rank.add(higher) }];
  });
  const causes = pairedCauses(wrong.map(({ row, expected }) => ({ row: row.label, column: 'rank', seen: row.rank, expected })));
  return wrong.map(({ row, expected }, index) =>
    found('rank-order', row.place, { row: row.label, seen: formatExact(row.rank), value: formatExact(row.value), expected: formatExact(expected) }, {
      seen: toDecimalText(row.rank),
      expected: toDecimalText(expected),
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
