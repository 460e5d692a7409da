/** Tables whose columns, rows and sheets are not where and what they were. */
import { describe, expect, test } from 'vitest';
import { contents, tableOf } from '../context.js';
import { changed } from '../workbooks.js';
import { cells, context, csv, csvLines, february, readCase, rowsXml, runCases, sheetXml, type HostileCase } from './hostile-case.js';

/** Cells of two columns in each other's place, in every row. */
const swapped = (xml: string, a: string, b: string): string =>
  xml.replace(new RegExp(`<c r="${a}(\\d+)"([^>]*?)(/>|>.*?</c>)<c r="${b}\\1"([^>]*?)(/>|>.*?</c>)`, 'g'), `<c r="${a}$1"$4$5<c r="${b}$1"$2$3`);

const hidden = (mark: string): Uint8Array => changed(february, (parts) => void (parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('name="Phụ lục II" state="visible"', `name="Phụ lục II" state="${mark}"`)));
const merged = (range: string, also: (xml: string) => string = (xml) => xml): Uint8Array =>
  sheetXml((xml) => also(xml).replace('<mergeCell ref="A1:O1"/>', `<mergeCell ref="A1:O1"/><mergeCell ref="${range}"/>`));

/** A row of sheet 2 like the first unit's, under another name. */
const rowLike = (row: string, name: string): string => row.replace(/(<c r="B\d+"[^>]*?) t="s"><v>\d+<\/v><\/c>/, `$1 t="inlineStr"><is><t>${name}</t></is></c>`);
const insertedRow = (name: string): Uint8Array => rowsXml((rows) => [...rows.slice(0, 10), rowLike(rows[5]!, name), ...rows.slice(10)], 2);

const headerAnswer = { answers: { encodings: {}, headers: { 'ket-qua-giai-quyet': { 'Nộp qua mạng': 'truc_tuyen' } } } };
const says = (outcome: HostileCase['outcome'], ...codes: readonly string[]) => ({ outcome, says: codes });

describe('columns', () => {
  const withColumn = (header: string, value: string): string => csvLines.map((line, index) => (index === 0 ? `${line},${header}` : `${line},${value}`)).join('\n');
  runCases('a.xlsx', [
    { name: 'moved with its header', input: sheetXml((xml) => swapped(xml, 'C', 'D'), 2), ...says('accepted') },
    { name: 'missing', input: sheetXml((xml) => xml.replace(/<c r="N(?:[5-9]|\d\d)"[^>]*?(?:\/>|>.*?<\/c>)/g, '')), ...says('question', 'column-missing B5'), words: ['Hồ sơ nhận qua trực tuyến', 'không có số liệu của cột này'] },
    {
      name: 'renamed',
      input: cells({ N5: 'Nộp qua mạng' }),
      ...says('question', 'column-missing B5', 'column-unknown N5'),
      words: ['có thể là cột «Nộp qua mạng»', 'answers › headers › ket-qua-giai-quyet › "Nộp qua mạng": truc_tuyen'],
    },
    { name: 'renamed, and answered', input: cells({ N5: 'Nộp qua mạng' }), context: headerAnswer, ...says('accepted') },
    { name: 'an answer that fits two columns settles nothing', input: february, context: { answers: { encodings: {}, headers: { 'ket-qua-giai-quyet': { 'Hồ sơ bị trả lại': 'truc_tuyen' } } } }, ...says('question', 'column-ambiguous M5') },
    { name: 'headers twice', input: cells({ K7: 'Quá hạn' }), ...says('question', 'column-missing B5', 'column-twice L7') },
  ]);
  runCases('a.csv', [
    { name: 'inserted with figures', input: withColumn('Ghi thêm', '5'), ...says('accepted', 'column-unknown 1:10') },
    { name: 'inserted with words', input: withColumn('Ghi thêm', 'x'), ...says('accepted') },
    { name: 'inserted in the middle', input: csvLines.map((line, index) => line.replace(/^([^,]*,)/, `$1${index === 0 ? 'Mã số' : '7'},`)).join('\n'), ...says('accepted', 'column-unknown 1:2') },
  ]);

  test('an answered header is read as the column', async () => {
    const { tables } = await readCase({ input: cells({ N5: 'Nộp qua mạng' }), context: headerAnswer }, 'a.xlsx');
    expect(contents(tableOf(tables, 'ket-qua-giai-quyet'))['total']!['truc_tuyen']).toBe('3116');
  });

  test('the key column may be answered too, by its path', async () => {
    const answers = { encodings: {}, headers: { 'muc-do-hai-long': { 'Phòng ban: Tên': 'don_vi' } } };
    const input = csv({ 1: (line) => line.replace('don_vi', '"Phòng ban: Tên"') });
    expect((await readCase({ input })).findings.map(({ code }) => code)).toContain('column-missing');
    expect((await readCase({ input, context: { answers } })).findings).toEqual([]);
  });
});

describe('rows', () => {
  runCases('a.xlsx', [
    { name: 'a header further down', input: rowsXml((rows) => [...rows.slice(0, 3), '<row r="9"/>', '<row r="9"></row>', ...rows.slice(3)].filter((row) => row.includes('</row>')), 2), ...says('accepted') },
    { name: 'no total', input: rowsXml((rows) => rows.slice(0, -1), 2), ...says('accepted', 'total-missing B5'), words: ['không có dòng «Tổng cộng»'] },
    { name: 'a blank row', input: rowsXml((rows) => [...rows.slice(0, 10), '<row r="9"></row>', ...rows.slice(10)], 2), ...says('accepted') },
    { name: 'a subtotal inside', input: insertedRow('Cộng khối sở'), ...says('question', 'unit-unknown B12') },
    { name: 'a second total inside', input: insertedRow('Cộng'), ...says('accepted', 'subtotal-ignored B12'), words: ['dòng «Cộng» là dòng cộng nhóm, không tính vào tổng'] },
    { name: 'the total again below itself', input: rowsXml((rows) => [...rows, rows.at(-1)!], 2), ...says('refused', 'row-twice B24') },
    { name: 'a group heading inside', input: rowsXml((rows) => [...rows.slice(0, 10), '<row r="9"><c r="B9" t="inlineStr"><is><t>II. Khối ngành dọc</t></is></c></row>', ...rows.slice(10)], 2), ...says('accepted') },
    { name: 'figures without name', input: cells({ B9: null }), ...says('refused', 'unit-missing B5', 'row-unnamed B9') },
    { name: 'a figure merged over two rows', input: merged('N9:N10'), ...says('question', 'figure-merged N9'), words: ['N9:N10', 'số của riêng ô N9'] },
    { name: 'a figure merged over two columns', input: merged('N9:O9'), ...says('question', 'figure-merged N9') },
    { name: 'a remark merged below the table', input: merged('A26:O26'), ...says('accepted') },
  ]);
});

describe('rows of data files', () => {
  runCases('a.csv', [{ name: 'a CSV need not print its total', input: csvLines.slice(0, 18).join('\n'), ...says('accepted') }]);
});

describe('what is hidden', () => {
  const rowHidden = (xml: string, row: number): string => xml.replace(`<row r="${row}"`, `<row hidden="1" r="${row}"`);
  const col = (attributes: string) => sheetXml((xml) => xml.replace('<cols>', `<cols><col ${attributes}/>`).replace('<col min="1" max="1" width="6" customWidth="1"/>', ''));
  runCases('a.xlsx', [
    { name: 'a sheet', input: hidden('hidden'), ...says('accepted', 'sheet-hidden Phụ lục II') },
    { name: 'a sheet Excel does not even list', input: hidden('veryHidden'), ...says('accepted', 'sheet-hidden Phụ lục II') },
    { name: 'rows', input: sheetXml((xml) => rowHidden(rowHidden(xml, 9), 12)), ...says('accepted', 'rows-hidden A9'), words: ['(9, 12)'] },
    { name: 'a row of height 0', input: sheetXml((xml) => xml.replace('<row r="9"', '<row ht="0" r="9"')), ...says('accepted', 'rows-hidden A9') },
    { name: 'a row above the table', input: sheetXml((xml) => rowHidden(xml, 2)), ...says('accepted') },
    { name: 'columns', input: col('min="14" max="15" width="11" hidden="1"'), ...says('accepted', 'columns-hidden N7'), words: ['(N, O)'] },
    { name: 'columns right of the table', input: col('min="17" max="16384" width="0" hidden="1"'), ...says('accepted') },
  ]);

  test('their figures count', async () => {
    const { tables } = await readCase({ input: sheetXml((xml) => rowHidden(xml, 9)) }, 'a.xlsx');
    expect(contents(tableOf(tables, 'ket-qua-giai-quyet'))['so-cong-thuong']!['nhan_tong']).toBe('613');
  });
});

describe('sheets and periods', () => {
  const twoSheets = changed(february, (parts) => void (parts['xl/worksheets/sheet2.xml'] = parts['xl/worksheets/sheet1.xml']!));
  runCases('a.xlsx', [
    { name: 'two sheets with one table', input: twoSheets, ...says('question', 'table-twice B5'), words: ['trang «Phụ lục I»'] },
    { name: 'another month in the title', input: cells({ A2: 'TÌNH HÌNH GIẢI QUYẾT THÁNG 01 NĂM 2021' }), ...says('question', 'period-mismatch A2'), words: ['tháng 02 năm 2021'] },
    { name: 'other dates in the title', input: cells({ A3: '(Từ ngày 16/12/2020 đến ngày 15/01/2021)' }), ...says('question', 'period-mismatch A3') },
    { name: 'no title at all', input: cells({ A1: null, A2: null, A3: null }), ...says('accepted') },
  ]);
});

test('the real forms are at work', () => expect(context.forms.map(({ id }) => id)).toContain('ket-qua-giai-quyet'));
