/** Paper, margins and page numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and III.1.đ). */
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../../support/sample-document.js';
import { all, has, openDocx, paragraphsOf, property, styleOf, text } from './open-docx.js';

describe('sections', () => {
  it('are one for the document and one for each appendix, in its orientation', async () => {
    const { body } = await openDocx(sampleDocument());
    const sections = all(body, 'w:sectPr');
    expect(sections.map((one) => [property(one, 'w:pgSz', 'w:w'), property(one, 'w:pgSz', 'w:h'), property(one, 'w:pgSz', 'w:orient')])).toEqual([
      ['11906', '16838', 'portrait'],
      ['16838', '11906', 'landscape'],
      ['16838', '11906', 'landscape'],
    ]);
    const margin = (side: string): string[] => [...new Set(sections.map((one) => property(one, 'w:pgMar', side)!))];
    // 20, 20, 30 and 15 mm, rounded up: not a twip less than the decree asks for.
    expect(['w:top', 'w:bottom', 'w:left', 'w:right', 'w:header'].flatMap(margin)).toEqual(['1134', '1134', '1701', '851', '567']);
  });

  it('count their pages from 1 and hide the number of the first', async () => {
    const { body, parts } = await openDocx(sampleDocument());
    for (const section of all(body, 'w:sectPr')) {
      expect(has(section, 'w:titlePg')).toBe(true);
      expect(property(section, 'w:pgNumType', 'w:start')).toBe('1');
      expect(all(section, 'w:headerReference').map((one) => one.attributes['w:type'])).toEqual(['default']);
    }
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(headers).toHaveLength(3);
    for (const [, header] of headers) {
      expect(paragraphsOf(header).map(styleOf)).toEqual(['SoTrang']);
      expect(all(header, 'w:instrText').map((one) => one.children.join('').trim())).toEqual(['PAGE']);
      expect(text(header)).toBe('');
    }
  });

  it('end in a paragraph too small to begin a page of its own', async () => {
    const { body, parts } = await openDocx(sampleDocument());
    const first = paragraphsOf(body).find((paragraph) => has(paragraph, 'w:pPr', 'w:sectPr'))!;
    expect(styleOf(first)).toBe('KhoangCach');
    const style = all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === 'KhoangCach')!;
    expect([property(style, 'w:pPr', 'w:spacing', 'w:line'), property(style, 'w:pPr', 'w:spacing', 'w:lineRule')]).toEqual(['20', 'exact']);
  });

  it('begin a page where the tree has a page break, without an empty line', async () => {
    const { body } = await openDocx(sampleDocument());
    const breaks = paragraphsOf(body).filter((paragraph) => has(paragraph, 'w:pPr', 'w:pageBreakBefore'));
    expect(breaks.map(styleOf)).toEqual(['KhoangCach']);
    expect(all(body, 'w:br').every((one) => one.attributes['w:type'] === undefined)).toBe(true);
  });
});
