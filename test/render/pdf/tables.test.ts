/** Tables: repeated header rows, true spans, widths, rows kept whole, and none lost. */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { pdfWords } from '../../support/readers/pdf-text.js';
import { treeWords } from '../../support/readers/tree-text.js';
import { compareWords } from '../../support/readers/words.js';
import { sampleDocument } from '../../support/sample-document.js';
import { cell, drawnLines, findLine, linesOf, openPdf, paragraph, table, withBody, words } from './open-pdf.js';

const MM = 72 / 25.4;

async function expectWhole(document: OfficialDocument): Promise<void> {
  const { pages, findings } = await openPdf(document);
  expect(findings).toEqual([]);
  const read = pdfWords(pages).map(({ text }) => text);
  expect(compareWords({ name: 'PDF', words: read }, { name: 'tree', words: treeWords(document) })).toEqual([]);
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => [cell(`hàng${row}`), cell(String(row))]);

describe('a table', () => {
  it('repeats its header rows on each page', async () => {
    const { pages, findings } = await openPdf(withBody(table([[cell('Tên'), cell('Kết quả', {})]], rows(120))));
    expect(findings).toEqual([]);
    const own = pages.filter((page) => linesOf(page).some((line) => line.startsWith('hàng')));
    expect(own.length).toBeGreaterThan(2);
    for (const page of own) expect(linesOf(page).filter((line) => /^Tên +Kết quả$/.test(line))).toHaveLength(1);
  });

  it('goes from margin to margin in both orientations', async () => {
    for (const orientation of ['portrait', 'landscape'] as const) {
      const appendix = { ...sampleDocument().appendices[0]!, orientation };
      const { bytes, pages } = await openPdf({ ...sampleDocument(), appendices: [appendix] });
      const page = pages.findIndex((one) => linesOf(one)[0] === 'Phụ lục I');
      const lines = await drawnLines(bytes, page + 1);
      const { widthPt } = pages[page]!;
      expect(Math.abs(Math.min(...lines.map(({ x0 }) => x0)) - 30 * MM)).toBeLessThan(1);
      expect(Math.abs(Math.max(...lines.map(({ x1 }) => x1)) - (widthPt - 15 * MM))).toBeLessThan(1);
    }
  });

  it('has the text of a spanning header in the middle of its height', async () => {
    const { pages } = await openPdf({ ...sampleDocument(), body: [paragraph('x')] });
    const page = pages.find((one) => linesOf(one)[0] === 'Phụ lục I')!;
    const top = findLine([page], 'Kết quả giải quyết').line.y;
    const bottom = findLine([page], 'tuyến').line.y;
    const middle = findLine([page], 'STT').line.y;
    expect(Math.abs((top + bottom) / 2 - middle)).toBeLessThan(12);
  });

  it('loses nothing, whatever its spans', async () => {
    const header = [[cell('A', { rowSpan: 2 }), cell('B', { colSpan: 2 }), cell('C', { rowSpan: 2 })], [cell('B1'), cell('B2')]];
    const groups = Array.from({ length: 30 }, (_, group) => [
      [cell(`nhóm${group}`, { rowSpan: 3 }), cell(words(12, `g${group}a`)), cell('1'), cell('2')],
      [cell('x'), cell('y', { colSpan: 2 })],
      [cell('z', { colSpan: 3 })],
    ]).flat();
    await expectWhole(withBody(table(header, groups, 4), paragraph('Hết./.')));
  });

  it('is printed with a row, or a header, taller than a page', async () => {
    await expectWhole(withBody(table([[cell('Tên'), cell('Số')]], [[cell('một'), cell(words(1500))], ...rows(3)]), paragraph('Hết./.')));
    await expectWhole(withBody(table([[cell(words(1500)), cell('Số')]], rows(3)), paragraph('Hết./.')));
  });

  it('is printed when it has no header, no rows, or rows of other lengths', async () => {
    await expectWhole(withBody(table([], [[cell('a'), cell('b')]], 2), table([[cell('c'), cell('d')]], []), table([[cell('e'), cell('f')]], [[cell('g')], []]), paragraph('Hết./.')));
  });

  it('tells of a cell for which it has no column', async () => {
    const { findings } = await openPdf(withBody(table([[cell('A')]], [[cell('a'), cell('thừa')]]), paragraph('Hết./.')));
    expect(findings.map(({ code, severity }) => ({ code, severity }))).toEqual([{ code: 'content-lost', severity: 'error' }]);
    expect(findings[0]!.message).toContain('«thừa»');
  });

  it('breaks a word wider than its column, and no other', async () => {
    const document = withBody(table([Array.from({ length: 12 }, (_, column) => cell(`Cột ${column}`))], [Array.from({ length: 12 }, () => cell('1216/QĐ-UBND-VĂN-PHÒNG'))]), paragraph('Hết./.'));
    const { pages, findings } = await openPdf(document);
    expect(findings).toEqual([]);
    const read = pages.flatMap(linesOf).join('').replace(/\s/g, '');
    expect([...read.matchAll(/UBND/g)].length).toBeGreaterThan(0);
    const narrow = table([[cell('Tên'), cell('Số')]], [[cell('x'), cell('1216/QĐ-UBND')]]);
    const { pages: wide } = await openPdf(withBody({ ...narrow, columns: [{ ...narrow.columns[0]!, weight: 60 }, { ...narrow.columns[1]!, weight: 1 }] }));
    expect(findLine(wide, '1216/QĐ-UBND').line).toBeDefined();
  });
});

