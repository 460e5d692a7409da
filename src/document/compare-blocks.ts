/** Blocks of two versions: found again by kind and words, items of lists one by one, then compared inside. */
import { align, type Profile } from './align.js';
import { compareInlines, compareLines, inlinesKey, textProfile, wordsOf } from './compare-inlines.js';
import { compareTables, tableProfile } from './compare-table.js';
import type { PrintedBlock, RevisedBlock, RevisedChart } from './revision.js';
import type { Block, ChartBlock, Inline } from './tree.js';
import { inlineText } from './walk.js';

export function compareBlocks(issued: readonly Block[], draft: readonly Block[]): readonly RevisedBlock[] {
  return align(printedBlocks(issued), printedBlocks(draft), profileOf).map((step) => (step.change === 'kept' ? compareInside(step.issued, step.draft) : step));
}

/** Items of lists as blocks of their own. */
export function printedBlocks(blocks: readonly Block[]): readonly PrintedBlock[] {
  return blocks.flatMap((block): readonly PrintedBlock[] => (block.type === 'list' ? block.items.map((item) => ({ type: 'item', list: block, item })) : [block]));
}

/** What is printed of a block of words: an item begins with its mark. */
export function printedInlines(block: Extract<PrintedBlock, { type: 'heading' | 'paragraph' | 'item' }>): readonly Inline[] {
  return block.type === 'item' ? [{ type: 'text', text: block.item.mark }, ...block.item.inlines] : block.inlines;
}

function profileOf(block: PrintedBlock): Profile {
  switch (block.type) {
    case 'heading':
      return textProfile(`heading ${block.level}`, printedInlines(block));
    case 'paragraph':
      return textProfile(`paragraph ${block.role}`, printedInlines(block));
    case 'item':
      return textProfile(`item ${block.item.level}`, printedInlines(block));
    case 'table':
      return tableProfile(block);
    case 'chart':
      return chartProfile(block);
    case 'pageBreak':
      return { kind: 'pageBreak', key: 'pageBreak', words: [] };
  }
}

function compareInside(issued: PrintedBlock, draft: PrintedBlock): RevisedBlock {
  const kept = { change: 'kept', issued, draft } as const;
  if (issued.type === 'table' && draft.type === 'table') return { ...kept, inside: compareTables(issued, draft) };
  if (issued.type === 'chart' && draft.type === 'chart') return { ...kept, inside: compareCharts(issued, draft) };
  if (isText(issued) && isText(draft)) return { ...kept, inside: { type: 'text', inlines: compareInlines(printedInlines(issued), printedInlines(draft)) } };
  return { ...kept, inside: { type: 'pageBreak' } };
}

function isText(block: PrintedBlock): block is Parameters<typeof printedInlines>[0] {
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'item';
}

function chartProfile(chart: ChartBlock): Profile {
  return {
    kind: 'chart',
    key: `chart|${JSON.stringify([inlinesKey(chart.caption), chart.notes.map(inlinesKey), drawing(chart)])}`,
    words: wordsOf([inlineText(chart.caption), ...chart.categories, ...chart.series.map(({ name }) => name)].join(' ')),
  };
}

function compareCharts(issued: ChartBlock, draft: ChartBlock): RevisedChart {
  const [before, after] = [labels(issued), labels(draft)];
  const places = new Map([...before, ...after].map(([key, { category, series }]) => [key, { category, series }]));
  return {
    type: 'chart',
    redrawn: drawing(issued) !== drawing(draft),
    points: [...places].flatMap(([key, place]) => {
      const [was, is] = [before.get(key)?.text, after.get(key)?.text];
      return was === is ? [] : [{ ...place, ...(was === undefined ? {} : { issued: was }), ...(is === undefined ? {} : { draft: is }) }];
    }),
    caption: compareInlines(issued.caption, draft.caption),
    notes: compareLines(issued.notes, draft.notes),
  };
}

/** Everything a writer draws of a chart: without its number and where it came from. */
function drawing({ kind, categories, series, highlight, decimals, suffix, axis, heightMm }: ChartBlock): string {
  const points = series.map(({ name, points }) => [name, points.map((point) => (point ? [point.figure.text, point.value] : null))]);
  return JSON.stringify([kind, categories, points, highlight ?? null, decimals, suffix, axis ? [axis.from, axis.to] : null, heightMm]);
}

function labels({ categories, series }: ChartBlock): ReadonlyMap<string, { readonly category: string; readonly series: string; readonly text: string }> {
  return new Map(
    series.flatMap(({ name, points }) =>
      categories.flatMap((category, at) => {
        const point = points[at];
        return point ? [[JSON.stringify([category, name]), { category, series: name, text: point.figure.text }] as const] : [];
      }),
    ),
  );
}
