/** Written blocks of both sides → one sequence, as the comparison of the trees has it. */
import type { RevisedBlock, RevisedChart, RevisedTable } from '../../../document/revision.js';
import { inlineText } from '../../../document/walk.js';
import { mergeLines, marked, styleOf } from './merge-lines.js';
import { mergeParagraph, replaceText } from './merge-paragraph.js';
import { mergeTables } from './merge-table.js';
import { chartRemark, tableRemark } from './remark-texts.js';
import type { Placed, Revising } from './revising.js';
import type { Element } from './word-elements.js';

/** Elements of each printed block, in order. */
export type BlockElements = readonly (readonly Element[])[];

export function mergeBlocks(issued: BlockElements, draft: BlockElements, blocks: readonly RevisedBlock[], revising: Revising): readonly Placed[] {
  const [left, right] = [[...issued], [...draft]];
  let gone: string[] = [];
  return blocks.flatMap((block): readonly Placed[] => {
    if (block.change === 'kept') {
      gone = [];
      return mergeBlock(left.shift()!, right.shift()!, block, revising);
    }
    if (block.change === 'deleted') {
      if (block.issued.type === 'table') gone.push(inlineText(block.issued.caption ?? []));
      return left.shift()!.map((one) => marked(one, 'deleted', revising));
    }
    const elements = right.shift()!;
    const former = block.draft.type === 'table' ? gone.shift() : undefined;
    if (former !== undefined) revising.remarks.push({ paragraph: elements[0]!, text: tableRemark(former) });
    return elements.map((one) => marked(one, 'inserted', revising));
  });
}

function mergeBlock(issued: readonly Element[], draft: readonly Element[], { inside }: Extract<RevisedBlock, { change: 'kept' }>, revising: Revising): readonly Placed[] {
  switch (inside.type) {
    case 'text':
      return [{ element: mergeParagraph(issued[0]!, draft[0]!, inside.inlines, revising), change: 'kept' }];
    case 'table':
      return mergeTableBlock(issued, draft, inside, revising);
    case 'chart':
      return mergeChartBlock(issued, draft, inside, revising);
    case 'pageBreak':
      return draft.map((element) => ({ element, change: 'kept' }));
  }
}

function mergeTableBlock(issued: readonly Element[], draft: readonly Element[], inside: RevisedTable, revising: Revising): readonly Placed[] {
  const lines = { TenBang: inside.caption, DonViTinh: inside.unitLine, GhiChu: inside.notes };
  const key = ({ nodeName }: Element): string | undefined => (nodeName === 'w:tbl' ? 'table' : undefined);
  return mergeLines(issued, draft, lines, revising, key, (was, is) => mergeTables(was, is, inside, revising));
}

/** Two pictures where anything drawn differs: the old one struck out, the new one put in, and a comment that says which figures. */
function mergeChartBlock(issued: readonly Element[], draft: readonly Element[], inside: RevisedChart, revising: Revising): readonly Placed[] {
  const lines = { TenBieuDo: [{ change: 'kept', issued: [], draft: [], inside: inside.caption }], GhiChu: inside.notes } as const;
  const isPicture = (element: Element | undefined): element is Element => element !== undefined && styleOf(element) === 'BieuDo';
  const [was, is] = [issued[0], draft[0]];
  if (!inside.redrawn || !isPicture(was) || !isPicture(is)) return mergeLines(issued, draft, lines, revising);
  revising.remarks.push({ paragraph: is, text: chartRemark(inside) });
  return [{ element: replaceText(was, is, revising), change: 'kept' }, ...mergeLines(issued.slice(1), draft.slice(1), lines, revising)];
}
