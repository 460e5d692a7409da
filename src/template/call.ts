/** What helpers work on while one document is rendered, and the few things all of them do. */
import type { ChartBlock, Inline } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { Quantity } from '../statistics/dataset.js';
import type { DocumentData, NamedFigure } from './document-data.js';
import { figureText } from './figure-text.js';
import type { SlotValue } from './slots.js';
import type { TableSetting } from './table-block.js';
import type { FigureTrace } from './trace.js';

export interface RenderState {
  readonly data: DocumentData;
  readonly trace: FigureTrace;
  readonly slots: SlotValue[];
  readonly findings: Finding[];
  readonly files: readonly string[];
  /** Table name → appendix id and label. */
  readonly appendices: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  readonly tables: TableSetting;
  /** Captions of tables and charts («table:par»), rendered beforehand. */
  readonly captions: ReadonlyMap<string, readonly Inline[]>;
  /** A chart by its name in the manifest, from the data; undefined where there is nothing to draw. */
  readonly chartOf: (name: string) => ChartBlock | undefined;
  /** What the text points to, to be held against what stands. */
  readonly references: { readonly target: string; readonly place: Place }[];
  /** Words of caution about a comparison, each printed once a document. */
  readonly cautions: Set<string>;
  /** Criteria the body asks written parts for, by slot. */
  readonly asked: Map<string, Set<string>>;
  /** Rows the body has told, by table name. */
  readonly told: Map<string, Set<string>>;
}

export interface Call {
  readonly state: RenderState;
  readonly place: Place;
  /** Renders the inside of a block; Markdown with slot marks. Empty for helpers that are no blocks. */
  readonly inner: () => string;
  readonly otherwise: () => string;
}

export function text(value: string): SlotValue {
  return { kind: 'inlines', inlines: [{ type: 'text', text: value }] };
}

export function inlines(...parts: readonly (Inline | readonly Inline[] | string)[]): SlotValue {
  return { kind: 'inlines', inlines: parts.flatMap((part) => (typeof part === 'string' ? [{ type: 'text' as const, text: part }] : part)) };
}

/** A sentence that needs a figure the data do not have shows the gap, and a finding says which. */
export function absent({ state, place }: Call, name: string): SlotValue {
  state.findings.push(found('figure-absent', place, { name }));
  return text(`[Thiếu số liệu: ${name}]`);
}

/** A figure as its declaration prints it, with its footnote where a comparison needs a word of caution. */
export function printed(call: Call, { quantity, format, decimals, caution }: NamedFigure & { readonly quantity: Quantity }): readonly Inline[] {
  const { trace, data } = call.state;
  return [trace.print(figureText(quantity.value, format, data.agency.style, decimals), quantity), ...cautionNote(call, caution)];
}

export function cautionNote({ state }: Call, caution: string | undefined): readonly Inline[] {
  if (caution === undefined || state.cautions.has(caution)) return [];
  state.cautions.add(caution);
  return [{ type: 'note', number: 0, inlines: [{ type: 'text', text: caution }] }];
}
