/** A table sent again unchanged: every figure is that of the period before, only the title may differ. A question, because a really unchanged period cannot be excluded. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { toDecimalText } from '../statistics/exact.js';
import { numericColumns } from '../statistics/form.js';
import { figureOf, figuresOf, itemsOf, matchedRows, type TwoPeriods } from './two-periods.js';

/** Different figures above 0 that must all recur: a quiet period of one or two files may repeat itself. */
const TELLING_FIGURES = 3;

export function checkResentTable(periods: TwoPeriods): readonly Finding[] {
  const { now, before, names } = periods;
  const rows = matchedRows(periods);
  if (rows.length !== itemsOf(now).length || rows.length !== itemsOf(before).length) return [];
  const columns = numericColumns(now.form);
  const figures = new Set<string>();
  for (const row of rows) {
    for (const { id } of columns) {
      const [present, earlier] = [figureOf(row.now, id), figureOf(row.before, id)];
      if (present && earlier ? !present.equals(earlier) : present !== earlier) return [];
      if (present && present.n !== 0n) figures.add(toDecimalText(present));
    }
  }
  if (figures.size < TELLING_FIGURES) return [];
  const table = now.form.name;
  return [
    found('table-resent', now.source.place, { table, now: names.now, before: names.before, rows: rows.length }, {
      basis: figuresOf(itemsOf(now), columns.map(({ id }) => id)),
      related: [before.source.place],
      choices: [`gửi lại bảng của ${names.now}`, `số liệu của ${names.now} đúng là không đổi so với ${names.before} (chấp nhận, nêu lý do)`],
    }),
  ];
}
