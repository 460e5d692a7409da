/** A received table of a longer period against what its months add up to, cell by cell. Columns and rows that the months do not tell are not compared. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { sourceInputs } from '../statistics/dataset.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import { toDecimalText } from '../statistics/exact.js';
import { numericColumns } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { sourcePlaces } from './side.js';
import { figurePlace, headerOf, matchedRows } from './two-periods.js';

/** `parts`: the periods as a reader calls them, «tháng 01 năm 2021, tháng 02 năm 2021». */
export function checkRollUpMismatch(received: DerivedTable, rolled: DerivedTable, parts: string): readonly Finding[] {
  const columns = numericColumns(received.form);
  return matchedRows({ now: received, before: rolled }).flatMap((rows) =>
    columns.flatMap(({ id }) => {
      const [own, sum] = [quantityOf(rows.now.cells[id]), quantityOf(rows.before.cells[id])];
      if (!own || !sum || own.value.equals(sum.value)) return [];
      const params = { row: rows.now.label, column: headerOf(received.form, id), seen: formatExact(own.value), expected: formatExact(sum.value), parts };
      return [
        found('roll-up-mismatch', figurePlace(rows.now, id), params, {
          seen: toDecimalText(own.value),
          expected: toDecimalText(sum.value),
          related: sourcePlaces(sum),
          basis: [own.value, ...sourceInputs(sum).map(({ value }) => value)],
        }),
      ];
    }),
  );
}
