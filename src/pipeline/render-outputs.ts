/** A composed document → the bytes of each wanted format. Writers know nothing of files; nothing is written here. */
import type { OfficialDocument } from '../document/tree.js';
import type { Finding } from '../finding/finding.js';
import { pageStyle, type PageStyle } from '../render/style.js';
import type { ContentsPages, Format, Writer, Written } from '../render/writer.js';
import type { Agency } from '../template/agency.js';
import type { Composition } from '../template/compose.js';
import { listFigures, writeFiguresJson } from './figures-json.js';

/** What a job can leave in `output/`; `figures` is always among them. */
export type OutputFormat = Format | 'figures';

export interface RenderedOutput {
  readonly format: OutputFormat;
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** Loaded when first needed: an unchanged archive is verified without docx, pdfmake or exceljs. */
const writers: Readonly<Record<Format, () => Promise<Writer>>> = {
  docx: async () => (await import('../render/docx/write-docx.js')).writeDocx,
  pdf: async () => (await import('../render/pdf/write-pdf.js')).writePdf,
  xlsx: async () => (await import('../render/xlsx/write-xlsx.js')).writeXlsx,
};

export async function renderOutputs(
  job: string,
  { document, figures }: Composition,
  agency: Agency,
  formats: readonly Format[],
): Promise<{ outputs: readonly RenderedOutput[]; findings: readonly Finding[] }> {
  const style = pageStyle(agency.style.sizeProfile);
  const outputs: RenderedOutput[] = [];
  const findings: Finding[] = [];
  const finished = new Map<Format, Written>();
  const contentsPages = await pagesOfContents(document, style, formats, finished);
  for (const format of formats) {
    // A workbook holds the phụ lục; a document without any has none.
    if (format === 'xlsx' && document.appendices.length === 0) continue;
    const written = finished.get(format) ?? (await (await writers[format]())(document, style, contentsPages === undefined ? {} : { contentsPages }));
    outputs.push({ format, extension: format, bytes: written.bytes });
    findings.push(...written.findings);
  }
  outputs.push({ format: 'figures', extension: 'figures.json', bytes: writeFiguresJson(job, listFigures(document, figures)) });
  return { outputs, findings };
}

/**
 * The PDF goes first where a DOCX has a table of contents: only the PDF's writer sets pages, and Word shows the numbers it
 * finds until someone updates them. It is set for its pages even if it is not among the formats, so that the DOCX is the
 * same whatever else is asked for.
 */
async function pagesOfContents(
  document: OfficialDocument,
  style: PageStyle,
  formats: readonly Format[],
  finished: Map<Format, Written>,
): Promise<ContentsPages | undefined> {
  if (document.contents === undefined || !formats.includes('docx')) return undefined;
  const pdf = await (await writers.pdf())(document, style);
  finished.set('pdf', pdf);
  return pdf.contentsPages;
}
