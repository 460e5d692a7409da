/** A DOCX with every tracked change accepted, or rejected, by the rules of ECMA-376 17.13.5 and the XML alone: what Word's two buttons leave. */
import { strFromU8, unzipSync } from 'fflate';
import { child, childElements, descendants, parseXml, type XmlElement } from './xml.js';

export type Side = 'accept' | 'reject';

export interface RevisedDocx {
  /** One line a paragraph, cells among them: «style|text». A field stands in «{}», and one that prints nothing is left out; footnotes stand in the text as «[^…]», charts as «[chart …]», a section's paper as a line of its own. */
  readonly lines: readonly string[];
  /** Words of all comments. */
  readonly comments: readonly string[];
  /** Every revision, by its element and its words: «w:del 613». Rows and marks of paragraphs have no words. */
  readonly revisions: readonly string[];
  /** Who made them and when, each once. */
  readonly authors: readonly string[];
}

interface Reader {
  readonly side: Side;
  readonly notes: ReadonlyMap<string, XmlElement>;
  readonly chart: (relationship: string) => string;
}

export function readRevisedDocx(bytes: Uint8Array, side: Side): RevisedDocx {
  const parts = unzipSync(bytes);
  const part = (name: string): XmlElement => parseXml(strFromU8(parts[name]!));
  const targets = new Map(childElements(part('word/_rels/document.xml.rels')).map(({ attributes }) => [attributes['Id']!, attributes['Target']!]));
  const notes = new Map(childElements(part('word/footnotes.xml'), 'w:footnote').map((note) => [note.attributes['w:id']!, note]));
  const chart = (relationship: string): string => {
    const target = targets.get(relationship);
    if (target === undefined) throw new Error(`a chart names ${relationship}, which does not exist`);
    return [...descendants(part(`word/${target}`))].filter(({ name }) => name === 'c:v').map(words).join(' ');
  };
  const main = part('word/document.xml');
  const all = [...descendants(main), ...[...notes.values()].flatMap((note) => [...descendants(note)])];
  const comments = parts['word/comments.xml'] ? childElements(part('word/comments.xml'), 'w:comment').map(words) : [];
  const anchored = new Set(all.filter(({ name }) => name === 'w:commentReference').map(({ attributes }) => attributes['w:id']));
  if (anchored.size !== comments.length) throw new Error(`${comments.length} comments, ${anchored.size} of them at a place`);
  const revisions = all.filter(({ name }) => /^w:(?:ins|del|moveFrom|moveTo|\w+Change|cellIns|cellDel)$/.test(name));
  const ids = revisions.map(({ attributes }) => attributes['w:id']);
  if (new Set(ids).size !== ids.length) throw new Error('two revisions have one id');
  return {
    lines: blockLines(child(main, 'w:body')!, { side, notes, chart }),
    comments,
    revisions: revisions.map((one) => `${one.name} ${words(one)}`.trim()),
    authors: [...new Set(revisions.map(({ attributes }) => `${attributes['w:author']} ${attributes['w:date']}`))],
  };
}

/** What this side drops, and what it keeps as plain words. */
const DROPPED = { accept: 'w:del', reject: 'w:ins' } as const;

function blockLines(container: XmlElement, reader: Reader): readonly string[] {
  const lines: string[] = [];
  let open: string | undefined;
  for (const block of childElements(container)) {
    if (block.name === 'w:sectPr') lines.push(paper(block, reader));
    if (block.name === 'w:tbl') {
      const rows = childElements(block, 'w:tr').filter((row) => !isDropped(child(row, 'w:trPr'), reader));
      for (const row of rows) for (const cell of childElements(row, 'w:tc')) lines.push(...blockLines(cell, reader).map((line) => `cell|${line}`));
    }
    if (block.name !== 'w:p') continue;
    const properties = child(block, 'w:pPr');
    const text = (open ?? '') + inlineText(block, reader);
    open = text;
    // Without its mark the paragraph goes on in the next one, and looks as that one does.
    if (isDropped(properties && child(properties, 'w:rPr'), reader)) continue;
    lines.push(`${style(properties, reader)}|${text.replace('{}', '')}`);
    const section = properties && child(properties, 'w:sectPr');
    if (section) lines.push(paper(section, reader));
    open = undefined;
  }
  if (open !== undefined) throw new Error(`the last paragraph of a ${container.name} loses its mark: «${open}»`);
  return lines;
}

function isDropped(properties: XmlElement | undefined, { side }: Reader): boolean {
  return properties !== undefined && child(properties, DROPPED[side]) !== undefined;
}

function inlineText(element: XmlElement, reader: Reader): string {
  return childElements(element)
    .map((one): string => {
      switch (one.name) {
        case 'w:pPr':
        case 'w:rPr':
        case DROPPED[reader.side]:
          return '';
        case 'w:ins':
        case 'w:del':
        case 'w:r':
        case 'w:hyperlink':
          return inlineText(one, reader);
        case 'w:t':
        case 'w:delText':
          // Where a formula may break is no word of it, and follows the width of the column.
          return words(one).replaceAll('\u200B', '');
        case 'w:br':
          return '\n';
        case 'w:fldChar':
          return { begin: '{', end: '}' }[one.attributes['w:fldCharType']!] ?? '';
        case 'w:footnoteReference': {
          const note = reader.notes.get(one.attributes['w:id']!);
          if (!note) throw new Error(`a mark names the footnote ${one.attributes['w:id']}, which does not exist`);
          return `[^${blockLines(note, reader).join('¶')}]`;
        }
        case 'w:drawing':
          return [...descendants(one)].filter(({ name }) => name === 'c:chart').map(({ attributes }) => `[chart ${reader.chart(attributes['r:id']!)}]`).join('');
        default:
          return '';
      }
    })
    .join('');
}

function style(properties: XmlElement | undefined, { side }: Reader): string {
  const former = properties && side === 'reject' ? child(properties, 'w:pPrChange') : undefined;
  const valid = former ? child(former, 'w:pPr') : properties;
  return (valid && child(valid, 'w:pStyle')?.attributes['w:val']) ?? '';
}

function paper(section: XmlElement, { side }: Reader): string {
  const former = side === 'reject' ? child(section, 'w:sectPrChange') : undefined;
  const size = child(former ? child(former, 'w:sectPr')! : section, 'w:pgSz')!.attributes;
  return `section ${size['w:w']}×${size['w:h']}`;
}

function words(element: XmlElement): string {
  return [...descendants(element)].map((one) => one.children.filter((text) => typeof text === 'string').join('')).join('');
}
