/** The phrase engine: every helper a template may call, with the kinds of its arguments. Values become slots; none prints text by itself. */
import type { Quantity } from '../statistics/dataset.js';
import { capitalise } from '../finding/capitalise.js';
import { found } from '../finding/catalog.js';
import { absent, printed, text, type Call, type RenderState } from './call.js';
import type { HelperShape } from './compile.js';
import { PLACE_KEY, SLOT_HELPER } from './compile.js';
import type { NamedFigure } from './document-data.js';
import { misfit, takes, type ArgumentKind } from './helper-arguments.js';
import { appendix, chart, note, reference, table } from './helpers/exhibit-helpers.js';
import { againstMean, change, complement, contrast, fraction, growth, names, padded, rankChange } from './helpers/figure-helpers.js';
import { countOf, enumerate, labels, largestOf, mean, meanChange, ranking, shareOf, split, unitsWith } from './helpers/list-helpers.js';
import { points } from './helpers/point-helpers.js';
import { changedFigures, changedText } from './helpers/remedy-helpers.js';
import { criterionBlock, label, rowBlock } from './helpers/row-helpers.js';
import { written, writtenByUnit } from './helpers/written-helpers.js';
import type { NamedList } from './lists.js';
import { citationInlines } from './number-and-date.js';
import { ordinal } from './phrases.js';
import { slotMark, type SlotValue } from './slots.js';

type ValueHelper = (call: Call, ...args: never[]) => SlotValue;
/** A block gives a value, text that goes through Markdown (its own inside), or whether the inside is printed. */
type BlockHelper = (call: Call, ...args: never[]) => SlotValue | string | boolean;

/** {{legal_bases}}: the citations the agency's report opens with, parted by semicolons. */
function legalBases({ state }: Call): SlotValue {
  return text(state.data.agency.documents[state.data.manifest.id]?.legalBases.join('; ') ?? '');
}

/** {{citation "bao-cao-thang"}}: «Báo cáo số 57/BC-TTHC ngày 18 tháng 02 năm 2021», blank until it is issued. */
function citation({ state, place }: Call, document: string): SlotValue {
  const cited = state.data.cite?.(document);
  if (cited) return { kind: 'inlines', inlines: citationInlines(cited) };
  state.findings.push(found('template-invalid', place, { reason: `không có văn bản «${document}» cùng kỳ của cơ quan này, hay của cơ quan giữ số liệu, để dẫn số và ngày` }));
  return text('');
}

const valueHelpers = {
  change: [change, 'figure', 'figure'],
  rank_change: [rankChange, 'figure', 'figure', 'text'],
  padded: [padded, 'figure'],
  fraction: [fraction, 'figure', 'figure'],
  complement: [complement, 'figure'],
  growth: [growth, 'figure'],
  against: [againstMean, 'figure', 'figure'],
  contrast: [contrast, 'figure', 'figure', 'figure', 'figure'],
  units_with: [unitsWith, 'text', 'text', 'text'],
  names: [names, 'figure'],
  count: [countOf, 'list'],
  share: [shareOf, 'list'],
  enumerate: [enumerate, 'list'],
  labels: [labels, 'list'],
  ranking: [ranking, 'list'],
  largest: [largestOf, 'list', 'text'],
  split: [split, 'list', 'text', 'text?'],
  mean: [mean, 'list'],
  mean_change: [meanChange, 'list'],
  label: [label, 'text', 'text'],
  written: [written, 'text', 'text?'],
  written_by_unit: [writtenByUnit, 'text'],
  points: [points, 'text'],
  table: [table, 'text'],
  chart: [chart, 'text'],
  ref: [reference, 'text'],
  appendix: [appendix, 'text'],
  legal_bases: [legalBases],
  citation: [citation, 'text'],
  ordinal: [(_: Call, n: number) => text(ordinal(n)), 'ordinal'],
  /** {{upper period.name}}: for titles in capitals. */
  upper: [(_: Call, value: string) => text(value.toLocaleUpperCase('vi')), 'text'],
  capitalise: [(_: Call, value: string) => text(capitalise(value)), 'text'],
} as const satisfies Record<string, readonly [ValueHelper, ...ArgumentKind[]]>;

/** Conditions and blocks. `{{#if 0}}` would drop the sentence about zero cases, so numbers have their own. */
const blockHelpers = {
  if_positive: [(call: Call, figure: NamedFigure) => (figure.quantity ? isPositive(figure.quantity) : (absent(call, figure.name), false)), 'figure'],
  if_present: [(_: Call, figure: NamedFigure) => figure.quantity !== undefined, 'figure'],
  if_any: [(_: Call, list: NamedList) => list.items.length > 0, 'list'],
  if_all: [(_: Call, list: NamedList) => list.items.length > 0 && list.count.value.equals(list.base.value), 'list'],
  if_less: [(call: Call, a: NamedFigure, b: NamedFigure) => comparesBelow(call, a, b), 'figure', 'figure'],
  if_written: [(call: Call, slot: string) => call.state.data.written.some((part) => part.slot === slot), 'text'],
  row: [rowBlock, 'text', 'text'],
  criterion: [criterionBlock, 'text', 'text'],
  note: [note],
  if_corrected: [(call: Call) => (call.state.data.remedied?.reasons.length ?? 0) > 0],
  changed_figures: [changedFigures],
  changed_text: [changedText],
} as const satisfies Record<string, readonly [BlockHelper, ...ArgumentKind[]]>;

function isPositive({ value }: Quantity): boolean {
  return value.s > 0n && value.n > 0n;
}

function comparesBelow(call: Call, a: NamedFigure, b: NamedFigure): boolean {
  const missing = [a, b].find(({ quantity }) => !quantity);
  if (missing) absent(call, missing.name);
  return !missing && a.quantity!.value.compare(b.quantity!.value) < 0;
}

const shape = (kind: HelperShape['kind'], kinds: readonly ArgumentKind[]): HelperShape => ({ kind, parameters: takes(kinds) });

export const helperShapes: Readonly<Record<string, HelperShape>> = {
  ...Object.fromEntries(Object.entries(valueHelpers).map(([name, [, ...kinds]]) => [name, shape('value', kinds)])),
  ...Object.fromEntries(Object.entries(blockHelpers).map(([name, [, ...kinds]]) => [name, shape('block', kinds)])),
};

interface Options {
  readonly data: { readonly state: RenderState };
  readonly hash: Readonly<Record<string, unknown>>;
  readonly fn?: (context: unknown) => string;
  readonly inverse?: (context: unknown) => string;
}

function callOf(options: Options, context: unknown): Call {
  const { state } = options.data;
  const [file, line] = String(options.hash[PLACE_KEY] ?? '0:1').split(':').map(Number) as [number, number];
  return {
    state,
    place: { in: 'text', file: state.files[file] ?? '', line },
    inner: () => options.fn?.(context) ?? '',
    otherwise: () => options.inverse?.(context) ?? '',
  };
}

/** The functions Handlebars runs: the last argument is always its options object. */
export const handlebarsHelpers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  ...Object.fromEntries(
    Object.entries(valueHelpers).map(([name, [run, ...kinds]]) => [
      name,
      (...args: unknown[]) => {
        const call = callOf(args.at(-1) as Options, undefined);
        const given = args.slice(0, -1);
        return fit(call, name, kinds, given) ? (run as (call: Call, ...rest: unknown[]) => SlotValue)(call, ...given) : text('');
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(blockHelpers).map(([name, [run, ...kinds]]) => [
      name,
      function (this: unknown, ...args: unknown[]) {
        const call = callOf(args.at(-1) as Options, this);
        const given = args.slice(0, -1);
        if (!fit(call, name, kinds, given)) return call.otherwise();
        const result = (run as (call: Call, ...rest: unknown[]) => SlotValue | string | boolean)(call, ...given);
        if (typeof result === 'boolean') return result ? call.inner() : call.otherwise();
        return typeof result === 'string' ? result : slotMark(call.state.slots.push(result) - 1);
      },
    ]),
  ),
  [SLOT_HELPER]: (value: unknown, options: unknown) => {
    const call = callOf(options as Options, undefined);
    const slot = toSlot(call, value as SlotValue | NamedFigure | NamedList | string);
    return slotMark(call.state.slots.push(slot) - 1);
  },
};

/** Whether the arguments are of the kinds a helper takes; a finding at its line where they are not. */
function fit({ state, place }: Call, helper: string, kinds: readonly ArgumentKind[], args: readonly unknown[]): boolean {
  const reason = misfit(helper, kinds, args);
  if (reason !== undefined) state.findings.push(found('template-invalid', place, { reason }));
  return reason === undefined;
}

function toSlot(call: Call, value: SlotValue | NamedFigure | NamedList | string): SlotValue {
  if (typeof value === 'string') return text(value);
  if ('kind' in value) return value;
  // A list by itself prints how many it names.
  if ('items' in value) return countOf(call, value);
  return value.quantity ? { kind: 'inlines', inlines: printed(call, { ...value, quantity: value.quantity }) } : absent(call, value.name);
}
