/**
 * Finished pages → operators of PDF. Ours, for the renderer of pdfmake 0.3.11 gives every word a graphics state of its own,
 * eleven operators where one does, and that was a third of the time of a document. Only what nearly everything is made of,
 * black letters and black lines; the rest goes to that renderer: pictures, colours, dashes, letters that are shifted from
 * their place. test/render/pdf/press.test.ts draws both ways and compares letters, places and pixels.
 */
import { textShape, type TextShape, type WordGlyph } from './measure.js';
import type { PressDocument, PdfFont } from './press-document.js';
import type { PageItem, PrintedInline, PrintedLine, PrintedPage, Vector } from './printed-page.js';

/** How far the number of a note stands above its line, in sizes: pdfmake's. */
const RAISED = 0.75;

/** Operators that show a text where it stands; undefined where some of its letters are shifted. */
type Encoder = (inline: PrintedInline) => string | undefined;

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
      } else if (item.type === 'line' && item.item.inlines.every((inline) => !inline.color && encode(inline) !== undefined)) {
        for (const inline of item.item.inlines) {
          document.page.fonts[inline.font.id] ??= inline.font.ref();
          open.push(drawWord(item.item, inline, encode(inline)!));
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
  const fonts = new Map<PdfFont, Map<string, string | undefined>>();
  for (const { items } of pages) {
    for (const { type, item } of items) {
      if (type !== 'line') continue;
      for (const { font, text } of item.inlines) {
        const texts = fonts.get(font);
        if (texts) texts.set(text, undefined);
        else fonts.set(font, new Map([[text, undefined]]));
      }
    }
  }
  for (const [font, texts] of fonts) {
    const codes = glyphCodes(font, texts.keys());
    for (const text of texts.keys()) texts.set(text, encodeText(textShape(text, font.faceName), codes));
  }
  return ({ font, text }) => fonts.get(font)!.get(text);
}

/** By the letter's number in the font: its number in the subset, as pdfkit writes it. */
function glyphCodes(font: PdfFont, texts: Iterable<string>): ReadonlyMap<number, string> {
  const glyphs = new Map<number, WordGlyph>();
  for (const text of texts) for (const glyph of textShape(text, font.faceName).glyphs) if (!glyphs.has(glyph.id)) glyphs.set(glyph.id, glyph);
  const codes = new Map<number, string>();
  for (const { id, advanceWidth, codePoints } of [...glyphs.values()].sort((a, b) => a.id - b.id)) {
    const code = font.subset.includeGlyph(id);
    font.widths[code] ??= advanceWidth * font.scale;
    font.unicode[code] ??= codePoints;
    codes.set(id, code.toString(16).padStart(4, '0'));
  }
  return codes;
}

function encodeText({ glyphs, positions }: TextShape, codes: ReadonlyMap<number, string>): string | undefined {
  let operands = '';
  let letters = '';
  for (let index = 0; index < glyphs.length; index++) {
    const { xAdvance, advanceWidth, xOffset, yOffset } = positions[index]!;
    if (xOffset !== 0 || yOffset !== 0) return undefined;
    letters += codes.get(glyphs[index]!.id)!;
    if (xAdvance === advanceWidth || index === glyphs.length - 1) continue;
    operands += `<${letters}>${number(advanceWidth - xAdvance)}`;
    letters = '';
  }
  return operands === '' ? `<${letters}> Tj` : `[${operands}<${letters}>] TJ`;
}

function number(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
