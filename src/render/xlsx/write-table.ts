/** A table on its sheet: header with true merges, figures as numbers and formulas, notes below. */
import { addLine, addNotes, cellName, lineHeightPt, reportLoss, setHeight, setLook, setText, textHeightPt, type Area, type Sheet } from './sheet.js';
import { breakableFormulas } from '../formula-row.js';
import type { CellLook } from './cell-style.js';
import { CELL_PADDING_PT } from './sheet-columns.js';
import { toSheetFormula, type TablePosition } from './cell-formula.js';
import { toTextRuns } from './cell-text.js';
import { toNumberCell } from './number-cell.js';
import type { TableBlock, TableCell, TableRow } from '../../document/tree.js';
import { notesIn, spanGrid } from '../../document/walk.js';

export function writeTable(sheet: Sheet, table: TableBlock): void {
  const plain: CellLook = {
    fontFamily: sheet.style.fontFamily,
    sizePt: sheet.style.sizes.tablePt,
    bold: false,
    italic: false,
    align: 'left',
    ruled: false,
    wrap: true,
  };
  if (table.caption !== undefined) addLine(sheet, table.caption, { ...plain, sizePt: sheet.style.sizes.bodyPt, bold: true, align: 'centre' }, table.source);
  if (table.unitLine !== undefined) {
    addLine(sheet, [{ type: 'text', text: table.unitLine }], { ...plain, italic: true, align: 'right' }, table.source);
  }
  const first = sheet.nextRow;
  writeRepeated(sheet, table.header, table, { ...plain, bold: true, align: 'centre', ruled: true });
  if (table.formulaRow !== undefined) {
    const sizePt = plain.sizePt - 1;
    const formulas = breakableFormulas(table.formulaRow, sheet.widthsPt.map((width) => width - CELL_PADDING_PT), sizePt);
    writeRepeated(sheet, [formulas], table, { ...plain, sizePt, italic: true, align: 'centre', ruled: true });
  }
  if (sheet.nextRow > first) sheet.headers.push({ first, last: sheet.nextRow - 1 });
  writeBody(sheet, table, { ...plain, ruled: true });
  for (const note of table.notes) addLine(sheet, note, plain, table.source);
  addNotes(sheet, plain, table.source);
}

interface PlacedCell {
  readonly cell: TableCell;
  /** Row of the table part, from 0. */
  readonly row: number;
  /** Column of the grid, from 0. */
  readonly column: number;
  readonly area: Area;
}

/** Every cell with the area of the sheet it covers; spans that run over the edge of the table are cut there. */
function placeCells(rows: readonly (readonly TableCell[])[], width: number, firstRow: number): readonly PlacedCell[] {
  const grid = spanGrid(rows, width);
  const seen = new Set<TableCell>();
  const placed: PlacedCell[] = [];
  for (const [row, cells] of grid.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell || seen.has(cell)) continue;
      seen.add(cell);
      const columns = Math.min(cell.colSpan ?? 1, width - column);
      const spanned = Math.min(cell.rowSpan ?? 1, rows.length - row);
      placed.push({ cell, row, column, area: { row: firstRow + row, column: column + 1, rows: spanned, columns } });
    }
  }
  return placed;
}

/** Rows that come again on each page: the header, and the formulas under it. */
function writeRepeated(sheet: Sheet, rows: readonly (readonly TableCell[])[], table: TableBlock, look: CellLook): void {
  const placed = placeCells(rows, table.columns.length, sheet.nextRow);
  for (const { cell, area } of placed) setText(sheet, area, cell.inlines, look, table.source);
  const heights = rowHeightsPt(sheet, placed, rows.length, () => look);
  for (const [row, height] of heights.entries()) setHeight(sheet, sheet.nextRow + row, height, table.source);
  sheet.nextRow += rows.length;
}

/** Heights in which every text has room: first cells of one row, then what spanning cells need beyond that goes to their last row. */
function rowHeightsPt(sheet: Sheet, placed: readonly PlacedCell[], rows: number, lookOf: (cell: PlacedCell) => CellLook): readonly number[] {
  const heights = new Array<number>(rows).fill(lineHeightPt(1, sheet.style.sizes.tablePt));
  for (const one of [...placed].sort((a, b) => a.area.rows - b.area.rows)) {
    const span = heights.slice(one.row, one.row + one.area.rows);
    const missing = textHeightPt(sheet, one.area, one.cell.inlines, lookOf(one)) - span.reduce((sum, height) => sum + height, 0);
    if (missing > 0) heights[one.row + one.area.rows - 1]! += missing;
  }
  return heights;
}

function writeBody(sheet: Sheet, table: TableBlock, look: CellLook): void {
  const position: TablePosition = { table, firstBodyRow: sheet.nextRow, firstColumn: 1 };
  const placed = placeCells(
    table.rows.map(({ cells }) => cells),
    table.columns.length,
    sheet.nextRow,
  );
  const lookOf = ({ row, column }: PlacedCell): CellLook => ({
    ...look,
    bold: isBold(table.rows[row]!),
    align: table.columns[column]!.align,
  });
  for (const one of placed) writeBodyCell(sheet, one, lookOf(one), position);
  const heights = rowHeightsPt(sheet, placed, table.rows.length, lookOf);
  for (const [row, height] of heights.entries()) setHeight(sheet, sheet.nextRow + row, height, table.source);
  sheet.nextRow += table.rows.length;
}

/** As in the other formats: totals, subtotals, groups and ratios are bold, unless the inlines of the row say themselves how it looks. */
function isBold({ role, cells }: TableRow): boolean {
  return role !== 'item' && !cells.some(({ inlines }) => inlines.some(({ type }) => type === 'strong' || type === 'emphasis'));
}

function writeBodyCell(sheet: Sheet, { cell, row, column, area }: PlacedCell, look: CellLook, position: TablePosition): void {
  const { source } = position.table;
  const name = cellName(sheet, area.row, area.column);
  if (cell.value === undefined) {
    if (cell.formula) reportLoss(sheet, `công thức ở ${name} (ô không có giá trị)`, source);
    setText(sheet, area, cell.inlines, look, source);
    return;
  }
  const number = toNumberCell({ ...cell, value: cell.value });
  if (!number.ok) {
    reportLoss(sheet, `giá trị ở ${name} như một số: ${number.why}; ô ghi dạng chữ`, source);
    setText(sheet, area, cell.inlines, look, source);
    return;
  }
  if (number.lost !== undefined) reportLoss(sheet, `chữ «${number.lost}» ở ${name} (ô ghi số ${cell.value})`, source);
  sheet.openNotes.push(...notesIn(cell.inlines));
  // The mark of a note stands in the number format and looks like the figure.
  const runs = toTextRuns(cell.inlines, look).filter(({ raised }) => !raised);
  const all = (pick: 'bold' | 'italic'): boolean => (runs.length > 0 ? runs.every((run) => run[pick]) : look[pick]);
  setLook(sheet, area, { ...look, bold: all('bold'), italic: all('italic'), wrap: false, format: number.format });
  const target = sheet.worksheet.getCell(area.row, area.column);
  const formula = cell.formula && toSheetFormula(cell.formula, row, column, position);
  if (formula && !formula.ok) reportLoss(sheet, `công thức ở ${name}: ${formula.why}; ô ghi giá trị`, source);
  target.value = formula?.ok ? { formula: formula.formula, result: number.value } : number.value;
}
