/** Widths of a table's columns: shares by weight, but none narrower than its longest word. Arithmetic only, so that it can be tested alone. */

/** Widths that sum up to `total`. */
export function columnWidths(weights: readonly number[], narrowest: readonly number[], total: number): number[] {
  if (sum(narrowest) > total) return cappedWidths(narrowest, total);
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
