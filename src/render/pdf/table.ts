/** A statistical table with its caption and unit above and its notes below: across the page, header repeated, rows kept whole as far as a page can hold them. */
import type { TableBlock, TableColumn } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { columnWidths } from '../column-widths.js';
import { BOLD, ITALIC, REGULAR } from './fonts.js';
import { expectPrinted } from './ledger.js';
import { widestTokenPt } from './lines.js';
import { notesHeightPt } from './page-notes.js';
import { paragraphPieces, piece, type Piece } from './piece.js';
import { plainRuns, toRuns } from './runs.js';
import type { Setting } from './setting.js';
import { linePtOf, setRuns, setText, type Alignment, type Look } from './set-text.js';
import { partedRow, wholeRow } from './table-bands.js';
import { drawBands } from './table-drawing.js';
import { AROUND_PT, LINE_PT, notesOf, own, SIDE_PT, type SetCell, type TableFlow } from './table-flow.js';
import { tableGrid, type PlacedCell, type TableGrid } from './table-grid.js';
import { toTokens } from './tokens.js';

const CAPTION_GAP_PT = 8;
const UNIT_GAP_PT = 6;
const TABLE_GAP_PT = 2;
export const NOTE_GAP_PT = 2;
/** A word needs a hair more than its measure. */
const WORD_SLACK_PT = 0.1;
/** A table up to this part of a page stays on one page. */
const SMALL_TABLE = 0.3;
/** A header with its first row up to this part of a page is repeated; a row up to this part of what is left stays whole. */
const TALLEST_HEADER = 0.6;
const TALLEST_ROW = 0.9;

const ALIGNMENTS: Readonly<Record<TableColumn['align'], Alignment>> = { left: 'left', centre: 'center', right: 'right' };

export function tablePieces(setting: Setting, table: TableBlock): Piece[] {
  const { caption, unitLine, notes, source } = table;
  const captionPieces = caption === undefined ? [] : paragraphPieces(setText(setting, caption, captionLook(setting), source), { gapPt: CAPTION_GAP_PT, keepWithNext: true });
  const look: Look = { ...noteLook(setting), face: ITALIC, alignment: 'right' };
  const unitGapPt = caption === undefined ? UNIT_GAP_PT : TABLE_GAP_PT;
  const unitPieces = unitLine === undefined ? [] : paragraphPieces(setRuns(setting, plainRuns(unitLine, look.face), look, source), { gapPt: unitGapPt, keepWithNext: true });
  const above = [...captionPieces, ...unitPieces];
  const [first, ...others] = gridPieces(setting, table);
  return [
    ...above,
    ...(first ? [{ ...first, gapPt: above.length === 0 ? UNIT_GAP_PT : TABLE_GAP_PT }, ...others] : []),
    ...notes.flatMap((inlines) => paragraphPieces(setText(setting, inlines, noteLook(setting), source), { gapPt: NOTE_GAP_PT, keepWithNext: false })),
  ];
}

export function noteLook({ style, box }: Setting): Look {
  return { sizePt: style.sizes.tablePt, face: REGULAR, alignment: 'justify', widthPt: box.textWidthPt };
}

/** Bold and centred in the size of the text: the name of a table or chart. */
export function captionLook({ style, box }: Setting): Look {
  return { sizePt: style.sizes.bodyPt - 1, face: BOLD, alignment: 'center', widthPt: box.textWidthPt };
}

function gridPieces(setting: Setting, table: TableBlock): Piece[] {
  const grid = tableGrid(table);
  for (const { inlines } of grid.homeless) expectPrinted(setting.ledger, inlineText(inlines), REGULAR, { text: inlineText(inlines), ...(table.source ? { source: table.source } : {}) });
  if (table.columns.length === 0 || grid.rows.length === 0) return [];
  const flow = setTable(setting, table, grid);
  const heights = rowHeightsPt(flow.cells);
  const pagePt = setting.box.textHeightPt;
  const headerPt = sum(heights.slice(0, grid.headerRows));
  const repeats = grid.headerRows > 0 && grid.rows.length > grid.headerRows && headerPt + heights[grid.headerRows]! <= pagePt * TALLEST_HEADER;
  const header = repeats ? headerPiece(flow, heights.slice(0, grid.headerRows)) : undefined;
  const whole: TableFlow = { ...flow, header };
  const roomPt = (pagePt - (header?.heightPt ?? 0)) * TALLEST_ROW;
  const bands = heights.slice(repeats ? grid.headerRows : 0).flatMap((heightPt, index) => {
    const row = index + (repeats ? grid.headerRows : 0);
    const tall = heightPt + notesHeightPt(setting, rowNotes(whole, row)) > roomPt;
    return together(table, grid, row, tall ? partedRow(whole, row, Math.max(1, Math.ceil((heightPt - AROUND_PT) / flow.linePt - 0.01))) : [wholeRow(whole, row, heightPt)]);
  });
  const small = sum(heights) <= pagePt * SMALL_TABLE;
  const pieces = header && bands[0] ? [header, { ...bands[0], neverFirst: true as const }, ...bands.slice(1)] : bands;
  return pieces.map((one, index, all) => (small && index < all.length - 1 ? { ...one, keepWithNext: true } : one));
}

/** A group with the row it heads, a total with the rows it ends, the last row with the notes below. */
function together({ rows, notes }: TableBlock, { headerRows }: TableGrid, row: number, bands: readonly Piece[]): Piece[] {
  const next = rows[row - headerRows + 1];
  const keeps = row < headerRows || rows[row - headerRows]!.role === 'group' || (next ? next.role !== 'item' && next.role !== 'group' : notes.length > 0);
  return bands.map((band, index) => (index === bands.length - 1 && keeps ? { ...band, keepWithNext: true } : band));
}

function setTable(setting: Setting, table: TableBlock, grid: TableGrid): TableFlow {
  const sizePt = setting.style.sizes.tablePt;
  const widths = contentWidths(setting, table, grid);
  const known = new Map<PlacedCell, SetCell>();
  const cells = grid.rows.map((row) =>
    row.map((place) => {
      const cell = known.get(place) ?? { place, text: setText(setting, place.cell.inlines, cellLook(place, table, widths, sizePt), table.source) };
      known.set(place, cell);
      return cell;
    }),
  );
  let edge = 0;
  const edges = [0, ...widths.map((width) => (edge += width + 2 * SIDE_PT + LINE_PT))];
  return { cells, edges, linePt: linePtOf({ sizePt }), header: undefined, printed: new Map() };
}

function headerPiece(flow: TableFlow, heights: readonly number[]): Piece {
  let topPt = 0;
  const bands = heights.map((heightPt, row) => ({ band: { row, begins: true, ends: true }, topPt: (topPt += heightPt) - heightPt, heightPt }));
  const notes = heights.flatMap((_, row) => rowNotes(flow, row));
  return piece({ heightPt: sum(heights), items: drawBands(flow, bands).items, notes }, 0, true);
}

/** Of the cells that begin in the row. */
function rowNotes({ cells }: TableFlow, row: number): ReturnType<typeof notesOf> {
  return own(cells[row]!).filter(({ place }) => place.row === row).flatMap(({ text }) => notesOf(text, 0, Infinity));
}

/** Widths between the paddings; with paddings and lines they fill the page from margin to margin. */
function contentWidths(setting: Setting, { columns }: TableBlock, { rows }: TableGrid): number[] {
  const sizePt = setting.style.sizes.tablePt;
  const aroundPt = 2 * SIDE_PT + LINE_PT;
  const narrowest = columns.map(() => 0);
  for (const place of new Set(rows.flat())) {
    // A formula gives way: it can be broken at its signs.
    if (place.colSpan > 1 || place.part === 'formula') continue;
    const tokens = toTokens(toRuns(place.cell.inlines, place.face));
    narrowest[place.column] = Math.max(narrowest[place.column]!, widestTokenPt(tokens, sizePt) + aroundPt + WORD_SLACK_PT);
  }
  const weights = columns.map((column) => column.weight);
  return columnWidths(weights, narrowest, setting.box.textWidthPt - LINE_PT).map((width) => width - aroundPt);
}

function cellLook({ column, colSpan, face, part }: PlacedCell, table: TableBlock, widths: readonly number[], sizePt: number): Look {
  const widthPt = sum(widths.slice(column, column + colSpan)) + (colSpan - 1) * (2 * SIDE_PT + LINE_PT);
  return { sizePt, face, alignment: part === 'body' ? ALIGNMENTS[table.columns[column]!.align] : 'center', widthPt };
}

/** Heights of the rows with the line above them; what a cell over several rows needs more goes to its last row. */
function rowHeightsPt(cells: TableFlow['cells']): number[] {
  const heights = cells.map(() => AROUND_PT);
  const spanning: SetCell[] = [];
  for (const { place, text } of new Set(cells.flat())) {
    if (place.rowSpan > 1) spanning.push({ place, text });
    else heights[place.row] = Math.max(heights[place.row]!, text.heightPt + AROUND_PT);
  }
  for (const { place, text } of spanning) {
    const end = place.row + place.rowSpan;
    const missing = text.heightPt + AROUND_PT - sum(heights.slice(place.row, end));
    if (missing > 0) heights[end - 1]! += missing;
  }
  return heights;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
