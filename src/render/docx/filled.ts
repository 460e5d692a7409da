/**
 * docx's paragraphs, runs, tables, rows and cells, made once for each shape and then filled: a report has thousands of them and
 * a few hundred shapes. Each class here stands in for docx's class of its name, takes its options and writes its XML; what holds
 * anything but plain words (a note, a link, a chart) is written by docx itself. Separate: with docx's own classes in place of
 * these the same documents come out, more slowly, and a test holds one against the other.
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
/** Nothing that docx completes from elsewhere: a cell without width gets one from its table, one over rows adds cells to other rows, a row kept with the next writes into its cells. */
type CellOptions = With<Omit<ITableCellOptions, 'rowSpan' | 'children'>, 'width'> & { readonly children: readonly docx.Paragraph[] };
type RowOptions = Omit<ITableRowOptions, 'keepNext'>;
type TableOptions = With<ITableOptions, 'width' | 'columnWidths'>;

/** The XML around the holes of a shape, by all that makes the shape. Reports of a dozen forms have fewer; about 2 MB when full. */
const shapes = new LRUCache<string, readonly string[]>({ max: 5_000 });

/** What words are filled into. Never in a shape by itself: a shape has no words, and characters for private use are refused at the door. */
export const HOLE = '\uE000';

/** docx asks where an element stands only to complete what is missing, and nothing is. */
const NOWHERE = { stack: [] } as unknown as IContext;

abstract class Filled<Options extends object> {
  declare readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** The element, by which docx knows what a child is. */
  abstract get rootKey(): string;
  /** Nothing in it has a place elsewhere in the package: no note, link, bookmark or chart. */
  abstract get isPlain(): boolean;
  /** With `hollow` holes stand where the words are; for what is plain. */
  abstract xml(context: IContext, hollow?: boolean): string;

  prepForXml(context: IContext): IXmlableObject {
    return rawXml(this.xml(context));
  }
}

class FilledRun extends Filled<TextRunOptions> {
  get rootKey(): string {
    return 'w:r';
  }

  get isPlain(): boolean {
    return true;
  }

  /** Inside of something that docx writes. */
  xml(context: IContext): string {
    return xmlOf(new docx.TextRun(this.options).prepForXml(context));
  }
}

export class FilledParagraph extends Filled<IParagraphOptions> {
  get rootKey(): string {
    return 'w:p';
  }

  get isPlain(): boolean {
    return this.runs.every((run) => run instanceof FilledRun);
  }

  xml(context: IContext, hollow = false): string {
    if (!this.isPlain) return xmlOf(this.byDocx().prepForXml(context));
    const shape = shapeOf(this.shape, () => xmlOf(this.byDocx(() => HOLE).prepForXml(NOWHERE)));
    return hollow ? shape.join(HOLE) : filled(shape, this.words);
  }

  /** All but the words. */
  get shape(): string {
    let key = keyOf(this.rootKey, this.options);
    for (const { options } of this.runs) key += keyOf(options.text === undefined ? '/' : '/t', options);
    return key;
  }

  /** Of each run that has words, as XML. */
  get words(): readonly string[] {
    return this.runs.flatMap(({ options: { text } }) => (text === undefined ? [] : [escaped(text)]));
  }

  /** docx's own paragraph; of a plain one, with others in the place of its words. */
  byDocx(wordsAt?: (index: number) => string): docx.Paragraph {
    if (wordsAt === undefined) return new docx.Paragraph(this.options);
    let index = 0;
    return new docx.Paragraph({ ...this.options, children: this.runs.map(({ options }) => new docx.TextRun(options.text === undefined ? options : { ...options, text: wordsAt(index++) })) });
  }

  private get runs(): readonly FilledRun[] {
    return (this.options.children ?? []) as readonly unknown[] as readonly FilledRun[];
  }
}

/** An element that holds others, given under the name `at`; docx counts those whose element is `holds`. */
function filledParent<Options extends object>(element: string, at: keyof Options, holds: string, Made: new (options: never) => docx.XmlComponent) {
  const hole = { rootKey: holds, cells: [], prepForXml: () => HOLE };
  return class extends Filled<Options> {
    get rootKey(): string {
      return element;
    }

    get isPlain(): boolean {
      return this.children.every((child) => child instanceof Filled && child.isPlain);
    }

    xml(context: IContext, hollow = false): string {
      const shape = shapeOf(keyOf(element, this.options), () => xmlOf(new Made({ ...this.options, [at]: [hole] } as never).prepForXml(NOWHERE)));
      return filled(shape, [contentXml(this.children, context, hollow)]);
    }

    private get children(): readonly unknown[] {
      return this.options[at] as readonly unknown[];
    }
  };
}

class FilledRowOfWords extends Filled<{ readonly shape: string; readonly words: readonly string[]; readonly make: () => unknown }> {
  get rootKey(): string {
    return 'w:tr';
  }

  get isPlain(): boolean {
    return true;
  }

  xml(context: IContext): string {
    const { shape, words, make } = this.options;
    return filled(shapeOf(`row ${shape}`, () => (make() as Filled<object>).xml(context, true)), words.map(escaped));
  }
}

// docx's types are told apart by their private fields, so that only a cast can stand in for them.
export type TextRun = docx.TextRun;
export const TextRun = FilledRun as unknown as new (options: TextRunOptions) => TextRun;
export type Paragraph = docx.Paragraph;
export const Paragraph = FilledParagraph as unknown as new (options: IParagraphOptions) => Paragraph;
export type TableCell = docx.TableCell;
export const TableCell = filledParent<CellOptions>('w:tc', 'children', 'w:p', docx.TableCell) as unknown as new (options: CellOptions) => TableCell;
export type TableRow = docx.TableRow;
export const TableRow = filledParent<RowOptions>('w:tr', 'children', 'w:tc', docx.TableRow) as unknown as new (options: RowOptions) => TableRow;
export type Table = docx.Table;
export const Table = filledParent<TableOptions>('w:tbl', 'rows', 'w:tr', docx.Table) as unknown as new (options: TableOptions) => Table;

/** The row that `make` makes, which is asked only for the first row of its shape. `shape` says everything about it but its words. */
export function rowOfWords(shape: string, words: readonly string[], make: () => TableRow): TableRow {
  return new FilledRowOfWords({ shape, words, make }) as unknown as TableRow;
}

/** The XML of content in which everything is plain; undefined where something is not. */
export function plainXml(content: readonly unknown[]): string | undefined {
  return content.every((child) => child instanceof Filled && child.isPlain) ? contentXml(content, NOWHERE) : undefined;
}

function contentXml(children: readonly unknown[], context: IContext, hollow = false): string {
  let xml = '';
  for (const child of children) xml += child instanceof Filled ? child.xml(context, hollow) : xmlOf((child as docx.XmlComponent).prepForXml(context));
  return xml;
}

function shapeOf(key: string, make: () => string): readonly string[] {
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const pieces = make().split(HOLE);
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
  for (const name in options) {
    if (name === 'children' || name === 'rows' || name === 'text') continue;
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) key += typeof value === 'object' && value !== null ? keyOf(` ${name}={`, value) + '}' : ` ${name}=${String(value)}`;
  }
  return key;
}
