/** Listed forms against the period before: rows by their id, rows that come and go, last year's columns against last year's table. */
import { describe, expect, it } from 'vitest';
import { checkAgainstPrevious } from '../../src/check/against-previous.js';
import { checkPreviousColumns } from '../../src/check/previous-columns.js';
import { placeBrief } from '../ingest/context.js';
import { listedTable } from './listed-tables.js';

const names = { now: 'năm 2022', before: 'năm 2021' };
const lastYear = listedTable('2021.xlsx', { 'Hộ tịch': ['8', '8.3889', '5', '10'], 'Chứng thực': ['9', '9.17', '6', '20'], 'Đất đai': ['7', '7.5', '1', '30'], 'Tổng cộng': ['24', '25.06', '12', '60'] });

const check = (figures: Readonly<Record<string, readonly string[]>>) => checkAgainstPrevious(listedTable('2022.xlsx', figures), lastYear, names);

describe('rows of a list', () => {
  it('are matched by id in any order; those that come and go are notes', () => {
    const findings = check({ 'Đất đai': ['7.5', '1', '31', '3'], 'Hộ tịch': ['8.39', '2', '10', '4'], 'Công chứng': ['0', '5', '7', '6'] });
    expect(findings.map(({ code, severity, place }) => `${code} ${severity} ${placeBrief(place)}`)).toEqual([
      'opening-not-closing error D2',
      'rows-appeared note A4',
      'rows-vanished note S',
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Đất đai: «Kỳ trước» ghi 31 nhưng «Cuối kỳ» của năm 2021 là 30.',
      '1 dòng không có trong bảng của năm 2021: «Công chứng».',
      '1 dòng có trong bảng của năm 2021 nhưng không còn trong bảng này: «Chứng thực».',
    ]);
  });

  it('five are named, the rest counted', () => {
    const many = Object.fromEntries('abcdefgh'.split('').map((label) => [label, ['1', '2', '3', '4']]));
    const [appeared] = check(many).filter(({ code }) => code === 'rows-appeared');
    expect(appeared!.message).toBe('8 dòng không có trong bảng của năm 2021: «a», «b», «c», «d», «e» và 3 dòng khác.');
    expect(appeared!.related.length).toBe(4);
  });

  it('a total that jumps is the one the list states', () => {
    const findings = check({ 'Hộ tịch': ['8', '8', '10', '20'], 'Chứng thực': ['9', '9', '20', '40'], 'Đất đai': ['7', '7', '30', '31'], 'Tổng cộng': ['24', '24', '60', '91'] });
    expect(findings.map(({ code, place, message }) => [code, placeBrief(place), message])).toEqual([
      ['figure-jump', 'E5', 'Cột «Cuối kỳ» thay đổi nhiều so với năm 2021: Tổng cộng 91, trước là 60 (tăng 51,7%).'],
    ]);
  });

  it('a list sent again is a question, its total row notwithstanding', () => {
    const again = { 'Hộ tịch': ['8', '8.3889', '5', '10'], 'Chứng thực': ['9', '9.17', '6', '20'], 'Đất đai': ['7', '7.5', '1', '30'] };
    expect(check(again).map(({ code }) => code)).toContain('table-resent');
    expect(check({ ...again, 'Thuế': ['1', '1', '1', '1'] }).map(({ code }) => code)).not.toContain('table-resent');
  });

  it('a ±1 pair of openings is told as such', () => {
    const findings = check({ 'Hộ tịch': ['8.39', '2', '11', '4'], 'Chứng thực': ['9', '3', '19', '5'], 'Đất đai': ['7', '8', '30', '6'] });
    expect(findings.map(({ cause }) => cause)).toEqual([
      'lệch +1 ở dòng này và -1 ở dòng «Chứng thực» bù trừ nhau, nên dòng tổng không lộ ra',
      'lệch -1 ở dòng này và +1 ở dòng «Hộ tịch» bù trừ nhau, nên dòng tổng không lộ ra',
    ]);
  });
});

describe("last year's columns", () => {
  const compare = (figures: Readonly<Record<string, readonly string[]>>) => checkPreviousColumns({ now: listedTable('2022.xlsx', figures), before: lastYear, names }, { n2021_dat: 'n2022_dat' });

  it('equal last year’s own table, as printed: 8,39 is 8,3889', () => {
    expect(compare({ 'Hộ tịch': ['8.39', '1', '1', '1'], 'Chứng thực': ['9.17', '1', '1', '1'], 'Công chứng': ['1', '1', '1', '1'], 'Tổng cộng': ['25.06', '3', '3', '3'] })).toEqual([]);
  });

  it('or are named at their cell, total row included', () => {
    const findings = compare({ 'Hộ tịch': ['8.38', '1', '1', '1'], 'Chứng thực': ['9.71', '1', '1', '1'], 'Tổng cộng': ['25.6', '3', '3', '3'] });
    expect(findings.map(({ code, severity, place, seen, expected, cause }) => [code, severity, placeBrief(place), seen, expected, cause])).toEqual([
      ['previous-year-differs', 'error', 'B2', '8.38', '8.3889', 'số bị cắt bớt thay vì làm tròn: 8,38 thay vì 8,39'],
      ['previous-year-differs', 'error', 'B3', '9.71', '9.17', 'hai chữ số liền nhau bị đảo: 9,71 thay vì 9,17'],
      ['previous-year-differs', 'error', 'B4', '25.6', '25.06', 'hai chữ số liền nhau bị đảo: 25,6 thay vì 25,06'],
    ]);
    expect(findings[1]!.message).toBe('Chứng thực: cột «Điểm năm 2021» ghi 9,71 nhưng bảng của năm 2021 ghi 9,17 ở cột «Điểm năm 2022».');
    expect(findings[1]!.related).toMatchObject([{ file: '2021.xlsx', cell: 'C3' }]);
  });
});
