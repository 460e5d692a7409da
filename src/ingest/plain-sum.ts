/** Formulas that only add cells of their own sheet: the one kind whose result can be told without Excel. */
import { parseCellAddress } from '../finding/place.js';
import { exact, ZERO, type Exact } from '../statistics/exact.js';
import { cellAt, type RawCell, type RawSheet } from './raw-sheet.js';

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const RANGE = `${CELL}(?::${CELL})?`;
const SUM = new RegExp(String.raw`^\+?(?:SUM\(|SUBTOTAL\(9[,;])(${RANGE}(?:[,;]${RANGE})*)\)$`, 'i');
const CHAIN = new RegExp(String.raw`^[+-]?${CELL}(?:[+-]${CELL})*$`, 'i');

/** «SUM(C8:C24)», «SUM(C8,C9:C12)», «SUBTOTAL(9,C8:C24)», «C8+C9-C10». */
function isPlainSum(formula: string): boolean {
  const plain = tidy(formula);
  return SUM.test(plain) || CHAIN.test(plain);
}

/** Whether it is a SUM of just these rows of one column, each once; rows between them that hold no figure change nothing. */
export function sumsJust(sheet: RawSheet, formula: string, column: number, rows: readonly number[]): boolean {
  const counted: number[] = [];
  for (const range of SUM.exec(tidy(formula))?.[1]?.split(/[,;]/) ?? []) {
    const [from, to = from] = range.split(':').map((address) => parseCellAddress(address.toUpperCase()));
    if (!from || !to || from.column !== column || to.column !== column) return false;
    for (let row = from.row; row <= Math.min(to.row, sheet.rows.length); row++) {
      const { kind } = cellAt(sheet, row, column);
      if (rows.includes(row) || (kind !== 'blank' && kind !== 'text')) counted.push(row);
    }
  }
  return counted.length === rows.length && rows.every((row) => counted.includes(row));
}

/** Whether it adds cells of this row alone, as the formula of a column does. */
export function sumsWithinRow(formula: string, row: number): boolean {
  return isPlainSum(formula) && [...tidy(formula).matchAll(/[A-Z]+(\d+)/gi)].every(([, at]) => Number(at) === row);
}

/** What the formula gives today; undefined where it is no plain sum, or adds a cell that holds no number. */
export function plainSum(sheet: RawSheet, formula: string): Exact | undefined {
  const plain = tidy(formula);
  const ranges = SUM.exec(plain)?.[1];
  if (ranges !== undefined) return addRanges(sheet, ranges.split(/[,;]/));
  if (!CHAIN.test(plain)) return undefined;
  let total = ZERO;
  for (const [, sign, address] of plain.matchAll(/([+-]?)([A-Z]+\d+)/gi)) {
    const value = valueOf(cellIn(sheet, address!));
    if (value === undefined) return undefined;
    total = sign === '-' ? total.sub(value) : total.add(value);
  }
  return total;
}

function addRanges(sheet: RawSheet, ranges: readonly string[]): Exact | undefined {
  let total = ZERO;
  for (const range of ranges) {
    const [from, to] = range.split(':').map((address) => parseCellAddress(address.toUpperCase()));
    if (!from) return undefined;
    const { row: bottom, column: right } = to ?? from;
    for (let row = from.row; row <= Math.min(bottom, sheet.rows.length); row++) {
      for (let column = from.column; column <= Math.min(right, sheet.rows[row - 1]!.length); column++) {
        // SUM takes no notice of texts.
        const cell = cellAt(sheet, row, column);
        const value = cell.kind === 'text' ? ZERO : valueOf(cell);
        if (value === undefined) return undefined;
        total = total.add(value);
      }
    }
  }
  return total;
}

function cellIn(sheet: RawSheet, address: string): RawCell {
  const { row, column } = parseCellAddress(address.toUpperCase()) ?? { row: 0, column: 0 };
  return cellAt(sheet, row, column);
}

/** A percentage is read as it is shown, not as it is stored: its sums are not ours to follow. */
function valueOf(cell: RawCell): Exact | undefined {
  if (cell.kind === 'blank') return ZERO;
  return cell.kind === 'number' && !cell.written.endsWith('%') ? exact(cell.value) : undefined;
}

function tidy(formula: string): string {
  return formula.replace(/[\s$]/g, '').replace(/^=/, '');
}
