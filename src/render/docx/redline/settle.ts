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
    return [...rest, { element: joined(deleted.element, inserted.element), change: 'kept' }];
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

/** One paragraph with the struck words of the one before the new words of the other. */
export function joined(deleted: Element, inserted: Element): Element {
  const properties = childElement(inserted, 'w:pPr');
  const first = properties ? properties.nextSibling : inserted.firstChild;
  for (const child of childElements(deleted)) if (child.nodeName !== 'w:pPr') inserted.insertBefore(child, first);
  return inserted;
}

/** When the mark of a paragraph goes, its words take the look of the next paragraph, which therefore must have theirs. */
function keepLook(before: Element, last: Element, change: Change, revising: Revising): void {
  const properties = paragraphProperties(last, revising);
  const own = remembered(properties);
  const theirs = remembered(paragraphProperties(before, revising));
  if (change === 'deleted') {
    for (const child of childElements(properties)) if (!NOT_REMEMBERED.includes(child.nodeName)) properties.removeChild(child);
    for (const child of theirs.map(copy).reverse()) properties.insertBefore(child, properties.firstChild);
  }
  const former = element(revising.part, 'w:pPr', {}, (change === 'deleted' ? own : theirs).map(copy));
  properties.appendChild(element(revising.part, 'w:pPrChange', authorship(revising), [former]));
}

function remembered(properties: Element): readonly Element[] {
  return childElements(properties).filter(({ nodeName }) => !NOT_REMEMBERED.includes(nodeName));
}
