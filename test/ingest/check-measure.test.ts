/** A declared unit of measure that multiplies is a question at its cell; one that only names what is counted says nothing. */
import { describe, expect, test } from 'vitest';
import { briefs, readText } from './context.js';
import { column, form } from './forms.js';

const one = (unit?: string) =>
  form('nho', 'listed', [column('ten', 'text', ['Tên']), column('nhan', 'count', ['Nhận']), column('tra', 'count', ['Trả'])], {
    name: 'Biểu nhỏ',
    listing: { label: 'ten', levels: [{ numbered: 'none', figures: 'given' }], key: [], names: {}, drop: [] },
    ...(unit === undefined ? {} : { unit }),
  });

describe('above a table', () => {
  const read = async (line: string, unit?: string) => (await readText('a.csv', `BÁO CÁO\n${line}\nTên;Nhận;Trả\nA;1;2\n`, { forms: [one(unit)] })).findings;

  test.each(['Đơn vị tính: nghìn hồ sơ', '(ĐVT: Nghìn hồ sơ)', ';Đơn vị tính:;nghìn hồ sơ', 'Đơn vị tính : 1.000 hồ sơ', 'Đơn vị tính: %', 'Đơn vị tính: chục hồ sơ'])('«%s» for files', async (line) => {
    const findings = await read(line, 'hồ sơ');
    expect(findings).toMatchObject([{ code: 'measure-differs', severity: 'error', place: { line: 2 }, expected: 'hồ sơ' }]);
    expect(findings[0]!.question!.choices).toHaveLength(2);
  });

  test('says where, both readings and what to do', async () => {
    expect(await read(';Đơn vị tính: nghìn hồ sơ', 'hồ sơ')).toMatchObject([
      {
        place: { line: 2, column: 2 },
        message: 'Bảng «Biểu nhỏ» ghi đơn vị tính «nghìn hồ sơ», trong khi biểu dùng «hồ sơ».',
        question: { choices: ['số đã ghi theo «nghìn hồ sơ»', 'số đã ghi theo «hồ sơ»'] },
      },
    ]);
  });

  test.each([
    ['Đơn vị tính: Số hồ sơ TTHC', 'hồ sơ'],
    ['Đơn vị tính: hồ sơ', 'hồ sơ'],
    ['Đơn vị tính: triệu đồng', 'triệu đồng'],
    ['Đơn vị tính: phần trăm', '%'],
    ['Đơn vị tính: %', undefined],
    ['Đơn vị: Sở Nội vụ tỉnh Nghìn', 'hồ sơ'],
    ['Đơn vị tính: trămg hồ sơ', 'hồ sơ'],
  ])('«%s» for «%s» says nothing', async (line, unit) => expect(await read(line, unit)).toEqual([]));
});

test('in a JSON', async () => {
  const json = (measure: string): string => JSON.stringify({ bang: 'nho', don_vi_tinh: measure, hang: [{ ten: 'A', nhan: 1, tra: 2 }] });
  expect(briefs((await readText('a.json', json('ngàn hồ sơ'), { forms: [one('hồ sơ')] })).findings)).toEqual(['measure-differs $.don_vi_tinh']);
  expect((await readText('a.json', json('Hồ sơ'), { forms: [one('hồ sơ')] })).findings).toEqual([]);
});

describe('of single figures', () => {
  const read = async (measure: string) => (await readText('b.csv', `Mã;Diễn giải;Giá trị;Đơn vị tính;Ghi chú\ncccd;Căn cước;17;${measure};\n`)).findings;

  test.each(['nghìn lượt', 'Trăm  hồ sơ', 'ngàn đơn vị'])('«%s»', async (measure) => {
    expect(await read(measure)).toMatchObject([{ code: 'measure-differs', place: { line: 2, column: 4 }, message: expect.stringContaining('Dòng «cccd»') }]);
  });

  test.each(['hồ sơ', 'lượt', 'triệu đồng', 'tỷ đồng', '%', '% hồ sơ', 'điểm'])('«%s» says nothing', async (measure) => expect(await read(measure)).toEqual([]));
});
