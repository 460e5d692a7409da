/** Bare figures against the tables: stated, nearly stated, untraced; what is no figure is set aside. */
import { describe, expect, test } from 'vitest';
import { parseFigures } from '../../../src/check/prose/parse-figures.js';
import { parseSentences } from '../../../src/check/prose/parse-sentences.js';
import { findSlip } from '../../../src/check/prose/same-value.js';
import { exact, toDecimalText } from '../../../src/statistics/exact.js';
import { checkProse } from '../../../src/check/prose/check-prose.js';
import { alarms, check, count, FEBRUARY, FIGURES, label, paragraph } from './support.js';

const scanned = (text: string): readonly string[] => parseFigures(text).map(({ value, percent, unit }) => `${toDecimalText(value)}${percent ? '%' : ''}${unit ? ` ${unit}` : ''}`);

describe('the scanner', () => {
  test.each([
    ['Tiếp nhận 8.605 hồ sơ, đạt 89,69% và 89,69 % số giao.', ['8605 hồ sơ', '89.69%', '89.69%']],
    ['Có 04 đơn vị và 27/28 nhiệm vụ.', ['4 đơn vị', '27', '28 nhiệm vụ']],
    ['Giải ngân 3.987.846 triệu đồng.', ['3987846 triệu đồng']],
    ['Chi 1,234,567 đồng.', ['1234567 đồng']],
    ['Tổ chức 02 - 03 cuộc.', ['2', '3 cuộc']],
    ['Tăng 1,8 điểm phần trăm.', ['1.8% điểm phần trăm']],
    ['Tổng số 613 hồ sơ được báo cáo; đã cấp 29 tài khoản; Thông báo 25 trường hợp.', ['613 hồ sơ', '29 tài khoản', '25 trường hợp']],
    ['Năm 2021 có 2021 hồ sơ.', ['2021 hồ sơ']],
    ['gồm:13 khiển trách (50%)', ['13', '50%']],
  ])('reads «%s»', (text, expected) => expect(scanned(text)).toEqual(expected));

  test.each([
    'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, khoản 3 Điều 9, điểm 2 mục 3.1 Phụ lục 2.',
    'Báo cáo số 03/BC-TTHC; Nghị quyết số 18-NQ/TW; Quyết định số 766; Quyết định 766; Đề án 06.',
    'Các thủ tục mức độ 2, 3, 4 và mức độ 3, mức độ 4.',
    '(1) Rà soát; (12) Tổng hợp; 3.1.2. Đối với lĩnh vực này.',
    '1. Tình hình chung trong Quý I/2021, quý 2 năm 2021, tháng 7/2023, tháng 02 và 6 tháng đầu năm 2021.',
    'Giai đoạn 2021 - 2030, năm 2021, 2022 và nhiệm kỳ 2020-2025; kế hoạch 2021.',
    'Ngày 05 tháng 01 năm 2021, ngày 20/3, lúc 08:30 hoặc 14 giờ 30, 7h30.',
    'Phường 1, Phường 2 và Quốc lộ 60, phòng số 105.',
    'Liên hệ điện thoại 0299.3822.456 hoặc 0912345678, tổng đài 1900 1234; https://dichvucong.gov.vn/p/105 và tthc123@soctrang.gov.vn.',
    'Thông điệp 5K, cách mạng công nghiệp 4.0, phiên bản 2.0, dịch COVID-19, ISO 9001:2015, TCVN 5945:2010.',
    'Năm 2021 hồ sơ trực tuyến tăng; giai đoạn 2021 - 2025 đơn vị được giao thêm việc.',
    'Trực 24/7 và 24/24; ĐT: 3822 456; theo 18-NQ/TW; văn bản số 15/Abc-xyz; số 15/Abc-xyz.',
    'Từ 15/12/2021 đến 14-12-2022.',
  ])('sets aside «%s»', (text) => expect(parseSentences(paragraph(text)).flatMap(({ figures }) => figures.map((one) => one.text))).toEqual([]));

  test('a sentence ends at its full stop, not at an abbreviation or a thousands dot', () => {
    expect(parseSentences(paragraph('Có 8.605 hồ sơ tại TP. Sóc Trăng. Còn 887 hồ sơ.')).map(({ text }) => text)).toEqual(['Có 8.605 hồ sơ tại TP. Sóc Trăng.', 'Còn 887 hồ sơ.']);
  });
});

describe('known figures', () => {
  test('are offered with their cell', () => {
    const { findings, untraced } = check('Sở Công Thương đã giải quyết 612 hồ sơ.');
    expect(findings.map(label)).toEqual(['note prose-figure-known 612']);
    expect(findings[0]!.related).toEqual([{ in: 'sheet', file: 'phu-luc.xlsx', sheet: 'Phụ lục I', cell: 'F9' }]);
    expect(findings[0]!.message).toContain('Sở Công Thương, Số hồ sơ đã giải quyết: Tổng số');
    expect(untraced).toEqual([]);
  });

  test('are chosen by what the sentence names', () => {
    expect(check('Sở Tư pháp có 6 hồ sơ đã giải quyết quá hạn.').findings.map(label)).toEqual(['note prose-figure-known 6']);
    expect(check('Có 6 hồ sơ bị thất lạc.').findings.map(({ code }) => code)).toEqual(['prose-figures-untraced']);
  });

  test('percentages match at the decimals printed; a norm of 100% matches nothing', () => {
    expect(check('Tỷ lệ này là 89,69%, tức 89,7%.').findings.map(({ code }) => code)).toEqual(['prose-figure-known', 'prose-figure-known']);
    expect(check('Tỷ lệ này phải là 90%.').untraced.map(({ text }) => text)).toEqual(['90%']);
  });

  test('unknown ones are listed with their sentence, and counted once per file', () => {
    const { findings, untraced } = check('Hướng dẫn 347 lượt người. Cấp phát 1.215 tờ rơi.', 'Trả lời 58 phiếu.');
    expect(untraced.map(({ text, context, place }) => [text, context, place.in === 'text' && place.line])).toEqual([
      ['347', 'Hướng dẫn 347 lượt người.', 5],
      ['1.215', 'Cấp phát 1.215 tờ rơi.', 5],
      ['58', 'Trả lời 58 phiếu.', 6],
    ]);
    expect(findings.map(label)).toEqual(['note prose-figures-untraced 347; 1.215; 58']);
    expect(findings[0]!.message).toContain('3 con số');
  });

  test('a count is no percentage, and two digits prove nothing without words', () => {
    expect(check('Đạt 89,69 điểm.').untraced.map(({ text }) => text)).toEqual(['89,69']);
    const { untraced } = checkProse({ texts: [paragraph('Có 29 khách.')], figures: [count('Quầy hỗ trợ, Số lượt', 29)], ...FEBRUARY });
    expect(untraced.map(({ text }) => text)).toEqual(['29']);
  });

  test('of a long sentence the stretch around the figure is shown', () => {
    const { untraced } = check(`${'việc này việc khác '.repeat(20)}có 347 lượt${' và việc khác nữa'.repeat(20)}.`);
    expect(untraced[0]!.context).toMatch(/^….*347 lượt.*…$/u);
    expect(untraced[0]!.context.length).toBeLessThan(170);
  });

  test('small counts that are ordinary words are not listed', () => {
    expect(check('Có 02 giải pháp, 3 nguyên nhân và 4 bước.').untraced).toEqual([]);
    expect(check('Mở 7 lớp.').untraced.map(({ text }) => text)).toEqual(['7']);
  });
});

describe('near figures', () => {
  test('a fall written as a rise', () => {
    const fall = { ...count('Cải cách thể chế, Tăng, giảm tỷ lệ', -6), decimals: 2, percent: true };
    const told = (text: string): readonly string[] => checkProse({ texts: [paragraph(text)], figures: [fall], ...FEBRUARY }).findings.map(label);
    expect(told('Lĩnh vực cải cách thể chế có tăng, giảm tỷ lệ: tăng 6,00%.')).toEqual(['warning prose-figure-near 6,00% → -6,00%']);
    expect(told('Lĩnh vực cải cách thể chế có tăng, giảm tỷ lệ: giảm 6,00%.')).toEqual(['note prose-figure-known 6']);
    expect(told('Giá điện tăng 6,00%.').filter((one) => one.startsWith('warning'))).toEqual([]);
  });

  test('two digits exchanged from afar', () => expect(findSlip(parseFigures('có 8.506 hồ sơ')[0]!, exact(8605))).toBe('crossed'));

  test('what rounds to the printed value is no slip', () => {
    expect(findSlip(parseFigures('đạt 10%')[0]!, exact('10.31'))).toBeUndefined();
    expect(findSlip(parseFigures('đạt 10,30%')[0]!, exact('10.308'))).toBe('cut');
  });

  test.each([
    ['Sở Công Thương đã giải quyết 621 hồ sơ.', '621 → 612', 'đảo hai chữ số'],
    ['Sở Công Thương đã giải quyết 672 hồ sơ.', '672 → 612', 'gõ sai một chữ số'],
    ['Sở Nội vụ đang giải quyết 1.300 hồ sơ.', '1.300 → 130', 'lệch 10, 100'],
    ['Sở Tư pháp đã giải quyết 429 hồ sơ.', '429 → 428', 'lệch 1 đơn vị'],
    ['Toàn Trung tâm tiếp nhận 8.065 hồ sơ.', '8.065 → 8.605', 'đảo hai chữ số'],
    ['Tỷ lệ hồ sơ đang giải quyết đã quá hạn là 0,67%.', '0,67% → 0,68%', 'cắt bớt'],
    ['Hồ sơ đã giải quyết đạt 89,96%.', '89,96% → 89,69%', 'đảo hai chữ số'],
    ['Hồ sơ nhận qua trực tuyến là 31.160 hồ sơ.', '31.160 → 3.116', 'lệch 10'],
    ['Hồ sơ đã giải quyết là 778 hồ sơ.', '778 → 7.718', 'thiếu hoặc thừa một chữ số'],
  ])('«%s»', (text, values, cause) => {
    const [finding, ...more] = check(text).findings.filter(({ severity }) => severity !== 'note');
    expect(finding && label(finding)).toBe(`warning prose-figure-near ${values}`);
    expect(finding!.cause).toContain(cause);
    expect(more).toEqual([]);
  });

  test.each([
    ['another noun is counted', 'Sở Tư pháp đã giải quyết 428 hồ sơ và tổ chức 438 lượt tuyên truyền.'],
    ['another noun, the known figure not stated', 'Sở Tư pháp đã giải quyết đơn thư, tổ chức 438 lượt tuyên truyền.'],
    ['the sentence names neither row nor column', 'Đã phát 621 tờ rơi cho người dân.'],
    ['the sentence compares with another period', 'So với kỳ trước, Sở Công Thương đã giải quyết được 621 hồ sơ.'],
    ['another year', 'Năm 2020, Sở Công Thương đã giải quyết 621 hồ sơ.'],
    ['another month', 'Tháng 12, Sở Công Thương đã giải quyết 621 hồ sơ.'],
    ['about', 'Sở Công Thương đã giải quyết gần 620 hồ sơ.'],
    ['a target', 'Phấn đấu đạt 89,96% hồ sơ đã giải quyết.'],
    ['the value stands elsewhere in the tables', 'Sở Công Thương đã giải quyết 994 hồ sơ.'],
    ['all that is named is a short header', 'Tỷ lệ trực tuyến của lớp học là 36,31%.'],
    ['small counts differ by one', 'Sở Tư pháp có 7 hồ sơ đã giải quyết quá hạn.'],
    ['only the row is named', 'Sở Công Thương tổ chức 541 buổi.'],
    ['a score has decimals', 'Sở Công Thương đã giải quyết được 621,00 điểm.'],
    ['far away', 'Sở Công Thương đã giải quyết 300 hồ sơ.'],
  ])('no alarm where %s', (_, text) => expect(alarms(text)).toEqual([]));

  test('a long name of the row alone is no evidence', () => {
    const figures = [count('Sở Thông tin và Truyền thông, Hồ sơ nhận qua trực tuyến', 540)];
    const told = (text: string): readonly string[] => checkProse({ texts: [paragraph(text)], figures, ...FEBRUARY }).findings.map(({ code }) => code);
    expect(told('Sở Thông tin và Truyền thông tổ chức 541 buổi.')).toEqual(['prose-figures-untraced']);
    expect(told('Sở Thông tin và Truyền thông nhận qua trực tuyến 541 hồ sơ.')).toEqual(['prose-figure-near']);
  });

  test('without words a swap tells only while the tables are small enough for it to be no accident', () => {
    const texts = [paragraph('Đã hỗ trợ 8.065 khách.')];
    const many = Array.from({ length: 900 }, (_, index) => count(`Xã ${index}, Số hồ sơ: Tổng số`, 1003 + index * 10));
    expect(checkProse({ texts, figures: FIGURES, ...FEBRUARY }).findings.map(label)).toEqual(['warning prose-figure-near 8.065 → 8.605']);
    expect(checkProse({ texts, figures: [...FIGURES, ...many], ...FEBRUARY }).untraced.map(({ text }) => text)).toEqual(['8.065']);
  });
});

test('a percentage with a decimal point is told with its right form, and still matched', () => {
  expect(check('Hồ sơ đã giải quyết đạt 89.69%.').findings.map(label)).toEqual(['note prose-figure-known 89.69', 'warning prose-number-form 89.69% → 89,69%']);
  expect(alarms('Đạt 83.14 điểm; theo mục 3.1 của kế hoạch; tiếp nhận 8,605 hồ sơ.')).toEqual(['warning prose-number-form 83.14 → 83,14', 'warning prose-number-form 8,605 → 8.605']);
});

test('thousands in the English form are told', () => expect(alarms('Chi 1,234,567 đồng và 1,234,567.5 đồng.')).toEqual(['warning prose-number-form 1,234,567 → 1.234.567', 'warning prose-number-form 1,234,567.5 → 1.234.567,5']));
