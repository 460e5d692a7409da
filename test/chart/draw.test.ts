/** The drawing of a chart for the PDF: its words are the tree's, nothing is cut or covered, nothing is pixels, the same bytes each time. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/chart/draw.js';
import type { ChartBlock } from '../../src/document/tree.js';
import { contrast } from '../support/luminance.js';
import { overlap, svgSize, svgTexts, type SvgText } from '../support/readers/svg-texts.js';
import { descendants, parseXml } from '../support/readers/xml.js';
import { allSampleCharts, fieldsOfTwoYears, longNames, point, provinces, sampleChart } from '../support/sample-charts.js';

const DRAW = fileURLToPath(new URL('../../dist/chart/draw.js', import.meta.url));
const PAGE_MM = 165;
const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵAĂÂĐÊÔƠƯỶỸ0123456789&<>"\'.,:;()-/%';

function labelsOf(chart: ChartBlock): string[] {
  return chart.series.flatMap(({ points }) => points.flatMap((one) => (one ? [one.figure.text] : [])));
}

/** Texts from the first line of the first name to the last label, without axis numbers and legend: names come first, labels last. */
function labelTexts(texts: readonly SvgText[], chart: ChartBlock): string[] {
  return texts.slice(texts.length - labelsOf(chart).length).map(({ text }) => text);
}

function fillsOf(svg: string): string[] {
  return [...descendants(parseXml(svg))].filter(({ name }) => name === 'path' || name === 'rect').flatMap(({ attributes }) => attributes['fill'] ?? []);
}

describe.each(allSampleCharts())('%s', (_name, chart) => {
  test('names and labels are those of the tree, in its order', async () => {
    const texts = svgTexts(await drawChart(chart, PAGE_MM));
    expect(labelTexts(texts, chart)).toEqual(labelsOf(chart));
    const words = texts.map(({ text }) => text).join(' ');
    expect(words.replace(/\s+/g, ' ')).toContain(chart.categories.join(' '));
    for (const { name } of chart.series.length > 1 ? chart.series : []) expect(texts.map(({ text }) => text)).toContain(name);
  });

  test('no word is cut off, none covers another, none is too small', async () => {
    const svg = await drawChart(chart, PAGE_MM);
    const texts = svgTexts(svg);
    const { width, height } = svgSize(svg);
    expect(width).toBe(Math.floor((PAGE_MM * 72) / 25.4));
    expect(height).toBe(Math.floor((chart.heightMm * 72) / 25.4));
    for (const { box, text } of texts) {
      expect(box.left, text).toBeGreaterThanOrEqual(0);
      expect(box.top, text).toBeGreaterThanOrEqual(0);
      expect(box.right, text).toBeLessThanOrEqual(width);
      expect(box.bottom, text).toBeLessThanOrEqual(height);
    }
    const covered = texts.flatMap((one, at) => texts.slice(at + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${one.text} / ${other.text}`] : [])));
    expect(covered).toEqual([]);
    for (const { sizePt, turned } of texts) expect(sizePt).toBeGreaterThanOrEqual(turned ? 6 : 7.5);
  });

  test('is lines and texts in Tinos, and points nowhere', async () => {
    const svg = await drawChart({ ...chart, id: 'chart-7' }, PAGE_MM);
    expect(new Set(svgTexts(svg).map(({ family }) => family))).toEqual(new Set(['Tinos']));
    expect(svg).not.toMatch(/<image|<use|href|xlink|data:|<style|<script|NaN|undefined/);
    const ids = [...descendants(parseXml(svg))].flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(ids.map((_, at) => `chart-7-clip-${at + 1}`));
    const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id!);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test('the highlighted province is dark among light ones, with name and label in bold', async () => {
  for (const kind of ['bars', 'columns'] as const) {
    const chart = provinces(kind);
    const svg = await drawChart(chart, PAGE_MM);
    const bold = svgTexts(svg).filter((text) => text.bold);
    expect(bold.map(({ text }) => text)).toEqual(['Sóc Trăng', chart.series[0]!.points[chart.highlight!]!.figure.text]);
    const fills = fillsOf(svg).filter((fill) => !/^(none|white|#fff(?:fff)?)$/i.test(fill));
    const [light, dark] = [mostFrequent(fills), leastFrequent(fills)];
    expect(fills.filter((fill) => fill === light)).toHaveLength(62);
    expect(fills.filter((fill) => fill === dark)).toHaveLength(1);
    expect(contrast(light, dark)).toBeGreaterThan(4.5);
    expect(contrast(light, '#FFFFFF')).toBeGreaterThan(1.5);
  }
});

test('two series stand apart in black and white', async () => {
  const fills = [...new Set(fillsOf(await drawChart(fieldsOfTwoYears(), PAGE_MM)))].filter((fill) => !/^(none|white|#fff(?:fff)?)$/i.test(fill));
  expect(fills).toHaveLength(2);
  expect(contrast(fills[0]!, fills[1]!)).toBeGreaterThan(4.5);
});

test('63 lying bars on a page have names of 7,5 pt and more, from top to bottom', async () => {
  const chart = provinces('bars');
  const names = svgTexts(await drawChart(chart, PAGE_MM)).filter(({ text }) => chart.categories.includes(text));
  expect(names.map(({ text }) => text)).toEqual(chart.categories);
  const tops = names.map(({ box }) => box.top);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  for (const { sizePt, turned } of names) expect([sizePt >= 7.5, turned]).toEqual([true, false]);
});

test('a point without a figure has no bar and no label', async () => {
  const chart = longNames();
  const whole = { ...chart, series: [{ name: 'x', points: chart.categories.map(() => point('50')) }] };
  const [with8, with9] = [await drawChart(chart, PAGE_MM), await drawChart(whole, PAGE_MM)];
  const bars = (svg: string): number => fillsOf(svg).filter((fill) => fill === mostFrequent(fillsOf(svg).filter((one) => !/^(none|white|#fff)/i.test(one)))).length;
  expect([bars(with8), bars(with9)]).toEqual([8, 9]);
});

test('a bar is as long as its value, and ends where the axis ends', async () => {
  const points = ['10', '20', '40', '90'].map((value) => point(value));
  const svg = await drawChart(sampleChart({ kind: 'bars', categories: ['a', 'b', 'c', 'd'], series: [{ name: 'x', points }], axis: { from: 0, to: 50 } }), PAGE_MM);
  const paths = [...descendants(parseXml(svg))].filter(({ name, attributes }) => (name === 'path' || name === 'rect') && attributes['fill'] === '#6F87AD');
  const lengths = paths.map(({ name, attributes }) => {
    if (name === 'rect') return Number(attributes['width']);
    const xs = [...attributes['d']!.matchAll(/[ML]\s*(-?[\d.]+)/g)].map(([, x]) => Number(x));
    return Math.max(...xs) - Math.min(...xs);
  });
  expect(lengths[1]! / lengths[0]!).toBeCloseTo(2, 1);
  expect(lengths[2]! / lengths[0]!).toBeCloseTo(4, 1);
  const { width } = svgSize(svg);
  for (const { box } of svgTexts(svg)) expect(box.right).toBeLessThanOrEqual(width);
});

test.each<[string, Partial<ChartBlock> & { readonly values: readonly (string | undefined)[] }]>([
  ['one category', { values: ['83.14'] }],
  ['no figure at all', { values: [undefined, undefined] }],
  ['values below zero', { values: ['-12.5', '30', '-4', '0'], suffix: '' }],
  ['values above the axis', { values: ['130', '99'], axis: { from: 0, to: 100 } }],
  ['values below the axis', { values: ['10', '99'], axis: { from: 50, to: 100 } }],
  ['large numbers', { values: ['123456789', '98765432'], decimals: 0, suffix: '' }],
])('%s: every word is inside the drawing and covers no other', async (_name, { values, ...change }) => {
  for (const kind of ['bars', 'columns'] as const) {
    const chart = sampleChart({ kind, categories: values.map((_, at) => `Đơn vị ${at + 1}`), series: [{ name: 'x', points: values.map((value) => value === undefined ? undefined : point(value)) }], ...change });
    const svg = await drawChart(chart, PAGE_MM);
    const { width, height } = svgSize(svg);
    const texts = svgTexts(svg);
    expect(labelTexts(texts, chart)).toEqual(labelsOf(chart));
    const outside = texts.filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height);
    expect(outside).toEqual([]);
    const covered = texts.flatMap((one, at) => texts.slice(at + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${kind}: ${one.text} / ${other.text}`] : [])));
    expect(covered).toEqual([]);
  }
});

test('is the same bytes in another process, drawn in another order', async () => {
  const charts = allSampleCharts().map(([, chart]) => chart);
  const here: string[] = [];
  for (const chart of charts) here.push(await drawChart(chart, PAGE_MM));
  const program = `
    const { drawChart } = await import(${JSON.stringify(pathToFileURL(join(DRAW)).href)});
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    const charts = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const drawn = [];
    for (const chart of charts.reverse()) drawn.unshift(await drawChart(chart, ${PAGE_MM}));
    process.stdout.write(JSON.stringify(drawn));`;
  const there = execFileSync(process.execPath, ['--input-type=module', '-e', program], { input: JSON.stringify(charts), env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' }, maxBuffer: 1 << 26 });
  // A gap in the points is null in JSON, and drawn the same.
  const drawn = JSON.parse(there.toString('utf8')) as string[];
  expect(here.map((svg, at) => svg === drawn[at])).toEqual(here.map(() => true));
});

test('order and labels are kept whatever the figures and names are', async () => {
  const name = fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
  const value = fc.option(fc.integer({ min: 0, max: 999999 }).map((number) => (number / 100).toFixed(2)), { nil: undefined, freq: 6 });
  const charts = fc.record({ kind: fc.constantFrom('bars' as const, 'columns' as const), names: fc.array(name, { minLength: 1, maxLength: 20 }), count: fc.integer({ min: 1, max: 3 }) }).chain(({ kind, names, count }) =>
    fc.array(fc.array(value, { minLength: names.length, maxLength: names.length }), { minLength: count, maxLength: count }).map((rows) =>
      sampleChart({ kind, categories: names, series: rows.map((row, at) => ({ name: `S${at}`, points: row.map((one) => (one === undefined ? undefined : point(one))) })), heightMm: 120 }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(charts, async (chart) => {
      const texts = svgTexts(await drawChart(chart, PAGE_MM));
      expect(labelTexts(texts, chart)).toEqual(labelsOf(chart));
      expect(texts.map(({ text }) => text).join(' ')).toContain(chart.categories.join(' '));
    }),
    { numRuns: 25 },
  );
});

function mostFrequent(values: readonly string[]): string {
  return byFrequency(values).at(-1)!;
}

function leastFrequent(values: readonly string[]): string {
  return byFrequency(values)[0]!;
}

function byFrequency(values: readonly string[]): string[] {
  const count = (value: string): number => values.filter((one) => one === value).length;
  return [...new Set(values)].sort((a, b) => count(a) - count(b));
}
