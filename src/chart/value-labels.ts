/** The printed figure at the end of each bar, as a plugin of chart.js. A plugin of our own, because its labels are the tree's texts and not numbers to format. */
import type { Chart, Plugin } from 'chart.js';
import type { ChartBlock } from '../document/tree.js';
import type { ChartLayout } from './layout.js';
import { FONT_FAMILY, LABEL_GAP_PT, PAPER_COLOUR, TEXT_COLOUR } from './look.js';

/** Of the digits of Tinos and Times New Roman, as a share of the size. */
const DIGIT_HEIGHT = 0.67;

export function valueLabels(chart: ChartBlock, layout: ChartLayout): Plugin<'bar'> {
  return {
    id: 'value-labels',
    afterDatasetsDraw: (drawn) => {
      for (const [series, { points }] of chart.series.entries()) {
        for (const [index, point] of points.entries()) {
          if (point) drawLabel(drawn, { text: point.figure.text, series, index, negative: Number(point.value) < 0, bold: index === chart.highlight }, chart.kind, layout);
        }
      }
    },
  };
}

interface Label {
  readonly text: string;
  readonly series: number;
  readonly index: number;
  readonly negative: boolean;
  readonly bold: boolean;
}

function drawLabel(drawn: Chart, { text, series, index, negative, bold }: Label, kind: ChartBlock['kind'], { labels }: ChartLayout): void {
  const bar = drawn.getDatasetMeta(series).data[index];
  if (bar === undefined) return;
  const { ctx, chartArea } = drawn;
  const sideways = kind === 'bars';
  const away = negative ? -1 : 1;
  ctx.save();
  // An axis that ends before the value ends the bar; its label then stands at the edge.
  const x = sideways ? within(bar.x, chartArea.left, chartArea.right) + away * LABEL_GAP_PT : bar.x;
  const y = sideways ? bar.y : within(bar.y, chartArea.top, chartArea.bottom) - away * LABEL_GAP_PT;
  ctx.translate(x, y);
  if (labels.turned) ctx.rotate(-Math.PI / 2);
  const box = labelBox(sideways || labels.turned, negative, labels.sizePt);
  ctx.font = `${bold ? 'bold ' : ''}${labels.sizePt}px ${FONT_FAMILY}`;
  const width = ctx.measureText(text).width;
  // Paper behind the digits, so that no line of the grid runs through them.
  ctx.fillStyle = PAPER_COLOUR;
  ctx.fillRect(box.align === 'center' ? -width / 2 : box.align === 'left' ? 0 : -width, box.baseline - labels.sizePt * DIGIT_HEIGHT, width, labels.sizePt * DIGIT_HEIGHT);
  ctx.fillStyle = TEXT_COLOUR;
  ctx.textAlign = box.align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, 0, box.baseline);
  ctx.restore();
}

/** Digits are centred or stood on the bar, not the line of text: they reach from the baseline to about two thirds of the size. */
function labelBox(alongBar: boolean, negative: boolean, sizePt: number): { align: 'left' | 'center' | 'right'; baseline: number } {
  if (alongBar) return { align: negative ? 'right' : 'left', baseline: (sizePt * DIGIT_HEIGHT) / 2 };
  return { align: 'center', baseline: negative ? sizePt * DIGIT_HEIGHT : 0 };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
