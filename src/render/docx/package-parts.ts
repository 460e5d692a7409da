/**
 * The parts of the package. docx makes them once for each kind of document (styles, headers, sections and settings are the same in
 * all reports of an office) and they are then filled; a document with notes, charts, links or bookmarks, which have parts or
 * numbers elsewhere in the package, is made by docx each time. Separate from writing the content: this is all that is kept of one
 * document for the next.
 */
import { Document, type ISectionOptions, type Paragraph } from 'docx';
import { LRUCache } from 'lru-cache';
import type { ChartLayout } from '../../chart/layout.js';
import type { DocumentProperties } from '../../document/tree.js';
import type { Parts } from '../package-zip.js';
import type { PageStyle } from '../style.js';
import { canonicalDocx } from './canonical-docx.js';
import { FilledParagraph, HOLE, plainXml } from './filled.js';
import { wordStyles } from './paragraph-styles.js';
import { escaped, rawXml } from './xml-text.js';

export interface Draft {
  readonly properties: DocumentProperties;
  readonly style: PageStyle;
  /** Each ends with a paragraph, which docx gives the properties of the section. */
  readonly sections: readonly ISectionOptions[];
  readonly charts: readonly ChartLayout[];
}

const LANGUAGE = 'vi-VN';

/** Part → its text, cut at the holes: words, name of a hole, words, … Fifty kilobytes each. */
type Skeleton = ReadonlyMap<string, readonly string[]>;
const skeletons = new LRUCache<string, Skeleton>({ max: 50 });

/** A section whose content is plain: its last paragraph and what stands before it. */
interface PlainSection {
  readonly section: ISectionOptions;
  readonly xml: string;
  readonly last: FilledParagraph;
}

export function packageParts(draft: Draft): Parts {
  const sections = draft.sections.flatMap((section) => plainSection(section) ?? []);
  return sections.length < draft.sections.length ? partsByDocx(draft) : filledParts(draft, sections);
}

function partsByDocx({ properties, style, sections, charts }: Draft): Parts {
  return canonicalDocx(wordDocument(properties, style, sections.map(endedByDocx)), { date: properties.date, language: LANGUAGE, charts });
}

function filledParts({ properties, style }: Draft, sections: readonly PlainSection[]): Parts {
  const given = (value: string): boolean => value !== '';
  const key = JSON.stringify([style, Object.values(properties).map(given), sections.map(({ section: { children: _, ...options }, last }) => [options, last.shape])]);
  const skeleton = skeletons.get(key) ?? makeSkeleton(properties, style, sections);
  skeletons.set(key, skeleton);
  const contents = new Map(Object.entries(properties).map(([name, value]) => [name, escaped(value)]));
  for (const [index, { xml, last }] of sections.entries()) {
    contents.set(`${index}`, xml);
    for (const [run, words] of last.words.entries()) contents.set(`${index}.${run}`, words);
  }
  return new Map([...skeleton].map(([name, pieces]) => [name, pieces.length === 1 ? pieces[0]! : pieces.map((piece, at) => (at % 2 === 0 ? piece : contents.get(piece)!)).join('')]));
}

function makeSkeleton(properties: DocumentProperties, style: PageStyle, sections: readonly PlainSection[]): Skeleton {
  const holes = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value && hole(name)])) as unknown as DocumentProperties;
  const empty = sections.map(({ section, last }, index) => ({ ...section, children: [contentHole(`${index}`), last.byDocx((run) => hole(`${index}.${run}`))] }));
  const parts = canonicalDocx(wordDocument(holes, style, empty), { date: holes.date, language: LANGUAGE, charts: [] });
  return new Map([...parts].map(([name, part]) => [name, (part as string).split(HOLE)]));
}

function wordDocument({ title, subject, author }: DocumentProperties, style: PageStyle, sections: readonly ISectionOptions[]): Document {
  return new Document({ title, subject, creator: author, lastModifiedBy: author, styles: wordStyles(style), sections });
}

function plainSection(section: ISectionOptions): PlainSection | undefined {
  const last: unknown = section.children.at(-1);
  if (!(last instanceof FilledParagraph) || !last.isPlain) return undefined;
  const xml = plainXml(section.children.slice(0, -1));
  return xml === undefined ? undefined : { section, xml, last };
}

/** docx gives a section's properties to its last paragraph, where that is one of its own. */
function endedByDocx(section: ISectionOptions): ISectionOptions {
  const last: unknown = section.children.at(-1);
  return last instanceof FilledParagraph ? { ...section, children: section.children.with(-1, last.byDocx()) } : section;
}

function hole(name: string): string {
  return HOLE + name + HOLE;
}

function contentHole(name: string): Paragraph {
  return { rootKey: 'w:p', prepForXml: () => rawXml(hole(name)) } as unknown as Paragraph;
}
