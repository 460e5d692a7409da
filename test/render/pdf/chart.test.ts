/** Charts: the picture with caption and notes on one page, its letters real letters of our font. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Block, ChartBlock } from '../../../src/document/tree.js';
import { pdfWriter } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../../src/render/style.js';
import { readPdfPages, type PdfPage } from '../../support/readers/pdf-text.js';
import { barsSvg, stressDocument } from '../../support/stress-document.mjs';
import { findLine, linesOf, openPdf, paragraph, text, withBody, words } from './open-pdf.js';

const chart = (more: Partial<ChartBlock> = {}): ChartBlock => ({ ...stressDocument().body.find((block) => block.type === 'chart')!, ...more });
const MM = 72 / 25.4;
const write = pdfWriter(barsSvg);

async function openChart(...body: Block[]): Promise<{ bytes: Uint8Array; pages: readonly PdfPage[] }> {
  const { bytes, findings } = await write(withBody(...body), pageStyle('B'));
  expect(findings).toEqual([]);
  return { bytes, pages: await readPdfPages(bytes) };
}

describe('a chart', () => {
  it('stays on one page with the sentence before it, its caption and its notes', async () => {
    for (let push = 0; push < 12; push++) {
      const { pages } = await openChart(paragraph(words(60 + 17 * push)), paragraph('Như biểu đồ sau đây:'), chart(), paragraph('Hết./.'));
      const page = pages.find((one) => linesOf(one).some((line) => line.includes('Biểu đồ 1')))!;
      const lines = linesOf(page);
      expect(lines.filter((line) => /Như biểu đồ sau|Số liệu minh họa/.test(line))).toHaveLength(2);
      expect(page.lines.flatMap(({ items }) => items).filter((item) => /^Tỉnh\d+$/.test(item.text.trim()))).toHaveLength(63);
    }
  });

  it('has its letters as text in our font, Vietnamese ones too, whatever family it asks for', async () => {
    const labels = 'Thừa Thiên Huế, Đắk Lắk, ỷ ữ ợ ặ';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100"><text x="9" y="30" font-family="Arial, sans-serif" font-size="12">${labels}</text><text x="9" y="60" font-family="Tinos" font-weight="bold" font-size="12">Đậm</text></svg>`;
    const { bytes } = await pdfWriter(() => Promise.resolve(svg))(withBody(chart(), paragraph('Hết./.')), pageStyle('B'));
    const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
    let shown = '';
    for (let page = 1; page <= document.numPages; page++) for (const item of (await (await document.getPage(page)).getTextContent()).items) if ('str' in item) shown += item.str;
    expect(shown).toContain(labels);
    expect(shown).toContain('Đậm');
    await document.destroy();
    const fonts = [...Buffer.from(bytes).toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name);
    expect(new Set(fonts.map((name) => name!.split('-')[0]))).toEqual(new Set(['Tinos']));
  });

  it('is as high as it says, less where caption and notes need the room', async () => {
    const corners = pdfWriter((_, { widthMm, heightMm }) =>
      Promise.resolve(`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}" height="${heightMm}"><text x="9" y="5" font-size="5">trên</text><text x="9" y="${heightMm}" font-size="5">dưới</text></svg>`),
    );
    const height = async (heightMm: number): Promise<number> => {
      const { bytes, findings } = await corners(withBody(chart({ heightMm }), paragraph('Hết./.')), pageStyle('B'));
      expect(findings).toEqual([]);
      const { page, line } = findLine(await readPdfPages(bytes), 'dưới');
      expect(linesOf(page).join('\n')).toMatch(/Biểu đồ 1[\s\S]*Số liệu minh họa/);
      return (findLine([page], 'trên').line.y - line.y) / MM;
    };
    expect(await height(100)).toBeCloseTo(95, 0);
    const most = await height(400);
    expect(most).toBeGreaterThan(200);
    expect(most).toBeLessThan(257);
  });

  it('tells of a letter in it that the font does not have, and of being left out where it has no figure', async () => {
    const { findings } = await write(withBody(chart({ categories: ['中', ...chart().categories.slice(1)] })), pageStyle('B'));
    expect(findings.map(({ code }) => code)).toEqual(['glyph-missing']);
    const bare = await openPdf(withBody(chart({ series: [{ name: 'Trống', points: chart().categories.map(() => undefined) }], caption: text('Biểu đồ không vẽ') })));
    expect(bare.findings.map(({ code, severity }) => ({ code, severity }))).toEqual([{ code: 'not-expressible', severity: 'warning' }]);
    expect(bare.pages.flatMap(linesOf)).toContain('Biểu đồ không vẽ');
  });
});
