/** Small listed tables built by hand, for checks of forms that the sample office does not have. */
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Row } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import { readForm } from '../../src/statistics/read-form.js';

const YAML = `
id: theo-linh-vuc
name: Kết quả theo lĩnh vực
rows: { label: linh_vuc }
columns:
  - { id: linh_vuc, type: text, header: Lĩnh vực }
  - { id: n2021_dat, type: decimal, header: Điểm năm 2021 }
  - { id: n2022_dat, type: decimal, header: Điểm năm 2022 }
  - { id: dau_ky, type: count, header: Kỳ trước }
  - { id: cuoi_ky, type: count, header: Cuối kỳ }
total: { label: Tổng cộng }
continuity: [{ opening: dau_ky, closing: cuoi_ky }]
jump: { percent: 50, least: 10 }
`;

/** Label → last year's points, this year's points, opening, closing, as decimal texts. «Tổng cộng» is the total row. */
export function listedTable(file: string, figures: Readonly<Record<string, readonly string[]>>): DerivedTable {
  const read = readForm('templates/forms/theo-linh-vuc.yaml', YAML);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const form = read.value;
  const columns = ['n2021_dat', 'n2022_dat', 'dau_ky', 'cuoi_ky'];
  const rows = Object.entries(figures).map(([label, texts], index): Row => {
    const place = (column: number) => ({ in: 'sheet', file, sheet: 'S', cell: `${'ABCDE'[column]}${index + 2}` }) as const;
    const cells = columns.map((column, at) => {
      const written = texts[at]!;
      const origin = { kind: 'source', place: place(at + 1), written, illustrative: false } as const;
      return [column, { kind: 'number', quantity: { value: exact(written), origin } }] as const;
    });
    const total = label === 'Tổng cộng';
    return { id: total ? 'total' : label, label, role: total ? 'total' : 'item', cells: Object.fromEntries(cells), place: place(0) };
  });
  const source = { form: form.id, agency: 'a', period: { kind: 'year', year: 2022 }, rows, place: { in: 'sheet', file, sheet: 'S' }, illustrative: false } as const;
  return deriveTable(form, source, []);
}
