/** The only door to pdfmake 0.3.11: a definition in, bytes out, and where each word came to stand. */
import { createRequire } from 'node:module';
import { FONT_FAMILY, FONT_FILES } from './fonts.js';
import type { Definition } from './nodes.js';

/** A stretch of text on a page. One object stands for all repetitions of a header row. */
export interface PrintedInline {
  readonly text: string;
  /** From the beginning of the line. */
  readonly x: number;
  readonly width: number;
  readonly trailingCut?: number;
  readonly printId?: number;
}

export interface PrintedLine {
  readonly x: number;
  readonly y: number;
  readonly inlines: readonly PrintedInline[];
  getHeight(): number;
}

export interface PrintedPage {
  readonly items: readonly { readonly type: string; readonly item: unknown }[];
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly pageMargins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface Printed {
  readonly bytes: Uint8Array;
  readonly pages: readonly PrintedPage[];
}

/** See nodes.ts for why @types/pdfmake is not used. `_pdfMakePages` is left on the stream by pdfmake's Renderer. */
interface Pdfmake {
  setFonts(fonts: Readonly<Record<string, object>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: Definition): { getStream(): Promise<{ readonly _pdfMakePages: readonly PrintedPage[] }>; getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as Pdfmake;

const fontPaths: ReadonlySet<string> = new Set(Object.values(FONT_FILES));
pdfmake.setFonts({ [FONT_FAMILY]: { ...FONT_FILES } });
// A document reaches neither the network nor a file; pdfmake asks before it opens its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontPaths.has(path));

/** svg-to-pdfkit opens the images of an SVG past the access policies (pdfmake 0.3.11), and no document here has one. */
function holdsSvg(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return 'svg' in node || Object.values(node).some(holdsSvg);
}

export async function print(definition: Definition): Promise<Printed> {
  if (holdsSvg(definition)) throw new Error('SVG denied: its images would be read past the access policies');
  const created = pdfmake.createPdf(definition);
  const { _pdfMakePages: pages } = await created.getStream();
  return { bytes: new Uint8Array(await created.getBuffer()), pages };
}

export function linesOf(page: PrintedPage): PrintedLine[] {
  return page.items.filter(({ type }) => type === 'line').map(({ item }) => item as PrintedLine);
}
