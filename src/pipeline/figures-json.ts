/** `<document>.figures.json`: every printed figure with its exact value, formula and source cells (schema version 1 of the contract). */
import type { Inline, OfficialDocument, TableBlock } from '../document/tree.js';
import { headerPaths, inlineText, spanGrid, walkInlines, type InlineRun } from '../document/walk.js';
import { placeToJson } from '../finding/place-json.js';
import { isIllustrative, sourceInputs, type Quantity } from '../statistics/dataset.js';
import { toDecimalText } from '../statistics/exact.js';
import type { PrintedFigure } from '../template/trace.js';

export interface FigureEntry {
  readonly text: string;
  readonly value: string;
  readonly where: string;
  readonly context: string;
  readonly rule: string | null;
  readonly illustrative?: true;
  readonly inputs: readonly FigureInput[];
}

/** Place and exact value of a source cell, or of the ledger's line that corrects one. */
export interface FigureInput {
  readonly value: string;
  readonly entry?: string;
  readonly replaces?: FigureInput;
  readonly [place: string]: unknown;
}

/** Names above and beside the cells of a table. */
interface Layout {
  readonly paths: ReturnType<typeof headerPaths>;
  readonly grid: ReturnType<typeof spanGrid>;
}

/** Every printed figure in reading order. */
export function listFigures(document: OfficialDocument, figures: ReadonlyMap<string, PrintedFigure>): readonly FigureEntry[] {
  const entries: FigureEntry[] = [];
  const layouts = new Map<TableBlock, Layout>();
  const inputs = new Map<Quantity, FigureInput>();
  // A cell is an input of its total, its rate, their sentences and so on.
  const inputOf = (quantity: Quantity): FigureInput => {
    const known = inputs.get(quantity) ?? inputToJson(quantity);
    inputs.set(quantity, known);
    return known;
  };
  const layoutOf = (table: TableBlock): Layout => {
    const known = layouts.get(table) ?? { paths: headerPaths(table), grid: spanGrid(table.rows.map(({ cells }) => cells), table.columns.length) };
    layouts.set(table, known);
    return known;
  };
  for (const run of walkInlines(document)) {
    for (const { trace, offset } of figuresOf(run.inlines)) {
      const { text, quantity } = figures.get(trace)!;
      const { origin } = quantity;
      entries.push({
        text,
        value: toDecimalText(quantity.value),
        where: run.where,
        context: run.cell
          ? cellContext(run.cell, layoutOf(run.cell.table))
          : run.point
            ? `${run.point.category} · ${run.point.series}`
            : sentenceAt(inlineText(run.inlines), offset),
        rule: origin.kind === 'derivation' ? origin.rule : null,
        ...(isIllustrative(quantity) ? { illustrative: true as const } : {}),
        inputs: sourceInputs(quantity).map(inputOf),
      });
    }
  }
  return entries;
}

/** A corrected figure stands in the ledger; the cell it replaces is named with what it holds. */
function inputToJson({ origin, value }: Quantity): FigureInput {
  const present = { ...(origin.kind === 'derivation' ? {} : placeToJson(origin.place)), value: toDecimalText(value) };
  return origin.kind === 'correction' ? { ...present, entry: origin.entry, ...(origin.replaced ? { replaces: inputToJson(origin.replaced) } : {}) } : present;
}

/** One figure a line: half the size of indented JSON, and two versions can still be compared line by line. */
export function writeFiguresJson(job: string, entries: readonly FigureEntry[]): Uint8Array {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return new TextEncoder().encode(`{"schemaVersion":1,"job":${JSON.stringify(job)},"figures":[\n${lines}\n]}\n`);
}

/** What `writeFiguresJson` wrote. */
export function readFiguresJson(bytes: Uint8Array): readonly FigureEntry[] {
  return (JSON.parse(new TextDecoder().decode(bytes)) as { figures: readonly FigureEntry[] }).figures;
}

/** Trace keys of a run with the offset at which each figure stands in its text. */
export function figuresOf(inlines: readonly Inline[]): readonly { trace: string; offset: number }[] {
  const found: { trace: string; offset: number }[] = [];
  let offset = 0;
  const visit = (inline: Inline): void => {
    if (inline.type === 'strong' || inline.type === 'emphasis') return inline.children.forEach(visit);
    if (inline.type === 'figure') found.push({ trace: inline.trace, offset });
    offset += inlineText([inline]).length;
  };
  inlines.forEach(visit);
  return found;
}

/** «A», «II», «a)»: the place of a row, not its name. */
const ORDINAL = /^(?:[A-ZĐ]|[IVXLC]+|[a-zđ])[.)]?$/;

/** «Sở Công Thương · Số hồ sơ nhận giải quyết: Tổng số»: the names left of the figure, those that stand once for several rows too. */
function cellContext({ row, column }: NonNullable<InlineRun['cell']>, { paths, grid }: Layout): string {
  const names = grid[row]!.slice(0, Math.max(column, 1)).flatMap((cell) => (cell && cell.value === undefined ? [inlineText(cell.inlines)] : []));
  const labels = [...new Set(names)].filter((text) => /\p{L}/u.test(text) && !ORDINAL.test(text));
  return `${labels.join(', ')} · ${(paths[column] ?? []).join(': ')}`;
}

/** The sentence of a text that holds an offset: from the last full stop before it to the next one. */
function sentenceAt(text: string, offset: number): string {
  const ends = [...text.matchAll(/[.!?](?= \p{Lu}|$)/gu)].map(({ index }) => index + 1);
  const start = ends.filter((end) => end <= offset).at(-1) ?? 0;
  const end = ends.find((one) => one > offset) ?? text.length;
  return text.slice(start, end).replace(/\u00A0/g, ' ').trim();
}
