/** Shares of one whole add up to it: the columns of a row, or the rows of a group; rounding may hide 0,005 for each share. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { Row } from '../statistics/dataset.js';
import { exact, toDecimalText, ZERO } from '../statistics/exact.js';
import type { Form, FormWhole } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import { figureIn, sourcePlaces, type NamedQuantity } from './side.js';
import type { CheckSubject } from './subject.js';

export function checkWholes({ table: { form, items } }: CheckSubject): readonly Finding[] {
  return form.wholes.flatMap((whole) => {
    const { columns, column, rows } = whole;
    if (columns) return items.filter(({ role }) => role !== 'group').flatMap((row) => checkShares(whole, row.label, row.place, columns.map((id) => figureIn(form, row, id))));
    const group = items.filter(({ id }) => id.startsWith(`${rows}.`));
    const [first] = group;
    return first ? checkShares(whole, groupName(form, first), first.place, group.map((row) => figureIn(form, row, column!, { name: row.label }))) : [];
  });
}

function checkShares({ whole, severity }: FormWhole, name: string, place: Place, figures: readonly (NamedQuantity | undefined)[]): readonly Finding[] {
  const shares = figures.filter((one) => one !== undefined);
  if (shares.length < figures.length || shares.length === 0) return [];
  const sum = shares.reduce((total, { quantity }) => total.add(quantity.value), ZERO);
  const slack = shares.reduce((total, { half }) => total.add(half), ZERO);
  if (sum.sub(exact(whole)).abs().compare(slack) <= 0) return [];
  const places = shares.flatMap(({ quantity }) => sourcePlaces(quantity));
  const parts = shares.map((one) => ({ name: one.name, value: one.quantity.value }));
  const params = { name, parts: parts.map(({ value }) => formatExact(value)).join(' + '), seen: formatExact(sum), expected: String(whole) };
  return [
    found('shares-not-whole', places[0] ?? place, params, {
      severity,
      seen: toDecimalText(sum),
      expected: String(whole),
      related: places.slice(1),
      basis: parts.map(({ value }) => value),
      cause: likelyCause(sum, exact(whole), { parts }),
    }),
  ];
}

function groupName({ listing }: Form, row: Row): string {
  const cell = listing?.group === undefined ? undefined : row.cells[listing.group];
  return cell?.kind === 'text' ? cell.text : row.label;
}
