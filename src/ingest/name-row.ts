/** What a row below a header is: a unit's or a code's figures, total, ratio, a heading, a note, or figures that nobody can be given. */
import type { RowRole } from '../statistics/dataset.js';
import { closest } from '../statistics/closest.js';
import { isNumeric, keyColumn } from '../statistics/form.js';
import { findUnit, type Unit } from '../statistics/unit-list.js';
import type { FoundTable } from './found-table.js';
import { cellAt, cellText, isBlank } from './raw-sheet.js';
import { looksLikeFigure } from './read-figure.js';
import { isNote, roleByKind, roleByLabel } from './row-label.js';

/** `taken`: id of the row of another label that has its number. */
export type NamedRow =
  | { readonly kind: 'row'; readonly id: string; readonly label: string; readonly role: RowRole; readonly parent?: string; readonly taken?: string }
  /** «Cộng» of the units above it, where another total stands below. */
  | { readonly kind: 'group-sum'; readonly label: string }
  /** No unit of the list has that name; `nearest` is one that may be meant. */
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest?: string }
  /** Figures without a name. */
  | { readonly kind: 'unnamed' }
  /** Text without figures: a note, a signature, a subtitle. */
  | { readonly kind: 'note' }
  | { readonly kind: 'blank' };

/** `date`: units are known by the names valid then. */
export function nameRow(table: FoundTable, row: number, units: readonly Unit[], date: string): NamedRow {
  const { sheet, form, match, left, right } = table;
  const cells = sheet.rows[row - 1]!.slice(left - 1, right);
  if (cells.every(isBlank)) return { kind: 'blank' };

  const key = cellText(cellAt(sheet, row, match.columns.get(keyColumn(form).id)!));
  const label = key === '' ? firstText(table, row) : key;
  const unit = form.rows === 'units' ? findUnit(units, key, date) : undefined;
  const kind = match.rowKind === undefined ? undefined : roleByKind(cellText(cellAt(sheet, row, match.rowKind)));
  const role = kind ?? (unit ? 'item' : roleByLabel(form, label));
  if (role === 'total' || role === 'ratio') return { kind: 'row', id: role, label, role };
  if (unit) return { kind: 'row', id: unit.id, label: unit.name, role: role ?? 'item' };
  if ((role === 'group' || role === 'subtotal') && label !== '') return { kind: 'row', id: label, label, role };

  const hasFigures = form.columns.some((column) => {
    const at = isNumeric(column) ? match.columns.get(column.id) : undefined;
    return at !== undefined && looksLikeFigure(cellAt(sheet, row, at));
  });
  if (isNote(label) && !hasFigures) return { kind: 'note' };
  if (key === '') return { kind: hasFigures ? 'unnamed' : 'note' };
  if (form.rows === 'codes') {
    // A sentence in the first column is no code.
    if (!hasFigures && /\s/.test(key)) return { kind: 'note' };
    return { kind: 'row', id: key, label: codeLabel(table, row) ?? key, role: 'item' };
  }
  const nearest = closest(key, units.map(({ name }) => name));
  if (!hasFigures && nearest === undefined) return { kind: 'note' };
  return { kind: 'unknown', name: key, ...(nearest === undefined ? {} : { nearest }) };
}

/** The first text before the figures: where a total is merged over the running number, its label stands there. */
function firstText({ sheet, form, match, left, right }: FoundTable, row: number): string {
  const figures = form.columns.filter(isNumeric).flatMap(({ id }) => match.columns.get(id) ?? []);
  const end = Math.min(right + 1, ...figures);
  const texts = sheet.rows[row - 1]!.slice(left - 1, end - 1).filter((cell) => cell.kind === 'text');
  return texts.map(cellText).find((text) => text !== '') ?? '';
}

/** What a code stands for, in the form's first text column. */
function codeLabel({ sheet, form, match }: FoundTable, row: number): string | undefined {
  const column = form.columns.find(({ type }) => type === 'text');
  const at = column && match.columns.get(column.id);
  const text = at === undefined ? '' : cellText(cellAt(sheet, row, at));
  return text === '' ? undefined : text;
}
