/** The real annual tables of 2022 with the errors of their originals corrected: the correct data in which tests plant errors of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readSources } from '../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import { cellAddress, parseCellAddress, type Place } from '../../src/finding/place.js';
import { deriveTable, quantityOf, type DerivedTable } from '../../src/statistics/derive.js';
import type { Cell, Row, Table } from '../../src/statistics/dataset.js';
import { exact, toDecimalText, ZERO, type Exact } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { formatPeriodId, periodDates, type Period } from '../../src/statistics/period.js';
import { readForm } from '../../src/statistics/read-form.js';
import { readAgency, type Agency } from '../../src/template/agency.js';
import { REPOSITORY } from './map-host.js';

export const YEAR_2022: Period = { kind: 'year', year: 2022 };

export interface AnnualPatch {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  /** A figure as decimal text, or `text` for a label. */
  readonly value?: string;
  readonly text?: string;
}

/** Every error of the originals that the checks name, and what makes the figures agree again: not always the figure meant (nobody knows it), but one the other tables confirm. */
const PATCHES: readonly AnnualPatch[] = [
  // Phụ lục 2 leaves two cells blank; the identities of their rows say 0.
  { form: 'phu-luc-2', row: 'A.I.1', column: 'gq_qua_han', value: '0' },
  { form: 'phu-luc-2', row: 'A.II.3', column: 'nhan_ky_truoc', value: '0' },
  // Hộ tịch and Chứng thực of the communes are off by −1 and +1: one open file of the first belongs to the second.
  { form: 'phu-luc-2', row: 'C.1', column: 'dang_tong', value: '29' },
  { form: 'phu-luc-2', row: 'C.1', column: 'dang_trong_han', value: '13' },
  { form: 'phu-luc-2', row: 'C.2', column: 'dang_tong', value: '2' },
  { form: 'phu-luc-2', row: 'C.2', column: 'dang_trong_han', value: '2' },
  // Phụ lục 1 has 9 district files more than Phụ lục 2: 22332 for 22323, and with it the row of the town and both rates.
  { form: 'phu-luc-1', row: 'B.I.H', column: 'tiep_nhan', value: '22323' },
  { form: 'phu-luc-1', row: 'B.I.H', column: 'ty_le', value: '80.35' },
  { form: 'phu-luc-1', row: 'B.I', column: 'tiep_nhan', value: '112183' },
  { form: 'phu-luc-1', row: 'B.I', column: 'ty_le', value: '36.01' },
  // The 534.994 published files of the text exceed Phụ lục 1 by 12.507: given to the communes of Trần Đề, where they leave every rate below 100.
  { form: 'phu-luc-1', row: 'B.IV.X', column: 'cong_khai', value: '39404' },
  { form: 'phu-luc-1', row: 'B.IV.X', column: 'ty_le', value: '34.85' },
  { form: 'phu-luc-1', row: 'B.IV', column: 'cong_khai', value: '54761' },
  { form: 'phu-luc-1', row: 'B.IV', column: 'ty_le', value: '42.64' },
  // A late district file counted under Xây dựng that Phụ lục 2 has under Hộ tịch.
  { form: 'qua-han-don-vi', row: '16.2', column: 'linh_vuc', text: 'Hộ tịch' },
  // 81,67 is the share that was dealt with; 90,83 counts half of what is under way.
  { form: 'so-lieu-khac', row: 'tc2.ty_le', column: 'gia_tri', value: '81.67' },
  // The percentages of the survey are those of 483 people, not of 486.
  { form: 'so-lieu-khac', row: 'sipas.mau', column: 'gia_tri', value: '483' },
  // A fall printed without its minus.
  { form: 'sipas-chi-so', row: 'II', column: 'tang_giam_ty_le', value: '-6.2' },
  // Answers that exclude each other add up to 102,28.
  { form: 'sipas-nhan-dinh', row: '3.4', column: 'ty_le', value: '37.89' },
  // Rounded from 0,59505 and 1,49971.
  { form: 'tieu-chi-tu-cham', row: '3.1.2.(4)', column: 'diem_dat', value: '0.5951' },
  { form: 'tieu-chi-tu-cham', row: '3.1.2.(5)', column: 'diem_dat', value: '1.4997' },
  // Two criteria without points; together they lack the 1,25 that the total has lost.
  { form: 'tieu-chi-tu-cham', row: '3.1.3.(8)', column: 'diem_toi_da', value: '2' },
  { form: 'tieu-chi-tu-cham', row: '3.1.3.(8)', column: 'diem_dat', value: '1' },
  { form: 'tieu-chi-tu-cham', row: '3.1.3.(9)', column: 'diem_toi_da', value: '1' },
  { form: 'tieu-chi-tu-cham', row: '3.1.3.(9)', column: 'diem_dat', value: '0.75' },
  // Points and rate of the survey follow from 26,6141, not from rounded parts.
  { form: 'par-tong-hop', row: '2022', column: 'xhh_dat', value: '26.61' },
  { form: 'par-tong-hop', row: '2022', column: 'xhh_ty_le', value: '83.17' },
  // Published rates computed from points of two decimals: notes only, but the planted ones must be the only ones.
  { form: 'nhom-diem', row: '2022_sipas', column: 'ty_le', value: '83.89' },
  { form: 'nhom-diem', row: '2022_khao_sat', column: 'ty_le', value: '82.84' },
];

export function loadForms(): readonly Form[] {
  const folder = 'templates/forms';
  return readdirSync(path.join(REPOSITORY, folder)).filter((name) => name.endsWith('.yaml')).sort().map((name) => {
    const form = readForm(`${folder}/${name}`, readFileSync(path.join(REPOSITORY, folder, name), 'utf8'));
    if (!form.ok) throw new Error(JSON.stringify(form.findings));
    return form.value;
  });
}

export function loadAgency(id: string): Agency {
  const file = `data/agencies/${id}.yaml`;
  const agency = readAgency(file, readFileSync(path.join(REPOSITORY, file), 'utf8'));
  if (!agency.ok) throw new Error(JSON.stringify(agency.findings));
  return agency.value;
}

export function loadAnnualOriginals(forms: readonly Form[]): Promise<readonly Table[]> {
  return loadPeriod('snv-soc-trang', YEAR_2022, forms);
}

/** The tables of one folder of `data/` as they were sent. */
export async function loadPeriod(agency: string, period: Period, forms: readonly Form[]): Promise<readonly Table[]> {
  const folder = `data/${agency}/${formatPeriodId(period)}`;
  const { id, calendar, units, answers } = loadAgency(agency);
  const files = readdirSync(path.join(REPOSITORY, folder)).filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$')).sort()
    .map((name) => ({ path: `${folder}/${name}`, bytes: new Uint8Array(readFileSync(path.join(REPOSITORY, folder, name))) }));
  const workbooks = createWorkbookReader();
  try {
    return (await readSources(files, { agency: id, period, units, forms, answers, ...periodDates(period, calendar) }, workbooks)).tables;
  } finally {
    await workbooks.close();
  }
}

/** The 2022 tables that no check objects to, derived; also the rows and the table that forms provide for and the office did not fill in. */
export async function loadCleanAnnual(forms: readonly Form[]): Promise<readonly DerivedTable[]> {
  const tables = (await loadAnnualOriginals(forms)).map((table) => withDifferences(PATCHES.filter(({ form }) => form === table.form).reduce(applyPatch, table)));
  const late = tables.find(({ form }) => form === 'qua-han-don-vi')!;
  return [...tables, lateByField(late)].map((table) => deriveTable(forms.find(({ id }) => id === table.form)!, table, []));
}

function applyPatch(table: Table, { row: id, column, value, text }: AnnualPatch): Table {
  const row = table.rows.find((one) => one.id === id);
  const cell = row?.cells[column];
  if (!row || !cell) throw new Error(`${table.form} has no cell ${id}.${column}`);
  const place = cellPlace(cell) ?? row.place;
  const patched: Cell = text === undefined ? figure(value!, place) : { kind: 'text', text, place };
  return { ...table, rows: table.rows.map((one) => (one === row ? { ...one, cells: { ...one.cells, [column]: patched } } : one)) };
}

/** The row «So sánh (2022 - 2021)» of the PAR INDEX table, which the originals print elsewhere. */
function withDifferences(table: Table): Table {
  if (table.form !== 'par-tong-hop') return table;
  const [earlier, later] = ['2021', '2022'].map((year) => table.rows.find(({ id }) => id === year)!);
  const place = below(later!.place);
  const cells = Object.keys(later!.cells).map((id): [string, Cell] => {
    const [a, b] = [quantityOf(earlier!.cells[id]), quantityOf(later!.cells[id])];
    if (!a || !b || !id.endsWith('_ty_le')) return [id, { kind: 'absent', why: 'not-collected' }];
    return [id, figure(toDecimalText(b.value.sub(a.value)), below(cellPlace(later!.cells[id]!)!))];
  });
  return { ...table, rows: [...table.rows, { id: 'so_sanh', label: 'So sánh (2022 - 2021)', role: 'item', cells: Object.fromEntries(cells), place }] };
}

/** Late files by field, which the 2022 report gave in words: the sums of the table by unit. */
function lateByField(byUnit: Table): Table {
  const sums = new Map<string, Exact>();
  for (const { cells } of byUnit.rows) {
    const [field, files] = [cells['linh_vuc'], quantityOf(cells['so_ho_so'])];
    if (field?.kind === 'text' && files) sums.set(field.text, (sums.get(field.text) ?? ZERO).add(files.value));
  }
  const total = [...sums.values()].reduce((sum, one) => sum.add(one), ZERO);
  const sheet = { in: 'sheet', file: 'data/snv-soc-trang/2022/qua han theo linh vuc.xlsx', sheet: 'Lĩnh vực' } as const;
  const row = (id: string, label: string, role: Row['role'], value: Exact, index: number): Row => ({
    id, label, role, place: { ...sheet, cell: `A${index + 4}` }, cells: { linh_vuc: { kind: 'text', text: label, place: { ...sheet, cell: `B${index + 4}` } }, so_ho_so: figure(toDecimalText(value), { ...sheet, cell: `C${index + 4}` }) },
  });
  const rows = [...[...sums].map(([field, value], index) => row(String(index + 1), field, 'item', value, index)), row('total', 'Tổng số', 'total', total, sums.size)];
  return { ...byUnit, form: 'qua-han-linh-vuc', rows, place: sheet };
}

/** The cell in the row under it. */
export function below(place: Place): Place {
  if (place.in !== 'sheet' || place.cell === undefined) return place;
  const { row, column } = parseCellAddress(place.cell)!;
  return { ...place, cell: cellAddress(row + 1, column) };
}

function cellPlace(cell: Cell): Place | undefined {
  if (cell.kind !== 'number') return cell.place;
  return cell.quantity.origin.kind === 'source' ? cell.quantity.origin.place : undefined;
}

/** A figure as if it had been read from `place`. */
export function figure(written: string, place: Place): Cell {
  return { kind: 'number', quantity: { value: exact(written), origin: { kind: 'source', place, written, illustrative: false } } };
}
