/**
 * Finished pages → a PDF of pdfmake 0.3.11: its renderer and its PDFKit document by deep import, for its own entry lays out
 * pages too, and can neither be told where they end nor keep the foot of one free for notes.
 */
import { createRequire } from 'node:module';
import { refuseReachingSvg } from './check-svg.js';
import { fitSvg } from './fit-svg.js';
import { drawPages } from './draw-pages.js';
import { faceName, FONT_FAMILY, type Face } from './fonts.js';
import { forgetMany } from './measure.js';
import { PressDocument, type PdfFont } from './press-document.js';
import type { PageItem, PrintedPage } from './printed-page.js';

/** Title, dates and so on; keys are those of the PDF. */
export interface PdfInfo {
  readonly Title: string;
  readonly Subject: string;
  readonly Author: string;
  readonly Creator: string;
  readonly Producer: string;
  readonly CreationDate: Date;
  readonly ModDate: Date;
}

export interface Press {
  fontOf(face: Face): PdfFont;
  print(pages: readonly PrintedPage[]): Promise<Uint8Array>;
}

const require = createRequire(import.meta.url);
const { default: Renderer } = require('pdfmake/js/Renderer') as { default: new (document: PressDocument) => PdfmakeRenderer };

export interface PdfmakeRenderer {
  renderLine(line: object, x: number, y: number): void;
  renderVector(vector: object): void;
  renderSVG(picture: object): void;
}

export function openPress(info: PdfInfo): Press {
  forgetMany();
  const document = new PressDocument(pdfOptions(info));
  const fonts = new Map<string, PdfFont>();
  return {
    fontOf: (face) => {
      const name = faceName(face);
      const font = fonts.get(name) ?? document.provideFont(FONT_FAMILY, face.bold, face.italic);
      fonts.set(name, font);
      return font;
    },
    print: async (pages) => {
      for (const { items } of pages) for (const { type, item } of items) if (type === 'svg') refuseReachingSvg(item.svg);
      const bytes = collected(document);
      const renderer = new Renderer(document);
      drawPages(document, pages, (item) => renderItem(renderer, item));
      document.end();
      return bytes;
    },
  };
}

export function pdfOptions(info: PdfInfo): object {
  return {
    // Any other version makes pdfkit 0.19 repeat title and author in XMP without escaping & and <.
    pdfVersion: '1.3',
    info: Object.fromEntries(Object.entries(info).filter(([, value]) => value !== '')),
    lang: 'vi-VN',
    displayTitle: true,
    tagged: false,
    compress: true,
    fontLayoutCache: true,
    autoFirstPage: false,
    font: null,
  };
}

/** The renderer asks lines for their heights by methods, and takes the family of letters in pictures from `font`. */
export function renderItem(renderer: PdfmakeRenderer, { type, item }: PageItem): void {
  switch (type) {
    case 'line':
      return renderer.renderLine({ inlines: item.inlines, getHeight: () => item.heightPt, getAscenderHeight: () => item.ascentPt }, item.x, item.y);
    case 'vector':
      return renderer.renderVector({ ...item });
    case 'svg':
      return renderer.renderSVG({ svg: fitSvg(item.svg, item.widthPt, item.heightPt), x: item.x, y: item.y, _width: item.widthPt, _height: item.heightPt, font: FONT_FAMILY });
  }
}

export function collected(document: NodeJS.EventEmitter): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
      .on('error', reject);
  });
}
