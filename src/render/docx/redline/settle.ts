/**
 * Marks of paragraphs in their places. A cell and a section must end in a paragraph that stays: where words come or go behind the
 * last one, Word moves the revision to the mark before them, and so does this.
 */
import { authorship, markParagraph, paragraphProperties } from './mark.js';
import type { Change, Placed, Revising } from './revising.js';
import { childElement, childElements, copy, element, type Element } from './word-elements.js';

/** Of `CT_PPr` alone, not of the properties a change remembers. */
const NOT_REMEMBERED = ['w:rPr', 'w:sectPr', 'w:pPrChange'];

/** The last of them is a paragraph without revision of its mark. Both sides end in a paragraph. */
export function withLastingEnd(placed: readonly Placed[], revising: Revising): readonly Placed[] {
  const kept = placed.findLastIndex(({ change }) => change === 'kept');
  const tail = placed.slice(kept + 1);
  const deleted = tail.findLast(({ change }) => change === 'deleted');
  const inserted = tail.findLast(({ change }) => change === 'inserted');
  if (!deleted && !inserted) return placed;
  if (deleted && inserted) {
    const rest = placed.filter((one) => one !== deleted && one !== inserted);
    return [...rest, { element: joined(deleted.element, inserted.element, revising), change: 'kept' }];
  }
  const last = (deleted ?? inserted)!;
  const before = placed[kept];
  if (!before) return placed;
  keepLook(before.element, last.element, last.change as Change, revising);
  return [...placed.slice(0, kept), { element: before.element, change: last.change }, ...tail.slice(0, -1), { element: last.element, change: 'kept' }];
}

export function settled(placed: readonly Placed[], revising: Revising): readonly Element[] {
  for (const { element: one, change } of placed) {
    if (change !== 'kept' && one.nodeName === 'w:p') markParagraph(one, change, revising);
  }
  return placed.map(({ element: one }) => one);
}

/** One paragraph with the struck words of the one before the new words of the other, in the look of the new one. */
export function joined(deleted: Element, inserted: Element, revising: Revising): Element {
  const properties = paragraphProperties(inserted, revising);
  remember(properties, looks(deleted, revising), revising);
  const first = properties.nextSibling;
  for (const child of childElements(deleted)) if (child.nodeName !== 'w:pPr') inserted.insertBefore(child, first);
  return inserted;
}

/** When the mark of a paragraph goes, its words take the look of the next paragraph, which therefore must have theirs. */
export function keepLook(before: Element, last: Element, change: Change, revising: Revising): void {
  const properties = paragraphProperties(last, revising);
  if (change === 'inserted') return remember(properties, formerLooks(before, revising), revising);
  const theirs = looks(before, revising).map(copy);
  const own = looks(last, revising).map(copy);
  for (const child of looks(last, revising)) properties.removeChild(child);
  for (const child of theirs.reverse()) properties.insertBefore(child, properties.firstChild);
  remember(properties, own, revising);
}

/** The look the paragraph has when the changes are rejected. */
function remember(properties: Element, former: readonly Element[], revising: Revising): void {
  if (former.map(String).join('') === childElements(properties).filter(isLook).map(String).join('')) return;
  const kept = element(revising.part, 'w:pPr', {}, former.map(copy));
  properties.appendChild(element(revising.part, 'w:pPrChange', authorship(revising), [kept]));
}

function looks(paragraph: Element, revising: Revising): readonly Element[] {
  return childElements(paragraphProperties(paragraph, revising)).filter(isLook);
}

/** The last paragraph of a section may have changed its look already, when the end of its section was merged. */
function formerLooks(paragraph: Element, revising: Revising): readonly Element[] {
  const change = childElement(paragraphProperties(paragraph, revising), 'w:pPrChange');
  return change ? childElements(childElement(change, 'w:pPr')!) : looks(paragraph, revising);
}

function isLook({ nodeName }: Element): boolean {
  return !NOT_REMEMBERED.includes(nodeName);
}
