/** JSON that is cut, says things twice, or says them in two ways. */
import { describe, expect, test } from 'vitest';
import { contents, tableOf } from '../context.js';
import { json, jsonRows, readCase, runCases, type HostileCase } from './hostile-case.js';

const says = (outcome: HostileCase['outcome'], ...codes: readonly string[]) => ({ outcome, says: codes });
/** The rows with some keys of the second (Sở Công Thương) changed. */
const row = (change: object): string => json({ hang: jsonRows.map((one, index) => (index === 1 ? { ...one, ...change } : one)) });
/** The same as text, for what JSON.stringify would not write. */
const raw = (change: (text: string) => string): string => change(json());
const without = (key: string, only?: number): string => json({ hang: jsonRows.map(({ [key]: gone, ...rest }, index) => (only === undefined || only === index ? rest : { [key]: gone, ...rest })) });
const CELL = '$.hang[1].hai_long_dich_vu';

describe('syntax', () => {
  runCases('a.json', [
    { name: 'as it is', input: json(), ...says('accepted') },
    { name: 'with BOM and blanks', input: `\uFEFF\n ${json()}\n`, ...says('accepted') },
    { name: 'cut', input: raw((text) => text.slice(0, -20)), ...says('refused', 'json-invalid $.hang[16].gop_y') },
    { name: 'cut in a string', input: raw((text) => text.slice(0, text.indexOf('Công an') + 3)), ...says('refused', 'json-invalid $.hang[15].don_vi') },
    { name: 'two documents joined', input: json() + json(), ...says('refused', 'json-invalid $') },
    { name: 'a comma too many', input: raw((text) => text.replace(']}', ',]}')), ...says('refused', 'json-invalid $.hang[17]') },
    { name: 'a comment', input: `// số liệu\n${json()}`, ...says('refused', 'json-invalid $') },
    { name: 'NaN', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":NaN')), ...says('refused', `json-invalid ${CELL}`) },
    { name: 'infinity', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":-Infinity')), ...says('refused', `json-invalid ${CELL}`) },
    { name: 'deep nesting', input: `${'{"a":['.repeat(50_000)}`, ...says('refused', `json-invalid $${'.a[0]'.repeat(10)}.a`) },
    { name: 'a control character in a string', input: raw((text) => text.replace('Công an', 'Công\u0001an')), ...says('refused', 'json-invalid $.hang[15].don_vi') },
    { name: 'an escaped control character in a string', input: raw((text) => text.replace('Công an', 'Công\\u0001an')), ...says('refused', 'reserved-character $.hang[15].don_vi', 'unit-unknown $.hang[15].don_vi') },
  ]);
});

describe('keys', () => {
  runCases('a.json', [
    { name: 'twice in a row', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":3,"hai_long_dich_vu":4')), ...says('refused', `json-invalid ${CELL}`), words: ['hai lần'] },
    { name: 'twice at the top', input: raw((text) => text.replace('{', '{"bang":"ket-qua-giai-quyet",')), ...says('refused', 'json-invalid $.bang') },
    { name: '__proto__', input: raw((text) => text.replace('{"ky"', '{"__proto__":{"bang":"x"},"constructor":{"prototype":{"x":1}},"ky"').replace('"stt":2', '"__proto__":{"stt":9},"stt":2')), ...says('accepted') },
    { name: 'missing in one row', input: without('gop_y', 1), ...says('question', 'figure-missing $.hang[1].gop_y'), words: ['chưa có số liệu'] },
    { name: 'missing in every row', input: without('gop_y'), ...says('question', 'column-missing $.hang') },
    { name: 'null', input: row({ gop_y: null }), ...says('question', 'figure-missing $.hang[1].gop_y') },
    { name: 'blank', input: row({ gop_y: ' ' }), ...says('question', 'figure-missing $.hang[1].gop_y') },
    { name: 'renamed', input: raw((text) => text.replaceAll('"gop_y"', '"gopY"')), ...says('question', 'column-missing $.hang', 'column-unknown $.hang'), words: ['«gopY»'] },
    { name: 'renamed, and answered', input: raw((text) => text.replaceAll('"gop_y"', '"gopY"')), context: { answers: { encodings: {}, headers: { 'muc-do-hai-long': { gopY: 'gop_y' } } } }, ...says('accepted') },
    { name: 'no form', input: raw((text) => text.replace('"bang":"muc-do-hai-long",', '')), ...says('refused', 'json-invalid $') },
    { name: 'an unknown form', input: json({ bang: 'muc-do-hai-lon' }), ...says('refused', 'json-invalid $.bang'), words: ['muc-do-hai-long'] },
    { name: 'all faults at once', input: row({ gop_y: [1], hai_long_dich_vu: { a: 1 } }).replace('"ky":"2021-02"', '"ky":2021'), ...says('refused', 'json-invalid $.hang[1].gop_y', `json-invalid ${CELL}`, 'json-invalid $.ky') },
  ]);
});

describe('values', () => {
  runCases('a.json', [
    { name: 'strings for numbers', input: row({ hai_long_dich_vu: '3', hai_long_thai_do: ' 1 ' }), ...says('accepted', `normalised ${CELL}`), words: ['dạng chữ: 2 ô'] },
    { name: 'strings with thousands', input: row({ hai_long_dich_vu: '1.003', tong_cong: '1.004' }), ...says('accepted', `normalised ${CELL}`) },
    { name: 'big integers', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":9007199254740993')), ...says('refused', `figure-too-large ${CELL}`) },
    { name: 'huge exponents', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":1e999')), ...says('refused', `json-invalid ${CELL}`) },
    { name: 'exponents that are whole', input: raw((text) => text.replace('"hai_long_dich_vu":3', '"hai_long_dich_vu":0.3e1')), ...says('accepted') },
    { name: 'halves', input: row({ hai_long_dich_vu: 3.5 }), ...says('refused', `figure-unreadable ${CELL}`) },
    { name: 'negatives', input: row({ hai_long_dich_vu: -3 }), ...says('refused', `figure-unreadable ${CELL}`) },
    { name: 'booleans', input: row({ hai_long_dich_vu: true }), ...says('refused', `figure-unreadable ${CELL}`) },
    { name: 'a list for a row', input: json({ hang: [[1, 2, 3]] }), ...says('refused', 'json-invalid $.hang[0]') },
    { name: 'an object for the rows', input: json({ hang: {} }), ...says('refused', 'json-invalid $.hang') },
    { name: 'no rows', input: json({ hang: [] }), ...says('question', ...Array<string>(7).fill('column-missing $.hang')) },
    { name: 'a remote image in a text', input: json({ bang: 'so-lieu-khac', hang: [{ ma: 'x', dien_giai: '![x](http://192.0.2.1/x.png)<img src="http://192.0.2.1/y.png">', gia_tri: 5, don_vi_tinh: 'lượt' }] }), ...says('accepted') },
  ]);
});

describe('dates and periods', () => {
  runCases('a.json', [
    { name: 'day and month may change places', input: json({ tu_ngay: '01/02/2021' }), ...says('question', 'date-ambiguous $.tu_ngay'), words: ['ngày 1 tháng 2 năm 2021 | ngày 2 tháng 1 năm 2021'] },
    { name: 'day first, one reading', input: json({ tu_ngay: '16/01/2021', den_ngay: '15-02-2021' }), ...says('accepted', 'normalised $.tu_ngay') },
    { name: 'month first, one reading', input: json({ tu_ngay: '01/16/2021' }), ...says('accepted', 'normalised $.tu_ngay') },
    { name: 'no date at all', input: json({ tu_ngay: 'đầu tháng', den_ngay: '2021-02-30' }), ...says('refused', 'json-invalid $.den_ngay', 'json-invalid $.tu_ngay') },
    { name: 'other dates', input: json({ den_ngay: '2021-02-28' }), ...says('question', 'period-mismatch $.den_ngay') },
    { name: 'another period', input: json({ ky: '2021-01' }), ...says('question', 'period-mismatch $.ky') },
    { name: 'no period', input: json({ ky: 'tháng 2' }), ...says('refused', 'json-invalid $.ky') },
    { name: 'a number for a date', input: json({ tu_ngay: 44212 }), ...says('refused', 'json-invalid $.tu_ngay') },
  ]);
});

test('nothing reaches a prototype', async () => {
  const { tables } = await readCase({ input: raw((text) => text.replace('"stt":2', '"__proto__":{"polluted":1},"stt":2')) }, 'a.json');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.keys(contents(tableOf(tables, 'muc-do-hai-long'))['so-cong-thuong']!)).not.toContain('__proto__');
});
