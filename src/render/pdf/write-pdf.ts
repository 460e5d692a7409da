/** The document tree → PDF bytes. The entry of the folder; pdfmake is used in this folder only. */
import { drawChart } from '../../chart/draw.js';
import { found } from '../../finding/catalog.js';
import type { Place } from '../../finding/place.js';
import type { ChartBlock, OfficialDocument } from '../../document/tree.js';
import { textWidthMm, type PageStyle } from '../style.js';
import type { Writer } from '../writer.js';
import { checkGlyphs } from './check-glyphs.js';
import { checkPrinted } from './check-printed.js';
import { layOut } from './layout.js';
import type { Passage } from './ledger.js';
import { openPress, type PdfInfo } from './print.js';
import type { PrintedPage } from './printed-page.js';

const PRODUCER = 'baocao';

/** What is longer is no word but a fault of the data, which would fill pages with broken letters. */
const LONGEST_WORD = 1_000;

/** Draws a chart for the given size. */
export type DrawChart = (chart: ChartBlock, size: { readonly widthMm: number; readonly heightMm: number }) => Promise<string>;

export const writePdf: Writer = pdfWriter((chart, { widthMm }) => drawChart(chart, widthMm));

export function pdfWriter(draw: DrawChart): Writer {
  return async (document, style) => {
    const overlong = overlongWords(document);
    if (overlong.length > 0) {
      const findings = overlong.map((text) => found('content-lost', placeOf({ text }, document), { context: quoted({ text }) }));
      return { bytes: new Uint8Array(), findings };
    }
    const pictures = await drawn(document, style, draw);
    const press = openPress(infoOf(document));
    const { pages, ledger, pictured, contentsPages, findings } = layOut(document, style, press, (chart) => pictures.get(chart));
    return {
      bytes: await press.print(pages),
      findings: [
        ...checkGlyphs([...ledger, ...pictured]).map(({ character, passage }) => found('glyph-missing', placeOf(passage, document), { character, context: quoted(passage) }, { seen: character })),
        ...checkPrinted(ledger, pages).map((passage) => found('content-lost', placeOf(passage, document), { context: quoted(passage) })),
        ...findings,
      ],
      ...(contentsPages ? { contentsPages } : {}),
    };
  };
}

/** Several documents in one file for printing: each begins its own pages and counts them. Fonts stand in it once. */
export async function writePdfBook(documents: readonly OfficialDocument[], style: PageStyle): Promise<Uint8Array> {
  const press = openPress(infoOf(documents[0]!));
  const pages: PrintedPage[] = [];
  for (const document of documents) {
    const pictures = await drawn(document, style, (chart, { widthMm }) => drawChart(chart, widthMm));
    pages.push(...layOut(document, style, press, (chart) => pictures.get(chart)).pages);
  }
  return press.print(pages);
}

/** One after the other: each picture takes memory while it is drawn. */
async function drawn(document: OfficialDocument, style: PageStyle, draw: DrawChart): Promise<Map<ChartBlock, string>> {
  const pictures = new Map<ChartBlock, string>();
  const places = [{ blocks: document.body, orientation: 'portrait' as const }, ...document.appendices];
  for (const { blocks, orientation } of places) {
    for (const block of blocks) if (block.type === 'chart' && hasPoints(block)) pictures.set(block, await draw(block, { widthMm: textWidthMm(style, orientation), heightMm: block.heightMm }));
  }
  return pictures;
}

function hasPoints({ series }: ChartBlock): boolean {
  return series.some(({ points }) => points.some((point) => point !== undefined));
}

/** Everything a clock or a library would fill in by itself is set: the same tree gives the same bytes. */
export function infoOf({ properties: { title, subject, author, date } }: OfficialDocument): PdfInfo {
  const created = new Date(`${date}T00:00:00Z`);
  return { Title: title, Subject: subject, Author: author, Creator: PRODUCER, Producer: PRODUCER, CreationDate: created, ModDate: created };
}

/** Words no line can take, each once, wherever they stand in the tree. */
function overlongWords(document: OfficialDocument): readonly string[] {
  const words = new Set<string>();
  const pattern = new RegExp(`[^\\s]{${LONGEST_WORD + 1},}`, 'g');
  const visit = (node: unknown): void => {
    if (typeof node === 'string') for (const word of node.match(pattern) ?? []) words.add(word);
    if (typeof node === 'object' && node !== null) Object.values(node).forEach(visit);
  };
  visit(document);
  return [...words];
}

function placeOf({ source }: Passage, document: OfficialDocument): Place {
  return source ? { in: 'text', file: source.file, line: source.line } : { in: 'file', file: document.properties.title };
}

const LONGEST_QUOTE = 80;

/** Without control characters: a message must not steer the terminal it is shown on. */
function quoted({ text }: Passage): string {
  const shown = text.replace(/\p{C}/gu, '\uFFFD');
  return shown.length <= LONGEST_QUOTE ? shown : `${shown.slice(0, LONGEST_QUOTE)}…`;
}
