/** Paper, margins, orientation and page numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I, I and III.1.đ), and the same bytes everywhere. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { lineText } from '../../support/readers/pdf-text.js';
import { sampleDocument } from '../../support/sample-document.js';
import { extent, linesOf, openPdf, paragraph, words, type OpenPdf } from './open-pdf.js';

const MM = 72 / 25.4;

/** A body of several pages and three appendices, the last upright, each longer than a page. */
function longDocument(): OfficialDocument {
  const sample = sampleDocument();
  const long = Array.from({ length: 12 }, (_, index) => paragraph(words(150, `p${index}w`)));
  const [first, second] = sample.appendices;
  return {
    ...sample,
    body: [...sample.body, ...long],
    appendices: [
      { ...first!, blocks: [...first!.blocks, ...long] },
      { ...second!, blocks: [...second!.blocks, ...long] },
      { ...second!, id: 'appendix-3', label: 'Phụ lục III', orientation: 'portrait', blocks: long },
    ],
  };
}

let pdf: OpenPdf;
beforeAll(async () => {
  pdf = await openPdf(longDocument());
});

describe('pages', () => {
  it('are A4, appendices in their own orientation', () => {
    expect(pdf.findings).toEqual([]);
    const shapes = pdf.pages.map(({ widthPt, heightPt }) => `${Math.round(widthPt / MM)}×${Math.round(heightPt / MM)}`);
    expect(new Set(shapes)).toEqual(new Set(['210×297', '297×210']));
    const starts = ['Phụ lục I', 'Phụ lục II', 'Phụ lục III'].map((label) => pdf.pages.findIndex((page) => linesOf(page)[0] === label));
    const [first, second, third] = starts as [number, number, number];
    expect(new Set(shapes.slice(0, first))).toEqual(new Set(['210×297']));
    expect(new Set(shapes.slice(first, third))).toEqual(new Set(['297×210']));
    expect(new Set(shapes.slice(third))).toEqual(new Set(['210×297']));
    expect(second).toBeGreaterThan(first + 1);
  });

  it('are numbered from 2 within each section, first pages without a number', () => {
    const starts = new Set(['VĂN PHÒNG UBND', 'Phụ lục I', 'Phụ lục II', 'Phụ lục III']);
    let expected = 0;
    for (const page of pdf.pages) {
      const top = page.lines[0]!;
      const inMargin = page.heightPt - top.y < 20 * MM;
      if (!inMargin) {
        expect([...starts].some((start) => lineText(top).trim().startsWith(start)), lineText(top)).toBe(true);
        expected = 1;
        continue;
      }
      expect(lineText(top).trim()).toBe(String(++expected));
      const { left, right } = extent(top);
      expect((left + right) / 2).toBeCloseTo((30 * MM + page.widthPt - 15 * MM) / 2, 0);
      expect(top.items[0]!.sizePt).toBe(14);
    }
  });

  it('have nothing outside of the margins', () => {
    for (const page of pdf.pages) {
      for (const line of page.lines.filter(({ y }) => page.heightPt - y > 20 * MM)) {
        const { left, right } = extent(line);
        expect(left, lineText(line)).toBeGreaterThan(30 * MM - 0.5);
        expect(right, lineText(line)).toBeLessThan(page.widthPt - 15 * MM + 0.5);
        expect(line.y, lineText(line)).toBeGreaterThan(20 * MM);
      }
    }
  });

  it('are none more where a page break ends a section', async () => {
    const sample = sampleDocument();
    const appendix = { ...sample.appendices[0]!, blocks: [paragraph('x'), { type: 'pageBreak' } as const] };
    const { pages } = await openPdf({ ...sample, body: [paragraph('x'), { type: 'pageBreak' }], appendices: [appendix] });
    expect(pages).toHaveLength(2);
  });
});

describe('the file', () => {
  it('carries title, author, language and the date of the period, and claims nothing more', async () => {
    const document = await getDocument({ data: Uint8Array.from(pdf.bytes), verbosity: 0 }).promise;
    const { info, metadata, hasStructTree } = (await document.getMetadata()) as unknown as { info: Record<string, unknown>; metadata: unknown; hasStructTree: boolean };
    const { title, subject, author } = sampleDocument().properties;
    expect(info).toMatchObject({ Title: title, Subject: subject, Author: author, Creator: 'baocao', Producer: 'baocao', Language: 'vi-VN' });
    expect(info).toMatchObject({ CreationDate: 'D:20210215000000Z', ModDate: 'D:20210215000000Z' });
    expect(metadata).toBeNull();
    expect(hasStructTree).toBe(false);
    await document.destroy();
  });

  it('is the same, byte for byte, in another process and time zone', () => {
    const script = join(import.meta.dirname, 'write-in-child.mjs');
    const hashes = ['Asia/Ho_Chi_Minh', 'America/St_Johns'].map((TZ) =>
      execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8', input: JSON.stringify(sampleDocument()) }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });
});
