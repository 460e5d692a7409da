/**
 * The same tree gives the same bytes. docx 9.15.2 takes dates from the clock and draws relationship ids at random, and counts
 * drawings and bookmarks per process, not per document; no longer needed when two runs of docx itself are equal.
 */
import { Packer, type Document } from 'docx';
import type { ChartLayout } from '../../chart/layout.js';
import { canonicalParts, type Parts } from '../package-zip.js';
import { patchChartPart } from './chart-part.js';
import { withWordSeparators } from './footnote.js';

/** nanoid in lower case, as docx makes it; not a part of a longer name. */
const RANDOM_RELATIONSHIP = /rId[a-z0-9_-]{21}(?![a-z0-9_-])/g;
const DRAWING_ID = /(<wp:docPr\b[^>]*?\bid=")-?\d+(")/g;
const BOOKMARK_ID = /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(-?\d+)(")/g;
const CORE_DATE = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g;

const CHART_PART = /^word\/charts\/chart(\d+)\.xml$/;

export interface Canon {
  /** ISO date of the document's properties. */
  readonly date: string;
  /** For the core properties, which docx cannot set, and the charts. */
  readonly language: string;
  /** In the order of the document, in which docx numbers their parts. */
  readonly charts: readonly ChartLayout[];
}

/** docx 9.15.2 gives the parts of a document only as a zip, whose parts would be unzipped to be zipped again; what writes them is private there. */
const { compiler } = Packer as unknown as { readonly compiler: { compile(document: Document): Parts } };

export function canonicalDocx(document: Document, { date, language, charts }: Canon): Parts {
  const relationships = new Map<string, string>();
  return canonicalParts(compiler.compile(document), (name, written) => {
    const text = withWordSeparators(name, written);
    if (name === 'docProps/core.xml') {
      return text
        .replace(CORE_DATE, `$1${date}T00:00:00Z`)
        .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`);
    }
    const chart = charts[Number(CHART_PART.exec(name)?.[1]) - 1];
    const bookmarks = new Map<string, string>();
    let drawings = 0;
    return (chart === undefined ? text : patchChartPart(text, chart, language))
      .replace(RANDOM_RELATIONSHIP, (id) => numbered(relationships, id, 'rIdx'))
      .replace(DRAWING_ID, (_match, before: string, after: string) => `${before}${++drawings}${after}`)
      .replace(BOOKMARK_ID, (_match, before: string, id: string, after: string) => before + numbered(bookmarks, id, '') + after);
  });
}

/** Numbers in the order of first appearance; parts come in a fixed order. */
function numbered(known: Map<string, string>, id: string, prefix: string): string {
  const name = known.get(id) ?? prefix + String(known.size + 1);
  known.set(id, name);
  return name;
}
