/**
 * Mục lục: a field that Word can update, holding the lines it would give. The page numbers come from outside, as nothing here
 * sets pages. Neither `w:updateFields` nor `w:dirty` asks Word to update on opening: both bring a question before the reader
 * or, in some versions, turn every page into 1 (github.com/PumasAI/WriteDocx.jl/pull/48), and the numbers are right already.
 */
import { BuilderElement, InternalHyperlink, Tab, TextRun, XmlComponent, type ParagraphChild } from 'docx';
import type { Appendix, Contents, Heading, OfficialDocument } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import type { ContentsPages } from '../writer.js';
import { contentsStyle } from './contents-styles.js';
import { Paragraph } from './filled.js';
import { textRun } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';

interface Entry {
  readonly node: Heading | Appendix;
  readonly level: number;
  readonly text: string;
  readonly bookmark: string;
  /** Appendices have none: each counts its pages from 1 (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.đ). */
  readonly page?: { readonly number?: number };
}

export function contentsEntries({ contents, body, appendices }: OfficialDocument, pages: ContentsPages = []): readonly Entry[] {
  if (contents === undefined) return [];
  const headings = body.filter((block): block is Heading => block.type === 'heading' && block.level <= contents.levels);
  const bookmark = (index: number): string => `_Toc${index + 1}`;
  return [
    ...headings.map((node, index): Entry => {
      const page = pages[index];
      return { node, level: node.level, text: oneLine(inlineText(node.inlines)), bookmark: bookmark(index), page: page === undefined ? {} : { number: page } };
    }),
    ...appendices.map((node, index): Entry => ({ node, level: 1, text: appendixEntry(node), bookmark: bookmark(headings.length + index) })),
  ];
}

export function contentsBlock({ title, levels }: Contents, entries: readonly Entry[]): Paragraph[] {
  // \o the levels, \u by the outline levels of our styles, \f the entries of appendices, \h links, \z no numbers on the web.
  const begin = fieldBegin(`TOC \\o "1-${levels}" \\f ${APPENDIX_ENTRIES} \\h \\z \\u`);
  return [
    new Paragraph({ style: 'MucLucTieuDe' satisfies StyleId, children: [textRun(title)] }),
    ...entries.map((entry, index) => entryLine(entry, index === 0 ? begin : [])),
    new Paragraph({ style: 'KhoangCach' satisfies StyleId, children: [...(entries.length === 0 ? begin : []), fieldCharacter('end')] }),
  ];
}

/** Word cannot list label and title of an appendix as one line by itself; this field, which prints nothing, tells it the line. */
export function appendixEntryField(appendix: Appendix): ParagraphChild[] {
  const text = appendixEntry(appendix).replace(/[\\"]/g, '\\$&');
  return [fieldCharacter('begin'), instruction(`TC "${text}" \\f ${APPENDIX_ENTRIES} \\l 1 \\n`), fieldCharacter('end')];
}

/** Any letter that no other list of the document uses. */
const APPENDIX_ENTRIES = 'P';

function appendixEntry({ label, title }: Appendix): string {
  return `${label}: ${oneLine(inlineText(title))}`;
}

function entryLine({ level, text, bookmark, page }: Entry, before: readonly ParagraphChild[]): Paragraph {
  const number = page && [new TextRun({ children: [new Tab()] }), ...fieldBegin(`PAGEREF ${bookmark} \\h`), textRun(page.number === undefined ? '' : String(page.number)), fieldCharacter('end')];
  return new Paragraph({
    style: contentsStyle(level),
    children: [...before, new InternalHyperlink({ anchor: bookmark, children: [textRun(text), ...(number ?? [])] })],
  });
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function fieldBegin(code: string): TextRun[] {
  return [fieldCharacter('begin'), instruction(code), fieldCharacter('separate')];
}

function fieldCharacter(type: 'begin' | 'separate' | 'end'): TextRun {
  return new TextRun({ children: [new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })] });
}

function instruction(code: string): TextRun {
  return new TextRun({ children: [new FieldCode(code)] });
}

/** docx 9.15.2 makes no field of these kinds without calling for an update. */
class FieldCode extends XmlComponent {
  constructor(code: string) {
    super('w:instrText');
    this.root.push(code);
  }
}
