/** Single figures a document needs: each code must have a row. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import type { CheckSubject } from './subject.js';

export function checkCodes({ table, codes }: CheckSubject): readonly Finding[] {
  const present = table.items.map(({ id }) => id);
  return codes
    .filter((code) => !present.includes(code))
    .map((code) =>
      found('code-missing', table.source.place, { code, table: table.form.name, nearest: closest(code, present) ?? '' }, { expected: code }),
    );
}
