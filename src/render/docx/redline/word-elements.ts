/** Elements of WordprocessingML as a DOM: the redline is made from two written documents, and docx cannot read one. */
import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';

export type { Document, Element };

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function readPart(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/xml');
}

export function partText(part: Document): string {
  return DECLARATION + new XMLSerializer().serializeToString(part.documentElement!);
}

export function childElements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.nodeName === name)) found.push(node);
  }
  return found;
}

export function childElement(parent: Element, name: string): Element | undefined {
  return childElements(parent, name)[0];
}

/** In document order, at any depth. */
export function elementsBelow(parent: Element | Document, name: string): Element[] {
  return [...parent.getElementsByTagName(name)];
}

/** `w:` elements alone: their attributes take the prefix too. */
export function element(part: Document, name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly Element[] = []): Element {
  const made = part.createElementNS(WORDPROCESSING, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(WORDPROCESSING, key, value);
  for (const child of children) made.appendChild(child);
  return made;
}

export function copy<T extends Element>(of: T): T {
  return of.cloneNode(true) as T;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
