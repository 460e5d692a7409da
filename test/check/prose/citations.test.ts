/** Citations: recall and no false alarm on real ones, their form, and one document cited in two ways. */
import { describe, expect, test } from 'vitest';
import { parseSentences } from '../../../src/check/prose/parse-sentences.js';
import { weekdayOf } from '../../../src/statistics/prose-dates.js';
import { alarms, check, paragraph } from './support.js';

/** Kind, number and symbol, date, weekday (1 Monday): documents cited in real reports. */
const REAL: readonly (readonly [type: string, symbol: string, date: string, weekday: number])[] = [
  ['', '2707/UBND-TTHC', '', 0],
  ['Quyết định', '766/QĐ-TTg', '23/6/2022', 4],
  ['Quyết định', '16/2022/QĐ-UBND', '03/8/2022', 3],
  ['Nghị định', '61/2018/NĐ-CP', '23/4/2018', 1],
  ['Nghị định', '107/2021/NĐ-CP', '06/12/2021', 1],
  ['Thông tư', '01/2023/TT-VPCP', '05/4/2023', 3],
  ['Công văn', '1977/UBND-TTHC', '27/7/2023', 4],
  ['Công văn', '1739/UBND-TTHC', '08/8/2022', 1],
  ['Công văn', '270/UBND-TTHC', '04/10/2023', 3],
  ['Công văn', '3787/BNV-CCHC', '04/8/2021', 3],
  ['Báo cáo', '74/BC-SNV', '23/7/2021', 5],
  ['Kế hoạch', '79/KH-UBND', '27/5/2021', 4],
  ['Nghị định', '60/2021/NĐ-CP', '21/6/2021', 1],
  ['Chỉ thị', '21/CT-TTg', '05/8/2021', 4],
  ['Nghị định', '30/2020/NĐ-CP', '', 0],
  ['', '51/BC-SNV', '', 0],
  ['Quyết định', '288/QĐ-BNV', '', 0],
  ['Quyết định', '289/QĐ-BNV', '14/4/2023', 5],
  ['Công văn', '389/UBND-TH', '24/02/2023', 5],
  ['Công văn', '369/UBND-TH', '23/02/2023', 4],
  ['Công văn', '816/STC-NS', '07/3/2023', 2],
  ['Chỉ thị', '05/CT-UBND', '08/02/2021', 1],
  ['Công văn', '849/UBND-TTHC', '14/4/2023', 5],
  ['', '03/BC-TTHC', '', 0],
  ['Quyết định', '191/QĐ-UBND', '22/01/2021', 5],
  ['Báo cáo', '01/BC-TTHC', '27/01/2021', 3],
  ['Báo cáo', '02/BC-TTHC', '01/02/2021', 1],
  ['Công văn', '208/UBND-VX', '04/02/2021', 4],
  ['Công văn', '168/STTTT-CNTT', '17/02/2021', 3],
  ['Quyết định', '1216/QĐ-UBND', '26/4/2019', 5],
  ['', '293/UBND', '', 0],
  ['Công văn', '45/VPUB-PVHCC&KSTT', '', 0],
  ['Công văn', '1846/UBND-PVHCC&KSTT', '18/7/2022', 1],
  ['Công văn', '2283/UBND-PVHCC&KSTT', '30/8/2022', 2],
  ['Công văn', '4660/VPCP-KSTT', '26/7/2022', 2],
  ['Công văn', '308/VPUB-PVHCC&KSTT', '21/11/2022', 1],
  ['Công văn', '30/VPUB-PVHCC&KSTT', '08/01/2023', 7],
];
const sentence = ([type, symbol, date]: (typeof REAL)[number]): string => `Thực hiện ${type} số ${symbol}${date && ` ngày ${date}`} của cơ quan cấp trên, đơn vị đã triển khai.`;

describe('real citations', () => {
  test.each(REAL)('%s %s %s is found whole', (type, symbol, date, weekday) => {
    const [found, ...more] = parseSentences(paragraph(sentence([type, symbol, date, weekday]))).flatMap(({ citations }) => citations);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ written: symbol, type: type === '' ? undefined : type.toLowerCase() });
    expect(found!.date?.text ?? '').toBe(date);
    if (found!.date) expect(weekdayOf(found!.date.iso!)).toBe(weekday);
  });

  test('raise no alarm, one by one or together', () => expect(alarms(...REAL.map(sentence), ...REAL.map(sentence))).toEqual([]));

  test('two documents of one day may share a sentence', () => {
    expect(alarms('Theo Quyết định số 288/QĐ-BNV và Quyết định số 289/QĐ-BNV ngày 14/4/2023, cùng với Quyết định số 288/QĐ-BNV ngày 14/4/2023.')).toEqual([]);
  });
});

describe('form', () => {
  test.each([
    ['Báo cáo số 3/BC-TTHC ngày 15/02/2021.', '3/BC-TTHC → 03/BC-TTHC'],
    ['Công văn số 2707 /UBND-TTHC.', '2707 /UBND-TTHC → 2707/UBND-TTHC'],
    ['Công văn số 293 /UBND - VP ngày 28/02/2023.', '293 /UBND - VP → 293/UBND-VP'],
    ['Quyết định số 288/QD-BNV ngày 14/4/2023.', '288/QD-BNV → 288/QĐ-BNV'],
    ['Nghị định số 61/2018/ND-CP.', '61/2018/ND-CP → 61/2018/NĐ-CP'],
    ['Quyết định số 288/qđ-bnv.', '288/qđ-bnv → 288/QĐ-BNV'],
    ['Quyết định số 12/UBND-VX ngày 14/4/2023.', '12/UBND-VX'],
    ['Quyết định số 191/QĐ.UBND ngày 22/01/2021.', '191/QĐ.UBND → 191/QĐ-UBND'],
    ['Công văn số 05 /CV-TTHC ngày 22/01/2021.', '05 /CV-TTHC'],
    ['Công văn số 168/STTTT-CNTT ngày 17/2/2021.', '17/2/2021 → 17/02/2021'],
    ['Chỉ thị số 05/CT-UBND ngày 8/02/2021.', '8/02/2021 → 08/02/2021'],
    ['Quyết định số 288/QĐ-BNV ngày 14/04/2023.', '14/04/2023 → 14/4/2023'],
    ['Quyết định số 288/QĐ-BNV ngày 14 tháng 04 năm 2023.', 'ngày 14 tháng 04 năm 2023 → ngày 14 tháng 4 năm 2023'],
    ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2019.', '61/2018/NĐ-CP 23/4/2019'],
  ])('«%s»', (text, values) => expect(alarms(text)).toEqual([`warning citation-form ${values}`]));

  test('says which rule is broken', () => {
    expect(check('Công văn số 2707 /UBND-TTHC.').findings[0]!.message).toContain('viết liền');
    expect(check('Báo cáo số 3/BC-TTHC.').findings[0]!.message).toContain('dưới 10');
    expect(check('Quyết định số 288/QD-BNV.').findings[0]!.message).toContain('sai chữ');
    expect(check('Quyết định số 191/QĐ.UBND.').findings[0]!.message).toContain('dấu gạch nối');
    expect(check('Công văn số 05/CV-TTHC.').findings[0]!.message).toContain('công văn không có chữ «CV»');
  });

  test('a rate is no symbol', () => expect(parseSentences(paragraph('Tốc độ 50/TTHC.')).flatMap(({ citations }) => citations)).toEqual([]));

  test('the zero rule holds for other dates', () => expect(alarms('Hoàn thành trước ngày 20/03/2021.', 'Họp ngày 5 tháng 3 năm 2021.')).toEqual(['warning date-form 20/03/2021 → 20/3/2021', 'warning date-form ngày 5 tháng 3 năm 2021 → ngày 05 tháng 3 năm 2021']));

  test.each([
    'Nghị quyết liên tịch số 01/2020/NQLT-CP-UBTVQH, Công điện số 05/CĐ-TTg, Luật số 47/2019/QH14, Nghị quyết số 202/2025/QH15, Nghị quyết số 18-NQ/TW, Nghị quyết số 76/NQ-CP.',
    'Thông tư liên tịch số 01/2020/TTLT-BTC-BNV, Tờ trình số 12/TTr-SNV, Chương trình số 07/CTr-UBND, Thông báo số 15/TB-VPCP.',
    'Đã nộp 27/28 báo cáo, 05 hồ sơ/ngày, tốc độ 50/TTHC; hướng dẫn tại Công văn số 191/QĐ-UBND - UBND tỉnh.',
    'Tờ trình số 04/TTr-SNgV, Nghị quyết số 30c/NQ-CP, Báo cáo thẩm định số 18/BCTĐ-STP, hướng dẫn số 3787/BNV-CCHC.',
    'Quyết định số 766/QĐ-TTg của Thủ tướng Chính phủ.',
  ])('no alarm: «%s»', (text) => expect(alarms(text)).toEqual([]));
});

describe('one document cited in two ways', () => {
  test.each([
    ['two dates', ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.', 'Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.'], 'error citation-conflict 61/2018/NĐ-CP ngày 24/4/2018'],
    ['two dates of one issuer', ['Quyết định số 191/QĐ-UBND ngày 22/01/2021 của Ủy ban nhân dân tỉnh.', 'Quyết định số 191/QĐ-UBND ngày 21/01/2021 của UBND tỉnh.'], 'error citation-conflict 191/QĐ-UBND ngày 21/01/2021'],
    ['two dates, no issuer said', ['Quyết định số 191/QĐ-UBND ngày 22/01/2021.', 'Quyết định số 191/QĐ-UBND ngày 21/01/2021.'], 'error citation-conflict 191/QĐ-UBND ngày 21/01/2021'],
    ['the day of another year', ['Quyết định số 766/QĐ-TTg ngày 23/6/2022.', 'Quyết định số 766/QĐ-TTg ngày 23/6/2023.'], 'warning citation-conflict 766/QĐ-TTg ngày 23/6/2023'],
    ['an issuer not said', ['Quyết định số 191/QĐ-UBND ngày 22/01/2021.', 'Quyết định số 191/QĐ-UBND ngày 21/01/2021 của UBND huyện Kế Sách.'], 'warning citation-conflict 191/QĐ-UBND ngày 21/01/2021'],
    ['a number that lost a digit', ['Công văn số 2707/UBND-TTHC ngày 04/10/2023.', 'Kèm theo Công văn số 270/UBND-TTHC ngày 04/10/2023.'], 'warning citation-conflict 270/UBND-TTHC ngày 04/10/2023'],
    ['two numbers under one subject', ['Quyết định số 288/QĐ-BNV ngày 14/4/2023 về việc công bố Chỉ số hài lòng.', 'Quyết định số 298/QĐ-BNV ngày 14/4/2023 về việc công bố Chỉ số hài lòng.'], 'error citation-conflict 298/QĐ-BNV ngày 14/4/2023'],
    [
      'a decree under two numbers, one title shortened',
      ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa; Nghị định số 16/2018/NĐ-CP ngày 23/4/2018 về thực hiện cơ chế một cửa trong giải quyết thủ tục hành chính.'],
      'error citation-conflict 16/2018/NĐ-CP ngày 23/4/2018',
    ],
  ])('%s', (_, texts, expected) => expect(alarms(...texts)).toEqual([expected]));

  test('names the other place', () => {
    const { findings } = check('Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.', 'Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.');
    expect(findings[0]!.message).toContain('nhưng ở bao cao.md › dòng 5 lại là «61/2018/NĐ-CP ngày 23/4/2018»');
  });

  test.each([
    ['the series begins anew each year', ['Báo cáo số 03/BC-TTHC ngày 15/02/2020.', 'Báo cáo số 03/BC-TTHC ngày 16/02/2021.']],
    ['two offices', ['Quyết định số 191/QĐ-UBND ngày 22/01/2021 của UBND tỉnh.', 'Quyết định số 191/QĐ-UBND ngày 15/3/2021 của UBND huyện Kế Sách.']],
    ['neighbouring numbers of one day', ['Quyết định số 288/QĐ-BNV ngày 14/4/2023.', 'Quyết định số 289/QĐ-BNV ngày 14/4/2023.']],
    ['two decrees of one day', ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 về thực hiện cơ chế một cửa.', 'Nghị định số 62/2018/NĐ-CP ngày 23/4/2018 về thực hiện chính sách tinh giản biên chế.']],
    ['titles of too few words', ['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 về khuyến nông nghiệp.', 'Nghị định số 62/2018/NĐ-CP ngày 23/4/2018 về khuyến nông nghiệp.']],
    ['decisions of one day with one head of title', ['Quyết định số 288/QĐ-BNV ngày 14/4/2023 về việc công bố thủ tục hành chính.', 'Quyết định số 298/QĐ-BNV ngày 14/4/2023 về việc công bố thủ tục hành chính lĩnh vực tôn giáo.']],
    ['two kinds of document', ['Kế hoạch số 12/UBND-VX.', 'Báo cáo số 12/BC-SNV ngày 14/4/2023.', 'Công văn số 12/BC-SNV ngày 15/4/2023.'].slice(1)],
  ])('no conflict: %s', (_, texts) => expect(alarms(...texts)).toEqual([]));
});
