/** A chart of the tree → SVG for the PDF, through chart.js. The entry of the folder; chart.js and the canvas live in this folder only. */
import { createRequire } from 'node:module';
import type { ChartConfiguration } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { ChartBlock } from '../document/tree.js';
import { chartConfig } from './config.js';
import { layoutChart, type MeasureText } from './layout.js';
import { FONT_FAMILY } from './look.js';
import { tidySvg } from './tidy-svg.js';

/** As wide as given in whole points, as high as the chart says; texts are <text> in the family «Tinos», regular and bold. */
export async function drawChart(chart: ChartBlock, widthMm: number): Promise<string> {
  const { measure, canvasOf } = await (tools ??= loadTools());
  const layout = layoutChart(chart, widthMm, measure);
  const canvas = canvasOf(layout.widthPt, layout.heightPt);
  // Awaited in a later turn: canvases drawn in one synchronous run are all alive at once.
  const svg = await canvas.renderToBuffer(chartConfig(chart, layout) as unknown as ChartConfiguration);
  return tidySvg(svg.toString('utf8'), chart.id);
}

interface Tools {
  readonly measure: MeasureText;
  readonly canvasOf: (widthPt: number, heightPt: number) => ChartJSNodeCanvas;
}

/** Loaded with the first chart: most documents have none. */
let tools: Promise<Tools> | undefined;

async function loadTools(): Promise<Tools> {
  // Read when the canvas loads: without it the fonts of the machine would be looked through, and could stand in for ours.
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  const { ChartJSNodeCanvas } = await import('chartjs-node-canvas');
  const require = createRequire(import.meta.url);
  for (const file of ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf']) {
    const path = require.resolve(`@expo-google-fonts/tinos/${file}`);
    if (!GlobalFonts.registerFromPath(path, FONT_FAMILY)) throw new Error(`cannot register the font ${path}`);
  }
  const context = createCanvas(1, 1).getContext('2d');
  const measure: MeasureText = (text, sizePt, bold) => {
    context.font = `${bold ? 'bold ' : ''}${sizePt}px ${FONT_FAMILY}`;
    return context.measureText(text).width;
  };
  // One a size: each new one reads chart.js again.
  const known = new Map<string, ChartJSNodeCanvas>();
  const canvasOf = (width: number, height: number): ChartJSNodeCanvas => {
    const key = `${width}x${height}`;
    const canvas = known.get(key) ?? new ChartJSNodeCanvas({ width, height, type: 'svg' });
    known.set(key, canvas);
    return canvas;
  };
  return { measure, canvasOf };
}
