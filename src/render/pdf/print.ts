/**
 * The only door to pdfmake 0.3.11, which draws finished pages here: its renderer and its PDFKit document by deep import, for its
 * own entry lays out pages too, and can neither be told where they end nor keep the foot of one free for notes.
 */
import { createRequire } from 'node:module';
import type { Heading } from '../../document/tree.js';
import { refuseReachingSvg } from './check-svg.js';
import { fitSvg } from './fit-svg.js';
import { faceName, FONT_FAMILY, FONT_FILES, type Face } from './fonts.js';
import { forgetMany, wordRuns, type WordRuns } from './measure.js';

/** A stretch of text on a page. One object stands for all repetitions of a header row. */
export interface PrintedInline {
  readonly text: string;
  /** From the beginning of the line. */
  readonly x: number;
  readonly width: number;
  readonly trailingCut: number;
  readonly printId?: number;
  readonly font: PdfFont;
  readonly fontSize: number;
  /** Raised by three quarters of its size. */
  readonly sup?: boolean;
  readonly color?: string;
}

/** Letters on one base line; x and y of the upper left corner. */
export interface PrintedLine {
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** From the upper edge to the base line. */
  readonly ascentPt: number;
  readonly inlines: readonly PrintedInline[];
  /** Stands in the bottom margin by right: the address on page 1. */
  readonly inMargin?: true;
  /** Holds the place of the page number of a heading, which is known when all pages are filled. */
  readonly numberOf?: Heading;
}

export interface Vector {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lineWidth: number;
  readonly lineCap?: 'round';
  readonly lineColor?: string;
  readonly dash?: { readonly length: number; readonly space: number };
}

export interface Picture {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface PrintedPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly margins: { readonly leftPt: number; readonly rightPt: number; readonly bottomPt: number };
  /** In the order in which they are painted, which is the order of copying and of reading aloud. */
  readonly items: readonly PageItem[];
}

export type PageItem = { readonly type: 'line'; readonly item: PrintedLine } | { readonly type: 'vector'; readonly item: Vector } | { readonly type: 'svg'; readonly item: Picture };

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

/** A face opened in one PDF. */
export interface PdfFont {
  layoutCache: WordRuns;
}

export interface Press {
  fontOf(face: Face): PdfFont;
  print(pages: readonly PrintedPage[]): Promise<Uint8Array>;
}

interface PdfmakeDocument extends NodeJS.EventEmitter {
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
  end(): void;
}

interface PdfmakePage {
  items: { type: string; item: object }[];
  pageSize: { width: number; height: number };
}

const require = createRequire(import.meta.url);
const { default: PdfDocument } = require('pdfmake/js/PDFDocument') as {
  default: new (fonts: object, images: object, patterns: object, attachments: object, options: object, virtualFiles: null, allows: (path: string) => boolean) => PdfmakeDocument;
};
const { default: Renderer } = require('pdfmake/js/Renderer') as { default: new (document: PdfmakeDocument) => { renderPages(pages: PdfmakePage[]): void } };

const fontPaths: ReadonlySet<string> = new Set(Object.values(FONT_FILES));

export function openPress(info: PdfInfo): Press {
  forgetMany();
  // A document reaches no file but the fonts; for addresses nothing is there that could open one.
  const document = new PdfDocument({ [FONT_FAMILY]: { ...FONT_FILES } }, {}, {}, {}, pdfOptions(info), null, (path) => fontPaths.has(path));
  const fonts = new Map<string, PdfFont>();
  return {
    fontOf: (face) => {
      const name = faceName(face);
      const known = fonts.get(name);
      if (known) return known;
      const font = document.provideFont(FONT_FAMILY, face.bold, face.italic);
      // Without it pdfkit lays out every word of every document again.
      font.layoutCache = wordRuns(name);
      fonts.set(name, font);
      return font;
    },
    print: async (pages) => {
      for (const { items } of pages) for (const { type, item } of items) if (type === 'svg') refuseReachingSvg(item.svg);
      const bytes = collected(document);
      new Renderer(document).renderPages(pages.map(({ widthPt, heightPt, items }) => ({ items: items.map(toPdfmake), pageSize: { width: widthPt, height: heightPt } })));
      document.end();
      return bytes;
    },
  };
}

export function linesOf(page: PrintedPage): PrintedLine[] {
  return page.items.flatMap((item) => (item.type === 'line' ? [item.item] : []));
}

function pdfOptions(info: PdfInfo): object {
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
function toPdfmake({ type, item }: PageItem): { type: string; item: object } {
  switch (type) {
    case 'line':
      return { type, item: { x: item.x, y: item.y, inlines: item.inlines, getHeight: () => item.heightPt, getAscenderHeight: () => item.ascentPt } };
    case 'vector':
      return { type, item };
    case 'svg':
      return { type, item: { svg: fitSvg(item.svg, item.widthPt, item.heightPt), x: item.x, y: item.y, _width: item.widthPt, _height: item.heightPt, font: FONT_FAMILY } };
  }
}

function collected(document: PdfmakeDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
      .on('error', reject);
  });
}
