/** A form and its derived table → the table block on the page: header tree, item rows, total, ratio row, notes. */
import type { CellFormula, Inline, TableBlock, TableCell, TableColumn, TableRow } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { toDecimalText } from '../statistics/exact.js';
import { isNumeric, type Form, type FormColumn, type HeaderNode } from '../statistics/form.js';
import { formatExact, formatFigure } from '../statistics/format-figure.js';
import type { FigureTrace } from './trace.js';

const ILLUSTRATIVE: Inline = { type: 'emphasis', children: [{ type: 'text', text: '(Số liệu minh họa)' }] };
/** Printed where a rate has no base: nothing occurred. */
const NO_RATE = '-';

export function toTableBlock(id: string, table: DerivedTable, trace: FigureTrace, findings: Finding[]): TableBlock {
  const { form, items } = table;
  const rows: TableRow[] = items.map((row, index) => ({ role: 'item', cells: itemCells(form, row, index, trace) }));
  const lastRow = rows.length - 1;
  if (form.total) {
    const sum: CellFormula = { kind: 'sum', firstRow: 0, lastRow };
    rows.push(summaryRow('total', form, form.total.label, (column) => {
      const quantity = table.total[column.id];
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
  return {
    type: 'table',
    id,
    columns: form.columns.map(toColumn),
    header: headerRows(form),
    rows,
    ...(form.unit === undefined ? {} : { unitLine: `Đơn vị tính: ${form.unit}` }),
    notes: [
      ...form.notes.map((note): readonly Inline[] => [{ type: 'text', text: note }]),
      ...(table.source.illustrative ? [[ILLUSTRATIVE]] : []),
    ],
  };
}

function toColumn({ id, type, weight }: FormColumn): TableColumn {
  const align = type === 'ordinal' || type === 'code' ? 'centre' : type === 'unit' || type === 'text' ? 'left' : 'right';
  return { id, align, weight };
}

/** Header rows with spans from the tree: a group spans its leaves, a leaf runs down to the last header row. */
function headerRows(form: Form): readonly (readonly TableCell[])[] {
  const depth = Math.max(...form.columns.map(({ path }) => path.length));
  const rows: TableCell[][] = Array.from({ length: depth }, () => []);
  const leaves = (node: HeaderNode): number => (node.kind === 'leaf' ? 1 : node.children.reduce((sum, child) => sum + leaves(child), 0));
  const place = (nodes: readonly HeaderNode[], row: number): void => {
    for (const node of nodes) {
      const rowSpan = node.kind === 'leaf' ? depth - row : 1;
      const colSpan = leaves(node);
      rows[row]!.push({
        inlines: [{ type: 'text', text: node.text }],
        ...(colSpan > 1 ? { colSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      });
      if (node.kind === 'group') place(node.children, row + 1);
    }
  };
  place(form.header, 0);
  return rows;
}

function itemCells(form: Form, row: Row, index: number, trace: FigureTrace): readonly TableCell[] {
  return form.columns.map((column): TableCell => {
    if (column.type === 'ordinal') return textCell(String(index + 1));
    if (column.type === 'unit' || column.type === 'code') return textCell(row.label);
    const cell = row.cells[column.id];
    if (!isNumeric(column)) return textCell(cell?.kind === 'text' ? cell.text : '');
    const quantity = quantityOf(cell);
    if (!quantity) return textCell('');
    return figureCell({ text: column.type === 'count' ? formatFigure(quantity.value, 0) : formatExact(quantity.value), quantity, decimals: 0 }, trace);
  });
}

function textCell(text: string): TableCell {
  return { inlines: text === '' ? [] : [{ type: 'text', text }] };
}

interface PrintedCell {
  readonly text: string;
  readonly quantity?: Quantity;
  readonly decimals?: number;
  readonly formula?: CellFormula;
  readonly mark?: string;
}

function figureCell({ text, quantity, decimals, formula, mark }: PrintedCell, trace: FigureTrace): TableCell {
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

/** Total or ratio row: the label spans a leading ordinal column, which has no number here. */
function summaryRow(
  role: 'total' | 'ratio',
  form: Form,
  label: string,
  cellOf: (column: FormColumn) => PrintedCell | undefined,
  trace: FigureTrace,
  emphasised = false,
): TableRow {
  const dress = (cell: TableCell): TableCell =>
    emphasised && cell.inlines.length > 0 ? { ...cell, inlines: [{ type: 'emphasis', children: cell.inlines }] } : cell;
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
