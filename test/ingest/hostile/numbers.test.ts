/** Figures as people, Excel and exports spoil them. */
import { describe, expect, test } from 'vitest';
import { composeSample } from '../../support/compose-sample.js';
import { createMapHost, sampleFiles } from '../../support/map-host.js';
import { cells, csv, readCase, runCases, sheetXml, singleFigures, february } from './hostile-case.js';
import { changed, withCells } from '../workbooks.js';

const formula = (f: string, v?: number | string) => (v === undefined ? { f } : { f, v });
const clean = [] as const;

describe('cells of the workbook', () => {
  runCases('a.xlsx', [
    { name: 'as it was sent', input: february, outcome: 'accepted', says: clean },
    { name: 'values without formulas', input: sheetXml((xml) => xml.replace(/<f>.*?<\/f>/g, '')), outcome: 'accepted', says: clean },
    { name: 'text digits, dots or not', input: cells({ C9: '613', C11: '2.906', C24: ' 2135 ' }), outcome: 'accepted', says: ['normalised C9'], words: ['Số nhập dạng chữ: 3 ô', '«613»'] },
    { name: 'commas for thousands', input: cells({ C11: '2,906', C24: '2,135' }), outcome: 'accepted', says: ['normalised C11'] },
    { name: 'both styles in one column', input: cells({ C11: '2.906', C24: '2,135' }), outcome: 'question', says: ['figure-ambiguous C11', 'figure-ambiguous C24'], words: ['2906', '2,906'] },
    { name: 'a no-break space for thousands', input: cells({ C11: '2\u00A0906' }), outcome: 'accepted', says: ['normalised C11'] },
    { name: 'a negative in brackets', input: cells({ C9: '(613)' }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'a negative', input: cells({ C9: -613 }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'half a case', input: cells({ C9: 612.5 }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'a fraction', input: cells({ C9: '1/2' }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'words', input: cells({ C9: 'sáu trăm mười ba', D9: 'không' }), outcome: 'refused', says: ['figure-unreadable C9', 'figure-unreadable D9'] },
    { name: 'with its unit', input: cells({ C9: '613 hồ sơ' }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'letter O for nought', input: cells({ C12: '22O', D8: 'O' }), outcome: 'question', says: ['figure-misspelt D8', 'figure-misspelt C12'], words: ['«O»', '0'] },
    { name: 'full-width digits', input: cells({ C9: '６１３' }), outcome: 'accepted', says: ['normalised C9'], words: ['độ rộng đôi'] },
    { name: 'Arabic digits', input: cells({ C9: '٦١٣' }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'per cent', input: cells({ C9: '61,3%' }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'a date', input: cells({ C9: { xml: '<c t="d"><v>2021-02-15</v></c>' } }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'a boolean', input: cells({ C9: true }), outcome: 'refused', says: ['figure-unreadable C9'], words: ['TRUE'] },
    { name: 'error cells', input: cells({ C9: { error: '#REF!' }, D9: { error: '#DIV/0!' }, C25: { error: '#VALUE!' } }), outcome: 'refused', says: ['cell-error C9', 'cell-error D9', 'cell-error C25'] },
    { name: 'NaN', input: cells({ C9: { xml: '<c><v>NaN</v></c>' } }), outcome: 'refused', says: ['figure-unreadable C9'] },
    { name: 'infinity', input: cells({ C9: { xml: '<c><v>1E400</v></c>' } }), outcome: 'refused', says: ['figure-too-large C9'] },
    { name: 'one that a double would round', input: cells({ C9: { xml: '<c><v>9007199254740993</v></c>' } }), outcome: 'refused', says: ['figure-too-large C9'], words: ['số 9007199254740993 quá lớn'] },
    { name: 'one with an exponent, also of a formula', input: cells({ C9: { xml: '<c><v>1e20</v></c>' }, D9: { xml: '<c><f>E9*1</f><v>1E+20</v></c>' } }), outcome: 'refused', says: ['figure-too-large C9', 'figure-too-large D9'], words: ['số 1e20 quá lớn'] },
    { name: 'beyond 2^53', input: cells({ C9: { xml: '<c><v>9007199254740994</v></c>' }, D9: '12345678901234567890' }), outcome: 'refused', says: ['figure-too-large C9', 'figure-too-large D9'] },
    { name: 'blank', input: cells({ C9: null, D9: '  ' }), outcome: 'question', says: ['figure-missing C9', 'figure-missing D9'], words: ['0 (không phát sinh)'] },
    { name: 'a dash', input: cells({ D9: '-' }), outcome: 'refused', says: ['figure-unreadable D9'] },
    { name: 'an apostrophe before it', input: cells({ C9: "'613" }), outcome: 'refused', says: ['figure-unreadable C9'] },
  ]);
});

describe('formulas', () => {
  const uncalculated = sheetXml((xml) => xml.replace(/(<f>SUM\(C8:C24\)<\/f>)<v>.*?<\/v>/, '$1'));
  runCases('a.xlsx', [
    { name: 'without result in a data cell', input: cells({ C9: formula('D9+E9') }), outcome: 'refused', says: ['formula-without-result C9'] },
    { name: 'a plain SUM in the total without result', input: uncalculated, outcome: 'accepted', says: ['normalised C25'], words: ['phần mềm tự cộng'] },
    { name: 'more than a sum in the total without result', input: cells({ C25: formula('SUM(C8:C24)*2') }), outcome: 'refused', says: ['formula-without-result C25'] },
    ...['SUM(C8:C23)', 'SUM(C9:C24)', 'SUM(D8:D24)', 'SUM(C8:D24)', 'C8+C9', 'SUM(C8:C24,C24)', 'SUM(C8:C25)'].map((other) => (
      { name: `«${other}» in the total without result`, input: cells({ C25: formula(other) }), outcome: 'refused', says: ['formula-without-result C25'] } as const
    )),
    { name: 'a plain SUM in two parts, in the total without result', input: cells({ C25: formula('SUM(C8:C16;C17:C24)') }), outcome: 'accepted', says: ['normalised C25'] },
    { name: 'a blank in a filled total row', input: cells({ N25: null }), outcome: 'accepted', says: ['total-missing N25'], words: ['bỏ trống cột «Hồ sơ nhận qua trực tuyến»'] },
    { name: 'a sum of another file in the total without result', input: cells({ C25: formula('SUM([1]Sheet1!C8:C24)') }), outcome: 'refused', says: ['formula-without-result C25'] },
    { name: 'a stale sum where no identity holds the column', input: cells({ N9: formula('N10+N11', 541) }), outcome: 'refused', says: ['formula-stale N9'], words: ['541', '540'] },
    { name: 'a sum that is right', input: cells({ N9: formula('N10+N11', 540), N12: formula('SUM(N13,N15:N16)', 631) }), outcome: 'accepted', says: clean },
    { name: 'a figure from another file', input: cells({ N9: formula("'C:\\x\\[thang 1.xlsx]A'!N9", 540), N10: formula('[1]A!N10', 10) }), outcome: 'accepted', says: ['formula-external N9'], words: ['1 ô nữa'] },
    { name: 'a count with decimals, shown as Excel shows it here', input: cells({ N9: { xml: '<c><v>2.906</v></c>' } }), outcome: 'refused', says: ['figure-unreadable N9'], words: ['«2,906»'] },
    { name: 'an error value that is none of Excel', input: cells({ N9: { error: 'NaN' } }), outcome: 'refused', says: ['cell-error N9'], words: ['ô báo lỗi #NUM!'] },
    { name: 'a count in a cell formatted as a percentage', input: percent(), outcome: 'refused', says: ['figure-unreadable C9'], words: ['61.300%'] },
  ]);
});

describe('decimals of single figures', () => {
  const says = (outcome: 'accepted' | 'question' | 'refused', ...codes: readonly string[]) => ({ outcome, says: codes });
  runCases('so lieu khac.csv', [
    { name: 'comma', input: singleFigures('36,21'), ...says('accepted') },
    { name: 'dot and per cent', input: singleFigures('36.21 %'), ...says('accepted') },
    { name: 'one group of three', input: singleFigures('1.204'), ...says('question', 'figure-ambiguous 2:3') },
    { name: 'accounting negative', input: singleFigures('(1,8)'), ...says('question', 'figure-ambiguous 2:3'), words: ['-1,8 | 1,8'] },
    { name: 'fraction', input: singleFigures('1/2'), ...says('refused', 'figure-unreadable 2:3') },
    { name: 'NaN', input: singleFigures('NaN'), ...says('refused', 'figure-unreadable 2:3') },
    { name: 'infinity', input: singleFigures('∞'), ...says('refused', 'figure-unreadable 2:3') },
    { name: 'exponent', input: singleFigures('1e3'), ...says('refused', 'figure-unreadable 2:3') },
    { name: 'full-width', input: singleFigures('３６，２１％'), ...says('accepted', 'normalised 2:3') },
    { name: 'decimals and thousands by one sign', input: singleFigures('36,21', 'cccd;Căn cước;1,699;hồ sơ;'), ...says('question', 'figure-ambiguous 3:3') },
    { name: 'decimals and thousands by two signs', input: singleFigures('36,21', 'cccd;Căn cước;1.699;hồ sơ;'), ...says('accepted') },
    { name: 'beyond 2^53', input: singleFigures('36,21', 'x;X;9007199254740993;hồ sơ;'), ...says('refused', 'figure-too-large 3:3') },
    { name: '2^53 itself', input: singleFigures('36,21', 'x;X;9007199254740992;hồ sơ;'), ...says('accepted') },
  ]);
});

describe('counts of a CSV', () => {
  runCases('b.csv', [
    { name: 'as it is', input: csv(), outcome: 'accepted', says: clean },
    { name: 'blanks for thousands', input: csv({ 3: '2,Sở Công Thương,1 003,1,0,0,0,1004,chi_tiet' }), outcome: 'accepted', says: ['normalised 3:3'] },
    { name: 'small L for one', input: csv({ 3: '2,Sở Công Thương,3,l2,0,0,0,15,chi_tiet' }), outcome: 'question', says: ['figure-misspelt 3:4'] },
  ]);
});

test('a stale total is a wrong total: the job is refused', async () => {
  const stale = cells({ C25: formula('SUM(C8:C24)', 8604) });
  const host = createMapHost(sampleFiles().set('data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx', stale));
  const { findings } = await composeSample(host, 'ttpvhcc-soc-trang/2021-02/bao-cao-thang');
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'total-wrong', place: { cell: 'C25' }, seen: '8604', expected: '8605' }]);
});

/** C9 in a style that shows per cent. */
function percent(): Uint8Array {
  let style = 0;
  const styled = changed(february, (parts) => {
    const styles = parts['xl/styles.xml']!;
    style = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)![1]!.match(/<xf /g)!.length;
    parts['xl/styles.xml'] = styles.replace('</cellXfs>', '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs>');
  });
  return withCells(styled, 1, { C9: { xml: `<c s="${style}"><v>613</v></c>` } });
}

test.each([
  ['2.906', 'dấu chấm phân cách hàng nghìn bị đọc thành dấu thập phân; có thể là 2.906'],
  ['12.5', 'dấu chấm phân cách hàng nghìn bị đọc thành dấu thập phân; có thể là 12.500'],
  ['2.9061', undefined],
  ['0.906', undefined],
  ['-3', undefined],
])('the likely cause of a count %s', async (value, cause) => {
  const { findings } = await readCase({ input: cells({ N9: { xml: `<c><v>${value}</v></c>` } }) }, 'a.xlsx');
  expect(findings.map((one) => [one.code, one.cause])).toEqual([['figure-unreadable', cause]]);
});
