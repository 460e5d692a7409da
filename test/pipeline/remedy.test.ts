/** Remedies of Điều 18 (Nghị định 30/2020/NĐ-CP): a replacement with its table of figures, a letter of errata with its table of words, and what is refused. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inline, OfficialDocument, TableBlock } from '../../src/document/tree.js';
import { inlineText, recipientLines } from '../../src/document/walk.js';
import { build, listJobs } from '../../src/pipeline/build.js';
import type { JobReport } from '../../src/pipeline/job-report.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import type { FigureEntry } from '../../src/pipeline/figures-json.js';
import { remedy } from '../../src/pipeline/remedy.js';
import { remediedBy } from '../../src/pipeline/remedied-by.js';
import { loadLedger } from '../../src/store/ledger.js';
import { composeSample } from '../support/compose-sample.js';
import { AGENCY, correctJanuary, issueDocument, issuedJanuary, JANUARY } from '../support/issued-january.js';
import { createMapHost, REPOSITORY, text, type MapHost } from '../support/map-host.js';

const LETTER = `${AGENCY}/2021-01/cong-van-dinh-chinh`;
const SEALED = `output/${AGENCY}/2021-01/issued/15-BC-TTHC-bao-cao-thang`;
const AGENCY_FILE = `data/agencies/${AGENCY}.yaml`;

let issued: MapHost;
beforeAll(async () => {
  issued = await issuedJanuary();
}, 120_000);

const copy = (host: MapHost): MapHost => createMapHost(host.files);
const edit = (host: MapHost, path: string, from: string | RegExp, to: string): void => {
  const before = new TextDecoder().decode(host.files.get(path)!);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to edit in ${path}`);
  host.files.set(path, text(after));
};
const figuresIn = (host: MapHost, path: string): readonly FigureEntry[] => (JSON.parse(new TextDecoder().decode(host.files.get(path)!)) as { figures: FigureEntry[] }).figures;
const treeOf = (host: MapHost): OfficialDocument => JSON.parse(new TextDecoder().decode(host.files.get(`${SEALED}.tree.json`)!)) as OfficialDocument;
const buildJob = async (host: MapHost, job: string): Promise<JobReport> => {
  const report = await build(host, { selection: { jobs: [job] }, formats: ['docx'], force: false, dryRun: false, edited: 'refuse', program: 'test' });
  return report!.jobs[0]!;
};
const tableIn = (document: OfficialDocument, id: string): TableBlock => document.body.find((block): block is TableBlock => block.type === 'table' && block.id === id)!;
const rowsOf = (table: TableBlock): readonly (readonly string[])[] => table.rows.filter(({ role }) => role === 'item').map(({ cells }) => cells.map(({ inlines }) => inlineText(inlines).replace(/\u00A0/g, ' ')));
const plainText = (inlines: readonly Inline[]): string => inlineText(inlines).replace(/\u00A0/g, ' ');
const words = (document: OfficialDocument): string => document.body.map((block) => ('inlines' in block ? plainText(block.inlines) : block.type === 'table' ? `[${block.id}] ${block.caption ? plainText(block.caption) : ''}` : '')).join('\n');
const golden = (name: string): string => readFileSync(`${REPOSITORY}/test/golden/remedy/${name}`, 'utf8').trimEnd();

describe('a replacement', () => {
  let host: MapHost;
  let composed: ComposedJob;
  let document: OfficialDocument;
  let plain: MapHost;

  beforeAll(async () => {
    plain = copy(issued);
    await correctJanuary(plain);
    await buildJob(plain, JANUARY);
    host = copy(plain);
    expect(await remedy(host, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'entered', symbol: '15/BC-TTHC', draft: JANUARY });
    composed = await composeSample(host, JANUARY);
    document = composed.composition!.document;
  }, 120_000);

  it('is a report under the same name that says what it replaces, with number and date left blank', () => {
    expect(document.title.typeName).toBe('BÁO CÁO');
    expect(inlineText(document.title.subject)).toMatch(/tháng 01 năm 2021\n\(thay thế Báo cáo số 15\/BC-TTHC ngày 18 tháng 01 năm 2021 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng\)$/);
    expect(inlineText(document.number)).toMatch(/^Số: \s+\/BC-TTHC$/);
    expect(inlineText(document.placeAndDate)).toMatch(/^Sóc Trăng, ngày\s+tháng\s+năm\s+$/);
    expect(document.properties.subject).not.toContain('\n');
  });

  it('opens with reason, basis and rule, before the words of the report', () => {
    expect(words(document).split('\n').slice(0, document.replacing!.blocks + 1).join('\n')).toBe(golden('replacement.txt'));
  });

  it('has no error and no warning', () => {
    expect(composed.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('lists the figures that differ between the sealed document and the one of today, and no other', () => {
    const before = figuresIn(host, `${SEALED}.figures.json`);
    const after = figuresIn(plain, `output/${JANUARY}.figures.json`);
    // Told apart by where they stand, what they say and their formula, without the alignment of the product.
    const printed = (all: readonly FigureEntry[]): Set<string> => new Set(all.map(({ text: shown }) => shown));
    const cell = (one: FigureEntry): string => `${one.where}|${one.context}`;
    const cells = new Map(before.filter(({ where }) => where !== 'body').map((one) => [cell(one), one]));
    const changed = after.filter((one) => one.where !== 'body' && cells.has(cell(one)) && cells.get(cell(one))!.text !== one.text).map((one) => [cells.get(cell(one))!, one] as const);
    const rows = rowsOf(tableIn(document, 'changed-figures'));
    const plainNumber = (shown: string): string => shown.replace('%', '');
    expect(changed.length).toBeGreaterThan(5);
    for (const [was, is] of changed) {
      const found = rows.filter(([, name, old, now]) => plainNumber(old!) === was.text && plainNumber(now!) === is.text && name!.includes('Phụ lục I'));
      expect(found.length, `${was.context}: ${was.text} → ${is.text}`).toBeGreaterThan(0);
    }
    const inAppendix = rows.filter(([, name]) => name!.includes('Phụ lục I'));
    expect(inAppendix.length).toBe(new Set(changed.map(([was, is]) => JSON.stringify([is.context, was.text, is.text]))).size);
    for (const [, name, old, now] of rows) {
      if (old !== '-') expect(printed(before), name).toContain(old);
      if (now !== '-') expect(printed(after), name).toContain(now);
    }
  });

  it('computes every difference exactly and names the reason, or the rows it follows from', () => {
    const rows = rowsOf(tableIn(document, 'changed-figures'));
    const value = (shown: string): number => Number(shown.replace('%', '').replace(/\./g, '').replace(',', '.'));
    for (const [stt, name, old, now, change, reason] of rows) {
      const apart = value(now!) - value(old!);
      const shown = Number(/^[+-]?[\d.,]+/.exec(change!)![0].replace(/\./g, '').replace(',', '.'));
      if (!change!.includes('(*)')) expect(shown, name).toBeCloseTo(apart, 6);
      else expect(Math.abs(shown - apart)).toBeLessThan(0.011);
      expect(reason, `${stt} ${name}`).toMatch(/^(?:Tính lại theo STT \d+(?:, \d+)*|Hai hồ sơ quá hạn ghi nhầm là trước hạn|Đếm hai lần hồ sơ trực tuyến chuyển sang trực tiếp)$/);
    }
    expect(rows.find(([, name]) => name!.startsWith('Sở Công Thương: Hồ sơ nhận qua trực tuyến'))).toEqual(['2', expect.stringContaining('Phụ lục I'), '547', '507', '-40', 'Đếm hai lần hồ sơ trực tuyến chuyển sang trực tiếp']);
    expect(rows.filter(([, , , , , reason]) => !reason!.startsWith('Tính lại')).length).toBe(3);
  });

  it('traces old figures to the seal, new ones to the ledger, differences to both', async () => {
    const report = await buildJob(host, JANUARY);
    expect(report.state).toBe('built');
    const traced = figuresIn(host, `output/${JANUARY}.figures.json`).filter(({ context }) => /(?:Đã báo cáo|Nay sửa là|Chênh lệch)$/.test(context) && !context.startsWith('Phần nội dung'));
    const rows = rowsOf(tableIn(document, 'changed-figures'));
    expect(traced.length).toBe(rows.flatMap((row) => row.slice(2, 5)).filter((shown) => shown !== '-').length);
    const sealedFile = `${SEALED}.figures.json`;
    const sealed = figuresIn(host, sealedFile);
    for (const { context, text: shown, value, inputs } of traced) {
      const old = inputs.filter(({ file }) => file === sealedFile);
      if (context.endsWith('Nay sửa là')) expect(old).toEqual([]);
      else expect(old.length, context).toBe(1);
      if (context.endsWith('Đã báo cáo')) {
        const entry = sealed[Number(/\[(\d+)\]/.exec(String(old[0]!['path']))![1])]!;
        expect([entry.text, entry.value]).toEqual([shown, value]);
      }
      if (context.endsWith('Chênh lệch')) expect(inputs.length, context).toBeGreaterThan(1);
    }
  });

  it('goes to whom the issued document went, with all its phụ lục', () => {
    const sealed = treeOf(host);
    expect(recipientLines(document)).toEqual(recipientLines(sealed));
    expect(document.addressees).toEqual(sealed.addressees);
    expect(document.appendices.map(({ label }) => label)).toEqual(sealed.appendices.map(({ label }) => label));
    // Nothing of the second table was corrected.
    const rows = ({ appendices }: OfficialDocument): unknown => appendices[1]!.blocks.map((block) => (block.type === 'table' ? rowsOf(block) : block.type));
    expect(rows(document)).toEqual(rows(sealed));
  });

  it('keeps the recipients of the issued document where the agency has others today', async () => {
    const other = copy(host);
    edit(other, AGENCY_FILE, '      - Bưu điện tỉnh\n', '');
    const { composition } = await composeSample(other, JANUARY);
    expect(recipientLines(composition!.document)).toEqual(recipientLines(treeOf(host)));
  });

  it('is made anew where the seal or the remedy changes, and kept otherwise', async () => {
    const other = copy(host);
    expect((await buildJob(other, JANUARY)).state).toBe('kept');
    other.files.set(`${SEALED}.figures.json`, text('{}'));
    const report = await buildJob(other, JANUARY);
    expect([report.state, report.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual(['refused', ['seal-broken']]);
  });

  it('says so where it is drafted already, and enters nothing', async () => {
    const other = copy(host);
    const before = other.files.get(`data/${AGENCY}/ledger.jsonl`);
    expect(await remedy(other, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'already' });
    expect(other.files.get(`data/${AGENCY}/ledger.jsonl`)).toEqual(before);
  });

  it('is issued with the entry it replaces, stays the same document, and can be replaced in its turn without the first table', async () => {
    const other = copy(host);
    other.date = '2021-03-20';
    await issueDocument(other, JANUARY, '40', '2021-03-16');
    const ledger = await loadLedger(other, AGENCY);
    const entries = ledger.entries.filter((one) => one.type === 'issued');
    expect(entries.map(({ replaces }) => replaces)).toEqual([undefined, entries[0]!.entry]);
    expect(remediedBy(ledger, JANUARY)).toMatchObject({ kind: 'replacement', open: false });
    const again = await composeSample(other, JANUARY);
    expect(again.issued).toMatchObject({ same: true });
    expect(inlineText(again.composition!.document.placeAndDate)).toBe('Sóc Trăng, ngày 16 tháng 3 năm 2021');
    expect(await remedy(other, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'refused', why: expect.stringContaining('không khác gì') as string });
    edit(other, `data/${AGENCY}/2021-01/so lieu khac.csv`, '1.204', '1.205');
    expect(await remedy(other, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'entered', symbol: '40/BC-TTHC', changes: { figures: 1 } });
    const second = (await composeSample(other, JANUARY)).composition!.document;
    expect(inlineText(second.title.subject).split('\n').slice(1)).toEqual(['(thay thế Báo cáo số 40/BC-TTHC ngày 16 tháng 3 năm 2021 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)']);
    expect(rowsOf(tableIn(second, 'changed-figures')).map((row) => row.slice(2, 5))).toEqual([['1.204', '1.205', '+1']]);
    // Nobody entered a reason: a visible gap, and how to fill it.
    expect(words(second)).toContain('[Thiếu nội dung: Lý do và căn cứ thay thế]');
    other.files.set(`data/${AGENCY}/2021-01/ly do.md`, text('---\nmuc: ly-do-thay-the\n---\nSố liệu cấp căn cước công dân được đối chiếu lại.\n'));
    const { composition, findings } = await composeSample(other, JANUARY);
    expect(words(composition!.document)).toContain('Số liệu cấp căn cước công dân được đối chiếu lại.');
    expect(findings.filter(({ code }) => code.startsWith('paragraph-'))).toEqual([]);
  }, 120_000);
});

describe('a letter of errata', () => {
  let host: MapHost;
  let composed: ComposedJob;
  let document: OfficialDocument;

  beforeAll(async () => {
    host = copy(issued);
    edit(host, AGENCY_FILE, 'authority: [GIÁM ĐỐC]', 'authority: [Q. GIÁM ĐỐC]');
    edit(host, AGENCY_FILE, 'Phòng CSQLHCVTTHX-CAT', 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội - Công an tỉnh');
    edit(host, `data/${AGENCY}/2021-01/hoat dong khac.md`, 'sắp xếp lại khu vực chờ', 'bố trí lại khu vực chờ');
    edit(host, 'templates/documents/bao-cao-thang/hoat-dong-khac.md', 'đã hướng dẫn, hỗ trợ', 'đã tư vấn, hỗ trợ');
    expect(await remedy(host, { job: JANUARY, kind: 'errata' })).toMatchObject({ kind: 'entered', draft: LETTER, changes: { figures: 0, text: 4 } });
    composed = await composeSample(host, LETTER);
    document = composed.composition!.document;
  }, 120_000);

  it('is a job where it is needed, and only there', async () => {
    expect((await listJobs(issued)).map(({ id }) => id)).not.toContain(LETTER);
    expect((await listJobs(host)).map(({ id }) => id)).toContain(LETTER);
  });

  it('is a công văn about the report, addressed to whom the report went', () => {
    expect(document.title).toEqual({ subject: expect.anything() as unknown });
    expect(inlineText(document.title.subject)).toBe('V/v đính chính Báo cáo số 15/BC-TTHC ngày 18/01/2021');
    expect([document.addressees, recipientLines(document)]).toEqual([treeOf(host).addressees, recipientLines(treeOf(host))]);
    expect(words(document)).toBe(golden('errata.txt'));
    expect(document.appendices).toEqual([]);
  });

  it('lists place, «đã ghi» and «nay sửa là», the figures among the words traced', () => {
    expect(rowsOf(tableIn(document, 'changed-text')).map((row) => row.join(' | ')).join('\n')).toBe(golden('errata-rows.txt'));
    const figures = tableIn(document, 'changed-text').rows.flatMap(({ cells }) => cells.flatMap(({ inlines }) => inlines)).filter((inline) => inline.type === 'figure');
    expect(figures.map(({ text: shown }) => shown)).toEqual(['33', '33']);
    const [old, now] = figures.map(({ trace }) => composed.composition!.figures.get(trace)!.quantity.origin);
    expect(old).toMatchObject({ place: { file: `${SEALED}.figures.json` } });
    expect(now).toMatchObject({ place: { file: `data/${AGENCY}/2021-01/so lieu khac.csv` } });
  });

  it('is refused once figures differ too: that is an error of content', async () => {
    const other = copy(host);
    await correctJanuary(other);
    const { composition, findings } = await composeSample(other, LETTER);
    expect([composition, findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual([undefined, ['errata-of-figures']]);
  });

  it('is refused once nothing differs any more', async () => {
    const other = copy(host);
    for (const path of [AGENCY_FILE, `data/${AGENCY}/2021-01/hoat dong khac.md`, 'templates/documents/bao-cao-thang/hoat-dong-khac.md']) other.files.set(path, issued.files.get(path)!);
    const { findings } = await composeSample(other, LETTER);
    expect(findings.map(({ code }) => code)).toContain('remedy-needless');
  });

  it('is made anew by what it rests on', async () => {
    const other = copy(host);
    expect((await buildJob(other, LETTER)).state).toBe('built');
    expect((await buildJob(other, LETTER)).state).toBe('kept');
    edit(other, `data/${AGENCY}/2021-01/hoat dong khac.md`, 'bố trí lại', 'sửa sang lại');
    expect((await buildJob(other, LETTER)).because.join()).toContain('hoat dong khac.md');
  });

  it('is issued about the report, after which the same report can be put right once more', async () => {
    const other = copy(host);
    other.date = '2021-03-20';
    edit(other, AGENCY_FILE, 'documents:\n', 'documents:\n  cong-van-dinh-chinh: { draftingUnit: HCTH }\n');
    await issueDocument(other, LETTER, '41', '2021-03-17');
    const ledger = await loadLedger(other, AGENCY);
    const [report, letter] = ledger.entries.filter((one) => one.type === 'issued');
    expect(letter).toMatchObject({ job: LETTER, symbol: '41/TTHC-HCTH', replaces: report!.entry });
    expect((await composeSample(other, LETTER)).issued).toMatchObject({ same: true });
    edit(other, `data/${AGENCY}/2021-01/kien nghi.md`, 'gián đoạn', 'chậm');
    expect(await remedy(other, { job: JANUARY, kind: 'errata' })).toMatchObject({ kind: 'entered' });
    expect(remediedBy(await loadLedger(other, AGENCY), LETTER)).toMatchObject({ open: true, entry: { entry: report!.entry } });
  }, 120_000);
});

describe('remedy refuses', () => {
  it('what was not issued, and a job that is not there', async () => {
    const host = createMapHost(new Map([...issued.files].filter(([path]) => !path.endsWith('ledger.jsonl') && !path.startsWith('output/'))));
    expect(await remedy(host, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'refused', why: expect.stringContaining('chưa ban hành') as string });
    expect(await remedy(host, { job: `${AGENCY}/2021-01/khong-co`, kind: 'replacement' })).toEqual({ kind: 'unknown-job' });
  });

  it('what does not differ from its seal', async () => {
    const host = copy(issued);
    for (const kind of ['replacement', 'errata'] as const) {
      expect(await remedy(host, { job: JANUARY, kind })).toMatchObject({ kind: 'refused', why: expect.stringContaining('không khác gì văn bản đã ban hành số 15/BC-TTHC') as string });
    }
  });

  it('errata of figures, and lists them', async () => {
    const host = copy(issued);
    await correctJanuary(host);
    const report = await remedy(host, { job: JANUARY, kind: 'errata' });
    expect(report).toMatchObject({ kind: 'failed', findings: [{ code: 'errata-of-figures' }] });
    expect(report!.kind === 'failed' && report!.findings[0]!.message).toContain('Sở Công Thương: Hồ sơ nhận qua trực tuyến (547 → 507)');
    expect((await loadLedger(host, AGENCY)).entries.filter(({ type }) => type === 'remedy')).toEqual([]);
  });

  it('a document whose seal is broken', async () => {
    const host = copy(issued);
    await correctJanuary(host);
    host.files.delete(`${SEALED}.tree.json`);
    expect(await remedy(host, { job: JANUARY, kind: 'replacement' })).toMatchObject({ kind: 'failed', findings: [{ code: 'seal-broken' }] });
  });
});
