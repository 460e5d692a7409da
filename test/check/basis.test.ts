/** A finding rests on every figure it speaks of: with any of them it is another finding, and what a person accepted is no longer accepted. */
import { expect, it } from 'vitest';
import { checkTable } from '../../src/check/check.js';
import { applyWaivers } from '../../src/check/waivers.js';
import { findingId, type Finding } from '../../src/finding/finding.js';
import { smallTable, subjectOf } from './small-table.js';

const form = `
id: dong
name: A
rows: { label: ten, number: stt, levels: [{ numbered: letter }, { numbered: arabic }] }
columns:
  - { id: stt, type: ordinal, header: STT }
  - { id: ten, type: text, header: Tên }
  - { id: tong, type: count, header: Tổng số }
  - { id: a, type: count, header: Trước hạn }
  - { id: b, type: count, header: Quá hạn }
identities: [tong == a + b]
ranges: [b <= a]
`;

const findings = (...rows: readonly (readonly string[])[]): readonly Finding[] =>
  checkTable(subjectOf(smallTable(form, Object.fromEntries(rows.map((cells, index) => [index === 0 ? 'A' : `A.${index}`, ['', `Dòng ${index}`, ...cells]])))));
const ids = (code: string, ...rows: readonly (readonly string[])[]): readonly string[] => findings(...rows).filter((one) => one.code === code).map(findingId);

it.each([
  ['row-sum', [['9', '9', '0'], ['9', '7', '1']], [['9', '9', '0'], ['9', '6', '2']]],
  ['subtotal-wrong', [['9', '9', '0'], ['4', '4', '0'], ['4', '4', '0']], [['9', '9', '0'], ['5', '5', '0'], ['3', '3', '0']]],
] as const)('%s with the same sum of other parts', (code, before, after) => {
  expect(ids(code, ...before).length).toBeGreaterThan(0);
  expect(ids(code, ...before)).toEqual(ids(code, ...before));
  expect(ids(code, ...after)).not.toEqual(ids(code, ...before));
});

it('is waived as it stands, and not once a part has changed', () => {
  const [broken] = findings(['8', '8', '0'], ['9', '7', '1']).filter(({ code }) => code === 'row-sum');
  const waiver = { finding: findingId(broken!), code: 'row-sum', place: broken!.place, message: '', reason: 'x', by: 'y', date: '2021-02-20', at: broken!.place } as Parameters<typeof applyWaivers>[1][number];
  const waived = (rows: readonly (readonly string[])[]): number => applyWaivers(findings(...rows), [waiver]).filter((one) => one.waived).length;
  expect(waived([['8', '8', '0'], ['9', '7', '1']])).toBe(1);
  expect(waived([['8', '8', '0'], ['9', '6', '2']])).toBe(0);
});
