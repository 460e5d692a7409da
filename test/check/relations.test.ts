/** One quantity in several tables: cells, sums over a pattern of rows, and what is said where a table or a row is absent. */
import { describe, expect, it } from 'vitest';
import { checkRelations, faultyRelations } from '../../src/check/relations.js';
import { cellScope, toTableSet } from '../../src/check/table-cells.js';
import { matchingRows } from '../../src/statistics/row-pattern.js';
import type { DerivedTable } from '../../src/statistics/derive.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable } from './small-table.js';

const files = (rows: Readonly<Record<string, readonly string[]>>): DerivedTable =>
  smallTable('\nid: ho-so\nname: Hồ sơ\nrows: { label: ten, key: [ten], levels: [{ numbered: letter }, { numbered: arabic }, { numbered: none }] }\ncolumns:\n  - { id: ten, type: text, header: Tên }\n  - { id: so, type: count, header: Số hồ sơ, required: false }\n  - { id: diem, type: decimal, header: Điểm, required: false }\n', rows);

const single = (relation: string, value: string): DerivedTable =>
  smallTable(`\nid: le\nname: Lẻ\nrows: { label: ten, key: [ten] }\ncolumns:\n  - { id: ten, type: text, header: Tên }\n  - { id: gia_tri, type: decimal, header: Giá trị, required: false }\nrelations:\n  - { ${relation} }\n`, { x: ['Tổng hồ sơ', value] });

function check(...tables: readonly DerivedTable[]) {
  const all = [...tables, ...(tables.some(({ form }) => form.id === 'ho-so') ? [] : [files({})])];
  return checkRelations(toTableSet(tables), cellScope(all.map(({ form }) => form)));
}
const brief = (...tables: readonly DerivedTable[]): readonly string[] =>
  check(...tables).map(({ code, severity, place, seen, expected }) => `${severity} ${code} ${placeBrief(place)} ${seen ?? ''} → ${expected ?? ''}`);

const ROWS = { A: ['A', '7'], B: ['B'], 'B.1': ['Một', '30'], 'B.1.H': ['huyện', '10'], 'B.1.X': ['xã', '20'], 'B.2': ['Hai', '12'], 'B.2.H': ['huyện', '5'], 'B.2.X': ['xã', '7'] };

describe('cells and sums of cells', () => {
  it('a cell against a cell', () => {
    const relation = `rule: 'le["x"].gia_tri == ho_so["A"].so', meaning: số hồ sơ`;
    expect(brief(single(relation, '7'), files(ROWS))).toEqual([]);
    expect(brief(single(relation, '8'), files(ROWS))).toEqual(['error figures-disagree B1 8 → 7']);
  });

  it('«*» stands for one part of an id', () => {
    const ids = (pattern: string): readonly string[] => matchingRows(files(ROWS).items, pattern).map(({ id }) => id);
    expect([ids('B.*'), ids('B.*.H'), ids('*'), ids('B')]).toEqual([['B.1', 'B.2'], ['B.1.H', 'B.2.H'], ['A', 'B'], ['B']]);
  });

  it('a sum over a pattern names its first and last cell', () => {
    const relation = `rule: 'le["x"].gia_tri == ho_so["A"].so + ho_so["B.*.H"].so', meaning: số hồ sơ`;
    expect(brief(single(relation, '22'), files(ROWS))).toEqual([]);
    const [finding] = check(single(relation, '23'), files(ROWS));
    expect([finding!.place, ...finding!.related].map(placeBrief)).toEqual(['B1', 'B1', 'B4', 'B7']);
    expect(finding!.message).toBe('Số hồ sơ: «Tổng hồ sơ, Giá trị» (trang «S», ô B1) ghi 23 nhưng A, Số hồ sơ (trang «S», ô B1) 7 + 2 dòng cột Số hồ sơ cộng lại (trang «S», ô B4…B7) 15 = 22.'.replace('ghi 23 ', 'ghi 23,00 ').replace(' = 22.', ' = 22,00.'));
  });

  it('a sum with a blank among its rows is not one', () => {
    expect(brief(single(`rule: 'le["x"].gia_tri == ho_so["B.*.H"].so', meaning: số`, '99'), files({ ...ROWS, 'B.2.H': ['huyện', ''] }))).toEqual([]);
  });

  it('rounded figures hide what their rounding hides', () => {
    const relation = `rule: 'le["x"].gia_tri == ho_so["A"].diem + ho_so["B"].diem', meaning: điểm`;
    const rows = { A: ['A', '', '1.11'], B: ['B', '', '1.11'] };
    expect(['2.23', '2.24'].map((value) => brief(single(relation, value), files(rows)).length)).toEqual([0, 1]);
  });
});

describe('what is not there', () => {
  const relation = `rule: 'le["x"].gia_tri == ho_so["Z"].so', meaning: số hồ sơ`;

  it('a table: silent', () => expect(brief(single(relation, '7'))).toEqual([]));
  it('a figure: silent, its blank has a finding of its own', () => expect(brief(single(`rule: 'le["x"].gia_tri == ho_so["B"].so', meaning: số`, '7'), files(ROWS))).toEqual([]));
  it('a row: a warning, for the rule is then unchecked', () => expect(brief(single(relation, '7'), files(ROWS))).toEqual(['warning relation-unchecked S  → ']));
  it('a row that may lack: silent', () => expect(brief(single(`${relation}, mayLack: true`, '7'), files(ROWS))).toEqual([]));
});

describe('a part and its whole', () => {
  const part = `rule: 'le["x"].gia_tri <= ho_so["A"].so', meaning: một phần`;
  it('no more than it, the same allowed', () => {
    const [whole] = [{ A: ['A', '9', ''] }];
    expect(brief(single(part, '9'), files(whole))).toEqual([]);
    const [finding] = brief(single(part, '10'), files(whole));
    expect(finding).toContain('error out-of-range');
    expect(finding).toContain('<= 9');
  });
});

describe('how it is said', () => {
  const rule = `rule: 'le["x"].gia_tri == ho_so["A"].diem', meaning: điểm`;
  const rows = { A: ['A', '', '8.3889'] };

  it('with the severity declared; of a note nobody asks the cause', () => {
    expect(brief(single(`${rule}, severity: warning`, '8.93'), files(rows))).toEqual(['warning figures-disagree B1 8.93 → 8.39']);
    expect(check(single(rule, '8.93'), files(rows))[0]!.cause).toBe('hai chữ số liền nhau bị đảo: 8,93 thay vì 8,39');
    expect(check(single(`${rule}, severity: note`, '8.93'), files(rows))[0]!.cause).toBeUndefined();
  });

  it('with the other way that gives the value stated', () => {
    const other = `${rule}, otherwise: 'ho_so["B"].diem + ho_so["C"].diem'`;
    const more = { ...rows, B: ['B', '', '4.2'], C: ['C', '', '4.21'] };
    expect(check(single(other, '8.41'), files(more))[0]!.cause).toMatch(/^tính theo cách khác: .* = 8,41$/);
    expect(check(single(other, '8.14'), files(more))[0]!.cause).toMatch(/^tính theo cách khác: .* = 8,41; rồi hai chữ số liền nhau bị đảo/);
    expect(check(single(other, '5'), files(more))[0]!.cause ?? '').not.toContain('cách khác');
  });
});

it('a relation that names no form or no column is a fault of the form', () => {
  const { form } = single(`rule: 'le["x"].gia_tri == khong_co["A"].so + ho_so["A"].khong_co', meaning: sai`, '1');
  expect(faultyRelations(form, cellScope([form, files({}).form])).map(({ relation }) => relation)).toEqual(['khong_co["A"].so + ho_so["A"].khong_co']);
});
