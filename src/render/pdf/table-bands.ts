/**
 * A table's rows as bands: a row is one band, a row taller than a page one band a line. Where a page ends inside of the table,
 * the rest goes on under the header; a cell over several rows that is cut goes on with the lines that have not been printed.
 */
import { piece, type Piece } from './piece.js';
import type { Note } from './runs.js';
import { AROUND_PT, notesOf, own, type Band, type SetCell, type TableFlow } from './table-flow.js';

/** A cut cell that lacks no more than this number of lines makes the last of its bands higher; what lacks more gets bands. */
const MOST_ADDED_LINES = 3;

/** A row in one piece. */
export function wholeRow(flow: TableFlow, row: number, heightPt: number): Piece {
  const notes = beginning(flow, row).flatMap(({ text }) => notesOf(text, 0, Infinity));
  return bandPiece(flow, { row, begins: true, ends: true }, heightPt, notes);
}

/** A row too tall to stand whole, line by line; neither its first line nor its last is left alone. */
export function partedRow(flow: TableFlow, row: number, lines: number): Piece[] {
  const cells = beginning(flow, row);
  return Array.from({ length: lines }, (_, index): Piece => {
    // A cell over several rows has its notes where it begins; what is printed later is corrected when the page is full.
    const notes = cells.flatMap(({ place, text }) => (place.rowSpan === 1 ? notesOf(text, index, index + 1) : index === 0 ? notesOf(text, 0, Infinity) : []));
    const band = bandPiece(flow, { row, begins: index === 0, ends: index === lines - 1 }, flow.linePt + (index === 0 ? AROUND_PT : 0), notes);
    return { ...band, keepWithNext: index !== lines - 1 && (index === 0 || index === lines - 2) };
  });
}

/** Cells that begin in the row. */
function beginning({ cells }: TableFlow, row: number): SetCell[] {
  return own(cells[row]!).filter(({ place }) => place.row === row);
}

function bandPiece(flow: TableFlow, band: Band, heightPt: number, notes: readonly Note[]): Piece {
  return { gapPt: 0, heightPt, items: [], notes, keepWithNext: false, band: { flow, band } };
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

/** For the lines of a cut cell that the rest of its rows would not hold. */
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
  const fillers = Array.from({ length: added }, (_, index): Piece => {
    const isLast = index === added - 1;
    return { ...bandPiece(flow, { row, begins: false, ends: isLast }, flow.linePt, []), keepWithNext: isLast && last.keepWithNext };
  });
  rest.splice(end, 1, { ...last, keepWithNext: false, band: { flow, band: { row, begins, ends: false } } }, ...fillers);
}
