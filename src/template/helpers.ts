/** The phrase engine: helpers a template may call. Each returns a slot value; none prints text by itself. */
import type { Inline } from '../document/tree.js';
import { capitalise } from '../finding/capitalise.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { difference, quantityOf } from '../statistics/derive.js';
import { formatFigure, formatPadded } from '../statistics/format-figure.js';
import { exact, roundHalfUp } from '../statistics/exact.js';
import { namedUnits } from '../statistics/named-units.js';
import { findUnit } from '../statistics/unit-list.js';
import type { HelperShape } from './compile.js';
import { PLACE_KEY, SLOT_HELPER } from './compile.js';
import type { DocumentData, NamedFigure } from './document-data.js';
import { figureText, PERCENT_DECIMALS } from './figure-text.js';
import { misfit, type ArgumentKind } from './helper-arguments.js';
import { changeVerb, joinNames, ordinal } from './phrases.js';
import { slotMark, type SlotValue } from './slots.js';
import type { FigureTrace } from './trace.js';
import { neededCauses } from './check-composition.js';
import { clauseOf } from './written.js';

/** What helpers work on while one document is rendered. */
export interface RenderState {
  readonly data: DocumentData;
  readonly trace: FigureTrace;
  readonly slots: SlotValue[];
  readonly findings: Finding[];
  readonly files: readonly string[];
  /** Table name → appendix id and label. */
  readonly appendices: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
}

interface Call {
  readonly state: RenderState;
  readonly place: Place;
}

type ValueHelper = (call: Call, ...args: never[]) => SlotValue;
type Condition = (call: Call, figure: NamedFigure) => boolean;

const text = (value: string): SlotValue => ({ kind: 'inlines', inlines: [{ type: 'text', text: value }] });

/** {{change now before}}: «tăng 1,81 điểm phần trăm», verb by sign, from unrounded values; says so where the rounded ones differ by another amount. */
function change({ state, place }: Call, now: NamedFigure, before: NamedFigure): SlotValue {
  if (!now.quantity || !before.quantity) return absent({ state, place }, now.quantity ? before : now);
  const percent = now.format === 'percent';
  const decimals = percent ? PERCENT_DECIMALS : 0;
  const changed = difference(now.quantity, before.quantity);
  const verb = changeVerb(changed.value, decimals);
  if (!verb) return text('không thay đổi');
  const { agency } = state.data;
  // Printed without sign behind its verb, so a fall is traced as before - now.
  const magnitude = verb === 'giảm' ? difference(before.quantity, now.quantity) : changed;
  const printed = formatFigure(magnitude.value, decimals);
  const figure = state.trace.print(printed, magnitude);
  const inlines: Inline[] = [{ type: 'text', text: `${verb} ` }, figure];
  if (percent) inlines.push({ type: 'text', text: `${agency.style.differenceUnit === '%' ? '%' : '\u00A0điểm phần trăm'}` });
  const scaled = (one: NamedFigure): bigint => {
    const { negative, scaled: magnitudeOf } = roundHalfUp(one.quantity!.value, decimals);
    return negative ? -magnitudeOf : magnitudeOf;
  };
  const rounded = scaled(now) - scaled(before);
  if ((rounded < 0n ? -rounded : rounded) !== roundHalfUp(magnitude.value, decimals).scaled) {
    inlines.push({ type: 'text', text: ' (tính từ tỷ lệ chưa làm tròn)' });
    const show = (one: NamedFigure): string => figureText(one.quantity!.value, one.format, agency.style);
    const apart = formatFigure(exact(rounded < 0n ? -rounded : rounded).div(exact(10n ** BigInt(decimals))), decimals);
    state.findings.push(
      found('rounded-difference', place, { what: capitalise(verb), exact: printed, printed: apart, left: show(now), right: show(before) }, {
        seen: apart,
        expected: printed,
      }),
    );
  }
  return { kind: 'inlines', inlines };
}

/** {{padded x}}: counts below ten with a leading zero. */
function padded(call: Call, figure: NamedFigure): SlotValue {
  if (!figure.quantity) return absent(call, figure);
  return { kind: 'inlines', inlines: [call.state.trace.print(formatPadded(figure.quantity.value), figure.quantity)] };
}

/** {{units_with "gq" "gq_qua_han" "hồ sơ"}}: the units whose column is above 0, each with its count, largest first. */
function unitsWith({ state, place }: Call, table: string, column: string, unit: string): SlotValue {
  const { manifest, forms } = state.data;
  const form = Object.hasOwn(manifest.tables, table) ? forms.get(manifest.tables[table]!.form) : undefined;
  if (!form?.columns.some(({ id }) => id === column)) {
    state.findings.push(found('template-invalid', place, { reason: `không có cột «${column}» của bảng «${table}»` }));
    return text('');
  }
  const rows = (state.data.tables[table]?.items ?? [])
    .flatMap((row) => {
      const quantity = quantityOf(row.cells[column]);
      return quantity && quantity.value.s > 0n && quantity.value.n > 0n ? [{ label: row.label, quantity }] : [];
    })
    .sort((a, b) => b.quantity.value.compare(a.quantity.value));
  return {
    kind: 'inlines',
    inlines: rows.flatMap(({ label, quantity }, index): Inline[] => [
      { type: 'text', text: `${index > 0 ? '; ' : ''}${label} (` },
      state.trace.print(formatFigure(quantity.value, 0), quantity),
      { type: 'text', text: ` ${unit})` },
    ]),
  };
}

/** {{names x}}: the units named in the remark of a single figure, by their names of the unit list. */
function names({ state }: Call, figure: NamedFigure): SlotValue {
  const { agency, dates } = state.data;
  return text(joinNames(namedUnits(figure.remark ?? '', agency.units, dates.to).map(({ written, unit }) => unit?.name ?? written)));
}

/** {{written "slot"}}: a written part; a cause inside a sentence, anything else as blocks; a visible gap where it is missing. */
function written({ state, place }: Call, slot: string): SlotValue {
  const { data } = state;
  const declared = Object.hasOwn(data.manifest.written, slot) ? data.manifest.written[slot] : undefined;
  if (!declared) {
    state.findings.push(found('template-invalid', place, { reason: `không có mục «${slot}» trong khai báo written của mẫu` }));
    return text('');
  }
  const parts = data.written.filter((one) => one.slot === slot);
  const gap: Inline = { type: 'text', text: `[Thiếu nội dung: ${declared.title}]` };
  if (declared.causeOf) {
    const needed = neededCauses(data, slot, declared.causeOf);
    if (needed.length === 0) return { kind: 'inlines', inlines: [gap] };
    const unitName = (name: string): string => findUnit(data.agency.units, name, data.dates.to)?.name ?? name;
    return {
      kind: 'inlines',
      inlines: needed.flatMap((part, index): Inline[] => [
        { type: 'text', text: `${index > 0 ? '; ' : ''}${part.unit === undefined || needed.length === 1 ? '' : `${unitName(part.unit)}: `}` },
        ...clauseOf(part),
      ]),
    };
  }
  if (parts.length > 0) return { kind: 'blocks', blocks: parts.flatMap(({ blocks }) => blocks) };
  state.findings.push(
    found('paragraph-missing', { in: 'file', file: data.folder }, { title: declared.title, slot }, { related: [place] }),
  );
  return { kind: 'blocks', blocks: [{ type: 'paragraph', role: 'body', inlines: [gap] }] };
}

/** {{appendix "gq"}}: «Phụ lục I», the label of the appendix that holds a table. */
function appendix({ state, place }: Call, table: string): SlotValue {
  const target = state.appendices.get(table);
  if (!target) {
    state.findings.push(found('reference-unknown', place, { target: table }));
    return text('');
  }
  return { kind: 'inlines', inlines: [{ type: 'reference', text: target.label, target: target.id }] };
}

/** {{legal_bases}}: the citations the agency's report opens with, parted by semicolons. */
function legalBases({ state }: Call): SlotValue {
  return text(state.data.agency.documents[state.data.manifest.id]?.legalBases.join('; ') ?? '');
}

function absent({ state, place }: Call, figure: NamedFigure): SlotValue {
  state.findings.push(found('figure-absent', place, { name: figure.name }));
  return text(`[Thiếu số liệu: ${figure.name}]`);
}

const valueHelpers = {
  change: [change, 'figure', 'figure'],
  padded: [padded, 'figure'],
  units_with: [unitsWith, 'text', 'text', 'text'],
  names: [names, 'figure'],
  written: [written, 'text'],
  appendix: [appendix, 'text'],
  legal_bases: [legalBases],
  ordinal: [(_: Call, n: number) => text(ordinal(n)), 'ordinal'],
  /** {{upper period.name}}: for titles in capitals. */
  upper: [(_: Call, value: string) => text(value.toLocaleUpperCase('vi')), 'text'],
  capitalise: [(_: Call, value: string) => text(capitalise(value)), 'text'],
} as const satisfies Record<string, readonly [ValueHelper, ...ArgumentKind[]]>;

/** Conditions on figures: `{{#if 0}}` would drop the sentence about zero cases, so numbers have their own. */
const conditions = {
  if_positive: (call, figure) => {
    if (!figure.quantity) {
      absent(call, figure);
      return false;
    }
    return figure.quantity.value.s > 0n && figure.quantity.value.n > 0n;
  },
  if_present: (_, figure) => figure.quantity !== undefined,
} as const satisfies Record<string, Condition>;

export const helperShapes: Readonly<Record<string, HelperShape>> = {
  ...Object.fromEntries(Object.entries(valueHelpers).map(([name, [, ...kinds]]) => [name, { kind: 'value', parameters: [kinds.length, kinds.length] } as const])),
  ...Object.fromEntries(Object.keys(conditions).map((name) => [name, { kind: 'block', parameters: [1, 1] } as const])),
};

interface Options {
  readonly data: { readonly state: RenderState };
  readonly hash: Readonly<Record<string, unknown>>;
  readonly fn: (context: unknown) => string;
  readonly inverse: (context: unknown) => string;
}

function callOf(options: Options): Call {
  const { state } = options.data;
  const [file, line] = String(options.hash[PLACE_KEY] ?? '0:1').split(':').map(Number) as [number, number];
  return { state, place: { in: 'text', file: state.files[file] ?? '', line } };
}

/** The functions Handlebars runs: the last argument is always its options object. */
export const handlebarsHelpers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  ...Object.fromEntries(
    Object.entries(valueHelpers).map(([name, [run, ...kinds]]) => [
      name,
      (...args: unknown[]) => {
        const call = callOf(args.at(-1) as Options);
        return fit(call, name, kinds, args) ? (run as (call: Call, ...rest: unknown[]) => SlotValue)(call, ...args.slice(0, -1)) : text('');
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(conditions).map(([name, holds]) => [
      name,
      function (this: unknown, figure: unknown, options: unknown) {
        const { fn, inverse } = options as Options;
        const call = callOf(options as Options);
        return fit(call, name, ['figure'], [figure]) && (holds as Condition)(call, figure as NamedFigure) ? fn(this) : inverse(this);
      },
    ]),
  ),
  [SLOT_HELPER]: (value: unknown, options: unknown) => {
    const call = callOf(options as Options);
    const slot = toSlot(call, value as SlotValue | NamedFigure | string);
    return slotMark(call.state.slots.push(slot) - 1);
  },
};

/** Whether the arguments are of the kinds a helper takes; a finding at its line where they are not. */
function fit({ state, place }: Call, helper: string, kinds: readonly ArgumentKind[], args: readonly unknown[]): boolean {
  const reason = misfit(helper, kinds, args);
  if (reason !== undefined) state.findings.push(found('template-invalid', place, { reason }));
  return reason === undefined;
}

function toSlot(call: Call, value: SlotValue | NamedFigure | string): SlotValue {
  if (typeof value === 'string') return text(value);
  if ('kind' in value) return value;
  if (!value.quantity) return absent(call, value);
  const printed = figureText(value.quantity.value, value.format, call.state.data.agency.style);
  return { kind: 'inlines', inlines: [call.state.trace.print(printed, value.quantity)] };
}
