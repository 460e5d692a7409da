/** Numbers of a year: unique in their series, dated in their order. */
import { describe, expect, it } from 'vitest';
import { checkNumber } from '../../src/pipeline/number-series.js';
import { readLedger, withEntries } from '../../src/store/ledger.js';
import type { NewEntry } from '../../src/store/ledger-entry.js';

const issued = (number: number, letters: string, issuedOn: string): NewEntry => ({ type: 'issued', job: `so/2021-01/${letters}-${number}`, number, symbol: `${number}/${letters}`, issuedOn, files: [], by: 'A', date: issuedOn });
const ledger = readLedger('data/so/ledger.jsonl', withEntries(new Uint8Array(), [issued(57, 'BC-TTHC', '2021-02-18'), issued(60, 'BC-TTHC', '2021-03-01'), issued(12, 'TTHC-HC', '2021-02-01')]));
const codes = (number: number, letters: string, date: string): readonly string[] => checkNumber(ledger, { number, symbol: `${number}/${letters}`, date, agencySymbol: 'TTHC' }).map(({ code }) => code);

describe('checkNumber', () => {
  it('refuses a number of the same type and year', () => {
    expect(codes(57, 'BC-TTHC', '2021-12-31')).toEqual(['issue-number-taken']);
    expect(codes(57, 'BC-TTHC', '2022-01-04')).toEqual([]);
    expect(codes(57, 'KH-TTHC', '2021-02-18')).toEqual([]);
  });

  it('counts công văn in one series, whatever unit drafts them', () => {
    expect(codes(12, 'TTHC-TH', '2021-02-02')).toEqual(['issue-number-taken']);
    expect(codes(12, 'BC-TTHC', '2021-02-02')).toEqual([]);
  });

  it('tells a date before that of a smaller number, or after that of a larger one', () => {
    expect(codes(58, 'BC-TTHC', '2021-02-17')).toEqual(['issue-date-order']);
    expect(codes(58, 'BC-TTHC', '2021-03-02')).toEqual(['issue-date-order']);
    expect(codes(58, 'BC-TTHC', '2021-02-18')).toEqual([]);
    expect(codes(61, 'BC-TTHC', '2021-02-17')).toEqual(['issue-date-order']);
  });
});
