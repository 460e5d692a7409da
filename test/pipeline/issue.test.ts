/** Issue from the văn thư's number to the sealed files: what is filled in, what is refused, what a kill leaves. */
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../src/document/tree.js';
import { inlineText } from '../../src/document/walk.js';
import { build } from '../../src/pipeline/build.js';
import { composeOne, checkJobs } from '../../src/pipeline/check-jobs.js';
import { readStatus } from '../../src/pipeline/status.js';
import { withdraw } from '../../src/pipeline/withdraw.js';
import { appendEntries, entriesOf } from '../../src/store/ledger.js';
import { hashBytes } from '../../src/store/recording-host.js';
import { AGENCY, codesOf, CORRECTION, FEBRUARY, issuedEntry, issueHost, issueSample, JANUARY, ledgerOf, onPaper, PROGRAM, seals, twoMonths } from '../support/issue-sample.js';
import { text, type MapHost } from '../support/map-host.js';

/** Every issue composes and writes all formats. */
const LONG = 240_000;
const BASE = `output/${AGENCY}/2021-02/issued/57-BC-TTHC-bao-cao-thang`;
const buildAll = async (host: MapHost) => (await build(host, { selection: { jobs: [FEBRUARY] }, formats: ['docx', 'pdf', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: PROGRAM }))!;
const statusOf = async (host: MapHost, job = FEBRUARY) => (await readStatus(host, { jobs: [job] }, PROGRAM))![0]!;
const treeOf = (host: MapHost, path = `${BASE}.tree.json`): OfficialDocument => JSON.parse(new TextDecoder().decode(host.files.get(path))) as OfficialDocument;
const composed = async (host: MapHost): Promise<OfficialDocument> => {
  const job = await composeOne(host, FEBRUARY);
  if (!job || job === 'unknown-job' || !job.composition) throw new Error('refused');
  return job.composition.document;
};
const remedy = (of: string) => ({ type: 'remedy', job: FEBRUARY, of, kind: 'replacement', date: '2021-03-15' }) as const;

describe('issue', { timeout: LONG }, () => {
  it('fills number and date in, seals every file with its hash in the ledger, and brings the outputs up to date', async () => {
    const host = issueHost();
    await buildAll(host);
    const report = await issueSample(host, { signed: { bytes: text('%PDF signed'), shown: 'ky.pdf', extension: 'pdf' } });
    expect(report).toMatchObject({ kind: 'issued', outputs: { state: 'built' }, entry: { number: 57, symbol: '57/BC-TTHC', issuedOn: '2021-02-18', job: FEBRUARY, by: 'Nguyễn Văn A', date: '2021-03-15', signed: { path: `${BASE}.signed.pdf` } } });
    const [entry] = entriesOf(await ledgerOf(host), 'issued');
    expect(entry!.files.map(({ format, path }) => [format, path])).toEqual(['docx', 'pdf', 'xlsx', 'figures', 'tree'].map((format) => [format, `${BASE}.${format === 'figures' || format === 'tree' ? `${format}.json` : format}`]));
    for (const { path, sha256 } of [...entry!.files, entry!.signed!]) expect(hashBytes(host.files.get(path)!)).toBe(sha256);
    for (const format of ['docx', 'pdf', 'xlsx', 'figures.json']) expect(host.files.get(`output/${FEBRUARY}.${format}`), format).toEqual(host.files.get(`${BASE}.${format}`));
    const tree = treeOf(host);
    expect(inlineText(tree.number)).toBe('Số: 57/BC-TTHC');
    expect(inlineText(tree.placeAndDate)).toBe('Sóc Trăng, ngày 18 tháng 02 năm 2021');
    expect(tree.properties.date).toBe('2021-02-18');
    for (const format of ['docx', 'xlsx']) expect(strFromU8(unzipSync(host.files.get(`${BASE}.${format}`)!)['docProps/core.xml']!)).toContain('2021-02-18T00:00:00Z</dcterms:created>');
    expect(await statusOf(host)).toMatchObject({ status: 'issued', issued: { symbol: '57/BC-TTHC' }, replaces: [], findings: [] });
    const again = await buildAll(host);
    expect(again.jobs[0]!.state).toBe('kept');
  });

  it('leaves the «Kèm theo» line of an electronic document blank, and fills that of a paper one', async () => {
    const electronic = issueHost();
    await issuedEntry(electronic);
    expect(treeOf(electronic).appendices.map(({ attachedTo }) => inlineText(attachedTo).replace(/\u00A0+/g, '_'))).toEqual(Array(2).fill('(Kèm theo Báo cáo số _/BC-TTHC ngày _ tháng _ năm 2021 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)'));
    const paper = issueHost();
    onPaper(paper);
    await issuedEntry(paper, { number: '5', date: '2021-03-05' });
    const tree = treeOf(paper, `output/${AGENCY}/2021-02/issued/05-BC-TTHC-bao-cao-thang.tree.json`);
    expect(inlineText(tree.number)).toBe('Số: 05/BC-TTHC');
    expect(tree.appendices.map(({ attachedTo }) => inlineText(attachedTo))).toEqual(Array(2).fill('(Kèm theo Báo cáo số 05/BC-TTHC ngày 05 tháng 3 năm 2021 của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)'));
  });

  it('says everything that is wrong at once, and writes nothing', async () => {
    const host = issueHost();
    const before = [...host.files.keys()];
    const report = await issueSample(host, { number: '0', date: '2021-02-30', by: ' ', signed: { bytes: undefined, shown: 'mat.pdf', extension: 'pdf' } });
    if (report.kind !== 'refused') throw new Error(report.kind);
    expect(report.wrong).toEqual([expect.stringContaining('«0»'), expect.stringContaining('«2021-02-30»'), expect.stringContaining('--by'), expect.stringContaining('mat.pdf')]);
    for (const number of ['-3', '5.5', '57/BC', '', '1e3', '123456']) expect(await issueSample(host, { number }), number).toMatchObject({ kind: 'refused', wrong: [expect.stringContaining(`«${number}»`)] });
    expect(await issueSample(host, { job: `${AGENCY}/2021-02/bao-cao-ngay` })).toMatchObject({ kind: 'refused', wrong: [expect.stringMatching(/^Không có văn bản/)] });
    expect(codesOf(await issueSample(host, { date: '2021-02-14' }))).toContain('issue-before-data');
    expect(codesOf(await issueSample(host, { date: '2021-03-16' }))).toContain('issue-in-future');
    expect([...host.files.keys()]).toEqual(before);
  });

  it('refuses a job that its checks refuse', async () => {
    const host = issueHost();
    host.files.delete(`data/${AGENCY}/2021-02/nguyen nhan 1.md`);
    expect(codesOf(await issueSample(host))).toContain('cause-missing');
    expect(seals(host).size).toBe(0);
  });

  it('refuses a document with a visible gap, which a draft may have', async () => {
    const host = issueHost();
    host.files.delete(`data/${AGENCY}/2021-02/tinh hinh chung.md`);
    const report = await issueSample(host);
    expect([report.kind, codesOf(report)]).toEqual(['refused', expect.arrayContaining(['paragraph-missing', 'issue-with-gap'])]);
    expect(seals(host).size).toBe(0);
  });

  it('refuses a number that the year has given, and a document that is issued; tells a date out of order', async () => {
    const host = twoMonths();
    await issuedEntry(host);
    expect(codesOf(await issueSample(host, { number: '58' }))).toEqual(['issue-twice']);
    expect(codesOf(await issueSample(host, { job: JANUARY }))).toEqual(['issue-number-taken']);
    const late = await issueSample(host, { job: JANUARY, number: '56', date: '2021-02-19' });
    expect([late.kind, codesOf(late)]).toEqual(['issued', ['issue-date-order']]);
    expect(entriesOf(await ledgerOf(host), 'issued')).toHaveLength(2);
  });

  it('asks what becomes of an output that was edited by hand, and seals what the data say', async () => {
    const host = issueHost();
    await buildAll(host);
    host.files.set(`output/${FEBRUARY}.docx`, text('edited'));
    const asked = await issueSample(host);
    expect(asked.findings.find(({ code }) => code === 'issue-over-edited')).toMatchObject({ place: { file: `output/${FEBRUARY}.docx` }, question: { choices: ['--beside', '--overwrite'] } });
    expect(seals(host).size).toBe(0);
    expect(await issueSample(host, { edited: 'beside' })).toMatchObject({ kind: 'issued' });
    expect(host.files.get(`output/${FEBRUARY}.docx`)).toEqual(text('edited'));
    expect(host.files.get(`output/${FEBRUARY}.moi.docx`)).toEqual(host.files.get(`${BASE}.docx`));
  });

  it('writes over no file that stands in the place of a seal', async () => {
    const host = issueHost();
    host.files.set(`${BASE}.pdf`, text('somebody’s'));
    const report = await issueSample(host);
    expect([report.kind, codesOf(report)]).toEqual(['refused', ['seal-occupied']]);
    expect([...seals(host)]).toEqual([[`${BASE}.pdf`, text('somebody’s')]]);
    expect((await ledgerOf(host)).entries).toEqual([]);
  });

  it('is whole or not there when it is killed at any write, and a second run completes it', async () => {
    // 5 sealed files, the ledger, the manifest of the outputs.
    for (const moment of [1, 4, 6, 7]) {
      const host = issueHost();
      let writes = 0;
      const dead = () => writes >= moment;
      const { remove, append } = host;
      host.beforeWrite = () => {
        writes++;
        if (dead()) throw new Error('killed');
      };
      Object.assign(host, {
        remove: (path: string) => (dead() ? Promise.reject(new Error('killed')) : remove(path)),
        append: (path: string, addition: (present: Uint8Array) => Uint8Array) => (dead() ? Promise.reject(new Error('killed')) : append(path, addition)),
      });
      await issueSample(host).catch(() => undefined);
      expect(dead()).toBe(true);
      const [entry] = entriesOf(await ledgerOf(host), 'issued');
      expect(entry !== undefined, `killed at write ${moment}`).toBe(moment > 6);
      for (const { path, sha256 } of entry?.files ?? []) expect(hashBytes(host.files.get(path)!)).toBe(sha256);
      writes = -1000;
      const report = await issueSample(host);
      expect(report.kind, `after write ${moment}`).toBe(moment > 6 ? 'already' : 'issued');
      expect(entriesOf(await ledgerOf(host), 'issued')).toHaveLength(1);
      expect(await statusOf(host)).toMatchObject({ status: 'issued', findings: [] });
      expect(host.files.get(`output/${FEBRUARY}.pdf`)).toEqual(host.files.get(`${BASE}.pdf`));
    }
  });

  it('leaves nothing behind on a full disk', async () => {
    const host = issueHost();
    let writes = 0;
    host.beforeWrite = () => {
      if (++writes === 4) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const report = await issueSample(host);
    expect([report.kind, report.findings.find(({ severity }) => severity === 'error')]).toMatchObject(['refused', { code: 'output-failed', message: expect.stringContaining('đĩa đã hết chỗ') as unknown }]);
    expect(seals(host).size).toBe(0);
  });
});

describe('after issue', { timeout: LONG }, () => {
  it('a correction makes a new draft with a blank number, and leaves the seal as it is', async () => {
    const host = issueHost();
    const entry = await issuedEntry(host);
    const sealed = seals(host);
    await appendEntries(host, AGENCY, () => [CORRECTION]);
    expect(await statusOf(host)).toMatchObject({ status: 'stale' });
    const report = await buildAll(host);
    expect(report.jobs[0]).toMatchObject({ state: 'built', findings: expect.arrayContaining([expect.objectContaining({ code: 'issued-changed', severity: 'warning', related: [{ in: 'file', file: `${BASE}.docx` }] })]) as unknown });
    const draft = await composed(host);
    expect(inlineText(draft.number)).toMatch(/^Số: \u00A0{7}\/BC-TTHC$/);
    expect(draft.properties.date).toBe('2021-02-15');
    expect(seals(host)).toEqual(sealed);
    expect(host.files.get(`output/${FEBRUARY}.docx`)).not.toEqual(host.files.get(`${BASE}.docx`));
    expect(await statusOf(host)).toMatchObject({ status: 'issued-changed', issued: { entry: entry.entry } });
    const [correction] = entriesOf(await ledgerOf(host), 'correction');
    expect(await withdraw(host, { entry: correction!.entry, reason: 'Nhầm', by: 'Bà B' })).toMatchObject({ kind: 'withdrawn', stale: [FEBRUARY] });
    await buildAll(host);
    expect(host.files.get(`output/${FEBRUARY}.docx`)).toEqual(host.files.get(`${BASE}.docx`));
    expect(await statusOf(host)).toMatchObject({ status: 'issued' });
  });

  it('a replacement under its own number is chained to the first', async () => {
    const host = issueHost();
    const first = await issuedEntry(host);
    const sealed = seals(host);
    await appendEntries(host, AGENCY, () => [CORRECTION, remedy(first.entry)]);
    expect(await statusOf(host)).toMatchObject({ remedy: { kind: 'replacement' } });
    expect(codesOf(await issueSample(host, { date: '2021-03-12' }))).toEqual(['issue-number-taken']);
    const second = await issuedEntry(host, { number: '61', date: '2021-03-12' });
    expect(second.replaces).toBe(first.entry);
    expect(await statusOf(host)).toMatchObject({ status: 'issued', issued: { symbol: '61/BC-TTHC' }, replaces: [{ symbol: '57/BC-TTHC' }] });
    for (const [path, bytes] of sealed) expect(host.files.get(path)).toEqual(bytes);
    expect(codesOf(await issueSample(host, { number: '62', date: '2021-03-13' }))).toEqual(['issue-twice']);
  });

  it('that was entered by mistake is withdrawn: its files stay, its number is free again', async () => {
    const host = issueHost();
    const wrong = await issuedEntry(host, { date: '2021-02-19' });
    const sealed = seals(host);
    expect(await withdraw(host, { entry: wrong.entry, reason: 'Nhầm ngày', by: 'Bà B' })).toMatchObject({ kind: 'withdrawn', entry: { type: 'issued' }, stale: [FEBRUARY] });
    expect((await statusOf(host)).issued).toBeUndefined();
    const right = await issuedEntry(host);
    expect(right.files[0]!.path).toBe(`${BASE}.lan-2.docx`);
    for (const [path, bytes] of sealed) expect(host.files.get(path)).toEqual(bytes);
    expect(await statusOf(host)).toMatchObject({ status: 'issued', issued: { issuedOn: '2021-02-18' }, findings: [] });
  });

  it('a seal that was altered or is gone is told by status and check', async () => {
    const host = twoMonths();
    await issuedEntry(host);
    host.files.set(`${BASE}.docx`, text('altered'));
    host.files.delete(`${BASE}.pdf`);
    const broken = [
      { code: 'seal-broken', severity: 'error', place: { file: `${BASE}.docx` }, message: expect.stringContaining('đã bị sửa') as unknown },
      { code: 'seal-broken', severity: 'error', place: { file: `${BASE}.pdf` }, message: expect.stringContaining('bị mất') as unknown },
    ];
    expect((await statusOf(host)).findings).toMatchObject(broken);
    expect((await checkJobs(host, { jobs: [FEBRUARY] }))!.findings).toMatchObject(broken);
    expect((await checkJobs(host, { jobs: [JANUARY] }))!.findings).toEqual([]);
  });
});
