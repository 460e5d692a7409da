/** A statistical table with its unit above and its notes below: across the page, header rows repeated, rows kept whole. */
import type { Inline, TableBlock, TableColumn } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import type { Piece } from './flow.js';
import { ITALIC, REGULAR } from './fonts.js';
import { expectPrinted, type Passage } from './ledger.js';
import { widestTokenPt } from './lines.js';
import type { Alignment, CellNode, CoveredCell, TableLayout, TableNode } from './nodes.js';
import { paragraphPieces } from './paragraph.js';
import { columnWidths } from '../column-widths.js';
import { plainRuns } from './runs.js';
import type { Setting } from './setting.js';
import { tableGrid, type PlacedCell, type TableGrid } from './table-grid.js';
import { isLoose, setRuns, setText, textNode, type Look, type SetText } from './text-node.js';

/** Compact, so that fifteen columns fit on a landscape page; the decree gives no rule for tables. */
const LINE_PT = 0.5;
const SIDE_PT = 2.5;
const TOP_PT = 1;
const BOTTOM_PT = 1;
/** What a row is higher than its text. */
const AROUND_PT = TOP_PT + BOTTOM_PT + LINE_PT;
const UNIT_GAP_PT = 6;
const TABLE_GAP_PT = 2;
export const NOTE_GAP_PT = 2;
/** A word needs a hair more than its measure. */
const WORD_SLACK_PT = 0.1;
/** A table up to this part of a page stays on one page. */
const SMALL_TABLE = 0.3;
/** Header and first row, or one row, up to this part of a page are kept whole; pdfmake drops them when they are taller than a page. */
const TALLEST_KEPT = 0.6;

const LAYOUT: TableLayout = {
  hLineWidth: () => LINE_PT,
  vLineWidth: () => LINE_PT,
  paddingLeft: () => SIDE_PT,
  paddingRight: () => SIDE_PT,
  paddingTop: () => TOP_PT,
  paddingBottom: () => BOTTOM_PT,
};

const ALIGNMENTS: Readonly<Record<TableColumn['align'], Alignment>> = { left: 'left', centre: 'center', right: 'right' };

interface SetCell {
  readonly place: PlacedCell;
  readonly text: SetText;
}

export function tablePieces(setting: Setting, table: TableBlock): Piece[] {
  if (table.columns.length === 0 || table.header.length + table.rows.length === 0) return aroundTable(setting, table, []);
  const grid = tableGrid(table);
  const sizePt = setting.style.sizes.tablePt;
  const widths = contentWidths(setting, table, grid);
  const cells = grid.rows.map((row) =>
    row.map((place): SetCell | undefined => place && { place, text: setText(place.cell.inlines, cellLook(place, table, widths, sizePt), table.source) }),
  );
  for (const { inlines } of grid.homeless) expectPrinted(setting.ledger, inlineText(inlines), REGULAR, homelessPassage(table, inlines));
  const heights = rowHeightsPt(cells);
  const startPt = sum(heights.slice(0, grid.headerRows + 1)) + LINE_PT;
  const wholePt = sum(heights) + LINE_PT;
  const pagePt = setting.box.textHeightPt;
  const loose = cells.some((row) => row.some((cell) => cell && isLoose(setting, cell.text)));
  // With rows kept whole pdfmake 0.3.11 loses cells of a row that a page break parts from the cell spanning it.
  const spansBody = grid.rows.flat().some((place) => place && !place.isHeader && place.rowSpan > 1);
  const rowsFit = !loose && !spansBody && heights.every((height) => height <= pagePt * TALLEST_KEPT);
  const headerFits = !loose && startPt <= pagePt * TALLEST_KEPT && grid.rows.length > grid.headerRows;
  const node: TableNode = {
    table: {
      widths,
      headerRows: headerFits ? grid.headerRows : 0,
      keepWithHeaderRows: headerFits ? 1 : 0,
      dontBreakRows: rowsFit,
      body: cells.map((row) => row.map((cell) => (cell ? cellNode(setting, cell, (cell.place.isHeader ? headerFits : rowsFit) ? heights : undefined) : covered()))),
    },
    layout: LAYOUT,
  };
  const leadPt = wholePt <= pagePt * SMALL_TABLE ? wholePt : headerFits ? startPt : heights[0]! <= pagePt * TALLEST_KEPT ? heights[0]! : 0;
  return aroundTable(setting, table, [{ node, gapPt: table.unitLine === undefined ? UNIT_GAP_PT : TABLE_GAP_PT, heightPt: wholePt, leadPt, keepWithNext: false }]);
}

export function noteLook({ style, box }: Setting): Look {
  return { sizePt: style.sizes.tablePt, face: REGULAR, alignment: 'justify', widthPt: box.textWidthPt };
}

function aroundTable(setting: Setting, { unitLine, notes, source }: TableBlock, table: readonly Piece[]): Piece[] {
  const look: Look = { ...noteLook(setting), face: ITALIC, alignment: 'right' };
  return [
    ...(unitLine === undefined ? [] : paragraphPieces(setting, setRuns(plainRuns(unitLine, look.face), look, source), { gapPt: UNIT_GAP_PT, keepWithNext: true })),
    ...table,
    ...notes.flatMap((inlines) => paragraphPieces(setting, setText(inlines, noteLook(setting), source), { gapPt: NOTE_GAP_PT, keepWithNext: false })),
  ];
}

/** Widths between the paddings; with paddings and lines they fill the page from margin to margin. */
function contentWidths(setting: Setting, { columns }: TableBlock, { rows }: TableGrid): number[] {
  const sizePt = setting.style.sizes.tablePt;
  const aroundPt = 2 * SIDE_PT + LINE_PT;
  const narrowest = columns.map(() => 0);
  for (const place of rows.flat()) {
    if (!place || place.colSpan > 1) continue;
    const { tokens } = setText(place.cell.inlines, { sizePt, face: place.face, alignment: 'left', widthPt: Infinity });
    narrowest[place.column] = Math.max(narrowest[place.column]!, widestTokenPt(tokens, sizePt) + aroundPt + WORD_SLACK_PT);
  }
  const weights = columns.map((column) => column.weight);
  return columnWidths(weights, narrowest, setting.box.textWidthPt - LINE_PT).map((width) => width - aroundPt);
}

function cellLook({ column, colSpan, face, isHeader }: PlacedCell, table: TableBlock, widths: readonly number[], sizePt: number): Look {
  const widthPt = sum(widths.slice(column, column + colSpan)) + (colSpan - 1) * (2 * SIDE_PT + LINE_PT);
  return { sizePt, face, alignment: isHeader ? 'center' : ALIGNMENTS[table.columns[column]!.align], widthPt };
}

/**
 * Centred in its height by an upper margin of our own: with pdfmake 0.3.11's `verticalAlignment` a cell over several header
 * rows slides out of them when rows are kept whole. No longer needed when «Tổng số» over two rows stands in their middle.
 */
function cellNode(setting: Setting, { place, text }: SetCell, heights: readonly number[] | undefined): CellNode {
  const { row, colSpan, rowSpan } = place;
  const roomPt = heights ? sum(heights.slice(row, row + rowSpan)) - AROUND_PT - text.heightPt : 0;
  return {
    ...textNode(setting, text),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(roomPt > WORD_SLACK_PT ? { margin: [0, roomPt / 2, 0, 0] } : {}),
  };
}

/** Heights of the rows with the line above them; what a cell over several rows needs more goes to its last row. */
function rowHeightsPt(cells: readonly (readonly (SetCell | undefined)[])[]): number[] {
  const heights = cells.map(() => 0);
  const spanning: SetCell[] = [];
  for (const cell of cells.flat()) {
    if (!cell) continue;
    if (cell.place.rowSpan > 1) spanning.push(cell);
    else heights[cell.place.row] = Math.max(heights[cell.place.row]!, cell.text.heightPt + AROUND_PT);
  }
  for (const { place, text } of spanning) {
    const end = place.row + place.rowSpan;
    const missing = text.heightPt + AROUND_PT - sum(heights.slice(place.row, end));
    if (missing > 0) heights[end - 1]! += missing;
  }
  return heights;
}

function covered(): CoveredCell {
  return {};
}

function homelessPassage({ source }: TableBlock, inlines: readonly Inline[]): Passage {
  return { text: inlineText(inlines), homeless: true, ...(source ? { source } : {}) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
