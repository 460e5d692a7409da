/** Two listings of a document's printed figures, before and after a correction → the figures that changed, appeared or vanished. */
import { diffArrays } from 'diff';
import type { FigureEntry, FigureInput } from './figures-json.js';

/** At least one side; both where the same quantity stands on both. */
export interface FigureChange {
  readonly before?: FigureEntry;
  readonly after?: FigureEntry;
}

/** Figures whose printed text differs, in reading order. What is printed alike is no change, whatever the digits behind it; neither is a figure that only moved, as in a ranking. */
export function diffFigures(before: readonly FigureEntry[], after: readonly FigureEntry[]): readonly FigureChange[] {
  const aligned = align(before, after);
  const moved = joinSides(aligned, identityOf);
  // The same sum over more cells or fewer: a cell that was blank has a figure now.
  const summed = joinSides(moved, ({ where, rule }) => (rule === null ? undefined : JSON.stringify([where, rule])));
  return summed.filter((one) => one.before?.text !== one.after?.text);
}

/** Side by side where the order is the same. */
function align(before: readonly FigureEntry[], after: readonly FigureEntry[]): readonly FigureChange[] {
  const lines: FigureChange[] = [];
  let [b, a] = [0, 0];
  for (const { added, removed, value } of diffArrays(before.map(identityOf), after.map(identityOf))) {
    for (let count = value.length; count > 0; count--) {
      if (removed) lines.push({ before: before[b++]! });
      else if (added) lines.push({ after: after[a++]! });
      else lines.push({ before: before[b++]!, after: after[a++]! });
    }
  }
  return lines;
}

/** What vanished here and appeared there under the same key is one figure, in its new place. */
function joinSides(lines: readonly FigureChange[], keyOf: (entry: FigureEntry) => string | undefined): readonly FigureChange[] {
  const vanished = new Map<string, FigureChange[]>();
  for (const line of lines) {
    const key = line.before && !line.after ? keyOf(line.before) : undefined;
    if (key !== undefined) vanished.set(key, [...(vanished.get(key) ?? []), line]);
  }
  const taken = new Set<FigureChange>();
  const joined = lines.map((line) => {
    const key = line.after && !line.before ? keyOf(line.after) : undefined;
    const other = key === undefined ? undefined : vanished.get(key)?.shift();
    if (!other) return line;
    taken.add(other);
    return { ...other, ...line };
  });
  return joined.filter((line) => !taken.has(line));
}

/** Where a figure stands and what it is made of. */
function identityOf(entry: FigureEntry): string {
  return JSON.stringify([entry.where, quantityKey(entry)]);
}

/** What a figure is made of, whatever its value and wherever it stands: its formula, and the cells as they were received. */
export function quantityKey({ rule, inputs }: FigureEntry): string {
  return JSON.stringify([rule, inputs.map(receivedCell)]);
}

function receivedCell(input: FigureInput): readonly unknown[] {
  const { value: _value, entry: _entry, replaces, ...place } = input;
  return replaces ? receivedCell(replaces) : Object.values(place);
}
