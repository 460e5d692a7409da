/** What differs between a table as it stands and the same table as a unit corrected it: cells that can be corrected, and everything else that moved. */
import type { Place } from '../finding/place.js';
import { correctableRows, placeOf, textOf } from './correction.js';
import { quantityOf } from './derive.js';
import type { Cell, Table } from './dataset.js';
import { isNumeric, type Form } from './form.js';

export interface CellChange {
  readonly form: string;
  readonly row: string;
  readonly label: string;
  readonly column: string;
  /** Exact decimal texts; null where the cell holds no figure. */
  readonly was: string | null;
  readonly now: string;
  readonly illustrative: boolean;
  /** Of the corrected figure. */
  readonly place: Place;
}

/** Differences that no correction of a figure can carry. */
export interface OtherChange {
  readonly kind: 'row-added' | 'row-missing' | 'figure-missing' | 'text';
  readonly row: string;
  /** Header path of the column; «» for a row. */
  readonly column: string;
  readonly was: string;
  readonly now: string;
  readonly place: Place;
}

/** Total and ratio rows are left out: they are computed anew from the rows. */
export function changedCells(form: Form, present: Table, corrected: Table): { readonly cells: readonly CellChange[]; readonly others: readonly OtherChange[] } {
  const cells: CellChange[] = [];
  const others: OtherChange[] = [];
  const given = new Map(correctableRows(corrected).map((row) => [row.id, row]));
  const known = new Set(correctableRows(present).map(({ id }) => id));
  for (const row of given.values()) if (!known.has(row.id)) others.push({ kind: 'row-added', row: row.label, column: '', was: '', now: '', place: row.place });
  for (const row of correctableRows(present)) {
    const other = given.get(row.id);
    if (!other) {
      others.push({ kind: 'row-missing', row: row.label, column: '', was: '', now: '', place: row.place });
      continue;
    }
    for (const { id, type, path } of form.columns) {
      const [was, now] = [row.cells[id], other.cells[id]];
      const at = { row: row.label, column: path.join(': '), place: placeOf(now) ?? other.place };
      const [old, corrected] = [textOf(was), textOf(now)];
      if (isNumeric({ type })) {
        if (old === corrected) continue;
        const quantity = quantityOf(now);
        if (corrected === null || !quantity) others.push({ kind: 'figure-missing', ...at, was: old ?? '', now: '' });
        else cells.push({ form: form.id, row: row.id, label: row.label, column: id, was: old, now: corrected, illustrative: quantity.origin.kind !== 'derivation' && quantity.origin.illustrative, place: at.place });
      } else if (type === 'text' && wordsOf(was) !== wordsOf(now)) others.push({ kind: 'text', ...at, was: wordsOf(was), now: wordsOf(now) });
    }
  }
  return { cells, others };
}

function wordsOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
}
