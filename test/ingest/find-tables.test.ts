/** Tables are found by header texts only: any place, any order of columns, any way of writing the levels. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTables } from '../../src/ingest/find-tables.js';
import type { Merge, RawCell, RawSheet } from '../../src/ingest/raw-sheet.js';
import type { Form } from '../../src/statistics/form.js';
import { briefs } from './context.js';
import { column, form, monthlyForms, otherFiguresForm, resultsForm, satisfactionForm } from './forms.js';

type Value = string | number | null;

function sheetOf(rows: readonly (readonly Value[])[], merges: readonly Merge[] = []): RawSheet {
  const toCell = (value: Value): RawCell =>
    value === null || value === '' ? { kind: 'blank' } : typeof value === 'number' ? { kind: 'number', value: String(value), written: String(value) } : { kind: 'text', text: value };
  return { file: 'a.xlsx', origin: { in: 'sheet', sheet: 'S' }, rows: rows.map((row) => row.map(toCell)), merges };
}

/** Form id, header rows, and column id → sheet column of each table found. */
function find(sheet: RawSheet, forms: readonly Form[] = monthlyForms) {
  const { tables, findings } = findTables(sheet, forms);
  return {
    tables: tables.map(({ form: { id }, top, bottom, firstRow, match }) => ({ id, top, bottom, firstRow, columns: Object.fromEntries(match.columns) })),
    findings: briefs(findings),
    messages: findings.map(({ message }) => message),
    all: findings,
  };
}

const merge = (top: number, left: number, bottom: number, right: number): Merge => ({ top, left, bottom, right });
const satisfactionHeader = satisfactionForm.columns.map(({ path }) => path[0]!);
const satisfactionRow = [1, 'Sở Y tế', 1, 2, 3, 4, 5, 15];

/** The three header rows of the monthly workbook with its merges. */
const threeRows: readonly (readonly Value[])[] = [
  ['STT', 'Đơn vị', 'Số hồ sơ nhận giải quyết', '', '', 'Kết quả giải quyết', '', '', '', '', '', '', 'Hồ sơ bị trả lại', 'Hồ sơ nhận qua trực tuyến', 'Số hồ sơ mức độ 3, 4 (nộp trực tiếp và trực tuyến)'],
  ['', '', 'Tổng số', 'Trong đó', '', 'Số hồ sơ đã giải quyết', '', '', '', 'Số hồ sơ đang giải quyết', '', '', '', '', ''],
  ['', '', '', 'Kỳ trước', 'Số mới tiếp nhận', 'Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Tổng số', 'Còn hạn', 'Quá hạn', '', '', ''],
];
const threeRowMerges = [merge(1, 1, 3, 1), merge(1, 2, 3, 2), merge(1, 3, 1, 5), merge(1, 6, 1, 12), merge(2, 3, 3, 3), merge(2, 4, 2, 5), merge(2, 6, 2, 9), merge(2, 10, 2, 12), merge(1, 13, 3, 13), merge(1, 14, 3, 14), merge(1, 15, 3, 15)];
const inOrder = (ids: readonly { id: string }[]) => Object.fromEntries(ids.map(({ id }, index) => [id, index + 1]));

describe('where and how a header may stand', () => {
  test('three merged rows', () => {
    expect(find(sheetOf([...threeRows, [1, 'Sở Y tế']], threeRowMerges))).toMatchObject({
      tables: [{ id: 'ket-qua-giai-quyet', top: 1, bottom: 3, firstRow: 4, columns: inOrder(resultsForm.columns) }],
      findings: [],
    });
  });

  test('any offset, below titles merged over the whole width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 30 }), (down, right) => {
        const shift = Array<Value>(right).fill(null);
        const titles = Array.from({ length: down }, (_, row) => [...shift, row === 0 ? 'PHỤ LỤC I' : 'Đơn vị tính: hồ sơ']);
        const merges = [...threeRowMerges.map((one) => merge(one.top + down, one.left + right, one.bottom + down, one.right + right)), ...titles.map((_, row) => merge(row + 1, right + 1, row + 1, right + 15))];
        const { tables, findings } = find(sheetOf([...titles, ...threeRows.map((row) => [...shift, ...row])], merges));
        expect(findings).toEqual([]);
        expect(tables).toMatchObject([{ top: down + 1, bottom: down + 3, columns: { stt: right + 1, muc_3_4: right + 15 } }]);
      }),
      { numRuns: 40 },
    );
  });

  test('any order of columns', () => {
    const order = fc.shuffledSubarray([...satisfactionForm.columns], { minLength: 8 });
    fc.assert(
      fc.property(order, (columns) => {
        const { tables, findings } = find(sheetOf([columns.map(({ path }) => path[0]!)]));
        expect(findings).toEqual([]);
        expect(tables[0]!.columns).toEqual(Object.fromEntries(columns.map(({ id }, index) => [id, index + 1])));
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['full paths', (path: readonly string[]) => path.join(': ')],
    ['without «Số hồ sơ»', (path: readonly string[]) => path.map((text) => text.replace(/^Số hồ sơ (.)/, (_, first: string) => first.toUpperCase())).join(': ')],
    ['the last two levels', (path: readonly string[]) => path.slice(-2).join(':')],
    ['upper case, NFD, other spaces', (path: readonly string[]) => path.join(' :  ').toUpperCase().normalize('NFD').replace(/ /g, '\u00A0')],
  ])('one row: %s', (_, write) => {
    const { tables, findings } = find(sheetOf([resultsForm.columns.map(({ path }) => write(path))]));
    expect(findings).toEqual([]);
    expect(tables[0]!.columns).toEqual(inOrder(resultsForm.columns));
  });

  test('one row: column ids, with loai_dong', () => {
    const { tables, findings } = find(sheetOf([[...resultsForm.columns.map(({ id }) => id), 'loai_dong']]));
    expect(findings).toEqual([]);
    expect(tables[0]!.columns).toEqual(inOrder(resultsForm.columns));
  });

  test('one row: a bare «Tổng số» first is the first figure column, unique headers need no group', () => {
    const header = ['STT', 'Đơn vị', 'Tổng số', 'Kỳ trước', 'Số mới tiếp nhận', 'Đã giải quyết: Tổng số', 'Trước hạn', 'Đúng hạn', 'Đã giải quyết: Quá hạn', 'Đang giải quyết: Tổng số', 'Còn hạn', 'Đang giải quyết: Quá hạn', 'Hồ sơ bị trả lại', 'Hồ sơ nhận qua trực tuyến', 'Mức độ 3, 4 (nộp trực tiếp và trực tuyến)'];
    expect(find(sheetOf([header]))).toMatchObject({ tables: [{ columns: inOrder(resultsForm.columns) }], findings: [] });
  });

  test('column numbers under the header are skipped, marks and numbers behind header texts ignored', () => {
    const numbered = satisfactionHeader.map((text, index) => `${text} (${index + 1})`);
    for (const numbers of [['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)=(3)+(4)+(5)+(6)+(7)'], ['A', 'B', 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7, 8]]) {
      expect(find(sheetOf([numbered, numbers, satisfactionRow])).tables).toMatchObject([{ bottom: 1, firstRow: 3 }]);
    }
  });

  test('two tables one below the other, two side by side', () => {
    const other = ['Mã', 'Diễn giải', 'Giá trị', 'Đơn vị tính'];
    expect(find(sheetOf([satisfactionHeader, satisfactionRow, [], other, ['x', 'y', 1, 'lượt']])).tables).toMatchObject([
      { id: 'muc-do-hai-long', top: 1 },
      { id: 'so-lieu-khac', top: 4 },
    ]);
    expect(find(sheetOf([[...satisfactionHeader, null, ...other]]))).toMatchObject({
      tables: [{ id: 'muc-do-hai-long', columns: inOrder(satisfactionForm.columns) }, { id: 'so-lieu-khac', columns: { ma: 10, gia_tri: 12 } }],
      findings: [],
    });
  });

  test('one header merged over two columns is one column', () => {
    const rows = [[...satisfactionHeader.slice(0, 3), '', ...satisfactionHeader.slice(3)]];
    const { tables, findings } = find(sheetOf(rows, [merge(1, 3, 1, 4)]));
    expect(findings).toEqual([]);
    expect(tables).toMatchObject([{ columns: { hai_long_dich_vu: 3, hai_long_thai_do: 5 } }]);
  });

  test('an alias of a whole path', () => {
    const { tables } = find(sheetOf([['Đơn vị', ...satisfactionHeader.slice(2)]]));
    expect(tables).toMatchObject([{ id: 'muc-do-hai-long', columns: { don_vi: 1 } }]);
  });

  test('a sheet of other things holds no table', () => {
    expect(find(sheetOf([['Đơn vị', 'Điện thoại'], ['Sở Y tế', 123], ['Tổng số', 5]]))).toMatchObject({ tables: [], findings: [] });
  });
});

describe('faults of columns', () => {
  test('missing columns: one finding each, at the header, in words', () => {
    const { all, tables } = find(sheetOf([['x'], satisfactionHeader.filter((text) => text !== 'Ý kiến góp ý' && text !== 'Tổng cộng'), [1, 'Sở Y tế', 1, 2, 3, 4]]));
    expect(tables).toMatchObject([{ id: 'muc-do-hai-long' }]);
    expect(briefs(all)).toEqual(['column-missing B2', 'column-missing B2']);
    expect(all.map(({ expected }) => expected)).toEqual(['Ý kiến góp ý', 'Tổng cộng']);
    expect(all[0]!.message).toBe('Bảng «Mức độ hài lòng» thiếu cột «Ý kiến góp ý».');
  });

  test('the full path names a missing column of a group', () => {
    const rows = threeRows.map((row, index) => (index === 2 ? row.map((text) => (text === 'Còn hạn' ? 'Chưa đến' : text)) : row));
    expect(find(sheetOf(rows, threeRowMerges)).messages[0]).toContain('«Kết quả giải quyết: Số hồ sơ đang giải quyết: Còn hạn»');
  });

  test('without its key column a table is not read, but reported', () => {
    const { tables, findings, messages } = find(sheetOf([['Phòng ban', ...satisfactionHeader.slice(2)], ['Sở Y tế', 1, 2, 3, 4, 5, 15]]));
    expect(tables).toEqual([]);
    expect(findings).toEqual(['column-missing A1']);
    expect(messages[0]).toContain('«Tên đơn vị»');
  });

  test('less than half of the figures is no table', () => {
    expect(find(sheetOf([satisfactionHeader.slice(0, 4)])).tables).toEqual([]);
  });

  test('a header that fits two columns is a question', () => {
    const header = resultsForm.columns.map(({ id, path }) => (id === 'gq_qua_han' ? 'Quá hạn' : path.join(': ')));
    const { all, tables } = find(sheetOf([header]));
    expect(briefs(all)).toEqual(['column-ambiguous I1']);
    expect(all[0]!.question!.choices).toEqual(['Kết quả giải quyết: Số hồ sơ đã giải quyết: Quá hạn', 'Kết quả giải quyết: Số hồ sơ đang giải quyết: Quá hạn']);
    expect(tables[0]!.columns).not.toHaveProperty('gq_qua_han');
  });

  test('two columns that fit one are a question, at the second', () => {
    const { all, tables } = find(sheetOf([[...satisfactionHeader, 'Ý kiến góp ý']]));
    expect(all).toMatchObject([{ code: 'column-twice', place: { cell: 'I1' }, related: [{ cell: 'G1' }], question: { choices: ['a.xlsx › trang «S» › ô G1', 'a.xlsx › trang «S» › ô I1'] } }]);
    expect(tables[0]!.columns).not.toHaveProperty('gop_y');
  });

  test('an unknown column with figures is a warning with the nearest header; one with text is not', () => {
    const { all } = find(sheetOf([[...satisfactionHeader, 'Ý kiến góp y', 'Lãnh đạo ký'], [...satisfactionRow, '1.234', 'Nguyễn Văn A']]));
    expect(all).toMatchObject([{ code: 'column-unknown', severity: 'warning', place: { cell: 'I1' }, seen: 'Ý kiến góp y', expected: 'Ý kiến góp ý' }]);
  });

  test('a header that fits two forms alike is a question', () => {
    const twin = form('bieu-khac', 'codes', otherFiguresForm.columns, { name: 'Biểu khác' });
    const { all, tables } = find(sheetOf([['Mã', 'Diễn giải', 'Giá trị', 'Đơn vị tính'], ['x', 'y', 1, 'lượt']]), [otherFiguresForm, twin]);
    expect(tables).toEqual([]);
    expect(all).toMatchObject([{ code: 'table-ambiguous', place: { cell: 'A1' }, question: { choices: ['Số liệu khác', 'Biểu khác'] } }]);
  });

  test('of two forms the one whose header stands in full is meant', () => {
    const portal = form('tre-han-cong-quoc-gia', 'units', [column('don_vi', 'unit', ['Cơ quan']), column('so_ho_so', 'count', ['Số hồ sơ trễ hạn'])]);
    const province = form('tre-han-he-thong-tinh', 'units', [column('don_vi', 'unit', ['Đơn vị'], { aliases: [['Cơ quan']] }), column('so_ho_so', 'count', ['Trễ hạn'])]);
    expect(find(sheetOf([['TT', 'Cơ quan', 'Số hồ sơ trễ hạn']]), [province, portal])).toMatchObject({ tables: [{ id: 'tre-han-cong-quoc-gia' }], findings: [] });
    expect(find(sheetOf([['STT', 'Đơn vị', 'Trễ hạn']]), [portal, province])).toMatchObject({ tables: [{ id: 'tre-han-he-thong-tinh' }], findings: [] });
  });
});
