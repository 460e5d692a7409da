/** Two sources side by side: rows matched by unit, each column from its own table; what stands in one source only is told, never dropped, and neither source is changed. */
import type { Cell, Row, Table } from './dataset.js';
import { quantityOf, type DerivedTable } from './derive.js';
import { keyColumn, type Form } from './form.js';

export interface JoinedTable {
  readonly table: Table;
  /** Units that one source has and another lacks. */
  readonly lacking: readonly { readonly row: Row; readonly there: Form; readonly missing: DerivedTable }[];
}

/** undefined where not every source is there. `form` declares `joins`. */
export function joinTables(form: Form, present: readonly DerivedTable[]): JoinedTable | undefined {
  const sources = form.joins.map((join) => ({ join, table: present.find((one) => one.form.id === join.form) }));
  if (sources.length === 0 || sources.some(({ table }) => !table)) return undefined;
  const known = sources as readonly { readonly join: (typeof sources)[number]['join']; readonly table: DerivedTable }[];
  const key = keyColumn(form).id;
  const rows = new Map<string, Row>();
  const lacking: JoinedTable['lacking'][number][] = [];
  for (const { table } of known) {
    for (const row of table.items) {
      if (!rows.has(row.id)) rows.set(row.id, { ...row, cells: { [key]: { kind: 'text', text: row.label, place: row.place } satisfies Cell } });
    }
  }
  for (const row of rows.values()) {
    for (const { join, table } of known) {
      const own = table.items.find(({ id }) => id === row.id);
      const quantity = quantityOf(own?.cells[join.column]);
      if (quantity) rows.set(row.id, { ...rows.get(row.id)!, cells: { ...rows.get(row.id)!.cells, [join.into]: { kind: 'number', quantity } } });
      if (!own) lacking.push({ row, there: known.find((one) => one.table.items.some(({ id }) => id === row.id))!.table.form, missing: table });
    }
  }
  const [first] = known;
  const { agency, period, place } = first!.table.source;
  return { table: { form: form.id, agency, period, place, illustrative: known.some(({ table }) => table.source.illustrative), rows: [...rows.values()] }, lacking };
}
