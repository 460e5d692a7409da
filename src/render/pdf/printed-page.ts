/** Finished pages: letters, lines and pictures at their places. Types of their own file, for what fills, checks and draws them knows nothing of each other. */
import type { Heading } from '../../document/tree.js';
import type { PdfFont } from './press-document.js';

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

export function linesOf(page: PrintedPage): PrintedLine[] {
  return page.items.flatMap((item) => (item.type === 'line' ? [item.item] : []));
}
