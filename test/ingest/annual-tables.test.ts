/** The listed tables of the annual workbooks against the same tables as clean CSV: ids of the hierarchy, parents and every figure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources } from '../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import type { Table } from '../../src/statistics/dataset.js';
import { toDecimalText } from '../../src/statistics/exact.js';
import { isNumeric, type Form } from '../../src/statistics/form.js';
import { readForm } from '../../src/statistics/read-form.js';

const FORMS = 'templates/forms';
const SENT = 'data/snv-soc-trang/2022';
const EXPECTED = join(import.meta.dirname, 'expected/annual');

const forms: readonly Form[] = readdirSync(FORMS).map((name) => {
  const form = readForm(`${FORMS}/${name}`, readFileSync(join(FORMS, name), 'utf8'));
  if (!form.ok) throw new Error(JSON.stringify(form.findings));
  return form.value;
});

const year = { agency: 'snv-soc-trang', period: { kind: 'year', year: 2022 }, from: '2021-12-15', to: '2022-12-14', units: [], forms } as const;

async function readFolder(folder: string): Promise<ReadonlyMap<string, Table>> {
  const files = readdirSync(folder).map((name) => ({ path: name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const { tables } = await readSources(files, year, workbooks);
  return new Map(tables.map((table) => [table.form, table]));
}

const workbooks = createWorkbookReader();
let sent: ReadonlyMap<string, Table>;
let clean: ReadonlyMap<string, Table>;

beforeAll(async () => {
  [sent, clean] = [await readFolder(SENT), await readFolder(EXPECTED)];
}, 60_000);
afterAll(() => workbooks.close());

/** id ← parent: figures, of the columns both sources have. */
function lines(table: Table, columns: readonly string[]): readonly string[] {
  return table.rows
    .filter(({ id }) => id !== 'so_sanh')
    .map(({ id, parent, cells }) => {
      const figures = columns.map((column) => {
        const cell = cells[column];
        return cell?.kind === 'number' ? toDecimalText(cell.quantity.value) : '·';
      });
      return `${id} ← ${parent ?? ''}: ${figures.join(' ')}`;
    });
}

describe('annual tables', () => {
  const names = readdirSync(EXPECTED).map((name) => name.replace('.csv', ''));

  test.each(names)('%s reads alike from the workbook and from the CSV', (name) => {
    const [workbook, csv] = [sent.get(name)!, clean.get(name)!];
    // Only the CSV gives «điểm chưa đạt» and the unit's total; only the workbook computes nothing.
    const own = ['diem_chua_dat', 'tong_don_vi'];
    const columns = forms.find(({ id }) => id === name)!.columns.filter((column) => isNumeric(column) && !own.includes(column.id)).map(({ id }) => id);
    expect(lines(workbook, columns)).toEqual(lines(csv, columns));
    expect(workbook.rows.length).toBeGreaterThan(1);
  });

  test('levels of Phụ lục 2 by its numbers', () => {
    const parent = new Map(sent.get('phu-luc-2')!.rows.map((row) => [row.id, row.parent]));
    expect(parent.get('A')).toBeUndefined();
    expect(parent.get('A.V')).toBe('A');
    expect(parent.get('A.V.8')).toBe('A.V');
    expect(parent.get('B.30')).toBe('B');
    expect(parent.get('C.19')).toBe('C');
    expect(sent.get('phu-luc-2')!.rows.at(-1)).toMatchObject({ id: 'total', role: 'total' });
  });

  test('two rankings with the same columns are told apart by their titles', () => {
    expect(sent.get('xep-hang-par-index')!.rows).toHaveLength(63);
    expect(sent.get('xep-hang-sipas')!.rows).toHaveLength(63);
    expect(sent.get('xep-hang-sipas')!.rows[0]).toMatchObject({ id: 'Quảng Ninh' });
  });

  test('what was not surveyed is not missing', () => {
    const row = sent.get('sipas-chi-so')!.rows.find(({ id }) => id === 'I.2')!;
    expect(row.cells['n2021_ty_le']).toEqual({ kind: 'absent', why: 'not-collected' });
  });
});
