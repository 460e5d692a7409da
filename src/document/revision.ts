/**
 * What became of an issued document in a new draft, as a tree: each printed thing stands in both, only in the issued one (deleted)
 * or only in the draft (inserted). Types only; taking the issued sides gives the issued document back, the draft sides the draft.
 */
import type { Appendix, ChartBlock, Heading, Inline, List, ListItem, PageBreak, Paragraph, TableBlock, TableCell, TableRow } from './tree.js';

/** `inside` says what changed within a thing that stands in both. */
export type Revised<T, Inside> =
  | { readonly change: 'kept'; readonly issued: T; readonly draft: T; readonly inside: Inside }
  | { readonly change: 'deleted'; readonly issued: T }
  | { readonly change: 'inserted'; readonly draft: T };

/** A run of printed words. Kept words read and look the same; the traces of their figures are each side's own. */
export type RevisedPiece =
  | {
      readonly change: 'kept';
      readonly issued: readonly Inline[];
      readonly draft: readonly Inline[];
      /** Where the piece is one footnote whose mark stays and whose text changed. */
      readonly note?: RevisedInlines;
    }
  | { readonly change: 'deleted'; readonly issued: readonly Inline[] }
  | { readonly change: 'inserted'; readonly draft: readonly Inline[] };

export type RevisedInlines = readonly RevisedPiece[];

export type RevisedLine = Revised<readonly Inline[], RevisedInlines>;

/** An item of a list by itself: items are compared across the borders of lists. */
export interface PrintedItem {
  readonly type: 'item';
  readonly list: List;
  readonly item: ListItem;
}

export type PrintedBlock = Heading | Paragraph | PrintedItem | TableBlock | ChartBlock | PageBreak;

export type RevisedBlock = Revised<PrintedBlock, RevisedText | RevisedTable | RevisedChart | RevisedBreak>;

/** Of a heading, a paragraph or an item, its mark included. */
export interface RevisedText {
  readonly type: 'text';
  readonly inlines: RevisedInlines;
}

export interface RevisedBreak {
  readonly type: 'pageBreak';
}

/** Of a table with the same columns under headers of the same spans. Optional lines are lists of none or one. */
export interface RevisedTable {
  readonly type: 'table';
  readonly caption: readonly RevisedLine[];
  readonly unitLine: readonly RevisedLine[];
  readonly header: readonly (readonly RevisedInlines[])[];
  readonly formulaRow: readonly Revised<readonly TableCell[], readonly RevisedInlines[]>[];
  readonly rows: readonly RevisedRow[];
  readonly notes: readonly RevisedLine[];
}

/** A row that stands in both has the same role and the same spans: its cells are compared one by one. */
export type RevisedRow = Revised<TableRow, readonly RevisedInlines[]>;

export interface RevisedChart {
  readonly type: 'chart';
  /** Anything drawn differs: data, names, axis, size. */
  readonly redrawn: boolean;
  /** Printed figures that differ, by category and series; a side is left out where it has no such figure. */
  readonly points: readonly { readonly category: string; readonly series: string; readonly issued?: string; readonly draft?: string }[];
  readonly caption: RevisedInlines;
  readonly notes: readonly RevisedLine[];
}

export interface RevisedAppendixParts {
  readonly label: RevisedInlines;
  readonly title: RevisedInlines;
  readonly subtitle: readonly RevisedLine[];
  readonly attachedTo: RevisedInlines;
  readonly blocks: readonly RevisedBlock[];
}

export type RevisedAppendix = Revised<Appendix, RevisedAppendixParts>;

/** Components as in `OfficialDocument`; the table of contents follows from headings and appendices, and properties are not printed. */
export interface RevisedDocument {
  readonly letterhead: { readonly parent: readonly RevisedLine[]; readonly issuer: readonly RevisedLine[] };
  readonly number: RevisedInlines;
  readonly placeAndDate: RevisedInlines;
  readonly title: { readonly typeName: readonly RevisedLine[]; readonly subject: RevisedInlines };
  readonly marks: { readonly urgency: readonly RevisedLine[]; readonly circulation: readonly RevisedLine[] };
  readonly illustrativeNotice: readonly RevisedLine[];
  /** Printed lines: with «- », «;» and «.» where there are several. */
  readonly addressees: readonly RevisedLine[];
  readonly body: readonly RevisedBlock[];
  /** Printed lines, the drafter's mark behind the last. */
  readonly recipients: readonly RevisedLine[];
  readonly signature: { readonly authority: readonly RevisedLine[]; readonly name: RevisedInlines };
  readonly address: readonly RevisedLine[];
  readonly appendices: readonly RevisedAppendix[];
}
