/** The document tree → DOCX bytes. The entry of the folder; docx is imported in this folder only. */
import type { ISectionOptions } from 'docx';
import type { Appendix, Block, OfficialDocument } from '../../document/tree.js';
import type { PageStyle } from '../style.js';
import { urgencyBox } from '../marks.js';
import { zipParts } from '../package-zip.js';
import type { Writer } from '../writer.js';
import { addresseeBlock } from './addressees.js';
import { appendixContent } from './appendix.js';
import { pageBreak, writeBlocks } from './blocks.js';
import { closingBlock } from './closing.js';
import { contentsBlock, contentsEntries } from './contents.js';
import { Paragraph, type Table } from './filled.js';
import { firstPage } from './first-page.js';
import { misnumberedNotes } from './footnote.js';
import { keptBeforeSignature, keptInBlocks } from './kept-together.js';
import { letterheadTable } from './letterhead.js';
import { markBox } from './mark-box.js';
import { packageParts } from './package-parts.js';
import { withoutIllegalCharacters } from './printable-text.js';
import type { StyleId } from './paragraph-styles.js';
import { section } from './section.js';
import type { Setting } from './setting.js';
import { textHeightTwips, textWidthTwips } from './text-area.js';
import { titleBlock } from './title-block.js';

export const writeDocx: Writer = async (given, style, { contentsPages } = {}) => {
  const { document, findings: illegal } = withoutIllegalCharacters(given);
  const gathered: Gathered = { findings: [...illegal, ...misnumberedNotes(document)], charts: [] };
  const entries = contentsEntries(document, contentsPages);
  const shared = { style, ...gathered, bookmarks: new Map(entries.map(({ node, bookmark }) => [node as object, bookmark])) };
  const sections = [mainSection(document, shared, document.contents && contentsBlock(document.contents, entries)), ...appendixSections(document, shared)];
  const parts = packageParts({ properties: document.properties, style, sections, charts: gathered.charts });
  return { bytes: zipParts(parts), findings: gathered.findings };
};

type Gathered = Pick<Setting, 'findings' | 'charts'>;
type Shared = Gathered & Pick<Setting, 'style' | 'bookmarks'>;

function mainSection(document: OfficialDocument, shared: Shared, contents: readonly Paragraph[] = []): ISectionOptions {
  const first = contents.length === 0 ? undefined : firstNode(document.body);
  const setting: Setting = { ...shared, ...textArea(shared.style, 'portrait'), ...keptBeforeSignature(document.body), ...(first === undefined ? {} : { beginsPage: first }) };
  return section(
    [
      letterheadTable(document, setting),
      ...urgency(document),
      ...titleBlock(document, setting),
      ...addresseeBlock(document.addressees, setting),
      ...contents,
      // What cannot begin a page by itself follows a page break.
      ...(contents.length > 0 && first === undefined && document.body[0]?.type !== 'pageBreak' ? [pageBreak()] : []),
      ...writeBlocks(document.body, setting),
      ...closingBlock(document, setting),
    ],
    shared.style,
    'portrait',
    firstPage(document, shared.style),
  );
}

/** Ô 10b, at the left under number or trích yếu. The paragraph before keeps it from growing together with the letterhead. */
function urgency({ marks = {} }: OfficialDocument): (Paragraph | Table)[] {
  const box = urgencyBox(marks);
  if (!box) return [];
  return [new Paragraph({ style: 'KhoangCach' satisfies StyleId, spacing: { before: 120 } }), markBox(box, 'left')];
}

/** The node of the tree whose paragraph can begin the page of the body. */
function firstNode([first]: readonly Block[]): object | undefined {
  switch (first?.type) {
    case 'heading':
    case 'paragraph':
    case 'table':
      return first;
    case 'list':
      return first.items[0];
    default:
      return undefined;
  }
}

function appendixSections(document: OfficialDocument, shared: Shared): ISectionOptions[] {
  return document.appendices.map((appendix) => {
    const { orientation } = appendix;
    const setting: Setting = { ...shared, ...textArea(shared.style, orientation), ...keptInBlocks(appendix.blocks) };
    return section(appendixContent(appendix, setting), shared.style, orientation);
  });
}

function textArea(style: PageStyle, orientation: Appendix['orientation']): Pick<Setting, 'widthTwips' | 'heightTwips'> {
  return { widthTwips: textWidthTwips(style, orientation), heightTwips: textHeightTwips(style, orientation) };
}
