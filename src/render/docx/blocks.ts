/** Blocks → paragraphs and tables: one function a kind, in a table that does not compile when a kind is missing. */
import { Paragraph, type Table } from 'docx';
import type { Block, Inline, Paragraph as ParagraphBlock } from '../../document/tree.js';
import { chartBlock } from './chart.js';
import { dataTable } from './data-table.js';
import { toRuns } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';

type BlockWriters = {
  readonly [K in Block['type']]: (block: Extract<Block, { type: K }>, setting: Setting) => (Paragraph | Table)[];
};

const HEADING_STYLES: readonly StyleId[] = ['Muc', 'Khoan', 'TieuKhoan', 'TieuDeDiem'];
const PARAGRAPH_STYLES: Readonly<Record<ParagraphBlock['role'], StyleId>> = { body: 'VanBan', centred: 'CanGiua', note: 'GhiChu' };

const BLOCK_WRITERS: BlockWriters = {
  heading: (block, setting) => {
    const style = HEADING_STYLES[Math.min(block.level, HEADING_STYLES.length) - 1] ?? 'Muc';
    return [paragraph(style, block, block.inlines, setting)];
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

function paragraph(style: StyleId, node: object, inlines: readonly Inline[], setting: Setting): Paragraph {
  return new Paragraph({
    style,
    ...(setting.keptWithNext.has(node) ? { keepNext: true } : {}),
    ...(setting.keptWhole.has(node) ? { keepLines: true } : {}),
    children: toRuns(inlines),
  });
}

/** A line of one point that begins a page: a break inside a paragraph would leave an empty line at the top of the new page. */
function pageBreak(): Paragraph {
  return new Paragraph({ style: 'KhoangCach' satisfies StyleId, pageBreakBefore: true });
}

/** A section's properties stand in its last paragraph; after a table Word wants one, so small that it never begins a page. */
export function sectionEnd(): Paragraph {
  return new Paragraph({ style: 'KhoangCach' satisfies StyleId });
}
