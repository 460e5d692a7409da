/**
 * Sizes and line breaks of a chart's words: as large as the room of a category allows, wrapped before they are turned, turned
 * before they get too small. One for both formats; widths of words come from the caller, who has the font.
 */
import type { ChartBlock } from '../document/tree.js';
import { AXIS_SIZE_PT, GAP, LABEL_GAP_PT, LEGEND_SIZE_PT, LINE_HEIGHT } from './look.js';
import { axisNumber, valueAxis, type ValueAxis } from './value-axis.js';

export type MeasureText = (text: string, sizePt: number, bold: boolean) => number;

export interface ChartLayout {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly axis: ValueAxis;
  readonly names: { readonly sizePt: number; readonly lines: readonly (readonly string[])[]; readonly turned: boolean };
  readonly labels: { readonly sizePt: number; readonly turned: boolean };
  readonly legend: boolean;
  /** Around the bars, for names, labels, axis and legend. */
  readonly margins: Margins;
}

export interface Margins {
  readonly topPt: number;
  readonly rightPt: number;
  readonly bottomPt: number;
  readonly leftPt: number;
}

const MM_PER_PT = 25.4 / 72;
const LARGEST_PT = 11;
const SMALLEST_PT = 7.5;
/** Of turned words, when sixty columns stand on a portrait page: smaller than all else, still read on paper. */
const SMALLEST_TURNED_PT = 6;
const HALF = 0.5;
/** Most of the width that names beside bars may take, and of the height that turned names under columns may. */
const NAMES_SHARE = 0.4;
/** Most of the height that names in lines under columns may take. */
const STANDING_SHARE = 0.3;
/** Between names that stand side by side. */
const NAME_GAP_PT = 4;
/** Between the axis and what is written along it. */
const AXIS_GAP_PT = 8;
/** Between labels of neighbouring columns. */
const LABEL_BESIDE_PT = 2;

export function layoutChart(chart: ChartBlock, widthMm: number, measure: MeasureText): ChartLayout {
  // Whole points: a canvas has no halves, and the drawing stays inside the room it was given.
  const widthPt = Math.floor(widthMm / MM_PER_PT);
  const heightPt = Math.floor(chart.heightMm / MM_PER_PT);
  const axis = valueAxis(chart);
  const legend = chart.series.length > 1;
  const room: Room = { chart, widthPt, heightPt, measure, axis, legendPt: legend ? LEGEND_SIZE_PT * 2 : 0 };
  const words = chart.kind === 'bars' ? besideBars(room) : underColumns(room);
  return { widthPt, heightPt, axis, legend, ...words, margins: marginsOf(room, words) };
}

interface Room {
  readonly chart: ChartBlock;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly measure: MeasureText;
  readonly axis: ValueAxis;
  readonly legendPt: number;
}

type Words = Pick<ChartLayout, 'names' | 'labels'>;

function besideBars(room: Room): Words {
  const { chart, heightPt, widthPt, legendPt } = room;
  const pitch = (heightPt - legendPt - AXIS_SIZE_PT * 2) / Math.max(1, chart.categories.length);
  const columnPt = widthPt * NAMES_SHARE;
  const sizePt = largestSize(SMALLEST_PT, LARGEST_PT, (size) => wrapNames(room, size, columnPt).every((lines) => linesHeight(lines, size) <= pitch));
  const labelPt = sizeInStep(Math.min(sizePt, barThickness(pitch, chart) * 1.3));
  const labelSizePt = Math.max(SMALLEST_TURNED_PT, Math.min(labelPt, 10));
  return {
    names: { sizePt, lines: wrapNames(room, sizePt, columnPt), turned: false },
    labels: { sizePt: labelSizePt, turned: false },
  };
}

function underColumns(room: Room): Words {
  const pitch = (room.widthPt - axisNumbersPt(room) - AXIS_GAP_PT) / Math.max(1, room.chart.categories.length);
  return { names: namesUnderColumns(room, pitch), labels: labelsOnColumns(room, pitch) };
}

function marginsOf(room: Room, { names, labels }: Words): Margins {
  const { chart, widthPt, heightPt, axis, legendPt } = room;
  const axisPt = axisNumbersPt(room);
  const bars = chart.kind === 'bars';
  const longest = Math.max(...chart.series.flatMap(({ points }) => points.map((point) => Number(point?.value ?? axis.from))));
  // What the axis leaves behind the longest bar, in a plot that takes at least half of the drawing.
  const spare = (Math.max(0, axis.to - longest) / (axis.to - axis.from)) * (bars ? widthPt : heightPt) * 0.5;
  const behindBar = (bars || labels.turned ? longestLabel(room, labels.sizePt) : labels.sizePt) + LABEL_GAP_PT + 2 - spare;
  const longestName = Math.max(0, ...names.lines.flatMap((lines, index) => lines.map((line) => room.measure(line, names.sizePt, index === chart.highlight))));
  if (bars) {
    return { topPt: 1, rightPt: Math.max(axisPt / 2 + 1, behindBar), bottomPt: AXIS_SIZE_PT * LINE_HEIGHT + AXIS_GAP_PT + legendPt, leftPt: longestName + AXIS_GAP_PT };
  }
  const namesPt = names.turned ? longestName : Math.max(...names.lines.map((lines) => lines.length)) * names.sizePt * LINE_HEIGHT;
  return { topPt: Math.max(AXIS_SIZE_PT / 2 + 1, behindBar), rightPt: 2, bottomPt: namesPt + AXIS_GAP_PT + legendPt, leftPt: axisPt + AXIS_GAP_PT };
}

function axisNumbersPt({ axis, chart, measure }: Room): number {
  return Math.max(...[axis.from, axis.to].map((value) => measure(axisNumber(value, axis, chart.suffix), AXIS_SIZE_PT, false)));
}

function namesUnderColumns(room: Room, pitch: number): Words['names'] {
  const columnPt = pitch - NAME_GAP_PT;
  const highPt = room.heightPt * STANDING_SHARE;
  const standing = (size: number): boolean =>
    wrapNames(room, size, columnPt).every((lines, index) => linesHeight(lines, size) <= highPt && lines.every((line) => room.measure(line, size, index === room.chart.highlight) <= columnPt));
  if (standing(SMALLEST_PT)) {
    const sizePt = largestSize(SMALLEST_PT, LARGEST_PT, standing);
    return { sizePt, lines: wrapNames(room, sizePt, columnPt), turned: false };
  }
  const longPt = room.heightPt * NAMES_SHARE;
  // By full lines: LibreOffice leaves turned names out whose lines touch.
  const fits = (size: number): boolean => wrapNames(room, size, longPt).every((lines) => lines.length * size * LINE_HEIGHT <= pitch);
  const sizePt = largestSize(SMALLEST_TURNED_PT, LARGEST_PT - 1, fits);
  return { sizePt, lines: wrapNames(room, sizePt, longPt), turned: true };
}

function labelsOnColumns(room: Room, pitch: number): Words['labels'] {
  const { chart } = room;
  const several = chart.series.length > 1;
  // Alone on its category a label may stand over the gap too.
  const sideways = several ? barThickness(pitch, chart) - LABEL_BESIDE_PT : pitch - NAME_GAP_PT;
  const sizePt = largestSize(SMALLEST_PT, LARGEST_PT - 1, (size) => longestLabel(room, size) <= sideways);
  if (longestLabel(room, sizePt) <= sideways) return { sizePt, turned: false };
  const turnedPt = largestSize(SMALLEST_TURNED_PT, LARGEST_PT - 2, (size) => size <= (several ? sideways : pitch));
  return { sizePt: turnedPt, turned: true };
}

/** Of one bar among those of its category. */
function barThickness(pitch: number, chart: ChartBlock): number {
  return pitch / (1 + GAP) / Math.max(1, chart.series.length);
}

function longestLabel({ chart, measure }: Room, sizePt: number): number {
  return Math.max(
    0,
    ...chart.series.flatMap(({ points }) => points.map((point, index) => (point ? measure(point.figure.text, sizePt, index === chart.highlight) : 0))),
  );
}

function wrapNames({ chart, measure }: Room, sizePt: number, columnPt: number): string[][] {
  return chart.categories.map((name, index) => wrapBalanced(name, columnPt, (text) => measure(text, sizePt, index === chart.highlight)));
}

function linesHeight(lines: readonly string[], sizePt: number): number {
  return lines.length === 1 ? sizePt * 1.05 : lines.length * sizePt * LINE_HEIGHT;
}

/** The largest size in half points that fits, the smallest where none does. */
function largestSize(smallest: number, largest: number, fits: (size: number) => boolean): number {
  for (let size = largest; size > smallest; size -= HALF) if (fits(size)) return size;
  return smallest;
}

function sizeInStep(size: number): number {
  return Math.floor(size / HALF) * HALF;
}

/** As few lines as the width allows, then as narrow as that many lines allow: no line holds a single short word while the others are full. */
export function wrapBalanced(text: string, columnPt: number, measure: (text: string) => number): string[] {
  const lines = wrap(text, columnPt, measure);
  if (lines.length === 1) return lines;
  let [low, high] = [0, columnPt];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    const narrower = wrap(text, middle, measure);
    if (narrower.length <= lines.length && narrower.every((line) => measure(line) <= columnPt)) high = middle;
    else low = middle;
  }
  return wrap(text, high, measure);
}

function wrap(text: string, columnPt: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= columnPt) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
