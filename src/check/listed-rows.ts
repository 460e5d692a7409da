/** Rows that appear or vanish between two periods of a listed form. Units are held to the agency's list by the reading; a list of matters may change, which is only noted. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Row } from '../statistics/dataset.js';
import { itemsOf, type TwoPeriods } from './two-periods.js';

/** Rows named in one finding; the rest are counted. */
const MOST_ROWS = 5;

export function checkListedRows({ now, before, names }: TwoPeriods): readonly Finding[] {
  if (now.form.rows !== 'listed') return [];
  const appeared = without(itemsOf(now), itemsOf(before));
  const vanished = without(itemsOf(before), itemsOf(now));
  return [
    ...(appeared.length === 0 ? [] : [found('rows-appeared', appeared[0]!.place, { ...named(appeared), before: names.before }, { related: appeared.slice(1, MOST_ROWS).map(({ place }) => place) })]),
    ...(vanished.length === 0 ? [] : [found('rows-vanished', now.source.place, { ...named(vanished), before: names.before }, { related: vanished.slice(0, MOST_ROWS).map(({ place }) => place) })]),
  ];
}

function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

function named(rows: readonly Row[]): { readonly rows: string; readonly count: number } {
  const shown = rows.slice(0, MOST_ROWS).map(({ label }) => `«${label}»`).join(', ');
  return { rows: rows.length > MOST_ROWS ? `${shown} và ${rows.length - MOST_ROWS} dòng khác` : shown, count: rows.length };
}
