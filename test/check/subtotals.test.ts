/** Rows that stand for others: groups, headings without figures, totals, means, lists with blanks; rounded parts. */
import { describe, expect, it } from 'vitest';
import { checkSubtotals } from '../../src/check/subtotals.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable, subjectOf } from './small-table.js';

const YAML = `
id: diem
name: Điểm theo tiêu chí
rows: { label: ten, key: [ten], levels: [{ numbered: letter, figures: optional }, { numbered: arabic, figures: optional }, { numbered: lower }] }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: ho_so, type: count, header: Hồ sơ, required: false }
  - { id: diem, type: decimal, header: Điểm, adds: sum, required: false }
  - { id: chi_so, type: decimal, header: Chỉ số, adds: mean, required: false }
  - { id: ty_le, type: decimal, header: Tỷ lệ, required: false }
total: { label: Tổng cộng }
`;

const findings = (rows: Readonly<Record<string, readonly string[]>>) => checkSubtotals(subjectOf(smallTable(YAML, rows)));
const check = (rows: Readonly<Record<string, readonly string[]>>): readonly string[] => findings(rows).map(({ code, place, seen, expected }) => `${code} ${placeBrief(place)} ${seen ?? ''} → ${expected ?? ''}`);

describe('sums', () => {
  it('of a group, of groups in a total; columns that do not add are left alone', () => {
    const rows = { A: ['A', '5', '', '', '70'], 'A.1': ['a', '2', '', '', '50'], 'A.2': ['b', '3', '', '', '90'], B: ['B', '1', '', '', '10'], total: ['Tổng', '6', '', '', '99'] };
    expect(check(rows)).toEqual([]);
    expect(check({ ...rows, 'A.2': ['b', '4'] })).toEqual(['subtotal-wrong B1 5 → 6']);
    expect(check({ ...rows, total: ['Tổng', '7'] })).toEqual(['total-wrong B5 7 → 6']);
  });

  it('name the rows they were added from', () => {
    const [finding] = findings({ A: ['A', '6'], 'A.1': ['a', '2'], 'A.2': ['b', '3'] });
    expect(finding!.related.map(placeBrief)).toEqual(['B2', 'B3']);
    expect(finding!.message).toBe('A, cột «Hồ sơ» ghi 6 nhưng tổng các dòng thuộc nhóm là 5.');
  });

  it('reach through a heading without figures to its parts', () => {
    const rows = { A: ['A', '6'], 'A.1': ['heading'], 'A.1.a': ['a', '2'], 'A.1.b': ['b', '3'], 'A.2': ['c', '1'] };
    expect(check(rows)).toEqual([]);
    expect(check({ ...rows, 'A.1.b': ['b', '4'] })).toEqual(['subtotal-wrong B1 6 → 7']);
  });

  it('a heading among the outermost rows of a total, too', () => {
    expect(check({ A: ['A'], 'A.1': ['a', '2'], B: ['B', '3'], total: ['Tổng', '5'] })).toEqual([]);
    expect(check({ A: ['A'], 'A.1': ['a', '2'], B: ['B', '3'], total: ['Tổng', '3'] })).toEqual(['total-wrong B4 3 → 5']);
  });

  it('of rounded parts may differ by 0,005 for each and for the total', () => {
    const points = (total: string): readonly string[] => check({ A: ['A', '', total], 'A.1': ['a', '', '1.11'], 'A.2': ['b', '', '1.11'] });
    expect(['2.21', '2.22', '2.23', '2.24'].map((total) => points(total).length)).toEqual([0, 0, 0, 1]);
  });
});

describe('means', () => {
  const index = (total: string, ...parts: readonly string[]): readonly string[] => check({ A: ['A', '', '', total], ...Object.fromEntries(parts.map((part, at) => [`A.${at + 1}`, ['x', '', '', part]])) });

  it('are means, not sums', () => {
    expect(index('76.53', '78.3', '77.68', '76.08', '74.06')).toEqual([]);
    // Rounding of four parts moves their mean by a quarter of its sum.
    expect(index('76.54', '78.3', '77.68', '76.08', '74.06')).toEqual(['subtotal-wrong D1 76.54 → 76.53']);
    expect(index('76.43', '78.3', '77.68', '76.08', '74.06')).toEqual(['subtotal-wrong D1 76.43 → 76.53']);
  });

  it('a part that was not collected is nobody’s omission', () => expect(index('89.51', '…', '89.51')).toEqual([]));
  it('over a blank part say nothing: its finding is the blank', () => expect(index('80', '', '90')).toEqual([]));
});

describe('lists with blanks', () => {
  const rows = { A: ['A', '10'], 'A.1': ['a', '4'], 'A.2': ['Chấp hành', ''], 'A.3': ['c', '3'] };

  it('tell what is missing and where', () => {
    const [finding, ...more] = findings(rows);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'list-incomplete', severity: 'warning', seen: '10', expected: '7' });
    expect(finding!.message).toContain('còn thiếu 3, chưa có số liệu ở «Chấp hành»');
    expect(finding!.related.map(placeBrief)).toEqual(['B3']);
  });

  it('say nothing where the blanks were nothing', () => expect(check({ ...rows, A: ['A', '7'] })).toEqual([]));
  it('say nothing where no row has a figure', () => expect(check({ A: ['A', '10'], 'A.1': ['a'], 'A.2': ['b'] })).toEqual([]));
  it('what was not collected is not missing', () => expect(check({ ...rows, 'A.2': ['b', '…'] })).toEqual(['subtotal-wrong B1 10 → 7']));
});

it('a group that states nothing is not computed for it', () => expect(check({ A: ['A'], 'A.1': ['a', '2'], 'A.2': ['b', '3'] })).toEqual([]));
