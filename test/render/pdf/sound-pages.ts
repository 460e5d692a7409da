/** What holds for every PDF of this writer, whatever its tree: asked of the pages as pdf.js reads them. */
import { expect } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { bodyLines, lineText, marksOf, noteLines, pdfWords, type PdfItem, type PdfPage } from '../../support/readers/pdf-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { compareWords } from '../../support/readers/words.js';
import type { OpenPdf } from './open-pdf.js';

const MM = 72 / 25.4;

/** Words of the form `broken` are wider than their columns and stand on several lines: they are compared letter by letter. */
export function expectSound(document: OfficialDocument, { pages, findings }: OpenPdf, broken = /^$/): void {
  expect(findings).toEqual([]);
  const [read, expected] = [pdfWords(pages).map(({ text }) => text), treeWords(document)] as const;
  const whole = (words: readonly string[]): string[] => words.filter((word) => !broken.test(word));
  const letters = (words: readonly string[]): string => [...words.filter((word) => broken.test(word)).join('')].sort().join('');
  expect(compareWords({ name: 'PDF', words: whole(read) }, { name: 'tree', words: whole(expected) })).toEqual([]);
  expect(letters(read)).toBe(letters(expected));
  expect(notesAstray(pages)).toEqual([]);
  expect(pages.flatMap(overlaps)).toEqual([]);
  expect(pages.flatMap(outside)).toEqual([]);
}

/** Pages on which other notes begin than have their marks there; marks of a header that comes again count on its first page. */
function notesAstray(pages: readonly PdfPage[]): string[] {
  const seen = new Set<number>();
  return pages.flatMap((page) => {
    const marks = marksOf(bodyLines(page)).filter((number) => !seen.has(number)).sort((a, b) => a - b);
    const begun = marksOf(noteLines(page));
    for (const number of marks) seen.add(number);
    return JSON.stringify(marks) === JSON.stringify(begun) ? [] : [`page ${page.number}: marks ${marks.join(' ')}, notes ${begun.join(' ')}`];
  });
}

/** Letters of two lines in one place. */
function overlaps({ number, lines }: PdfPage): string[] {
  const items = lines.flatMap((line) => line.items.filter(({ text, raised }) => text.trim() !== '' && !raised));
  return items.flatMap((one, at) => items.slice(at + 1).flatMap((other) => (overlap(one, other) ? [`page ${number}: «${one.text}» and «${other.text}»`] : [])));
}

function overlap(one: PdfItem, other: PdfItem): boolean {
  const apart = Math.abs(one.y - other.y);
  if (apart >= Math.min(one.sizePt, other.sizePt) * 0.9) return false;
  const ink = ({ text, width }: PdfItem): number => (width * text.trimEnd().length) / text.length;
  return one.x + ink(one) > other.x + 0.5 && other.x + ink(other) > one.x + 0.5;
}

/** Margins of Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3; the page number stands in the upper one. */
function outside(page: PdfPage): string[] {
  const lines = [...bodyLines(page), ...noteLines(page)];
  return lines.flatMap((line) => {
    const inked = line.items.filter(({ text }) => text.trim() !== '');
    const left = Math.min(...inked.map(({ x }) => x));
    const right = Math.max(...inked.map(({ x, width, text }) => x + (width * text.trimEnd().length) / text.length));
    const isInside = left > 30 * MM - 0.6 && right < page.widthPt - 15 * MM + 0.6 && line.y > 20 * MM - 0.6 && line.y < page.heightPt - 20 * MM;
    return isInside ? [] : [`page ${page.number}: «${lineText(line)}» from ${left} to ${right} at ${line.y}`];
  });
}
