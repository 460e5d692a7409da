/** Mục lục: a field Word can update, holding what it would show, with the page numbers it is given. */
import { describe, expect, it } from 'vitest';
import type { Block, OfficialDocument } from '../../../src/document/tree.js';
import type { ContentsPages } from '../../../src/render/writer.js';
import { longDocument, note, text as words } from '../../support/long-document.js';
import { childElements, type XmlElement } from '../../support/readers/xml.js';
import { all, has, openDocx, paragraphsOf, property, styleOf, text, type OpenDocx } from './open-docx.js';

const PAGES = [2, 2, 2, 3, 3, 4];
const entriesOf = ({ body }: OpenDocx): XmlElement[] => paragraphsOf(body).filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph) ?? ''));
const codesOf = (element: XmlElement): string[] => all(element, 'w:instrText').map((one) => one.children.join(''));
const open = (document: OfficialDocument, contentsPages: ContentsPages = PAGES): Promise<OpenDocx> => openDocx(document, 'A', { contentsPages });

describe('table of contents', () => {
  it('lists headings down to its level with pages, then the appendices by label and title', async () => {
    const entries = entriesOf(await open(longDocument()));
    expect(entries.map((entry) => `${styleOf(entry)} ${text(entry)}`)).toEqual([
      'TOC1 I. TÌNH HÌNH, KẾT QUẢ HOẠT ĐỘNG NĂM 20222',
      'TOC2 1. Công tác chỉ đạo, điều hành2',
      'TOC2 2. Kết quả tiếp nhận, giải quyết hồ sơ theo lĩnh vực của các cơ quan có thủ tục hành chính thực hiện tại Trung tâm2',
      'TOC2 3. Mức độ hài lòng của tổ chức, cá nhân3',
      'TOC1 II. HẠN CHẾ VÀ NGUYÊN NHÂN3',
      'TOC1 III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 20234',
      'TOC1 Phụ lục I: KẾT QUẢ GIẢI QUYẾT HỒ SƠ CỦA CÁC SỞ NĂM 2022',
      'TOC1 Phụ lục II: NHIỆM VỤ TRỌNG TÂM NĂM 2023',
    ]);
    expect(entries.map((entry) => all(entry, 'w:tab').length)).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('is a field that begins in the first line and ends behind the last, and asks for no update on opening', async () => {
    const opened = await open(longDocument());
    const between = paragraphsOf(opened.body).filter((paragraph) => all(paragraph, 'w:fldChar').length > 0);
    expect(codesOf(between[0]!)).toEqual(['TOC \\o "1-2" \\f P \\h \\z \\u', 'PAGEREF _Toc1 \\h']);
    let depth = 0;
    const depths = all(opened.body, 'w:fldChar').map((one) => {
      depth += { begin: 1, separate: 0, end: -1 }[one.attributes['w:fldCharType']!]!;
      return depth;
    });
    expect(Math.min(...depths)).toBe(0);
    expect(depths.at(-1)).toBe(0);
    expect(all(opened.body, 'w:fldChar').filter((one) => one.attributes['w:dirty'] !== undefined)).toEqual([]);
    expect(all(opened.parts.get('word/settings.xml')!, 'w:updateFields')).toEqual([]);
  });

  it('leads from each line to its heading', async () => {
    const { body, ...rest } = await open(longDocument());
    const entries = entriesOf({ body, ...rest });
    const anchors = entries.map((entry) => all(entry, 'w:hyperlink')[0]!.attributes['w:anchor']!);
    expect(new Set(anchors).size).toBe(anchors.length);
    const marked = anchors.map((anchor) => paragraphsOf(body).find((paragraph) => all(paragraph, 'w:bookmarkStart').some((one) => one.attributes['w:name'] === anchor))!);
    for (const [index, paragraph] of marked.entries()) expect(text(entries[index]!).startsWith(text(paragraph))).toBe(true);
    for (const [index, entry] of entries.slice(0, 6).entries()) expect(codesOf(entry)).toContain(`PAGEREF ${anchors[index]} \\h`);
  });

  it('finds the headings again when Word updates it: outline levels of headings, a field of its own for each appendix', async () => {
    const { body } = await open(longDocument());
    const labels = paragraphsOf(body, 'PhuLuc');
    expect(labels.map((label) => codesOf(label))).toEqual([
      ['TC "Phụ lục I: KẾT QUẢ GIẢI QUYẾT HỒ SƠ CỦA CÁC SỞ NĂM 2022" \\f P \\l 1 \\n'],
      ['TC "Phụ lục II: NHIỆM VỤ TRỌNG TÂM NĂM 2023" \\f P \\l 1 \\n'],
    ]);
    expect(labels.map(text)).toEqual(['Phụ lục I', 'Phụ lục II']);
    // Beyond the levels of any table of contents, so that the label is not listed a second time.
    expect(labels.map((label) => property(label, 'w:pPr', 'w:outlineLvl', 'w:val'))).toEqual(['8', '8']);
  });

  it('has styles that Word knows, with dots to the right margin', async () => {
    const { parts } = await open(longDocument());
    const style = all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === 'TOC2')!;
    expect(property(style, 'w:name', 'w:val')).toBe('toc 2');
    const tab = all(style, 'w:tab')[0]!.attributes;
    expect([tab['w:val'], tab['w:leader'], tab['w:pos']]).toEqual(['right', 'dot', String(11906 - 1701 - 851)]);
  });

  it('leaves pages blank that nobody knows', async () => {
    const entries = entriesOf(await open(longDocument(), [2, undefined]));
    expect(entries.slice(0, 3).map((entry) => /\d$/.exec(text(entry))?.[0])).toEqual(['2', undefined, undefined]);
  });

  it('stands between addressee and body, its title centred and bold', async () => {
    const { body, parts } = await open(longDocument());
    const siblings = childElements(body);
    const at = siblings.findIndex((one) => styleOf(one) === 'MucLucTieuDe');
    expect([styleOf(siblings[at - 1]!), text(siblings[at]!), styleOf(siblings[at + 1]!)]).toEqual(['KinhGui', 'MỤC LỤC', 'TOC1']);
    const style = all(parts.get('word/styles.xml')!, 'w:style').find((one) => one.attributes['w:styleId'] === 'MucLucTieuDe')!;
    expect([property(style, 'w:name', 'w:val'), property(style, 'w:pPr', 'w:jc', 'w:val'), has(style, 'w:rPr', 'w:b')]).toEqual(['Mục lục - tiêu đề', 'center', true]);
  });

  it('lists no marks of notes, one line of a title, and quotation marks as they are', async () => {
    const document = longDocument();
    const body: Block[] = [{ type: 'heading', level: 1, inlines: [words('I. MỤC'), note(1, words('chú thích')), { type: 'break' }, words('HAI DÒNG')] }];
    const appendix = { ...document.appendices[1]!, title: [words('VỀ "MỘT CỬA" \\ X')] };
    const opened = await open({ ...document, body, appendices: [appendix] });
    expect(entriesOf(opened).map(text)).toEqual(['I. MỤC HAI DÒNG2', 'Phụ lục II: VỀ "MỘT CỬA" \\ X']);
    expect(codesOf(paragraphsOf(opened.body, 'PhuLuc')[0]!)).toEqual(['TC "Phụ lục II: VỀ \\"MỘT CỬA\\" \\\\ X" \\f P \\l 1 \\n']);
  });

  it('is left out with its bookmarks where the document has none', async () => {
    const { contents: _contents, ...document } = longDocument();
    const opened = await open(document);
    expect(entriesOf(opened)).toEqual([]);
    expect(all(opened.body, 'w:bookmarkStart')).toEqual([]);
    expect(paragraphsOf(opened.body).filter((paragraph) => has(paragraph, 'w:pPr', 'w:pageBreakBefore'))).toEqual([]);
  });
});

describe('the body after it', () => {
  const document = longDocument();
  const blockOf = (type: Block['type']): Block => document.body.find((block) => block.type === type)!;
  it.each([
    ['paragraph', blockOf('paragraph'), 'VanBan'],
    ['heading', blockOf('heading'), 'Muc'],
    ['list', blockOf('list'), 'GachDauDong'],
    ['table', blockOf('table'), 'TenBang'],
    ['page break', { type: 'pageBreak' } as const, 'KhoangCach'],
  ])('begins a page with its first paragraph: %s', async (_name, first, style) => {
    const { body } = await open({ ...document, body: [first, { ...blockOf('paragraph') }] });
    const siblings = childElements(body);
    const breaking = siblings.filter((one) => has(one, 'w:pPr', 'w:pageBreakBefore'));
    expect(breaking.map(styleOf)).toEqual([style]);
    const end = siblings.findLastIndex((one) => /^TOC/.test(styleOf(one) ?? '')) + 1;
    expect(siblings.indexOf(breaking[0]!)).toBe(end + 1);
  });
});
