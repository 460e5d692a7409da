/** A written DOCX as elements, with the questions the tests of this folder ask of it. Reads XML by test/support/readers, nothing of the writer. */
import { strFromU8, unzipSync } from 'fflate';
import type { OfficialDocument } from '../../../src/document/tree.js';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { pageStyle, type SizeProfile } from '../../../src/render/style.js';
import type { WriterContext } from '../../../src/render/writer.js';
import { child, childElements, descendants, parseXml, textContent, type XmlElement } from '../../support/readers/xml.js';

export interface OpenDocx {
  readonly bytes: Uint8Array;
  readonly findings: readonly { readonly code: string; readonly message: string; readonly place: object }[];
  readonly parts: ReadonlyMap<string, XmlElement>;
  readonly body: XmlElement;
}

export async function openDocx(document: OfficialDocument, profile: SizeProfile = 'A', context: WriterContext = {}): Promise<OpenDocx> {
  const { bytes, findings } = await writeDocx(document, pageStyle(profile), context);
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, data]) => [name, parseXml(strFromU8(data))]),
  );
  return { bytes, findings, parts, body: child(parts.get('word/document.xml')!, 'w:body')! };
}

export function all(element: XmlElement, name: string): XmlElement[] {
  return [...descendants(element)].filter((one) => one.name === name);
}

/** Value of a property's attribute: `property(p, 'w:pPr', 'w:ind', 'w:left')`. */
export function property(element: XmlElement, ...path: readonly string[]): string | undefined {
  const names = path.slice(0, -1);
  const found = names.reduce<XmlElement | undefined>((at, name) => at && child(at, name), element);
  return found?.attributes[path.at(-1)!];
}

export function has(element: XmlElement, ...names: readonly string[]): boolean {
  return names.reduce<XmlElement | undefined>((at, name) => at && child(at, name), element) !== undefined;
}

export function styleOf(paragraph: XmlElement): string | undefined {
  return property(paragraph, 'w:pPr', 'w:pStyle', 'w:val');
}

export function paragraphsOf(element: XmlElement, style?: string): XmlElement[] {
  return all(element, 'w:p').filter((paragraph) => style === undefined || styleOf(paragraph) === style);
}

export function text(element: XmlElement): string {
  return all(element, 'w:t').map(textContent).join('');
}

/** The statistical tables: those that are not the letterhead's or the signature's. */
export function dataTables(body: XmlElement): XmlElement[] {
  return all(body, 'w:tbl').filter((table) => property(table, 'w:tblPr', 'w:tblBorders', 'w:top', 'w:val') === 'single');
}

export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return childElements(table, 'w:tr');
}

export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return childElements(row, 'w:tc');
}
