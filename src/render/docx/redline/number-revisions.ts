/** Ids of revisions, pictures and bookmarks, in the order of the finished document: nothing else may decide them, so that the same trees give the same bytes. */
import { elementsBelow, type Document, type Element } from './word-elements.js';

const REVISIONS = ['w:ins', 'w:del', 'w:pPrChange', 'w:sectPrChange'];

/** ECMA-376 Part 1, 17.13: one id for each annotation of the document; bookmarks have the first. */
export function numberRevisions(...parts: readonly Document[]): void {
  let next = 0;
  const bookmarks = parts.flatMap((part) => elementsBelow(part, 'w:bookmarkStart'));
  for (const mark of bookmarks) next = Math.max(next, Number(mark.getAttribute('w:id')));
  for (const part of parts) {
    for (const node of elementsBelow(part, '*')) if (REVISIONS.includes(node.nodeName)) node.setAttribute('w:id', String(++next));
    numberDrawings(elementsBelow(part, 'wp:docPr'));
  }
}

function numberDrawings(drawings: readonly Element[]): void {
  for (const [at, drawing] of drawings.entries()) drawing.setAttribute('id', String(at + 1));
}
