/** Shares of one whole: by row and by group, with what rounding leaves open. */
import { describe, expect, it } from 'vitest';
import { checkWholes } from '../../src/check/wholes.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable, subjectOf } from './small-table.js';

const columns = `
columns:
  - { id: ten, type: text, header: Tên }
  - { id: nhieu, type: decimal, header: Nhiều (%), required: false }
  - { id: vua, type: decimal, header: Vừa (%), required: false }
  - { id: it, type: decimal, header: Ít (%), required: false }
`;
const BY_ROW = `\nid: theo-dong\nname: A\nrows: { label: ten, key: [ten] }${columns}wholes: [{ columns: [nhieu, vua, it], whole: 100 }]\n`;
const BY_GROUP = `\nid: theo-nhom\nname: A\nrows: { label: ten, key: [ten] }${columns}wholes: [{ column: nhieu, rows: '3', whole: 100, severity: warning }]\n`;

const check = (yaml: string, rows: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  checkWholes(subjectOf(smallTable(yaml, rows))).map(({ code, severity, place, seen, related }) => `${severity} ${code} ${[place, ...related].map(placeBrief).join(' ')} ${seen ?? ''}`);

describe('the columns of a row', () => {
  it('add up to the whole, or miss it by 0,005 each', () => {
    expect(check(BY_ROW, { a: ['A', '33.33', '33.33', '33.33'], b: ['B', '33.34', '33.34', '33.33'], c: ['C', '100', '0', '0'] })).toEqual([]);
    expect(check(BY_ROW, { a: ['A', '33.33', '33.33', '33.32'] })).toEqual(['error shares-not-whole B1 C1 D1 99.98']);
    expect(check(BY_ROW, { a: ['A', '33.34', '33.34', '33.34'] })).toEqual(['error shares-not-whole B1 C1 D1 100.02']);
  });

  it('each row for itself', () => expect(check(BY_ROW, { a: ['A', '50', '40', '10'], b: ['B', '50', '40', '9'] })).toEqual(['error shares-not-whole B2 C2 D2 99']));
  it('an absent share says nothing of the others', () => expect(check(BY_ROW, { a: ['A', '50', '', '10'] })).toEqual([]));
});

describe('the rows of a group', () => {
  it('add up; rows of other groups do not count, «31» is none of «3»', () => {
    const rows = { '3.1': ['a', '60'], '3.2': ['b', '40'], '31.1': ['c', '7'], '4.1': ['d', '9'] };
    expect(check(BY_GROUP, rows)).toEqual([]);
    // 33,335 and 66,665, both rounded up.
    expect(check(BY_GROUP, { '3.1': ['a', '33.34'], '3.2': ['b', '66.67'] })).toEqual([]);
    expect(check(BY_GROUP, { ...rows, '3.2': ['b', '42.28'] })).toEqual(['warning shares-not-whole B1 B2 102.28']);
  });

  it('a group that is not there says nothing', () => expect(check(BY_GROUP, { '4.1': ['d', '9'] })).toEqual([]));
});
