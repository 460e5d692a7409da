/** Sums by a label in two tables: late files by field here and there. */
import { describe, expect, it } from 'vitest';
import { checkReconciles } from '../../src/check/reconciles.js';
import { toTableSet } from '../../src/check/table-cells.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable } from './small-table.js';

const byUnit = (rows: Readonly<Record<string, readonly string[]>>) =>
  smallTable(`
id: theo-don-vi
name: Theo đơn vị
rows: { label: linh_vuc, key: [linh_vuc] }
columns:
  - { id: linh_vuc, type: text, header: Lĩnh vực }
  - { id: cap, type: text, header: Cấp }
  - { id: so, type: count, header: Số hồ sơ, required: false }
reconciles:
  - { column: so, by: linh_vuc, where: cap, is: [cấp huyện, huyen], with: theo-linh-vuc, rows: 'B.*', of: qua_han, label: linh_vuc, drop: [Lĩnh vực, (cấp huyện)], meaning: hồ sơ quá hạn cấp huyện }
`, rows);

const byField = (rows: Readonly<Record<string, readonly string[]>>) =>
  smallTable('\nid: theo-linh-vuc\nname: Theo lĩnh vực\nrows: { label: linh_vuc, key: [linh_vuc], levels: [{ numbered: letter }, { numbered: arabic }] }\ncolumns:\n  - { id: linh_vuc, type: text, header: Lĩnh vực }\n  - { id: qua_han, type: count, header: Quá hạn, required: false }\n', rows);

const HERE = { a: ['Đất đai', 'cấp huyện', '2'], b: ['Hộ tịch', 'huyen', '5'], c: ['Đất đai', 'Cấp huyện', '3'], d: ['Đất đai', 'cấp xã', '40'] };
const THERE = { B: ['UBND cấp huyện', '10'], 'B.1': ['Lĩnh vực Đất đai', '5'], 'B.2': ['Lĩnh vực Hộ tịch (cấp huyện)', '5'], 'B.3': ['Lĩnh vực Xây dựng', '0'], C: ['Cấp xã', '40'], 'C.1': ['Lĩnh vực Đất đai', '40'] };

const check = (here: Readonly<Record<string, readonly string[]>>, there: Readonly<Record<string, readonly string[]>> = THERE) => checkReconciles(toTableSet([byUnit(here), byField(there)]));
const brief = (...tables: Parameters<typeof check>): readonly string[] => check(...tables).map(({ code, place, related, seen, expected }) => `${code} ${[place, ...related].map(placeBrief).join(' ')} ${seen ?? ''} → ${expected ?? ''}`);

describe('sums of one label', () => {
  it('are equal: rows of another level left out, words of the label dropped, nothing where nothing is late', () => expect(brief(HERE)).toEqual([]));

  it('a total is no part of them', () => expect(brief({ ...HERE, total: ['Đất đai', 'cấp huyện', '5'] })).toEqual([]));

  it('differ: every cell that was added, here and there', () => {
    expect(brief({ ...HERE, c: ['Đất đai', 'cấp huyện', '4'] })).toEqual(['sums-disagree C1 C3 B2 6 → 5']);
    expect(check({ ...HERE, c: ['Đất đai', 'cấp huyện', '4'] })[0]!.message).toBe('Hồ sơ quá hạn cấp huyện, «Đất đai»: bảng «Theo đơn vị» cộng được 6 nhưng bảng «Theo lĩnh vực» ghi 5.');
  });

  it('a label that only one table has counts as 0 in the other', () => {
    expect(brief({ ...HERE, e: ['Thuế', 'cấp huyện', '1'] })).toEqual(['sums-disagree C5 1 → 0']);
    expect(brief(HERE, { ...THERE, 'B.3': ['Lĩnh vực Xây dựng', '1'] })).toEqual(['sums-disagree B4 0 → 1']);
  });

  it('a ± pair is told as such', () => {
    const findings = check({ ...HERE, b: ['Hộ tịch', 'huyen', '4'], e: ['Xây dựng', 'cấp huyện', '1'] });
    expect(findings.map(({ cause }) => cause)).toEqual([expect.stringContaining('«Xây dựng» bù trừ nhau'), expect.stringContaining('«Hộ tịch» bù trừ nhau')]);
  });

  it('letters of either form and case are one label', () => expect(brief({ ...HERE, b: ['HỘ TỊCH'.normalize('NFD'), 'huyen', '5'] })).toEqual([]));
});

it('without the other table nothing is said', () => expect(checkReconciles(toTableSet([byUnit(HERE)]))).toEqual([]));
