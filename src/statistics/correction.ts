/** Corrected figures put into a table («đính chính số liệu»): only the cells that the ledger names move, and only where they still hold what the correction replaces. */
import type { Place } from '../finding/place.js';
import type { Cell, Quantity, Row, Table } from './dataset.js';
import { exact, toDecimalText } from './exact.js';

/** One corrected cell, as the ledger tells it; numbers are exact decimal texts, null where the source holds none. */
export interface Correction {
  /** Id of its ledger entry. */
  readonly entry: string;
  /** Its line in the ledger. */
  readonly at: Place;
  readonly form: string;
  /** Id of the period («2021-01»). */
  readonly period: string;
  /** Id of the row. */
  readonly row: string;
  readonly label: string;
  readonly column: string;
  readonly was: string | null;
  readonly now: string;
  readonly illustrative?: true | undefined;
}

/** A correction that does not fit the table any more. */
export interface MisfitCorrection {
  readonly correction: Correction;
  /** absent: no such row or column · changed: the cell holds something else · done: the cell already holds the corrected figure. */
  readonly why: 'absent' | 'changed' | 'done';
  /** What the cell holds now. */
  readonly present: string | null;
  readonly place: Place;
}

export interface CorrectedTable {
  readonly table: Table;
  readonly misfits: readonly MisfitCorrection[];
}

/** In the order of the ledger: a later correction of a cell replaces what an earlier one put there. */
export function applyCorrections(table: Table, corrections: readonly Correction[]): CorrectedTable {
  const rows = new Map<string, Row>(correctableRows(table).map((row) => [row.id, row]));
  const misfits: MisfitCorrection[] = [];
  const moved = new Set<string>();
  for (const correction of corrections) {
    const row = rows.get(correction.row);
    const cell = row?.cells[correction.column];
    const present = textOf(cell);
    const misfit = (why: MisfitCorrection['why']): number => misfits.push({ correction, why, present, place: placeOf(cell) ?? row?.place ?? table.place });
    if (!row || cell?.kind === 'text') misfit('absent');
    else if (present === correction.was) {
      rows.set(row.id, { ...row, cells: { ...row.cells, [correction.column]: corrected(cell, correction) } });
      moved.add(correction.column);
    } else misfit(present === correction.now ? 'done' : 'changed');
  }
  const standing = misfits.filter(({ correction, why }) => why === 'done' || !isSuperseded(correction, corrections, misfits));
  if (moved.size === 0) return { table, misfits: standing };
  return { table: { ...table, rows: table.rows.map((row) => (isSum(row) ? withoutSums(row, moved) : rows.get(row.id)!)) }, misfits: standing };
}

/** Rows whose figures can be corrected: totals and ratios are computed from them. */
export function correctableRows({ rows }: Table): readonly Row[] {
  return rows.filter((row) => !isSum(row));
}

function isSum({ role }: Row): boolean {
  return role === 'total' || role === 'ratio';
}

/** A person decided on the same cell again, knowing what the source holds now. */
function isSuperseded(correction: Correction, all: readonly Correction[], misfits: readonly MisfitCorrection[]): boolean {
  const later = all.slice(all.indexOf(correction) + 1).filter(({ row, column }) => row === correction.row && column === correction.column);
  return later.some((one) => misfits.every((misfit) => misfit.correction !== one || misfit.why === 'done'));
}

/** A total that the source states is one of the figures it received: beside corrected ones it says nothing, and neither does any ratio. */
function withoutSums(row: Row, moved: ReadonlySet<string>): Row {
  const cells = Object.entries(row.cells).map(([column, cell]) => {
    const place = placeOf(cell);
    const stays = cell.kind !== 'number' || (row.role === 'total' && !moved.has(column));
    return [column, stays ? cell : ({ kind: 'absent', why: 'blank', ...(place ? { place } : {}) } as const)] as const;
  });
  return { ...row, cells: Object.fromEntries(cells) };
}

function corrected(cell: Cell | undefined, { at, now, entry, illustrative }: Correction): Cell {
  const replaced: Quantity | undefined = cell?.kind === 'number' ? cell.quantity : undefined;
  const origin = { kind: 'correction', place: at, written: now, entry, illustrative: illustrative === true, ...(replaced ? { replaced } : {}) } as const;
  return { kind: 'number', quantity: { value: exact(now), origin } };
}

/** Exact decimal text of a cell; null where it holds no number. */
export function textOf(cell: Cell | undefined): string | null {
  return cell?.kind === 'number' ? toDecimalText(cell.quantity.value) : null;
}

/** Where the cell stands in its source; undefined for a computed one. */
export function placeOf(cell: Cell | undefined): Place | undefined {
  if (cell?.kind !== 'number') return cell?.place;
  return cell.quantity.origin.kind === 'derivation' ? undefined : cell.quantity.origin.place;
}
