/** Bounds of rows: each sign, at the bound and beyond it; the number of provinces of the period. */
import { describe, expect, it } from 'vitest';
import { checkRanges } from '../../src/check/ranges.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable, subjectOf } from './small-table.js';

const form = (rule: string): string => `
id: gioi-han
name: A
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: a, type: decimal, header: Quá hạn, required: false }
  - { id: b, type: decimal, header: Đã giải quyết, required: false }
total: { label: Tổng cộng }
ranges: [{ rule: ${rule}, meaning: giới hạn }]
`;

const findings = (rule: string, rows: Readonly<Record<string, readonly string[]>>, date = '2022-12-14') => checkRanges({ ...subjectOf(smallTable(form(rule), rows)), date });
const broken = (rule: string, a: string, b = ''): boolean => findings(rule, { x: ['X', a, b] }).length > 0;

describe('bounds', () => {
  it.each([
    ['a <= b', ['4', '5'], ['5', '5'], ['6', '5']],
    ['a < b', ['4', '5'], ['4.99', '5'], ['5', '5']],
    ['a >= b', ['6', '5'], ['5', '5'], ['4', '5']],
    ['a > b', ['6', '5'], ['5.01', '5'], ['5', '5']],
    ['a <= 100', ['0'], ['100'], ['100.01']],
  ] as const)('%s', (rule, inside, near, beyond) => expect([inside, near, beyond].map(([a, b]) => broken(rule, a, b))).toEqual([false, false, true]));

  it('say both cells, both values and what must hold', () => {
    const [finding] = findings('a <= b', { x: ['Sở Y tế', '6', '5'] });
    expect([finding!.place, ...finding!.related].map(placeBrief)).toEqual(['B1', 'C1']);
    expect(finding).toMatchObject({ code: 'out-of-range', seen: '6', expected: '<= 5' });
    expect(finding!.message).toBe('Sở Y tế: «Quá hạn» ghi 6, không được lớn hơn «Đã giải quyết» (5); giới hạn.');
  });

  it('an absent figure is within every bound; a total is held to it like a row', () => {
    expect(broken('a <= b', '6')).toBe(false);
    expect(findings('a <= b', { x: ['X', '1', '1'], total: ['Tổng cộng', '2', '1'] }).map(({ place }) => placeBrief(place))).toEqual(['B2']);
  });
});

it('ranks end at the number of provinces, which fell to 34 in 2025', () => {
  const rows = { x: ['X', '35'] };
  expect(findings('a <= so_tinh', rows)).toEqual([]);
  expect(findings('a <= so_tinh', rows, '2025-12-14').map(({ seen, expected }) => `${seen ?? ''} ${expected ?? ''}`)).toEqual(['35 <= 34']);
});
