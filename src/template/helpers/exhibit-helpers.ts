/** Helpers that set tables, charts and footnotes, and those that point to them. Numbers are given afterwards, in reading order (number-exhibits.ts). */
import type { Inline } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import { closest } from '../../statistics/closest.js';
import { text, type Call } from '../call.js';
import { toBlocks } from '../markdown.js';
import { placeholder } from '../number-exhibits.js';
import { takeLineMarks, type SlotValue } from '../slots.js';
import { toTableBlock } from '../table-block.js';

/** {{table "par"}}: the table with its caption, where it stands alone on its line. */
export function table({ state, place }: Call, name: string): SlotValue {
  const caption = state.captions.get(`table:${name}`);
  if (!caption) {
    const captioned = Object.entries(state.data.manifest.tables).filter(([, use]) => use.caption !== undefined);
    state.findings.push(found('reference-unknown', place, { target: name, nearest: closest(name, captioned.map(([one]) => one)) ?? '' }));
    return text('');
  }
  const data = state.data.tables[name];
  return { kind: 'blocks', blocks: data ? [{ ...toTableBlock(placeholder('table', name), data, state.tables), caption }] : [] };
}

/** {{chart "par_63"}}: the chart of the manifest, alone on its line. */
export function chart({ state, place }: Call, name: string): SlotValue {
  if (!Object.hasOwn(state.data.manifest.charts, name)) {
    state.findings.push(found('reference-unknown', place, { target: name, nearest: closest(name, Object.keys(state.data.manifest.charts)) ?? '' }));
    return text('');
  }
  const block = state.chartOf(name);
  return { kind: 'blocks', blocks: block ? [block] : [] };
}

/** {{ref "par"}}: «Bảng 1» or «Biểu đồ 2», whether it stands above or below. */
export function reference({ state, place }: Call, name: string): SlotValue {
  const { charts, tables } = state.data.manifest;
  const kind = Object.hasOwn(charts, name) ? 'chart' : Object.hasOwn(tables, name) && tables[name]!.caption !== undefined ? 'table' : undefined;
  if (!kind) {
    state.findings.push(found('reference-unknown', place, { target: name, nearest: closest(name, [...Object.keys(charts), ...Object.keys(tables)]) ?? '' }));
    return text('');
  }
  const target = placeholder(kind, name);
  state.references.push({ target, place });
  return { kind: 'inlines', inlines: [{ type: 'reference', text: '', target }] };
}

/** {{appendix "gq"}}: «Phụ lục I», the label of the appendix that holds a table. */
export function appendix({ state, place }: Call, name: string): SlotValue {
  const target = state.appendices.get(name);
  if (!target) {
    state.findings.push(found('reference-unknown', place, { target: name, nearest: closest(name, [...state.appendices.keys()]) ?? '' }));
    return text('');
  }
  return { kind: 'inlines', inlines: [{ type: 'reference', text: target.label, target: target.id }] };
}

/** {{#note}}…{{/note}}: a footnote with what stands inside. */
export function note({ state, inner }: Call): SlotValue {
  const blocks = toBlocks(takeLineMarks(inner().trim(), state.files), state.slots);
  const inlines = blocks.flatMap((block): readonly Inline[] => (block.type === 'paragraph' ? block.inlines : []));
  return { kind: 'inlines', inlines: inlines.length > 0 ? [{ type: 'note', number: 0, inlines }] : [] };
}
