/**
 * Finished pages → operators of PDF. Ours, for the renderer of pdfmake 0.3.11 gives every word a graphics state of its own,
 * eleven operators where one does, and that was a third of the time of a document. Only what nearly everything is made of,
 * black letters and black lines; the rest goes to that renderer: pictures, colours, dashes, letters that are shifted from
 * their place. test/render/pdf/press.test.ts draws both ways and compares letters, places and pixels.
 */
import type { PressDocument, PdfFont } from './press-document.js';
import type { PageItem, PrintedInline, PrintedLine, PrintedPage, Vector } from './printed-page.js';

/** How far the number of a note stands above its line, in sizes: pdfmake's. */
const RAISED = 0.75;

interface EncodedText {
  /** Shows the letters where the text stands; undefined where some are shifted. */
  readonly operators: string | undefined;
}

type Encoder = (inline: PrintedInline) => EncodedText;

/** `drawOther` draws an item in pdfmake's manner, which counts from the upper edge downwards; so does this. */
export function drawPages(document: PressDocument, pages: readonly PrintedPage[], drawOther: (item: PageItem) => void): void {
  const encode = encoder(pages);
  for (const { widthPt, heightPt, items } of pages) {
    document.addPage({ size: [widthPt, heightPt] });
    let open: string[] = [];
    let lineWidth: number | undefined;
    const flush = (): void => {
      // Colours and dashes of what the renderer drew before are still set.
      if (open.length > 0) document.addContent(`0 g 0 G 0 J [] 0 d\n${open.join('\n')}`);
      open = [];
      lineWidth = undefined;
    };
    for (const item of items) {
      if (item.type === 'vector' && isPlain(item.item)) {
        const { x1, y1, x2, y2 } = item.item;
        if (item.item.lineWidth !== lineWidth) open.push(`${number((lineWidth = item.item.lineWidth))} w`);
        open.push(`${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`);
      } else if (item.type === 'line' && item.item.inlines.every((inline) => !inline.color && encode(inline).operators !== undefined)) {
        for (const inline of item.item.inlines) {
          document.page.fonts[inline.font.id] ??= inline.font.ref();
          open.push(drawWord(item.item, inline, encode(inline).operators!));
        }
      } else {
        flush();
        drawOther(item);
      }
    }
    flush();
  }
}

function isPlain({ lineColor, lineCap, dash }: Vector): boolean {
  return lineColor === undefined && lineCap === undefined && dash === undefined;
}

/**
 * Each word is set where it was measured: viewers round the widths of letters differently, which would add up over a line.
 * The state around it says to readers that words end: pdf.js joins what one state holds, the raised number of a note too.
 */
function drawWord({ x, y, ascentPt }: PrintedLine, inline: PrintedInline, operators: string): string {
  const baseY = y + ascentPt - (inline.sup ? inline.fontSize * RAISED : 0);
  return `q BT /${inline.font.id} ${number(inline.fontSize)} Tf 1 0 0 -1 ${number(x + inline.x)} ${number(baseY)} Tm ${operators} ET Q`;
}

/**
 * Each text of a font once. All letters are told to the font beforehand and in their order in it, so that two documents with
 * the same letters hold the same font, whatever comes first.
 */
function encoder(pages: readonly PrintedPage[]): Encoder {
  const texts = new Map<PdfFont, Map<string, EncodedText | undefined>>();
  for (const { items } of pages) {
    for (const { type, item } of items) {
      if (type !== 'line') continue;
      for (const { font, text } of item.inlines) {
        const known = texts.get(font) ?? new Map<string, EncodedText | undefined>();
        texts.set(font, known);
        known.set(text, undefined);
      }
    }
  }
  for (const [font, known] of texts) {
    const glyphs = new Set([...known.keys()].flatMap((text) => glyphsOf(font, text)));
    for (const glyph of [...glyphs].sort((a, b) => a - b)) font.subset.includeGlyph(glyph);
  }
  return ({ font, text }) => {
    const known = texts.get(font)!;
    const encoded = known.get(text) ?? encodeText(font, text);
    known.set(text, encoded);
    return encoded;
  };
}

/** By the words of the measure, as pdfkit parts them. */
function glyphsOf({ layoutCache }: PdfFont, text: string): number[] {
  return (text.match(/[^ ]* |[^ ]+/g) ?? []).flatMap((word) => (layoutCache[word]?.glyphs ?? []).map(({ id }) => id));
}

function encodeText(font: PdfFont, text: string): EncodedText {
  const [codes, places] = font.encode(text);
  let operands = '';
  let letters = '';
  for (const [index, { xAdvance, advanceWidth, xOffset, yOffset }] of places.entries()) {
    if (xOffset || yOffset) return { operators: undefined };
    letters += codes[index]!;
    if (xAdvance === advanceWidth || index === places.length - 1) continue;
    operands += `<${letters}>${number(advanceWidth - xAdvance)}`;
    letters = '';
  }
  return { operators: operands === '' ? `<${letters}> Tj` : `[${operands}<${letters}>] TJ` };
}

function number(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
