/** Two listings of a document's printed figures, before and after a correction → the figures that changed, appeared or vanished. */
import { diffArrays } from 'diff';
import type { FigureEntry, FigureInput } from './figures-json.js';

/** At least one side; both where the same quantity stands at the same place. */
export interface FigureChange {
  readonly before?: FigureEntry;
  readonly after?: FigureEntry;
}

/** Figures whose printed text differs, in reading order. What is printed alike is no change, whatever the digits behind it. */
export function diffFigures(before: readonly FigureEntry[], after: readonly FigureEntry[]): readonly FigureChange[] {
  const changes: FigureChange[] = [];
  let [b, a] = [0, 0];
  for (const { added, removed, value } of diffArrays(before.map(identityOf), after.map(identityOf))) {
    for (let index = 0; index < value.length; index++) {
      if (removed) changes.push({ before: before[b++]! });
      else if (added) changes.push({ after: after[a++]! });
      else {
        const [one, other] = [before[b++]!, after[a++]!];
        if (one.text !== other.text) changes.push({ before: one, after: other });
      }
    }
  }
  return changes;
}

/** Where a figure stands and what it is made of, whatever its value: the cells as they were received, the formula over them. */
function identityOf({ where, rule, inputs }: FigureEntry): string {
  return JSON.stringify([where, rule, inputs.map(receivedCell)]);
}

function receivedCell(input: FigureInput): readonly unknown[] {
  const { value: _value, entry: _entry, replaces, ...place } = input;
  return replaces ? receivedCell(replaces) : Object.values(place);
}
