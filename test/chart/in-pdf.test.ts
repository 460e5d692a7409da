/** pdfmake prints the drawing as lines and words: the text can be copied, in Tinos regular and bold, and there is no picture of it. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/chart/draw.js';
import { FONT_FAMILY } from '../../src/chart/look.js';
import { FONT_FILES } from '../../src/render/pdf/fonts.js';
import { readPdfPages } from '../support/readers/pdf-text.js';
import { allSampleCharts } from '../support/sample-charts.js';

interface Pdfmake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake;
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values<string>(FONT_FILES).includes(path));
pdfmake.setFonts({ [FONT_FAMILY]: FONT_FILES });

async function printed(svg: string): Promise<Uint8Array> {
  const definition = { pageSize: 'A4', compress: false, defaultStyle: { font: FONT_FAMILY }, info: { creationDate: new Date(Date.UTC(2022, 0, 1)) }, content: [{ svg }] };
  return pdfmake.createPdf(definition).getBuffer();
}

describe.each(allSampleCharts())('%s', (_name, chart) => {
  test('is printed in words', async () => {
    const bytes = await printed(await drawChart(chart, 165));
    const pages = await readPdfPages(bytes);
    expect(pages).toHaveLength(1);
    const items = pages[0]!.lines.flatMap((line) => line.items.map(({ text }) => text.normalize('NFC')));
    for (const { points } of chart.series) for (const point of points) if (point) expect(items).toContain(point.figure.text);
    const words = new Set(items.flatMap((text) => text.split(/\s+/)));
    for (const name of chart.categories) for (const word of name.split(' ')) expect(words).toContain(word);
    const source = Buffer.from(bytes).toString('latin1');
    const fonts = new Set([...source.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name));
    expect(fonts).toEqual(new Set(chart.highlight === undefined ? ['Tinos-Regular'] : ['Tinos-Regular', 'Tinos-Bold']));
    expect(source).not.toContain('/Subtype /Image');
  });
});
