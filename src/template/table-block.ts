/** A form and its derived table → the table block on the page: header tree, rows, total, ratio row, notes. Tables of listed rows, set crosswise or grouped have their rows from the files named after them. */
import type { CellFormula, Inline, TableBlock, TableCell, TableColumn, TableRow } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Cell, Row } from '../statistics/dataset.js';
import { isNumeric, type Form, type FormColumn } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import { groupedColumns, groupedRows } from './grouped-block.js';
import { listedRows, type ListedSetting } from './listed-rows.js';
import { crossTable } from './pivot-block.js';
import { emphasised, figureCell, textCell, type PrintedCell } from './table-cells.js';
import { formulaRow, headerRows, printedHeader } from './table-header.js';
import type { FigureTrace } from './trace.js';

export const ILLUSTRATIVE: Inline = { type: 'emphasis', children: [{ type: 'text', text: '(Số liệu minh họa)' }] };
/** Printed where a rate has no base: nothing occurred. */
const NO_RATE = '-';
/** The sign of statistical tables for what occurred and was not counted. */
const NOT_COUNTED = '…';
const NOT_COUNTED_NOTE: Inline = { type: 'text', text: `(${NOT_COUNTED}) Không tính được từ số liệu các tháng.` };

export interface TableSetting extends ListedSetting {
  readonly findings: Finding[];
  /** Another table of the document by the id of its form. */
  readonly tableOf: (form: string) => DerivedTable | undefined;
}

export function toTableBlock(id: string, table: DerivedTable, setting: TableSetting): TableBlock {
  const { form } = table;
  return {
    type: 'table',
    id,
    ...bodyOf(table, setting),
    ...(form.unit === undefined ? {} : { unitLine: `Đơn vị tính: ${form.unit}` }),
    notes: [
      ...form.notes.map((note): readonly Inline[] => [{ type: 'text', text: note }]),
      ...(form.columns.some((column) => isNotCounted(table, column)) ? [[NOT_COUNTED_NOTE]] : []),
      ...(table.source.illustrative ? [[ILLUSTRATIVE]] : []),
    ],
  };
}

function bodyOf(table: DerivedTable, setting: TableSetting): Pick<TableBlock, 'columns' | 'header' | 'formulaRow' | 'rows'> {
  const { form } = table;
  const { pivot, grouped } = form.print;
  if (pivot) {
    const { header, ...rest } = crossTable(table, pivot, setting);
    return { ...rest, header: headerRows(header) };
  }
  if (grouped) {
    const rows = groupedRows(table, grouped, setting.tableOf(grouped.explained.form), setting.trace);
    return { columns: groupedColumns(), header: headerRows(grouped.headers.map((text) => ({ text }))), rows };
  }
  const columns = form.columns.filter((column) => !form.print.omit.includes(column.id));
  return {
    columns: columns.map(toColumn),
    header: headerRows(printedHeader(form)),
    ...(form.print.formulaRow ? { formulaRow: formulaRow(form, columns) } : {}),
    rows: form.rows === 'listed' ? listedRows(table, columns, setting) : declaredRows(table, setting),
  };
}

/** A column that the months of the period do not tell. */
function isNotCounted({ items }: DerivedTable, { id }: FormColumn): boolean {
  return items.length > 0 && items.every(({ cells }) => isUncounted(cells[id]));
}

function isUncounted(cell: Cell | undefined): boolean {
  return cell?.kind === 'absent' && cell.why === 'not-rolled-up';
}

/** Rows of units or codes, then the total and the ratio row of the form. */
function declaredRows(table: DerivedTable, { trace, findings }: TableSetting): readonly TableRow[] {
  const { form, items } = table;
  const rows: TableRow[] = items.map((row, index) => ({ role: 'item', cells: itemCells(form, row, index, trace) }));
  const lastRow = rows.length - 1;
  if (form.total) {
    const sum: CellFormula = { kind: 'sum', firstRow: 0, lastRow };
    rows.push(summaryRow('total', form, form.total.label, (column) => {
      const quantity = table.total[column.id];
      if (isNotCounted(table, column)) return { text: NOT_COUNTED };
      return quantity && { text: formatFigure(quantity.value, 0), quantity, decimals: 0, formula: sum };
    }, trace));
  }
  if (form.ratio) {
    const { cells, label } = form.ratio;
    const totalRow = rows.length - 1;
    const undefinedRates: string[] = [];
    rows.push(summaryRow('ratio', form, label, (column) => {
      const cell = cells[column.id];
      if (!cell) return undefined;
      const quantity = table.ratio[column.id];
      if (isNotCounted(table, column)) return { text: NOT_COUNTED + (cell.mark ?? '') };
      if (!quantity) {
        undefinedRates.push(column.path.at(-1)!);
        return { text: NO_RATE };
      }
      const formula: CellFormula = { kind: 'rule', rule: cell.rule, row: totalRow };
      return { text: formatFigure(quantity.value, cell.decimals), quantity, decimals: cell.decimals, formula, ...(cell.mark === undefined ? {} : { mark: cell.mark }) };
    }, trace, form.ratio.emphasis === 'emphasis'));
    if (undefinedRates.length > 0) {
      const columns = undefinedRates.map((header) => `«${header}»`).join(', ');
      findings.push(found('rate-undefined', table.source.place, { row: label, columns }));
    }
  }
  return rows;
}

function toColumn({ id, type, weight }: FormColumn): TableColumn {
  const align = type === 'ordinal' || type === 'code' ? 'centre' : type === 'unit' || type === 'text' ? 'left' : 'right';
  return { id, align, weight };
}

function itemCells(form: Form, row: Row, index: number, trace: FigureTrace): readonly TableCell[] {
  return form.columns.map((column): TableCell => {
    if (column.type === 'ordinal') return textCell(String(index + 1));
    if (column.type === 'unit' || column.type === 'code') return textCell(row.label);
    const cell = row.cells[column.id];
    if (!isNumeric(column)) return textCell(cell?.kind === 'text' ? cell.text : '');
    const quantity = quantityOf(cell);
    if (!quantity) return textCell(isUncounted(cell) ? NOT_COUNTED : '');
    return figureCell({ text: column.type === 'count' ? formatFigure(quantity.value, 0) : formatExact(quantity.value), quantity, decimals: 0 }, trace);
  });
}

/** Total or ratio row: the label spans a leading ordinal column, which has no number here. */
function summaryRow(
  role: 'total' | 'ratio',
  form: Form,
  label: string,
  cellOf: (column: FormColumn) => PrintedCell | undefined,
  trace: FigureTrace,
  italic = false,
): TableRow {
  const dress = (cell: TableCell): TableCell => (italic ? emphasised(cell) : cell);
  const [first, ...rest] = form.columns;
  const spans = first?.type === 'ordinal' && rest.length > 0;
  const labelled: TableCell = { ...textCell(label), ...(spans ? { colSpan: 2 } : {}) };
  const others = form.columns.slice(spans ? 2 : 1);
  return {
    role,
    cells: [dress(labelled), ...others.map((column) => {
      const printed = isNumeric(column) ? cellOf(column) : undefined;
      return dress(printed ? figureCell(printed, trace) : textCell(''));
    })],
  };
}
