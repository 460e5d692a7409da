/** Widths against the table of measured lines in the rules of form (Nghị định 30/2020/NĐ-CP asks for rules as long as their text). */
import { describe, expect, it } from 'vitest';
import { balancedWidthPt, textWidthMm, textWidthPt, wrapText } from '../../src/render/text-width.js';

describe('textWidthMm', () => {
  it.each([
    ['Độc lập - Tự do - Hạnh phúc', 13, { bold: true }, 56.1],
    ['Độc lập - Tự do - Hạnh phúc', 14, { bold: true }, 60.5],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, { bold: true }, 88.3],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, { bold: true }, 95.7],
    ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 12, { bold: true }, 89.4],
    ['SỞ NỘI VỤ', 13, { bold: true }, 23.7],
    ['Hưng Yên, ngày 20 tháng 11 năm 2026', 13, { italic: true }, 72.1],
    ['Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026', 14, { italic: true }, 103.9],
  ] as const)('%s at %d pt', (text, sizePt, face, mm) => {
    expect(Math.abs(textWidthMm(text, sizePt, face) - mm)).toBeLessThan(0.06);
  });

  it('has an advance for every letter of Vietnamese', () => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';
    for (const letter of letters + letters.toUpperCase()) {
      for (const face of [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]) {
        const plain = letter.normalize('NFD')[0]!.replace('đ', 'd').replace('Đ', 'D');
        expect(textWidthPt(letter, 100, face)).toBeGreaterThanOrEqual(textWidthPt(plain, 100, face) * 0.99);
        expect(textWidthPt(letter, 100, face)).toBeLessThan(textWidthPt(plain, 100, face) * 1.4);
      }
    }
  });
});

describe('wrapText', () => {
  it('breaks at spaces only, keeps line breaks and loses nothing', () => {
    const text = 'Tình hình, kết quả hoạt động của Trung tâm\ntháng\u00A002 năm 2021';
    const lines = wrapText(text, 14, { bold: true }, 120);
    expect(lines.join(' ')).toBe(text.replace('\n', ' '));
    expect(lines.every((line) => !line.includes(' ') || textWidthPt(line, 14, { bold: true }) <= 120)).toBe(true);
    expect(lines).toContain('tháng\u00A002 năm 2021');
  });

  it('leaves a word that is wider than the column whole', () => {
    expect(wrapText('1216/QĐ-UBND', 14, {}, 10)).toEqual(['1216/QĐ-UBND']);
    expect(wrapText('', 14, {}, 10)).toEqual(['']);
  });
});

describe('balancedWidthPt', () => {
  it('keeps the number of lines and evens them out', () => {
    const text = 'Kết quả Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan';
    const width = balancedWidthPt(text, 14, { bold: true }, 440);
    expect(width).toBeLessThan(440);
    const lines = wrapText(text, 14, { bold: true }, width);
    expect(lines).toHaveLength(wrapText(text, 14, { bold: true }, 440).length);
    const widths = lines.map((line) => textWidthPt(line, 14, { bold: true }));
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.8);
  });

  it('of one line is its own width', () => {
    expect(balancedWidthPt('SỞ NỘI VỤ', 12, { bold: true }, 400)).toBeCloseTo(textWidthPt('SỞ NỘI VỤ', 12, { bold: true }), 0);
  });
});
