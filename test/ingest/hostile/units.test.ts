/** Names of units: what is one name in two spellings, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { contents, tableOf } from '../context.js';
import { agency, cells, context, csv, readCase, rowsXml, runCases, february, type HostileCase } from './hostile-case.js';
import { changed } from '../workbooks.js';

const says = (outcome: HostileCase['outcome'], ...codes: readonly string[]) => ({ outcome, says: codes });
const named = (name: string): Uint8Array => cells({ B9: name });
const decomposed = (text: string): string => text.normalize('NFD');

/** The whole workbook in letters with their marks behind them. */
const allDecomposed = changed(february, (parts) => {
  parts['xl/sharedStrings.xml'] = decomposed(parts['xl/sharedStrings.xml']!);
});

/** The agency with a department that was merged on 1 March 2025. */
const merging = agency.units.map((unit) =>
  unit.id === 'so-nong-nghiep-phat-trien-nong-thon'
    ? { ...unit, aliases: [{ name: 'Sở Nông nghiệp và Môi trường', from: '2025-03-01' }, { name: 'Sở Nông nghiệp', to: '2008-01-01' }] }
    : unit,
);

describe('one reading', () => {
  runCases('a.xlsx', [
    { name: 'NFD everywhere', input: allDecomposed, ...says('accepted', 'normalised B5'), words: ['NFD'] },
    { name: 'NFD in one name', input: named(decomposed('Sở Công Thương')), ...says('accepted', 'normalised B9') },
    { name: 'a no-break space', input: named('Sở\u00A0Công Thương'), ...says('accepted', 'normalised B9') },
    { name: 'two blanks', input: named('Sở  Công Thương'), ...says('accepted', 'normalised B9') },
    { name: 'blanks at the ends', input: named(' Sở Công Thương '), ...says('accepted', 'normalised B9'), words: ['thừa dấu cách'] },
    { name: 'capitals', input: named('SỞ CÔNG THƯƠNG'), ...says('accepted', 'normalised B9'), words: ['viết hoa'] },
    { name: 'a dash of another length', input: cells({ B14: 'Sở Lao động – Thương binh và Xã hội' }), ...says('accepted', 'normalised B14') },
    { name: 'the tone on the other vowel', input: cells({ B20: 'Sở Văn hoá, Thể thao và Du lịch' }), ...says('accepted', 'normalised B20') },
    { name: 'a declared alias says nothing', input: cells({ B24: 'BHXH tỉnh' }), ...says('accepted') },
    { name: 'another order', input: rowsXml((rows) => [...rows.slice(0, 4), rows[10]!, ...rows.slice(4, 10), ...rows.slice(11)].map((row) => row.replace(/<f>.*?<\/f>/g, '')), 2), ...says('accepted') },
  ]);

  test('the figures are those of the unit', async () => {
    const { tables } = await readCase({ input: allDecomposed }, 'a.xlsx');
    expect(contents(tableOf(tables, 'ket-qua-giai-quyet'))['so-cong-thuong']!['nhan_tong']).toBe('613');
  });
});

describe('never joined without a yes', () => {
  const outsider = { context: { units: merging } };
  runCases('a.xlsx', [
    { name: 'a zero-width blank', input: named('Sở\u200B Công Thương'), ...says('question', 'unit-disguised B9'), words: ['U+200B', '«Sở Công Thương»'] },
    { name: 'a byte order mark inside', input: named('Sở Công \uFEFFThương'), ...says('question', 'unit-disguised B9'), words: ['U+FEFF'] },
    { name: 'a soft hyphen', input: named('Sở Công Th\u00ADương'), ...says('question', 'unit-disguised B9'), words: ['U+00AD'] },
    { name: 'a right-to-left mark', input: named('Sở Công Thương\u200F'), ...says('question', 'unit-disguised B9'), words: ['U+200F'] },
    { name: 'a Cyrillic С', input: named('Sở \u0421ông Thương'), ...says('question', 'unit-disguised B9'), words: ['(U+0421)', 'Sở Công Thương'] },
    { name: 'a Greek Ο', input: cells({ B11: 'Sở Giaο thông vận tải' }), ...says('question', 'unit-disguised B11'), words: ['(U+03BF)'] },
    { name: 'an Icelandic Ð', input: cells({ B10: 'Sở Giáo dục và Ðào tạo' }), ...says('question', 'unit-disguised B10'), words: ['(U+00D0)'] },
    { name: 'misspelt', input: named('Sở Công Thươg'), ...says('question', 'unit-unknown B9'), words: ['tên gần nhất là «Sở Công Thương»', 'Sở Công Thương |'] },
    { name: 'without marks', input: named('So Cong Thuong'), ...says('question', 'unit-unknown B9') },
    { name: 'a name of after the merger', input: cells({ B16: 'Sở Nông nghiệp và Môi trường' }), ...outsider, ...says('question', 'unit-unknown B16'), words: ['từ ngày 01/3/2025'] },
    { name: 'a name of long before', input: cells({ B16: 'Sở Nông nghiệp' }), ...outsider, ...says('question', 'unit-unknown B16'), words: ['đến ngày 01/01/2008'] },
    { name: 'an unknown unit', input: named('Cục Thuế'), ...says('refused', 'unit-missing B5', 'unit-unknown B9') },
  ]);
  runCases('a.csv', [
    { name: 'a unit list of after the merger', input: csv(), context: { units: context.units.map((unit) => (unit.id === 'so-noi-vu' ? { ...unit, name: 'Sở Nội vụ và Lao động', aliases: [{ name: 'Sở Nội vụ', from: '2025-03-01' }] } : unit)) }, ...says('question', 'unit-unknown 9:2') },
  ]);

  test('an alias with the very letters is a yes', async () => {
    const name = 'Sở \u0421ông Thương';
    const units = context.units.map((unit) => (unit.id === 'so-cong-thuong' ? { ...unit, aliases: [{ name }] } : unit));
    expect((await readCase({ input: named(name), context: { units } }, 'a.xlsx')).findings).toEqual([]);
  });
});

describe('missing and double', () => {
  runCases('a.xlsx', [
    { name: 'missing', input: rowsXml((rows) => rows.filter((_, index) => index !== 5).map((row) => row.replace(/<f>.*?<\/f>/g, '')), 2), ...says('refused', 'unit-missing B5'), words: ['Sở Công Thương'] },
    { name: 'double', input: rowsXml((rows) => [...rows.slice(0, 6), rows[5]!, ...rows.slice(6)].map((row) => row.replace(/<f>.*?<\/f>/g, '')), 2), ...says('refused', 'row-twice B8') },
    { name: 'double in two spellings', input: cells({ B10: 'sở công thương' }), ...says('refused', 'unit-missing B5', 'row-twice B10') },
  ]);
});
