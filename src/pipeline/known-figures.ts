/** What a sentence of a period may speak of: every figure of its tables by row and column, and the rates a document prints. */
import type { KnownFigure } from '../check/prose/subject.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import { numericColumns, type FormColumn } from '../statistics/form.js';
import type { PrintedFigure } from '../template/trace.js';

/** Rates are printed with two decimals. */
const RATE_DECIMALS = 2;

export function knownFigures(tables: readonly DerivedTable[]): readonly KnownFigure[] {
  return tables.flatMap((table) => {
    const columns = numericColumns(table.form);
    const known = (label: string, column: FormColumn, quantity: KnownFigure['quantity'] | undefined, percent: boolean): readonly KnownFigure[] =>
      quantity ? [{ quantity, name: `${label}, ${column.path.join(': ')}`, decimals: percent ? RATE_DECIMALS : column.decimals, percent }] : [];
    const rows = table.items.flatMap((row) => {
      const measure = row.cells['don_vi_tinh'];
      const isPercent = measure?.kind === 'text' && measure.text.trim() === '%';
      return columns.flatMap((column) => known(row.label, column, quantityOf(row.cells[column.id]), isPercent || /%|^Tỷ lệ/.test(column.path.at(-1)!)));
    });
    const totals = columns.flatMap((column) => known(table.form.total?.label ?? '', column, table.total[column.id], false));
    const rates = columns.flatMap((column) => known(table.form.ratio?.label ?? '', column, table.ratio[column.id], true));
    return [...rows, ...totals, ...rates];
  });
}

/** Rates a document computes and prints; its counts are cells and totals of the tables already. */
export function printedRates(printed: Iterable<PrintedFigure>): readonly KnownFigure[] {
  return [...printed]
    .filter(({ text, quantity }) => text.includes('%') && quantity.origin.kind === 'derivation')
    .map(({ quantity }) => ({ quantity, name: '', decimals: RATE_DECIMALS, percent: true }));
}
