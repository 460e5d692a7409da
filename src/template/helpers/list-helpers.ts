/** Helpers over lists: counts, shares, enumerations, rankings, extremes, means. The words are in list-phrases.ts. */
import { found } from '../../finding/catalog.js';
import { quantityOf } from '../../statistics/derive.js';
import { formatFigure, formatPadded } from '../../statistics/format-figure.js';
import type { Inline } from '../../document/tree.js';
import { absent, inlines, printed, text, type Call } from '../call.js';
import { changeWords, enumerated, joined, largest, meanOf, ranked, share, splitByDirection } from '../list-phrases.js';
import type { NamedList } from '../lists.js';
import { phrasePrinter } from '../phrase-printer.js';
import type { SlotValue } from '../slots.js';

/** {{count L}}: «02», how many the list names. */
export function countOf({ state }: Call, list: NamedList): SlotValue {
  return inlines(state.trace.print(formatPadded(list.count.value), list.count));
}

/** {{share L}}: «02/08», how many of those that could be named. */
export function shareOf({ state }: Call, list: NamedList): SlotValue {
  return inlines(share(list, phrasePrinter(state, list.format)));
}

/** {{enumerate L}}: «A (8,34%) và B (5,60%)». */
export function enumerate(call: Call, list: NamedList): SlotValue {
  return list.items.length === 0 ? absent(call, list.name) : inlines(enumerated(list, phrasePrinter(call.state, list.format)));
}

/** {{labels L}}: the names alone, «A, B và C». */
export function labels(call: Call, list: NamedList): SlotValue {
  return list.items.length === 0 ? absent(call, list.name) : inlines(joined(list.items.map(({ label }) => [{ type: 'text', text: label }])));
}

/** {{ranking L}}: from the highest to the lowest, ties said. */
export function ranking(call: Call, list: NamedList): SlotValue {
  return list.items.length === 0 ? absent(call, list.name) : inlines(ranked(list, phrasePrinter(call.state, list.format)));
}

/** {{largest L "bậc"}}: who changed most, and by how much. */
export function largestOf(call: Call, list: NamedList, unit: string): SlotValue {
  return list.items.length === 0 ? absent(call, list.name) : inlines(largest(list, phrasePrinter(call.state, list.format, unit)));
}

/** {{split L "nhóm điểm" "bậc"}}: changes by direction, each named with its size; the unit may be left out. */
export function split(call: Call, list: NamedList, noun: string, unit = ''): SlotValue {
  return list.items.length === 0 ? absent(call, list.name) : inlines(splitByDirection(list, noun, phrasePrinter(call.state, list.format, unit)));
}

/** {{mean L}}: the mean of the figures. */
export function mean(call: Call, list: NamedList): SlotValue {
  const quantity = meanOf(list);
  return quantity ? inlines(printed(call, { name: list.name, quantity, format: list.format })) : absent(call, list.name);
}

/** {{mean_change L}}: «giảm 6,20%», the mean of changes behind the verb of its sign. */
export function meanChange(call: Call, list: NamedList): SlotValue {
  const quantity = meanOf(list);
  return quantity ? inlines(changeWords(quantity, phrasePrinter(call.state, list.format))) : absent(call, list.name);
}

/** {{units_with "gq" "gq_qua_han" "hồ sơ"}}: the units whose column is above 0, each with its count, largest first. */
export function unitsWith({ state, place }: Call, table: string, column: string, unit: string): SlotValue {
  const { manifest, forms } = state.data;
  const form = Object.hasOwn(manifest.tables, table) ? forms.get(manifest.tables[table]!.form) : undefined;
  if (!form?.columns.some(({ id }) => id === column)) {
    state.findings.push(found('template-invalid', place, { reason: `không có cột «${column}» của bảng «${table}»` }));
    return text('');
  }
  const rows = (state.data.tables[table]?.items ?? [])
    .flatMap((row) => {
      const quantity = quantityOf(row.cells[column]);
      return quantity && quantity.value.s > 0n && quantity.value.n > 0n ? [{ label: row.label, quantity }] : [];
    })
    .sort((a, b) => b.quantity.value.compare(a.quantity.value));
  return inlines(
    rows.flatMap(({ label, quantity }, index): Inline[] => [
      { type: 'text', text: `${index > 0 ? '; ' : ''}${label} (` },
      state.trace.print(formatFigure(quantity.value, 0), quantity),
      { type: 'text', text: ` ${unit})` },
    ]),
  );
}
