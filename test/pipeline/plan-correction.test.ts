/** Plans of corrections of January on a Map host: what changes, in which documents, and what is refused. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CorrectionPlan } from '../../src/pipeline/correction-plan.js';
import { appendEntries } from '../../src/store/ledger.js';
import { apply, buildFigures, cellList, monthsHost, plan, planned, refusal, snapshot } from '../support/corrections.js';
import { editCells } from '../support/edit-workbook.js';
import { AGENCY, correctedJanuary, FEBRUARY, JANUARY, LEDGER } from '../support/january-corrected.js';
import { createMapHost, text, type MapHost } from '../support/map-host.js';

const WORKBOOK = `data/${AGENCY}/2021-01/phu luc thang 01.xlsx`;
const TRADE = 'Sở Công Thương';
/** Cell of the workbooks that holds what Sở Công Thương received online. */
const ONLINE_CELL = 'N10';

let built: MapHost;
let host: MapHost;
beforeAll(async () => {
  built = monthsHost();
  expect((await buildFigures(built)).jobs.map(({ state }) => state)).toEqual(['built', 'built']);
}, 240_000);
beforeEach(() => {
  host = createMapHost(built.files);
});

const online = (value: number) => cellList([{ row: TRADE, column: 'truc_tuyen', value }]);
const bytes = (file: string): Uint8Array => host.files.get(file)!;
const pairs = ({ impact }: CorrectionPlan, job: string, where: string): readonly string[] => impact.figures.filter((one) => one.job === job && one.where === where).map((one) => `${one.old} → ${one.new}`);

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

  it('takes the names people use for rows and columns', async () => {
    const names = [['so-cong-thuong', 'truc_tuyen'], ['sở công thương', 'Hồ sơ nhận qua trực tuyến'], [TRADE, 'Đã giải quyết: Tổng số'], [TRADE, 'Kết quả giải quyết: Số hồ sơ đang giải quyết: Quá hạn']];
    const columns: string[] = [];
    for (const [row, column] of names) columns.push((await planned(host, cellList([{ row: row!, column: column!, value: 999 }]))).cells.map((cell) => `${cell.row} ${cell.column}`).join());
    expect(columns).toEqual(['so-cong-thuong truc_tuyen', 'so-cong-thuong truc_tuyen', 'so-cong-thuong gq_tong', 'so-cong-thuong dang_qua_han']);
    // Of several totals nobody knows which is meant.
    expect(refusal(await plan(host, cellList([{ row: TRADE, column: 'Tổng số', value: 1 }])))).toEqual(['correction-unknown']);
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
