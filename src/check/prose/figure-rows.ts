/** Row and column of each known figure, read from its name. Apart, because names of units and headers hold commas themselves: the column is what most figures share. */
import { plainText } from './named-figure.js';
import { BODY } from './prose-words.js';
import type { KnownFigure } from './subject.js';

export interface FigureRow {
  /** In small letters: «sở văn hóa, thể thao và du lịch». */
  readonly row: string;
  /** «số hồ sơ đã giải quyết: tổng số». */
  readonly column: string;
  /** The row of one unit, of all together, or of something else. */
  readonly kind: 'unit' | 'total' | 'other';
}

export type FigureRows = ReadonlyMap<KnownFigure, FigureRow>;

const TOTAL = /^(?:tổng cộng|tổng số|tổng|cộng)$/;
const UNIT = new RegExp(`^(?:${BODY})`, 'u');

export function figureRows(figures: readonly KnownFigure[]): FigureRows {
  const shared = new Map<string, number>();
  for (const { name } of figures) for (const at of commas(name)) shared.set(name.slice(at), (shared.get(name.slice(at)) ?? 0) + 1);
  return new Map(
    figures.map((known) => {
      const { name } = known;
      const [at = name.length] = [...commas(name)].sort((a, b) => shared.get(name.slice(b))! - shared.get(name.slice(a))! || a - b);
      const [label, row] = [name.slice(0, at).normalize('NFC'), plainText(name.slice(0, at))];
      return [known, { row, column: plainText(name.slice(at + 2)), kind: TOTAL.test(row) ? 'total' : UNIT.test(label) ? 'unit' : 'other' }];
    }),
  );
}

function commas(name: string): readonly number[] {
  return [...name.matchAll(/, /g)].map(({ index }) => index);
}
