/** The ledger on a Map host: what is appended, what is read back, what a hand in the file does. */
import { describe, expect, it } from 'vitest';
import { appendEntries, appendWaiver, entriesOf, ledgerPath, loadLedger, readLedger, type NewWaiver } from '../../src/store/ledger.js';
import type { NewEntry } from '../../src/store/ledger-entry.js';
import { createMapHost, text, type MapHost } from '../support/map-host.js';

const AGENCY = 'so-noi-vu';
const FILE = 'data/so-noi-vu/ledger.jsonl';

const waiver = (finding: string, change: Partial<NewWaiver> = {}): NewWaiver => ({
  finding,
  code: 'row-sum',
  place: { file: 'data/so-noi-vu/2021-02/a.xlsx', sheet: 'Phụ lục I', cell: 'C9' },
  message: 'Sở Công Thương: 614 khác 613.',
  seen: '614',
  expected: '613',
  reason: 'Đã đối chiếu «sổ gốc»',
  by: 'Nguyễn Văn A',
  date: '2021-03-15',
  ...change,
});

const FIRST = '0123456789ab';
const SECOND = 'ba9876543210';
const content = (host: MapHost): string => new TextDecoder().decode(host.files.get(FILE));

async function twoEntries(): Promise<MapHost> {
  const host = createMapHost();
  await appendWaiver(host, AGENCY, waiver(FIRST));
  await appendWaiver(host, AGENCY, waiver(SECOND, { place: { file: 'data/so-noi-vu/2021-02/b.csv', line: 4, column: 2 } }));
  return host;
}

describe('entries', () => {
  it('stand one a line, readable for a person, with what was accepted', async () => {
    const host = await twoEntries();
    const [line, ...rest] = content(host).split('\n');
    expect(rest).toHaveLength(2);
    expect(rest[1]).toBe('');
    expect(line).toMatch(/^\{"v":1,"entry":"[0-9a-f]{12}","type":"waiver","finding":"0123456789ab","code":"row-sum",/);
    expect(line).toContain('"reason":"Đã đối chiếu «sổ gốc»","by":"Nguyễn Văn A","date":"2021-03-15"}');
  });

  it('come back as they went in, with their line', async () => {
    const { findings, ...ledger } = await loadLedger(await twoEntries(), AGENCY);
    const waivers = entriesOf(ledger, 'waiver');
    expect(findings).toEqual([]);
    expect(waivers.map(({ finding, at }) => [finding, at])).toEqual([
      [FIRST, { in: 'text', file: FILE, line: 1 }],
      [SECOND, { in: 'text', file: FILE, line: 2 }],
    ]);
    expect(waivers[0]).toMatchObject({ code: 'row-sum', place: { in: 'sheet', sheet: 'Phụ lục I', cell: 'C9' }, seen: '614', expected: '613', by: 'Nguyễn Văn A' });
    expect(waivers[1]!.place).toEqual({ in: 'text', file: 'data/so-noi-vu/2021-02/b.csv', line: 4, column: 2 });
  });

  it('are none where there is no ledger', async () => {
    expect(await loadLedger(createMapHost(), AGENCY)).toEqual({ file: ledgerPath(AGENCY), entries: [], findings: [] });
  });

  it('for a finding stand once', async () => {
    const host = await twoEntries();
    const before = content(host);
    expect(await appendWaiver(host, AGENCY, waiver(FIRST, { reason: 'lần hai' }))).toBe('already');
    expect(content(host)).toBe(before);
  });

  it('are the same, byte for byte, for the same decisions in the same order', async () => {
    expect(content(await twoEntries())).toBe(content(await twoEntries()));
  });
});

describe('entries of other kinds', () => {
  const WHO = { by: 'Nguyễn Văn A', date: '2021-03-15' } as const;
  const correction = { type: 'correction', form: 'ket-qua-giai-quyet', period: '2021-01', row: 'so-y-te', label: 'Sở Y tế', column: 'gq_tong', was: '5', now: '6.25', reason: 'đối chiếu lại', basis: 'Công văn số 12', source: { file: 'sua.xlsx', sheet: 'A', cell: 'C9' }, ...WHO } as const;
  const issued: Extract<NewEntry, { type: 'issued' }> = { type: 'issued', job: 'so-noi-vu/2021-01/bao-cao', number: 57, symbol: '57/BC-SNV', issuedOn: '2021-02-20', files: [{ format: 'docx', path: 'output/a.docx', sha256: 'a'.repeat(64) }], signed: { path: 'output/a.signed.pdf', sha256: 'b'.repeat(64) }, ...WHO };
  const remedy = { type: 'remedy', job: 'so-noi-vu/2021-01/bao-cao', of: FIRST, kind: 'replacement', date: '2021-03-15' } as const;

  it.each([correction, { ...correction, was: null, illustrative: true } as const, issued, { ...issued, replaces: FIRST }, remedy] satisfies readonly NewEntry[])('come back as they went in: %#', async (entry) => {
    const host = createMapHost();
    await appendEntries(host, AGENCY, () => [entry]);
    const { entries, findings } = await loadLedger(host, AGENCY);
    const { source: _, ...rest } = { source: undefined, ...entry };
    expect(findings).toEqual([]);
    expect(entries).toMatchObject([{ ...rest, at: { line: 1 } }]);
    if ('source' in entry) expect(entries[0]).toMatchObject({ source: { in: 'sheet', file: 'sua.xlsx', sheet: 'A', cell: 'C9' } });
  });

  it.each([
    ['now', { ...correction, now: '1,5' }],
    ['was', { ...correction, was: '' }],
    ['basis', { ...correction, basis: ' ' }],
    ['number', { ...issued, number: 0 }],
    ['issuedOn', { ...issued, issuedOn: '2021-02-30' }],
    ['kind', { ...remedy, kind: 'khac' }],
  ])('with a faulty «%s» are named and not used', async (field, entry) => {
    const host = createMapHost();
    await appendEntries(host, AGENCY, () => [entry as typeof correction, correction]);
    expect(await loadLedger(host, AGENCY)).toMatchObject({ findings: [{ code: 'ledger-invalid', place: { line: 1 }, message: expect.stringContaining(`«${field}»`) as unknown }], entries: [{ at: { line: 2 } }] });
  });

  it('are all appended, or none, in one write; decided on what the ledger holds', async () => {
    const host = createMapHost();
    let writes = 0;
    host.beforeWrite = () => void writes++;
    await appendEntries(host, AGENCY, ({ entries }) => [correction, { ...correction, was: '6.25', now: String(entries.length) }]);
    await appendEntries(host, AGENCY, ({ entries }) => (entries.length === 2 ? [] : [correction]));
    expect(writes).toBe(1);
    expect(entriesOf(await loadLedger(host, AGENCY), 'correction').map(({ now }) => now)).toEqual(['6.25', '0']);
  });

  it('taken back are entries no more, but stay to be read; the one taken back alone', async () => {
    const host = createMapHost();
    await appendEntries(host, AGENCY, () => [correction, { ...correction, row: 'so-noi-vu' }]);
    const [first] = (await loadLedger(host, AGENCY)).entries;
    await appendEntries(host, AGENCY, () => [{ type: 'withdrawal', of: first!.entry, reason: 'nhầm', ...WHO }]);
    const ledger = await loadLedger(host, AGENCY);
    expect(entriesOf(ledger, 'correction').map(({ row }) => row)).toEqual(['so-noi-vu']);
    expect(ledger.entries).toHaveLength(3);
  });
});

describe('a faulty line is named and stops no other', () => {
  const faulty: readonly [string, (lines: string[]) => void, number, RegExp][] = [
    ['no JSON', (lines) => lines.splice(1, 0, 'ghi chú của tôi'), 2, /JSON/],
    ['cut', (lines) => lines.splice(1, 0, lines[0]!.slice(0, 40)), 2, /JSON/],
    ['no object', (lines) => lines.splice(1, 0, '[1, 2]'), 2, /«toàn dòng»/],
    ['without an id', (lines) => lines.splice(1, 0, '{"v":1,"type":"waiver"}'), 2, /«entry»/],
  ];

  it.each(faulty)('%s', async (_, change, line, reason) => {
    const host = await twoEntries();
    const lines = content(host).split('\n');
    change(lines);
    const ledger = readLedger(FILE, text(lines.join('\n')));
    expect(ledger.findings).toMatchObject([{ code: 'ledger-invalid', severity: 'warning', place: { in: 'text', file: FILE, line }, message: expect.stringMatching(reason) as unknown }]);
    expect(entriesOf(ledger, 'waiver').map(({ finding }) => finding)).toEqual([FIRST, SECOND]);
  });

  it.each([
    ['another finding', FIRST, 'ffffffffffff'],
    ['another reason', 'Đã đối chiếu', 'Đã xem'],
    ['another place', 'C9', 'C10'],
  ])('changed by hand to %s: it is not used, the next one is', async (_, from, to) => {
    const lines = content(await twoEntries()).split('\n');
    lines[0] = lines[0]!.replace(from, to);
    const ledger = readLedger(FILE, text(lines.join('\n')));
    expect(ledger.findings).toMatchObject([{ code: 'ledger-invalid', place: { line: 1 }, message: expect.stringContaining('sửa hay xóa bằng tay') as unknown }]);
    expect(entriesOf(ledger, 'waiver').map(({ finding }) => finding)).toEqual([SECOND]);
  });

  it('a line taken out shows at the next one', async () => {
    const lines = content(await twoEntries()).split('\n').slice(1);
    expect(readLedger(FILE, text(lines.join('\n')))).toMatchObject({ entries: [], findings: [{ code: 'ledger-invalid', place: { line: 1 } }] });
  });

  it.each(['finding', 'code', 'place', 'message', 'reason', 'by', 'date'])('without «%s»', async (field) => {
    const lines = content(await twoEntries()).split('\n');
    const { [field]: _, ...entry } = JSON.parse(lines[1]!) as Record<string, unknown>;
    lines[1] = JSON.stringify(entry);
    expect(readLedger(FILE, text(lines.join('\n'))).findings).toMatchObject([{ code: 'ledger-invalid', place: { line: 2 }, message: expect.stringContaining(`«${field}`) as unknown }]);
  });

  it('what an editor leaves is none: a byte order mark, CRLF, blank lines', async () => {
    const edited = `\uFEFF${content(await twoEntries()).replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(readLedger(FILE, text(edited))).toMatchObject({ findings: [], entries: [{ finding: FIRST }, { finding: SECOND }] });
  });
});

describe('entries of a kind this version does not use', () => {
  const REMINDER = '{"v":1,"entry":"abcdefabcdef","type":"reminder","cells":[{"row":"Sở Y tế","value":1.0}]}';

  it('stay as they are and are said once a kind', async () => {
    const host = createMapHost(new Map([[FILE, text(`${REMINDER}\n${REMINDER.replace('abcdefabcdef', '111111111111')}\n`)]]));
    const before = content(host);
    await appendWaiver(host, AGENCY, waiver(FIRST));
    expect(content(host).startsWith(before)).toBe(true);
    const { findings, ...ledger } = await loadLedger(host, AGENCY);
    const waivers = entriesOf(ledger, 'waiver');
    expect(waivers.map(({ finding }) => finding)).toEqual([FIRST]);
    expect(findings).toMatchObject([{ code: 'ledger-entry-unused', severity: 'note', place: { line: 1 }, message: expect.stringMatching(/«reminder» \(dòng 1, 2\)/) as unknown }]);
  });

  it('a later version of a waiver is one of them', () => {
    const later = '{"v":2,"entry":"abcdefabcdef","type":"waiver","findings":[]}\n';
    expect(readLedger(FILE, text(later))).toMatchObject({ entries: [], findings: [{ code: 'ledger-entry-unused' }] });
  });
});

describe('append', () => {
  it('ends a last line that has no end', async () => {
    const host = await twoEntries();
    host.files.set(FILE, text(content(host).trimEnd()));
    await appendWaiver(host, AGENCY, waiver('333333333333'));
    expect(await loadLedger(host, AGENCY)).toMatchObject({ findings: [], entries: [{}, {}, { finding: '333333333333' }] });
  });

  it('begins on a new line behind half a line, which stays as it is and is named', async () => {
    const host = await twoEntries();
    const half = `${content(host)}{"v":1,"entry":"5`;
    host.files.set(FILE, text(half));
    await appendWaiver(host, AGENCY, waiver('333333333333'));
    expect(content(host).startsWith(`${half}\n{"v":1,`)).toBe(true);
    expect(await loadLedger(host, AGENCY)).toMatchObject({
      findings: [{ code: 'ledger-invalid', place: { line: 3 } }],
      entries: [{ finding: FIRST }, { finding: SECOND }, { finding: '333333333333' }],
    });
  });

  it('leaves the old ledger on a full disk, and where it is open elsewhere', async () => {
    const host = await twoEntries();
    const before = content(host);
    host.beforeWrite = () => {
      throw new Error('ENOSPC');
    };
    await expect(appendWaiver(host, AGENCY, waiver('333333333333'))).rejects.toThrow('ENOSPC');
    host.beforeWrite = () => undefined;
    host.locked.add(FILE);
    expect(await appendWaiver(host, AGENCY, waiver('333333333333'))).toBe('locked');
    expect(content(host)).toBe(before);
  });
});
