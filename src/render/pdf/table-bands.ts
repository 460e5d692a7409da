/**
 * A table's rows as bands: a row is one band, a row taller than a page one band a line. Where a page ends inside of the table,
 * the rest goes on under the header; a cell over several rows that is cut goes on with the lines that have not been printed.
 */
import { piece, type Piece } from './piece.js';
import { AROUND_PT, notesOf, own, type SetCell, type TableFlow } from './table-flow.js';

/** A cut cell that lacks no more than this number of lines makes the last of its bands higher; what lacks more gets bands. */
const MOST_ADDED_LINES = 3;

/** Bands of one row. `lines` of them are needed, because the row is too tall to stand whole, or 1. */
export function rowBands(flow: TableFlow, row: number, heightPt: number, lines: number): Piece[] {
  const cells = own(flow.cells[row]!).filter(({ place }) => place.row === row);
  return Array.from({ length: lines }, (_, index): Piece => ({
    gapPt: 0,
    heightPt: lines === 1 ? heightPt : flow.linePt + (index === 0 ? AROUND_PT : 0),
    items: [],
    // A cell over several rows has its notes where it begins; what is printed later is corrected when the page is full.
    notes: cells.flatMap(({ place, text }) => notesOf(text, ...(lines === 1 || place.rowSpan > 1 ? (index === 0 ? [0, Infinity] as const : [0, 0] as const) : ([index, index + 1] as const)))),
    keepWithNext: lines > 1 && index !== lines - 1 && (index === 0 || index === lines - 2),
    band: { flow, band: { row, begins: index === 0, ends: index === lines - 1 } },
  }));
}

/** What comes after a page break inside of the table: the header, and the bands with room for what cut cells still have to say. */
export function continued(flow: TableFlow, bands: readonly Piece[]): Piece[] {
  const rest = [...bands];
  const first = rest[0]!;
  const { row, begins } = first.band!.band;
  const cut = own(flow.cells[row]!).filter(({ place }) => place.row < row || !begins);
  const spanning = cut.filter(({ place }) => place.rowSpan > 1);
  const late = spanning.flatMap((cell) => notesOf(cell.text, flow.printed.get(cell) ?? 0, Infinity));
  rest[0] = { ...first, heightPt: first.heightPt + (begins ? 0 : AROUND_PT), notes: [...late, ...first.notes] };
  for (const cell of spanning) makeRoom(flow, rest, cell);
  return [...(flow.header ? [{ ...piece({ ...flow.header, notes: [] }, 0, true), repeated: true as const }] : []), ...rest];
}

function makeRoom(flow: TableFlow, rest: Piece[], cell: SetCell): void {
  const endRow = cell.place.row + cell.place.rowSpan;
  const end = rest.findLastIndex(({ band }) => band!.band.row < endRow);
  const roomPt = rest.slice(0, end + 1).reduce((sum, { heightPt }) => sum + heightPt, 0) - AROUND_PT;
  const missingPt = (cell.text.lines.length - (flow.printed.get(cell) ?? 0)) * flow.linePt - roomPt;
  if (missingPt <= 0) return;
  const last = rest[end]!;
  if (missingPt <= MOST_ADDED_LINES * flow.linePt) {
    rest[end] = { ...last, heightPt: last.heightPt + missingPt };
    return;
  }
  const added = Math.ceil(missingPt / flow.linePt);
  const { row, begins } = last.band!.band;
  rest[end] = { ...last, keepWithNext: false, band: { flow, band: { row, begins, ends: false } } };
  const filler = (index: number): Piece => ({ gapPt: 0, heightPt: flow.linePt, items: [], notes: [], keepWithNext: index === added - 1 && last.keepWithNext, band: { flow, band: { row, begins: false, ends: index === added - 1 } } });
  rest.splice(end + 1, 0, ...Array.from({ length: added }, (_, index) => filler(index)));
}
