/** JSON tables: exact numbers, faults at their paths. */
import { expect, test } from 'vitest';
import { cellAt, placeOf } from '../../src/ingest/raw-sheet.js';
import { readJson } from '../../src/ingest/read-json.js';
import { briefs, encode, placeBrief } from './context.js';

const read = (text: string) => readJson('a.json', encode(text));

/** «path: reason» of each fault. */
const faults = (text: string): readonly string[] => {
  const { ok, findings } = read(text);
  expect(ok).toBe(false);
  expect(findings.every(({ code }) => code === 'json-invalid')).toBe(true);
  return findings.map(({ place, message }) => `${placeBrief(place)}: ${message.replace(/^.*?quy định: /, '')}`);
};

test('rows become a sheet under the column ids, with what is declared', () => {
  const sheets = read(
    '{"ky":"2021-02","tu_ngay":"2021-01-16","den_ngay":"2021-02-15","bang":"b","don_vi_tinh":"hồ sơ","minh_hoa":true,"hang":[{"ma":"x","gia_tri":12345678901234567890},{"gia_tri":1.50,"ghi chú":null}]}',
  );
  if (!sheets.ok) throw new Error(briefs(sheets.findings).join());
  const sheet = sheets.value[0]!;
  expect(sheet.declared).toEqual({ form: 'b', period: '2021-02', from: '2021-01-16', to: '2021-02-15', measure: 'hồ sơ', illustrative: true });
  expect(sheet.rows[0]).toEqual(['ma', 'gia_tri', 'ghi chú'].map((text) => ({ kind: 'text', text })));
  expect(cellAt(sheet, 2, 2)).toEqual({ kind: 'number', value: '12345678901234567890', written: '12345678901234567890' });
  expect(cellAt(sheet, 3, 2)).toEqual({ kind: 'number', value: '1.50', written: '1.50' });
  expect(cellAt(sheet, 3, 1)).toEqual({ kind: 'blank' });
  expect([placeOf(sheet, 2, 2), placeOf(sheet, 3, 3), placeOf(sheet, 3), placeOf(sheet, 1, 1)].map(placeBrief)).toEqual([
    '$.hang[0].gia_tri',
    '$.hang[1]["ghi chú"]',
    '$.hang[1]',
    '$.hang',
  ]);
});

test('a list holds several tables', () => {
  const sheets = read('[{"bang":"a","hang":[{"x":1}]},{"bang":"b","hang":[{"y":2}]}]');
  if (!sheets.ok) throw new Error('refused');
  expect(sheets.value.map((sheet) => [sheet.declared?.form, placeBrief(placeOf(sheet, 2, 1))])).toEqual([
    ['a', '$[0].hang[0].x'],
    ['b', '$[1].hang[0].y'],
  ]);
});

test('__proto__ is no column and changes nothing', () => {
  const sheets = read('{"bang":"b","__proto__":{"bang":"c"},"hang":[{"__proto__":{"x":1},"constructor":2,"a":1}]}');
  if (!sheets.ok) throw new Error('refused');
  expect(sheets.value[0]!.rows).toEqual([[{ kind: 'text', text: 'a' }], [{ kind: 'number', value: '1', written: '1' }]]);
});

test.each([
  ['{"bang":"b","hang":[{"a":1},{"a":1,"a":2}]}', ['$.hang[1].a: khóa "a" có hai lần.']],
  ['{"bang":"b","bang":"c","hang":[]}', ['$.bang: khóa "bang" có hai lần.']],
  ['{"hang":[]}', ['$: thiếu "bang" (mã biểu).']],
  ['{"bang":"b"}', ['$: thiếu "hang" (danh sách các dòng).']],
  ['{"bang":5,"ky":2021,"hang":{}}', ['$.ky: phải là chuỗi trong dấu ngoặc kép.', '$.bang: phải là chuỗi trong dấu ngoặc kép.', '$.hang: phải là danh sách [ … ].']],
  ['{"bang":"b","hang":[5,{"a":[1]},{"b":{}},{"c":1e99}]}', [
    '$.hang[0]: mỗi dòng phải là một đối tượng { "tên cột": giá trị }.',
    '$.hang[1].a: phải là một số hoặc một chuỗi.',
    '$.hang[2].b: phải là một số hoặc một chuỗi.',
    '$.hang[3].c: số «1e99» quá lớn hoặc quá nhỏ.',
  ]],
  ['{"bang":"b","minh_hoa":"x","hang":[]}', ['$.minh_hoa: phải là true hoặc false.']],
  ['5', ['$: phải là một đối tượng { "bang": …, "hang": [ … ] }.']],
  ['', ['$: dòng 1, ký tự 1: cần một giá trị nhưng hết tệp.']],
  ['{"bang":"b",\n "hang":[{"a":1 "b":2}]}', ['$.hang[0]: dòng 2, ký tự 17: cần dấu «,» hoặc «}» nhưng gặp «"b":2}]}».']],
  ['{"bang":"b","hang":[{"a":012}]}', ['$.hang[0].a: dòng 1, ký tự 27: cần dấu phẩy sau số «0» nhưng gặp «12}]}».']],
  ['{"bang":"b","hang":[1,]}', ['$.hang[1]: dòng 1, ký tự 23: cần một giá trị nhưng gặp «]}».']],
  ['{"bang":"b","hang":[]} x', ['$: dòng 1, ký tự 24: cần hết tệp nhưng gặp «x».']],
  ['{"bang":"b\n","hang":[]}', ['$.bang: dòng 1, ký tự 9: cần một chuỗi trong dấu ngoặc kép nhưng gặp «"b».']],
])('%s', (text, expected) => expect(faults(text)).toEqual(expected));

test('deep nesting is refused, not a stack overflow', () => {
  expect(faults('['.repeat(100_000))[0]).toMatch(/lồng nhau quá 20 cấp/);
});
