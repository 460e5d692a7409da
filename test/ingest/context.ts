/** The agency, period and units of the sample month, and small lookups the tests share. */
import { readFileSync, readdirSync } from 'node:fs';
import { readSources, type ReadSources, type SourceContext, type SourceFile } from '../../src/ingest/read-sources.js';
import type { WorkbookReader } from '../../src/ingest/workbook-reader.js';
import type { Finding } from '../../src/finding/finding.js';
import type { Place } from '../../src/finding/place.js';
import type { Cell, Table } from '../../src/statistics/dataset.js';
import { toDecimalText } from '../../src/statistics/exact.js';
import type { Unit } from '../../src/statistics/unit-list.js';
import { monthlyForms } from './forms.js';

export const unitNames = [
  'Sở Thông tin và Truyền thông',
  'Sở Công Thương',
  'Sở Giáo dục và Đào tạo',
  'Sở Giao thông vận tải',
  'Sở Kế hoạch và Đầu tư',
  'Sở Khoa học và Công nghệ',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Nội vụ',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Tài chính',
  'Sở Tài nguyên và Môi trường',
  'Sở Tư pháp',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Xây dựng',
  'Sở Y tế',
  'Công an tỉnh',
  'Bảo hiểm xã hội tỉnh',
];

export const units: readonly Unit[] = unitNames.map((name, index) => ({ id: `don-vi-${index + 1}`, name, aliases: [] }));

export const february: SourceContext = {
  agency: 'ttpvhcc-soc-trang',
  period: { kind: 'month', year: 2021, month: 2 },
  from: '2021-01-16',
  to: '2021-02-15',
  units,
  forms: monthlyForms,
};

/** A reader for tests without workbooks. */
export const noWorkbooks: WorkbookReader = {
  read: () => Promise.reject(new Error('no workbook expected')),
  close: () => Promise.resolve(),
};

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Without the notes of what was normalised: test/ingest/hostile looks at them. */
export async function readText(path: string, text: string, context: Partial<SourceContext> = {}): Promise<ReadSources> {
  const read = await readSources([{ path, bytes: encode(text) }], { ...february, ...context }, noWorkbooks);
  return { ...read, findings: read.findings.filter(({ code }) => code !== 'normalised') };
}

/** The files an office sent for a month, tables only. */
export function sentFiles(period: string): readonly SourceFile[] {
  const folder = `data/ttpvhcc-soc-trang/${period}`;
  return readdirSync(folder)
    .filter((name) => /\.(xlsx|csv)$/.test(name))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, bytes: readFileSync(`${folder}/${name}`) }));
}

export function tableOf(tables: readonly Table[], form: string): Table {
  const table = tables.find((one) => one.form === form);
  if (!table) throw new Error(`no table ${form}`);
  return table;
}

/** Row id → column id → what the cell holds: number as decimal text, text as it is, absent as «–». */
export function contents(table: Table): Record<string, Record<string, string>> {
  const show = (cell: Cell): string => (cell.kind === 'number' ? toDecimalText(cell.quantity.value) : cell.kind === 'text' ? cell.text : '–');
  return Object.fromEntries(
    table.rows.map((row) => [row.id, Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, show(cell)]))]),
  );
}

/** «code place», the place in short: `B7`, `3:2`, `$.hang[0]`, or the file. */
export function briefs(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${placeBrief(place)}`);
}

export function placeBrief(place: Place): string {
  switch (place.in) {
    case 'sheet':
      return place.cell ?? place.sheet;
    case 'csv':
    case 'text':
      return `${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
    case 'json':
      return place.path;
    case 'file':
      return place.file;
  }
}
