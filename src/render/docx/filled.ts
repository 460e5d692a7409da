/**
 * docx's paragraphs, runs, tables, rows and cells, made once for each shape and then filled: a report has thousands of them and
 * a few hundred shapes. Each class here stands in for docx's class of its name, takes its options and writes its XML; what holds
 * anything but plain words (a note, a link, a chart) is written by docx itself. Separate: with docx's own classes in place of
 * this file the same documents come out, more slowly, and the tests hold one against the other.
 */
import * as docx from 'docx';
import type { IContext, IParagraphOptions, ITableCellOptions, ITableOptions, ITableRowOptions, IXmlableObject } from 'docx';
import { LRUCache } from 'lru-cache';
import { escaped, rawXml, xmlOf } from './xml-text.js';

type With<Options, Keys extends keyof Options> = Options & { readonly [K in Keys]-?: NonNullable<Options[K]> };

interface TextRunOptions {
  readonly text?: string;
  readonly break?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly color?: string;
}
/** docx completes a cell without width and a cell over several rows from its table, a row that keeps with the next by its cells: then it would not be a shape of its own. */
type CellOptions = With<Omit<ITableCellOptions, 'rowSpan' | 'children'>, 'width'> & { readonly children: readonly docx.Paragraph[] };
type RowOptions = Omit<ITableRowOptions, 'keepNext'>;
type TableOptions = With<ITableOptions, 'width' | 'columnWidths'>;

/** XML around the holes of a shape, by what makes the shape. As many as a few dozen reports of different forms have; about 2 MB. */
const shapes = new LRUCache<string, readonly string[]>({ max: 5_000 });

/** Never in a shape by itself: characters for private use are refused at the door (src/README.md), and a shape has no words. */
const HOLE = '\uE000';

abstract class Filled<Options extends object> {
  constructor(
    /** By which docx knows what a child is. */
    readonly rootKey: string,
    readonly options: Options,
  ) {}

  abstract xml(context: IContext): string;

  prepForXml(context: IContext): IXmlableObject {
    return rawXml(this.xml(context));
  }
}

class FilledRun extends Filled<TextRunOptions> {
  constructor(options: TextRunOptions) {
    super('w:r', options);
  }

  /** Inside of something that docx writes. */
  xml(context: IContext): string {
    return xmlOf(new docx.TextRun(this.options).prepForXml(context));
  }
}

class FilledParagraph extends Filled<IParagraphOptions> {
  constructor(options: IParagraphOptions) {
    super('w:p', options);
  }

  xml(context: IContext): string {
    const { children = [] } = this.options;
    const runs = children as readonly unknown[] as readonly FilledRun[];
    if (!runs.every((run) => run instanceof FilledRun)) return xmlOf(new docx.Paragraph(this.options).prepForXml(context));
    let key = keyOf(this.rootKey, this.options);
    for (const { options } of runs) key += keyOf(options.text === undefined ? '/' : '/t', options);
    const pieces = shapeOf(key, context, () => new docx.Paragraph({ ...this.options, children: runs.map(({ options }) => new docx.TextRun(options.text === undefined ? options : { ...options, text: HOLE })) }));
    return filled(pieces, runs.flatMap(({ options: { text } }) => (text === undefined ? [] : [escaped(text)])));
  }
}

class FilledCell extends Filled<CellOptions> {
  constructor(options: CellOptions) {
    super('w:tc', options);
  }

  xml(context: IContext): string {
    return filled(
      shapeOf(keyOf(this.rootKey, this.options), context, () => new docx.TableCell({ ...this.options, children: [hole('w:p')] } as unknown as ITableCellOptions)),
      [contentOf(this.options.children, context)],
    );
  }
}

class FilledRow extends Filled<RowOptions> {
  constructor(options: RowOptions) {
    super('w:tr', options);
  }

  xml(context: IContext): string {
    return filled(
      shapeOf(keyOf(this.rootKey, this.options), context, () => new docx.TableRow({ ...this.options, children: [hole('w:tc')] } as unknown as ITableRowOptions)),
      [contentOf(this.options.children, context)],
    );
  }
}

class FilledTable extends Filled<TableOptions> {
  constructor(options: TableOptions) {
    super('w:tbl', options);
  }

  xml(context: IContext): string {
    return filled(
      shapeOf(keyOf(this.rootKey, this.options), context, () => new docx.Table({ ...this.options, rows: [hole('w:tr')] } as unknown as ITableOptions)),
      [contentOf(this.options.rows, context)],
    );
  }
}

// docx's types are told apart by their private fields, so that only a cast can stand in for them.
export type TextRun = docx.TextRun;
export const TextRun = FilledRun as unknown as new (options: TextRunOptions) => TextRun;
export type Paragraph = docx.Paragraph;
export const Paragraph = FilledParagraph as unknown as new (options: IParagraphOptions) => Paragraph;
export type TableCell = docx.TableCell;
export const TableCell = FilledCell as unknown as new (options: CellOptions) => TableCell;
export type TableRow = docx.TableRow;
export const TableRow = FilledRow as unknown as new (options: RowOptions) => TableRow;
export type Table = docx.Table;
export const Table = FilledTable as unknown as new (options: TableOptions) => Table;

/** What docx makes itself, for the places where it asks for its own: the last paragraph of a section, which it gives the section's properties. */
export function madeByDocx(paragraph: Paragraph): docx.Paragraph {
  return paragraph instanceof docx.Paragraph ? paragraph : new docx.Paragraph((paragraph as Paragraph).options);
}

/** What stands for children when docx makes a shape. */
function hole(element: string): object {
  return { rootKey: element, cells: [], prepForXml: () => HOLE };
}

function contentOf(children: readonly unknown[], context: IContext): string {
  let xml = '';
  for (const child of children) xml += child instanceof Filled ? child.xml(context) : xmlOf((child as docx.XmlComponent).prepForXml(context));
  return xml;
}

function shapeOf(key: string, context: IContext, make: () => docx.XmlComponent): readonly string[] {
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const pieces = xmlOf(make().prepForXml(context)).split(HOLE);
  shapes.set(key, pieces);
  return pieces;
}

function filled(pieces: readonly string[], contents: readonly string[]): string {
  if (pieces.length !== contents.length + 1) throw new Error(`docx made ${pieces.length - 1} holes for ${contents.length} contents`);
  let xml = pieces[0]!;
  for (let index = 0; index < contents.length; index++) xml += contents[index]! + pieces[index + 1]!;
  return xml;
}

/** Everything that an element is besides its words and children. */
function keyOf(element: string, options: object): string {
  let key = element;
  for (const [name, value] of Object.entries(options)) {
    if (name === 'children' || name === 'rows' || name === 'text' || value === undefined) continue;
    key += ` ${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
  }
  return key;
}
