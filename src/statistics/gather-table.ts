/** A table nobody sends, gathered from another: «hồ sơ quá hạn theo lĩnh vực» from the column of late files of the large appendix. */
import type { Cell, Quantity, Row, Table } from './dataset.js';
import { quantityOf, totalOf, type DerivedTable } from './derive.js';
import type { Form } from './form.js';
import { matchingRows } from './row-pattern.js';
import { nameKey } from './unit-list.js';

interface Gathered {
  readonly label: string;
  readonly part: number;
  readonly figures: Quantity[];
}

/** Rows above 0, one a label within each part, in the order of the source, with their total. `form` declares `gathers`. */
export function gatherTable(form: Form, from: DerivedTable): Table {
  const { column, into, label, parts } = form.gathers!;
  const gathered = new Map<string, Gathered>();
  for (const [part, { rows }] of parts.entries()) {
    for (const row of matchingRows(from.items, rows)) {
      const quantity = quantityOf(row.cells[column]);
      if (row.role === 'total' || !quantity || quantity.value.n === 0n) continue;
      const key = `${part} ${nameKey(row.label)}`;
      const known = gathered.get(key) ?? { label: row.label, part, figures: [] };
      known.figures.push(quantity);
      gathered.set(key, known);
    }
  }
  const all = [...gathered.values()];
  const ordinal = form.columns.find(({ type }) => type === 'ordinal');
  const { place, agency, period, illustrative } = from.source;
  const isRepeated = (one: Gathered): boolean => all.some((other) => other.part !== one.part && nameKey(other.label) === nameKey(one.label));
  const toRow = (id: string, role: Row['role'], text: string, figures: readonly Quantity[]): Row => ({
    id,
    role,
    label: text,
    place,
    cells: { ...(ordinal && role === 'item' ? { [ordinal.id]: { kind: 'text', text: id, place } satisfies Cell } : {}), [label]: { kind: 'text', text, place } satisfies Cell, [into]: { kind: 'number', quantity: totalOf(figures, column) } satisfies Cell },
  });
  const rows = all.map((one, index) => toRow(String(index + 1), 'item', isRepeated(one) ? `${one.label} (${parts[one.part]!.name})` : one.label, one.figures));
  const total = form.total ? [toRow('total', 'total', form.total.label, all.flatMap(({ figures }) => figures))] : [];
  return { form: form.id, agency, period, place, illustrative, rows: [...rows, ...total] };
}
