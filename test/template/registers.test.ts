/** The registers of the repository, their look-ups at the borders of dates, and the checks on a document that names what has ended. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgency } from '../../src/template/agency.js';
import { checkValidity } from '../../src/template/check-validity.js';
import { actOn, readActs, readUnits, successorsOf, type Registers } from '../../src/template/registers.js';
import { sampleDocument } from '../support/sample-document.js';

const ACTS = 'templates/registers/van-ban.yaml';
const UNITS = 'templates/registers/don-vi-hanh-chinh.yaml';
const AGENCY = 'data/agencies/ttpvhcc-soc-trang.yaml';

function value<T>(outcome: { ok: true; value: T } | { ok: false; findings: readonly unknown[] }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}
const registers: Registers = { acts: value(readActs(ACTS, readFileSync(ACTS, 'utf8'))), units: value(readUnits(UNITS, readFileSync(UNITS, 'utf8'))) };
const agency = value(readAgency(AGENCY, readFileSync(AGENCY, 'utf8')));

const faults = (text: string, date = '2026-10-15', addressees: readonly string[] = []) =>
  checkValidity({
    document: { ...sampleDocument(), title: { subject: [] }, addressees, recipients: [], appendices: [], body: [{ type: 'paragraph', role: 'body', inlines: [{ type: 'text', text }], source: { file: 'body.md', line: 7 } }] },
    agency, registers, legalBases: [], file: 'mau.yaml', date,
  });
const codes = (text: string, date?: string): readonly string[] => faults(text, date).map(({ code, seen }) => `${code} ${seen}`);

describe('registers', () => {
  test('63 names before, 34 after, and dates end where the next begin', () => {
    const on = (date: string): number => registers.units.provinces.filter(({ from = '', to = '9999' }) => from <= date && date <= to).length;
    expect(on('2025-07-01')).toBe(34);
    expect(on('2026-10-01')).toBe(34);
    expect(new Set(registers.units.provinces.map(({ name }) => name)).size).toBe(64);
    expect(registers.units.provinces.filter(({ to }) => to === '2025-06-30')).toHaveLength(30);
  });

  test('an act lives to its last day', () => {
    expect(actOn(registers, '61/2018/NĐ-CP', '2025-06-30')?.ended).toBe(false);
    expect(actOn(registers, '61/2018/NĐ-CP', '2025-07-01')?.ended).toBe(true);
    expect(actOn(registers, '1149/QĐ-BNV', '2026-01-01', '2021-05-05')).toBeUndefined();
  });

  test('successors, and theirs', () => {
    expect(successorsOf(registers, 'tỉnh Sóc Trăng', '2025-06-30')).toEqual(['tỉnh Sóc Trăng']);
    expect(successorsOf(registers, 'tỉnh Sóc Trăng', '2025-07-01')).toEqual(['thành phố Cần Thơ']);
    expect(successorsOf(registers, 'tỉnh Bình Phước', '2026-04-29')).toEqual(['tỉnh Đồng Nai']);
    expect(successorsOf(registers, 'tỉnh Bình Phước', '2026-04-30')).toEqual(['thành phố Đồng Nai']);
  });

  test('a row without a known source, or replaced by an act that is nowhere, is refused', () => {
    expect(readActs('a.yaml', 'sources: {}\nacts: [{ symbol: 1/QĐ-X, type: quyết định, sources: [S1], confidence: S }]').ok).toBe(false);
    expect(readActs('a.yaml', 'sources: { S1: x }\nacts: [{ symbol: 1/QĐ-X, type: quyết định, replacedBy: [2/QĐ-X], sources: [S1], confidence: S }]').ok).toBe(false);
  });
});

describe('validity', () => {
  test.each(['Nghị định số 61/2018/NĐ-CP ngày 23/4/2018', 'Nghị định số\u00A061/2018/NĐ-CP', 'Nghị định 61/2018/NĐ-CP'.normalize('NFD'), 'theo 61/2018/NĐ-CP'])('%s', (text) => {
    expect(codes(text)).toEqual(['act-not-in-force 61/2018/NĐ-CP']);
    expect(codes(text, '2025-06-30')).toEqual([]);
    expect(faults(text)[0]).toMatchObject({ place: { file: 'body.md', line: 7 }, expected: '118/2025/NĐ-CP' });
  });

  test.each<[string, string]>([
    ['Kính đề nghị UBND các huyện, thị xã, thành phố thực hiện.', 'unit-not-in-force UBND các huyện, thị xã, thành phố'],
    ['Tại thị xã Vĩnh Châu còn trễ hạn.', 'unit-not-in-force thị xã Vĩnh Châu'],
    ['Tại tỉnh Sóc Trăng còn trễ hạn.', 'unit-not-in-force tỉnh Sóc Trăng'],
    ['Tỉnh xếp hạng 49/63.', 'province-count-stale 49/63'],
    ['Cả nước có 63 tỉnh, thành phố.', 'province-count-stale 63 tỉnh'],
  ])('%s', (text, said) => {
    expect(codes(text)).toEqual([said]);
    expect(codes(text, '2025-06-01')).toEqual([]);
  });

  test.each(['Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP.', 'huyện Mỹ Tú (cũ)', 'Năm 2022, tỉnh xếp hạng 49/63.', 'đã giải quyết 10/63 hồ sơ', 'UBND các xã, phường'])('says nothing: %s', (text) => expect(codes(text)).toEqual([]));

  test('addressees stand in the agency file', () => {
    expect(faults('', '2026-10-15', ['UBND các huyện, thị xã, thành phố'])).toMatchObject([{ code: 'unit-not-in-force', place: { in: 'file', file: AGENCY } }]);
  });
});
