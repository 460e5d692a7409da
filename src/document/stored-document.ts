/** A document that was kept as JSON, which writes null where a chart has no figure, as the writers read it. */
import type { Block, OfficialDocument } from './tree.js';

export function storedDocument(document: OfficialDocument): OfficialDocument {
  return { ...document, body: document.body.map(storedBlock), appendices: document.appendices.map((appendix) => ({ ...appendix, blocks: appendix.blocks.map(storedBlock) })) };
}

function storedBlock(block: Block): Block {
  if (block.type !== 'chart') return block;
  return { ...block, series: block.series.map((series) => ({ ...series, points: series.points.map((point) => point ?? undefined) })) };
}
