/** Tables, charts, criteria, footnotes and references of a document composed from declarations: numbers in reading order, rows that follow the data, findings for what does not fit. */
import { describe, expect, it } from 'vitest';
import type { Block, ChartBlock, TableBlock } from '../../src/document/tree.js';
import { inlineText, notesIn, walkInlines } from '../../src/document/walk.js';
import type { Composition } from '../../src/template/compose.js';
import { composeSmall, givenForm, givenTable, type GivenRow, type SmallDocument } from './small-document.js';

const FIELDS = givenForm(`
id: linh-vuc
name: Kết quả theo lĩnh vực
rows: { label: ten, number: stt, levels: [{ numbered: arabic }] }
columns:
  - { id: stt, type: ordinal, header: STT }
  - { id: ten, type: text, header: Lĩnh vực }
  - { id: truoc, type: decimal, header: Năm 2021 }
  - { id: nay, type: decimal, header: Năm 2022 }
  - { id: doi, type: decimal, header: Tăng giảm, formula: nay - truoc, computed: true }
  - { id: hang, type: count, header: Hạng, adds: none }
total: { label: Chung }
comparability:
  - { rows: ['3'], columns: [truoc, doi], compare: never, reason: Chưa đo. }
  - { rows: [total], columns: [truoc], compare: noted, reason: Năm 2021 đo phạm vi hẹp hơn. }
print:
  cellNotes: [{ column: hang, when: hang > 50, text: 'Hạng {hang} trong {so_tinh} tỉnh.' }]
`);

const rows: readonly GivenRow[] = [
  { id: '1', label: 'Thể chế', figures: { truoc: 90, nay: 95, doi: 5, hang: 7 }, texts: { stt: '1', ten: 'Thể chế' } },
  { id: '2', label: 'Công vụ', figures: { truoc: '89.51', nay: '83.31', doi: '6.2', hang: 55 }, texts: { stt: '2', ten: 'Công vụ' } },
  { id: '3', label: 'Mới', figures: { truoc: 10, nay: 70, doi: 60, hang: 9 }, texts: { stt: '3', ten: 'Mới' } },
  { id: 'total', label: 'Chung', role: 'total', figures: { truoc: '89.51', nay: '79.92', doi: '-9.59', hang: 32 }, texts: { ten: 'Chung' } },
];

const MANIFEST = `
tables: { lv: { form: linh-vuc, caption: Kết quả các lĩnh vực } }
figures:
  nay: { rule: 'lv["total"].nay', as: percent }
  truoc: { rule: 'lv["total"].truoc', as: percent }
lists:
  tang: { table: lv, value: doi, where: doi > 0, as: percent }
  tat_ca: { table: lv, value: doi, as: percent }
charts:
  cot: { kind: columns, table: lv, order: descending, series: [{ name: Năm 2022, value: nay }], suffix: '%', heightMm: 60, caption: Biểu đồ lĩnh vực }
`;

const given = (change: Partial<SmallDocument> = {}, illustrative = false): SmallDocument => ({ manifest: MANIFEST, body: 'Văn bản.', forms: [FIELDS], tables: { lv: givenTable(FIELDS, rows, illustrative) }, ...change });

function composed(change: Partial<SmallDocument> = {}, illustrative = false): Composition {
  const result = composeSmall(given(change, illustrative));
  if (!('document' in result)) throw new Error(result.faults.join('\n'));
  return result;
}

const texts = (blocks: readonly Block[]): readonly string[] => blocks.flatMap((block) => ('inlines' in block ? [inlineText(block.inlines).replaceAll('\u00A0', ' ')] : []));

describe('tables and charts', () => {
  const body = 'Xem {{ref "cot"}} và {{ref "lv"}}.\n\n{{table "lv"}}\n\n{{chart "cot"}}\n\nTheo {{ref "lv"}}.';

  it('are numbered where they stand, and pointed to from above and below', () => {
    const { document, findings } = composed({ body });
    expect(texts(document.body)).toEqual(['Xem Biểu đồ 1 và Bảng 1.', 'Theo Bảng 1./.']);
    const [table, chart] = document.body.filter((block): block is TableBlock | ChartBlock => block.type === 'table' || block.type === 'chart');
    expect(inlineText(table!.caption!)).toBe('Bảng 1: Kết quả các lĩnh vực');
    expect(inlineText(chart!.caption!)).toBe('Biểu đồ 1: Biểu đồ lĩnh vực');
    expect([table!.id, chart!.id]).toEqual(['table-1', 'chart-1']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('print and draw one figure: a difference is our own, whatever sign the source gave', () => {
    const { document, figures } = composed({ body });
    const table = document.body.find((block): block is TableBlock => block.type === 'table')!;
    const cells = table.rows.map((row) => row.cells.map(({ inlines }) => inlineText(inlines)));
    expect(cells[1]).toEqual(['2', 'Công vụ', '89,51', '83,31', '-6,20', '55']);
    const chart = document.body.find((block): block is ChartBlock => block.type === 'chart')!;
    expect(chart.categories).toEqual(['Thể chế', 'Công vụ', 'Mới']);
    expect(chart.series[0]!.points.map((point) => [point!.figure.text, point!.value])).toEqual([['95,00%', '95'], ['83,31%', '83.31'], ['70,00%', '70']]);
    const drawn = figures.get(chart.series[0]!.points[1]!.figure.trace)!.quantity;
    expect(drawn.origin).toMatchObject({ kind: 'source', place: { cell: 'A3' } });
  });

  it('say so where the data are illustrative', () => {
    const { document } = composed({ body }, true);
    const notes = document.body.flatMap((block) => (block.type === 'table' || block.type === 'chart' ? [block.notes.map(inlineText)] : []));
    expect(notes).toEqual([['(Số liệu minh họa)'], ['(Số liệu minh họa)']]);
    expect(document.illustrativeNotice).toBeDefined();
  });

  it('that are pointed to and stand nowhere are findings at the line', () => {
    const { findings } = composed({ body: 'Một.\n\nXem {{ref "cot"}}, {{ref "khac"}}.\n\n{{chart "cott"}}' });
    expect(findings.filter(({ code }) => code === 'reference-unknown').map(({ place, message }) => [place.in === 'text' ? place.line : 0, /«([^»]*)»/.exec(message)![1]])).toEqual([[3, 'khac'], [5, 'cott'], [3, 'cot']]);
  });
});

describe('footnotes', () => {
  it('are numbered through sentences, cells and written parts in reading order', () => {
    const { document } = composed({
      manifest: `${MANIFEST}written: { loi: { title: Lời } }\n`,
      body: 'Chỉ số{{#note}}Định nghĩa **chỉ số**.{{/note}} đạt {{nay}}.\n\n{{table "lv"}}\n\n{{written "loi"}}',
      written: { 'loi.md': '---\nmuc: loi\n---\nHuyện A[^1] và huyện B[^b].\n\n[^1]: Xã Một.\n[^b]: Xã Hai.\n' },
    });
    const notes = [...walkInlines(document)].flatMap(({ inlines }) => notesIn(inlines)).map(({ number, inlines }) => [number, inlineText(inlines)]);
    expect(notes).toEqual([[1, 'Định nghĩa chỉ số.'], [2, 'Hạng 55 trong 63 tỉnh.'], [3, 'Xã Một.'], [4, 'Xã Hai.']]);
  });

  it('warn of a comparison once, at the first figure that rests on it', () => {
    const { document } = composed({ body: 'SIPAS {{change nay truoc}}.\n\nVậy SIPAS {{change nay truoc}}.' });
    const notes = document.body.map((block) => ('inlines' in block ? notesIn(block.inlines).map(({ inlines }) => inlineText(inlines)) : []));
    expect(texts(document.body)[0]).toBe('SIPAS giảm 9,59%.');
    expect(notes).toEqual([['Năm 2021 đo phạm vi hẹp hơn.'], []]);
  });

  it('that a person points to and does not write stay as typed', () => {
    const { document } = composed({ manifest: `${MANIFEST}written: { loi: { title: Lời } }\n`, body: '{{written "loi"}}', written: { 'loi.md': '---\nmuc: loi\n---\nHuyện A[^9].\n' } });
    expect(texts(document.body)).toEqual(['Huyện A[^9]./.']);
  });
});

describe('lists', () => {
  it('leave out what must not be compared', () => {
    const { document } = composed({ body: '{{share tang}}: {{enumerate tang}}; {{split tat_ca "lĩnh vực"}}.' });
    expect(texts(document.body)).toEqual(['01/02: Thể chế (5%); 01/02 lĩnh vực giảm, gồm Công vụ (giảm 6,20%); 01/02 lĩnh vực tăng, gồm Thể chế (tăng 5,00%)./.']);
  });

  it('whose rules name what is not there are refused with the fault', () => {
    expect(composeSmall(given({ manifest: MANIFEST.replace('where: doi > 0', 'where: khong_co > 0') })).faults.join()).toContain('lists.tang');
    expect(composeSmall(given({ manifest: MANIFEST.replace('value: nay }]', 'value: doi > 1 }]') })).faults.join()).toContain('charts.cot');
    expect(composeSmall(given({ manifest: MANIFEST.replace("lv[\"total\"].nay'", "xx[\"total\"].nay'") })).faults.join()).toContain('figures.nay');
    expect(composeSmall(given({ body: '{{share nay}}' }))).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ code: 'template-invalid' })]) });
  });
});

describe('criteria', () => {
  const CRITERIA = givenForm(`
id: tieu-chi
name: Tiêu chí
rows: { label: ten, number: ma, levels: [{ numbered: decimal, figures: none }, { numbered: decimal }] }
columns:
  - { id: ma, type: text, header: Mục }
  - { id: ten, type: text, header: Tiêu chí }
  - { id: toi_da, type: decimal, header: Tối đa, decimals: 4, exact: true }
  - { id: dat, type: decimal, header: Đạt, decimals: 4 }
  - { id: thieu, type: decimal, header: Thiếu, decimals: 4, formula: dat - toi_da }
`);
  const criteria: readonly GivenRow[] = [
    { id: '3.1', label: 'Chỉ đạo', role: 'group' },
    { id: '3.1.(1)', label: 'Kế hoạch', parent: '3.1', figures: { toi_da: '1.5', dat: '1.4464' } },
    { id: '3.1.(2)', label: 'Kiểm tra', parent: '3.1' },
  ];
  const manifest = `
tables: { tc: { form: tieu-chi, told: true, criteria: { got: dat, missing: thieu, most: toi_da } } }
written: { tc: { title: Giải trình, by: criterion }, gp: { title: Giải pháp, by: unit } }
`;
  const body = '# {{label "tc" "3.1"}}\n\n{{#criterion "tc" "3.1.(1)"}}\n{{written "tc" "(1)"}}\n{{/criterion}}\n\n{{#criterion "tc" "3.1.(2)"}}\nHai.\n{{/criterion}}\n\n{{#criterion "tc" "3.1.(3)"}}\nBa.\n{{/criterion}}';
  const written = { '1.md': "---\nmuc: tc\ntieu_chi: '(1)'\n---\nMột.\n" };
  const document = (change: Partial<SmallDocument> = {}): Composition => composed({ manifest, body, forms: [CRITERIA], tables: { tc: givenTable(CRITERIA, criteria) }, written, ...change });

  it('head their evidence with points got, missing and most; without points only with the name', () => {
    expect(texts(document().document.body)).toEqual(['Chỉ đạo', '(1) Kế hoạch (Đạt 1,4464 điểm, -0,0536 điểm so với điểm chuẩn 1,5 điểm)', 'Một.', '(2) Kiểm tra', 'Hai./.']);
  });

  it('that nobody tells are named; parts of criteria nobody asks for too', () => {
    const { findings } = document({ body: '{{#criterion "tc" "3.1.(1)"}}\n{{written "tc" "(1)"}}\n{{/criterion}}', written: { ...written, '7.md': "---\nmuc: tc\ntieu_chi: '(7)'\n---\nBảy.\n" } });
    expect(findings.map(({ code, seen }) => [code, seen])).toEqual(expect.arrayContaining([['row-untold', 'Kiểm tra'], ['criterion-unknown', '(7)']]));
  });

  it('parts by unit stand in the order of the agency, a gap where one is missing', () => {
    const { document: tree, findings } = document({ body: '{{written_by_unit "gp"}}', written: { '2.md': '---\nmuc: gp\ndon_vi: Sở Tư pháp\n---\nLàm luật.\n' } });
    expect(texts(tree.body)).toEqual(['(1) Sở Tài chính', '[Thiếu nội dung: Giải pháp: Sở Tài chính]', '(2) Sở Tư pháp', 'Làm luật./.']);
    expect(findings.map(({ code }) => code)).toContain('paragraph-missing');
  });
});
