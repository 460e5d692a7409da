/** What a row of a listed form is: a row of the list with its place in the hierarchy, the total, a note, or blank. */
import { isNumeric, type Form } from '../statistics/form.js';
import type { FoundTable } from './found-table.js';
import type { ListedRow, ListedText } from './list-rows.js';
import type { NamedRow } from './name-row.js';
import { cellAt, cellText, isBlank } from './raw-sheet.js';
import { isComparison, isNote, roleByKind, roleByLabel } from './row-label.js';

/** Names the rows of one table in their order. */
export function createListedRowNamer(table: FoundTable, lister: (text: ListedText) => ListedRow): (row: number) => NamedRow {
  const { sheet, form, match, left, right } = table;
  const listing = form.listing!;
  const lastTexts = new Map<string, string>();

  /** What the cell says, or the row above where the column says a label once for several rows. */
  const textOf = (row: number, id: string | undefined): string => {
    const at = id === undefined ? undefined : match.columns.get(id);
    if (at === undefined) return '';
    const text = cellText(cellAt(sheet, row, at)).replace(/\s+/g, ' ').normalize('NFC');
    const repeats = form.columns.some((column) => column.id === id && column.repeats);
    if (text === '' && repeats) return lastTexts.get(id!) ?? '';
    lastTexts.set(id!, text);
    return text;
  };

  return (row) => {
    const cells = sheet.rows[row - 1]!.slice(left - 1, right);
    if (cells.every(isBlank)) return { kind: 'blank' };
    const label = textOf(row, listing.label);
    const kind = match.rowKind === undefined ? undefined : roleByKind(cellText(cellAt(sheet, row, match.rowKind)));
    const first = label === '' ? cells.map(cellText).find((text) => text !== '')! : label;
    // A file may call «tổng cộng» what the form numbers as a row («3.1»): only a form with a total has one.
    if (form.total && (kind === 'total' || (kind === undefined && roleByLabel(form, first) === 'total'))) return { kind: 'row', id: 'total', label: first, role: 'total' };
    if ((isNote(first) || onlyFirst(cells)) && !hasFigures(table, row)) return { kind: 'note' };
    if (label === '') return { kind: hasFigures(table, row) ? 'unnamed' : 'note' };
    const code = match.code === undefined ? '' : cellText(cellAt(sheet, row, match.code));
    const number = textOf(row, listing.number);
    const key = listing.key.map((id) => textOf(row, id));
    const next = numberBelow(table, row);
    const listed = lister({ number, next, label, group: textOf(row, listing.group), key, code });
    const { figures } = listing.levels[listed.level]!;
    const heading = isComparison(label) || figures === 'none' || (figures === 'optional' && !hasFigures(table, row));
    return {
      kind: 'row',
      id: listed.id,
      label: listed.label,
      role: heading ? 'group' : 'item',
      ...(listed.parent === undefined ? {} : { parent: listed.parent }),
      ...(listed.taken === undefined ? {} : { taken: listed.taken }),
    };
  };
}

/** The printed number of the next row that is not blank. */
function numberBelow({ sheet, form, match, lastRow }: FoundTable, row: number): string {
  const at = form.listing!.number === undefined ? undefined : match.columns.get(form.listing!.number);
  const below = sheet.rows.slice(row, lastRow).find((cells) => !cells.every(isBlank));
  return at === undefined ? '' : cellText(below?.[at - 1] ?? { kind: 'blank' });
}

/** A sentence under a table stands alone in its first column. */
function onlyFirst(cells: readonly Parameters<typeof isBlank>[0][]): boolean {
  return cells.every((cell, index) => (index === 0) !== isBlank(cell));
}

function hasFigures({ sheet, form, match }: FoundTable, row: number): boolean {
  return figureColumns(form).some((id) => {
    const at = match.columns.get(id);
    return at !== undefined && !isBlank(cellAt(sheet, row, at));
  });
}

function figureColumns(form: Form): readonly string[] {
  return form.columns.filter(isNumeric).map(({ id }) => id);
}
