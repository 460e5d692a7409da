/** A small listed table by hand: its form as YAML, its rows as texts, every cell at its place of a sheet. */
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Cell, Row } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import { isNumeric } from '../../src/statistics/form.js';
import { readForm } from '../../src/statistics/read-form.js';
import { cellAddress } from '../../src/finding/place.js';
import type { CheckSubject } from '../../src/check/subject.js';

/** `id: cells` in the order of the columns; «A.1» is a part of «A», a row with parts a subtotal, one without figures a heading; '' blank, '…' not collected. */
export function smallTable(yaml: string, given: Readonly<Record<string, readonly string[]>>): DerivedTable {
  const id = /^id: (.*)$/m.exec(yaml)![1]!;
  const read = readForm(`templates/forms/${id}.yaml`, yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const form = read.value;
  const ids = Object.keys(given);
  const rows = Object.entries(given).map(([rowId, texts], index): Row => {
    const place = (column: number) => ({ in: 'sheet', file: `${id}.xlsx`, sheet: 'S', cell: cellAddress(index + 1, column + 1) }) as const;
    const cells = form.columns.map((column, at): [string, Cell] => {
      const written = texts[at] ?? '';
      const origin = { kind: 'source', place: place(at), written, illustrative: false } as const;
      if (written === '' || written === '…') return [column.id, { kind: 'absent', why: written === '' ? 'blank' : 'not-collected', place: place(at) }];
      return [column.id, isNumeric(column) ? { kind: 'number', quantity: { value: exact(written), origin } } : { kind: 'text', text: written, place: place(at) }];
    });
    const parent = rowId.includes('.') ? rowId.slice(0, rowId.lastIndexOf('.')) : undefined;
    const hasParts = ids.some((one) => one.startsWith(`${rowId}.`));
    const hasFigures = cells.some(([, cell]) => cell.kind === 'number');
    const role = rowId === 'total' ? 'total' : !hasParts ? 'item' : hasFigures ? 'subtotal' : 'group';
    const label = cells.find(([column]) => column === form.listing?.label)?.[1];
    return { id: rowId, label: label?.kind === 'text' ? label.text : rowId, role, cells: Object.fromEntries(cells), place: place(0), ...(parent !== undefined && ids.includes(parent) ? { parent } : {}) };
  });
  const source = { form: id, agency: 'a', period: { kind: 'year', year: 2022 }, rows, place: { in: 'sheet', file: `${id}.xlsx`, sheet: 'S' }, illustrative: false } as const;
  return deriveTable(form, source, []);
}

export function subjectOf(table: DerivedTable): CheckSubject {
  return { table, units: [], date: '2022-12-14', codes: [], named: [] };
}
