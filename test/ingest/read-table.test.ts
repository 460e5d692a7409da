/** Rows and cells: every fault at its place, all of a file at once, and the table all the same. */
import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/statistics/form.js';
import { isIllustrative } from '../../src/statistics/dataset.js';
import { briefs, contents, readText, tableOf, unitNames, units } from './context.js';
import { column, form, satisfactionForm } from './forms.js';

/** A small form of two units; «tong» is computed where the source does not give it. */
const small = form(
  'nho',
  'units',
  [
    column('stt', 'ordinal', ['STT'], { required: false }),
    column('don_vi', 'unit', ['Đơn vị']),
    column('nhan', 'count', ['Nhận']),
    column('tra', 'count', ['Trả']),
    column('ty_le', 'decimal', ['Tỷ lệ (%)'], { required: false }),
    column('tong', 'count', ['Cộng hai cột'], { required: false, formula: 'nhan + tra' }),
  ],
  { name: 'Biểu nhỏ', total: { label: 'Tổng cộng', aliases: ['Toàn tỉnh'] }, ratio: { label: 'Tỷ lệ %', cells: {}, emphasis: 'strong' } },
);
const twoUnits = [units[1]!, { ...units[14]!, aliases: [{ name: 'Sở Y', to: '2021-02-01' }, { name: 'SYT', from: '2021-01-01' }] }];
const HEADER = 'STT;Đơn vị;Nhận;Trả;Tỷ lệ (%);Cộng hai cột\n';
const GOOD = '1;Sở Công Thương;1;2;;\n2;Sở Y tế;3;4;;\n';

async function read(rows: string, options: { header?: string; forms?: readonly Form[] } = {}) {
  const { tables, findings } = await readText('a.csv', (options.header ?? HEADER) + rows, { units: twoUnits, forms: options.forms ?? [small] });
  return { table: tables[0]!, findings, briefs: briefs(findings) };
}

describe('rows', () => {
  test('by name, never by position; spelling, alias and order do not matter', async () => {
    const { table, briefs } = await read('1;sở y  tế ;3;4;;\n\n2;SỞ CÔNG THƯƠNG;1;2;;\n');
    expect(briefs).toEqual([]);
    expect(table.rows.map(({ id, label, role, place }) => [id, label, role, place])).toEqual([
      ['don-vi-15', 'Sở Y tế', 'item', { in: 'csv', file: 'a.csv', line: 2, column: 2 }],
      ['don-vi-2', 'Sở Công Thương', 'item', { in: 'csv', file: 'a.csv', line: 4, column: 2 }],
    ]);
    expect((await read('1;SYT;3;4;;\n2;Sở Công Thương;1;2;;\n')).briefs).toEqual([]);
  });

  test('an alias that is no longer valid is no name', async () => {
    const { findings } = await read('1;Sở Y;3;4;;\n2;Sở Công Thương;1;2;;\n');
    expect(findings.map(({ code }) => code)).toContain('unit-unknown');
  });

  test('an unknown unit is a question with the nearest names; the unit it is taken for is not missed besides', async () => {
    const { findings, table } = await read('1;Sở Công Thươg;1;2;;\n2;Sở Y tế;3;x;;\n');
    expect(findings).toMatchObject([
      { code: 'unit-unknown', severity: 'error', place: { line: 2, column: 2 }, seen: 'Sở Công Thươg', question: { choices: ['Sở Công Thương', 'Sở Y tế'] } },
      { code: 'figure-unreadable', place: { line: 3, column: 4 } },
    ]);
    expect(findings[0]!.message).toContain('tên gần nhất là «Sở Công Thương»');
    expect(table.rows.map(({ label }) => label)).toEqual(['Sở Y tế']);
  });

  test('a name like no other: unknown, and the unit without row is missing, at the header', async () => {
    const { findings } = await read('1;Cục Thuế;1;2;;\n2;Sở Y tế;3;4;;\n');
    expect(findings).toMatchObject([
      { code: 'unit-missing', place: { line: 1, column: 2 }, expected: 'Sở Công Thương' },
      { code: 'unit-unknown', place: { line: 2, column: 2 } },
    ]);
  });

  test('two rows of one unit', async () => {
    const { findings, table } = await read(`${GOOD}3;Sở y tế;9;9;;\n`);
    expect(findings).toMatchObject([{ code: 'row-twice', place: { line: 4, column: 2 }, related: [{ line: 3, column: 2 }] }]);
    expect(contents(table)['don-vi-15']!['nhan']).toBe('3');
  });

  test('of several totals the last is the total, the others are sums of groups', async () => {
    const { findings, table } = await read(`A;Khối I;;;;\n1;Sở Công Thương;1;2;;\n;Cộng;1;2;;\nB;Khối II;;;;\n2;Sở Y tế;3;4;;\n;Tổng cộng;4;6;;\n`);
    expect(findings).toMatchObject([{ code: 'subtotal-ignored', severity: 'warning', place: { line: 4, column: 2 } }]);
    expect(contents(table)['total']).toMatchObject({ nhan: '4' });
    expect((await read(`${GOOD};Cộng;4;6;;\n;Tổng cộng;4;6;;\n`)).briefs).toEqual(['row-twice 5:2']);
    expect((await read(`;Tổng số;4;6;;\n${GOOD};Tổng cộng;4;6;;\n`)).briefs).toEqual(['row-twice 5:2']);
  });

  test('figures without a name', async () => {
    expect((await read(`${GOOD};;5;6;;\n`)).briefs).toEqual(['row-unnamed 4:2']);
  });

  test.each(['3;Tổng cộng', ';TỔNG CỘNG', 'Tổng số;', ';Cộng:', ';Toàn tỉnh', 'Tổng cộng (1+2);'])('total row «%s»', async (label) => {
    const { table, briefs } = await read(`${GOOD}${label};4;6;;\n`);
    expect(briefs).toEqual([]);
    expect(table.rows.at(-1)).toMatchObject({ id: 'total', role: 'total' });
    expect(contents(table)['total']).toMatchObject({ nhan: '4', tra: '6' });
  });

  test.each([';Tỷ lệ %', 'TỶ LỆ (%);', ';Tỉ lệ'])('ratio row «%s»: decimals under count columns, a dash for no base', async (label) => {
    const { table, briefs } = await read(`${GOOD};Tổng;4;6;;\n${label};40,00;60,00 %;-;\n`);
    expect(briefs).toEqual([]);
    expect(table.rows.at(-1)).toMatchObject({ id: 'ratio', role: 'ratio', cells: { ty_le: { kind: 'absent', why: 'did-not-occur' } } });
    expect(contents(table)['ratio']).toMatchObject({ nhan: '40', tra: '60' });
  });

  test('a total above its units, subtitles between them, notes and signatures below', async () => {
    const rows = `;Tổng số;4;6;;\nA;Sở, ban, ngành;;;;\n`;
    const above = await read(`${rows}${GOOD}Ghi chú: 3;;;;;\n`);
    expect(above.briefs).toEqual([]);
    expect(above.table.rows.map(({ id }) => id)).toEqual(['total', 'don-vi-2', 'don-vi-15']);
    const below = ';Tổng số;4;6;;\n;;;;;\n(*) Không tính hồ sơ trả lại 5;;;;;\nGhi chú: 3;;;;;\n;;;Sóc Trăng, ngày 15 tháng 02 năm 2021;;\nNgười lập;Cục Thuế;7;8;;\n';
    expect((await read(`A;Khối tỉnh;;;;\n${GOOD}${below}`)).briefs).toEqual([]);
  });

  test('loai_dong decides', async () => {
    const header = 'stt,don_vi,nhan,tra,loai_dong\n';
    const rows = '1,Sở Công Thương,1,2,chi_tiet\n2,Sở Y tế,3,4,chi_tiet\n,Khối tỉnh,,,nhom\n,Toàn quốc,4,6,tong_cong\n,Phần trăm,40.00,60.00,ty_le\n';
    const { table, briefs } = await read(rows, { header });
    expect(briefs).toEqual([]);
    expect(table.rows.map(({ id, role }) => [id, role])).toEqual([['don-vi-2', 'item'], ['don-vi-15', 'item'], ['Khối tỉnh', 'group'], ['total', 'total'], ['ratio', 'ratio']]);
  });
});

describe('cells', () => {
  test.each([
    ['', 'figure-missing', 'Sở Công Thương, cột «Nhận»: ô bỏ trống.'],
    ['12,5', 'figure-unreadable', 'Sở Công Thương, cột «Nhận»: không đọc được «12,5» thành số nguyên không âm.'],
    ['-3', 'figure-unreadable', 'Sở Công Thương, cột «Nhận»: không đọc được «-3» thành số nguyên không âm.'],
    ['-', 'figure-unreadable', 'Sở Công Thương, cột «Nhận»: không đọc được «-» thành số nguyên không âm.'],
    ['5 hồ sơ', 'figure-unreadable', 'Sở Công Thương, cột «Nhận»: không đọc được «5 hồ sơ» thành số nguyên không âm.'],
  ])('«%s» in a count', async (typed, code, message) => {
    const { findings, table } = await read(`1;Sở Công Thương;${typed};2;;\n2;Sở Y tế;3;4;;\n`);
    expect(findings).toMatchObject([{ code, severity: 'error', place: { in: 'csv', line: 2, column: 3 }, message }]);
    expect(table.rows[0]!.cells['nhan']).toMatchObject({ kind: 'absent', why: 'blank', place: { line: 2, column: 3 } });
    expect(table.rows[0]!.cells['tra']).toMatchObject({ kind: 'number' });
  });

  test('a decimal that reads in two ways is a question', async () => {
    const { findings } = await read('1;Sở Công Thương;1.204;2;1.204;\n2;Sở Y tế;3;4;36,5;\n');
    expect(findings).toMatchObject([{ code: 'figure-ambiguous', place: { line: 2, column: 5 }, seen: '1.204', question: { choices: ['1204', '1,204'] } }]);
  });

  test('what may be blank: optional and computed columns, totals', async () => {
    const { table, briefs } = await read(`${GOOD};Tổng cộng;;;;\n`);
    expect(briefs).toEqual([]);
    expect(table.rows[0]!.cells['ty_le']).toMatchObject({ kind: 'absent', place: { line: 2, column: 5 } });
    expect(table.rows[0]!.cells['tong']).toMatchObject({ kind: 'absent', place: { line: 2, column: 6 } });
  });

  test('columns the source does not have', async () => {
    const { table, briefs } = await read('Sở Công Thương;1;2\nSở Y tế;3;4\n', { header: 'Đơn vị;Nhận;Trả\n' });
    expect(briefs).toEqual([]);
    expect(table.rows[0]!.cells['tong']).toEqual({ kind: 'absent', why: 'blank' });
  });

  test('origin: place and writing of the source', async () => {
    const { table } = await read('1;Sở Công Thương; 1.204 ;2;;\n2;Sở Y tế;3;4;;\n');
    expect(table.rows[0]!.cells['nhan']).toMatchObject({
      kind: 'number',
      quantity: { origin: { kind: 'source', place: { in: 'csv', file: 'a.csv', line: 2, column: 3 }, written: '1.204', illustrative: false } },
    });
  });

  test('reserved characters, wherever they stand', async () => {
    expect((await read('1;Sở Công Thương;1;2;;\n2;Sở Y tế;3;4;;\n(*)\uE001;;;;;\n')).briefs).toEqual(['reserved-character 4:1']);
  });

  test('all faults of a file at once', async () => {
    const { briefs } = await read('1;Sở Công Thương;;x;1.234;\n2;Sở Y Tê;a;;;\n3;Cục Thuế;1;1;;\n');
    expect(briefs).toEqual(['figure-missing 2:3', 'figure-unreadable 2:4', 'figure-ambiguous 2:5', 'unit-unknown 3:2', 'figure-unreadable 3:3', 'figure-missing 3:4', 'unit-unknown 4:2']);
  });
});

describe('single figures by code', () => {
  const header = 'Mã;Diễn giải;Giá trị;Đơn vị tính;Ghi chú\n';
  const read = (rows: string) => readText('b.csv', header + rows);

  test('count or decimal by the unit of measure', async () => {
    const { tables, findings } = await read('cccd;Căn cước;1.204;Hồ sơ;\nty_le;Tỷ lệ;36,21;%;\ndiem;Điểm;1.204;điểm;\nle;Lẻ;1,5;lượt;x\n');
    expect(briefs(findings)).toEqual(['figure-ambiguous 4:3', 'figure-unreadable 5:3']);
    expect(findings[1]!.message).toContain('Lẻ, cột «Giá trị»');
    expect(contents(tables[0]!)).toMatchObject({ cccd: { gia_tri: '1204', dien_giai: 'Căn cước' }, ty_le: { gia_tri: '36.21' }, diem: { gia_tri: '–' }, le: { ghi_chu: 'x' } });
    expect(tables[0]!.rows[0]).toMatchObject({ id: 'cccd', label: 'Căn cước' });
  });

  test('a code twice, figures without code, a sentence below', async () => {
    const { findings } = await read('a;A;1;lượt;\na;B;2;lượt;\n;C;3;lượt;\nSố liệu do các đơn vị cung cấp;;;;\n');
    expect(briefs(findings)).toEqual(['row-twice 3:1', 'row-unnamed 4:1']);
    expect(findings[0]!.message).toContain('«a (B)» có hai dòng');
  });
});

describe('a list by its numbers', () => {
  const list = form(
    'danh-sach',
    'listed',
    [column('stt', 'ordinal', ['STT']), column('linh_vuc', 'text', ['Lĩnh vực']), column('nhan', 'count', ['Nhận']), column('tra', 'count', ['Trả'])],
    { listing: { label: 'linh_vuc', number: 'stt', levels: [{ numbered: 'roman', figures: 'given' }, { numbered: 'arabic', figures: 'given' }], key: [], names: {}, drop: [] }, total: { label: 'Tổng cộng', aliases: [] } },
  );
  const read = async (rows: string) => {
    const { tables, findings } = await readText('c.csv', `STT;Lĩnh vực;Nhận;Trả\n${rows}`, { forms: [list] });
    return { findings, ids: tables[0]!.rows.map(({ id, parent }) => `${id} ← ${parent ?? ''}`) };
  };

  test('a wrong number: the row keeps a place of its own, with its parts', async () => {
    const { findings, ids } = await read('I;Đất đai;3;3;\n1;Cấp mới;1;1\n1;Cấp đổi;2;2\nI;Xây dựng;4;4\n1;Cấp phép;4;4\n;Tổng cộng;7;7\n');
    expect(findings).toMatchObject([
      { code: 'row-number-twice', severity: 'error', place: { line: 4, column: 2 }, related: [{ line: 3, column: 2 }], message: 'Số thứ tự đặt dòng «Cấp đổi» vào chỗ của dòng «Cấp mới» (c.csv › dòng 3 (ô B3)).' },
      { code: 'row-number-twice', place: { line: 5, column: 2 }, related: [{ line: 2, column: 2 }] },
    ]);
    expect(ids).toEqual(['I ← ', 'I.1 ← I', 'I.1#2 ← I', 'I#2 ← ', 'I#2.1 ← I#2', 'total ← ']);
  });

  test('a number left out: a heading where counting begins anew, else a row like those around it', async () => {
    const { findings, ids } = await read('I;Đất đai;3;3;\n1;Cấp mới;1;1\n;Cấp đổi;2;2\n;Xây dựng;9;9\n1;Cấp phép;4;4\n2;Gia hạn;5;5\n');
    expect(findings.filter(({ code }) => code !== 'total-missing')).toEqual([]);
    expect(ids.slice(3)).toEqual(['2 ← ', '2.1 ← 2', '2.2 ← 2']);
  });

  test('rows that count on from a wrong number are not accused besides', async () => {
    const { findings } = await read('I;Đất đai;3;3;\n1;Cấp mới;1;1\n2;Cấp đổi;2;2\n1;Xây dựng;4;4\n2;Cấp phép;4;4\n');
    expect(briefs(findings)).toEqual(['row-number-twice 5:2']);
  });

  test('the same number and the same label is the same row twice', async () => {
    const { findings } = await read('I;Đất đai;3;3;\nII;Xây dựng;1;1\nII;Xây dựng;2;2\n');
    expect(briefs(findings)).toEqual(['row-twice 4:2']);
  });
});

describe('illustrative figures', () => {
  test('a line above the header marks the table and every figure', async () => {
    const { table, briefs } = await read(GOOD, { header: `(Số liệu minh họa);;;;;\n${HEADER}` });
    expect(briefs).toEqual([]);
    expect(table.illustrative).toBe(true);
    const cell = table.rows[0]!.cells['nhan']!;
    expect(cell.kind === 'number' && isIllustrative(cell.quantity)).toBe(true);
  });

  test('a column «Nguồn» decides row by row, whatever the line says', async () => {
    const header = '(Số liệu minh họa: chỉ các dòng ghi «minh họa»)\nĐơn vị;Nhận;Trả;Nguồn\n';
    const { table } = await read('Sở Công Thương;1;2;công bố\nSở Y tế;3;4;Minh hoạ\n', { header });
    expect(table.illustrative).toBe(true);
    expect(table.rows.map(({ cells: { nhan } }) => nhan?.kind === 'number' && isIllustrative(nhan.quantity))).toEqual([false, true]);
    expect((await read('Sở Công Thương;1;2;công bố\nSở Y tế;3;4;công bố\n', { header })).table.illustrative).toBe(false);
  });

  test('without a mark nothing is', async () => expect((await read(GOOD)).table.illustrative).toBe(false));
});

describe('the period of the title', () => {
  const header = 'Đơn vị;Nhận;Trả\n';
  const rows = 'Sở Công Thương;1;2\nSở Y tế;3;4\n';
  const titled = (...titles: string[]) => read(rows, { header: `${titles.join('\n')}\n${header}` });

  test('the right one, and none, say nothing', async () => {
    expect((await titled('BÁO CÁO THÁNG 02 NĂM 2021', '(Từ ngày 16/01/2021 đến ngày 15/02/2021)')).briefs).toEqual([]);
    expect((await titled('BÁO CÁO')).briefs).toEqual([]);
  });

  test('another month, other dates: questions at their cells', async () => {
    const { findings } = await titled('BÁO CÁO THÁNG 01 NĂM 2021', '(Từ ngày 16/12/2020 đến ngày 15/01/2021)');
    expect(findings).toMatchObject([
      { code: 'period-mismatch', place: { line: 1, column: 1 }, seen: 'tháng 01 năm 2021', expected: 'tháng 02 năm 2021', question: { choices: ['tháng 01 năm 2021', 'tháng 02 năm 2021'] } },
      { code: 'period-mismatch', place: { line: 2, column: 1 }, seen: 'từ ngày 16/12/2020 đến ngày 15/01/2021', expected: 'từ ngày 16/01/2021 đến ngày 15/02/2021' },
    ]);
  });

  test('a year in a month, a quarter in a month', async () => {
    expect((await titled('NĂM 2021')).briefs).toEqual(['period-mismatch 1:1']);
    expect((await titled('QUÝ I NĂM 2021')).briefs).toEqual(['period-mismatch 1:1']);
  });
});

describe('a large list of units', () => {
  const header = `${satisfactionForm.columns.map(({ id }) => id).join()}\n`;

  test('misses each one that has no row', async () => {
    const { findings } = await readText('a.csv', `${header}1,Sở Công Thương,1,0,0,0,0,1\n`);
    expect(findings.map(({ expected }) => expected).sort()).toEqual(unitNames.filter((name) => name !== 'Sở Công Thương').sort());
  });

  test.each(['', '1,Sở Công Thương,,,,,,\n2,Sở Y tế,,,,,,\n,Tổng cộng,,,,,,\n'])('is empty as a whole, and says so once: %j', async (rows) => {
    const { tables, findings } = await readText('a.csv', header + rows);
    expect(findings).toMatchObject([{ code: 'table-empty', severity: 'error', place: { line: 1, column: 2 }, message: 'Bảng «Mức độ hài lòng» không có số liệu nào.' }]);
    expect(tableOf(tables, 'muc-do-hai-long').form).toBe('muc-do-hai-long');
  });
});
