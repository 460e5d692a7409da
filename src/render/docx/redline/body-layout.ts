/** Which elements of a written document print which part of its tree. It follows the writer's order, and says so when the two no longer agree. */
import { printedBlocks } from '../../../document/compare-blocks.js';
import type { PrintedBlock } from '../../../document/revision.js';
import type { Block, Heading, OfficialDocument } from '../../../document/tree.js';
import { inlineText } from '../../../document/walk.js';
import type { BlockElements } from './merge-blocks.js';
import { childElement, childElements, elementsBelow, type Document, type Element } from './word-elements.js';

export interface BodyLayout {
  readonly body: Element;
  readonly main: SectionLayout;
  readonly appendices: readonly SectionLayout[];
  /** Equal where the table of contents lists the same. */
  readonly contents: string;
}

export interface SectionLayout {
  /** Before the blocks: letterhead to table of contents, or the head of an appendix. */
  readonly head: readonly Element[];
  readonly blocks: BlockElements;
  /** Behind the blocks: recipients and signature, and the paragraph that ends a section after a table. */
  readonly end: readonly Element[];
  /** Taken out of its paragraph. */
  readonly properties: Element;
}

/** Distance, table of recipients and signature, end of the section. */
const CLOSING = 3;

export function bodyLayout(part: Document, tree: OfficialDocument): BodyLayout {
  const body = elementsBelow(part, 'w:body')[0]!;
  const [main, ...appendices] = sectionsOf(body);
  if (!main || appendices.length !== tree.appendices.length) throw new Error(`the document has ${appendices.length + 1} sections for ${tree.appendices.length} appendices`);
  const blocks = countElements(tree.body);
  return {
    body,
    main: layout(main, tree.body, main.elements.length - CLOSING - blocks),
    appendices: tree.appendices.map(({ subtitle, blocks }, at) => layout(appendices[at]!, blocks, subtitle === undefined ? 4 : 5)),
    contents: contentsOf(tree),
  };
}

interface Section {
  readonly elements: readonly Element[];
  readonly properties: Element;
}

function sectionsOf(body: Element): readonly Section[] {
  const sections: Section[] = [];
  let elements: Element[] = [];
  for (const child of childElements(body)) {
    const paragraphProperties = childElement(child, 'w:pPr');
    const properties = child.nodeName === 'w:sectPr' ? child : paragraphProperties && childElement(paragraphProperties, 'w:sectPr');
    if (child !== properties) elements.push(child);
    if (!properties) continue;
    properties.parentNode!.removeChild(properties);
    sections.push({ elements, properties });
    elements = [];
  }
  return sections;
}

function layout({ elements, properties }: Section, blocks: readonly Block[], from: number): SectionLayout {
  let at = from;
  const ofBlocks = printedBlocks(blocks).map((block) => {
    const taken = elements.slice(at, at + elementsOf(block));
    at += taken.length;
    const holdsTable = taken.some(({ nodeName }) => nodeName === 'w:tbl');
    if (taken.length !== elementsOf(block) || holdsTable !== (block.type === 'table')) throw new Error(`the elements of a ${block.type} are not those the writer makes of it`);
    return taken;
  });
  return { head: elements.slice(0, from), blocks: ofBlocks, end: elements.slice(at), properties };
}

function countElements(blocks: readonly Block[]): number {
  return printedBlocks(blocks).reduce((sum, block) => sum + elementsOf(block), 0);
}

function elementsOf(block: PrintedBlock): number {
  switch (block.type) {
    case 'table':
      return Math.max(1, (block.caption ? 1 : 0) + (block.unitLine === undefined ? 0 : 1)) + 1 + block.notes.length;
    case 'chart':
      return (block.categories.length > 0 && block.series.length > 0 ? 1 : 0) + 1 + block.notes.length;
    default:
      return 1;
  }
}

function contentsOf({ contents, body, appendices }: OfficialDocument): string {
  if (!contents) return '';
  const headings = body.filter((block): block is Heading => block.type === 'heading' && block.level <= contents.levels);
  return JSON.stringify([contents.title, contents.levels, headings.map(({ level, inlines }) => [level, inlineText(inlines)]), appendices.map(({ label, title }) => [label, inlineText(title)])]);
}
