/** The text of a DOCX as a reader meets it, from the XML itself: nothing of the writer is used. */
import { strFromU8, unzipSync } from 'fflate';
import { wordsOf } from './words.js';
import { child, childElements, descendants, parseXml, type XmlElement } from './xml.js';

export interface DocxText {
  /** Paragraphs of the body in reading order, those of table cells among them. A repeated header row stands in the XML once. */
  readonly body: readonly DocxParagraph[];
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  readonly notes: readonly string[];
}

export interface DocxParagraph {
  readonly text: string;
  readonly inTable: boolean;
  /** Texts of the footnotes whose marks stand in the paragraph, in order. */
  readonly notes: readonly string[];
}

/** Words in reading order, those of headers first and of footers last; a note follows the paragraph its mark stands in. */
export function wordsInOrder({ headers, body, footers }: DocxText): readonly string[] {
  return [...headers.flatMap(wordsOf), ...body.flatMap(({ text, notes }) => [text, ...notes].flatMap(wordsOf)), ...footers.flatMap(wordsOf)];
}

export function readDocxText(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes);
  const footnotes = new Map<string, string>();
  const notesPart = parts['word/footnotes.xml'];
  for (const note of notesPart ? childElements(parseXml(strFromU8(notesPart)), 'w:footnote') : []) {
    footnotes.set(note.attributes['w:id']!, [...paragraphs(note, false, new Map())].map(({ text }) => text).join('\n'));
  }
  const paragraphsOf = (pattern: RegExp): readonly DocxParagraph[] =>
    Object.keys(parts)
      .filter((name) => pattern.test(name))
      .sort()
      .flatMap((name) => [...paragraphs(parseXml(strFromU8(parts[name]!)), false, footnotes)]);
  const texts = (pattern: RegExp): readonly string[] => paragraphsOf(pattern).map(({ text }) => text);
  return {
    body: paragraphsOf(/^word\/document\.xml$/),
    headers: texts(/^word\/header\d*\.xml$/),
    footers: texts(/^word\/footer\d*\.xml$/),
    notes: texts(/^word\/(?:foot|end)notes\.xml$/).filter((text) => text !== ''),
  };
}

function* paragraphs(element: XmlElement, inTable: boolean, footnotes: ReadonlyMap<string, string>): Generator<DocxParagraph> {
  for (const one of childElements(element)) {
    // Of two ways to show the same thing the first is the one Word takes; deleted text is not read.
    if (one.name === 'mc:Fallback' || one.name === 'w:del') continue;
    if (one.name === 'w:p') {
      const marks = [...descendants(one)].filter(({ name }) => name === 'w:footnoteReference');
      const notes = marks.map(({ attributes }) => {
        const note = footnotes.get(attributes['w:id']!);
        if (note === undefined) throw new Error(`a mark names the footnote ${attributes['w:id']}, which does not exist`);
        return note;
      });
      yield { text: withoutPageNumbers(one), inTable, notes };
      yield* boxes(one, footnotes);
    } else yield* paragraphs(one, inTable || one.name === 'w:tbl', footnotes);
  }
}

/** Paragraphs of text boxes, which stand inside a paragraph's runs. */
function* boxes(element: XmlElement, footnotes: ReadonlyMap<string, string>): Generator<DocxParagraph> {
  for (const one of childElements(element)) {
    if (one.name === 'mc:Fallback') continue;
    if (one.name === 'w:txbxContent') yield* paragraphs(one, false, footnotes);
    else yield* boxes(one, footnotes);
  }
}

/** What a field of a page number last showed is no word of the document: it changes with the page. */
const PAGE_FIELD = /^\s*(PAGEREF|PAGE|NUMPAGES)\b/;

/** Text of a paragraph, leaving out results of page number fields, simple ones and those spread over runs. */
function withoutPageNumbers(paragraph: XmlElement): string {
  const open: { code: string; showsResult: boolean }[] = [];
  const visit = (element: XmlElement): string =>
    childElements(element)
      .map((one) => {
        if (one.name === 'w:fldSimple') return PAGE_FIELD.test(one.attributes['w:instr'] ?? '') ? '' : visit(one);
        if (one.name === 'w:hyperlink' || one.name === 'w:ins' || one.name === 'w:smartTag') return visit(one);
        if (one.name !== 'w:r') return runText({ ...paragraph, children: [one] });
        const character = child(one, 'w:fldChar')?.attributes['w:fldCharType'];
        const code = child(one, 'w:instrText');
        if (character === 'begin') open.push({ code: '', showsResult: false });
        if (code && open.length > 0) open.at(-1)!.code += code.children.join('');
        if (character === 'separate' && open.length > 0) open.at(-1)!.showsResult = true;
        if (character === 'end') open.pop();
        return open.some((field) => field.showsResult && PAGE_FIELD.test(field.code)) ? '' : runText({ ...paragraph, children: [one] });
      })
      .join('');
  return visit(paragraph);
}

const MARKS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};

function runText(element: XmlElement): string {
  return childElements(element)
    .map((one) => {
      if (one.name === 'w:t') return one.children.join('');
      if (one.name in MARKS) return MARKS[one.name]!;
      // Properties hold tab stops by the name of the tab itself; field codes and deleted text are not read.
      if (/^w:[a-z]*Pr$/.test(one.name) || ['w:instrText', 'w:del', 'w:delText', 'w:txbxContent', 'mc:Fallback'].includes(one.name)) return '';
      return runText(one);
    })
    .join('');
}
