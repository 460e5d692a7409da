/** Sentences about the real tables of February 2021: what is true of a unit or of all raises no alarm, a slip in it is told, and no unit lends its figure to another. */
import { beforeAll, describe, expect, test } from 'vitest';
import { figureRows } from '../../../src/check/prose/figure-rows.js';
import { checkProse } from '../../../src/check/prose/check-prose.js';
import type { KnownFigure } from '../../../src/check/prose/subject.js';
import { knownFigures } from '../../../src/pipeline/known-figures.js';
import { formatExact } from '../../../src/statistics/format-figure.js';
import { loadMonths } from '../months.js';
import { FEBRUARY, label, paragraph } from './support.js';

let figures: readonly KnownFigure[];
beforeAll(async () => {
  const { results, satisfaction, others } = (await loadMonths())[1];
  figures = knownFigures([results, satisfaction, others]);
});

const told = (text: string): readonly string[] => checkProse({ texts: [paragraph(text)], figures, ...FEBRUARY }).findings.map(label);

const SAID = [
  ['tiếp nhận', 'Số hồ sơ nhận giải quyết: Tổng số', ''],
  ['tiếp nhận mới', 'Số hồ sơ nhận giải quyết: Trong đó: Số mới tiếp nhận', ''],
  ['đã giải quyết', 'Kết quả giải quyết: Số hồ sơ đã giải quyết: Tổng số', ''],
  ['đã giải quyết', 'Kết quả giải quyết: Số hồ sơ đã giải quyết: Trước hạn', ' trước hạn'],
  ['đã giải quyết', 'Kết quả giải quyết: Số hồ sơ đã giải quyết: Đúng hạn', ' đúng hạn'],
  ['đã giải quyết', 'Kết quả giải quyết: Số hồ sơ đã giải quyết: Quá hạn', ' quá hạn'],
  ['đang giải quyết', 'Kết quả giải quyết: Số hồ sơ đang giải quyết: Tổng số', ''],
  ['đang giải quyết', 'Kết quả giải quyết: Số hồ sơ đang giải quyết: Còn hạn', ' còn hạn'],
  ['trả lại', 'Hồ sơ bị trả lại', ''],
  ['tiếp nhận trực tuyến', 'Hồ sơ nhận qua trực tuyến', ''],
] as const;

test.each(SAID)('the truth about each unit and about all raises no alarm: «%s»', (verb, column, behind) => {
  const ending = `, ${column}`;
  const truths = figures.filter(({ name, percent }) => name.endsWith(ending) && !percent).map(({ name, quantity }) => [name.slice(0, -ending.length), formatExact(quantity.value)] as const);
  expect(truths.length).toBe(18);
  for (const [row, value] of truths) {
    const subject = row === 'Tổng cộng' ? 'Trong tháng' : row;
    const findings = told(`${subject} ${verb} ${value} hồ sơ${behind}.`);
    expect(findings.filter((one) => !one.startsWith('note')), row).toEqual([]);
    if (value.length >= 3) expect(findings, row).toEqual([expect.stringContaining('prose-figure-known')]);
  }
});

describe('a slip', () => {
  test.each([
    ['Trong tháng đã tiếp nhận 8.506 hồ sơ.', '8.506 → 8.605'],
    ['Trong tháng đã tiếp nhận 8.604 hồ sơ.', '8.604 → 8.605'],
    ['Trong tháng đã tiếp nhận 86.050 hồ sơ.', '86.050 → 8.605'],
    ['Trung tâm đã giải quyết 7.719 hồ sơ.', '7.719 → 7.718'],
    ['Đến cuối kỳ đang giải quyết 888 hồ sơ.', '888 → 887'],
    ['Trong kỳ (từ ngày 16/01/2021 đến ngày 15/02/2021), các Sở, ngành tiếp nhận 8.506 hồ sơ của tổ chức, cá nhân.', '8.506 → 8.605'],
    ['Tổng số hồ sơ tiếp nhận trong tháng 02 năm 2021 là 8.506.', '8.506 → 8.605'],
    ['Có 888 hồ sơ đang giải quyết.', '888 → 887'],
    ['Trong tháng, hồ sơ giải quyết trước hạn là 7.721 hồ sơ.', '7.721 → 7.712'],
    ['Trong tháng, số hồ sơ nhận trực tuyến: 3.611 hồ sơ.', '3.611 → 3.116'],
    ['Sở Tư pháp tiếp nhận 593 hồ sơ.', '593 → 539'],
    ['Sở Nội vụ đang giải quyết 103 hồ sơ.', '103 → 130'],
  ])('is told: «%s»', (text, values) => expect(told(text)).toEqual([`warning prose-figure-near ${values}`]));
});

describe('no alarm where the sentence does not speak of the whole', () => {
  test.each([
    ['another body', 'Huyện Kế Sách đã tiếp nhận 8.604 hồ sơ.'],
    ['a part', 'Qua bưu chính công ích đã tiếp nhận 8.604 hồ sơ.'],
    ['some units', 'Một số đơn vị đang giải quyết 888 hồ sơ.'],
    ['a week', 'Trong tuần đã tiếp nhận 8.604 hồ sơ.'],
    ['another month', 'Trong tháng 01, đã tiếp nhận 8.604 hồ sơ.'],
    ['cases of a kind', 'Đã tiếp nhận 8.604 hồ sơ đất đai.'],
    ['two columns in one', 'Đã giải quyết trước và đúng hạn 7.713 hồ sơ.'],
    ['another verb', 'Xác nhận 8.604 hồ sơ.'],
    ['another noun', 'Đã tiếp nhận 888 lượt điện thoại.'],
  ])('%s', (_, text) => expect(told(text)).toEqual([expect.stringContaining('note prose-figures-untraced')]));
});

describe('one row lends another no figure', () => {
  test.each([
    ['of a unit to a unit', 'Sở Nội vụ đang giải quyết 539 hồ sơ.', ['note prose-figures-untraced 539']],
    ['of all to a unit', 'Sở Nội vụ đang giải quyết 8.605 hồ sơ.', ['note prose-figures-untraced 8.605']],
    ['of a unit to all', 'Trong tháng đã tiếp nhận 539 hồ sơ.', ['note prose-figures-untraced 539']],
    ['but both may be named', 'Sở Nội vụ đang giải quyết 130 hồ sơ trong tổng số 887 hồ sơ.', ['note prose-figure-known 130', 'note prose-figure-known 887']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
});

test('names of units and headers may hold commas', () => {
  const read = [...figureRows(figures)].map(([{ name }, { row, column, kind }]) => `${name.startsWith('Sở Văn hóa') || name.startsWith('Tổng cộng') ? `${row} | ${column} | ${kind}` : ''}`);
  expect(read).toContain('sở văn hóa, thể thao và du lịch | số hồ sơ mức độ 3, 4 | unit');
  expect(read).toContain('tổng cộng | số hồ sơ mức độ 3, 4 | total');
});

test('a text may come from a file without lines, as the citations of an agency do', () => {
  const place = { in: 'file', file: 'data/agencies/a.yaml' } as const;
  const texts = ['Trong tháng đã tiếp nhận 8.506 hồ sơ và cấp 347 tài khoản.', 'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, họp Thứ Hai ngày 31/02/2021.'].map((text) => ({ text, place }));
  const { findings, untraced } = checkProse({ texts: [...texts, paragraph('Nghị định số 61/2018/NĐ-CP ngày 24/4/2018.')], figures, ...FEBRUARY });
  expect(findings.map(({ code, place: { file } }) => [code, file])).toEqual([
    ['prose-figure-near', place.file],
    ['date-impossible', place.file],
    ['citation-conflict', 'bao cao.md'],
    ['prose-figures-untraced', place.file],
  ]);
  expect(findings[2]!.message).toContain(`nhưng ở ${place.file} lại là`);
  expect(untraced.map((one) => [one.text, one.place])).toEqual([['347', place]]);
});
