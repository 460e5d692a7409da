/** Corrections of January planned and applied on a Map host: what changes, what is refused, and what happens when a source moves under them. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendEntries } from '../../src/store/ledger.js';
import { writeCorrectionPlan, type CorrectionPlan } from '../../src/pipeline/correction-plan.js';
import { apply, buildFigures, cellList, corrections, monthsHost, plan, planned, printed, refusal, snapshot } from '../support/corrections.js';
import { AGENCY, CORRECTED_CELLS, correctedJanuary, FEBRUARY, JANUARY, LEDGER } from '../support/january-corrected.js';
import { editCells } from '../support/edit-workbook.js';
import { createMapHost, text, type MapHost } from '../support/map-host.js';

const WORKBOOK = `data/${AGENCY}/2021-01/phu luc thang 01.xlsx`;
const TRADE = 'Sở Công Thương';
/** Cell of the received workbook that holds what Sở Công Thương received online. */
const ONLINE_CELL = 'N10';
const ONLINE_TOTAL_CELL = 'N26';
const ONLINE_TOTAL = 3134;

let built: MapHost;
let host: MapHost;
beforeAll(async () => {
  built = monthsHost();
  expect((await buildFigures(built)).jobs.map(({ state }) => state)).toEqual(['built', 'built']);
}, 120_000);
beforeEach(() => {
  host = createMapHost(built.files);
});

const online = (value: number) => cellList([{ row: TRADE, column: 'truc_tuyen', value }]);
const bytes = (file: string): Uint8Array => host.files.get(file)!;
const states = async (): Promise<readonly string[]> => (await buildFigures(host)).jobs.map(({ state }) => state);
const codes = async (job: string): Promise<readonly string[]> => (await buildFigures(host)).jobs.find(({ id }) => id === job)!.findings.map(({ code }) => code);
const pairs = ({ impact }: CorrectionPlan, job: string, where: string): readonly string[] => impact.figures.filter((one) => one.job === job && one.where === where).map((one) => `${one.old} → ${one.new}`);
const printedOnline = (): readonly string[] => printed(host, JANUARY).filter(({ context }) => context === `${TRADE} · Hồ sơ nhận qua trực tuyến`).map((one) => one.text);

describe('the plan', () => {
  it('of the corrected workbook lists every figure of both months and writes nothing', async () => {
    const before = snapshot(host);
    const made = await planned(host, correctedJanuary());
    expect(snapshot(host)).toEqual(before);
    expect(made.cells.map(({ row, column, was, now }) => `${row} ${column} ${was} ${now}`)).toEqual([
      'so-cong-thuong truc_tuyen 547 507',
      'so-tu-phap gq_truoc_han 351 349',
      'so-tu-phap gq_qua_han 0 2',
    ]);
    expect(made.cells[0]!.source).toEqual({ file: 'phu luc thang 01 (so lieu dieu chinh).xlsx', sheet: 'Phụ lục I', cell: ONLINE_CELL });
    expect(pairs(made, JANUARY, 'appendix-1')).toEqual(['547 → 507', '351 → 349', '0 → 2', '7.731 → 7.729', '0 → 2', '3.134 → 3.094', '100,00 → 99,97', '0,00 → 0,03', '34,41 → 33,97', '56,79 → 56,06']);
    expect(pairs(made, FEBRUARY, 'body')).toEqual(['1,81 → 2,25', '34,41% → 33,97%']);
    expect(made.impact.figures.filter(({ job, where }) => job === FEBRUARY && where !== 'body')).toEqual([]);
    expect(made.impact.jobs).toEqual([
      { id: JANUARY, subject: expect.stringContaining('tháng 01 năm 2021') as unknown, issued: false, state: 'fresh', change: 'changes', figures: 22 },
      { id: FEBRUARY, subject: expect.stringContaining('tháng 02 năm 2021') as unknown, issued: false, state: 'fresh', change: 'changes', figures: 2 },
    ]);
    const crossed = made.impact.sentences.filter(({ reworded }) => reworded).map(({ old, new: now }) => [old, now]);
    expect(crossed).toContainEqual(['Trong đó: trước hạn và đúng hạn 7.731 hồ sơ, chiếm 100% số hồ sơ đã giải quyết; không có hồ sơ giải quyết quá hạn.', 'Trong đó: trước hạn và đúng hạn 7.729 hồ sơ, chiếm 99,97% số hồ sơ đã giải quyết; quá hạn 2 hồ sơ, chiếm 0,03%.']);
    expect(crossed).toContainEqual([null, 'Các đơn vị có hồ sơ giải quyết quá hạn: Sở Tư pháp (2 hồ sơ).']);
    expect(made.jobs).toEqual([JANUARY, FEBRUARY]);
    expect(made.proposal).toBeUndefined();
    expect(Object.keys(made.inputs)).toEqual(expect.arrayContaining([WORKBOOK, 'templates/documents/bao-cao-thang/body.md', `data/agencies/${AGENCY}.yaml`, `${LEDGER}#corrections/2021-01/ket-qua-giai-quyet`]));
  });

  it('says what an issued document is called', async () => {
    await appendEntries(host, AGENCY, () => [{ type: 'issued', job: JANUARY, number: 57, symbol: '57/BC-TTHC', issuedOn: '2021-01-20', files: [], by: 'Văn thư', date: '2021-01-20' }]);
    expect((await planned(host, online(507))).impact.jobs.map(({ id, issued, symbol }) => [id, issued, symbol])).toEqual([[JANUARY, true, '57/BC-TTHC'], [FEBRUARY, false, undefined]]);
  });

  it('of a figure that only other figures print alike names no document as changed', async () => {
    const made = await planned(host, cellList([{ row: TRADE, column: 'muc_3_4', value: 1 }, { row: 'Sở Tư pháp', column: 'muc_3_4', value: 2 }]));
    expect(made.impact.jobs.find(({ id }) => id === FEBRUARY)).toMatchObject({ change: 'unchanged', figures: 0 });
  });

  it('tells that a document will be refused, and that the next month waits with its comparison', async () => {
    const made = await planned(host, cellList([{ row: TRADE, column: 'nhan_tong', value: 1 }]));
    expect(made.impact.jobs.map(({ change }) => change)).toEqual(['refused', 'waits']);
    expect(made.impact.findings.new.map(({ code }) => code)).toContain('row-sum');
    const before = bytes(`output/${FEBRUARY}.figures.json`);
    const applied = await apply(host, made);
    expect(applied).toMatchObject({ kind: 'applied', build: { jobs: [{ state: 'refused' }, { state: 'kept' }] } });
    expect(bytes(`output/${FEBRUARY}.figures.json`)).toBe(before);
  });

  it('asks for what it cannot know', async () => {
    expect(await plan(host, online(507), { agency: undefined })).toMatchObject({ kind: 'unclear', why: expect.stringContaining('--agency') as unknown });
    expect(await plan(host, online(507), { agency: 'khong-co' })).toMatchObject({ kind: 'unclear', why: expect.stringContaining('khong-co') as unknown });
    for (const option of ['reason', 'basis', 'by']) expect(await plan(host, online(507), { [option]: ' -' })).toMatchObject({ kind: 'unclear', why: expect.stringContaining(`--${option}`) as unknown });
    const unplaced = { name: 'a.json', bytes: text('{"cells":[{"form":"ket-qua-giai-quyet","row":"Sở Y tế","column":"truc_tuyen","value":1}]}') };
    expect(await plan(host, unplaced)).toMatchObject({ kind: 'unclear', why: expect.stringContaining('--period') as unknown });
    expect(await plan(host, unplaced, { period: '2021-02' })).toMatchObject({ kind: 'planned', plan: { cells: [{ period: '2021-02' }] } });
  });

  it('names every fault of a list at once, each at its path', async () => {
    const made = await plan(host, cellList([
      { row: TRADE, column: 'truc_tuyen', value: 507 },
      { row: 'Sở Công Thưởng', column: 'truc_tuyen', value: 1 },
      { row: TRADE, column: 'truc_tuyến', value: 1 },
      { row: TRADE, column: 'truc_tuyen', value: 508 },
      { row: TRADE, column: 'gq_tong', value: -1 },
      { row: TRADE, column: 'gq_tong', value: 1.5 },
      { form: 'khong-co', row: TRADE, column: 'gq_tong', value: 1 },
      { period: '2021-13', row: TRADE, column: 'gq_tong', value: 1 },
      { period: '2020-05', row: TRADE, column: 'gq_tong', value: 1 },
      { row: 'Tổng cộng', column: 'gq_tong', value: 1 },
    ]));
    expect(made.kind === 'refused' && made.findings.map(({ code, place }) => `${code} ${place.in === 'json' ? place.path : ''}`).sort()).toEqual([
      'correction-cell-twice $.cells[3]',
      ...[1, 2, 6, 7, 8, 9].map((at) => `correction-unknown $.cells[${at}]`),
      ...[4, 5].map((at) => `correction-value $.cells[${at}]`),
    ].sort());
  });

  it('of nothing new is refused, and of a cell that stays as it is a note', async () => {
    expect(refusal(await plan(host, online(547)))).toEqual(['correction-nothing', 'correction-unchanged']);
    const made = await plan(host, cellList([{ row: TRADE, column: 'truc_tuyen', value: 507 }, { row: 'Sở Tư pháp', column: 'gq_qua_han', value: 0 }]));
    expect(made).toMatchObject({ kind: 'planned', plan: { cells: [{}] }, findings: [{ code: 'correction-unchanged', severity: 'note' }] });
  });
});

describe('a corrected workbook', () => {
  const edited = (edits: Parameters<typeof editCells>[2]) => ({ name: 'sua.xlsx', bytes: editCells(correctedJanuary().bytes, 1, edits) });

  it('that leaves a figure out, or names another unit, is refused; that adds wrong sums too', async () => {
    expect(refusal(await plan(host, edited({ [ONLINE_CELL]: '' })))).toContain('correction-figure-missing');
    expect(refusal(await plan(host, edited({ B10: 'Sở Khác Lạ' })))).toContain('unit-unknown');
    expect(refusal(await plan(host, edited({ C10: 1 })))).toContain('row-sum');
  });
});

describe('apply', () => {
  it('writes the entries of the plan once and builds its documents', async () => {
    const made = await planned(host, correctedJanuary());
    host.date = '2021-03-20';
    const applied = await apply(host, made);
    expect(applied).toMatchObject({ kind: 'applied', ledger: LEDGER, entries: CORRECTED_CELLS, build: { jobs: [{ id: JANUARY, state: 'built' }, { id: FEBRUARY, state: 'built' }] } });
    expect((await corrections(host))[0]).toMatchObject({ form: 'ket-qua-giai-quyet', period: '2021-01', row: 'so-cong-thuong', label: TRADE, column: 'truc_tuyen', was: '547', now: '507', reason: made.reason, basis: made.basis, by: made.by, date: '2021-03-20' });
    expect(printedOnline()).toEqual(['507']);
    const ledger = bytes(LEDGER);
    expect(await apply(host, made)).toMatchObject({ kind: 'already', build: { jobs: [{ state: 'kept' }, { state: 'kept' }] } });
    expect(bytes(LEDGER)).toBe(ledger);
  });

  it('leads a printed figure back to the ledger and to the cell it corrects', async () => {
    await apply(host, await planned(host, online(507)));
    const [entry] = await corrections(host);
    const figure = printed(host, JANUARY).find(({ context }) => context === `${TRADE} · Hồ sơ nhận qua trực tuyến`)!;
    expect(figure.inputs).toEqual([{ file: LEDGER, line: 1, value: '507', entry: entry!.entry, replaces: { file: WORKBOOK, sheet: 'Phụ lục I', cell: ONLINE_CELL, value: '547' } }]);
  });

  const changed: readonly [string, string, (host: MapHost) => unknown][] = [
    ['a byte of the workbook', WORKBOOK, (one) => one.files.set(WORKBOOK, editCells(one.files.get(WORKBOOK)!, 1, { [ONLINE_CELL]: 546 }))],
    ['the template', 'templates/documents/bao-cao-thang/body.md', (one) => one.files.set('templates/documents/bao-cao-thang/body.md', text(`${new TextDecoder().decode(one.files.get('templates/documents/bao-cao-thang/body.md'))}\nThêm.\n`))],
    ['the agency', `data/agencies/${AGENCY}.yaml`, (one) => one.files.set(`data/agencies/${AGENCY}.yaml`, text(`${new TextDecoder().decode(one.files.get(`data/agencies/${AGENCY}.yaml`))}\n# sửa\n`))],
    ['a file more', `data/${AGENCY}/2021-02/`, (one) => one.files.set(`data/${AGENCY}/2021-02/them.md`, text('---\nmuc: kien-nghi\n---\nThêm.\n'))],
    ['another correction', `${LEDGER}#corrections/2021-01/ket-qua-giai-quyet`, async (one) => apply(one, await planned(one, cellList([{ row: 'Sở Y tế', column: 'truc_tuyen', value: 1 }])))],
  ];

  it.each(changed)('refuses after %s changed, naming it, and touches nothing', async (_, file, change) => {
    const made = await planned(host, online(507));
    await change(host);
    const before = snapshot(host);
    const applied = await apply(host, made);
    expect(applied.kind === 'refused' && applied.findings).toMatchObject([{ code: 'plan-outdated', seen: file, place: { file: 'ke-hoach.json' } }]);
    expect(snapshot(host)).toEqual(before);
  });

  it('refuses with another program than planned', async () => {
    const made = await planned(host, online(507));
    expect(refusal(await apply(host, made, 'later'))).toEqual(['plan-outdated']);
    expect(host.files.has(LEDGER)).toBe(false);
  });

  it('refuses a plan edited by hand, cut, or of another kind', async () => {
    const written = new TextDecoder().decode(writeCorrectionPlan(await planned(host, online(507))));
    const before = snapshot(host);
    for (const faulty of [written.replace('"now": "507"', '"now": "508"'), written.replace('2021-01/bao-cao-thang"', '2021-02/bao-cao-thang"'), written.slice(0, -20), '[]', '{"cells":[]}']) {
      expect(faulty).not.toBe(written);
      expect(refusal(await apply(host, text(faulty)))).toEqual(['plan-invalid']);
    }
    expect(snapshot(host)).toEqual(before);
    // Laid out anew by an editor it is the same plan.
    expect(await apply(host, text(JSON.stringify(JSON.parse(written))))).toMatchObject({ kind: 'applied' });
  });

  it('on a full disk leaves ledger and outputs as they are, and ends when asked again', async () => {
    const made = await planned(host, online(507));
    const before = snapshot(host);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    host.beforeWrite = () => {
      throw full;
    };
    const refused = await apply(host, made);
    expect(refused).toMatchObject({ kind: 'refused', findings: [{ code: 'output-failed', place: { file: LEDGER }, message: expect.stringContaining('đĩa đã hết chỗ') as unknown }] });
    expect(snapshot(host)).toEqual(before);
    // Room for the ledger and no more.
    host.beforeWrite = (file) => {
      if (file !== LEDGER) throw full;
    };
    expect(await apply(host, made)).toMatchObject({ kind: 'applied', build: { jobs: [{ state: 'refused', findings: expect.arrayContaining([expect.objectContaining({ code: 'output-failed' })]) as unknown }, { state: 'refused' }] } });
    expect(printedOnline()).toEqual(['547']);
    host.beforeWrite = () => undefined;
    expect(await apply(host, made)).toMatchObject({ kind: 'already', build: { jobs: [{ state: 'built' }, { state: 'built' }] } });
    expect(printedOnline()).toEqual(['507']);
    expect(await corrections(host)).toHaveLength(1);
  });

  it('says when another process keeps the ledger', async () => {
    const made = await planned(host, online(507));
    host.locked.add(LEDGER);
    expect(refusal(await apply(host, made))).toEqual(['ledger-locked']);
  });
});

describe('when the source moves', () => {
  beforeEach(async () => void (await apply(host, await planned(host, online(507)))));
  /** Sent again with another figure, and the total that goes with it. */
  const source = (value: number): void => void host.files.set(WORKBOOK, editCells(bytes(WORKBOOK), 1, { [ONLINE_CELL]: value, [ONLINE_TOTAL_CELL]: ONLINE_TOTAL - 547 + value }));

  it('a correction whose «was» is gone is stale: the document is refused, the old output stays', async () => {
    const before = bytes(`output/${JANUARY}.figures.json`);
    source(540);
    const report = await buildFigures(host);
    expect(report.jobs[0]).toMatchObject({ id: JANUARY, state: 'refused' });
    expect(report.jobs[0]!.findings).toContainEqual(expect.objectContaining({ code: 'correction-stale', place: { in: 'text', file: LEDGER, line: 1 }, seen: '540', expected: '547' }));
    expect(bytes(`output/${JANUARY}.figures.json`)).toBe(before);
  });

  it('a correction of what it holds now takes the place of the stale one', async () => {
    source(540);
    const made = await planned(host, online(507));
    expect(made.cells).toMatchObject([{ was: '540', now: '507' }]);
    expect(made.impact.findings.gone.map(({ code }) => code)).toContain('correction-stale');
    expect(await apply(host, made)).toMatchObject({ kind: 'applied', build: { jobs: [{ state: 'built' }, { state: 'built' }] } });
    expect(await corrections(host)).toHaveLength(2);
  });

  it('what it already holds is done, and builds', async () => {
    source(507);
    expect(await codes(JANUARY)).toContain('correction-done');
    expect(await states()).toEqual(['kept', 'kept']);
    expect(printedOnline()).toEqual(['507']);
  });

  it('a correction of a correction goes on from it', async () => {
    const made = await planned(host, online(520));
    expect(made.cells).toMatchObject([{ was: '507', now: '520' }]);
    await apply(host, made);
    expect(printedOnline()).toEqual(['520']);
    const figure = printed(host, JANUARY).find(({ context }) => context === `${TRADE} · Hồ sơ nhận qua trực tuyến`)!;
    expect(figure.inputs[0]).toMatchObject({ value: '520', replaces: { value: '507', replaces: { value: '547', cell: ONLINE_CELL } } });
    // And a source that has all of it is no stale one.
    source(520);
    expect(await codes(JANUARY)).toContain('correction-done');
    expect(await codes(JANUARY)).not.toContain('correction-stale');
  });

  it('a correction taken back gives the cell back, and its plan can be made again', async () => {
    const [entry] = await corrections(host);
    await appendEntries(host, AGENCY, () => [{ type: 'withdrawal', of: entry!.entry, reason: 'Nhầm đơn vị', by: 'Nguyễn Văn A', date: '2021-03-21' }]);
    expect(await states()).toEqual(['built', 'built']);
    expect(printedOnline()).toEqual(['547']);
    expect(await planned(host, online(507))).toMatchObject({ cells: [{ was: '547' }] });
  });
});

describe('a closing figure that the next month opened with', () => {
  const row = 'Sở Công Thương';

  it('is a new finding of that month and a proposal; nothing is made by itself', async () => {
    const figure = (column: string): number => Number(printed(host, JANUARY).find(({ context, where }) => where === 'appendix-1' && context === `${row} · ${column}`)!.value);
    const [open, openInTerm] = [figure('Kết quả giải quyết: Số hồ sơ đang giải quyết: Tổng số'), figure('Kết quả giải quyết: Số hồ sơ đang giải quyết: Còn hạn')];
    const [settled, early] = [figure('Kết quả giải quyết: Số hồ sơ đã giải quyết: Tổng số'), figure('Kết quả giải quyết: Số hồ sơ đã giải quyết: Trước hạn')];
    const made = await planned(host, cellList([
      { row, column: 'dang_tong', value: open + 3 },
      { row, column: 'dang_con_han', value: openInTerm + 3 },
      { row, column: 'gq_tong', value: settled - 3 },
      { row, column: 'gq_truoc_han', value: early - 3 },
    ]));
    expect(made.impact.findings.new).toContainEqual(expect.objectContaining({ code: 'opening-not-closing', place: expect.objectContaining({ file: expect.stringContaining('/2021-02/') as unknown }) as unknown }));
    expect(made.proposal).toEqual({ cells: [{ form: 'ket-qua-giai-quyet', period: '2021-02', row: 'so-cong-thuong', column: 'nhan_ky_truoc', value: String(open + 3) }] });
    const file = { name: 'ke-hoach.json', bytes: writeCorrectionPlan(made) };
    await apply(host, made);
    expect((await corrections(host)).map(({ period }) => period)).toEqual(['2021-01', '2021-01', '2021-01', '2021-01']);
    const second = await planned(host, file);
    expect(second.cells).toMatchObject([{ period: '2021-02', row: 'so-cong-thuong', column: 'nhan_ky_truoc', was: String(open), now: String(open + 3) }]);
    expect(second.impact.findings.gone.map(({ code }) => code)).toContain('opening-not-closing');
  });
});
