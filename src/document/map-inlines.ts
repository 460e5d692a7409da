/** Every run of inlines of some blocks replaced, in reading order: captions over tables, cells row by row, captions under charts. */
import type { Block, Inline, TableCell } from './tree.js';

type Change = (inlines: readonly Inline[]) => readonly Inline[];

export function mapInlines(blocks: readonly Block[], change: Change): readonly Block[] {
  return blocks.map((block) => mapBlock(block, change));
}

function mapBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: change(block.inlines) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, inlines: change(item.inlines) })) };
    case 'table': {
      const cell = (one: TableCell): TableCell => ({ ...one, inlines: change(one.inlines) });
      // The order of evaluation is the order on paper.
      const caption = block.caption && change(block.caption);
      const header = block.header.map((row) => row.map(cell));
      const formulaRow = block.formulaRow?.map(cell);
      const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) }));
      const notes = block.notes.map(change);
      return { ...block, ...(caption ? { caption } : {}), header, ...(formulaRow ? { formulaRow } : {}), rows, notes };
    }
    case 'chart':
      return { ...block, caption: change(block.caption), notes: block.notes.map(change) };
    case 'pageBreak':
      return block;
  }
}
