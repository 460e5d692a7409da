/** Body rows of a table whose rows the source lists: hierarchy by looks, labels written once for a group, one cell over what a year did not measure, footnotes on figures. */
import type { Inline, TableCell, TableRow } from '../document/tree.js';
import type { Row } from '../statistics/dataset.js';
import { difference, evaluateCondition, formRule, quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Quantity } from '../statistics/dataset.js';
import { isNumeric, type Form, type FormColumn } from '../statistics/form.js';
import { formatFigure, formatPadded } from '../statistics/format-figure.js';
import { PROVINCES, provinceCount } from '../statistics/provinces.js';
import { matchesPattern } from '../statistics/row-pattern.js';
import { emphasised, figureCell, textCell } from './table-cells.js';
import type { FigureTrace } from './trace.js';

export interface ListedSetting {
  readonly trace: FigureTrace;
  /** Provinces and cities at the period's end: `so_tinh` of the conditions. */
  readonly provinces: number;
}

export function listedRows({ form, items }: DerivedTable, columns: readonly FormColumn[], setting: ListedSetting): readonly TableRow[] {
  const { print } = form;
  const printed = items.filter(({ id }) => !print.omitRows.some((pattern) => matchesPattern(id, pattern)));
  const heads = new Set(printed.map(({ parent }) => parent));
  const depths = new Map<string, number>();
  for (const { id, parent } of printed) depths.set(id, parent === undefined ? 0 : (depths.get(parent) ?? -1) + 1);
  const lines = printed.map((row, index): TableRow => {
    const isHead = heads.has(row.id) || row.role === 'group';
    const look = row.role === 'total' ? 'strong' : (print.looks[depths.get(row.id)!] ?? (isHead ? 'strong' : 'plain'));
    const cells = cellsOf(form, printed, index, columns, setting);
    const role = row.role === 'total' ? 'total' : isHead && look !== 'plain' ? 'group' : 'item';
    return { role, cells: look === 'emphasis' ? cells.map(emphasised) : cells };
  });
  return [...lines, ...differenceRow(form, items, columns, setting)];
}

function cellsOf(form: Form, rows: readonly Row[], index: number, columns: readonly FormColumn[], setting: ListedSetting): readonly TableCell[] {
  const { print } = form;
  const row = rows[index]!;
  const isAbsent = (one: Row | undefined): boolean => print.absent !== undefined && one !== undefined && one.role !== 'total' && print.absent.columns.every((id) => one.cells[id]?.kind !== 'number');
  const cells: TableCell[] = [];
  for (const [at, column] of columns.entries()) {
    if (row.role === 'total' && at === 0 && column.type === 'ordinal' && columns.length > 1) {
      cells.push({ ...textCell(row.label), colSpan: 2, align: 'centre' });
      continue;
    }
    if (row.role === 'total' && at === 1 && columns[0]!.type === 'ordinal') continue;
    if (print.merge.includes(column.id)) {
      const label = carriedText(rows, index, column.id);
      if (index > 0 && carriedText(rows, index - 1, column.id) === label) continue;
      let rowSpan = 1;
      while (index + rowSpan < rows.length && carriedText(rows, index + rowSpan, column.id) === label) rowSpan++;
      cells.push({ ...textCell(label), ...(rowSpan > 1 ? { rowSpan } : {}) });
      continue;
    }
    if (isAbsent(row) && print.absent!.columns.includes(column.id)) {
      if (column.id !== print.absent!.columns[0] || isAbsent(rows[index - 1])) continue;
      let rowSpan = 1;
      while (isAbsent(rows[index + rowSpan])) rowSpan++;
      cells.push({ ...textCell(print.absent!.text), colSpan: print.absent!.columns.length, ...(rowSpan > 1 ? { rowSpan } : {}), align: 'centre' });
      continue;
    }
    cells.push(cellOf(form, row, column, setting));
  }
  return cells;
}

/** What the cell says, or the row above where a label is written once for several rows. */
export function carriedText(rows: readonly Row[], index: number, column: string): string {
  for (let at = index; at >= 0; at--) {
    const cell = rows[at]!.cells[column];
    if (cell?.kind === 'text' && cell.text !== '') return cell.text;
  }
  return '';
}

function cellOf(form: Form, row: Row, column: FormColumn, setting: ListedSetting): TableCell {
  const cell = row.cells[column.id];
  if (!isNumeric(column)) return textCell(cell?.kind === 'text' ? cell.text : '');
  const quantity = quantityOf(cell);
  return quantity ? withNotes(form, row, column, numberCell(form, column, quantity, setting), setting) : textCell('');
}

/** A figure in the number form of its column: `print.numbers`, else the column's own decimals. */
export function columnText(form: Form, column: FormColumn, { value }: Quantity): string {
  const decimals = decimalsOf(form, column);
  return decimals === 0 && form.print.padded ? formatPadded(value) : formatFigure(value, decimals);
}

function decimalsOf(form: Form, column: FormColumn): number {
  return form.print.numbers[column.id]?.decimals ?? column.decimals;
}

function numberCell(form: Form, column: FormColumn, quantity: Quantity, { trace }: ListedSetting): TableCell {
  return figureCell({ text: columnText(form, column, quantity), quantity, decimals: decimalsOf(form, column) }, trace);
}

function withNotes(form: Form, row: Row, column: FormColumn, cell: TableCell, setting: ListedSetting): TableCell {
  const notes = cellNotes(form, row, column.id, setting);
  return notes.length === 0 ? cell : { ...cell, inlines: [...cell.inlines, ...notes] };
}

/** Footnotes declared for the column that the row calls for. */
export function cellNotes(form: Form, row: Row, column: string, setting: ListedSetting): readonly Inline[] {
  const figure = (id: string): Quantity | undefined => (id === PROVINCES ? provinceCount(setting.provinces) : quantityOf(row.cells[id]));
  return form.print.cellNotes
    .filter((note) => note.column === column && evaluateCondition(formRule(form, note.when), ({ column: id }) => figure(id)) === true)
    .map(({ text }): Inline => ({
      type: 'note',
      number: 0,
      inlines: text.split(/\{([a-z0-9_]+)\}/).flatMap((part, index): readonly Inline[] => {
        if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', text: part }];
        const quantity = figure(part);
        return quantity ? [setting.trace.print(formatFigure(quantity.value, 0), quantity)] : [];
      }),
    }));
}

/** «So sánh (2022 - 2021)»: one row minus another, computed here whether the source has such a row or not. */
function differenceRow(form: Form, items: readonly Row[], columns: readonly FormColumn[], setting: ListedSetting): readonly TableRow[] {
  const { difference: declared } = form.print;
  if (!declared) return [];
  const [now, before] = declared.of.map((id) => items.find((row) => row.id === id));
  if (!now || !before) return [];
  const cells = columns.map((column, at): TableCell => {
    if (at === 0) return textCell(declared.label);
    const [a, b] = [now, before].map((row) => quantityOf(row.cells[column.id]));
    return a && b && declared.columns.includes(column.id) ? numberCell(form, column, difference(a, b), setting) : textCell('');
  });
  return [{ role: 'total', cells }];
}
