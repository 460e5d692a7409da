/**
 * What a chart needs and docx 9.15.2 has no option for, written into the chart's part (ECMA-376 Part 1, §21.2): every name of the
 * axis, turned labels, lines, room around the bars, language. No longer needed where ChartRunOptions gets the option.
 */
import type { ChartLayout } from '../../chart/layout.js';
import { AXIS_COLOUR, fillOf, GRID_COLOUR, LINE_PT } from '../../chart/look.js';

/** 360 degrees are 21 600 000; a quarter turn against the clock. */
const QUARTER_TURN = -5_400_000;
const EMU_PER_PT = 12_700;

export function patchChartPart(xml: string, layout: ChartLayout, language: string): string {
  const name = inPart('c:catAx', (axis) => withLine(withAllNames(axis, layout)));
  const value = inPart('c:valAx', (axis) => withLine(withThinGrid(axis)));
  const bars = inPart('c:barChart', (chart) => withOutlines(withTurnedLabels(chart, layout)));
  return value(name(bars(withPlot(xml, layout))))
    .replace(/<c:lang val="[^"]*"\/>/, `<c:lang val="${language}"/>`)
    .replaceAll(/<a:(endParaRPr|rPr) lang="[^"]*"/g, `<a:$1 lang="${language}"`);
}

/** Word and LibreOffice else choose the room for names each in its own way, and put a label that has no room across its bar. */
function withPlot(xml: string, { margins: { topPt, rightPt, bottomPt, leftPt }, widthPt, heightPt }: ChartLayout): string {
  const places = { x: leftPt / widthPt, y: topPt / heightPt, w: 1 - (leftPt + rightPt) / widthPt, h: 1 - (topPt + bottomPt) / heightPt };
  const values = Object.entries(places).map(([side, share]) => `<c:${side} val="${Number(share.toFixed(5))}"/>`);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${values.join('')}</c:manualLayout></c:layout>`;
  return replaceSure(xml, /(<c:plotArea>)<c:layout\/>/, `$1${layout}`);
}

/** Word leaves names out when it thinks them crowded; LibreOffice 7.4 does unless the angle is said to be none. */
function withAllNames(axis: string, { names }: ChartLayout): string {
  const standing = names.turned ? axis : replaceSure(axis, /<a:bodyPr rot="-?\d+"/, '<a:bodyPr rot="0"');
  const every = replaceSure(standing, /<c:noMultiLvlLbl /, '<c:tickLblSkip val="1"/><c:noMultiLvlLbl ');
  // At the edge of the drawing, also where bars below zero reach the other side.
  return replaceSure(every, /<c:tickLblPos val="\w+"/, '<c:tickLblPos val="low"');
}

function withTurnedLabels(chart: string, { labels }: ChartLayout): string {
  return labels.turned ? replaceSure(chart, /<a:bodyPr rot="0"/g, `<a:bodyPr rot="${QUARTER_TURN}"`) : chart;
}

function withLine(axis: string): string {
  return replaceSure(axis, /(<\/c:numFmt>|<c:tickLblPos [^>]*\/>)<c:spPr><a:noFill\/><a:ln\b.*?<\/a:ln>/, `$1<c:spPr><a:noFill/>${line(AXIS_COLOUR)}`);
}

function withThinGrid(axis: string): string {
  return replaceSure(axis, /(<c:majorGridlines><c:spPr>)<a:ln\b.*?<\/a:ln>/, `$1${line(GRID_COLOUR)}`);
}

/** Of the bars of several series, as the look has them. */
function withOutlines(chart: string): string {
  const count = chart.split('<c:ser>').length - 1;
  let series = 0;
  return chart.replace(/(<\/c:tx><c:spPr><a:solidFill>.*?<\/a:solidFill>)<a:ln><a:noFill\/><\/a:ln>/g, (whole, before: string) => {
    const { outline } = fillOf(count, series++, 0, undefined);
    return outline === undefined ? whole : before + line(outline);
  });
}

function line(colour: string): string {
  return `<a:ln w="${LINE_PT * EMU_PER_PT}"><a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill></a:ln>`;
}

function inPart(element: string, rewrite: (xml: string) => string): (xml: string) => string {
  return (xml) => {
    const [start, end] = [xml.indexOf(`<${element}>`), xml.indexOf(`</${element}>`)];
    if (start < 0 || end < 0) throw new Error(`docx wrote a chart without ${element}`);
    return xml.slice(0, start) + rewrite(xml.slice(start, end)) + xml.slice(end);
  };
}

/** A pattern that is not there means another docx than the one this file was written for. */
function replaceSure(xml: string, pattern: RegExp, replacement: string): string {
  if (xml.search(pattern) < 0) throw new Error(`docx writes charts in another way: ${pattern.source} is not there`);
  return xml.replace(pattern, replacement);
}
