/** Letterhead and title: columns wide enough for their texts, rules as long as the decree asks, number and date on one level. */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { textWidthPt } from '../../../src/render/text-width.js';
import { sampleDocument } from '../../support/sample-document.js';
import type { XmlElement } from '../../support/readers/xml.js';
import { all, cellsOf, openDocx, paragraphsOf, property, rowsOf, text, type OpenDocx } from './open-docx.js';

const TEXT_TWIPS = 11906 - 1701 - 851;
const twips = (pt: number): number => pt * 20;

const columnsOf = (table: XmlElement): number[] => all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));

/** Length of a rule in twips and how far its middle is from that of its column. */
function ruleIn(paragraph: XmlElement, columnTwips: number): { length: number; off: number } {
  const left = Number(property(paragraph, 'w:pPr', 'w:ind', 'w:left'));
  const right = Number(property(paragraph, 'w:pPr', 'w:ind', 'w:right'));
  expect(property(paragraph, 'w:pPr', 'w:pBdr', 'w:top', 'w:val')).toBe('single');
  expect(text(paragraph)).toBe('');
  return { length: columnTwips - left - right, off: Math.abs(left - right) / 2 };
}

const letterheadOf = ({ body }: OpenDocx): XmlElement => all(body, 'w:tbl')[0]!;

describe('letterhead', () => {
  it.each(['A', 'B'] as const)('has a rule exactly as long as Tiêu ngữ in profile %s', async (profile) => {
    const table = letterheadOf(await openDocx(sampleDocument(), profile));
    const [, right] = columnsOf(table);
    const [nation] = cellsOf(rowsOf(table)[0]!).slice(1);
    const { length, off } = ruleIn(paragraphsOf(nation!, 'DuongKe')[0]!, right!);
    const motto = twips(textWidthPt('Độc lập - Tự do - Hạnh phúc', profile === 'A' ? 13 : 14, { bold: true }));
    expect(Math.abs(length - motto)).toBeLessThanOrEqual(1);
    expect(off).toBeLessThanOrEqual(1);
  });

  it('has a rule of a third to a half of the last line of the issuer', async () => {
    const table = letterheadOf(await openDocx(sampleDocument()));
    const [left] = columnsOf(table);
    const { length, off } = ruleIn(paragraphsOf(cellsOf(rowsOf(table)[0]!)[0]!, 'DuongKe')[0]!, left!);
    const line = twips(textWidthPt('HÀNH CHÍNH CÔNG', 12, { bold: true }));
    expect(length / line).toBeGreaterThan(1 / 3);
    expect(length / line).toBeLessThan(1 / 2);
    expect(off).toBeLessThanOrEqual(1);
  });

  it('puts number and date in one row, under the names', async () => {
    const table = letterheadOf(await openDocx(sampleDocument()));
    const rows = rowsOf(table);
    expect(rows).toHaveLength(2);
    expect(cellsOf(rows[1]!).map((cell) => text(cell).replaceAll('\u00A0', ''))).toEqual(['Số: /BC-TTHC', 'Sóc Trăng, ngày  tháng  năm 2021']);
    expect(cellsOf(rows[1]!).map((cell) => property(cell, 'w:tcPr', 'w:vAlign', 'w:val'))).toEqual(['bottom', 'bottom']);
  });

  it('is as wide as the text, without borders and cell margins', async () => {
    const table = letterheadOf(await openDocx(sampleDocument()));
    expect(columnsOf(table).reduce((sum, width) => sum + width)).toBe(TEXT_TWIPS);
    for (const side of ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV']) {
      expect(property(table, 'w:tblPr', 'w:tblBorders', side, 'w:val')).toBe('none');
    }
    for (const side of ['w:left', 'w:right']) expect(property(table, 'w:tblPr', 'w:tblCellMar', side, 'w:w')).toBe('0');
  });

  it.each([
    ['A', 'Sóc Trăng, ngày 05 tháng 01 năm 2021'],
    ['B', 'Sóc Trăng, ngày 05 tháng 01 năm 2021'],
    ['B', 'Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026'],
  ] as const)('never wraps Quốc hiệu nor the date: profile %s, %s', async (profile, date) => {
    const document: OfficialDocument = { ...sampleDocument(), placeAndDate: [{ type: 'text', text: date }] };
    const [left, right] = columnsOf(letterheadOf(await openDocx(document, profile)));
    expect(right!).toBeGreaterThan(twips(textWidthPt('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', profile === 'A' ? 12 : 13, { bold: true })));
    expect(right!).toBeGreaterThan(twips(textWidthPt(date, profile === 'A' ? 13 : 14, { italic: true })));
    expect(left! + right!).toBe(TEXT_TWIPS);
  });

  it('leaves the agency its column whatever the date line asks for', async () => {
    const document: OfficialDocument = { ...sampleDocument(), placeAndDate: [{ type: 'text', text: 'Thành phố '.repeat(40) }] };
    const [left, right] = columnsOf(letterheadOf(await openDocx(document)));
    expect(left!).toBeGreaterThanOrEqual(2268);
    expect(left! + right!).toBe(TEXT_TWIPS);
  });

  it('breaks an agency name that does not fit into about equal lines, away from Quốc hiệu', async () => {
    const table = letterheadOf(await openDocx(sampleDocument()));
    const [left] = columnsOf(table);
    const parent = paragraphsOf(table, 'CoQuanChuQuan')[0]!;
    const room = left! - Number(property(parent, 'w:pPr', 'w:ind', 'w:left')) - Number(property(parent, 'w:pPr', 'w:ind', 'w:right'));
    expect(room).toBeGreaterThan(twips(textWidthPt('VĂN PHÒNG UBND', 12)));
    expect(room).toBeLessThan(twips(textWidthPt('VĂN PHÒNG UBND TỈNH', 12)));
  });
});

describe('title', () => {
  it('has a rule of a third to a half of its last line', async () => {
    const { body } = await openDocx(sampleDocument());
    const rule = paragraphsOf(body, 'DuongKe')[2]!;
    const line = twips(textWidthPt('tháng 02 năm 2021', 14, { bold: true }));
    const { length, off } = ruleIn(rule, TEXT_TWIPS);
    expect(length / line).toBeGreaterThan(1 / 3);
    expect(length / line).toBeLessThan(1 / 2);
    expect(off).toBeLessThanOrEqual(1);
  });
});
