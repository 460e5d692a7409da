/** The bands of a table that stand together on a page → letters and lines. */
import { inkedLine, moved } from './ink.js';
import type { PageItem, Vector } from './printed-page.js';
import type { Note } from './runs.js';
import { AROUND_PT, LINE_PT, notesOf, own, SIDE_PT, TOP_PT, type Band, type SetCell, type TableFlow } from './table-flow.js';

export interface DrawnBands {
  readonly items: readonly PageItem[];
  /** Notes of lines that did not come to stand here although their cell begins here. */
  readonly late: readonly Note[];
}

export interface BandOnPage {
  readonly band: Band;
  readonly topPt: number;
  readonly heightPt: number;
}

/** Notes in `flow.printed` how far cut cells have come. */
export function drawBands(flow: TableFlow, bands: readonly BandOnPage[]): DrawnBands {
  const items: PageItem[] = [];
  const late: Note[] = [];
  for (const [cell, [from, to]] of extents(flow, bands)) {
    const [first, last] = [bands[from]!, bands[to]!];
    const { place, text } = cell;
    const whole = place.row === first.band.row && first.band.begins && isEnd(cell, last.band);
    const heightPt = last.topPt + last.heightPt - first.topPt - AROUND_PT;
    const done = flow.printed.get(cell) ?? 0;
    const room = whole ? Infinity : Math.floor(heightPt / flow.linePt + 0.01);
    const lines = text.lines.slice(done, isEnd(cell, last.band) ? undefined : done + room);
    // A whole cell stands in the middle of its height, a cut one begins at its top.
    let y = first.topPt + LINE_PT + TOP_PT + (whole ? Math.max(0, (heightPt - text.heightPt) / 2) : 0);
    for (const line of lines) {
      for (const item of inkedLine(line).items) items.push(moved(item, flow.edges[place.column]! + LINE_PT + SIDE_PT, y));
      y += line.heightPt;
    }
    if (whole) continue;
    flow.printed.set(cell, done + lines.length);
    if (place.rowSpan > 1) late.push(...notesOf(text, done + lines.length, Infinity));
  }
  return { items: [...items, ...ruled(flow, bands).map((item): PageItem => ({ type: 'vector', item }))], late };
}

/** Of each cell on the page, its first and its last band there. */
function extents({ cells }: TableFlow, bands: readonly BandOnPage[]): Map<SetCell, [number, number]> {
  const found = new Map<SetCell, [number, number]>();
  for (const [index, { band }] of bands.entries()) {
    for (const cell of own(cells[band.row]!)) found.set(cell, [found.get(cell)?.[0] ?? index, index]);
  }
  return found;
}

function isEnd({ place }: SetCell, band: Band): boolean {
  return place.row + place.rowSpan - 1 === band.row && band.ends;
}

/** Lines between cells, each as long as it goes on. */
function ruled({ cells, edges }: TableFlow, bands: readonly BandOnPage[]): Vector[] {
  const columns = edges.length - 1;
  const at = (band: number, column: number): SetCell | undefined => {
    const one = bands[band];
    return one && cells[one.band.row]![column];
  };
  const top = (band: number): number => (band < bands.length ? bands[band]!.topPt : bands.at(-1)!.topPt + bands.at(-1)!.heightPt) + LINE_PT / 2;
  const left = (column: number): number => edges[column]! + LINE_PT / 2;
  const line = (x1: number, y1: number, x2: number, y2: number): Vector => ({ type: 'line', x1, y1, x2, y2, lineWidth: LINE_PT });
  const across = Array.from({ length: bands.length + 1 }, (_, band) =>
    runs(columns, (column) => at(band - 1, column) !== at(band, column)).map(([from, to]) => line(left(from) - LINE_PT / 2, top(band), left(to) + LINE_PT / 2, top(band))),
  );
  const down = Array.from({ length: columns + 1 }, (_, column) =>
    runs(bands.length, (band) => column === 0 || column === columns || at(band, column - 1) !== at(band, column)).map(([from, to]) => line(left(column), top(from), left(column), top(to))),
  );
  return [...across, ...down].flat();
}

/** [first, behind the last] of each run of neighbours that hold. */
function runs(length: number, holds: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index < length; index++) {
    if (!holds(index)) continue;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
