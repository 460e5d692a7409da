/** Our own check of DOCX and XLSX packages: what Word and Excel repair or refuse and other validators let pass. One sentence for each fault; empty is good. */
import { strFromU8, unzipSync } from 'fflate';
import { lintCharts } from './lint-charts.js';
import { lintImage } from './lint-image.js';
import { lintSpreadsheet } from './lint-spreadsheet.js';
import { lintWordprocessing } from './lint-wordprocessing.js';
import { resolveTarget, type Package } from './package-parts.js';
import { childElements, descendants, parseXml, type XmlElement } from './xml.js';

const CONTENT_TYPES = '[Content_Types].xml';

export function lintPackage(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes);
  const faults: string[] = [];
  const xml = new Map<string, XmlElement>();
  for (const [name, data] of Object.entries(parts)) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    try {
      xml.set(name, parseXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)));
    } catch (error) {
      faults.push(`${name}: XML is not well-formed: ${(error as Error).message}`);
    }
  }
  const pack: Package = { parts, xml };
  faults.push(...lintEntryNames(bytes), ...lintContentTypes(pack), ...lintRelationships(pack), ...lintTexts(pack));
  for (const [name, data] of Object.entries(parts)) faults.push(...lintImage(name, data));
  if (xml.has('word/document.xml')) faults.push(...lintWordprocessing(pack), ...lintCharts(pack, lintPackage));
  else if (xml.has('xl/workbook.xml')) faults.push(...lintSpreadsheet(pack));
  else faults.push('the package has neither word/document.xml nor xl/workbook.xml');
  return faults;
}

/** Names of the central directory: a reader that takes the first of two equal entries and one that takes the last see two documents. */
function lintEntryNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return ['the zip has no central directory'];
  const names: string[] = [];
  // From its own beginning: a workbook stored inside has a central directory too.
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === 0x02014b50; ) {
    const length = view.getUint16(at + 28, true);
    names.push(strFromU8(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (names.length !== view.getUint16(end + 10, true)) return [`the central directory of the zip counts ${view.getUint16(end + 10, true)} entries and has ${names.length}`];
  const twice = names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== at);
  return [
    ...twice.map((name) => `${name}: two entries of the zip have this name`),
    ...names.filter((name) => /(^|\/)\.\.?(\/|$)|^\/|\\/.test(name)).map((name) => `${name}: a name that leads out of the package`),
  ];
}

function lintContentTypes({ parts, xml }: Package): readonly string[] {
  const root = xml.get(CONTENT_TYPES);
  if (!root) return [`${CONTENT_TYPES}: missing`];
  const extensions = new Set(childElements(root, 'Default').map(({ attributes }) => attributes['Extension']!.toLowerCase()));
  const overrides = childElements(root, 'Override').map(({ attributes }) => attributes['PartName']!.replace(/^\//, ''));
  const faults: string[] = [];
  for (const name of Object.keys(parts)) {
    if (name === CONTENT_TYPES || name.endsWith('/')) continue;
    const typed = overrides.includes(name) || extensions.has(name.split('.').at(-1)!.toLowerCase());
    if (!typed) faults.push(`${name}: no content type`);
  }
  for (const name of overrides) if (!(name in parts)) faults.push(`${CONTENT_TYPES}: ${name} has a content type, but is not in the package`);
  return faults;
}

function lintRelationships({ parts, xml }: Package): readonly string[] {
  const faults: string[] = [];
  for (const [name, root] of xml) {
    if (name.endsWith('.rels')) {
      faults.push(...lintTargets(name, root, parts));
      continue;
    }
    const relationships = xml.get(name.replace(/([^/]+)$/, '_rels/$1.rels'));
    const known = new Set(relationships ? childElements(relationships).map(({ attributes }) => attributes['Id']) : []);
    for (const element of descendants(root)) {
      for (const [attribute, id] of Object.entries(element.attributes)) {
        if (/^r:(id|embed|link|pict)$/.test(attribute) && !known.has(id)) faults.push(`${name}: <${element.name}> names the relationship ${id}, which does not exist`);
      }
    }
  }
  return faults;
}

function lintTargets(name: string, root: XmlElement, parts: Package['parts']): readonly string[] {
  const faults: string[] = [];
  const source = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
  if (source !== '' && !(source in parts)) faults.push(`${name}: belongs to ${source}, which is not in the package`);
  const ids = new Set<string>();
  for (const { attributes } of childElements(root)) {
    const { Id: id = '', Target: target = '', TargetMode: mode } = attributes;
    if (ids.has(id)) faults.push(`${name}: two relationships have the id ${id}`);
    ids.add(id);
    if (mode === 'External' || /^[a-z]+:/i.test(target)) faults.push(`${name}: ${id} leads out of the package to ${target}`);
    else if (!(resolveTarget(source, target) in parts)) faults.push(`${name}: ${id} leads to ${target}, which is not in the package`);
  }
  return faults;
}

const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/\{\{|\}\}/, 'braces of a template'],
  [/\bundefined\b/, '«undefined»'],
  [/\bNaN\b/, '«NaN»'],
  [/\bInfinity\b/, '«Infinity»'],
  [/\[object /, '«[object»'],
  [/[\uE000-\uF8FF]/, 'a private-use character'],
  [/\uFFFD/, 'a replacement character'],
];

/** Texts and attribute values: what a program leaves behind when a value was missing. */
function lintTexts({ xml }: Package): readonly string[] {
  const faults: string[] = [];
  for (const [name, root] of xml) {
    for (const element of descendants(root)) {
      const texts = [...element.children.filter((child) => typeof child === 'string'), ...Object.values(element.attributes)];
      for (const text of texts) {
        for (const [pattern, what] of LEFTOVERS) if (pattern.test(text)) faults.push(`${name}: <${element.name}> has ${what}: «${text.slice(0, 60)}»`);
      }
    }
  }
  return faults;
}
