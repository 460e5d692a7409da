/** One worksheet's XML reduced to rows and cells that hold something: what exceljs never sees cannot hang it. */
import { cellAddress, parseCellAddress } from '../finding/place.js';
import type { HiddenParts, Merge } from './raw-sheet.js';
import { attributesOf, decodeEntities, isWellNested, xmlTags, type XmlTag } from './xml-tags.js';

/** No table of an office is longer or wider; a cell beyond says that something else was filled in. */
const LAST_ROW = 100_000;
const LAST_COLUMN = 1_000;

/** A merge of more cells is a slip of the mouse, and would be expanded cell by cell. */
const LARGEST_MERGE = 10_000;

export type CleanedWorksheet =
  | { readonly ok: true; readonly xml: string; readonly merges: readonly Merge[]; readonly hidden: Omit<HiddenParts, 'sheet'>; readonly cells: number }
  | { readonly ok: false; readonly reason: string };

const NUMBER_TEXT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * Keeps `row` and `c` of `sheetData` with address, type and style; everything else of the sheet (validations, drawings, columns,
 * conditional formats, extensions…) is left out. Addresses that the file leaves out are filled in; merges come back as data.
 */
export function cleanWorksheet(xml: string): CleanedWorksheet {
  const kept: string[] = [];
  const merges: Merge[] = [];
  const hidden = { rows: [] as number[], columns: [] as number[] };
  let inData = false;
  let dataClosed = false;
  let cells = 0;
  let row = 0;
  let column = 0;
  let rowIsWritten = false;
  let cell: OpenCell | undefined;
  const refuse = (reason: string): CleanedWorksheet => ({ ok: false, reason });

  for (const tag of xmlTags(xml)) {
    if (!inData) {
      if (tag.name === 'sheetData' && tag.kind !== 'close') {
        inData = tag.kind === 'open';
        dataClosed = tag.kind === 'empty';
      } else if (tag.name === 'col' && tag.kind !== 'close') {
        hidden.columns.push(...hiddenColumns(attributesOf(xml, tag)));
      } else if (tag.name === 'mergeCell' && tag.kind !== 'close') {
        const merge = parseRange(attributesOf(xml, tag).get('ref') ?? '');
        if (merge && (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= LARGEST_MERGE) merges.push(merge);
      }
      continue;
    }
    if (tag.name === 'sheetData') {
      inData = false;
      dataClosed = true;
      if (rowIsWritten) kept.push('</row>');
    } else if (tag.name === 'row' && tag.kind !== 'close') {
      if (rowIsWritten) kept.push('</row>');
      rowIsWritten = false;
      const attributes = attributesOf(xml, tag);
      const written = attributes.get('r');
      const number = written === undefined ? row + 1 : Number(written);
      if (!Number.isInteger(number) || number <= row) return refuse(`dòng «${written}» sai thứ tự`);
      row = number;
      column = 0;
      if (isHidden(attributes, 'ht')) hidden.rows.push(row);
    } else if (tag.name === 'c' && tag.kind !== 'close') {
      const attributes = attributesOf(xml, tag);
      const address = parseAddress(attributes.get('r'), row, column + 1);
      if (!address || address.row !== row || address.column <= column) return refuse(`ô «${attributes.get('r')}» sai vị trí`);
      column = address.column;
      cell = tag.kind === 'open' ? { attributes, tag } : undefined;
    } else if (tag.name === 'c') {
      const text = cell && writeCell(xml, cell, cellAddress(row, column), tag);
      cell = undefined;
      if (text === undefined) continue;
      if (row > LAST_ROW || column > LAST_COLUMN) {
        return refuse(`ô ${cellAddress(row, column)} nằm ngoài ${LAST_ROW} dòng, ${LAST_COLUMN} cột mà một bảng số liệu có thể có`);
      }
      if (!rowIsWritten) kept.push(`<row r="${row}">`);
      rowIsWritten = true;
      kept.push(text);
      cells++;
    } else if (cell) {
      noteChild(cell, tag);
    }
  }
  if (!dataClosed) return refuse('nội dung trang tính bị cắt');
  if (!isWellNested(xml)) return refuse('nội dung bị hỏng (XML sai)');
  return { ok: true, xml: `${SHEET_HEAD}${kept.join('')}</sheetData></worksheet>`, merges, hidden, cells };
}

const SHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';

/** A cell whose end has not been seen, with what matters of its children. */
interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly tag: XmlTag;
  hasFormula?: boolean;
  hasInlineText?: boolean;
  valueStart?: number;
  valueEnd?: number;
}

function noteChild(cell: OpenCell, tag: XmlTag): void {
  if (tag.name === 'f') cell.hasFormula = true;
  if (tag.name === 'is') cell.hasInlineText = true;
  if (tag.name === 'v' && tag.kind === 'open') cell.valueStart = tag.end;
  if (tag.name === 'v' && tag.kind === 'close') cell.valueEnd = tag.start;
}

/** The cell with address, style and type; undefined where it holds nothing. */
function writeCell(xml: string, cell: OpenCell, address: string, close: XmlTag): string | undefined {
  const { attributes, tag, hasFormula, hasInlineText, valueStart, valueEnd } = cell;
  const value = valueStart === undefined ? '' : decodeEntities(xml.slice(valueStart, valueEnd ?? close.start));
  let type = attributes.get('t') ?? 'n';
  // A formula whose result is the empty text shows nothing; exceljs could not tell it from one without result.
  if (value === '' && !hasInlineText && (!hasFormula || type === 'str')) return undefined;
  // exceljs reads a number as far as it goes (12abc → 12, an ISO date → its year) and rounds one beyond 2^53: such a value is kept as text instead.
  if (type === 'd' || (type === 'n' && value !== '' && !isExactNumber(value))) type = 'str';
  const style = /^\d+$/.test(attributes.get('s') ?? '') ? ` s="${attributes.get('s')}"` : '';
  const safeType = /^[a-zA-Z]+$/.test(type) ? type : 'n';
  return `<c r="${address}"${style} t="${safeType}">${xml.slice(tag.end, close.start)}</c>`;
}

/** Whether a double holds it as it stands. 2^53 itself may be what is left of 2^53 + 1. */
function isExactNumber(text: string): boolean {
  return NUMBER_TEXT.test(text) && Math.abs(Number(text)) < 2 ** 53;
}

/** Hidden by a person or a filter, or drawn to nothing. */
function isHidden(attributes: ReadonlyMap<string, string>, size: 'ht' | 'width'): boolean {
  return /^(?:1|true)$/.test(attributes.get('hidden') ?? '') || Number(attributes.get(size) ?? 1) === 0;
}

function hiddenColumns(attributes: ReadonlyMap<string, string>): readonly number[] {
  const [min, max] = ['min', 'max'].map((name) => Number(attributes.get(name))) as [number, number];
  if (!isHidden(attributes, 'width') || !(min >= 1) || !(max >= min)) return [];
  return Array.from({ length: Math.min(max, LAST_COLUMN) - Math.min(min, LAST_COLUMN) + 1 }, (_, index) => min + index);
}

function parseAddress(written: string | undefined, row: number, column: number): { row: number; column: number } | undefined {
  return written === undefined ? { row, column } : parseCellAddress(written);
}

function parseRange(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(parseCellAddress);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
