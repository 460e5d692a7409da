/** Parts of a ledger: an entry changes the hash of its own part and of no other. */
import { describe, expect, it } from 'vitest';
import { appended } from '../../src/store/host.js';
import { ledgerPath, readLedger, withEntries, type Ledger } from '../../src/store/ledger.js';
import type { NewEntry } from '../../src/store/ledger-entry.js';
import { hashSlice, parseSliceKey, sliceKey, type Slice } from '../../src/store/ledger-slices.js';
import { createHasher } from '../../src/store/present-hash.js';
import { ABSENT } from '../../src/store/recording-host.js';
import { createMapHost } from '../support/map-host.js';

const AGENCY = 'so-noi-vu';
const WHO = { reason: 'r', basis: 'b', by: 'A', date: '2021-03-05' } as const;
const correction = (period: string, form: string, now = '2'): NewEntry => ({ type: 'correction', form, period, row: 'a', label: 'A', column: 'c', was: '1', now, ...WHO });
const waiver: NewEntry = { type: 'waiver', finding: '0123456789ab', code: 'row-sum', place: { file: 'a.xlsx' }, message: 'm', reason: 'r', by: 'A', date: '2021-03-05' };
const issued = (job: string): NewEntry => ({ type: 'issued', job, number: 5, symbol: '5/BC', issuedOn: '2021-02-20', files: [], by: 'A', date: '2021-02-20' });

const SLICES: readonly Slice[] = [
  { of: 'waivers' },
  { of: 'corrections', period: '2021-01', form: 'x' },
  { of: 'corrections', period: '2021-01', form: 'y' },
  { of: 'corrections', period: '2021-02', form: 'x' },
  { of: 'document', job: 'so-noi-vu/2021-01/bao-cao' },
  { of: 'document', job: 'so-noi-vu/2021-01/bao-cao--so-y-te' },
];
const bytesOf = (entries: readonly NewEntry[], present = new Uint8Array()): Uint8Array<ArrayBufferLike> => appended(present, withEntries(present, entries));
const ledger = (entries: readonly NewEntry[]): Ledger => readLedger(ledgerPath(AGENCY), bytesOf(entries));
/** Keys of the parts that differ. */
const moved = (before: readonly NewEntry[], after: readonly NewEntry[]): readonly string[] =>
  SLICES.filter((slice) => hashSlice(ledger(before), slice) !== hashSlice(ledger(after), slice)).map((slice) => sliceKey(AGENCY, slice).replace(/^.*#/, ''));

describe('the key of a part', () => {
  it('is read back', () => {
    for (const slice of SLICES) expect(parseSliceKey(sliceKey(AGENCY, slice))).toEqual({ agency: AGENCY, slice });
  });

  it('is no path of a file or folder', () => {
    for (const path of [ledgerPath(AGENCY), 'data/so-noi-vu/', 'data/so-noi-vu/2021-01/a.xlsx', `${ledgerPath(AGENCY)}#khac`, 'data/so-noi-vu/2021-01/ledger.jsonl#waivers']) expect(parseSliceKey(path)).toBeUndefined();
  });
});

describe('the hash of a part', () => {
  const base = [waiver, correction('2021-01', 'x')];

  it('moves with an entry of its own and with no other', () => {
    expect(moved(base, [...base, correction('2021-01', 'y')])).toEqual(['corrections/2021-01/y']);
    expect(moved(base, [...base, correction('2021-02', 'x')])).toEqual(['corrections/2021-02/x']);
    expect(moved(base, [...base, issued('so-noi-vu/2021-01/bao-cao')])).toEqual(['document/so-noi-vu/2021-01/bao-cao']);
    expect(moved(base, [...base, { ...waiver, finding: 'ffffffffffff' }])).toEqual(['waivers']);
  });

  it('of a part without entries is that of an absent file, also when they were taken back', () => {
    const one = ledger(base);
    const id = one.entries[1]!.entry;
    const back = ledger([...base, { type: 'withdrawal', of: id, reason: 'r', by: 'A', date: '2021-03-06' }]);
    expect(hashSlice(one, SLICES[3]!)).toBe(ABSENT);
    expect(hashSlice(one, SLICES[1]!)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashSlice(back, SLICES[1]!)).toBe(ABSENT);
    expect(hashSlice(back, SLICES[0]!)).toBe(hashSlice(one, SLICES[0]!));
  });

  it('is what a run asks for by its key', async () => {
    const host = createMapHost(new Map([[ledgerPath(AGENCY), bytesOf(base)]]));
    const hash = createHasher(host);
    for (const slice of SLICES) expect(await hash(sliceKey(AGENCY, slice))).toBe(hashSlice(ledger(base), slice));
  });
});
