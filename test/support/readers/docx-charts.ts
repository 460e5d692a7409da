/** The charts of a DOCX with the workbooks behind them, from the package itself: nothing of the writer is used. */
import { strFromU8, unzipSync } from 'fflate';
import { resolveTarget } from './package-parts.js';
import { readXlsxSheets, type XlsxSheet } from './xlsx-cells.js';
import { child, childElements, descendants, parseXml, textContent, type XmlElement } from './xml.js';

export interface DocxChart {
  readonly part: string;
  readonly workbookPart: string;
  /** Alternative text of the drawing. */
  readonly description: string;
  readonly widthEmu: number;
  readonly heightEmu: number;
  readonly direction: string;
  readonly reversed: boolean;
  readonly legend: boolean;
  readonly axis: { readonly from: number; readonly to: number };
  readonly categories: readonly string[];
  readonly series: readonly DocxChartSeries[];
  readonly root: XmlElement;
}

export interface DocxChartSeries {
  readonly name: string;
  /** `<c:v>` as written; undefined for a gap. */
  readonly values: readonly (string | undefined)[];
  /** RRGGBB of each bar. */
  readonly fills: readonly string[];
  /** As a reader in Vietnam sees them. */
  readonly labels: readonly (string | undefined)[];
  readonly boldLabels: readonly boolean[];
  /** The same from the workbook, by the references of the chart. */
  readonly cells: { readonly name: string | undefined; readonly categories: readonly (string | undefined)[]; readonly values: readonly (string | undefined)[] };
}

export function readDocxCharts(bytes: Uint8Array): readonly DocxChart[] {
  const parts = unzipSync(bytes);
  const xml = (name: string): XmlElement => parseXml(strFromU8(parts[name]!));
  const targetsOf = (part: string): ReadonlyMap<string, string> => {
    const rels = xml(part.replace(/([^/]+)$/, '_rels/$1.rels'));
    return new Map(childElements(rels).map(({ attributes }) => [attributes['Id']!, resolveTarget(part, attributes['Target']!)]));
  };
  const document = 'word/document.xml';
  const targets = targetsOf(document);
  return [...descendants(xml(document))]
    .filter(({ name }) => name === 'wp:inline' || name === 'wp:anchor')
    .flatMap((drawing) => {
      const reference = find(drawing, 'c:chart');
      if (!reference) return [];
      const part = targets.get(reference.attributes['r:id']!)!;
      const root = xml(part);
      const workbookPart = targetsOf(part).get(find(root, 'c:externalData')!.attributes['r:id']!)!;
      return [toChart(root, readXlsxSheets(parts[workbookPart]!), { part, workbookPart, drawing })];
    });
}

function toChart(root: XmlElement, sheets: readonly XlsxSheet[], at: { part: string; workbookPart: string; drawing: XmlElement }): DocxChart {
  const bars = find(root, 'c:barChart')!;
  const extent = child(at.drawing, 'wp:extent')!.attributes;
  const series = childElements(bars, 'c:ser').map((one) => toSeries(one, sheets));
  const value = find(root, 'c:valAx')!;
  return {
    part: at.part,
    workbookPart: at.workbookPart,
    description: child(at.drawing, 'wp:docPr')!.attributes['descr'] ?? '',
    widthEmu: Number(extent['cx']),
    heightEmu: Number(extent['cy']),
    direction: val(bars, 'c:barDir')!,
    reversed: val(child(find(root, 'c:catAx')!, 'c:scaling')!, 'c:orientation') === 'maxMin',
    legend: find(root, 'c:legend') !== undefined,
    axis: { from: Number(val(child(value, 'c:scaling')!, 'c:min')), to: Number(val(child(value, 'c:scaling')!, 'c:max')) },
    categories: cachedValues(child(childElements(bars, 'c:ser')[0]!, 'c:cat')!).map((one) => one ?? ''),
    series,
    root,
  };
}

function toSeries(series: XmlElement, sheets: readonly XlsxSheet[]): DocxChartSeries {
  const [name, categories, values] = ['c:tx', 'c:cat', 'c:val'].map((one) => child(series, one)!) as [XmlElement, XmlElement, XmlElement];
  const numbers = cachedValues(values);
  const all = child(series, 'c:dLbls')!;
  const own = new Map(childElements(all, 'c:dLbl').map((label) => [Number(val(label, 'c:idx')), label]));
  const points = new Map(childElements(series, 'c:dPt').map((point) => [Number(val(point, 'c:idx')), fillOf(point)]));
  const labels = numbers.map((number, index) => (number === undefined ? undefined : labelOf(number, own.get(index) ?? all)));
  return {
    name: cachedValues(name)[0]!,
    values: numbers,
    fills: numbers.map((_, index) => points.get(index) ?? fillOf(series)),
    labels,
    boldLabels: numbers.map((_, index) => isBold(own.get(index) ?? all)),
    cells: { name: referencedCells(name, sheets)[0], categories: referencedCells(categories, sheets), values: referencedCells(values, sheets) },
  };
}

function labelOf(number: string, label: XmlElement): string | undefined {
  const rich = child(label, 'c:tx');
  if (rich) return [...descendants(rich)].filter(({ name }) => name === 'a:t').map(textContent).join('');
  return val(label, 'c:showVal') === '1' ? inFormat(Number(number), child(label, 'c:numFmt')!.attributes['formatCode']!) : undefined;
}

/** What Excel's format prints with the signs of Vietnam; thousands, decimals and one literal are all a chart of ours may use. */
export function inFormat(value: number, format: string): string {
  const shape = /^(?:\[\$-42A\])?#,##0(?:\.(0+))?(?:((?:"[^"]*"|\\.)*))?$/.exec(format);
  if (!shape) throw new Error(`a number format of another kind: ${format}`);
  const literal = (shape[2] ?? '').replace(/"([^"]*)"|\\(.)/g, (_match, text?: string, one?: string) => text ?? one ?? '');
  const [, zeros = ''] = shape;
  return new Intl.NumberFormat('vi-VN', { minimumFractionDigits: zeros.length, maximumFractionDigits: zeros.length }).format(value) + literal;
}

/** Of a label of its own or of those of the series, beside which the own ones stand. */
function isBold(label: XmlElement): boolean {
  const properties = child(label, 'c:txPr') ?? child(label, 'c:tx');
  return properties !== undefined && [...descendants(properties)].some(({ name, attributes }) => /^a:(defRPr|rPr)$/.test(name) && attributes['b'] === '1');
}

/** Cached values of a reference, gaps as undefined. */
export function cachedValues(data: XmlElement): readonly (string | undefined)[] {
  const cache = find(data, 'c:strCache') ?? find(data, 'c:numCache')!;
  const values = new Array<string | undefined>(Number(val(cache, 'c:ptCount'))).fill(undefined);
  for (const point of childElements(cache, 'c:pt')) values[Number(point.attributes['idx'])] = textContent(child(point, 'c:v')!);
  return values;
}

/** Contents of the cells that the formula of a reference names: «Sheet1!$B$2:$B$64». */
export function referencedCells(data: XmlElement, sheets: readonly XlsxSheet[]): readonly (string | undefined)[] {
  const formula = textContent(find(data, 'c:f')!);
  const range = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?$/.exec(formula);
  if (!range) throw new Error(`a reference of another kind: ${formula}`);
  const [, sheetName, column, first, last = first] = range;
  const sheet = sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`${formula}: no such sheet`);
  const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at);
  return rows.map((row) => {
    const cell = sheet.cells.get(`${column}${row}`);
    return cell?.text ?? cell?.number;
  });
}

function fillOf(element: XmlElement): string {
  return find(child(child(element, 'c:spPr')!, 'a:solidFill')!, 'a:srgbClr')!.attributes['val']!;
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  for (const one of descendants(element)) if (one.name === name) return one;
  return undefined;
}

function val(parent: XmlElement, name: string): string | undefined {
  return child(parent, name)?.attributes['val'];
}
