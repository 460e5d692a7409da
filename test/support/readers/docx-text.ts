/** The text of a DOCX as a reader meets it, from the XML itself: nothing of the writer is used. */
import { strFromU8, unzipSync } from 'fflate';
import { childElements, parseXml, type XmlElement } from './xml.js';

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
}

export function readDocxText(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes);
  const paragraphsOf = (pattern: RegExp): readonly DocxParagraph[] =>
    Object.keys(parts)
      .filter((name) => pattern.test(name))
      .sort()
      .flatMap((name) => [...paragraphs(parseXml(strFromU8(parts[name]!)), false)]);
  const texts = (pattern: RegExp): readonly string[] => paragraphsOf(pattern).map(({ text }) => text);
  return {
    body: paragraphsOf(/^word\/document\.xml$/),
    headers: texts(/^word\/header\d*\.xml$/),
    footers: texts(/^word\/footer\d*\.xml$/),
    notes: texts(/^word\/(?:foot|end)notes\.xml$/).filter((text) => text !== ''),
  };
}

function* paragraphs(element: XmlElement, inTable: boolean): Generator<DocxParagraph> {
  for (const one of childElements(element)) {
    // Of two ways to show the same thing the first is the one Word takes; deleted text is not read.
    if (one.name === 'mc:Fallback' || one.name === 'w:del') continue;
    if (one.name === 'w:p') {
      yield { text: runText(one), inTable };
      yield* boxes(one);
    } else yield* paragraphs(one, inTable || one.name === 'w:tbl');
  }
}

/** Paragraphs of text boxes, which stand inside a paragraph's runs. */
function* boxes(element: XmlElement): Generator<DocxParagraph> {
  for (const one of childElements(element)) {
    if (one.name === 'mc:Fallback') continue;
    if (one.name === 'w:txbxContent') yield* paragraphs(one, false);
    else yield* boxes(one);
  }
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
