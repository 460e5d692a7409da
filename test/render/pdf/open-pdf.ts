/** A written PDF with the questions the tests of this folder ask of it. Read by pdf.js: nothing of the writer is used to look at its own work. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Inline, OfficialDocument, TableBlock, TableCell, TableRow } from '../../../src/document/tree.js';
import type { Finding } from '../../../src/finding/finding.js';
import { writePdf } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle, type SizeProfile } from '../../../src/render/style.js';
import { lineText, readPdfPages, type PdfLine, type PdfPage } from '../../support/readers/pdf-text.js';
import { sampleDocument } from '../../support/sample-document.js';

export interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
  readonly pages: readonly PdfPage[];
}

export async function openPdf(document: OfficialDocument, profile: SizeProfile = 'B'): Promise<OpenPdf> {
  const { bytes, findings } = await writePdf(document, pageStyle(profile));
  return { bytes, findings, pages: await readPdfPages(bytes) };
}

/** The sample's head and foot around other blocks. */
export function withBody(...body: readonly Block[]): OfficialDocument {
  return { ...sampleDocument(), body, appendices: [] };
}

export function text(value: string): Inline[] {
  return [{ type: 'text', text: value }];
}

export function paragraph(value: string): Block {
  return { type: 'paragraph', role: 'body', inlines: text(value) };
}

export function cell(value: string, spans: { readonly colSpan?: number; readonly rowSpan?: number } = {}): TableCell {
  return { inlines: text(value), ...spans };
}

export function table(header: readonly (readonly TableCell[])[], rows: readonly (readonly TableCell[])[], columns = header[0]!.length): TableBlock {
  return {
    type: 'table',
    id: 'bang',
    columns: Array.from({ length: columns }, (_, column) => ({ id: `c${column}`, align: 'left', weight: 1 })),
    header,
    rows: rows.map((cells): TableRow => ({ role: 'item', cells })),
    notes: [],
  };
}

/** «w1 w2 …»: every word once, so that each can be found again. */
export function words(count: number, prefix = 'từ'): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');
}

export const linesOf = (page: PdfPage): string[] => page.lines.map((line) => lineText(line).trim());

export function findLine(pages: readonly PdfPage[], part: string): { page: PdfPage; line: PdfLine } {
  for (const page of pages) {
    const line = page.lines.find((one) => lineText(one).includes(part));
    if (line) return { page, line };
  }
  throw new Error(`no line of the PDF holds «${part}»`);
}

/** First and last edge of what is printed on a line. */
export function extent({ items }: PdfLine): { left: number; right: number } {
  const inked = items.filter(({ text: one }) => one.trim() !== '');
  return { left: inked[0]!.x, right: inked.at(-1)!.x + inked.at(-1)!.width };
}

export interface DrawnLine {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** Horizontal lines drawn on a page, from the top. */
export async function drawnLines(bytes: Uint8Array, page: number): Promise<DrawnLine[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false }).promise;
  try {
    const operators = await (await document.getPage(page)).getOperatorList();
    return operators.fnArray
      .flatMap((operator, index) => (operator === OPS.constructPath ? [operators.argsArray[index] as [number, unknown, Record<number, number> | null]] : []))
      .flatMap(([, , box]) => (box && Math.abs(box[1]! - box[3]!) < 0.01 ? [{ x0: box[0]!, x1: box[2]!, y: box[1]! }] : []))
      .sort((a, b) => b.y - a.y);
  } finally {
    await document.destroy();
  }
}
