/** One worksheet while it is filled from the top: where the next row goes, the widths it has, and what could not be expressed. */
import type { Worksheet } from 'exceljs';
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import { cellAddress } from '../../finding/place.js';
import type { Inline, SourceLine } from '../../document/tree.js';
import { notesIn } from '../../document/walk.js';
import type { PageStyle } from '../style.js';
import { ZERO_WIDTH_SPACE } from '../formula-row.js';
import { wrapText } from '../text-width.js';
import { escapeStoredText, looksLikeFormula, toTextRuns, unwritableCharacters, withoutUnwritable } from './cell-text.js';
import { toFont, toStyle, type CellLook } from './cell-style.js';
import { CELL_PADDING_PT } from './sheet-columns.js';

export interface Sheet {
  readonly worksheet: Worksheet;
  /** Stands for the file where a block does not know its template line. */
  readonly documentTitle: string;
  readonly style: PageStyle;
  readonly widthsPt: readonly number[];
  readonly findings: Finding[];
  /** Header rows of its tables, both included. */
  readonly headers: { readonly first: number; readonly last: number }[];
  /** Notes whose marks are written and whose texts are not yet. */
  readonly openNotes: NoteInline[];
  nextRow: number;
}

type NoteInline = Extract<Inline, { type: 'note' }>;

/** A rectangle of cells, rows and columns from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Characters Excel takes in one cell. */
const LONGEST_TEXT = 32_767;
/** Greatest height of a row, in points. */
const HIGHEST_ROW_PT = 409;
/** Times New Roman stands on 1,15 times its size. */
const LINE_SPACING = 1.18;
const ROW_PADDING_PT = 2;
/** Raised signs are about this much of the others. */
const RAISED_SIZE = 0.65;

export function reportLoss(sheet: Sheet, what: string, source: SourceLine | undefined): void {
  const place = source
    ? ({ in: 'text', file: source.file, line: source.line } as const)
    : ({ in: 'sheet', file: sheet.documentTitle, sheet: sheet.worksheet.name } as const);
  sheet.findings.push(found('not-expressible', place, { what, format: 'XLSX' }));
}

/** «ô C9 trang «Phụ lục I»», for messages. */
export function cellName(sheet: Sheet, row: number, column: number): string {
  return `ô ${cellAddress(row, column)} trang «${sheet.worksheet.name}»`;
}

/** Merges an area where it is more than one cell and gives each of its cells the look: borders are drawn by every cell of a merge. */
export function setLook(sheet: Sheet, area: Area, look: CellLook): void {
  const bottom = area.row + area.rows - 1;
  const right = area.column + area.columns - 1;
  if (area.rows > 1 || area.columns > 1) sheet.worksheet.mergeCellsWithoutStyle(area.row, area.column, bottom, right);
  for (let row = area.row; row <= bottom; row++) {
    for (let column = area.column; column <= right; column++) sheet.worksheet.getCell(row, column).style = toStyle(look);
  }
}

/** Text into the first cell of an area; the texts of its notes are to follow. */
export function setText(sheet: Sheet, area: Area, inlines: readonly Inline[], look: CellLook, source: SourceLine | undefined): void {
  sheet.openNotes.push(...notesIn(inlines));
  writeText(sheet, area, inlines, look, source);
}

/** Never a formula, whatever it begins with. */
function writeText(sheet: Sheet, area: Area, inlines: readonly Inline[], look: CellLook, source: SourceLine | undefined): void {
  const written = toTextRuns(inlines, look);
  const unwritable = unwritableCharacters(written.map((run) => run.text).join(''));
  if (unwritable.length > 0) reportLoss(sheet, `ký tự ${unwritable.join(', ')} ở ${cellName(sheet, area.row, area.column)}`, source);
  const runs = written.map((run) => ({ ...run, text: withoutUnwritable(run.text) }));
  const text = runs.map((run) => run.text).join('');
  // Text format keeps a text beginning with = + - @ a text when someone opens the cell and confirms it.
  setLook(sheet, area, looksLikeFormula(text) ? { ...look, format: '@' } : look);
  if (text.length > LONGEST_TEXT) reportLoss(sheet, `trọn vẹn đoạn ${text.length} ký tự ở ${cellName(sheet, area.row, area.column)} (nhiều nhất ${LONGEST_TEXT})`, source);
  const cell = sheet.worksheet.getCell(area.row, area.column);
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only) {
    cell.font = toFont({ ...look, ...only });
    cell.value = escapeStoredText(only.text.slice(0, LONGEST_TEXT));
  } else if (text.length > LONGEST_TEXT) {
    cell.value = escapeStoredText(text.slice(0, LONGEST_TEXT));
  } else if (runs.length > 1) {
    cell.value = { richText: runs.map((run) => ({ text: escapeStoredText(run.text), font: toFont({ ...look, ...run }) })) };
  }
}

/** A line over the whole width of the sheet, in the next row. */
export function addLine(sheet: Sheet, inlines: readonly Inline[], look: CellLook, source?: SourceLine): void {
  sheet.openNotes.push(...notesIn(inlines));
  writeLine(sheet, inlines, look, source);
}

function writeLine(sheet: Sheet, inlines: readonly Inline[], look: CellLook, source: SourceLine | undefined): void {
  const area: Area = { row: sheet.nextRow++, column: 1, rows: 1, columns: sheet.widthsPt.length };
  writeText(sheet, area, inlines, look, source);
  setHeight(sheet, area.row, textHeightPt(sheet, area, inlines, look), source);
}

/** Texts of the notes so far, each on a line behind its mark: Excel has no foot of a page. */
export function addNotes(sheet: Sheet, look: CellLook, source?: SourceLine): void {
  for (let note = sheet.openNotes.shift(); note !== undefined; note = sheet.openNotes.shift()) {
    writeLine(sheet, [{ ...note, inlines: [] }, { type: 'text', text: ' ' }, ...note.inlines], look, source);
    sheet.openNotes.push(...notesIn(note.inlines));
  }
}

export function lineHeightPt(lines: number, sizePt: number): number {
  return lines * sizePt * LINE_SPACING + ROW_PADDING_PT;
}

/** Height a text takes in an area: Excel fits no row to merged cells, and LibreOffice none that comes without a height. */
export function textHeightPt(sheet: Sheet, { column, columns }: Area, inlines: readonly Inline[], look: CellLook): number {
  const widthPt = sheet.widthsPt.slice(column - 1, column - 1 + columns).reduce((sum, one) => sum + one, 0) - CELL_PADDING_PT;
  const text = toTextRuns(inlines, look)
    .map((run) => (run.raised ? run.text.slice(0, Math.ceil(run.text.length * RAISED_SIZE)) : run.text))
    .join('')
    .replaceAll(ZERO_WIDTH_SPACE, ' ');
  return lineHeightPt(wrapText(text, look.sizePt, look, widthPt).length, look.sizePt);
}

export function setHeight(sheet: Sheet, row: number, heightPt: number, source: SourceLine | undefined): void {
  if (heightPt > HIGHEST_ROW_PT) reportLoss(sheet, `trọn vẹn chiều cao của đoạn ở ${cellName(sheet, row, 1)}`, source);
  sheet.worksheet.getRow(row).height = Math.min(Math.round(heightPt * 4) / 4, HIGHEST_ROW_PT);
}
