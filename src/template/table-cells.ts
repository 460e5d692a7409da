/** Cells of a printed table: words, and figures with their trace. Shared by plain tables, tables set crosswise and grouped ones. */
import type { CellFormula, Inline, TableCell } from '../document/tree.js';
import type { Quantity } from '../statistics/dataset.js';
import { toDecimalText } from '../statistics/exact.js';
import type { FigureTrace } from './trace.js';

export function textCell(text: string): TableCell {
  return { inlines: text === '' ? [] : [{ type: 'text', text }] };
}

export interface PrintedCell {
  readonly text: string;
  readonly quantity?: Quantity;
  readonly decimals?: number;
  readonly formula?: CellFormula;
  /** Printed behind the figure: «(*)». */
  readonly mark?: string;
}

export function figureCell({ text, quantity, decimals, formula, mark }: PrintedCell, trace: FigureTrace): TableCell {
  if (!quantity) return textCell(text);
  const inlines: Inline[] = [trace.print(text, quantity)];
  if (mark) inlines.push({ type: 'text', text: mark });
  return {
    inlines,
    value: toDecimalText(quantity.value),
    ...(decimals === undefined ? {} : { decimals }),
    ...(formula === undefined ? {} : { formula }),
  };
}

export function emphasised(cell: TableCell): TableCell {
  return cell.inlines.length > 0 ? { ...cell, inlines: [{ type: 'emphasis', children: cell.inlines }] } : cell;
}
