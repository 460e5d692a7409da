/** What a blank cell must be by its row: one value, a possible one, and never beside a second fault. */
import { describe, expect, it } from 'vitest';
import { checkImpliedFigures } from '../../src/check/implied-figures.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable, subjectOf } from './small-table.js';

const form = `
id: suy-ra
name: A
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: tong, type: count, header: Tổng số }
  - { id: a, type: count, header: Trước hạn }
  - { id: b, type: count, header: Quá hạn }
  - { id: con, type: count, header: Còn lại }
identities: [tong == a + b, con == tong - b - 1]
`;

const implied = (...cells: readonly string[]): readonly string[] =>
  checkImpliedFigures(subjectOf(smallTable(form, { x: ['X', ...cells] }))).map(({ place, expected }) => `${placeBrief(place)}=${expected}`);

describe('implied figures', () => {
  it.each([
    ['a part', ['10', '', '3', '6'], ['C1=7']],
    ['a total', ['', '7', '3', '6'], ['B1=10']],
    ['by subtraction', ['10', '7', '3', ''], ['E1=6']],
    ['two identities that agree', ['10', '7', '', '6'], ['D1=3']],
    ['zero', ['7', '7', '', '6'], ['D1=0']],
  ])('%s', (_, cells, expected) => expect(implied(...cells)).toEqual(expected));

  it.each([
    ['two blanks of one identity', ['10', '', '', '']],
    ['identities that want different figures', ['10', '6', '', '6']],
    ['less than nothing', ['3', '', '5', '']],
    ['nothing blank', ['10', '7', '3', '6']],
  ])('says nothing of %s', (_, cells) => expect(implied(...cells).filter((one) => /^[CD]/.test(one))).toEqual([]));
});
