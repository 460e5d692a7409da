/** Widths of a table's columns, one for all writers: shares by weight, but none narrower than its longest word. Arithmetic only, in any unit. */

export function wordsFit(narrowest: readonly number[], total: number): boolean {
  return sum(narrowest) <= total;
}

/** Widths that sum up to `total`. */
export function columnWidths(given: readonly number[], narrowest: readonly number[], total: number): number[] {
  if (!wordsFit(narrowest, total)) return cappedWidths(narrowest, total);
  // A column without weight still has to be divided by.
  const weights = given.map((weight) => Math.max(weight, 0.001));
  const held = new Set<number>();
  for (;;) {
    const free = weights.map((_, column) => column).filter((column) => !held.has(column));
    const unit = (total - sum([...held].map((column) => narrowest[column]!))) / sum(free.map((column) => weights[column]!));
    const tooNarrow = free.filter((column) => weights[column]! * unit < narrowest[column]!);
    if (tooNarrow.length === 0) return weights.map((weight, column) => (held.has(column) ? narrowest[column]! : weight * unit));
    for (const column of tooNarrow) held.add(column);
  }
}

/** Where the longest words do not fit beside each other, the widest columns give way; the others keep their words whole. */
function cappedWidths(narrowest: readonly number[], total: number): number[] {
  let room = total;
  let cap = 0;
  for (const [index, width] of [...narrowest].sort((a, b) => a - b).entries()) {
    cap = room / (narrowest.length - index);
    if (width > cap) break;
    room -= width;
  }
  return narrowest.map((width) => Math.min(width, cap));
}

/** Rounds the borders between columns, not the columns, so that nothing is lost or added: whole units that sum up to `total`. */
export function wholeWidths(widths: readonly number[], total: number): number[] {
  let border = 0;
  let end = 0;
  return widths.map((width, column) => {
    end += width;
    const next = column === widths.length - 1 ? total : Math.round(end);
    const whole = next - border;
    border = next;
    return whole;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
