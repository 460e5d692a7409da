/** What the body of a redline takes from the issued document besides its words: charts with their workbooks, and footnotes. */
import type { Change, Revising } from './revising.js';
import { markRuns } from './mark.js';
import { mergeParagraph } from './merge-paragraph.js';
import { childElements, elementsBelow, readPart, type Document, type Element } from './word-elements.js';

/** Parts of a package as text, and as bytes where they are not XML. */
export interface Parts {
  readonly texts: Map<string, string>;
  readonly bytes: Map<string, Uint8Array>;
}

const CHART = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Before anything is merged: ids of the issued document that no id of the draft equals, and no bookmarks, whose names the draft has too. */
export function setApart(issued: Document, draft: Document): void {
  const count = Math.max(0, ...elementsBelow(draft, 'w:footnoteReference').map((mark) => Number(mark.getAttribute('w:id'))));
  for (const mark of elementsBelow(issued, 'w:footnoteReference')) mark.setAttribute('w:id', String(Number(mark.getAttribute('w:id')) + count));
  for (const chart of elementsBelow(issued, 'c:chart')) chart.setAttribute('r:id', `issued-${chart.getAttribute('r:id')}`);
  for (const name of ['w:bookmarkStart', 'w:bookmarkEnd']) for (const mark of elementsBelow(issued, name)) mark.parentNode!.removeChild(mark);
}

/** Notes of struck marks come into the part, notes of new ones are marked, and those whose mark stays are merged. */
export function mergeNotes(issued: Document, draft: Document, revising: Revising): void {
  const [before, after] = [notesById(issued), notesById(draft)];
  const count = Math.max(0, ...[...after.keys()].map(Number));
  const inPart = { ...revising, part: draft };
  const paragraphs = (note: Element): readonly Element[] => childElements(note, 'w:p');
  for (const { issued: was, draft: is, inside } of revising.notes) {
    const note = after.get(is)!;
    const [old] = paragraphs(note);
    const blank = [{ type: 'text', text: ' ' }] as const;
    const merged = mergeParagraph(draft.importNode(paragraphs(before.get(String(Number(was) - count))!)[0]!, true), old!, [{ change: 'kept', issued: blank, draft: blank }, ...inside], inPart);
    if (merged !== old) note.replaceChild(merged, old!);
  }
  // LibreOffice 7.4 takes the notes in the order of the part, whatever ids their marks name: both are made to agree.
  for (const [at, mark] of elementsBelow(revising.part, 'w:footnoteReference').entries()) {
    const change = changeOf(mark);
    const id = mark.getAttribute('w:id')!;
    const note = change === 'deleted' ? draft.importNode(before.get(String(Number(id) - count))!, true) : after.get(id)!;
    if (change) for (const paragraph of paragraphs(note)) markRuns(paragraph, change, inPart);
    for (const one of [mark, note]) one.setAttribute('w:id', String(at + 1));
    draft.documentElement!.appendChild(note);
  }
}

/** The charts that are still drawn, under names behind those of the draft. */
export function takeCharts(from: Parts, to: Parts, part: Document): void {
  const relationships = readPart(from.texts.get('word/_rels/document.xml.rels')!);
  const targets = new Map(elementsBelow(relationships, 'Relationship').map((one) => [one.getAttribute('Id')!, one.getAttribute('Target')!]));
  let count = [...to.texts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).length;
  for (const chart of elementsBelow(part, 'c:chart')) {
    const id = chart.getAttribute('r:id')!;
    if (!id.startsWith('issued-')) continue;
    count++;
    const name = targets.get(id.slice('issued-'.length))!.replace('charts/', '');
    const sheet = /Target="\.\.\/embeddings\/([^"]+)"/.exec(from.texts.get(`word/charts/_rels/${name}.rels`)!)![1]!;
    const [newName, newSheet] = [`chart${count}.xml`, `Microsoft_Excel_Worksheet${count}.xlsx`];
    to.texts.set(`word/charts/${newName}`, from.texts.get(`word/charts/${name}`)!);
    to.texts.set(`word/charts/_rels/${newName}.rels`, from.texts.get(`word/charts/_rels/${name}.rels`)!.replace(sheet, newSheet));
    to.bytes.set(`word/embeddings/${newSheet}`, from.bytes.get(`word/embeddings/${sheet}`)!);
    addRelationship(to, id, CHART, `charts/${newName}`);
    addContentType(to, `/word/charts/${newName}`, CHART_TYPE);
    addContentType(to, `/word/embeddings/${newSheet}`, SHEET_TYPE);
  }
}

export function addRelationship(to: Parts, id: string, type: string, target: string): void {
  edit(to, 'word/_rels/document.xml.rels', '</Relationships>', `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
}

export function addContentType(to: Parts, part: string, type: string): void {
  edit(to, '[Content_Types].xml', '</Types>', `<Override ContentType="${type}" PartName="${part}"/>`);
}

function edit({ texts }: Parts, name: string, before: string, addition: string): void {
  texts.set(name, texts.get(name)!.replace(before, addition + before));
}

function notesById(part: Document): ReadonlyMap<string, Element> {
  return new Map(elementsBelow(part, 'w:footnote').map((note) => [note.getAttribute('w:id')!, note]));
}

function changeOf(node: Element): Change | undefined {
  for (let at = node.parentNode; at; at = at.parentNode) {
    if (at.nodeName === 'w:ins') return 'inserted';
    if (at.nodeName === 'w:del') return 'deleted';
  }
  return undefined;
}
