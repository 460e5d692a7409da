/** Letterhead, title, addressees and signature: what stands under what, and how long the rules are (Nghị định 30/2020/NĐ-CP, Phụ lục I, II). */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import type { SizeProfile } from '../../../src/render/style.js';
import { sampleDocument } from '../../support/sample-document.js';
import { drawnLines, extent, findLine, linesOf, openPdf, text, type DrawnLine } from './open-pdf.js';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

interface Head {
  readonly rules: readonly DrawnLine[];
  readonly middle: (part: string) => number;
  readonly width: (part: string) => number;
  readonly y: (part: string) => number;
}

/** Items of one component; what stands beside it on its line is left out. */
async function head(document: OfficialDocument, profile: SizeProfile): Promise<Head> {
  const { bytes, pages } = await openPdf(document, profile);
  const span = (part: string): { left: number; right: number; y: number } => {
    const { line } = findLine(pages, part);
    const items = line.items.filter((item) => item.text.trim() !== '');
    for (let from = 0; from < items.length; from++) {
      for (let to = from + 1; to <= items.length; to++) {
        const found = items.slice(from, to);
        if (found.map((item) => item.text.trim()).join(' ') === part) return { ...extent({ y: line.y, items: found }), y: line.y };
      }
    }
    throw new Error(`«${part}» is not a whole part of its line`);
  };
  return {
    rules: (await drawnLines(bytes, 1)).slice(0, 3),
    middle: (part) => (span(part).left + span(part).right) / 2,
    width: (part) => span(part).right - span(part).left,
    y: (part) => span(part).y,
  };
}

describe.each<SizeProfile>(['A', 'B'])('letterhead in profile %s', (profile) => {
  it('has the rules of the decree, centred under their lines', async () => {
    const { rules, middle, width } = await head(sampleDocument(), profile);
    const under = (part: string): DrawnLine => rules.find(({ x0, x1 }) => Math.abs((x0 + x1) / 2 - middle(part)) < 0.5)!;
    const motto = under(MOTTO);
    expect(motto.x1 - motto.x0).toBeCloseTo(width(MOTTO), 0);
    for (const part of ['HÀNH CHÍNH CÔNG', 'tháng 02 năm 2021']) {
      const rule = under(part);
      expect((rule.x1 - rule.x0) / width(part), part).toBeGreaterThan(1 / 3);
      expect((rule.x1 - rule.x0) / width(part), part).toBeLessThan(1 / 2);
    }
  });

  it('has number and date on one base line, each in the middle of its column', async () => {
    const document = { ...sampleDocument(), number: text('Số: 15/BC-TTHC'), placeAndDate: text('Sóc Trăng, ngày 15 tháng 02 năm 2021') };
    const { middle, y } = await head(document, profile);
    expect(y('Số: 15/BC-TTHC')).toBeCloseTo(y('Sóc Trăng, ngày 15 tháng 02 năm 2021'), 1);
    expect(middle('Số: 15/BC-TTHC')).toBeCloseTo(middle('HÀNH CHÍNH CÔNG'), 0);
    expect(middle('Sóc Trăng, ngày 15 tháng 02 năm 2021')).toBeCloseTo(middle(NATION), 0);
  });

  it('never breaks Quốc hiệu, however long the agency and the place are', async () => {
    const { middle } = await head(
      {
        ...sampleDocument(),
        letterhead: { parent: ['ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH'], issuer: ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG THÀNH PHỐ HỒ CHÍ MINH'] },
        placeAndDate: text('Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026'),
      },
      profile,
    );
    expect(middle(NATION)).toBeCloseTo(middle(MOTTO), 0);
    expect(middle('Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026')).toBeCloseTo(middle(NATION), 0);
  });

  it('breaks an agency that is too long into lines of like length', async () => {
    const { pages } = await openPdf({ ...sampleDocument(), letterhead: { parent: [], issuer: ['VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG'] } }, profile);
    expect(linesOf(pages[0]!)[1]).toMatch(/^DÂN TỈNH SÓC TRĂNG +Độc lập/);
    expect(linesOf(pages[0]!)[0]).toMatch(/^VĂN PHÒNG ỦY BAN NHÂN +CỘNG HÒA/);
  });
});

describe('Kính gửi', () => {
  it('puts one addressee on its line, centred', async () => {
    const { pages } = await openPdf({ ...sampleDocument(), addressees: ['Bộ Nội vụ'] });
    const { line } = findLine(pages, 'Kính gửi: Bộ Nội vụ');
    const { left, right } = extent(line);
    const body = extent(findLine(pages, 'BÁO CÁO').line);
    expect((left + right) / 2).toBeCloseTo((body.left + body.right) / 2, 0);
  });

  it('puts several on lines of their own, dashes under the colon', async () => {
    const { pages } = await openPdf(sampleDocument());
    const label = findLine(pages, 'Kính gửi:').line.items.filter((item) => item.text.trim() !== '');
    const colon = label.at(-1)!;
    for (const name of ['- Ủy ban nhân dân tỉnh Sóc Trăng;', '- Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng.']) {
      const dash = extent(findLine(pages, name).line).left;
      // The colon is the last sign of «gửi:», 0,278 em wide.
      expect(Math.abs(dash - (colon.x + colon.width - 0.278 * 14))).toBeLessThan(1);
    }
  });
});

describe('the closing', () => {
  it('has its first lines on one level and room for the signature', async () => {
    const { pages } = await openPdf(sampleDocument());
    const first = findLine(pages, 'Nơi nhận:').line;
    const authority = findLine(pages, 'KT. GIÁM ĐỐC').line;
    expect(Math.abs(first.y - authority.y)).toBeLessThan(3);
    const room = findLine(pages, 'PHÓ GIÁM ĐỐC').line.y - findLine(pages, 'Nguyễn Trọng Sơn').line.y;
    expect(room).toBeGreaterThan((30 * 72) / 25.4);
  });

  it('closes the recipients with «;» and «.»', async () => {
    const lines = (await openPdf(sampleDocument())).pages.flatMap(linesOf);
    expect(lines.some((line) => line.startsWith('- Công an tỉnh;'))).toBe(true);
    expect(lines.some((line) => line.startsWith('- Lưu: VT, TTHC.'))).toBe(true);
  });
});
