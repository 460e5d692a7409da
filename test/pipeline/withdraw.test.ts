/** Entries of the ledger taken back: which can be, and what is said to follow. */
import { beforeEach, describe, expect, it } from 'vitest';
import { withdraw, type WithdrawReport } from '../../src/pipeline/withdraw.js';
import { appendEntries, entriesOf } from '../../src/store/ledger.js';
import type { NewEntry } from '../../src/store/ledger-entry.js';
import { AGENCY, CORRECTION, FEBRUARY, issueHost, ledgerOf } from '../support/issue-sample.js';
import type { MapHost } from '../support/map-host.js';

const WAIVER = { type: 'waiver', finding: '0123456789ab', code: 'row-sum', place: { file: 'a.xlsx' }, message: 'm', reason: 'r', by: 'b', date: '2021-03-15' } as const;
const ISSUED = { type: 'issued' as const, job: FEBRUARY, number: 57, symbol: '57/BC-TTHC', issuedOn: '2021-02-18', files: [], by: 'b', date: '2021-03-15' } satisfies NewEntry;
const AGAIN = { ...CORRECTION, was: '1799', now: '1809' } as typeof CORRECTION;

let host: MapHost;
let ids: readonly string[];
beforeEach(async () => {
  host = issueHost();
  await appendEntries(host, AGENCY, () => [WAIVER, CORRECTION, AGAIN, ISSUED]);
  const issued = (await ledgerOf(host)).entries.at(-1)!.entry;
  await appendEntries(host, AGENCY, () => [{ type: 'remedy', job: FEBRUARY, of: issued, kind: 'errata', date: '2021-03-15' }]);
  ids = (await ledgerOf(host)).entries.map(({ entry }) => entry);
});

const take = async (entry: string, change: { reason?: string; by?: string; agency?: string } = {}): Promise<WithdrawReport> => (await withdraw(host, { entry, reason: 'Ghi nhầm', by: 'Trần Thị B', ...change }))!;
const why = (report: WithdrawReport): string => (report.kind === 'refused' ? report.why.join('\n') : `not refused: ${report.kind}`);

describe('withdraw', () => {
  it('takes back a waiver, a correction, an issue and a remedy, each by an entry with who, why and when', async () => {
    for (const [index, type] of (['waiver', 'correction', undefined, 'issued', 'remedy'] as const).entries()) {
      if (type === undefined) continue;
      expect(entriesOf(await ledgerOf(host), type).map(({ entry }) => entry)).toContain(ids[index]);
      expect(await take(ids[index]!)).toMatchObject({ kind: 'withdrawn', entry: { type, entry: ids[index] } });
      expect(entriesOf(await ledgerOf(host), type).map(({ entry }) => entry)).not.toContain(ids[index]);
    }
    const ledger = await ledgerOf(host);
    expect(ledger.findings).toEqual([]);
    expect(ledger.entries.slice(0, ids.length).map(({ entry }) => entry)).toEqual(ids);
    expect(ledger.entries.at(-1)).toMatchObject({ type: 'withdrawal', of: ids[4], reason: 'Ghi nhầm', by: 'Trần Thị B', date: '2021-03-15' });
  });

  it('names the correction that rests on the one taken back', async () => {
    expect(await take(ids[1]!)).toMatchObject({ corrections: [{ entry: ids[2], was: '1799' }] });
    expect(await take(ids[2]!)).toMatchObject({ corrections: [] });
  });

  it('refuses without a reason and a name, unknown ids with the nearest, and what is taken back already', async () => {
    expect(why(await take(ids[0]!, { reason: ' ', by: '-' }))).toMatch(/lý do[^]*tên người/);
    const mistyped = `${ids[3]!.slice(0, 11)}${ids[3]!.endsWith('0') ? '1' : '0'}`;
    expect(why(await take(mistyped))).toContain(`Gần nhất: ${ids[3]} (ban hành văn bản)`);
    expect(why(await take('khong co'))).toContain(ids[4]);
    expect(why(await take(ids[0]!, { agency: 'khong-co' }))).toMatch(/khong-co/);
    await take(ids[0]!);
    expect(why(await take(ids[0]!))).toMatch(/đã được rút: Trần Thị B, ngày 15\/3\/2021, lý do: Ghi nhầm/);
    expect(why(await take((await ledgerOf(host)).entries.at(-1)!.entry))).toMatch(/không rút được mục rút/);
    expect((await ledgerOf(host)).entries).toHaveLength(ids.length + 1);
  });

  it('leaves the ledger where it cannot be written, and says so', async () => {
    const before = host.files.get(`data/${AGENCY}/ledger.jsonl`);
    host.locked.add(`data/${AGENCY}/ledger.jsonl`);
    expect(await take(ids[0]!)).toMatchObject({ kind: 'failed', failure: { code: 'ledger-locked' } });
    host.beforeWrite = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(await take(ids[0]!)).toMatchObject({ kind: 'failed', failure: { code: 'output-failed' } });
    expect(host.files.get(`data/${AGENCY}/ledger.jsonl`)).toBe(before);
  });
});
