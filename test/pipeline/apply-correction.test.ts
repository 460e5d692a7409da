/** Plans carried out on a Map host: written once and only on the inputs they rest on, and what happens when a source moves under a correction. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeCorrectionPlan } from '../../src/pipeline/correction-plan.js';
import { appendEntries } from '../../src/store/ledger.js';
import { apply, buildFigures, cellList, corrections, monthsHost, planned, printed, refusal, snapshot } from '../support/corrections.js';
import { editCells } from '../support/edit-workbook.js';
import { AGENCY, CORRECTED_CELLS, correctedJanuary, FEBRUARY, JANUARY, LEDGER } from '../support/january-corrected.js';
import { createMapHost, text, type MapHost } from '../support/map-host.js';

const WORKBOOK = `data/${AGENCY}/2021-01/phu luc thang 01.xlsx`;
const TRADE = 'Sở Công Thương';
/** Cell of the received workbook that holds what Sở Công Thương received online, and the total of its column. */
const ONLINE_CELL = 'N10';
const ONLINE_TOTAL_CELL = 'N26';
const ONLINE_TOTAL = 3134;

let built: MapHost;
/** The same after 547 was corrected to 507. */
let corrected: MapHost;
let host: MapHost;
beforeAll(async () => {
  built = monthsHost();
  expect((await buildFigures(built)).jobs.map(({ state }) => state)).toEqual(['built', 'built']);
  corrected = createMapHost(built.files);
  await apply(corrected, await planned(corrected, online(507)));
}, 240_000);
beforeEach(() => {
  host = createMapHost(built.files);
});

const online = (value: number) => cellList([{ row: TRADE, column: 'truc_tuyen', value }]);
const bytes = (file: string): Uint8Array => host.files.get(file)!;
const states = async (): Promise<readonly string[]> => (await buildFigures(host)).jobs.map(({ state }) => state);
const codes = async (job: string): Promise<readonly string[]> => (await buildFigures(host)).jobs.find(({ id }) => id === job)!.findings.map(({ code }) => code);
const printedOnline = (): readonly string[] => printed(host, JANUARY).filter(({ context }) => context === `${TRADE} · Hồ sơ nhận qua trực tuyến`).map((one) => one.text);

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
    expect(applied.kind === 'refused' && applied.findings).toMatchObject([{ code: 'plan-outdated', seen: file, place: { file: 'ke-hoach.json' }, message: expect.stringContaining(file.replace(/#.*$/, '')) as unknown }]);
    expect(applied.kind === 'refused' && applied.findings[0]!.message).not.toContain('#');
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
  beforeEach(() => {
    host = createMapHost(corrected.files);
  });
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
