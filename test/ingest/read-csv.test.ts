/** CSV as offices save it: delimiters, lines above the header, true line numbers. */
import { expect, test } from 'vitest';
import { cellText, placeOf } from '../../src/ingest/raw-sheet.js';
import { readCsv } from '../../src/ingest/read-csv.js';
import { briefs, encode, placeBrief } from './context.js';

function grid(text: string): readonly (readonly string[])[] {
  const sheet = readCsv('a.csv', encode(text));
  if (!sheet.ok) throw new Error(briefs(sheet.findings).join());
  return sheet.value.rows.map((row) => row.map(cellText));
}

test('the delimiter that cuts most lines alike', () => {
  expect(grid('Mã;Giá trị\na, b;1,5\nc, d;2,5\n')).toEqual([['Mã', 'Giá trị'], ['a, b', '1,5'], ['c, d', '2,5']]);
  expect(grid('stt,don_vi,nhan\n1,"Sở Văn hóa, Thể thao",5\n2,Sở Y tế; Y dược,6\n')[1]).toEqual(['1', 'Sở Văn hóa, Thể thao', '5']);
  expect(grid('a\tb\n1;2\t3,4\n')).toEqual([['a', 'b'], ['1;2', '3,4']]);
});

test('lines above the header survive, whatever their number of fields', () => {
  expect(grid('(Số liệu minh họa)\n\nMã;Giá trị\nx;1\n')).toEqual([['(Số liệu minh họa)'], [''], ['Mã', 'Giá trị'], ['x', '1']]);
  expect(grid('(Số liệu minh họa);;\nMã;Giá trị;\n')[0]).toEqual(['(Số liệu minh họa)', '', '']);
});

test('places are lines of the file, line ends inside quotes included', () => {
  const sheet = readCsv('a.csv', encode('Mã;Ghi chú\r\n\r\na;"hai\r\ndòng"\rb;"c"\n'));
  if (!sheet.ok) throw new Error('refused');
  expect(sheet.value.rows.map((row) => row.map(cellText))).toEqual([['Mã', 'Ghi chú'], [''], ['a', 'hai\ndòng'], ['b', 'c']]);
  expect([1, 2, 3, 4].map((row) => placeBrief(placeOf(sheet.value, row, 2)))).toEqual(['1:2', '2:2', '3:2', '5:2']);
});

test('a quote inside a field is text', () => {
  expect(grid('Mã;Ghi chú\na;gọi là "một cửa" nhé\nb;"một cửa" nhé\n')).toEqual([
    ['Mã', 'Ghi chú'],
    ['a', 'gọi là "một cửa" nhé'],
    ['b', '"một cửa" nhé'],
  ]);
});

test('a quote that is never closed refuses the file at its line', () => {
  const { ok, findings } = readCsv('a.csv', encode('Mã;Giá trị\na;1\nb;"2\nc;3\n'));
  expect(ok).toBe(false);
  expect(briefs(findings)).toEqual(['file-unreadable 3']);
});

test('an old encoding is a question', () => {
  expect(briefs(readCsv('a.csv', Uint8Array.from([0x53, 0xeb, 0x3b])).findings)).toEqual(['encoding-unknown a.csv']);
});

test.each(['', '\uFEFF', ' \n \r\n'])('an empty file is unreadable: %j', (text) => {
  expect(readCsv('a.csv', encode(text)).findings).toMatchObject([{ code: 'file-unreadable', message: 'Không đọc được tệp: tệp rỗng.' }]);
});
