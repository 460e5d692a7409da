/**
 * A chart as Word's own: drawn by Word from a workbook inside the document, so that it can be edited as any chart of Word. Order,
 * colours, axis and sizes are those of the PDF's drawing. What docx has no option for is patched afterwards (chart-part.ts).
 */
import { ChartRun, type ChartFont, type ChartPointLabel, type ChartSeries as WordSeries } from 'docx/charts';
import { layoutChart, type ChartLayout } from '../../chart/layout.js';
import { AXIS_SIZE_PT, fillOf, GAP, LEGEND_SIZE_PT } from '../../chart/look.js';
import type { ChartBlock, ChartPoint, ChartSeries } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import { textWidthPt } from '../text-width.js';
import { Paragraph } from './filled.js';
import { toRuns } from './inlines.js';
import { labelFormat, numberFormat } from './number-format.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { twipsToPt } from './twips.js';

/** docx takes pixels, of which 96 make an inch. */
const PIXELS_PER_PT = 96 / 72;
const MM_PER_PT = 25.4 / 72;

export function chartBlock(chart: ChartBlock, setting: Setting): Paragraph[] {
  const hasData = chart.categories.length > 0 && chart.series.length > 0;
  if (!hasData) {
    const place = chart.source === undefined ? ({ in: 'file', file: chart.id } as const) : ({ in: 'text', ...chart.source } as const);
    setting.findings.push(found('not-expressible', place, { what: `biểu đồ «${chart.id}» không có số liệu`, format: 'DOCX' }));
  }
  return [
    ...(hasData ? [new Paragraph({ style: 'BieuDo' satisfies StyleId, children: [chartRun(chart, setting)] })] : []),
    new Paragraph({
      style: 'TenBieuDo' satisfies StyleId,
      // The last line under the picture is what the next block follows.
      ...(chart.notes.length > 0 || setting.keptWithNext.has(chart) ? { keepNext: true } : {}),
      children: toRuns(chart.caption),
    }),
    ...chart.notes.map((note, index) => {
      const last = index === chart.notes.length - 1;
      return new Paragraph({ style: 'GhiChu' satisfies StyleId, ...(last && !setting.keptWithNext.has(chart) ? {} : { keepNext: true }), children: toRuns(note) });
    }),
  ];
}

function chartLayout(chart: ChartBlock, setting: Setting): ChartLayout {
  return layoutChart(chart, twipsToPt(setting.widthTwips) * MM_PER_PT, (text, sizePt, bold) => textWidthPt(text, sizePt, { bold }));
}

function chartRun(chart: ChartBlock, setting: Setting): ChartRun {
  const layout = chartLayout(chart, setting);
  setting.charts.push(layout);
  const font = (size: number, bold = false): ChartFont => ({ name: setting.style.fontFamily, size, color: '000000', ...(bold ? { bold } : {}) });
  const shared = {
    categories: chart.categories,
    series: chart.series.map((series, index) => wordSeries(chart, series, index, font(layout.labels.sizePt, true))),
    legend: layout.legend ? ({ position: 'bottom', font: font(LEGEND_SIZE_PT) } as const) : (false as const),
    font: { name: setting.style.fontFamily, color: '000000' },
    chartArea: { fill: 'none', border: 'none' } as const,
    gapWidth: Math.round(GAP * 100 * chart.series.length),
    overlap: 0,
    dataLabels: { value: true, position: 'outsideEnd', numberFormat: numberFormat(chart.decimals, chart.suffix), font: font(layout.labels.sizePt) } as const,
    categoryAxis: { font: font(layout.names.sizePt), reverseOrder: chart.kind === 'bars', ...(layout.names.turned ? { labelRotation: -90 } : {}) },
    valueAxis: {
      minimum: layout.axis.from,
      maximum: layout.axis.to,
      interval: layout.axis.step,
      numberFormat: numberFormat(layout.axis.decimals, chart.suffix),
      font: font(AXIS_SIZE_PT),
      // With the first bar on top the value axis would stand there too.
      ...(chart.kind === 'bars' ? ({ crossesAt: 'maximum' } as const) : {}),
    },
    transformation: { width: Math.round(layout.widthPt * PIXELS_PER_PT), height: Math.round(layout.heightPt * PIXELS_PER_PT) },
    altText: { name: chart.id, description: chart.description },
  };
  return new ChartRun({ type: chart.kind === 'bars' ? 'bar' : 'column', ...shared });
}

function wordSeries(chart: ChartBlock, { name, points }: ChartSeries, index: number, bold: ChartFont): WordSeries {
  const { highlight } = chart;
  const fill = (category: number): string => fillOf(chart.series.length, index, category, highlight).fill.slice(1);
  // A colour of its own only where it differs: the others follow the series when it is recoloured in Word.
  const usual = fill(highlight === 0 ? 1 : 0);
  return {
    name,
    values: chart.categories.map((_, category) => (points[category] ? Number(points[category].value) : null)),
    color: usual,
    colors: chart.categories.map((_, category) => (fill(category) === usual ? undefined : fill(category))),
    pointLabels: chart.categories.map((_, category) => pointLabel(chart, points[category], category === highlight ? bold : undefined)),
  };
}

/** Only where a label differs from those of its series: by weight, or because its figure is printed with other decimals («100%»). */
function pointLabel(chart: ChartBlock, point: ChartPoint | undefined, font: ChartFont | undefined): ChartPointLabel | undefined {
  if (point === undefined) return undefined;
  const usual = numberFormat(chart.decimals, chart.suffix);
  const format = labelFormat(point, chart);
  if (format === undefined) return { text: point.figure.text, ...(font ? { font } : {}) };
  if (format === usual && font === undefined) return undefined;
  return { value: true, position: 'outsideEnd', numberFormat: format, ...(font ? { font } : {}) };
}
