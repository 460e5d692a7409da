/** Percentages that no number of people gives: told where most cannot be, with the number they come from. */
import { describe, expect, it } from 'vitest';
import { checkImpossibleShares } from '../../src/check/impossible-shares.js';
import { cellScope, toTableSet } from '../../src/check/table-cells.js';
import { exact, toFixedText } from '../../src/statistics/exact.js';
import { placeBrief } from '../ingest/context.js';
import { smallTable } from './small-table.js';

const answers = (shares: readonly string[]) =>
  smallTable(`\nid: y-kien\nname: Ý kiến\nrows: { label: ten, key: [ten] }\ncolumns:\n  - { id: ten, type: text, header: Tên }\n  - { id: ty_le, type: decimal, header: Tỷ lệ (%) }\nshares: [{ column: ty_le, base: 'mau["x"].so' }]\n`, Object.fromEntries(shares.map((share, index) => [`y-${index + 1}`, [`Ý ${index + 1}`, share]])));
const asked = (people: string) => smallTable('\nid: mau\nname: Mẫu\nrows: { label: ten, key: [ten] }\ncolumns:\n  - { id: ten, type: text, header: Tên }\n  - { id: so, type: count, header: Số người, required: false }\n', { x: ['Số người được hỏi', people] });

function check(shares: readonly string[], people: string) {
  const tables = [answers(shares), asked(people)];
  return checkImpossibleShares(toTableSet(tables), cellScope(tables.map(({ form }) => form)));
}

/** What `people` would have printed. */
const printed = (people: number, ...counts: readonly number[]): readonly string[] => counts.map((count) => toFixedText(exact(count).mul(100).div(people), 2));
const OF_483 = printed(483, 449, 474, 465, 475, 40, 18, 148, 194, 0, 483);

describe('shares of a number of people', () => {
  it('the right base is silent', () => {
    expect(check(OF_483, '483')).toEqual([]);
    expect(check(printed(7, 1, 2, 3, 4, 5, 6), '7')).toEqual([]);
  });

  it('a wrong one is told, at its cell, with the one that fits', () => {
    const [finding, ...more] = check(OF_483, '486');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'shares-impossible', severity: 'warning', seen: '486', cause: 'số người được hỏi là 483 (10/10 tỷ lệ khớp với số này)' });
    expect([finding!.place, ...finding!.related].map(placeBrief)).toEqual(['B1', 'B1']);
    expect(finding!.place).toMatchObject({ file: 'mau.xlsx' });
  });

  it('a few impossible ones are slips of single figures', () => expect(check(['92.99', '98.15', ...OF_483.slice(2)], '483')).toEqual([]));
  it('where nothing near fits better no number is proposed', () => expect(check(printed(997, 1, 3, 5, 7, 11, 13), '83')[0]?.cause).toBeUndefined());
});

it('says nothing of large samples, where every percentage is possible, nor without the base', () => {
  expect(check(OF_483, '20000')).toEqual([]);
  expect(check(OF_483, '')).toEqual([]);
  expect(check(OF_483, '0')).toEqual([]);
  expect(checkImpossibleShares(toTableSet([answers(OF_483)]), cellScope([answers(OF_483).form, asked('1').form]))).toEqual([]);
});
