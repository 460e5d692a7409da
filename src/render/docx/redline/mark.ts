/**
 * Revisions as Word writes them (ECMA-376 Part 1, 17.13.5): runs inside `w:ins` and `w:del`, marks of paragraphs and rows by an
 * element among their properties. docx 9.15.2 has these for text it makes itself, not for footnote marks, charts and fields.
 */
import { childElement, childElements, element, elementsBelow, type Element } from './word-elements.js';
import type { Change, Revising } from './revising.js';

const NAMES = { deleted: 'w:del', inserted: 'w:ins' } as const;
const DELETED_TEXT: Readonly<Record<string, string>> = { 'w:t': 'w:delText', 'w:instrText': 'w:delInstrText' };

export function revision(change: Change, revising: Revising, children: readonly Element[] = []): Element {
  return element(revising.part, NAMES[change], authorship(revising), children);
}

/** Ids are numbered when the document is complete. */
export function authorship({ by }: Pick<Revising, 'by'>): Readonly<Record<string, string>> {
  return { 'w:id': '0', 'w:author': by.author, 'w:date': `${by.date}T00:00:00Z` };
}

/** Every run of a paragraph, or of a link inside it. */
export function markRuns(parent: Element, change: Change, revising: Revising): void {
  let open: Element | undefined;
  for (const child of childElements(parent)) {
    if (child.nodeName === 'w:hyperlink') markRuns(child, change, revising);
    if (child.nodeName !== 'w:r') {
      open = undefined;
      continue;
    }
    if (!open) {
      open = revision(change, revising);
      parent.insertBefore(open, child);
    }
    open.appendChild(change === 'deleted' ? deletedRun(child) : child);
  }
}

/** The same run with its text as deleted text. */
export function deletedRun(run: Element): Element {
  for (const child of childElements(run)) {
    const name = DELETED_TEXT[child.nodeName];
    if (name === undefined) continue;
    const deleted = element(run.ownerDocument!, name);
    deleted.setAttribute('xml:space', 'preserve');
    deleted.appendChild(run.ownerDocument!.createTextNode(child.textContent ?? ''));
    run.replaceChild(deleted, child);
  }
  return run;
}

/** The mark at the end of the paragraph: what joins it with the next one when it goes. */
export function markParagraph(paragraph: Element, change: Change, revising: Revising): void {
  const properties = paragraphProperties(paragraph, revising);
  const present = childElement(properties, 'w:rPr');
  const runProperties = present ?? element(revising.part, 'w:rPr');
  if (!present) properties.insertBefore(runProperties, childElements(properties).find(({ nodeName }) => nodeName === 'w:sectPr' || nodeName === 'w:pPrChange') ?? null);
  runProperties.insertBefore(revision(change, revising), runProperties.firstChild);
}

export function paragraphProperties(paragraph: Element, { part }: Pick<Revising, 'part'>): Element {
  const present = childElement(paragraph, 'w:pPr');
  if (present) return present;
  const made = element(part, 'w:pPr');
  paragraph.insertBefore(made, paragraph.firstChild);
  return made;
}

/** A whole row, its words and paragraphs too, as Word does it. */
export function markRow(row: Element, change: Change, revising: Revising): void {
  const present = childElement(row, 'w:trPr');
  const properties = present ?? element(revising.part, 'w:trPr');
  if (!present) row.insertBefore(properties, childElement(row, 'w:tc') ?? null);
  properties.appendChild(revision(change, revising));
  for (const paragraph of elementsBelow(row, 'w:p')) {
    markRuns(paragraph, change, revising);
    markParagraph(paragraph, change, revising);
  }
}

/** A paragraph's words or a table's rows: the marks of paragraphs between blocks are set when their places are known. */
export function markContent(block: Element, change: Change, revising: Revising): void {
  if (block.nodeName === 'w:tbl') for (const row of childElements(block, 'w:tr')) markRow(row, change, revising);
  else markRuns(block, change, revising);
}
