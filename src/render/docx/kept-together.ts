/** Which nodes of the tree stay on one page with what follows. Separate: it reads the tree and knows nothing of DOCX. */
import type { Block } from '../../document/tree.js';

export interface KeptTogether {
  readonly keptWithNext: ReadonlySet<object>;
  readonly keptWhole: ReadonlySet<object>;
}

/** A chart of more than about half a page would take its sentence to the next page and leave this one empty. */
const TALL_CHART_MM = 130;

/** The sentence that announces a table or a chart stays with it. */
export function keptInBlocks(blocks: readonly Block[]): KeptTogether {
  const keptWithNext = new Set<object>();
  for (const [index, block] of blocks.entries()) {
    if ((block.type === 'table' || (block.type === 'chart' && block.heightMm <= TALL_CHART_MM)) && index > 0) {
      const announcing = printedNodes(blocks[index - 1]!).at(-1);
      if (announcing !== undefined) keptWithNext.add(announcing);
    }
  }
  return { keptWithNext, keptWhole: new Set() };
}

/** The signature never stands alone on a page: the last two nodes of the body go with it, the last one whole. */
export function keptBeforeSignature(body: readonly Block[]): KeptTogether {
  const { keptWithNext } = keptInBlocks(body);
  const last = body.slice(-2).flatMap(printedNodes).slice(-2);
  return { keptWithNext: new Set([...keptWithNext, ...last]), keptWhole: new Set(last.slice(-1)) };
}

/** What is printed of a block, in order: the nodes that become paragraphs or table rows. */
function printedNodes(block: Block): readonly object[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'chart':
      return [block];
    case 'list':
      return block.items;
    case 'table':
      return [...block.rows, ...block.notes];
    case 'pageBreak':
      return [];
  }
}
