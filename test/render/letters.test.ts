/** The công văn in both formats: words, boxes, place of the trích yếu, address on page 1 only, every form of signing (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5.b, II.7, III). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentMarks, OfficialDocument } from '../../src/document/tree.js';
import { readDocxText, wordsInOrder } from '../support/readers/docx-text.js';
import { lintPackage } from '../support/readers/package-lint.js';
import { pdfWords } from '../support/readers/pdf-text.js';
import { treeWords } from '../support/readers/tree-text.js';
import { compareWords } from '../support/readers/words.js';
import { sampleLetter } from '../support/sample-letter.js';
import { validateFile } from '../support/validate-open-xml.js';
import { all, openDocx, paragraphsOf, property, text } from './docx/open-docx.js';
import { extent, findLine, linesOf, openPdf } from './pdf/open-pdf.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-letters-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectSound(document: OfficialDocument, name: string): Promise<void> {
  const docx = await openDocx(document, 'B');
  const pdf = await openPdf(document, 'B');
  expect([...docx.findings, ...pdf.findings]).toEqual([]);
  const tree = { name: 'tree', words: treeWords(document) };
  expect(compareWords({ name: 'DOCX', words: wordsInOrder(readDocxText(docx.bytes)) }, tree)).toEqual([]);
  expect(compareWords({ name: 'PDF', words: pdfWords(pdf.pages).map(({ text: word }) => word) }, tree)).toEqual([]);
  expect(lintPackage(docx.bytes)).toEqual([]);
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, docx.bytes);
  expect((await validateFile(file)).errors).toEqual([]);
}

describe('signatures', () => {
  it.each([
    [['GIÁM ĐỐC']],
    [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    [['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG HÀNH CHÍNH']],
    [['TL. GIÁM ĐỐC', 'KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG']],
    [['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG HÀNH CHÍNH']],
    [['Q. GIÁM ĐỐC']],
  ])('%j', async (authority) => {
    await expectSound({ ...sampleLetter(), signature: { authority, name: 'Nguyễn Văn A' } }, `ky-${authority.join('-')}`);
  });
});

const BOXES: readonly [DocumentMarks, number][] = [
  [{ urgency: 'HỎA TỐC' }, 30],
  [{ urgency: 'THƯỢNG KHẨN' }, 40],
  [{ urgency: 'KHẨN' }, 20],
];

/** Extents of the lines drawn on page 1, in millimetres. */
async function drawn(bytes: Uint8Array): Promise<{ width: number; height: number }[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false }).promise;
  try {
    const operators = await (await document.getPage(1)).getOperatorList();
    const mm = (pt: number): number => (Math.abs(pt) * 25.4) / 72;
    return operators.fnArray.flatMap((operator, index) => {
      if (operator !== OPS.constructPath) return [];
      const box = (operators.argsArray[index] as [number, unknown, Record<number, number> | null])[2];
      return box ? [{ width: mm(box[2]! - box[0]!), height: mm(box[3]! - box[1]!) }] : [];
    });
  } finally {
    await document.destroy();
  }
}

describe('boxes', () => {
  it.each(BOXES)('%j is %s mm wide and 8 mm high, red', async (marks, widthMm) => {
    const document = { ...sampleLetter(), marks };
    await expectSound(document, `dau-${widthMm}`);
    const { body } = await openDocx(document);
    const table = all(body, 'w:tbl').find((one) => text(one) === marks.urgency)!;
    expect(Number(property(table, 'w:tblPr', 'w:tblW', 'w:w'))).toBeCloseTo((widthMm * 1440) / 25.4, -1);
    expect(Number(property(all(table, 'w:tr')[0]!, 'w:trPr', 'w:trHeight', 'w:val'))).toBe(454);
    expect(property(all(table, 'w:tr')[0]!, 'w:trPr', 'w:trHeight', 'w:hRule')).toBe('exact');
    expect(property(all(table, 'w:r')[0]!, 'w:rPr', 'w:color', 'w:val')).toBe('FF0000');
    const lines = await drawn((await openPdf(document)).bytes);
    expect(lines.filter(({ width, height }) => Math.abs(width - widthMm) < 0.1 && height < 0.1)).toHaveLength(2);
    expect(lines.filter(({ width, height }) => Math.abs(height - 8) < 0.1 && width < 0.1)).toHaveLength(2);
  });

  it.each(['LƯU HÀNH NỘI BỘ', 'XEM XONG TRẢ LẠI'] as const)('%s stands above the text at the right of page 1', async (circulation) => {
    const document = { ...sampleLetter(), marks: { circulation } };
    await expectSound(document, circulation);
    const { pages } = await openPdf(document);
    const { page, line } = findLine(pages, circulation);
    expect(page.number).toBe(1);
    expect(page.heightPt - line.y).toBeLessThan((20 * 72) / 25.4);
    expect(extent(line).left).toBeGreaterThan(page.widthPt / 2);
  });
});

describe('công văn', () => {
  it('has «V/v» under the number, 6 pt below, and no title', async () => {
    const { pages } = await openPdf(sampleLetter());
    const number = findLine(pages, '/UBND-TTHC').line;
    const subject = findLine(pages, 'V/v').line;
    expect(linesOf(pages[0]!).findIndex((line) => line.includes('V/v'))).toBe(linesOf(pages[0]!).findIndex((line) => line.includes('/UBND-TTHC')) + 1);
    expect(number.y - subject.y).toBeGreaterThan(6 + 13);
    expect(number.y - subject.y).toBeLessThan(6 + 13 * 1.5);
    expect(subject.items.every(({ sizePt }) => Math.abs(sizePt - 13) < 0.01)).toBe(true);
    const { body } = await openDocx(sampleLetter());
    expect(paragraphsOf(body, 'TrichYeuCongVan').map(text)).toEqual([expect.stringMatching(/^V\/v /)]);
    expect([...paragraphsOf(body, 'TenLoai'), ...paragraphsOf(body, 'TrichYeu')]).toEqual([]);
  });

  it('has the drafter behind «Lưu» on its line', async () => {
    const { pages } = await openPdf(sampleLetter());
    expect(pages.flatMap(linesOf).some((line) => line.startsWith('- Lưu: VT, TTHC. PL.(300)'))).toBe(true);
  });

  it('has the address at the foot of page 1 only, under the text', async () => {
    const document = { ...sampleLetter(), body: [...sampleLetter().body, ...sampleLetter().body, ...sampleLetter().body] };
    const { pages, bytes } = await openPdf(document);
    const [first] = sampleLetter().address!;
    expect(pages.filter((page) => linesOf(page).some((line) => line.includes(first!))).map(({ number }) => number)).toEqual([1]);
    expect(linesOf(pages[0]!).slice(-2)).toEqual(sampleLetter().address);
    expect((await drawn(bytes)).filter(({ width }) => Math.abs(width - 165) < 0.1)).toHaveLength(1);
    const { body } = await openDocx(document);
    expect(all(body, 'w:footerReference').map((one) => one.attributes['w:type'])).toEqual(['first']);
  });
});
