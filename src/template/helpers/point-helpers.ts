/** {{points "diem"}}: the numbered points of a directive, each with its heading and its tasks from the stock, lettered a, b, c, d, đ, e… */
import type { Block, Inline, ListItem } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import { closest } from '../../statistics/closest.js';
import { formatDate } from '../../statistics/format-figure.js';
import { lineCounter } from '../line-counter.js';
import { toBlocks } from '../markdown.js';
import { slotMark, type SlotValue } from '../slots.js';
import { VARIABLE, type TaskBlock } from '../task-block.js';
import type { WrittenParagraph } from '../written.js';
import type { Call } from '../call.js';

/** Letters of điểm: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư, đ after d (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5; Phụ lục VI lists a, b, c, d, đ, e, g, h, i, k, l, m, n, o). */
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'] as const;
const HEADING_LEVEL = 2;

export function points(call: Call, slot: string): SlotValue {
  const { data, findings } = call.state;
  const parts = data.written.filter((part) => part.slot === slot && part.point).sort((a, b) => a.point!.order - b.point!.order);
  if (parts.length === 0) findings.push(found('paragraph-missing', { in: 'file', file: data.folder }, { title: data.manifest.written[slot]?.title ?? slot, slot }, { related: [call.place] }));
  return { kind: 'blocks', blocks: parts.flatMap((part, index) => pointBlocks(call, part, index + 1)) };
}

function pointBlocks(call: Call, part: WrittenParagraph, number: number): readonly Block[] {
  const { heading, blocks } = part.point!;
  const source = { file: part.file, line: 1 };
  const tasks = [...new Set(blocks)].flatMap((id) => task(call, part, id));
  if (blocks.length > new Set(blocks).size) call.state.findings.push(found('block-twice', { in: 'text', file: part.file, line: 2 }, { block: blocks.find((id, at) => blocks.indexOf(id) < at)! }));
  if (heading === undefined) {
    const [first = [], ...rest] = [...part.blocks.flatMap((block) => ('inlines' in block ? [block.inlines] : [])), ...tasks];
    const items: ListItem[] = [{ mark: `${number}.\u00A0`, level: 0, inlines: first, source }];
    return [{ type: 'list', items: [...items, ...rest.map((inlines): ListItem => ({ mark: '-\u00A0', level: 1, inlines, source }))], source }];
  }
  const head: Block = { type: 'heading', level: HEADING_LEVEL, inlines: [{ type: 'text', text: `${number}. ${heading}${part.blocks.length + tasks.length > 0 ? ':' : '.'}` }], source };
  if (tasks.length === 0) return [head, ...part.blocks];
  // A point with one task needs no letter.
  if (tasks.length === 1) return [head, ...part.blocks, { type: 'paragraph', role: 'body', inlines: tasks[0]!, source }];
  const items = tasks.map((inlines, index): ListItem => ({ mark: `${LETTERS[index] ?? index + 1})\u00A0`, level: 0, inlines, source }));
  return [head, ...part.blocks, { type: 'list', items, source }];
}

/** The words of a task with its variables; none where it cannot be used, which is said. */
function task({ state }: Call, part: WrittenParagraph, id: string): readonly (readonly Inline[])[] {
  const { data, findings } = state;
  const place = { in: 'text', file: part.file, line: 2 } as const;
  const block = data.stock.get(id);
  if (!block) {
    findings.push(found('block-unknown', place, { block: id, nearest: closest(id, [...data.stock.keys()]) ?? '' }, { seen: id }));
    return [];
  }
  const { to: date } = data.dates;
  if ((block.from ?? '') > date || date > (block.to ?? '9999')) {
    findings.push(found('block-not-valid', place, { block: id, from: block.from === undefined ? '' : formatDate(block.from), to: block.to === undefined ? '' : formatDate(block.to), date: formatDate(date) }, { related: [{ in: 'text', file: block.file, line: block.firstLine }] }));
  }
  const missing = block.variables.filter((name) => part.point!.variables[name] === undefined);
  for (const variable of missing) findings.push(found('block-variable', place, { block: id, variable }, { expected: variable }));
  return [taskInlines(block, part.point!.variables)];
}

/** Values of variables never pass through Markdown, like all others. */
function taskInlines(block: TaskBlock, variables: Readonly<Record<string, string>>): readonly Inline[] {
  const slots: SlotValue[] = [];
  const text = block.text.replace(VARIABLE, (_, name: string) => slotMark(slots.push({ kind: 'inlines', inlines: [{ type: 'text', text: variables[name] ?? `[Thiếu nội dung: ${name}]` }] }) - 1));
  const linesBefore = lineCounter(text);
  const blocks = toBlocks({ text, lineAt: (offset) => ({ file: block.file, line: block.firstLine + linesBefore(offset) }) }, slots);
  return blocks.flatMap((one) => (one.type === 'paragraph' ? one.inlines : []));
}
