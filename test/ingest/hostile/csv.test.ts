/** CSV as old software, other alphabets, copying by hand and attackers leave it. */
import { describe, expect, test } from 'vitest';
import type { SourceAnswers } from '../../../src/ingest/answers.js';
import { contents, encode, tableOf } from '../context.js';
import { csv, csvLines, readCase, runCases, singleFigures, type HostileCase } from './hostile-case.js';

const says = (outcome: HostileCase['outcome'], ...codes: readonly string[]) => ({ outcome, says: codes });
const answered = (encoding: 'TCVN3' | 'VNI' | 'windows-1258', file = 'so lieu.csv'): { answers: SourceAnswers } => ({ answers: { encodings: { [file]: encoding }, headers: {} } });
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const HEADER = csvLines[0]!;

describe('encodings', () => {
  const single = (label: string): Uint8Array => latin1(`Ma;Gia tri;Dien giai;Don vi tinh\nma;gia_tri;dien_giai;don_vi_tinh\nx;5;${label};luot\n`);
  runCases('so lieu.csv', [
    { name: 'TCVN3', input: single('S\u00EB C\u00ABng Th\u00AD\u00ACng'), ...says('question', 'encoding-unknown so lieu.csv'), words: ['TCVN3: «Sở Công Thương»', 'TCVN3 | VNI | windows-1258', 'answers › encodings › "so lieu.csv"'] },
    { name: 'TCVN3, answered', input: single('S\u00EB C\u00ABng Th\u00AD\u00ACng'), context: answered('TCVN3'), ...says('accepted') },
    { name: 'VNI', input: single('Sôû Coâng Thöông'), ...says('question', 'encoding-unknown so lieu.csv'), words: ['VNI: «Sở Công Thương»'] },
    { name: 'VNI, answered', input: single('Sôû Coâng Thöông'), context: answered('VNI'), ...says('accepted') },
    { name: 'windows-1258', input: single('S\u00F5\u00D2 C\u00F4ng Th\u00FD\u00F5ng'), ...says('question', 'encoding-unknown so lieu.csv'), words: ['windows-1258: «Sở Công Th'] },
    { name: 'an answer for another file is none', input: single('S\u00EB'), context: answered('TCVN3', 'khac.csv'), ...says('question', 'encoding-unknown so lieu.csv') },
    { name: 'an answer does not touch a file in UTF-8', input: csv(), context: answered('TCVN3'), ...says('accepted') },
    { name: 'UTF-16', input: new Uint8Array(Buffer.from(`\uFEFF${csv()}`, 'utf16le')), ...says('accepted') },
    { name: 'mojibake', input: new TextDecoder('windows-1252').decode(encode(csv())), ...says('refused', 'text-mojibake 2:2'), words: ['nguyên văn có thể là «Sở Thông tin và Truyền thông»'] },
    { name: 'mojibake twice over', input: mojibake(mojibake(csv())), ...says('refused', 'text-mojibake 2:2') },
    { name: 'letters lost in a conversion', input: csv({ 3: (line) => line.replace('ở', '\uFFFD') }), ...says('refused', 'reserved-character 3:2', 'unit-unknown 3:2') },
    { name: 'letters lost in the header', input: csv({ 1: 'T\uFFFDn;Gi\uFFFD tr\uFFFD' }), ...says('refused', 'reserved-character 1:1') },
  ]);

  test('an answered file reads as it was meant', async () => {
    const { tables } = await readCase({ input: single('Sôû Coâng Thöông'), context: answered('VNI') });
    expect(contents(tableOf(tables, 'so-lieu-khac'))['x']).toMatchObject({ dien_giai: 'Sở Công Thương', gia_tri: '5' });
  });
});

function mojibake(text: string): string {
  return new TextDecoder('windows-1252').decode(encode(text));
}

describe('bytes and lines', () => {
  runCases('so lieu.csv', [
    { name: 'NUL', input: csv({ 3: (line) => line.replace('Công', 'C\u0000ông') }), ...says('refused', 'reserved-character 3'), words: ['U+0000'] },
    { name: 'NUL in the header', input: csv({ 1: (line) => line.replace('don_vi', 'don\u0000_vi') }), ...says('refused', 'reserved-character 1') },
    { name: 'other control characters, each line', input: csv({ 3: (line) => `${line}\u0008`, 5: (line) => `\u001B[31m${line}` }), ...says('refused', 'reserved-character 3', 'reserved-character 5') },
    { name: 'lone CR', input: csv().replace(/\n/g, '\r'), ...says('accepted') },
    { name: 'mixed line ends', input: csvLines.map((line, index) => line + ['\n', '\r\n', '\r'][index % 3]!).join(''), ...says('accepted') },
    { name: 'blank lines between', input: csvLines.join('\n\n'), ...says('accepted') },
    { name: 'BOM', input: `\uFEFF${csv()}`, ...says('accepted') },
    { name: 'empty', input: '', ...says('refused', 'file-unreadable so lieu.csv'), words: ['tệp rỗng'] },
    { name: 'blanks only', input: ' \r\n\t\n', ...says('refused', 'file-unreadable so lieu.csv'), words: ['tệp rỗng'] },
  ]);
});

describe('delimiters and quotes', () => {
  const semicolons = csvLines.map((line) => line.replace(/,(?! )/g, ';')).join('\n');
  runCases('so lieu.csv', [
    { name: 'semicolons', input: semicolons, ...says('accepted') },
    { name: 'tabs', input: semicolons.replace(/;/g, '\t'), ...says('accepted') },
    { name: 'sep=;', input: `sep=;\r\n${semicolons}`, ...says('accepted') },
    { name: 'sep=| is obeyed', input: `sep=|\n${semicolons.replace(/;/g, '|')}`, ...says('accepted') },
    { name: 'a quote that is never closed', input: csv({ 3: '2,"Sở Công Thương,3,1,0,0,0,4,chi_tiet' }).replace(/"Sở Văn.*?Du lịch"/, 'Sở Văn hóa - Thể thao và Du lịch'), ...says('refused', 'file-unreadable 3') },
    { name: 'a comma in a name without quotes', input: csv({ 14: (line) => line.replaceAll('"', '') }), ...says('refused', 'fields-shifted 14:10'), words: ['10 ô', '9 cột'] },
    { name: 'decimal commas without quotes', input: csv({ 20: ',Tỷ lệ %,25,61,74,39,0,0,0,100,ty_le' }), ...says('refused', 'fields-shifted 20:10') },
    { name: 'empty fields at the end are no shift', input: csv({ 3: (line) => `${line},,,` }), ...says('accepted') },
    { name: 'a sentence with commas below the table is no shift', input: `${csv()}Ghi chú: a, b, c, d, e, f, g, h, i, k, l\n`, ...says('accepted') },
    { name: 'fields missing at the end', input: csv({ 3: '2,Sở Công Thương,3,1' }), ...says('question', 'figure-missing 3:5', 'figure-missing 3:6', 'figure-missing 3:7', 'figure-missing 3:8') },
    { name: 'two files joined', input: csv() + csv(), ...says('question', 'table-twice 21:2') },
    { name: 'two files joined, the second with BOM and CRLF', input: `${csv()}\uFEFF${csv().replace(/\n/g, '\r\n')}`, ...says('question', 'normalised 21:1', 'table-twice 21:2') },
    { name: 'the header again, without rows', input: `${csv()}${HEADER}\n`, ...says('refused', 'table-empty 21:2', 'table-twice 21:2') },
  ]);
});

describe('injection stays text', () => {
  const evil = ["=cmd|' /C calc'!A0", '+1+cmd', '@SUM(1+1)', '-2+3+cmd', '=HYPERLINK("http://x","y")', '{{agency.name}}', '**đậm** [x](http://y)', '<script>'];
  const remark = (text: string): string => singleFigures('36,21', `x;"${text.replaceAll('"', '""')}";5;lượt;"${text.replaceAll('"', '""')}"`);
  runCases('a.csv', evil.map((text) => ({ name: text, input: remark(text), ...says('accepted') })));
  runCases('a.csv', [
    { name: 'as a figure', input: csv({ 3: "2,Sở Công Thương,=1+2,@4,0,0,0,4,chi_tiet" }), ...says('refused', 'figure-unreadable 3:3', 'figure-unreadable 3:4') },
    { name: 'as a name', input: csv({ 3: "2,=cmd|' /C calc'!A0,3,1,0,0,0,4,chi_tiet" }), ...says('refused', 'unit-missing 1:2', 'unit-unknown 3:2') },
  ]);

  test.each(evil)('%s', async (text) => {
    const { tables } = await readCase({ input: remark(text) });
    expect(contents(tableOf(tables, 'so-lieu-khac'))['x']).toMatchObject({ dien_giai: text, ghi_chu: text });
  });
});

describe('sizes', () => {
  runCases('a.csv', [
    { name: 'too large', input: 'x'.repeat(9 << 20), ...says('refused', 'file-unreadable a.csv') },
    { name: 'a line of a million fields', input: `${csv()}${','.repeat(1_000_000)}\n`, ...says('refused', 'file-unreadable 21') },
    { name: 'a million lines', input: `${csv()}${'\n'.repeat(1_000_000)}`, ...says('refused', 'file-unreadable 100001') },
    { name: 'a field of a megabyte', input: csv({ 3: (line) => line.replace('Sở', 'x'.repeat(1 << 20)) }), ...says('refused', 'table-too-large 3:2') },
    { name: 'a field of blanks', input: csv({ 3: (line) => line.replace('Sở', `Sở${' '.repeat(30_000)}`) }), ...says('refused', 'table-too-large 3:2') },
    { name: 'a figure of thirty thousand digits', input: csv({ 3: `2,Sở Công Thương,${'1'.repeat(30_000)},1,0,0,0,4,chi_tiet` }), ...says('refused', 'figure-unreadable 3:3') },
    { name: 'a table three thousand times over', input: csv().repeat(3000), ...says('refused', 'table-too-large 7501') },
    { name: 'twenty thousand headers', input: `${HEADER}\n`.repeat(20_000), ...says('refused', 'table-too-large 376') },
    { name: 'ninety thousand rows', input: `${HEADER}\n${'2,Sở Công Thương,3,1,0,0,0,4,chi_tiet\n'.repeat(90_000)}`, ...says('refused', 'table-too-large 5002') },
    { name: 'four million quotes', input: '"'.repeat(4 << 20), ...says('refused', 'table-too-large 1:1') },
  ]);
});
