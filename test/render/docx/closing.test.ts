/** Addressees, recipients and signature, and what stays on one page with them. */
import { describe, expect, it } from 'vitest';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { textWidthPt } from '../../../src/render/text-width.js';
import { childElements } from '../../support/readers/xml.js';
import { sampleDocument } from '../../support/sample-document.js';
import { all, cellsOf, has, openDocx, paragraphsOf, property, rowsOf, styleOf, text } from './open-docx.js';

describe('Kính gửi', () => {
  it('puts one addressee on its line, centred', async () => {
    const { body } = await openDocx({ ...sampleDocument(), addressees: ['Bộ Nội vụ'] });
    const lines = paragraphsOf(body, 'KinhGui');
    expect(lines.map(text)).toEqual(['Kính gửi: Bộ Nội vụ']);
    expect(property(lines[0]!, 'w:pPr', 'w:jc', 'w:val')).toBe('center');
  });

  it('puts several on lines of their own, dashes under the colon', async () => {
    const { body } = await openDocx(sampleDocument());
    const [label, ...names] = paragraphsOf(body, 'KinhGui');
    expect(names.map(text)).toEqual(['- Ủy ban nhân dân tỉnh Sóc Trăng;', '- Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng.']);
    const left = Number(property(label!, 'w:pPr', 'w:ind', 'w:left'));
    const colon = left + 20 * textWidthPt('Kính gửi', 13);
    for (const name of names) {
      const dash = Number(property(name, 'w:pPr', 'w:ind', 'w:left')) - Number(property(name, 'w:pPr', 'w:ind', 'w:hanging'));
      expect(Math.abs(dash - colon)).toBeLessThanOrEqual(2);
    }
  });

  it('is left out where the kind has none', async () => {
    const { body } = await openDocx({ ...sampleDocument(), addressees: [] });
    expect(paragraphsOf(body, 'KinhGui')).toEqual([]);
  });
});

describe('recipients and signature', () => {
  it('stand side by side in one row that does not break', async () => {
    const { body } = await openDocx(sampleDocument());
    const table = all(body, 'w:tbl')[2]!;
    expect(rowsOf(table)).toHaveLength(1);
    expect(has(rowsOf(table)[0]!, 'w:trPr', 'w:cantSplit')).toBe(true);
    const [recipients, signature] = cellsOf(rowsOf(table)[0]!).map((cell) => paragraphsOf(cell).map(text));
    expect(recipients![0]).toBe('Nơi nhận:');
    expect(recipients!.slice(1)).toHaveLength(9);
    expect(recipients!.slice(1, -1).every((line) => line.startsWith('- ') && line.endsWith(';'))).toBe(true);
    expect(recipients!.at(-1)).toBe('- Lưu: VT, TTHC.');
    expect(signature).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Nguyễn Trọng Sơn']);
  });

  it('are not alone on a page: the last two paragraphs of the body go with them', async () => {
    const { body } = await openDocx(sampleDocument());
    const siblings = childElements(body);
    const at = siblings.indexOf(all(body, 'w:tbl')[2]!);
    const before = siblings.slice(at - 3, at);
    expect(before.map((one) => [styleOf(one), has(one, 'w:pPr', 'w:keepNext'), has(one, 'w:pPr', 'w:keepLines')])).toEqual([
      ['GachDauDong', true, false],
      ['VanBan', true, true],
      ['KhoangCach', true, false],
    ]);
  });

  it('take the last row of a table that ends the body with them', async () => {
    const document = sampleDocument();
    const table = document.body.find((block) => block.type === 'table')!;
    const { body } = await openDocx({ ...document, body: [table] });
    const last = rowsOf(all(body, 'w:tbl')[1]!).at(-1)!;
    expect(paragraphsOf(last).every((paragraph) => has(paragraph, 'w:pPr', 'w:keepNext'))).toBe(true);
  });

  it('leave room for the signature, also where the signer is not known', async () => {
    for (const signature of [sampleDocument().signature, { authority: ['GIÁM ĐỐC'] }]) {
      const document: OfficialDocument = { ...sampleDocument(), signature };
      const { body, parts } = await openDocx(document);
      expect(paragraphsOf(body, 'HoTen')).toHaveLength(1);
      const style = all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === 'HoTen')!;
      expect(Number(property(style, 'w:pPr', 'w:spacing', 'w:before'))).toBe(1701);
    }
  });
});
