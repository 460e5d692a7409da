/** Cells of a workbook as its XML has them: values, formulas with cached results, formats, merges, print set-up. Shares no code with the writer. */
import { strFromU8, unzipSync } from 'fflate';
import { child, childElements, descendants, parseXml, textContent, type XmlElement } from './xml.js';

export interface XlsxCell {
  readonly address: string;
  /** Text of a string cell without raised parts. */
  readonly text?: string;
  /** Raised parts of a text, which are marks of notes. */
  readonly marks?: string;
  /** `<v>` of a number cell as it is written, also the cached result of a formula. */
  readonly number?: string;
  readonly formula?: string;
  readonly format: string;
  readonly font: { readonly name: string; readonly sizePt: number; readonly bold: boolean; readonly italic: boolean };
  readonly align: string;
  readonly ruled: boolean;
}

export interface XlsxSheet {
  readonly name: string;
  readonly part: string;
  readonly cells: ReadonlyMap<string, XlsxCell>;
  readonly merges: readonly string[];
  /** The reference of the rows that come again on every printed page. */
  readonly printTitles?: string;
  readonly widths: readonly number[];
  readonly root: XmlElement;
}

const BUILT_IN: Readonly<Record<string, string>> = { 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@' };

export function readXlsxSheets(bytes: Uint8Array): readonly XlsxSheet[] {
  const parts = unzipSync(bytes);
  const xml = (name: string): XmlElement => parseXml(strFromU8(parts[name]!));
  const workbook = xml('xl/workbook.xml');
  const targets = new Map(childElements(xml('xl/_rels/workbook.xml.rels')).map(({ attributes }) => [attributes['Id']!, attributes['Target']!]));
  const strings = parts['xl/sharedStrings.xml'] ? childElements(xml('xl/sharedStrings.xml'), 'si').map(storedText) : [];
  const styles = readStyles(xml('xl/styles.xml'));
  const titles = new Map(
    [...descendants(workbook)]
      .filter(({ name, attributes }) => name === 'definedName' && attributes['name'] === '_xlnm.Print_Titles')
      .map((one) => [Number(one.attributes['localSheetId']), textContent(one)]),
  );
  return childElements(child(workbook, 'sheets')!, 'sheet').map(({ attributes }, at) => {
    const part = `xl/${targets.get(attributes['r:id']!)!.replace(/^\/xl\//, '')}`;
    const root = xml(part);
    const all = [...descendants(root)];
    const printTitles = titles.get(at);
    return {
      name: attributes['name']!,
      part,
      cells: new Map(all.filter(({ name }) => name === 'c').map((c) => [c.attributes['r']!, toCell(c, strings, styles)])),
      merges: all.filter(({ name }) => name === 'mergeCell').map((merge) => merge.attributes['ref']!),
      ...(printTitles === undefined ? {} : { printTitles }),
      widths: all
        .filter(({ name }) => name === 'col')
        .flatMap(({ attributes: col }) => new Array<number>(Number(col['max']) - Number(col['min']) + 1).fill(Number(col['width']))),
      root,
    };
  });
}

type CellStyle = Pick<XlsxCell, 'format' | 'font' | 'align' | 'ruled'>;

function readStyles(root: XmlElement): readonly CellStyle[] {
  const list = (name: string): readonly XmlElement[] => {
    const found = child(root, name);
    return found ? childElements(found) : [];
  };
  const formats = new Map(list('numFmts').map(({ attributes }) => [attributes['numFmtId']!, attributes['formatCode']!]));
  const value = (font: XmlElement, name: string): string => child(font, name)?.attributes['val'] ?? '';
  const on = (font: XmlElement, name: string): boolean => child(font, name) !== undefined && value(font, name) !== '0';
  const fonts = list('fonts').map((font) => ({ name: value(font, 'name'), sizePt: Number(value(font, 'sz')), bold: on(font, 'b'), italic: on(font, 'i') }));
  const borders = list('borders').map((border) => ['left', 'right', 'top', 'bottom'].every((side) => child(border, side)?.attributes['style'] !== undefined));
  return list('cellXfs').map((xf) => {
    const id = xf.attributes['numFmtId'] ?? '0';
    return {
      format: formats.get(id) ?? BUILT_IN[id] ?? `built-in ${id}`,
      font: fonts[Number(xf.attributes['fontId'] ?? 0)]!,
      align: child(xf, 'alignment')?.attributes['horizontal'] ?? '',
      ruled: borders[Number(xf.attributes['borderId'] ?? 0)]!,
    };
  });
}

interface StoredText {
  readonly text: string;
  readonly marks: string;
}

/** A shared string, without the readings of East Asian words. */
function storedText(item: XmlElement): StoredText {
  const pieces = childElements(item).flatMap((one) => {
    if (one.name === 't') return [{ raised: false, text: textContent(one) }];
    if (one.name !== 'r') return [];
    const properties = child(one, 'rPr');
    const raised = (properties && child(properties, 'vertAlign'))?.attributes['val'] === 'superscript';
    return [{ raised, text: textContent(child(one, 't')!) }];
  });
  const join = (raised: boolean): string =>
    pieces
      .filter((piece) => piece.raised === raised)
      .map(({ text }) => text)
      .join('')
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { text: join(false), marks: join(true) };
}

function toCell(c: XmlElement, strings: readonly StoredText[], styles: readonly CellStyle[]): XlsxCell {
  const v = child(c, 'v');
  const f = child(c, 'f');
  const type = c.attributes['t'] ?? 'n';
  const stored = v !== undefined && type === 's' ? strings[Number(textContent(v))]! : undefined;
  const content =
    v === undefined ? {} : stored ? { text: stored.text, ...(stored.marks === '' ? {} : { marks: stored.marks }) } : type === 'n' ? { number: textContent(v) } : { text: textContent(v) };
  return { address: c.attributes['r']!, ...content, ...(f ? { formula: textContent(f) } : {}), ...styles[Number(c.attributes['s'] ?? 0)]! };
}
