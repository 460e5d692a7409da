/** A chart of the tree → configuration of chart.js. Data only; drawing it is another file's work. */
import type { ChartConfiguration, ScaleOptionsByType } from 'chart.js';
import type { ChartBlock } from '../document/tree.js';
import type { ChartLayout } from './layout.js';
import { AXIS_COLOUR, AXIS_SIZE_PT, fillOf, FONT_FAMILY, GAP, GRID_COLOUR, LEGEND_SIZE_PT, LINE_HEIGHT, LINE_PT, TEXT_COLOUR } from './look.js';
import { axisNumber } from './value-axis.js';
import { valueLabels } from './value-labels.js';

export function chartConfig(chart: ChartBlock, layout: ChartLayout): ChartConfiguration<'bar', (number | null)[]> {
  const bars = chart.kind === 'bars';
  const names = nameScale(chart, layout);
  const values = valueScale(chart, layout);
  return {
    type: 'bar',
    data: {
      labels: layout.names.lines.map((lines) => (lines.length === 1 ? lines[0]! : [...lines])),
      datasets: chart.series.map(({ name, points }, series) => {
        const fills = points.map((_, category) => fillOf(chart.series.length, series, category, chart.highlight));
        return {
          label: name,
          data: chart.categories.map((_, category) => (points[category] ? Number(points[category].value) : null)),
          backgroundColor: fills.map(({ fill }) => fill),
          borderColor: fills.map(({ fill, outline }) => outline ?? fill),
          borderWidth: fills.map(({ outline }) => (outline === undefined ? 0 : LINE_PT)),
          borderSkipped: false,
          categoryPercentage: 1 / (1 + GAP),
          barPercentage: 1,
        };
      }),
    },
    options: {
      indexAxis: bars ? 'y' : 'x',
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      color: TEXT_COLOUR,
      font: { family: FONT_FAMILY, size: AXIS_SIZE_PT },
      layout: { padding: roomForLabels(chart, layout) },
      plugins: {
        legend: {
          display: layout.legend,
          position: 'bottom',
          labels: { color: TEXT_COLOUR, font: { family: FONT_FAMILY, size: LEGEND_SIZE_PT }, boxWidth: LEGEND_SIZE_PT, boxHeight: LEGEND_SIZE_PT * 0.8, padding: LEGEND_SIZE_PT },
        },
        title: { display: false },
        tooltip: { enabled: false },
      },
      scales: bars ? { x: values, y: names } : { x: names, y: values },
    },
    plugins: [valueLabels(chart, layout)],
  };
}

type Scale<T extends 'category' | 'linear'> = { type: T } & Partial<Omit<ScaleOptionsByType<T>, 'type' | 'ticks' | 'grid' | 'border'>> & {
    ticks?: Partial<ScaleOptionsByType<T>['ticks']>;
    grid?: Partial<ScaleOptionsByType<T>['grid']>;
    border?: Partial<ScaleOptionsByType<T>['border']>;
  };

const AXIS_LINE = { display: true, color: AXIS_COLOUR, width: LINE_PT };

function nameScale(chart: ChartBlock, { names }: ChartLayout): Scale<'category'> {
  const rotation = names.turned ? 90 : 0;
  return {
    type: 'category',
    border: AXIS_LINE,
    grid: { display: false, tickLength: 2 },
    ticks: {
      autoSkip: false,
      color: TEXT_COLOUR,
      font: ({ index }) => ({ family: FONT_FAMILY, size: names.sizePt, lineHeight: LINE_HEIGHT, weight: index === chart.highlight ? 'bold' : 'normal' }),
      minRotation: rotation,
      maxRotation: rotation,
      padding: 2,
    },
  };
}

function valueScale(chart: ChartBlock, { axis }: ChartLayout): Scale<'linear'> {
  return {
    type: 'linear',
    min: axis.from,
    max: axis.to,
    border: AXIS_LINE,
    grid: { color: GRID_COLOUR, lineWidth: LINE_PT, drawTicks: false },
    ticks: {
      autoSkip: false,
      stepSize: axis.step,
      includeBounds: false,
      color: TEXT_COLOUR,
      font: { family: FONT_FAMILY, size: AXIS_SIZE_PT },
      padding: 4,
      minRotation: 0,
      maxRotation: 0,
      callback: (value) => axisNumber(Number(value), axis, chart.suffix),
    },
  };
}

/** chart.js makes room for names, axis and legend itself; behind the longest bar stands its label, of which it knows nothing. */
function roomForLabels(chart: ChartBlock, { margins }: ChartLayout): { top: number; right: number; bottom: number; left: number } {
  return { top: margins.topPt, right: chart.kind === 'bars' ? margins.rightPt : 2, bottom: 1, left: 1 };
}
