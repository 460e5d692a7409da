/** The four sample letters, as `check` and `build` make them: two sources reconciled, points from the stock, one letter per unit. */
import { beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { inlineText, walkInlines } from '../../src/document/walk.js';
import type { OfficialDocument, TableBlock } from '../../src/document/tree.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost, sampleFiles, text, type MapHost } from '../support/map-host.js';

const TWO_SOURCES = 'ubnd-soc-trang/2023-9M/cong-van-tre-han';
const URGING = 'ubnd-soc-trang/2023-9M/cong-van-don-doc';
const TASKS = 'ubnd-soc-trang/2021-09/cong-van-chi-dao';

let files: Map<string, Uint8Array>;
beforeAll(() => {
  files = new Map([...sampleFiles('all')].filter(([file]) => !/^data\/snv-/.test(file)));
});

const words = (document: OfficialDocument): string => [...walkInlines(document)].map(({ inlines }) => inlineText(inlines)).join('\n').replaceAll('\u00A0', ' ');
const only = (host: MapHost, agency: string, period?: string): Promise<BuildReport | undefined> =>
  build(host, { selection: { jobs: [], agency, ...(period === undefined ? {} : { period }) }, formats: ['docx', 'pdf'], force: false, dryRun: false, edited: 'refuse', program: 'p1' });

function edited(path: string, change: (text: string) => string): MapHost {
  const before = new TextDecoder().decode(files.get(path));
  const after = change(before);
  expect(after).not.toBe(before);
  return createMapHost(new Map([...files, [path, text(after)]]));
}

describe('the letter of two sources', () => {
  it('has 27 units, both totals and the units that run against the trend', async () => {
    const { composition, findings } = await composeSample(createMapHost(files), TWO_SOURCES);
    const table = composition!.document.appendices[0]!.blocks.find((block): block is TableBlock => block.type === 'table')!;
    expect(table.rows.filter(({ role }) => role === 'item')).toHaveLength(27);
    expect(table.rows.at(-1)!.cells.map(({ inlines }) => inlineText(inlines))).toEqual(expect.arrayContaining(['4.129', '1.104', '3.025']));
    expect(words(composition!.document)).toMatch(/4\.129 hồ sơ trễ hạn.*1\.104 hồ sơ trễ hạn/);
    expect(findings.filter(({ code }) => code === 'gap-reversed').map(({ seen }) => seen)).toEqual(['150', '473']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('asks about a unit that goes by another name in one source', async () => {
    const host = edited('data/agencies/ubnd-soc-trang.yaml', (agency) => agency.replace(', Sở VH-TT-DL]', ']'));
    const { findings } = await composeSample(host, TWO_SOURCES);
    expect(findings.map(({ code }) => code)).toContain('unit-unknown');
  });
});

describe('points from the stock', () => {
  it('are lettered a, b, c, d, đ, e, g and give every variable its value', async () => {
    const { composition } = await composeSample(createMapHost(files), TASKS);
    const lines = words(composition!.document).split('\n');
    const letters = lines.flatMap((line) => /^([a-zđ])\) ?$|^([a-zđ])\) /.exec(line)?.slice(1).filter(Boolean) ?? []);
    expect(words(composition!.document)).not.toMatch(/\{\{|\}\}/);
    const marks = composition!.document.body.flatMap((block) => (block.type === 'list' ? block.items.map(({ mark }) => mark.trim()) : []));
    const first = [...marks, ...letters.map((letter) => `${letter})`)].filter((mark) => /^[a-zđ]\)$/.test(mark)).slice(0, 12);
    expect(first.join('')).toBe('a)b)c)d)đ)e)g)h)i)k)l)m)');
  });

  it.each([
    ['block-unknown', 'khoi: [khong-co]'],
  ])('%s where a point names what the stock lacks', async (code, line) => {
    const path = [...files.keys()].find((file) => file.startsWith('data/ubnd-soc-trang/2021-09/') && new TextDecoder().decode(files.get(file)).includes('khoi:'))!;
    const host = edited(path, (point) => point.replace(/khoi:[^\n]*(\n\s+- [^\n]*)*/, line));
    const { findings, composition } = await composeSample(host, TASKS);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(composition).toBeUndefined();
  });
});

describe('one letter per unit', () => {
  it('goes to the units that the data name, each with figures of its own, and to one PDF of all', async () => {
    const host = createMapHost(files);
    const report = (await only(host, 'ubnd-soc-trang', '2023-9M'))!;
    expect(report.jobs.map(({ id, state }) => [id.replace(`${URGING}--`, ''), state])).toEqual([
      [TWO_SOURCES, 'built'], ...['huyen-my-tu', 'huyen-my-xuyen', 'thanh-pho-soc-trang', 'huyen-ke-sach', 'huyen-cu-lao-dung', 'huyen-long-phu', 'huyen-tran-de'].map((unit) => [unit, 'built']),
    ]);
    expect([...host.files.keys()].filter((file) => file.includes('--') && file.endsWith('.pdf'))).toHaveLength(8);
    const built = new Map(host.files);
    expect((await only(host, 'ubnd-soc-trang', '2023-9M'))!.jobs.every(({ state }) => state === 'kept')).toBe(true);
    expect(host.files).toEqual(built);
  }, 120_000);

  it('of February is for Sở Tư pháp alone; the others are told why not', async () => {
    const host = createMapHost(files);
    const report = (await only(host, 'ubnd-soc-trang', '2021-02'))!;
    expect(report.jobs.map(({ id }) => id)).toEqual(['ubnd-soc-trang/2021-02/cong-van-don-doc--so-tu-phap']);
    const leftOut = report.findings.filter(({ code }) => code === 'unit-without-letter');
    expect(leftOut).toHaveLength(16);
    for (const { message } of leftOut) expect(message).toContain('không có hồ sơ quá hạn');
  }, 60_000);

  it('says nothing of other units, in no figure', async () => {
    const { composition } = await composeSample(createMapHost(files), `${URGING}--huyen-my-tu`);
    const said = words(composition!.document);
    expect(said).toContain('Mỹ Tú');
    expect(said).not.toMatch(/Mỹ Xuyên|Trần Đề|4\.129/);
  });

  it('is made anew where a block, the stock or the data of the other agency changed', async () => {
    const host = createMapHost(files);
    await only(host, 'ubnd-tp-hung-yen');
    expect((await only(host, 'ubnd-tp-hung-yen'))!.jobs.map(({ state }) => state)).toEqual(['kept']);
    const used = 'templates/blocks/xu-ly-ho-so-qua-han.md';
    host.files.set(used, text(new TextDecoder().decode(host.files.get(used)).replace(/\n$/, ' Báo cáo kết quả.\n')));
    expect((await only(host, 'ubnd-tp-hung-yen'))!.jobs.map(({ state }) => state)).toEqual(['built']);
  }, 60_000);
});
