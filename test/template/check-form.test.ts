/** Each rule of form on a real document with one thing wrong; the right document says nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../src/document/tree.js';
import { readAgency, type Agency } from '../../src/template/agency.js';
import { checkForm } from '../../src/template/check-form.js';
import { readFileSync } from 'node:fs';
import { sampleDocument } from '../support/sample-document.js';

const FILE = 'data/agencies/ttpvhcc-soc-trang.yaml';
let agency: Agency;
let document: OfficialDocument;

beforeAll(() => {
  const read = readAgency(FILE, readFileSync(FILE, 'utf8'));
  if (!read.ok) throw new Error('sample agency');
  agency = read.value;
  document = { ...sampleDocument(), letterhead: { parent: [], issuer: agency.identities[0]!.issuer }, signature: { authority: agency.signers[0]!.authority }, addressees: agency.documents['bao-cao-thang']!.addressees, recipients: agency.documents['bao-cao-thang']!.recipients };
});

const faults = (change: { document?: Partial<OfficialDocument>; agency?: Partial<Agency>; symbol?: string; date?: string } = {}): readonly string[] =>
  checkForm({
    document: { ...document, ...change.document },
    agency: { ...agency, ...change.agency },
    symbol: change.symbol ?? 'BC-TTHC',
    date: change.date ?? '2021-02-15',
  }).map(({ code, message }) => `${code}: ${message}`);

describe('form', () => {
  test('the sample is right', () => expect(faults()).toEqual([]));

  test.each([
    ['VPUB-PVHCC&KSTT', '&'],
    ['UBND - VP', 'khoảng trắng'],
    ['CV-TTHC', '«CV»'],
    ['bc-tthc', 'in hoa'],
  ])('symbol «%s»', (symbol, said) => {
    const found = faults({ symbol });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  test.each(['BC-TTHC', 'UBND-TTHC', 'QyĐ-SNV', 'QĐ-TTPVHCC'])('symbol «%s» is right', (symbol) => expect(faults({ symbol })).toEqual([]));

  test.each([
    ['Số: 3/BC-TTHC', true],
    ['Số: 03 /BC-TTHC', true],
    ['Số: 03/BC-TTHC', false],
    ['Số: 270/BC-TTHC', false],
  ])('number «%s»: a fault is %s', (number, wrong) => {
    expect(faults({ document: { number: [{ type: 'text', text: number }] } })).toEqual(wrong ? [expect.stringContaining('number-form')] : []);
  });

  test('«V/v» belongs to a công văn, and a công văn to «V/v»', () => {
    const subject = (text: string): OfficialDocument['title']['subject'] => [{ type: 'text', text }];
    expect(faults({ symbol: 'UBND-TTHC', document: { title: { subject: subject('V/v chấn chỉnh') } } })).toEqual([]);
    expect(faults({ symbol: 'UBND-TTHC', document: { title: { subject: subject('Về việc chấn chỉnh') } } })).toEqual([expect.stringContaining('title-form')]);
    expect(faults({ document: { title: { subject: subject('V/v chấn chỉnh') } } })).toEqual([expect.stringContaining('ký hiệu')]);
    expect(faults({ document: { title: { typeName: 'BÁO CÁO', subject: subject('V/v chấn chỉnh') } } })).toEqual([expect.stringContaining('title-form')]);
  });

  test('an abbreviated place', () => {
    expect(faults({ agency: { place: 'TP. Hưng Yên' } })).toEqual([expect.stringContaining('place-form')]);
    expect(faults({ agency: { place: 'Thành phố Hồ Chí Minh' } })).toEqual([]);
  });

  test('recipients: «Như trên» first where somebody is addressed, «Lưu: VT» last', () => {
    expect(faults({ document: { recipients: ['Công an tỉnh', 'Lưu: VT'] } })).toEqual([expect.stringContaining('«Như trên»')]);
    expect(faults({ document: { addressees: [] } })).toEqual([expect.stringContaining('không có Kính gửi')]);
    expect(faults({ document: { recipients: ['Như trên', 'Công an tỉnh'] } })).toEqual([expect.stringContaining('«Lưu: VT»')]);
  });

  test.each<[readonly string[], string | undefined]>([
    [['GIÁM ĐỐC'], undefined],
    [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], undefined],
    [['TM. GIÁM ĐỐC'], '«TM.»'],
    [['KT. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'], 'cấp phó'],
    [['KT.GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], 'khoảng trắng'],
    [['Giám đốc'], 'in hoa'],
  ])('authority %j', (authority, said) => {
    const found = faults({ document: { signature: { authority } } });
    expect(found.map((one) => one.includes(said ?? '∅'))).toEqual(said === undefined ? [] : [true]);
  });

  test('a collective body signs TM.', () => {
    const letterhead = { parent: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH SÓC TRĂNG'] };
    expect(faults({ document: { letterhead, signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] } } })).toEqual([]);
  });

  test('a name past its dates is said', () => {
    const [identity] = agency.identities;
    expect(faults({ agency: { identities: [{ ...identity!, to: '2020-12-31' }] } })).toEqual([expect.stringContaining('validity-ended')]);
    expect(faults({ agency: { signers: [{ authority: ['GIÁM ĐỐC'], name: 'Nguyễn Trọng Sơn', from: '2022-01-01' }] } })).toEqual([expect.stringContaining('15/02/2021')]);
  });
});
