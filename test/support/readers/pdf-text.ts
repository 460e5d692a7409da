/** The text of a PDF with its places on the pages, by pdf.js: nothing of the writer is used. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { wordsOf } from './words.js';

/** Points, origin bottom left; `y` is the baseline. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sizePt: number;
  /** The number of a note: small digits above the base line of the words beside it. No word of the text. */
  readonly raised?: true;
}

/** Items on one baseline, from left to right. */
export interface PdfLine {
  readonly y: number;
  readonly items: readonly PdfItem[];
}

export interface PdfPage {
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly lines: readonly PdfLine[];
}

export interface PdfWord {
  readonly text: string;
  readonly page: number;
}

export async function readPdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  // pdf.js takes the bytes away from their owner. Fonts are embedded; their shapes are not needed for the text.
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true, isEvalSupported: false }).promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item): PdfItem[] => {
        if (!('str' in item) || item.str === '') return [];
        const [, , c, d, x, y] = item.transform as [number, number, number, number, number, number];
        return [{ text: item.str, x, y, width: item.width, sizePt: Math.hypot(c, d) }];
      });
      pages.push({ number, widthPt, heightPt, lines: toLines(texts) });
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

/**
 * Words of all pages in reading order, then those of the notes at the feet of the pages, so that neither interrupts the other.
 * Page numbers, those of the contents too, the numbers of notes, and header rows that come again at the top of a page are taken out.
 */
export function pdfWords(pages: readonly PdfPage[]): readonly PdfWord[] {
  const words = (page: PdfPage, lines: readonly PdfLine[]): PdfWord[] => lines.flatMap((line) => wordsOf(lineText(line)).map((text) => ({ text, page: page.number })));
  const text = pages.flatMap((page, at) => {
    const lines = bodyLines(page);
    const before = pages[at - 1];
    const repeated = before ? repeatedHeaderLines(lines, before) : 0;
    return words(page, lines.slice(repeated).map(withoutEntryNumber));
  });
  return [...text, ...pages.flatMap((page) => words(page, noteLines(page)))];
}

export function lineText({ items }: PdfLine): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    // A gap of a sixth of the size is a blank: letters of a word touch, table cells and justified words do not.
    if (!item.raised && item.x - end > item.sizePt / 6) text += ' ';
    if (!item.raised) text += item.text;
    end = item.x + item.width;
  }
  return text;
}

/** Between the page number and the notes. */
export function bodyLines(page: PdfPage): readonly PdfLine[] {
  const lines = withoutPageNumber(page);
  return lines.slice(0, lines.length - notesAtFoot(lines));
}

/** The lowest lines of the page, as far as they are set in the size of notes. */
export function noteLines(page: PdfPage): readonly PdfLine[] {
  const lines = withoutPageNumber(page);
  return lines.slice(lines.length - notesAtFoot(lines));
}

/** Numbers of the notes whose marks stand among the lines, in order. */
export function marksOf(lines: readonly PdfLine[]): readonly number[] {
  return lines.flatMap(({ items }) => items.filter(({ raised }) => raised)).flatMap(({ text }) => text.split(',').filter(Boolean).map(Number));
}

/** The page number at the end of an entry of the contents: alone at the right margin, behind words that are not stretched. */
export function entryNumber({ items }: PdfLine, widthPt = 210 * POINTS_PER_MM): number | undefined {
  const inked = items.filter(({ text }) => text.trim() !== '');
  const [last, before] = [inked.at(-1), inked.at(-2)];
  if (!last || !before || !/^\d{1,4}$/.test(last.text) || Math.abs(last.x + last.width - (widthPt - RIGHT_MARGIN_PT)) > 0.5) return undefined;
  const gaps = inked.slice(1).map((item, at) => item.x - (inked[at]!.x + inked[at]!.width));
  return gaps.at(-1)! > LEAST_LEADER_PT && gaps.slice(0, -1).every((gap) => gap < last.sizePt / 2) ? Number(last.text) : undefined;
}

function withoutEntryNumber(line: PdfLine): PdfLine {
  if (entryNumber(line) === undefined) return line;
  const number = line.items.findLastIndex(({ text }) => text.trim() !== '');
  return { ...line, items: line.items.filter((_, at) => at !== number) };
}

function notesAtFoot(lines: readonly PdfLine[]): number {
  const isNote = ({ items }: PdfLine): boolean => items.every(({ text, raised, sizePt }) => raised || text.trim() === '' || Math.abs(sizePt - NOTE_PT) < 0.05);
  return lines.length - 1 - lines.findLastIndex((line) => !isNote(line));
}

function toLines(all: readonly PdfItem[]): readonly PdfLine[] {
  const marks = all.filter((item) => /^,?\d+$/.test(item.text) && all.some((word) => isBeside(item, word)));
  const lines: { y: number; items: PdfItem[] }[] = [];
  for (const item of all.filter((one) => !marks.includes(one)).sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - item.y < Math.max(1, item.sizePt * 0.15)) line.items.push(item);
    else lines.push({ y: item.y, items: [item] });
  }
  for (const mark of marks) lines.find(({ items }) => items.some((word) => isBeside(mark, word)))!.items.push({ ...mark, raised: true });
  return lines
    .map(({ y, items: own }) => ({ y, items: own.sort((a, b) => a.x - b.x) }))
    .filter((line) => line.items.some(({ text }) => text.trim() !== ''));
}

/** Smaller and higher than the word that it follows, or than the one that follows it after a blank at most. */
function isBeside(mark: PdfItem, word: PdfItem): boolean {
  const rise = (mark.y - word.y) / word.sizePt;
  if (mark.sizePt > word.sizePt * 0.75 || rise < 0.2 || rise > 0.7) return false;
  return Math.abs(word.x + word.width - mark.x) < 12 || Math.abs(mark.x + mark.width - word.x) < word.sizePt * 0.4;
}

const POINTS_PER_MM = 72 / 25.4;
/** Least top margin of Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3. */
const TOP_MARGIN_PT = 20 * POINTS_PER_MM;
const RIGHT_MARGIN_PT = 15 * POINTS_PER_MM;
/** Size of notes, in which nothing else is set. */
const NOTE_PT = 10;
/** Least room for dots before the page number of an entry. */
const LEAST_LEADER_PT = 10;

/** The page number stands alone, centred over the text, in the top margin (I.7). */
function withoutPageNumber({ lines, heightPt, widthPt }: PdfPage): readonly PdfLine[] {
  const [first, ...rest] = lines;
  if (!first || !/^\d{1,4}$/.test(lineText(first).trim()) || heightPt - first.y > TOP_MARGIN_PT) return lines;
  const { x, width } = first.items.find(({ text }) => text.trim() !== '')!;
  // Margins differ by up to 20 mm left and right, so the middle of the text is not that of the page.
  return Math.abs(x + width / 2 - widthPt / 2) <= 12 * POINTS_PER_MM ? rest : lines;
}

/** How many lines at the top of a page stand on the page before in the same columns and distances: a header row repeated by the table. */
function repeatedHeaderLines(lines: readonly PdfLine[], before: PdfPage): number {
  const first = lines[0]?.items.find(({ text }) => text.trim() !== '');
  if (!first) return 0;
  const earlier = before.lines.flatMap(({ items }) => items);
  let most = 0;
  for (const start of earlier.filter((item) => sameItem(first, item, item.y - first.y))) {
    const shift = start.y - first.y;
    const found = lines.findIndex((line) => !line.items.every((item) => item.text.trim() === '' || earlier.some((other) => sameItem(item, other, shift))));
    const count = found < 0 ? lines.length : found;
    if (count > most && lines.slice(0, count).some(hasColumns)) most = count;
  }
  return most;
}

function sameItem(one: PdfItem, other: PdfItem, shift: number): boolean {
  return one.text === other.text && Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y + shift - other.y) < 0.5;
}

function hasColumns({ items }: PdfLine): boolean {
  const texts = items.filter(({ text }) => text.trim() !== '');
  return texts.some((item, at) => at > 0 && item.x - (texts[at - 1]!.x + texts[at - 1]!.width) > item.sizePt / 2);
}
