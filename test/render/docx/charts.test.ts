/** Charts of the DOCX: Word's own, with their data in a workbook inside, saying what the tree and the PDF's drawing say. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/chart/draw.js';
import type { Block, ChartBlock, OfficialDocument } from '../../../src/document/tree.js';
import { contrast } from '../../support/luminance.js';
import { inFormat, readDocxCharts, type DocxChart } from '../../support/readers/docx-charts.js';
import { readDocxText } from '../../support/readers/docx-text.js';
import { lintPackage } from '../../support/readers/package-lint.js';
import { svgTexts } from '../../support/readers/svg-texts.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { wordsOf } from '../../support/readers/words.js';
import { descendants } from '../../support/readers/xml.js';
import { allSampleCharts, counts, fields, point, provinces, region, sampleChart } from '../../support/sample-charts.js';
import { sampleDocument } from '../../support/sample-document.js';
import { validateFile } from '../../support/validate-open-xml.js';
import { has, openDocx, paragraphsOf, styleOf, text } from './open-docx.js';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const EMU_PER_MM = 36_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-charts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withCharts(charts: readonly ChartBlock[], rest: Partial<OfficialDocument> = {}): OfficialDocument {
  const body = charts.flatMap((chart, at): Block[] => [
    { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: `Kết quả như Biểu đồ ${at + 1}:` }] },
    { ...chart, id: `chart-${at + 1}` },
  ]);
  return { ...sampleDocument(), body, appendices: [], ...rest };
}

const samples = allSampleCharts().map(([, chart]) => chart);

/** The chart of the file says what the block says, in the file itself and in the workbook behind it. */
function expectSame(read: DocxChart, chart: ChartBlock): void {
  expect(read.direction).toBe(chart.kind === 'bars' ? 'bar' : 'col');
  // The first name of lying bars stands on top.
  expect(read.reversed).toBe(chart.kind === 'bars');
  expect(read.legend).toBe(chart.series.length > 1);
  expect(read.description).toBe(chart.description);
  expect(read.categories).toEqual(chart.categories);
  expect(read.series.map(({ name }) => name)).toEqual(chart.series.map(({ name }) => name));
  for (const [index, { points, name }] of chart.series.entries()) {
    const series = read.series[index]!;
    const values = points.map((one) => (one === undefined ? undefined : Number(one.value)));
    expect(series.values.map((one) => (one === undefined ? undefined : Number(one)))).toEqual(values);
    expect(series.labels).toEqual(points.map((one) => one?.figure.text));
    expect(series.cells.name).toBe(name);
    expect(series.cells.categories).toEqual(chart.categories);
    expect(series.cells.values.map((one) => (one === undefined ? undefined : Number(one)))).toEqual(values);
    expect(series.boldLabels).toEqual(points.map((one, at) => one !== undefined && at === chart.highlight));
  }
}

test('each chart of the tree is a chart of Word with its workbook, in the order of the document', async () => {
  const appendix = { ...sampleDocument().appendices[0]!, blocks: [{ ...region(), id: 'chart-8' }] };
  const document = withCharts(samples, { appendices: [appendix] });
  const { bytes, findings } = await openDocx(document);
  expect(findings).toEqual([]);
  const read = readDocxCharts(bytes);
  const charts = [...samples, region()];
  expect(read).toHaveLength(charts.length);
  expect(new Set(read.map(({ workbookPart }) => workbookPart)).size).toBe(charts.length);
  for (const [at, chart] of charts.entries()) expectSame(read[at]!, chart);
});

test('as large as the PDF draws it, with the same labels in the same order', async () => {
  const read = readDocxCharts((await openDocx(withCharts(samples))).bytes);
  for (const [at, chart] of samples.entries()) {
    const { series, widthEmu, heightEmu } = read[at]!;
    const labels = series.flatMap((one) => one.labels.filter((label) => label !== undefined));
    expect(svgTexts(await drawChart(chart, 165)).slice(-labels.length).map(({ text: label }) => label)).toEqual(labels);
    expect(Math.abs(widthEmu - 165 * EMU_PER_MM)).toBeLessThan(EMU_PER_MM);
    expect(Math.abs(heightEmu - chart.heightMm * EMU_PER_MM)).toBeLessThan(EMU_PER_MM);
  }
});

test('no name is left out, and labels are turned where they would touch', async () => {
  const [bars, columns] = readDocxCharts((await openDocx(withCharts([provinces('bars'), provinces('columns')]))).bytes);
  for (const { root } of [bars!, columns!]) expect([...descendants(root)].find(({ name }) => name === 'c:tickLblSkip')?.attributes['val']).toBe('1');
  const rotations = (chart: DocxChart, where: string): Set<string | undefined> =>
    new Set([...descendants(chart.root)].filter(({ name }) => name === where).flatMap((one) => [...descendants(one)].filter(({ name }) => name === 'a:bodyPr').map(({ attributes }) => attributes['rot'])));
  expect(rotations(bars!, 'c:catAx')).toEqual(new Set(['0']));
  expect(rotations(columns!, 'c:catAx')).toEqual(new Set(['-5400000']));
  expect(rotations(columns!, 'c:ser')).toEqual(new Set(['-5400000']));
});

test('what stands out is dark among light, and two series are dark and light', async () => {
  const [one, two] = readDocxCharts((await openDocx(withCharts([provinces('bars'), counts()]))).bytes);
  const { fills } = one!.series[0]!;
  const own = fills[provinces('bars').highlight!]!;
  const others = new Set(fills.filter((_, at) => at !== provinces('bars').highlight));
  expect(others.size).toBe(1);
  expect(contrast(own, [...others][0]!)).toBeGreaterThan(4.5);
  const [first, second] = two!.series.map((series) => new Set(series.fills));
  expect([first!.size, second!.size]).toEqual([1, 1]);
  expect(contrast([...first!][0]!, [...second!][0]!)).toBeGreaterThan(4.5);
});

test('a highlighted first category does not colour the others', async () => {
  const chart = { ...fields(), highlight: 0 };
  const [read] = readDocxCharts((await openDocx(withCharts([chart]))).bytes);
  const [own, ...others] = read!.series[0]!.fills;
  expect(new Set(others).size).toBe(1);
  expect(others).not.toContain(own);
});

test('a label printed with other decimals than its chart, or as words, is printed so', async () => {
  const special = ['100%', '8.605', 'trên 90%', '83,1%'].map((label, at) => ({ figure: { type: 'figure' as const, text: label, trace: 't' }, value: ['100', '8605', '91.2', '83.14'][at]! }));
  const chart = sampleChart({ kind: 'columns', categories: ['a', 'b', 'c', 'd'], series: [{ name: 'x', points: special }] });
  const [read] = readDocxCharts((await openDocx(withCharts([chart]))).bytes);
  expectSame(read!, chart);
});

test('the format of the labels prints Vietnamese numbers', () => {
  expect(inFormat(83.14, '[$-42A]#,##0.00"%"')).toBe('83,14%');
  expect(inFormat(12345, '[$-42A]#,##0')).toBe('12.345');
});

describe('around the chart', () => {
  const noted = { ...fields(), notes: [[{ type: 'text' as const, text: '(*) Số liệu minh họa' }]] };

  test('caption and notes are printed once, below, and stay with it', async () => {
    const document = withCharts([noted]);
    const { bytes, body } = await openDocx(document);
    expect(readDocxText(bytes).body.flatMap((paragraph) => wordsOf(paragraph.text))).toEqual(treeWords(document));
    const [picture] = paragraphsOf(body, 'BieuDo');
    const [caption] = paragraphsOf(body, 'TenBieuDo');
    const all = paragraphsOf(body);
    const at = all.indexOf(picture!);
    expect(text(all[at - 1]!)).toBe('Kết quả như Biểu đồ 1:');
    expect(has(all[at - 1]!, 'w:pPr', 'w:keepNext')).toBe(true);
    expect(all[at + 1]).toBe(caption);
    expect(has(caption!, 'w:pPr', 'w:keepNext')).toBe(true);
    expect(styleOf(all[at + 2]!)).toBe('GhiChu');
    expect(has(all[at + 2]!, 'w:pPr', 'w:keepNext')).toBe(true);
  });

  test('a chart without data is told, not written', async () => {
    for (const empty of [{ ...fields(), categories: [], series: [{ name: 'x', points: [] }] }, { ...fields(), series: [] }]) {
      const { bytes, findings } = await openDocx(withCharts([empty]));
      expect(findings.map(({ code }) => code)).toEqual(['not-expressible']);
      expect(readDocxCharts(bytes)).toEqual([]);
    }
  });
});

describe('package', () => {
  test('is valid for the Open XML SDK and our lint', async () => {
    const { bytes } = await openDocx(withCharts(samples));
    const file = join(folder, 'charts.docx');
    writeFileSync(file, bytes);
    expect((await validateFile(file)).errors).toEqual([]);
    expect(lintPackage(bytes)).toEqual([]);
    const [chart] = readDocxCharts(bytes);
    const workbook = join(folder, 'behind.xlsx');
    writeFileSync(workbook, unzipSync(bytes)[chart!.workbookPart]!);
    expect((await validateFile(workbook)).errors).toEqual([]);
  });

  test('is the same bytes in two processes and two time zones, on another day', async () => {
    const document = withCharts(samples);
    const here = (await openDocx(document)).bytes;
    const module = (path: string): string => JSON.stringify(pathToFileURL(join(DIST, path)).href);
    const program = `
      const { writeDocx } = await import(${module('render/docx/write-docx.js')});
      const { pageStyle } = await import(${module('render/style.js')});
      const RealDate = Date;
      globalThis.Date = class extends RealDate {
        constructor(...given) { given.length > 0 ? super(...given) : super(RealDate.now() + 400 * 86_400_000); }
      };
      const chunks = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      const document = JSON.parse(Buffer.concat(chunks).toString('utf8'), (key, value) => (value === null ? undefined : value));
      await writeDocx(document, pageStyle('B'));
      process.stdout.write((await writeDocx(document, pageStyle('A'))).bytes);`;
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York']) {
      const there = execFileSync(process.execPath, ['--input-type=module', '-e', program], { input: JSON.stringify(document), env: { ...process.env, TZ: zone }, maxBuffer: 1 << 26 });
      expect(Buffer.compare(there, here), zone).toBe(0);
    }
  });
});

test('order, values and labels are kept whatever they are', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'aáăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊ0123456789&<>"\'.,:;()-/%'), minLength: 1, maxLength: 9 });
  const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const value = fc.option(fc.integer({ min: -99999, max: 999999 }).map((number) => (number / 100).toFixed(2)), { nil: undefined, freq: 6 });
  const charts = fc.record({ kind: fc.constantFrom('bars' as const, 'columns' as const), names: fc.array(name, { minLength: 1, maxLength: 70 }), count: fc.integer({ min: 1, max: 3 }) }).chain(({ kind, names, count }) =>
    fc.record({
      rows: fc.array(fc.array(value, { minLength: names.length, maxLength: names.length }), { minLength: count, maxLength: count }),
      highlight: fc.option(fc.nat({ max: names.length - 1 }), { nil: undefined }),
    }).map(({ rows, highlight }) =>
      sampleChart({
        kind,
        categories: names,
        series: rows.map((row, at) => ({ name: `Dãy ${at}`, points: row.map((one) => (one === undefined ? undefined : point(one))) })),
        ...(highlight === undefined ? {} : { highlight }),
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(charts, async (chart) => {
      const [read] = readDocxCharts((await openDocx(withCharts([chart]))).bytes);
      expectSame(read!, chart);
    }),
    { numRuns: 20 },
  );
});
