/** Which formulas without result say no more and no less than what is derived anyway. */
import { afterAll, describe, expect, test } from 'vitest';
import { sumsJust, sumsWithinRow } from '../../src/ingest/plain-sum.js';
import { BLANK, type RawCell, type RawSheet } from '../../src/ingest/raw-sheet.js';
import { readSources } from '../../src/ingest/read-sources.js';
import { createWorkbookReader } from '../../src/ingest/workbook-reader.js';
import { briefs, february } from './context.js';
import { column, form } from './forms.js';
import { workbook } from './workbooks.js';

const number = (value: string): RawCell => ({ kind: 'number', value, written: value });
const sheet: RawSheet = {
  file: 'a.xlsx',
  origin: { in: 'sheet', sheet: 'S' },
  rows: [[{ kind: 'text', text: 'Nhận' }], [number('1')], [BLANK], [number('2')], [number('3')]],
  merges: [],
};

test.each([
  ['SUM(A2:A4)', true],
  ['=SUM( $A$1:A4 )', true],
  ['SUM(A2;A4)', true],
  ['SUBTOTAL(9,A2:A4)', true],
  ['SUM(A2:A3)', false],
  ['SUM(A2:A5)', false],
  ['SUM(A2:A4,A2)', false],
  ['SUM(B2:B4)', false],
  ['SUM(A2:B4)', false],
  ['A2+A4', false],
  ['SUM(A2:A4)*2', false],
])('%s over rows 2 and 4: %s', (formula, expected) => expect(sumsJust(sheet, formula, 1, [2, 4])).toBe(expected));

test.each([
  ['D9+E9', true],
  ['SUM(D9:F9)', true],
  ['D9+E10', false],
  ['SUM(D8:D9)', false],
  ['D9*2', false],
])('%s within row 9: %s', (formula, expected) => expect(sumsWithinRow(formula, 9)).toBe(expected));

describe('in a table', () => {
  const reader = createWorkbookReader();
  afterAll(() => reader.close());

  const list = form(
    'danh-sach',
    'listed',
    [column('stt', 'ordinal', ['STT']), column('ten', 'text', ['Tên']), column('nhan', 'count', ['Nhận']), column('tra', 'count', ['Trả']), column('tong', 'count', ['Cộng hai cột'], { formula: 'nhan + tra' })],
    { listing: { label: 'ten', number: 'stt', levels: [{ numbered: 'roman', figures: 'given' }, { numbered: 'arabic', figures: 'given' }], key: [], names: {}, drop: [] }, total: { label: 'Tổng cộng', aliases: [] } },
  );
  const read = async (total: string, row = 'C2+D2') => {
    const rows = [['STT', 'Tên', 'Nhận', 'Trả', 'Cộng hai cột'], ['I', 'A', 3, 3, { f: row }], ['1', 'B', 1, 1, 2], ['2', 'C', 2, 2, 4], ['II', 'D', 4, 4, 8], ['1', 'E', 4, 4, 8], [null, 'Tổng cộng', { f: total }, 7, 14]];
    const { findings } = await readSources([{ path: 'a.xlsx', bytes: workbook({ S: { rows } }) }], { ...february, forms: [list] }, reader);
    return briefs(findings.filter(({ code }) => code !== 'normalised'));
  };

  test.each(['SUM(C2,C5)', 'SUM(C3:C4,C6)'])('a total of the outermost or of the innermost rows: %s', async (total) => expect(await read(total)).toEqual([]));
  test.each(['SUM(C2:C6)', 'SUM(C2,C6)', 'SUM(D2,D5)'])('a total of other rows: %s', async (total) => expect(await read(total)).toEqual(['formula-without-result C7']));
  test('a computed column adds its own row', async () => expect(await read('SUM(C2,C5)', 'C3+D3')).toEqual(['formula-without-result E2']));
});
