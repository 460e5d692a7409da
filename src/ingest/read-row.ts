/** The cells of one row under the columns of a form. */
import type { Finding } from '../finding/finding.js';
import type { Cell, RowRole } from '../statistics/dataset.js';
import { isNumeric, type Form, type FormColumn } from '../statistics/form.js';
import { nameKey } from '../statistics/unit-list.js';
import { headerLine, type FoundTable } from './found-table.js';
import { headerKey } from './header-text.js';
import { sumsJust, sumsWithinRow } from './plain-sum.js';
import { cellAt, cellText, isBlank, placeOf } from './raw-sheet.js';
import { readFigure, readText, type FigureRule } from './read-figure.js';

/** The rows that have figures of their own; and the outermost of a hierarchy. */
export type Addends = readonly (readonly number[])[];

export interface RowReading {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly findings: readonly Finding[];
}

/** `addends`: the sets of rows that a total may add. `label`: the row's name in findings. A column the source does not have is absent without a finding: it is derived, optional, or reported once at the header. */
export function readRow(table: FoundTable, row: number, label: string, role: RowRole, illustrative: boolean, addends: Addends): RowReading {
  const { sheet, form, match } = table;
  const cells: Record<string, Cell> = {};
  const blank = new Set<string>();
  const findings: { readonly column: FormColumn; readonly finding: Finding }[] = [];
  for (const column of form.columns) {
    const at = match.columns.get(column.id);
    if (at === undefined) {
      cells[column.id] = { kind: 'absent', why: 'blank' };
      blank.add(column.id);
      continue;
    }
    const raw = cellAt(sheet, row, at);
    if (isBlank(raw)) blank.add(column.id);
    const where = { place: placeOf(sheet, row, at), row: label, column: headerLine(column), illustrative };
    const { cell, finding } = isNumeric(column) ? readFigure(raw, figureRule(table, row, column, role, addends), where) : readText(raw, where);
    cells[column.id] = cell;
    if (finding) findings.push({ column, finding });
  }
  // Columns of a group that did not exist for this row are blank together: nothing is missing.
  const groups = new Set(form.columns.flatMap(({ blankWith }) => blankWith ?? []));
  const notCollected = [...groups].filter((group) => form.columns.every((one) => one.blankWith !== group || blank.has(one.id)));
  for (const { id, blankWith } of form.columns) {
    if (blankWith !== undefined && notCollected.includes(blankWith)) cells[id] = { kind: 'absent', why: 'not-collected' };
  }
  const kept = findings.filter(({ column: { blankWith } }) => blankWith === undefined || !notCollected.includes(blankWith));
  return { cells, findings: kept.map(({ finding }) => finding) };
}

/** Totals, ratios and columns with a formula are computed anyway: what the source gives there is for checking. */
function figureRule(table: FoundTable, row: number, column: FormColumn, role: RowRole, addends: Addends): FigureRule {
  const computed = (role !== 'item' && role !== 'subtotal') || column.formula !== undefined;
  const type = role === 'ratio' ? 'decimal' : figureType(table, row, column);
  const at = table.match.columns.get(column.id)!;
  const adds = role === 'total' && column.adds === 'sum';
  return {
    type,
    isDerived: (formula) =>
      (adds && addends.some((rows) => sumsJust(table.sheet, formula, at, rows))) ||
      (column.formula !== undefined && sumsWithinRow(formula, row)) ||
      (!adds && type === 'decimal'),
    presence: computed ? 'computed' : column.required ? 'given' : 'optional',
  };
}

function figureType(table: FoundTable, row: number, column: FormColumn): 'count' | 'decimal' {
  if (column.type !== 'number') return column.type === 'count' ? 'count' : 'decimal';
  const { sheet, form, match } = table;
  const measure = measureColumn(form);
  const at = measure && match.columns.get(measure.id);
  const unit = nameKey(at === undefined ? (form.unit ?? '') : cellText(cellAt(sheet, row, at)));
  return form.countUnits.some((one) => nameKey(one) === unit) ? 'count' : 'decimal';
}

const MEASURE_HEADERS = new Set(['Đơn vị tính', 'ĐVT', 'don_vi_tinh'].map(headerKey));

/** The column that says of each row in what its figure is counted. */
export function measureColumn(form: Form): FormColumn | undefined {
  return form.columns.find(({ id, type, path }) => type === 'text' && [id, path.at(-1)!].some((text) => MEASURE_HEADERS.has(headerKey(text))));
}
