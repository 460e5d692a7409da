/** The document and its appendices, each a section: sections come and go as paragraphs do, and take their paper with them. */
import type { RevisedDocument } from '../../../document/revision.js';
import type { OfficialDocument } from '../../../document/tree.js';
import type { BodyLayout, SectionLayout } from './body-layout.js';
import { mergeBlocks } from './merge-blocks.js';
import { mergeAppendixHead, mergeClosing, mergeHead } from './merge-frame.js';
import { marked, mergeLines } from './merge-lines.js';
import { authorship, paragraphProperties } from './mark.js';
import { orientationRemark } from './remark-texts.js';
import type { Change, Placed, Revising } from './revising.js';
import { joined, keepLook, settled, withLastingEnd } from './settle.js';
import { childElement, childElements, copy, element, type Element } from './word-elements.js';

export interface Side {
  readonly layout: BodyLayout;
  readonly tree: OfficialDocument;
}

interface MergedSection {
  readonly change: Change | 'kept';
  /** Ends in a paragraph. */
  readonly placed: readonly Placed[];
  readonly properties: Element;
}

/** Puts the merged content into the body of the draft. */
export function mergeSections(issued: Side, draft: Side, revised: RevisedDocument, revising: Revising): void {
  const sections = withLastingSection([mergeMain(issued, draft, revised, revising), ...mergeAppendices(issued.layout, draft.layout, revised, revising)], revising);
  const { body } = draft.layout;
  for (const old of childElements(body)) body.removeChild(old);
  for (const [at, { placed, properties }] of sections.entries()) {
    for (const one of settled(placed, revising)) body.appendChild(one);
    if (at < sections.length - 1) endSection(placed.at(-1)!.element, properties, revising);
  }
  const lastOf = ({ main, appendices }: BodyLayout): Element => (appendices.at(-1) ?? main).properties;
  body.appendChild(withFormer(copy(lastOf(draft.layout)), lastOf(issued.layout), revising));
}

function mergeMain(issued: Side, draft: Side, revised: RevisedDocument, revising: Revising): MergedSection {
  const [was, is] = [issued.layout.main, draft.layout.main];
  const counts = { issued: issued.tree.addressees.length, draft: draft.tree.addressees.length };
  const placed = [
    ...mergeHead(issued.layout, draft.layout, revised, counts, revising),
    ...mergeBlocks(was.blocks, is.blocks, revised.body, revising),
    ...mergeClosing(was, is, revised, revising),
  ];
  return { change: 'kept', placed, properties: is.properties };
}

function mergeAppendices(issued: BodyLayout, draft: BodyLayout, { appendices }: RevisedDocument, revising: Revising): readonly MergedSection[] {
  const [left, right] = [[...issued.appendices], [...draft.appendices]];
  const pageNumbers = childElements(draft.main.properties, 'w:headerReference').find((one) => one.getAttribute('w:type') === 'default')!;
  return appendices.map((appendix): MergedSection => {
    if (appendix.change === 'deleted') {
      const section = left.shift()!;
      return { change: 'deleted', placed: whole(section, 'deleted', revising), properties: withHeader(section.properties, pageNumbers) };
    }
    if (appendix.change === 'inserted') {
      const section = right.shift()!;
      return { change: 'inserted', placed: whole(section, 'inserted', revising), properties: section.properties };
    }
    const [was, is] = [left.shift()!, right.shift()!];
    const { orientation } = appendix.draft;
    if (orientation !== appendix.issued.orientation) revising.remarks.push({ paragraph: is.head.at(-1)!, text: orientationRemark(orientation) });
    const placed = [
      ...mergeAppendixHead(was, is, appendix.inside, revising),
      ...mergeBlocks(was.blocks, is.blocks, appendix.inside.blocks, revising),
      ...mergeLines(was.end, is.end, {}, revising),
    ];
    return { change: 'kept', placed: withLastingEnd(placed, revising), properties: withFormer(copy(is.properties), was.properties, revising) };
  });
}

function whole({ head, blocks, end }: SectionLayout, change: Change, revising: Revising): readonly Placed[] {
  return [...head, ...blocks.flat(), ...end].map((one) => marked(one, change, revising));
}

/** As `withLastingEnd`, for the paragraphs that end sections: the last one of the document has no mark that could go. */
function withLastingSection(sections: readonly MergedSection[], revising: Revising): readonly MergedSection[] {
  const kept = sections.findLastIndex(({ change }) => change === 'kept');
  const tail = sections.slice(kept + 1);
  const deleted = tail.findLast(({ change }) => change === 'deleted');
  const inserted = tail.findLast(({ change }) => change === 'inserted');
  if (!deleted && !inserted) return sections;
  if (deleted && inserted) {
    const end: Placed = { element: joined(deleted.placed.at(-1)!.element, inserted.placed.at(-1)!.element, revising), change: 'kept' };
    const one: MergedSection = { change: 'kept', placed: [...deleted.placed.slice(0, -1), ...inserted.placed.slice(0, -1), end], properties: inserted.properties };
    return [...sections.filter((section) => section !== deleted && section !== inserted), one];
  }
  const last = (deleted ?? inserted)!;
  const change = last.change as Change;
  keepLook(sections[kept]!.placed.at(-1)!.element, last.placed.at(-1)!.element, change, revising);
  return sections.map((section, at) => (at === kept ? withEnd(section, change) : at === sections.length - 1 ? withEnd(section, 'kept') : section));
}

function withEnd(section: MergedSection, change: Placed['change']): MergedSection {
  return { ...section, placed: [...section.placed.slice(0, -1), { ...section.placed.at(-1)!, change }] };
}

function endSection(paragraph: Element, properties: Element, revising: Revising): void {
  const own = paragraphProperties(paragraph, revising);
  own.insertBefore(properties, childElement(own, 'w:pPrChange') ?? null);
}

/** Headers are the same in every section but the first page's: the issued document's own are not in the package. */
function withHeader(properties: Element, header: Element): Element {
  for (const old of [...childElements(properties, 'w:headerReference'), ...childElements(properties, 'w:footerReference')]) properties.removeChild(old);
  properties.insertBefore(copy(header), properties.firstChild);
  return properties;
}

/** Other paper is a revision of its own (ECMA-376 Part 1, 17.13.5.32). */
function withFormer(properties: Element, former: Element, revising: Revising): Element {
  if (paper(properties) === paper(former)) return properties;
  const kept = childElements(former).filter(({ nodeName }) => !/^w:(?:header|footer)Reference$/.test(nodeName));
  properties.appendChild(element(revising.part, 'w:sectPrChange', authorship(revising), [element(revising.part, 'w:sectPr', {}, kept.map(copy))]));
  return properties;
}

function paper(properties: Element): string {
  const size = childElement(properties, 'w:pgSz');
  return size ? `${size.getAttribute('w:w')}×${size.getAttribute('w:h')}` : '';
}
