/**
 * The part of pdfmake's document definition that this writer uses, as types of its own: @types/pdfmake pulls the DOM's
 * globals into the whole project (`document`, `name`… would compile everywhere), and it does not know `maxHeight`.
 * pdfmake writes into these objects while it lays out: they are made anew for each attempt and never shared.
 */

/** left, top, right, bottom */
export type Margin = [number, number, number, number];
export type Alignment = 'left' | 'center' | 'right' | 'justify';

interface Placed {
  margin?: Margin;
  /** Width of a column when the node stands in `columns`. */
  width?: number;
  pageBreak?: 'before';
  /** Taller than a page it is dropped without a word (pdfmake 0.3.11): guarded by size, and check-printed looks afterwards. */
  unbreakable?: boolean;
}

/** A stretch of letters in one face; `noWrap` keeps it in one piece. */
export interface TextPart {
  text: string;
  bold?: boolean;
  italics?: boolean;
  noWrap?: boolean;
  preserveLeadingSpaces?: boolean;
  /** Ours: key in the ledger of expected text. pdfmake hands unknown keys on to every inline it makes of the part. */
  printId?: number;
}

export interface TextNode extends Placed {
  text: '' | TextPart[];
  fontSize: number;
  lineHeight: number;
  alignment: Alignment;
  leadingIndent?: number;
  /** Lines that do not fit in it are dropped. */
  maxHeight?: number;
}

export interface StackNode extends Placed {
  stack: Node[];
}

export interface ColumnsNode extends Placed {
  columns: Node[];
}

export interface CanvasNode extends Placed {
  canvas: { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }[];
  alignment: Alignment;
}

export interface CellNode extends TextNode {
  colSpan?: number;
  rowSpan?: number;
}

/** A place covered by the span of another cell. */
export type CoveredCell = Record<never, never>;

export interface TableLayout {
  hLineWidth: () => number;
  vLineWidth: () => number;
  paddingLeft: () => number;
  paddingRight: () => number;
  paddingTop: () => number;
  paddingBottom: () => number;
}

export interface TableNode extends Placed {
  table: {
    widths: number[];
    headerRows: number;
    keepWithHeaderRows: number;
    dontBreakRows: boolean;
    body: (CellNode | CoveredCell)[][];
  };
  layout: TableLayout;
}

export type Node = TextNode | StackNode | ColumnsNode | CanvasNode | TableNode;

export interface SectionNode {
  section: StackNode;
  pageSize: { width: number; height: number };
  pageOrientation: 'portrait' | 'landscape';
  pageMargins: Margin;
  /** Called once for each page with its number in the whole file. */
  header: (page: number) => TextNode | null;
}

export interface Definition {
  content: SectionNode[];
  info: { title: string; subject: string; author: string; creator: string; producer: string; creationDate: Date; modDate: Date };
  language: string;
  version: '1.3';
  displayTitle: boolean;
  defaultStyle: { font: string };
}
