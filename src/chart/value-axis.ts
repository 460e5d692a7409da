/** Where the value axis begins and ends and where its lines stand. Separate, so that the PDF and Word do not each choose their own. */
import type { ChartBlock } from '../document/tree.js';
import { exact } from '../statistics/exact.js';
import { formatFigure } from '../statistics/format-figure.js';

export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Decimals its numbers need: those of the step, no more than the figures have. */
  readonly decimals: number;
}

const STEPS_WANTED = 5;
/** 1, 2 and 5 times a power of ten: what people read off an axis without reckoning. */
const ROUND_STEPS = [1, 2, 5, 10];

export function valueAxis(chart: ChartBlock): ValueAxis {
  const values = chart.series.flatMap(({ points }) => points.flatMap((point) => (point ? [Number(point.value)] : [])));
  const lowest = chart.axis?.from ?? Math.min(0, ...values);
  const highest = chart.axis?.to ?? Math.max(0, ...values);
  const step = roundStep(highest > lowest ? highest - lowest : 1, chart.decimals);
  const from = chart.axis?.from ?? Math.floor(tidy(lowest / step)) * step;
  const to = chart.axis?.to ?? Math.ceil(tidy(highest / step)) * step;
  return { from: tidy(from), to: tidy(to > from ? to : from + step), step, decimals: Math.min(chart.decimals, decimalsOf(step)) };
}

/** «80%», as a line of the axis is named. */
export function axisNumber(value: number, axis: ValueAxis, suffix: string): string {
  return formatFigure(exact(value.toFixed(axis.decimals)), axis.decimals) + suffix;
}

function roundStep(span: number, decimals: number): number {
  const least = 10 ** -decimals;
  const magnitude = 10 ** Math.floor(Math.log10(span / STEPS_WANTED));
  const step = ROUND_STEPS.map((factor) => tidy(factor * magnitude)).find((one) => span / one <= STEPS_WANTED + 0.5)!;
  return Math.max(step, least);
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function decimalsOf(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
