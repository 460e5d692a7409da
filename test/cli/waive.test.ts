/** Waivers from the finding to the ledger and back: what can be accepted, what it does, and when it dies. */
import { beforeEach, describe, expect, it } from 'vitest';
import { applyWaivers, checkWaivers } from '../../src/check/waivers.js';
import { found } from '../../src/finding/catalog.js';
import { findingId, hasError, type Finding } from '../../src/finding/finding.js';
import type { Waiver } from '../../src/finding/waiver.js';
import { checkJobs, composeOne } from '../../src/pipeline/check-jobs.js';
import { waive, type WaiveReport } from '../../src/pipeline/waive.js';
import { editCells } from '../support/edit-workbook.js';
import { createMapHost, sampleFiles, type MapHost } from '../support/map-host.js';

const AGENCY = 'ttpvhcc-soc-trang';
const FEBRUARY = `${AGENCY}/2021-02/bao-cao-thang`;
const WORKBOOK = `data/${AGENCY}/2021-02/phu luc bao cao thang 02.xlsx`;
const LEDGER = `data/${AGENCY}/ledger.jsonl`;
const all = sampleFiles();
const MARCH = `data/${AGENCY}/2021-03/`;
/** January and February of one agency: each check reads all there is. */
const sample = new Map([...all].filter(([path]) => !path.startsWith('data/') || (path.includes(AGENCY) && !path.startsWith(MARCH))));

const place = (cell: string) => ({ in: 'sheet', file: WORKBOOK, sheet: 'Phụ lục I', cell }) as const;
const wrongSum = (cell: string, seen: string): Finding => found('row-sum', place(cell), { row: 'A', statement: 's', others: 1 }, { seen, expected: '613' });
const waiverOf = (finding: Finding): Waiver => ({ entry: '0123456789ab', finding: findingId(finding), code: finding.code, place: finding.place, message: finding.message, reason: 'r', by: 'Bà B', date: '2021-03-05', at: { in: 'text', file: LEDGER, line: 7 } });

describe('applyWaivers', () => {
  it('marks the finding it names and no other', () => {
    const [one, other] = [wrongSum('C9', '614'), wrongSum('C10', '614')];
    expect(applyWaivers([one, other], [waiverOf(one)])).toEqual([{ ...one, waived: true }, other]);
    expect(hasError(applyWaivers([one], [waiverOf(one)]))).toBe(false);
  });

  it('marks none whose figures have changed', () => {
    expect(applyWaivers([wrongSum('C9', '615')], [waiverOf(wrongSum('C9', '614'))])[0]!.waived).toBeUndefined();
  });

  it('marks none that nobody can accept, and no question but one that accepting answers', () => {
    const unreadable = found('file-unreadable', { in: 'file', file: WORKBOOK }, { reason: 'x' });
    const asked: Finding = { ...wrongSum('C9', '614'), question: { choices: ['a', 'b'] } };
    const resent = found('table-resent', place('A1'), { table: 't', now: 'n', before: 'b', rows: 3 }, { choices: ['gửi lại', 'đúng là không đổi'] });
    for (const finding of [unreadable, asked]) expect(applyWaivers([finding], [waiverOf(finding)])[0]!.waived).toBeUndefined();
    expect(applyWaivers([resent], [waiverOf(resent)])[0]!.waived).toBe(true);
  });
});

describe('checkWaivers', () => {
  const gone = waiverOf(wrongSum('C9', '614'));

  it('notes a waiver whose finding is gone, with who and when', () => {
    expect(checkWaivers([wrongSum('C9', '615')], [gone])).toMatchObject([
      { code: 'waiver-dead', severity: 'note', place: { file: LEDGER, line: 7 }, message: expect.stringMatching(/Bà B, ngày 05\/3\/2021\).*đã thay đổi/) as unknown },
    ]);
  });

  it('says nothing of one that holds', () => {
    const finding = wrongSum('C9', '614');
    expect(checkWaivers(applyWaivers([finding], [gone]), [gone])).toEqual([]);
  });

  it('says nothing where the file could not be read: nobody knows', () => {
    expect(checkWaivers([found('file-unreadable', { in: 'file', file: WORKBOOK }, { reason: 'x' })], [gone])).toEqual([]);
    expect(checkWaivers([found('file-unreadable', { in: 'file', file: 'data/khac/2021-02/a.xlsx' }, { reason: 'x' })], [gone])).toHaveLength(1);
  });
});

describe('waive', () => {
  let host: MapHost;
  const edit = (cells: Record<string, number | string>): void => void host.files.set(WORKBOOK, editCells(host.files.get(WORKBOOK)!, 1, cells));
  beforeEach(() => {
    host = createMapHost(sample);
    // Two sums of the row differ from its total; the unit lists and other months stay right.
    edit({ C9: 614, C25: 8606 });
  });

  const check = async (jobs: readonly string[] = []) => (await checkJobs(host, { jobs }))!;
  const errors = async (): Promise<readonly Finding[]> => (await check([FEBRUARY])).sheet.findings.filter(({ severity, waived }) => severity === 'error' && !waived);
  const accept = (finding: string, change: { reason?: string; by?: string; agency?: string } = {}) => waive(host, { finding, reason: 'Đã đối chiếu sổ gốc', by: 'Nguyễn Văn A', ...change });
  const why = (report: WaiveReport | undefined): string => (report?.kind === 'refused' ? report.why : `not refused: ${report?.kind}`);

  it('writes who accepted what, why and when, and the document is composed', async () => {
    const open = await errors();
    expect(open.map(({ code }) => code)).toEqual(['row-sum', 'row-sum']);
    expect(((await composeOne(host, FEBRUARY)) as { composition: unknown }).composition).toBeUndefined();
    for (const finding of open) expect(await accept(findingId(finding))).toMatchObject({ kind: 'waived', ledger: LEDGER, finding: { waived: true } });
    const lines = new TextDecoder().decode(host.files.get(LEDGER)).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ v: 1, type: 'waiver', finding: findingId(open[0]!), code: 'row-sum', place: { file: WORKBOOK, sheet: 'Phụ lục I', cell: 'C9' }, seen: '614', expected: '613', reason: 'Đã đối chiếu sổ gốc', by: 'Nguyễn Văn A', date: '2021-03-15' });
    expect(await errors()).toEqual([]);
    const composed = await composeOne(host, FEBRUARY);
    expect(composed).toMatchObject({ composition: { document: {} }, reads: { [`${LEDGER}#waivers`]: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown } });
  });

  it('of the same finding twice appends nothing', async () => {
    const [finding] = await errors();
    await accept(findingId(finding!));
    const before = host.files.get(LEDGER);
    expect(await accept(findingId(finding!), { reason: 'lần hai' })).toMatchObject({ kind: 'already' });
    expect(host.files.get(LEDGER)).toBe(before);
  });

  it('refuses without a reason, a name, or a finding, and proposes what is there', async () => {
    const ids = (await errors()).map(findingId);
    expect(why(await accept(ids[0]!, { reason: ' \t' }))).toMatch(/lý do/);
    expect(why(await accept(ids[0]!, { by: '--' }))).toMatch(/tên người/);
    expect(why(await accept(ids[0]!, { agency: 'khong-co' }))).toMatch(/khong-co/);
    const mistyped = `${ids[0]!.slice(0, 11)}${ids[0]!.endsWith('0') ? '1' : '0'}`;
    expect(why(await accept(mistyped))).toContain(`Gần nhất: ${ids[0]} [row-sum].`);
    expect(why(await accept('row-sum'))).toMatch(new RegExp(`tên quy tắc.*${ids[0]} \\[row-sum\\], ${ids[1]} \\[row-sum\\]`));
    expect(why(await accept('khong co that'))).toContain(ids[1]);
    expect(host.files.has(LEDGER)).toBe(false);
  });

  it('refuses what nobody can accept: a note on the calendar, a question', async () => {
    const calendar = (await check()).sheet.findings.find(({ code }) => code === 'period-not-decree')!;
    expect(why(await accept(findingId(calendar)))).toMatch(/không thuộc loại được chấp nhận/);
    edit({ B9: 'Sở Công Thưởng' });
    const question = (await errors()).find(({ code }) => code === 'unit-unknown')!;
    expect(why(await accept(findingId(question)))).toMatch(/câu hỏi/);
    expect(host.files.has(LEDGER)).toBe(false);
  });

  it('dies when the figures change, and is noted by every check that could have met it', async () => {
    for (const finding of await errors()) await accept(findingId(finding));
    edit({ C9: 615, C25: 8607 });
    const dead = async (...jobs: string[]): Promise<number> => (await check(jobs)).findings.filter(({ code }) => code === 'waiver-dead').length;
    expect((await errors()).map(({ seen }) => seen)).toEqual(['615', '615']);
    expect([await dead(), await dead(FEBRUARY), await dead(`${AGENCY}/2021-01`)]).toEqual([2, 2, 0]);
  });

  it('lets the next month compare with a month whose findings are accepted', async () => {
    const march = async (): Promise<readonly string[]> => (await check([`${AGENCY}/2021-03`])).sheet.findings.map(({ code }) => code);
    for (const [path, bytes] of all) if (path.startsWith(MARCH)) host.files.set(path, bytes);
    expect(await march()).toContain('previous-unusable');
    for (const finding of await errors()) await accept(findingId(finding));
    expect(await march()).not.toContain('previous-unusable');
  });

  it('leaves the ledger on a full disk and says so', async () => {
    const [finding] = await errors();
    host.beforeWrite = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    expect(await accept(findingId(finding!))).toMatchObject({ kind: 'failed', failure: { code: 'output-failed', place: { file: LEDGER } } });
    host.beforeWrite = () => undefined;
    host.locked.add(LEDGER);
    expect(await accept(findingId(finding!))).toMatchObject({ kind: 'failed', failure: { code: 'ledger-locked' } });
    expect(host.files.has(LEDGER)).toBe(false);
  });

  it('makes one line of a name, without controls and direction marks', async () => {
    const [finding] = await errors();
    await accept(findingId(finding!), { by: ' Nguyễn\n\tVăn\u202E A\u0000 ' });
    expect(new TextDecoder().decode(host.files.get(LEDGER))).toContain('"by":"Nguyễn Văn A"');
  });
});
