/** Part of the package lint: sheets, cells, merges and styles of an XLSX. */
import { resolveTarget, type Package } from './package-parts.js';
import { child, childElements, descendants, textContent, type XmlElement } from './xml.js';

export function lintSpreadsheet({ xml }: Package): readonly string[] {
  const workbook = xml.get('xl/workbook.xml')!;
  const relationships = xml.get('xl/_rels/workbook.xml.rels');
  const targets = new Map((relationships ? childElements(relationships) : []).map(({ attributes }) => [attributes['Id'], attributes['Target']!]));
  const sheets = childElements(child(workbook, 'sheets') ?? workbook, 'sheet').map(({ attributes }) => attributes);
  const faults: string[] = [];
  if (sheets.length === 0) faults.push('xl/workbook.xml: no sheet');
  faults.push(...twice(sheets.map(({ name }) => name!.toLowerCase())).map((name) => `xl/workbook.xml: two sheets are named ${name}`));
  faults.push(...twice(sheets.map(({ sheetId }) => sheetId!)).map((id) => `xl/workbook.xml: two sheets have the id ${id}`));
  faults.push(...lintDefinedNames(workbook, new Set(sheets.map(({ name }) => name!))));
  const strings = xml.get('xl/sharedStrings.xml');
  const counts = { strings: strings ? childElements(strings, 'si').length : 0, styles: countOf(xml.get('xl/styles.xml'), 'cellXfs') };
  for (const { name, ['r:id']: id } of sheets) {
    const part = targets.has(id) ? resolveTarget('xl/workbook.xml', targets.get(id)!) : undefined;
    const root = part === undefined ? undefined : xml.get(part);
    if (!root) faults.push(`xl/workbook.xml: sheet «${name}» has no part`);
    else faults.push(...lintSheet(part!, root, counts));
  }
  return faults;
}

function countOf(root: XmlElement | undefined, list: string): number {
  const found = root && child(root, list);
  return found ? childElements(found).length : 0;
}

function lintDefinedNames(workbook: XmlElement, sheets: ReadonlySet<string>): readonly string[] {
  return [...descendants(workbook)]
    .filter(({ name }) => name === 'definedName')
    .flatMap((defined) => {
      const reference = textContent(defined);
      if (/#REF!/.test(reference)) return [`xl/workbook.xml: ${defined.attributes['name']} is ${reference}`];
      const quoted = [...reference.matchAll(/'((?:[^']|'')+)'!/g)].map(([, name]) => name!.replaceAll("''", "'"));
      return quoted.filter((name) => !sheets.has(name)).map((name) => `xl/workbook.xml: ${defined.attributes['name']} names the sheet «${name}», which does not exist`);
    });
}

function lintSheet(part: string, root: XmlElement, counts: { readonly strings: number; readonly styles: number }): readonly string[] {
  const faults: string[] = [];
  const data = child(root, 'sheetData');
  if (!data) return [`${part}: no sheetData`];
  let before = 0;
  for (const row of childElements(data, 'row')) {
    const number = Number(row.attributes['r']);
    if (!(number > before)) faults.push(`${part}: row ${row.attributes['r']} stands behind row ${before}`);
    before = number;
    let column = 0;
    for (const cell of childElements(row, 'c')) {
      const address = cell.attributes['r'] ?? '';
      const at = parseAddress(address);
      if (!at || at.row !== number || at.column <= column) faults.push(`${part}: cell ${address} is out of place in row ${number}`);
      column = at?.column ?? column;
      faults.push(...lintCell(cell, counts).map((fault) => `${part}: ${address} ${fault}`));
    }
  }
  return [...faults, ...lintMerges(part, root)];
}

function lintCell(cell: XmlElement, counts: { readonly strings: number; readonly styles: number }): readonly string[] {
  const faults: string[] = [];
  const style = Number(cell.attributes['s'] ?? 0);
  if (!(style < Math.max(counts.styles, 1))) faults.push(`has the style ${style}, there are ${counts.styles}`);
  const v = child(cell, 'v');
  const written = v && textContent(v);
  const type = cell.attributes['t'] ?? 'n';
  if (type === 's' && !(Number(written) < counts.strings)) faults.push(`has the text ${written}, there are ${counts.strings}`);
  if (type === 'n' && written !== undefined && !/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(written)) faults.push(`has the number «${written}»`);
  if (type === 'e') faults.push(`has the error ${written}`);
  const formula = child(cell, 'f');
  if (formula && /#REF!|^=/.test(textContent(formula))) faults.push(`has the formula «${textContent(formula)}»`);
  if (formula && written === undefined) faults.push('has a formula without its result');
  return faults;
}

function lintMerges(part: string, root: XmlElement): readonly string[] {
  const areas = [...descendants(root)].filter(({ name }) => name === 'mergeCell').map(({ attributes }) => attributes['ref']!);
  const faults: string[] = [];
  const corners = areas.map((area) => area.split(':').map(parseAddress));
  for (const [index, [from, to]] of corners.entries()) {
    if (!from || !to || from.row > to.row || from.column > to.column || (from.row === to.row && from.column === to.column)) {
      faults.push(`${part}: ${areas[index]} is no area to merge`);
      continue;
    }
    const overlapping = corners.findIndex(([a, b], other) => other < index && a && b && a.row <= to.row && b.row >= from.row && a.column <= to.column && b.column >= from.column);
    if (overlapping >= 0) faults.push(`${part}: merged cells ${areas[overlapping]} and ${areas[index]} overlap`);
  }
  return faults;
}

function parseAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!match) return undefined;
  return { row: Number(match[2]), column: [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}
