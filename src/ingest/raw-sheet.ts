/** RawSheet: a grid of cells as a workbook, a CSV or a JSON gave it, each with its place. The one shape all readers deliver, so that tables are found in one way. */
import { cellAddress, parseCellAddress, type Place } from '../finding/place.js';

/** `formula`: where the value is the stored result of one. */
export type RawCell =
  | { readonly kind: 'blank' }
  /** `value`: exact plain decimal text. `written`: as it stands in the source. */
  | { readonly kind: 'number'; readonly value: string; readonly written: string; readonly formula?: string }
  | { readonly kind: 'text'; readonly text: string; readonly formula?: string }
  /** `iso`: YYYY-MM-DD, with Thh:mm:ss where the source has a time. */
  | { readonly kind: 'date'; readonly iso: string; readonly formula?: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly formula?: string }
  /** `code`: Excel's error value («#REF!»). */
  | { readonly kind: 'error'; readonly code: string; readonly formula?: string }
  | { readonly kind: 'formula-without-result'; readonly formula: string };

/** Rows and columns from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What the places of a sheet are called. */
export type SheetOrigin =
  | { readonly in: 'sheet'; readonly sheet: string }
  /** `lines[i]`: line of the file where row i+1 begins (a quoted field may hold line ends). */
  | { readonly in: 'csv'; readonly lines: readonly number[] }
  /** Row 1 is the column ids; row r is `hang[r-2]`. `base`: «$», or «$[1]» in a list of tables. */
  | { readonly in: 'json'; readonly base: string; readonly columns: readonly string[] };

/** What a JSON says about its table besides the rows; each text as written. */
export interface DeclaredTable {
  readonly form: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  /** «Đơn vị tính». */
  readonly measure?: string;
  readonly illustrative: boolean;
}

/** What Excel does not show. Rows and columns from 1, ascending. */
export interface HiddenParts {
  readonly sheet: boolean;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export interface RawSheet {
  readonly file: string;
  readonly origin: SheetOrigin;
  /** `rows[0]` is row 1; a row ends at its last cell that is not blank. Cells a merge covers are blank. */
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly Merge[];
  readonly declared?: DeclaredTable;
  /** Left out where everything shows. */
  readonly hidden?: HiddenParts;
}

export const BLANK: RawCell = { kind: 'blank' };

/** The cell at 1-based row and column; blank outside the grid. */
export function cellAt(sheet: RawSheet, row: number, column: number): RawCell {
  return sheet.rows[row - 1]?.[column - 1] ?? BLANK;
}

export function isBlank(cell: RawCell): boolean {
  return cell.kind === 'blank' || (cell.kind === 'text' && cell.text.trim() === '');
}

/** What a person reads in the cell, trimmed; empty where it is blank. */
export function cellText(cell: RawCell): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'number':
      return cell.written;
    case 'text':
      return cell.text.trim();
    case 'date':
      return cell.iso;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.code;
    case 'formula-without-result':
      return `=${cell.formula}`;
  }
}

/** The place of a cell, or of a row where no column is given. */
export function placeOf(sheet: RawSheet, row: number, column?: number): Place {
  const { file, origin } = sheet;
  switch (origin.in) {
    case 'sheet':
      return { in: 'sheet', file, sheet: origin.sheet, cell: cellAddress(row, column ?? 1) };
    case 'csv':
      return { in: 'csv', file, line: origin.lines[row - 1] ?? row, ...(column === undefined ? {} : { column }) };
    case 'json': {
      const path = row === 1 ? `${origin.base}.hang` : `${origin.base}.hang[${row - 2}]`;
      const id = column === undefined || row === 1 ? undefined : origin.columns[column - 1];
      return { in: 'json', file, path: id === undefined ? path : path + jsonStep(id) };
    }
  }
}

/** Row and column of a place that `placeOf` gave for a cell of this sheet; undefined for any other place. */
export function cellOfPlace(sheet: RawSheet, place: Place): { row: number; column: number } | undefined {
  const { file, origin } = sheet;
  if (place.file !== file) return undefined;
  if (place.in === 'sheet' && origin.in === 'sheet' && place.sheet === origin.sheet) return parseCellAddress(place.cell ?? '');
  if (place.in === 'csv' && origin.in === 'csv') return { row: origin.lines.indexOf(place.line) + 1, column: place.column ?? 1 };
  return undefined;
}

/** «.ten» for a plain key, «["tên cột"]» for any other. */
export function jsonStep(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** A merge that covers the cell, its own top left included. */
export function mergeAt(sheet: RawSheet, row: number, column: number): Merge | undefined {
  return sheet.merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
}
