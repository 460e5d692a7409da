/** Tables of figures as the sources gave them, every cell with its origin; a missing figure is absent, never 0. */
import type { Place } from '../finding/place.js';
import type { Exact } from './exact.js';
import type { Period } from './period.js';

/** A number with the way back to the cells it came from. */
export interface Quantity {
  readonly value: Exact;
  readonly origin: Origin;
}

export type Origin =
  | {
      readonly kind: 'source';
      readonly place: Place;
      /** As it stands in the source: «1.699», «8605». */
      readonly written: string;
      readonly illustrative: boolean;
    }
  | {
      /** A corrected figure («đính chính»): `place` is its line in the ledger, `replaced` what the source holds. */
      readonly kind: 'correction';
      readonly place: Place;
      readonly written: string;
      readonly illustrative: boolean;
      /** Id of the ledger entry. */
      readonly entry: string;
      readonly replaced?: Quantity;
    }
  | {
      readonly kind: 'derivation';
      /** The formula over column ids, or the name of a total: «sum(nhan_moi)». */
      readonly rule: string;
      readonly inputs: readonly Quantity[];
    };

export type Cell =
  | { readonly kind: 'number'; readonly quantity: Quantity }
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'absent'; readonly why: AbsentReason; readonly place?: Place };

/** blank: the source left it empty · did-not-occur: a rate whose base is 0 · not-collected: said so by the source · not-rolled-up: the months do not tell it. */
export type AbsentReason = 'blank' | 'did-not-occur' | 'not-collected' | 'not-rolled-up';

export type RowRole = 'item' | 'group' | 'subtotal' | 'total' | 'ratio';

export interface Row {
  /** Unit id (rows of units), code (rows of single figures) or path in the hierarchy («A.II.3»); «total», «ratio» for those rows. */
  readonly id: string;
  /** Name as it is printed. */
  readonly label: string;
  readonly role: RowRole;
  /** Id of the row this one is a part of, in a hierarchy. */
  readonly parent?: string;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly place: Place;
}

/** Biểu số liệu: one form filled in by one agency for one period. `rows` hold what the source gave; totals there are for checking. */
export interface Table {
  readonly form: string;
  readonly agency: string;
  readonly period: Period;
  readonly rows: readonly Row[];
  readonly place: Place;
  readonly illustrative: boolean;
}

export function itemRows(table: Table): readonly Row[] {
  return table.rows.filter((row) => row.role === 'item');
}

/** The cells of the sources, and the corrections of them, that a quantity rests on, in order, each once. */
export function sourceInputs(quantity: Quantity): readonly Quantity[] {
  const seen = new Set<Quantity>();
  const visit = (one: Quantity): void => {
    if (one.origin.kind === 'derivation') one.origin.inputs.forEach(visit);
    else seen.add(one);
  };
  visit(quantity);
  return [...seen];
}

export function isIllustrative(quantity: Quantity): boolean {
  return sourceInputs(quantity).some(({ origin }) => origin.kind !== 'derivation' && origin.illustrative);
}
