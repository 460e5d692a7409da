/** Part of the package lint: tables, sections and ids of a DOCX. */
import type { Package } from './package-parts.js';
import { child, childElements, descendants, type XmlElement } from './xml.js';

/** Twips a row may be off its grid: column widths are rounded one by one. */
const ROUNDING_TWIPS = 5;

export function lintWordprocessing({ xml }: Package): readonly string[] {
  const faults: string[] = [];
  for (const [name, root] of xml) {
    if (!name.startsWith('word/') || name.endsWith('.rels')) continue;
    for (const element of descendants(root)) {
      if (element.name === 'w:tbl') faults.push(...lintTable(element).map((fault) => `${name}: ${fault}`));
      if (element.name === 'w:tc' && childElements(element).at(-1)?.name !== 'w:p') faults.push(`${name}: a table cell does not end in a paragraph`);
      if (/^w:(hdr|ftr|txbxContent)$/.test(element.name) && childElements(element).length === 0) faults.push(`${name}: <${element.name}> is empty`);
    }
    faults.push(...lintIds(name, root));
  }
  const body = child(xml.get('word/document.xml')!, 'w:body');
  if (!body) return [...faults, 'word/document.xml: no body'];
  const last = childElements(body).at(-1);
  if (last?.name !== 'w:sectPr') faults.push('word/document.xml: the body does not end in its section properties (sectPr)');
  for (const section of [...descendants(body)].filter(({ name }) => name === 'w:sectPr')) {
    for (const wanted of ['w:pgSz', 'w:pgMar']) if (!child(section, wanted)) faults.push(`word/document.xml: a section has no ${wanted}`);
  }
  return [...faults, ...lintStyles(xml)];
}

interface GridCell {
  readonly at: number;
  readonly span: number;
  readonly merge: 'none' | 'restart' | 'continue';
}

function lintTable(table: XmlElement): readonly string[] {
  const grid = child(table, 'w:tblGrid');
  if (!grid) return ['a table has no grid'];
  const widths = childElements(grid, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  const faults: string[] = [];
  let above: readonly GridCell[] = [];
  for (const [index, row] of rowsOf(table).entries()) {
    const label = `row ${index + 1} of a table`;
    const cells: GridCell[] = [];
    const skipped = (name: string): number => Number(value(child(row, 'w:trPr'), name) ?? 0);
    let at = skipped('w:gridBefore');
    for (const cell of childElements(row, 'w:tc')) {
      const properties = child(cell, 'w:tcPr');
      const span = Number(value(properties, 'w:gridSpan') ?? 1);
      const merge = properties && child(properties, 'w:vMerge');
      const state = !merge ? 'none' : merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
      if (state === 'continue' && !above.some((one) => one.at === at && one.span === span && one.merge !== 'none')) {
        faults.push(`${label}: a cell goes on from the row above, where none begins`);
      }
      cells.push({ at, span, merge: state });
      const width = properties && child(properties, 'w:tcW');
      const gridWidth = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
      if (width?.attributes['w:type'] === 'dxa' && Math.abs(Number(width.attributes['w:w']) - gridWidth) > ROUNDING_TWIPS) {
        faults.push(`${label}: a cell is ${width.attributes['w:w']} wide, its columns of the grid ${gridWidth}`);
      }
      at += span;
    }
    at += skipped('w:gridAfter');
    if (at !== widths.length) faults.push(`${label} takes ${at} columns, the grid has ${widths.length}`);
    if (cells.length === 0) faults.push(`${label} has no cell`);
    above = cells;
  }
  if (rowsOf(table).length === 0) faults.push('a table has no row');
  return faults;
}

/** Rows of a table, also inside tracked changes and content controls. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return childElements(table).flatMap((one) => (one.name === 'w:tr' ? [one] : /^w:(sdt|sdtContent|customXml)$/.test(one.name) ? rowsOf(one) : []));
}

function value(parent: XmlElement | undefined, name: string): string | undefined {
  return parent && child(parent, name)?.attributes['w:val'];
}

/** Ids that must be unique: of drawings in a part, of bookmarks and of their names. */
function lintIds(name: string, root: XmlElement): readonly string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  const once = (kind: string, id: string | undefined): void => {
    if (id === undefined) return;
    const key = `${kind} ${id}`;
    if (seen.has(key)) faults.push(`${name}: two ${kind} have the id ${id}`);
    seen.add(key);
  };
  for (const { name: element, attributes } of descendants(root)) {
    if (element === 'wp:docPr') once('drawings', attributes['id']);
    if (element === 'w:bookmarkStart') {
      once('bookmarks', attributes['w:id']);
      once('bookmark names', attributes['w:name']?.toLowerCase());
    }
    if (/^w:(footnote|endnote|comment|abstractNum|num)$/.test(element)) once(`${element}s`, attributes['w:id'] ?? attributes['w:abstractNumId'] ?? attributes['w:numId']);
    if (element === 'w:style') once('styles', attributes['w:styleId']);
  }
  return faults;
}

/** A style that a paragraph, run or table names must exist: Word falls back to Normal without a word. */
function lintStyles(xml: Package['xml']): readonly string[] {
  const styles = xml.get('word/styles.xml');
  if (!styles) return [];
  const known = new Set(childElements(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']));
  const faults = new Set<string>();
  for (const [name, root] of xml) {
    if (!name.startsWith('word/')) continue;
    for (const { name: element, attributes } of descendants(root)) {
      if (/^w:(pStyle|rStyle|tblStyle|basedOn|next|link)$/.test(element) && !known.has(attributes['w:val'])) faults.add(`${name}: no style «${attributes['w:val']}»`);
    }
  }
  return [...faults];
}
