/** Rules of form on texts, titles and signatures: the sample công văn is right, each change is one fault. */
import { describe, expect, test } from 'vitest';
import type { Block, OfficialDocument } from '../../src/document/tree.js';
import { authorityFaults } from '../../src/template/check-authority.js';
import { checkTextForm } from '../../src/template/check-text-form.js';
import { sampleLetter } from '../support/sample-letter.js';

const codes = (change: Partial<OfficialDocument> = {}): readonly string[] => checkTextForm({ ...sampleLetter(), ...change }, 'mau.yaml').map(({ code }) => code);
const text = (value: string): Block => ({ type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: value }] });
const marks = (...given: readonly string[]): Block => ({ type: 'list', items: given.map((mark) => ({ mark: `${mark} `, level: 0, inlines: [{ type: 'text', text: 'x' }] })) });

test('the sample is right', () => expect(codes()).toEqual([]));

describe('dates', () => {
  test.each(['17/2/2021', '20/03/2021', '5/4/2021', 'ngày 5 tháng 4 năm 2021', 'ngày 05 tháng 04 năm 2021'])('%s is wrong', (date) => expect(codes({ body: [text(`Trước ${date}./.`)] })).toEqual(['date-form']));
  test.each(['17/02/2021', '20/3/2021', 'ngày 05 tháng 01 năm 2020', 'ngày 29 tháng 6 năm 2019'])('%s is right', (date) => expect(codes({ body: [text(`Trước ${date}./.`)] })).toEqual([]));
});

describe('end mark', () => {
  test.each(['Không có dấu.', 'Hai dấu./. ở đây./.', 'Dấu./. ở giữa.'])('%s', (sentence) => expect(codes({ body: [text(sentence)] })).toEqual(['end-mark']));
  test('of a phụ lục', () => {
    const [appendix] = sampleLetter().appendices;
    expect(codes({ appendices: [{ ...appendix!, blocks: [text('Hết.')] }] })).toEqual(['end-mark']);
  });
});

describe('points', () => {
  test.each([[['a)', 'b)', 'c)', 'd)', 'e)']], [['a)', 'c)']], [['b)']], [['1.', '3.']]])('%j is wrong', (given) => expect(codes({ body: [marks(...given), text('Hết./.')] })).toEqual(['points-order']));
  test.each([[['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)']], [['-', '-']], [['1.', '2.', '3.']], [['4.', '5.']]])('%j is right', (given) => expect(codes({ body: [marks(...given), text('Hết./.')] })).toEqual([]));
});

describe('phụ lục', () => {
  const [one] = sampleLetter().appendices;
  test('one is not numbered, two are in Roman', () => {
    expect(codes({ appendices: [{ ...one!, label: 'Phụ lục I' }] })).toEqual(['appendix-form']);
    expect(codes({ appendices: [{ ...one!, label: 'Phụ lục I' }, { ...one!, label: 'Phụ lục II' }] })).toEqual([]);
    expect(codes({ appendices: [{ ...one!, label: 'Phụ lục I' }, { ...one!, label: 'Phụ lục 2' }] })).toEqual(['appendix-form']);
  });
  test('its title is in capitals, its number that of the document', () => {
    expect(codes({ appendices: [{ ...one!, title: [{ type: 'text', text: 'Danh mục' }] }] })).toEqual(['appendix-form']);
    const attached = (number: string) => [{ ...one!, attachedTo: [{ type: 'text' as const, text: `(Kèm theo Công văn số ${number} ngày 05 tháng 3 năm 2022)` }] }];
    expect(codes({ appendices: attached('270/UBND-TTHC') })).toEqual(['appendix-form']);
    const number = [{ type: 'text' as const, text: 'Số: 2707/UBND-TTHC' }];
    expect(codes({ number, appendices: attached('270/UBND-TTHC') })).toEqual(['appendix-form']);
    expect(codes({ number, appendices: attached('2707/UBND-TTHC') })).toEqual([]);
  });
});

test('a short form before its meaning', () => {
  expect(codes({ body: [text('Hồ sơ TTHC tăng.'), text('Thủ tục hành chính (viết tắt là TTHC) giảm./.')] })).toEqual(['short-form-early']);
  expect(codes({ body: [text('Thủ tục hành chính (viết tắt là TTHC) giảm.'), text('Hồ sơ TTHC tăng./.')] })).toEqual([]);
});

describe('signature', () => {
  const [office, committee] = [['SỞ NỘI VỤ'], ['ỦY BAN NHÂN DÂN', 'TỈNH SÓC TRĂNG']];
  test.each<[readonly string[], readonly string[]]>([
    [['GIÁM ĐỐC'], office],
    [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], office],
    [['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], committee],
    [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], committee],
    [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], committee],
    [['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'], office],
    [['TL. GIÁM ĐỐC', 'KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'], office],
    [['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'], office],
    [['Q. GIÁM ĐỐC'], office],
  ])('%j of %j is right', (lines, issuer) => expect(authorityFaults(lines, issuer)).toEqual([]));
  test.each<[readonly string[], readonly string[]]>([
    [['TM. SỞ NỘI VỤ', 'GIÁM ĐỐC'], office],
    [['TM. ỦY BAN NHÂN DÂN'], committee],
    [['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHỦ TỊCH'], committee],
    [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], committee],
    [['KT. GIÁM ĐỐC'], office],
    [['KT. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'], office],
    [['TL. GIÁM ĐỐC'], office],
    [['TL. GIÁM ĐỐC', 'KT. TRƯỞNG PHÒNG', 'TRƯỞNG PHÒNG'], office],
    [['TUQ. GIÁM ĐỐC'], office],
    [['TUQ. GIÁM ĐỐC', 'KT. TRƯỞNG PHÒNG'], office],
    [['PHÓ GIÁM ĐỐC'], office],
    [['GIÁM ĐỐC', 'TL. CHỦ TỊCH'], office],
    [['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], office],
  ])('%j of %j is one fault', (lines, issuer) => expect(authorityFaults(lines, issuer)).toHaveLength(1));
});
