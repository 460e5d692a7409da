/**
 * A DOCX with tracked changes: the draft as `writeDocx` writes it, the words of the issued document put back as struck ones where
 * the comparison of the two trees says so. Both sides are written whole and then merged, so that accepting gives exactly the draft
 * and no part of the writer knows of revisions.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { compareDocuments } from '../../document/compare.js';
import type { RevisedDocument, RevisedLine } from '../../document/revision.js';
import { storedDocument } from '../../document/stored-document.js';
import type { Inline, OfficialDocument } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { canonicalZip } from '../package-zip.js';
import type { PageStyle } from '../style.js';
import type { WriterContext, Written } from '../writer.js';
import type { StyleId } from './paragraph-styles.js';
import { withoutIllegalCharacters } from './printable-text.js';
import { bodyLayout } from './redline/body-layout.js';
import { writeComments } from './redline/comments.js';
import { mergeNotes, setApart, takeCharts, type Parts } from './redline/issued-parts.js';
import { styleOf } from './redline/merge-lines.js';
import { mergeSections } from './redline/merge-sections.js';
import { numberRevisions } from './redline/number-revisions.js';
import { marginRemark } from './redline/remark-texts.js';
import type { Revising } from './redline/revising.js';
import { elementsBelow, partText, readPart, type Document } from './redline/word-elements.js';
import { writeDocx } from './write-docx.js';

const MAIN = 'word/document.xml';
const NOTES = 'word/footnotes.xml';

/** `date` is an ISO day; `issued` may come from its sealed JSON. `contentsPages` are the draft's. Findings are those of the draft alone: the issued document has had its own. */
export async function writeRedline(issued: OfficialDocument, draft: OfficialDocument, style: PageStyle, by: { readonly author: string; readonly date: string }, context: WriterContext = {}): Promise<Written> {
  const was = withoutIllegalCharacters(storedDocument(issued)).document;
  const is = withoutIllegalCharacters(storedDocument(draft)).document;
  const revised = compareDocuments(was, is);
  const from = partsOf((await writeDocx(was, style)).bytes);
  const { bytes, findings } = await writeDocx(draft, style, context);
  const to = partsOf(bytes);
  const part = readPart(to.texts.get(MAIN)!);
  const old = readPart(from.texts.get(MAIN)!);
  setApart(old, part);
  const revising: Revising = { part, by, notes: [], remarks: [] };
  const layouts = { issued: bodyLayout(old, was), draft: bodyLayout(part, is) };
  mergeSections({ layout: layouts.issued, tree: was }, { layout: layouts.draft, tree: is }, revised, revising);
  const notes = readPart(to.texts.get(NOTES)!);
  mergeNotes(readPart(from.texts.get(NOTES)!), notes, revising);
  takeCharts(from, to, part);
  revising.remarks.push(...marginRemarks(revised, part));
  writeComments(revising, to);
  numberRevisions(part, notes);
  to.texts.set(MAIN, partText(part));
  to.texts.set(NOTES, partText(notes));
  return { bytes: zipped(to), findings };
}

/** Header and footer of page 1 are parts of their own, of which one document may have none: told at the Quốc hiệu, not tracked. */
function marginRemarks({ marks, address }: RevisedDocument, part: Document): Revising['remarks'] {
  const paragraph = elementsBelow(part, 'w:p').find((one) => styleOf(one) === ('QuocHieu' satisfies StyleId))!;
  return [
    { what: 'Dấu chỉ phạm vi lưu hành', lines: marks.circulation },
    { what: 'Địa chỉ cơ quan ở chân trang đầu', lines: address },
  ].flatMap(({ what, lines }) => {
    const [issued, draft] = [sideText(lines, 'issued'), sideText(lines, 'draft')];
    return issued === draft ? [] : [{ paragraph, text: marginRemark(what, issued, draft) }];
  });
}

function sideText(lines: readonly RevisedLine[], side: 'issued' | 'draft'): string {
  const texts = lines.map((line) => (line as { readonly [K in typeof side]?: readonly Inline[] })[side]).flatMap((inlines) => (inlines ? [inlineText(inlines)] : []));
  return texts.length === 0 ? 'không có' : texts.join(', ');
}

function partsOf(bytes: Uint8Array): Parts {
  const parts: Parts = { texts: new Map(), bytes: new Map() };
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    if (/\.(xml|rels)$/.test(name)) parts.texts.set(name, strFromU8(data));
    else parts.bytes.set(name, data);
  }
  return parts;
}

function zipped({ texts, bytes }: Parts): Uint8Array {
  return canonicalZip(zipSync(Object.fromEntries([...bytes, ...[...texts].map(([name, text]) => [name, strToU8(text)] as const)]), { level: 0 }));
}
