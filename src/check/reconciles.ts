/** Sums by a label here against the same sums there: late files of each field by unit, and in the table by field. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { closest } from '../statistics/closest.js';
import { toDecimalText, ZERO, type Exact } from '../statistics/exact.js';
import { expressionName, type FormReconcile } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { nameKey } from '../statistics/unit-list.js';
import { pairedCauses } from './paired-causes.js';
import { sourcePlaces } from './side.js';
import { matchingRows } from '../statistics/row-pattern.js';
import type { TableSet } from './table-cells.js';

interface Sum {
  readonly label: string;
  readonly value: Exact;
  readonly places: readonly Place[];
}

export function checkReconciles(tables: TableSet): readonly Finding[] {
  return [...tables.values()].flatMap((table) =>
    table.form.reconciles.flatMap((rule) => {
      const other = tables.get(expressionName(rule.with));
      return other ? compareSums(rule, table, other) : [];
    }),
  );
}

function compareSums(rule: FormReconcile, table: DerivedTable, other: DerivedTable): readonly Finding[] {
  const { where, is, by, column, label, of, drop, meaning } = rule;
  const rows = table.items.filter((row) => row.role === 'item' && (where === undefined || is.some((text) => nameKey(text) === nameKey(textIn(row, where)))));
  const here = sumsBy(rows, by, column, drop);
  const there = sumsBy(matchingRows(other.items, rule.rows).filter(({ role }) => role !== 'total'), label, of, drop);
  const labels = [...new Set([...here.keys(), ...there.keys()])];
  const different = labels.flatMap((key) => {
    const [a, b] = [here.get(key), there.get(key)];
    const [seen, expected] = [a?.value ?? ZERO, b?.value ?? ZERO];
    return seen.equals(expected) ? [] : [{ label: (a ?? b)!.label, seen, expected, places: [...(a?.places ?? []), ...(b?.places ?? [])] }];
  });
  const causes = pairedCauses(different.map((one) => ({ row: one.label, column, seen: one.seen, expected: one.expected })));
  const onlyThere = [...there.values()].filter((sum) => !here.has(nameKey(sum.label))).map((sum) => sum.label);
  return different.map(({ label: name, seen, expected, places: [place = table.source.place, ...related] }, index) =>
    found('sums-disagree', place, { meaning, label: name, here: table.form.name, seen: formatExact(seen), there: other.form.name, expected: formatExact(expected) }, {
      seen: toDecimalText(seen),
      expected: toDecimalText(expected),
      related,
      basis: [seen, expected],
      cause: misspelt(name, there.has(nameKey(name)) ? [] : onlyThere) ?? causes[index],
    }),
  );
}

/** A label the other table does not have, near one that only it has. */
function misspelt(label: string, others: readonly string[]): string | undefined {
  const near = closest(label, others);
  return near === undefined ? undefined : `tên «${label}» viết khác «${near}» của bảng kia`;
}

function sumsBy(rows: readonly Row[], by: string, column: string, drop: readonly string[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const quantity = quantityOf(row.cells[column]);
    if (!quantity) continue;
    const label = drop.reduce((text, word) => text.replace(word.normalize('NFC'), ' '), textIn(row, by).normalize('NFC')).replace(/\s+/g, ' ').trim();
    const key = nameKey(label);
    const { value = ZERO, places = [] } = sums.get(key) ?? {};
    // Where nothing is counted nothing needs to stand in the other table.
    sums.set(key, { label, value: value.add(quantity.value), places: [...places, ...sourcePlaces(quantity)] });
  }
  return sums;
}

function textIn(row: Row, column: string): string {
  const cell = row.cells[column];
  return cell?.kind === 'text' ? cell.text : '';
}
