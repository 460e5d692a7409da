/** Blocks → paragraphs and tables: one function a kind, in a table that does not compile when a kind is missing. */
import { Bookmark, type IParagraphOptions } from 'docx';
import type { Block, Inline, Paragraph as ParagraphBlock } from '../../document/tree.js';
import { chartBlock } from './chart.js';
import { dataTable } from './data-table.js';
import { Paragraph, type Table } from './filled.js';
import { toRuns } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';

type BlockWriters = {
  readonly [K in Block['type']]: (block: Extract<Block, { type: K }>, setting: Setting) => (Paragraph | Table)[];
};

const HEADING_STYLES: readonly StyleId[] = ['Muc', 'Khoan', 'TieuKhoan', 'TieuDeDiem', 'TieuDeTieuChi'];
/** Word knows nine levels of outline. */
const DEEPEST_OUTLINE = 9;
const PARAGRAPH_STYLES: Readonly<Record<ParagraphBlock['role'], StyleId>> = { body: 'VanBan', centred: 'CanGiua', note: 'GhiChu' };

const BLOCK_WRITERS: BlockWriters = {
  heading: (block, setting) => {
    const style = HEADING_STYLES[Math.min(block.level, HEADING_STYLES.length) - 1] ?? 'Muc';
    // Levels without a style of their own look like the deepest that has one.
    const deeper = block.level > HEADING_STYLES.length ? { outlineLevel: Math.min(block.level, DEEPEST_OUTLINE) - 1 } : {};
    return [paragraph(style, block, block.inlines, setting, deeper)];
  },
  paragraph: (block, setting) => [paragraph(PARAGRAPH_STYLES[block.role], block, block.inlines, setting)],
  list: (block, setting) =>
    block.items.map((item) => paragraph('GachDauDong', item, [{ type: 'text', text: item.mark }, ...item.inlines], setting)),
  table: dataTable,
  chart: chartBlock,
  pageBreak: () => [pageBreak()],
};

export function writeBlocks(blocks: readonly Block[], setting: Setting): (Paragraph | Table)[] {
  return blocks.flatMap((block) => {
    const write = BLOCK_WRITERS[block.type] as (block: Block, setting: Setting) => (Paragraph | Table)[];
    return write(block, setting);
  });
}

function paragraph(style: StyleId, node: object, inlines: readonly Inline[], setting: Setting, more: Partial<IParagraphOptions> = {}): Paragraph {
  const bookmark = setting.bookmarks.get(node);
  const runs = toRuns(inlines);
  return new Paragraph({
    style,
    ...more,
    ...(setting.keptWithNext.has(node) ? { keepNext: true } : {}),
    ...(setting.keptWhole.has(node) ? { keepLines: true } : {}),
    ...(setting.beginsPage === node ? { pageBreakBefore: true } : {}),
    children: bookmark === undefined ? runs : [new Bookmark({ id: bookmark, children: runs })],
  });
}

/** A line of one point that begins a page: a break inside a paragraph would leave an empty line at the top of the new page. */
export function pageBreak(): Paragraph {
  return new Paragraph({ style: 'KhoangCach' satisfies StyleId, pageBreakBefore: true });
}

/** A section's properties stand in its last paragraph; after a table Word wants one, so small that it never begins a page. */
export function sectionEnd(): Paragraph {
  return new Paragraph({ style: 'KhoangCach' satisfies StyleId });
}
