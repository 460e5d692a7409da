/** A long report with everything in it: every word once, nothing over anything else, each note at its mark, the contents right. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { pdfWriter } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../../src/render/style.js';
import { entryNumber, lineText, marksOf, noteLines, readPdfPages, type PdfPage } from '../../support/readers/pdf-text.js';
import { barsSvg, stressDocument } from '../../support/stress-document.mjs';
import { linesOf, type OpenPdf } from './open-pdf.js';
import { expectSound } from './sound-pages.js';

let document: OfficialDocument;
let pdf: OpenPdf;
beforeAll(async () => {
  document = stressDocument();
  const { bytes, findings } = await pdfWriter(barsSvg)(document, pageStyle('B'));
  pdf = { bytes, findings, pages: await readPdfPages(bytes) };
}, 120_000);

/** Labels of the chart are compared apart: its picture holds them, the tree lists them as no runs. */
function withoutPicture(page: PdfPage): PdfPage {
  return { ...page, lines: page.lines.map((line) => ({ ...line, items: line.items.filter(({ text }) => !/^Tỉnh\d+$/.test(text.trim())) })).filter(({ items }) => items.some(({ text }) => text.trim() !== '')) };
}

describe('a long report', () => {
  it('has every word once, its notes at their marks, nothing over anything else and nothing off the page', () => {
    expect(pdf.pages.length).toBeGreaterThan(40);
    expectSound(document, { ...pdf, pages: pdf.pages.map(withoutPicture) }, /^[()\d=+]*[()][()\d=+]*$/);
    expect(pdf.pages.flatMap((page) => marksOf(noteLines(page))).length).toBeGreaterThanOrEqual(60);
  });

  it('has the label of each category of its chart', () => {
    const labels = pdf.pages.flatMap(({ lines }) => lines.flatMap(({ items }) => items.map(({ text }) => text.trim()))).filter((text) => /^Tỉnh\d+$/.test(text));
    expect(new Set(labels)).toEqual(new Set(document.body.flatMap((block) => (block.type === 'chart' ? block.categories : []))));
  });

  it('has the right page numbers in its contents', () => {
    const entries = pdf.pages[0]!.lines.flatMap((line) => entryNumber(line) ?? []);
    const actual = pdf.pages.flatMap((page, at) => (at === 0 ? [] : page.lines.filter((line) => /^([IVX]+\. MỤC|\d+\. khoản)/.test(lineText(line).trim())).map(() => Number(linesOf(page)[0]))));
    expect(entries).toEqual(actual);
    expect(entries).toHaveLength(16);
  });

  it('is the same, byte for byte, when it is written again', async () => {
    const again = await pdfWriter(barsSvg)(stressDocument(), pageStyle('B'));
    expect(Buffer.from(again.bytes).equals(Buffer.from(pdf.bytes))).toBe(true);
  });
});
