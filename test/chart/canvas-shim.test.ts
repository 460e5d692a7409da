/** The canvas of charts: chartjs-node-canvas draws through the package `canvas`, which is ours. */
import { createRequire } from 'node:module';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { unzlibSync } from 'fflate';
import type { ChartConfiguration } from 'chart.js';
import { describe, expect, test } from 'vitest';
import { descendants, parseXml } from '../support/readers/xml.js';

const WIDTH = 320;
const HEIGHT = 200;
const COLOUR = '#1f4e79';

function barChart(): ChartConfiguration {
  return {
    type: 'bar',
    data: { labels: ['A', 'B', 'C'], datasets: [{ data: [10, 20, 30], backgroundColor: COLOUR }] },
    options: { plugins: { legend: { display: false } }, scales: { y: { beginAtZero: true } } },
  };
}

describe('a bar chart', () => {
  test('as SVG has its bars, each as high as its value', async () => {
    const canvas = new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT, type: 'svg' });
    const svg = (await canvas.renderToBuffer(barChart())).toString('utf8');
    const shapes = [...descendants(parseXml(svg))].filter(({ attributes }) => attributes['fill']?.toLowerCase() === COLOUR);
    const heights = shapes.map(({ name, attributes }) => (name === 'rect' ? Number(attributes['height']) : pathHeight(attributes['d']!)));
    expect(heights).toHaveLength(3);
    expect(heights[1]! / heights[0]!).toBeCloseTo(2, 1);
    expect(heights[2]! / heights[0]!).toBeCloseTo(3, 1);
  });

  test('as PNG has its size and its colour', async () => {
    const canvas = new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT });
    const png = await canvas.renderToBuffer(barChart());
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT]);
    expect(unzlibSync(imageData(png)).length).toBe((WIDTH * 4 + 1) * HEIGHT);
    expect(canvas.renderToBufferSync(barChart()).equals(png)).toBe(true);
  });

  test('as data URL, with and without waiting', async () => {
    const canvas = new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT });
    const url = await canvas.renderToDataURL(barChart());
    expect(url).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(canvas.renderToDataURLSync(barChart())).toBe(url);
  });

  test('is the same each time', async () => {
    const draw = async (): Promise<string> => (await new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT, type: 'svg' }).renderToBuffer(barChart())).toString('utf8');
    // Clip ids are counted in the process; the charts will rename them.
    const withoutIds = (svg: string): string => svg.replace(/cl_\w+/g, 'cl');
    expect(withoutIds(await draw())).toBe(withoutIds(await draw()));
  });
});

test('what it cannot write it refuses by name', () => {
  expect(() => new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT, type: 'pdf' }).renderToBufferSync(barChart())).toThrow('writes no PDF');
  expect(() => new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT }).renderToStream(barChart())).toThrow('writes no streams');
});

test('a font file that cannot be read is an error, not another font', () => {
  const canvas = new ChartJSNodeCanvas({ width: WIDTH, height: HEIGHT });
  expect(() => canvas.registerFont('/nowhere/none.ttf', { family: 'None' })).toThrow('cannot register the font');
  const tinos = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
  expect(() => canvas.registerFont(tinos, { family: 'Tinos test' })).not.toThrow();
});

function pathHeight(d: string): number {
  const ys = [...d.matchAll(/[ML]?\s*-?[\d.]+[ ,](-?[\d.]+)/g)].map(([, y]) => Number(y));
  return Math.max(...ys) - Math.min(...ys);
}

function imageData(png: Buffer): Uint8Array {
  const pieces: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(pieces);
}
