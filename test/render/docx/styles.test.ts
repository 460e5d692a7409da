/** Named styles: Times New Roman, black, Vietnamese; sizes of both profiles; nothing refers to a style that is not there. */
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../../support/sample-document.js';
import { child, type XmlElement } from '../../support/readers/xml.js';
import { all, has, openDocx, property, type OpenDocx } from './open-docx.js';

const styleNamed = ({ parts }: OpenDocx, id: string): XmlElement =>
  all(parts.get('word/styles.xml')!, 'w:style').find((style) => style.attributes['w:styleId'] === id)!;

describe('styles', () => {
  it('set font, colour, size and language for the whole document', async () => {
    const open = await openDocx(sampleDocument());
    const defaults = child(child(child(open.parts.get('word/styles.xml')!, 'w:docDefaults')!, 'w:rPrDefault')!, 'w:rPr')!;
    for (const run of [defaults, child(styleNamed(open, 'Normal'), 'w:rPr')!]) {
      expect(child(run, 'w:rFonts')!.attributes).toEqual({
        'w:ascii': 'Times New Roman',
        'w:hAnsi': 'Times New Roman',
        'w:cs': 'Times New Roman',
        'w:eastAsia': 'Times New Roman',
      });
      expect(child(run, 'w:lang')!.attributes).toEqual({ 'w:val': 'vi-VN', 'w:eastAsia': 'vi-VN', 'w:bidi': 'vi-VN' });
      expect(property(run, 'w:color', 'w:val')).toBe('000000');
      expect(property(run, 'w:sz', 'w:val')).toBe('26');
    }
    expect(styleNamed(open, 'Normal').attributes['w:default']).toBe('1');
  });

  it('are black only, and each style that is used is there', async () => {
    const { parts } = await openDocx(sampleDocument());
    const ids = new Set(all(parts.get('word/styles.xml')!, 'w:style').map((style) => style.attributes['w:styleId']));
    for (const [name, part] of parts) {
      if (!name.startsWith('word/') || name.includes('theme')) continue;
      for (const colour of all(part, 'w:color')) expect(colour.attributes['w:val']).toBe('000000');
      for (const use of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((element) => all(part, element))) {
        expect(ids).toContain(use.attributes['w:val']);
      }
    }
  });

  it.each([
    ['A', { QuocHieu: 12, TieuNgu: 13, CoQuanBanHanh: 12, SoKyHieu: 13, DiaDanhNgay: 13, TenLoai: 14, PhuLuc: 14, SoTrang: 13, NoiNhan: 12, NoiNhanDong: 11 }, 13],
    ['B', { QuocHieu: 13, TieuNgu: 14, CoQuanBanHanh: 13, SoKyHieu: 13, DiaDanhNgay: 14, TenLoai: 14, PhuLuc: 14, SoTrang: 14, NoiNhan: 12, NoiNhanDong: 11 }, 14],
  ] as const)('follow size profile %s', async (profile, sizes, bodyPt) => {
    const open = await openDocx(sampleDocument(), profile);
    for (const [id, sizePt] of Object.entries(sizes)) expect([id, property(styleNamed(open, id), 'w:rPr', 'w:sz', 'w:val')]).toEqual([id, String(2 * sizePt)]);
    expect(property(styleNamed(open, 'Normal'), 'w:rPr', 'w:sz', 'w:val')).toBe(String(2 * bodyPt));
  });

  it('lay out the body as the decree asks', async () => {
    const open = await openDocx(sampleDocument());
    const body = styleNamed(open, 'VanBan');
    expect(property(body, 'w:pPr', 'w:jc', 'w:val')).toBe('both');
    expect(property(body, 'w:pPr', 'w:ind', 'w:firstLine')).toBe('720');
    expect(Number(property(body, 'w:pPr', 'w:spacing', 'w:before'))).toBeGreaterThanOrEqual(120);
    expect(property(body, 'w:pPr', 'w:spacing', 'w:lineRule')).toBe('auto');
    expect(has(body, 'w:pPr', 'w:widowControl')).toBe(true);
    for (const id of ['Muc', 'Khoan']) {
      expect(has(styleNamed(open, id), 'w:rPr', 'w:b')).toBe(true);
      expect(has(styleNamed(open, id), 'w:pPr', 'w:keepNext')).toBe(true);
    }
  });
});
