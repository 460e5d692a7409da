/** The real folders of an office, their CSV and JSON spellings, and one planted fault of each kind in the real workbook. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { readSources, type SourceFile } from '../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import { periodDates, type Period } from '../../src/statistics/period.js';
import { briefs, contents, encode, february, noWorkbooks, readText, sentFiles, tableOf, unitNames } from './context.js';
import { otherFiguresForm, resultsForm, satisfactionForm } from './forms.js';
import { changed, withCells, workbook, type CellValue } from './workbooks.js';

const workbooks = createWorkbookReader();
afterAll(() => workbooks.close());

const read = (files: readonly SourceFile[], context = february) => readSources(files, context, workbooks);
const month = (number: number) => {
  const period: Period = { kind: 'month', year: 2021, month: number };
  return { ...february, period, ...periodDates(period, { fromDay: 16, toDay: 15 }) };
};

const printed = { 'ket-qua-giai-quyet': 'phu-luc-1', 'muc-do-hai-long': 'phu-luc-2' } as const;
const records = (form: keyof typeof printed): readonly Record<string, string>[] =>
  parse(readFileSync(`test/ingest/expected/${printed[form]}.csv`), { columns: true });
const idOf = (record: Record<string, string>): string => {
  const index = unitNames.indexOf(record['don_vi']!);
  return index >= 0 ? `don-vi-${index + 1}` : record['loai_dong'] === 'ty_le' ? 'ratio' : 'total';
};

describe('the months as they were sent', () => {
  test.each([[resultsForm], [satisfactionForm]])('every figure of February is read: $id', async (form) => {
    const { tables, findings } = await read(sentFiles('2021-02'));
    expect(findings).toEqual([]);
    const table = contents(tableOf(tables, form.id));
    const expected = records(form.id as keyof typeof printed).filter((record) => record['loai_dong'] !== 'ty_le');
    expect(Object.keys(table)).toEqual(expected.map(idOf));
    for (const record of expected) {
      for (const { id, type } of form.columns) if (type === 'count') expect([record['don_vi'], id, table[idOf(record)]![id]]).toEqual([record['don_vi'], id, record[id]]);
    }
  });

  test('single figures, with the mark of illustrative months', async () => {
    for (const [number, cccd, illustrative] of [[1, '1204', true], [2, '1699', false], [3, '2310', true]] as const) {
      const { tables, findings } = await read(sentFiles(`2021-0${number}`), month(number));
      expect(findings).toEqual([]);
      expect(contents(tableOf(tables, 'so-lieu-khac'))['cccd']!['gia_tri']).toBe(cccd);
      expect(tables.map((table) => table.illustrative)).toEqual([illustrative, illustrative, illustrative]);
    }
  });

  test('figures know their cells', async () => {
    const { tables } = await read(sentFiles('2021-02'));
    const row = tableOf(tables, 'ket-qua-giai-quyet').rows[1]!;
    const place = { in: 'sheet', file: 'data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx', sheet: 'Phụ lục I' };
    expect(row).toMatchObject({ label: 'Sở Công Thương', place: { ...place, cell: 'B9' } });
    expect(row.cells['nhan_tong']).toMatchObject({ quantity: { origin: { place: { ...place, cell: 'C9' }, written: '613' } } });
  });

  test('in the folder of another month: a question at each title', async () => {
    const { findings } = await read(sentFiles('2021-02').slice(0, 1), month(3));
    expect(briefs(findings)).toEqual(['period-mismatch A2', 'period-mismatch A3', 'period-mismatch A2', 'period-mismatch A3']);
  });
});

describe('CSV and JSON spell the same table', () => {
  const figures = (form: keyof typeof printed, all: Awaited<ReturnType<typeof read>>) =>
    Object.fromEntries(Object.entries(contents(tableOf(all.tables, form))).map(([id, cells]) => [id, Object.fromEntries(Object.entries(cells).filter(([column]) => column !== 'stt' && column !== 'don_vi'))]));

  test.each(Object.keys(printed) as (keyof typeof printed)[])('%s', async (id) => {
    const form = id === resultsForm.id ? resultsForm : satisfactionForm;
    const workbook = figures(id, await read(sentFiles('2021-02')));
    const csv = await readText('a.csv', readFileSync(`test/ingest/expected/${printed[id]}.csv`, 'utf8'));
    expect(csv.findings).toEqual([]);
    const { ratio, ...rest } = figures(id, csv);
    expect(rest).toEqual(workbook);
    expect(ratio).toMatchObject(id === resultsForm.id ? { truc_tuyen: '36.21', nhan_tong: '100' } : { hai_long_dich_vu: '25.61' });

    const labels = form.columns.map(({ path }) => path.slice(-2).join(': '));
    const semicolons = records(id).map((record) => form.columns.map((column) => record[column.id]!.replace(/\B(?=(\d{3})+$)/g, '.').replace(/^(\d+)\.(\d\d)$/, '$1,$2')).join(';'));
    const labelled = await readText('b.csv', `\uFEFF${[labels.join(';'), ...semicolons].join('\r\n')}`);
    expect(labelled.findings).toEqual([]);
    expect(figures(id, labelled)).toEqual({ ratio, ...rest });

    const rows = records(id).filter(({ loai_dong }) => loai_dong === 'chi_tiet').map((record) => Object.fromEntries(form.columns.map(({ id: key, type }) => [key, type === 'count' ? Number(record[key]) : record[key]])));
    const json = await readText('c.json', JSON.stringify({ ky: '2021-02', tu_ngay: '2021-01-16', den_ngay: '2021-02-15', bang: id, don_vi_tinh: 'hồ sơ', hang: rows }));
    expect(json.findings).toEqual([]);
    expect({ total: rest['total'], ...figures(id, json) }).toEqual(rest);
  });
});

describe('planted faults', () => {
  const sent = sentFiles('2021-02')[0]!;
  const plant = async (sheet: number, cells: Readonly<Record<string, CellValue>>) => briefs((await read([{ ...sent, bytes: withCells(sent.bytes, sheet, cells) }])).findings);

  test('cells', async () => {
    expect(
      await plant(1, {
        C9: { error: '#REF!' },
        D9: null,
        E9: { f: 'C9-D9' },
        F9: 612.5,
        G9: { xml: '<c t="d"><v>2021-02-15</v></c>' },
        H9: true,
        I9: 'không',
        J9: -1,
        K9: { f: 'J9', v: 1 },
        C25: { f: 'SUM(C8:C24)' },
        D25: { error: '#REF!' },
      }),
    ).toEqual([
      'cell-error C9',
      'figure-missing D9',
      'formula-without-result E9',
      'figure-unreadable F9',
      'figure-unreadable G9',
      'figure-unreadable H9',
      'figure-unreadable I9',
      'figure-unreadable J9',
      'formula-stale K9',
      'normalised C25',
      'cell-error D25',
    ]);
  });

  test('a figure that Excel took for a date, a percentage as it is shown', async () => {
    const header = otherFiguresForm.columns.map(({ id }) => id);
    const rows = [header, ['a', 'A', { style: 1, v: 44242 }, 'lượt'], ['b', 'B', { style: 2, v: 0.8969 }, '%']] as const;
    const { tables, findings } = await read([{ path: 'a.xlsx', bytes: workbook({ S: { rows } }) }]);
    expect(findings).toMatchObject([{ code: 'figure-unreadable', place: { cell: 'C2' }, seen: '15/02/2021' }]);
    expect(contents(tables[0]!)['b']).toMatchObject({ gia_tri: '89.69' });
  });

  test('names', async () => {
    expect(await plant(1, { B10: 'Sở Công Thương', B11: 'Sở Giao thông vân tải' })).toEqual(['unit-missing B5', 'row-twice B10', 'unit-unknown B11']);
  });

  test('headers', async () => {
    expect(await plant(1, { N5: 'Nộp qua mạng', K7: 'Quá hạn' })).toEqual(['column-missing B5', 'column-missing B5', 'column-unknown N5', 'column-twice L7']);
  });

  test('a remark with a mark of the templates', async () => expect(await plant(2, { A1: 'PHỤ LỤC \uE000II' })).toEqual(['reserved-character A1']));
});

describe('files', () => {
  test('one table in two places is a question at the second, and the first is kept', async () => {
    const [sent] = sentFiles('2021-02');
    const { tables, findings } = await read([{ ...sent!, path: 'x/b.xlsx' }, { ...sent!, path: 'x/a.xlsx' }]);
    expect(tables.map(({ place }) => place.file)).toEqual(['x/a.xlsx', 'x/a.xlsx']);
    expect(findings).toMatchObject([
      {
        code: 'table-twice',
        severity: 'error',
        place: { in: 'sheet', file: 'x/b.xlsx', sheet: 'Phụ lục I', cell: 'B5' },
        related: [{ file: 'x/a.xlsx', cell: 'B5' }],
        question: { choices: ['x/a.xlsx › trang «Phụ lục I» › ô B5', 'x/b.xlsx › trang «Phụ lục I» › ô B5'] },
      },
      { code: 'table-twice', place: { sheet: 'Phụ lục II' } },
    ]);
  });

  test('content counts, not the name', async () => {
    const [sent] = sentFiles('2021-02');
    for (const path of ['a.csv', 'a.xlsm', 'a.json']) expect((await read([{ path, bytes: sent!.bytes }])).tables).toHaveLength(2);
    for (const path of ['a.xlsx', 'a.xls']) expect(briefs((await read([{ path, bytes: encode('Mã;Giá trị\n') }])).findings)).toEqual([`file-unreadable ${path}`]);
  });

  test('what holds no table is a note, an empty sheet nothing', async () => {
    const [sent] = sentFiles('2021-02');
    const bytes = changed(sent!.bytes, (parts) => {
      parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData/></worksheet>';
      parts['xl/worksheets/sheet2.xml'] = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>';
    });
    const { findings } = await read([{ path: 'a.xlsx', bytes }, { path: 'b.csv', bytes: encode('x;y\n1;2\n') }]);
    expect(findings).toMatchObject([
      { code: 'table-unrecognised', severity: 'note', place: { in: 'sheet', file: 'a.xlsx', sheet: 'Phụ lục II' } },
      { code: 'table-unrecognised', place: { in: 'file', file: 'b.csv' } },
    ]);
  });

  test('an unreadable file does not stop the others', async () => {
    const files = [{ path: 'a.xlsx', bytes: new Uint8Array() }, { path: 'b.csv', bytes: Uint8Array.from([0xff]) }, { path: 'c.json', bytes: encode('{') }, ...sentFiles('2021-02')];
    const { tables, findings } = await read(files);
    expect(tables).toHaveLength(3);
    expect(briefs(findings)).toEqual(['file-unreadable a.xlsx', 'encoding-unknown b.csv', 'json-invalid $']);
  });

  test('no files, no tables', async () => expect(await readSources([], february, noWorkbooks)).toEqual({ tables: [], findings: [] }));
});

describe('JSON', () => {
  const json = (extra: object) => readText('a.json', JSON.stringify({ bang: 'so-lieu-khac', hang: [{ ma: 'x', dien_giai: 'X', gia_tri: 5, don_vi_tinh: 'lượt' }], ...extra }));

  test('periods and dates', async () => {
    expect((await json({ ky: '2021-02', tu_ngay: '2021-01-16', den_ngay: '2021-02-15', minh_hoa: true })).tables).toMatchObject([{ illustrative: true }]);
    expect((await json({ ky: '2021-01', tu_ngay: '2020-12-16' })).findings).toMatchObject([
      { code: 'period-mismatch', place: { path: '$.ky' }, seen: 'tháng 01 năm 2021', question: { choices: ['tháng 01 năm 2021', 'tháng 02 năm 2021'] } },
      { code: 'period-mismatch', place: { path: '$.tu_ngay' }, seen: '16/12/2020', expected: '16/01/2021' },
    ]);
    expect(briefs((await json({ ky: 'tháng 2', den_ngay: '31/02/2021' })).findings)).toEqual(['json-invalid $.den_ngay', 'json-invalid $.ky']);
  });

  test('an unknown form: the nearest', async () => {
    const { findings } = await json({ bang: 'so-lieu-khac2' });
    expect(findings).toMatchObject([{ code: 'json-invalid', place: { path: '$.bang' }, seen: 'so-lieu-khac2', expected: 'so-lieu-khac' }]);
  });

  test('faults of rows', async () => {
    const rows = [{ ma: 'x', dien_giai: 'X', gia_tri: 5.5, don_vi_tinh: 'lượt' }, { ma: 'y', dien_giai: 'Y', don_vi_tinh: 'lượt', gai_tri: 5 }, { dien_giai: 'Z', gia_tri: 1, don_vi_tinh: 'lượt' }];
    expect(briefs((await json({ hang: rows })).findings)).toEqual([
      'column-unknown $.hang',
      'figure-unreadable $.hang[0].gia_tri',
      'figure-missing $.hang[1].gia_tri',
      'row-unnamed $.hang[2].ma',
    ]);
    expect(briefs((await json({ hang: [] })).findings)).toEqual(['column-missing $.hang', 'column-missing $.hang', 'column-missing $.hang', 'column-missing $.hang']);
  });
});
