/** Counts whose units are named in the remark: as many names as the figure says, each a known unit. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import { quantityOf } from '../statistics/derive.js';
import { exact, toDecimalText } from '../statistics/exact.js';
import { isNumeric } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { namedUnits } from '../statistics/named-units.js';
import type { CheckSubject } from './subject.js';

/** The column of remarks in tables of single figures (contract of the input files). */
const REMARK = 'ghi_chu';

export function checkNamedCounts({ table, named, units, date }: CheckSubject): readonly Finding[] {
  const value = table.form.columns.find(isNumeric);
  return table.items
    .filter(({ id }) => named.includes(id))
    .flatMap((row) => {
      const quantity = value && quantityOf(row.cells[value.id]);
      const remark = row.cells[REMARK];
      const names = namedUnits(remark?.kind === 'text' ? remark.text : '', units, date);
      const place = remark?.kind === 'text' ? remark.place : row.place;
      const findings: Finding[] = names
        .filter(({ unit }) => !unit)
        .map(({ written }) => {
          const nearest = closest(written, units.map(({ name }) => name)) ?? '';
          return found('names-unknown', place, { name: written, nearest }, { seen: written });
        });
      if (quantity && !quantity.value.equals(exact(names.length))) {
        const expected = toDecimalText(quantity.value);
        findings.push(found('names-count', place, { name: row.label, seen: names.length, expected: formatExact(quantity.value) }, { seen: String(names.length), expected }));
      }
      return findings;
    });
}
