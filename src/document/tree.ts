/**
 * The official document as structure and roles: no font, no page, no number format. Every writer reads this one tree,
 * so DOCX, PDF and XLSX cannot say different things. Component numbers (ô số) are those of Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, mục IV. This file imports nothing.
 */

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  /** A printed number; `trace` is its key among the document's traced figures. */
  | { readonly type: 'figure'; readonly text: string; readonly trace: string }
  /** Points to an appendix, a table or a chart of the same document by its id; `text` is what is printed: «Phụ lục I», «Bảng 2», «Biểu đồ 1». */
  | { readonly type: 'reference'; readonly text: string; readonly target: string }
  /** Room for a number or date that the văn thư gives at issue: `characters` non-breaking blanks. */
  | { readonly type: 'blank'; readonly of: 'number' | 'day' | 'month' | 'year'; readonly characters: number }
  /** A footnote: its mark stands here, its text at the foot of the page. Numbered through the document in reading order, cells of tables included. */
  | { readonly type: 'note'; readonly number: number; readonly inlines: readonly Inline[] }
  | { readonly type: 'break' };

export type FigureInline = Extract<Inline, { type: 'figure' }>;

/** Where a block came from: file and line of the template or of the written paragraph. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

export interface Heading {
  readonly type: 'heading';
  /** 1 = mục (I.) · 2 = khoản có tiêu đề (1.) · 3 and more: deeper, as long reports use them. */
  readonly level: number;
  readonly inlines: readonly Inline[];
  readonly source?: SourceLine;
}

export interface Paragraph {
  readonly type: 'paragraph';
  /** body: justified with first-line indent · centred · end: flush left without indent (notes under a table). */
  readonly role: 'body' | 'centred' | 'note';
  readonly inlines: readonly Inline[];
  readonly source?: SourceLine;
}

/** Marks are literal text («- », «+ »), as administrative texts type them; no automatic numbering can renumber them. */
export interface List {
  readonly type: 'list';
  readonly items: readonly ListItem[];
  readonly source?: SourceLine;
}

export interface ListItem {
  /** With the blank behind it. */
  readonly mark: string;
  /** 0 outermost. */
  readonly level: number;
  readonly inlines: readonly Inline[];
  readonly source?: SourceLine;
}

export interface TableColumn {
  readonly id: string;
  readonly align: 'left' | 'centre' | 'right';
  /** Share of the width relative to the other columns. */
  readonly weight: number;
}

export interface TableCell {
  readonly inlines: readonly Inline[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Where it differs from its column's: words over columns of figures. */
  readonly align?: TableColumn['align'];
  /** The exact number of a figure cell, as a decimal string; the XLSX writer stores it as a number. */
  readonly value?: string;
  /** Number form in the workbook: decimals shown. */
  readonly decimals?: number;
  readonly formula?: CellFormula;
}

export type CellFormula =
  /** Sum of the same column over body rows `firstRow`…`lastRow` (0-based, both included). */
  | { readonly kind: 'sum'; readonly firstRow: number; readonly lastRow: number }
  /** An expression over column ids, evaluated on body row `row` (0-based): `truc_tuyen / nhan_tong * 100`. */
  | { readonly kind: 'rule'; readonly rule: string; readonly row: number };

export interface TableRow {
  /** group: heads the rows below it, with or without figures of its own, and stays with the first of them · subtotal, total, ratio: end the rows above. */
  readonly role: 'item' | 'group' | 'subtotal' | 'total' | 'ratio';
  readonly cells: readonly TableCell[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly id: string;
  readonly columns: readonly TableColumn[];
  /** Header rows with true spans; a cell covered by a span above or to the left is not listed. */
  readonly header: readonly (readonly TableCell[])[];
  /** Under the header and repeated with it: «(3)=(4)+(5)+(6)», one cell a column. Not part of the columns' names. */
  readonly formulaRow?: readonly TableCell[];
  readonly rows: readonly TableRow[];
  /** «Bảng 1: …», above the table; stays with it. */
  readonly caption?: readonly Inline[];
  /** «Đơn vị tính: …», right above the table. */
  readonly unitLine?: string;
  /** Lines under the table: (*) and (**) notes, the illustrative mark. */
  readonly notes: readonly (readonly Inline[])[];
  readonly source?: SourceLine;
}

/** A picture of numbers: the figures of a table, drawn. Every writer draws the same data in the same order with the same labels. */
export interface ChartBlock {
  readonly type: 'chart';
  /** «chart-1»…, numbered through the document: the target of references and the `where` of its figures. */
  readonly id: string;
  /** columns: upright · bars: lying, for long names and many categories. */
  readonly kind: 'columns' | 'bars';
  /** «Biểu đồ 1: …», under the chart; stays with it. */
  readonly caption: readonly Inline[];
  /** Printed along the axis, in order: from left to right, or from top to bottom. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Index of the category that stands out: our province among 63. */
  readonly highlight?: number;
  /** Number form of axis and labels: decimals, and what follows the number («%»). */
  readonly decimals: number;
  readonly suffix: string;
  /** Where the value axis begins and ends; 0 and the data's own end where it is left out. */
  readonly axis?: { readonly from: number; readonly to: number };
  /** Height on the page without caption and notes. */
  readonly heightMm: number;
  /** Alternative text for those who cannot see the picture: what is drawn, first and last value. */
  readonly description: string;
  /** Lines under the caption: the illustrative mark. */
  readonly notes: readonly (readonly Inline[])[];
  readonly source?: SourceLine;
}

export interface ChartSeries {
  readonly name: string;
  /** One a category; undefined where there is no figure. */
  readonly points: readonly (ChartPoint | undefined)[];
}

export interface ChartPoint {
  /** The label as printed («83,14%»), with its trace. */
  readonly figure: FigureInline;
  /** The exact value as a decimal string. */
  readonly value: string;
}

export interface PageBreak {
  readonly type: 'pageBreak';
}

export type Block = Heading | Paragraph | List | TableBlock | ChartBlock | PageBreak;

/** Ô 2: names in capitals, one string a printed line; the rule stands under the last line of the issuer. */
export interface Letterhead {
  readonly parent: readonly string[];
  readonly issuer: readonly string[];
}

export interface Signature {
  /** Ô 7a, capitals, one string a line: «KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC». */
  readonly authority: readonly string[];
  /** Ô 7b; undefined where the signer is not known. */
  readonly name?: string;
}

export interface Appendix {
  /** «appendix-1»…, the target of references and the `where` of figures. */
  readonly id: string;
  /** «Phụ lục I», or «Phụ lục» where there is one only. */
  readonly label: string;
  readonly title: readonly Inline[];
  /** Line(s) under the title: the period. */
  readonly subtitle?: readonly Inline[];
  /** «(Kèm theo Báo cáo số … ngày … của …)»; number and date blank until issued, and in electronic documents for good. */
  readonly attachedTo: readonly Inline[];
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export interface OfficialDocument {
  readonly letterhead: Letterhead;
  /** Ô 3: «Số: …/BC-TTHC». */
  readonly number: readonly Inline[];
  /** Ô 4: «Sóc Trăng, ngày … tháng … năm …». */
  readonly placeAndDate: readonly Inline[];
  /** Ô 5a: tên loại and trích yếu; without tên loại a công văn, whose «V/v …» stands under the number (ô 5b). */
  readonly title: { readonly typeName?: string; readonly subject: readonly Inline[] };
  /** Ô 10b and 11: boxes of urgency and circulation. */
  readonly marks?: DocumentMarks;
  /** Ô 12: the drafter's mark and the number of copies, behind «Lưu: …»: «PL.(300)». */
  readonly drafter?: string;
  /** Ô 13: address of the agency at the foot of page 1, one string a line. */
  readonly address?: readonly string[];
  /** A document that replaces an issued one: its trích yếu ends with a line that names the replaced one, and so many blocks at the head of the body say what changed. */
  readonly replacing?: { readonly blocks: number };
  /** Italic line under the trích yếu when anything in the document is illustrative. */
  readonly illustrativeNotice?: string;
  /** Ô 9a; empty where the kind has none. */
  readonly addressees: readonly string[];
  /** Table of contents between addressees and body, on the first page; the body then begins a page. */
  readonly contents?: Contents;
  readonly body: readonly Block[];
  /** Ô 9b, without marks: the writers set «- », «;» and «.». */
  readonly recipients: readonly string[];
  readonly signature: Signature;
  readonly appendices: readonly Appendix[];
  readonly properties: DocumentProperties;
}

/** Words of the boxes as printed (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2). Secrecy is not among them: secret papers are not for this tool. */
export interface DocumentMarks {
  readonly urgency?: 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN';
  readonly circulation?: 'LƯU HÀNH NỘI BỘ' | 'XEM XONG TRẢ LẠI';
}

/** Mục lục: headings of the body down to a level, and the appendices. The decree knows none; long reports have one. */
export interface Contents {
  /** «MỤC LỤC». */
  readonly title: string;
  /** Deepest level of headings listed. */
  readonly levels: number;
}

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** ISO date that stands as creation date in DOCX, PDF and XLSX: last day of the period, after issue the date of issue. */
  readonly date: string;
}
