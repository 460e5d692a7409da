/** A document with everything that is drawn, printed by our press and by pdfmake and pdfkit as they are, from the same pages. */
import { createRequire } from 'node:module';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { FONT_FAMILY, FONT_FILES } from '../../../src/render/pdf/fonts.js';
import { layOut } from '../../../src/render/pdf/layout.js';
import type { PdfFont, PressDocument } from '../../../src/render/pdf/press-document.js';
import { collected, openPress, pdfOptions, renderItem, type PdfmakeRenderer, type Press } from '../../../src/render/pdf/print.js';
import type { PrintedPage } from '../../../src/render/pdf/printed-page.js';
import { infoOf } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../../src/render/style.js';
import { sampleDocument } from '../../support/sample-document.js';
import { barsSvg, stressDocument } from '../../support/stress-document.mjs';
import { paragraph, text } from './open-pdf.js';

const require = createRequire(import.meta.url);
const { default: PdfmakeDocument } = require('pdfmake/js/PDFDocument');
const { default: Renderer } = require('pdfmake/js/Renderer');

interface Plain extends PressDocument {
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
}

/** Letterhead, table, rule; colours, a dashed line, a raised number, a picture, letters with marks of their own, faces within a word. */
export const aChart = stressDocument().body.find(({ type }) => type === 'chart')!;
export const everything: OfficialDocument = {
  ...sampleDocument(),
  marks: { urgency: 'HỎA TỐC' },
  contents: { title: 'MỤC LỤC', levels: 2 },
  body: [
    { type: 'heading', level: 1, inlines: text('Phần thứ nhất') },
    ...sampleDocument().body,
    paragraph('Số 1216/QĐ-UBND, AV To 7.718 hồ sơ; dấu rời b\u0302\u0301 và q\u0323; chữ khác: Ωmega, Привет, אב.'),
    { type: 'paragraph', role: 'body', inlines: [{ type: 'text', text: 'Đạt ' }, { type: 'strong', children: text('89') }, { type: 'text', text: ',7\u00A0%' }, { type: 'note', number: 1, inlines: text('Ghi chú.') }, { type: 'text', text: ' đúng hạn.' }] },
    aChart,
  ],
};

export async function plainly(document: OfficialDocument): Promise<Uint8Array> {
  const plain: Plain = new PdfmakeDocument({ [FONT_FAMILY]: { ...FONT_FILES } }, {}, {}, {}, pdfOptions(infoOf(document)), null, undefined);
  const renderer: PdfmakeRenderer = new Renderer(plain);
  const bytes = collected(plain);
  const pages = await laidOut(document, { fontOf: ({ bold, italic }) => plain.provideFont(FONT_FAMILY, bold, italic) });
  for (const { widthPt, heightPt, items } of pages) {
    plain.addPage({ size: [widthPt, heightPt] });
    for (const item of items) renderItem(renderer, item);
  }
  plain.end();
  return bytes;
}

export async function ours(document: OfficialDocument): Promise<Uint8Array> {
  const press = openPress(infoOf(document));
  return press.print(await laidOut(document, press));
}

export async function laidOut(document: OfficialDocument, press: Pick<Press, 'fontOf'>): Promise<readonly PrintedPage[]> {
  const chart = document.body.find(({ type }) => type === 'chart');
  const svg = chart?.type === 'chart' ? await barsSvg(chart, { widthMm: 165, heightMm: chart.heightMm }) : undefined;
  return layOut(document, pageStyle('B'), press as Press, () => svg).pages;
}
