/** A statistical form («biểu số liệu») as declared in `templates/forms/<id>.yaml`: one declaration reads a workbook, checks it, lays it out and writes it. */

import type { FormComparability, FormGather, FormJoin, FormOrder, FormPrint } from './print-form.js';

/** ordinal: the printed running number · unit: a unit of the agency's list · text · count: whole number ≥ 0 · decimal · number: count or decimal by the row's unit of measure. */
export type ColumnType = 'ordinal' | 'unit' | 'text' | 'code' | 'count' | 'decimal' | 'number';

export interface FormColumn {
  readonly id: string;
  readonly type: ColumnType;
  /** Header texts above the column, outermost first; the last is its own. */
  readonly path: readonly string[];
  /** Other wordings of the whole path, levels separated as in `path`. */
  readonly aliases: readonly (readonly string[])[];
  /** Computed from the row's other columns where the source does not give it; checked where it does. */
  readonly formula?: string;
  /** Printed and told by its formula even where the source gives it: a difference whose received sign may be lost. The checks compare the two. */
  readonly computed: boolean;
  readonly required: boolean;
  /** Decimals a figure of the column is rounded to; a value with more keeps its own. Counts have none. */
  readonly decimals: number;
  /** A norm («điểm tối đa»): its printed value is its value, although the column shows decimals. */
  readonly exact: boolean;
  /** What a row that stands for others (total, subtotal) holds: the sum of their figures, their mean, or neither (rates, ranks). */
  readonly adds: Aggregate;
  /** How the figure of a longer period comes from those of its months. */
  readonly over: OverTime;
  /** A blank means what the row above says: a label written once for a group of rows. */
  readonly repeats: boolean;
  /** Columns of one group that may be blank together: the survey of that year did not ask. */
  readonly blankWith?: string;
  /** Width on the page relative to other columns. */
  readonly weight: number;
}

export type Aggregate = 'sum' | 'mean' | 'none';

/**
 * flow: the sum of the months · opening: the figure of the first month · closing: that of the last · computed: by the column's formula, or the
 * identity that states it, from the other columns of the longer period · none: the months do not tell it (a rank, a mean, files counted again in
 * each month they are open).
 */
export type OverTime = 'flow' | 'opening' | 'closing' | 'computed' | 'none';

/** As of a column; units: how many different units the remarks name, for counts of units. */
export type CodeOverTime = 'flow' | 'opening' | 'closing' | 'units';

export interface FormIdentity {
  /** Equality over column ids, held by every row: `nhan_tong == nhan_ky_truoc + nhan_moi`. */
  readonly rule: string;
  /** Said to the reader where the rule alone does not: «tăng, giảm = năm sau − năm trước». */
  readonly meaning?: string;
}

/** Comparison over column ids, held by every row: `gq_qua_han <= gq_tong`. `so_tinh`: provinces of the country at the period's end. */
export interface FormRange {
  readonly rule: string;
  readonly meaning?: string;
}

/** An equality, or a bound (`… <= …`), between cells of several tables: `par_tong_hop["2022"].tong_dat == nhom_diem["2022_chung"].diem`. */
export interface FormRelation {
  readonly rule: string;
  readonly meaning: string;
  /** warning where the two sides are only likely to be one quantity. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Another way the stated value may have been reached («cộng các số đã làm tròn»): a likely cause where it gives just that value. */
  readonly otherwise?: string;
  /** Rows it names that a source may leave out: then nothing is said. */
  readonly mayLack: boolean;
}

/** Figures that are shares of one whole and add up to it: the columns of a row, or the rows of a group. */
export interface FormWhole {
  /** Columns of one row that add up. */
  readonly columns?: readonly string[];
  /** Column that adds up over the rows whose id begins with `rows` and a dot. */
  readonly column?: string;
  readonly rows?: string;
  readonly whole: number;
  readonly severity: 'error' | 'warning';
}

/** Opening of a period = closing of the one before, row by row. */
export interface FormContinuity {
  readonly opening: string;
  readonly closing: string;
}

/** A change against the period before that a reader will ask about: by at least `percent` and at least `least` in number. */
export interface FormJump {
  readonly percent: number;
  readonly least: number;
}

/** A column of ranks 1…n; equal ranks stand for equal values. */
export interface FormRanking {
  readonly rank: string;
  /** The values ranked, the highest first; left out where they are not in the table. */
  readonly by?: string;
}

/** Sums by a label that must equal those of another table: late files by field here and there. */
export interface FormReconcile {
  readonly column: string;
  /** Text column whose equal texts are summed. */
  readonly by: string;
  /** Only rows whose text in this column is one of `is`. */
  readonly where?: string;
  readonly is: readonly string[];
  /** The other form, the pattern of its rows («B.*»), its figure and its label column. */
  readonly with: string;
  readonly rows: string;
  readonly of: string;
  readonly label: string;
  /** Words left out of labels before they are compared. */
  readonly drop: readonly string[];
  readonly meaning: string;
}

/** Percentages of people asked: each must be a whole number of people over the base (`so_lieu_khac["sipas.mau"].gia_tri`). */
export interface FormShares {
  readonly column: string;
  readonly base: string;
}

/** How rows that are neither units nor codes are told apart. */
export interface FormListing {
  /** Column whose text names the row. */
  readonly label: string;
  /** Column of printed numbers («I», «1.», «3.1.1.(4)») that give the row its place in the hierarchy. */
  readonly number?: string;
  /** Outermost first; one level where the list is flat. */
  readonly levels: readonly ListLevel[];
  /** Column whose text groups the rows: the group's ordinal begins their ids («9.3»). */
  readonly group?: string;
  /** Columns whose texts make the id of a row, where no number does. */
  readonly key: readonly string[];
  /** Text → what stands for it in an id. */
  readonly names: Readonly<Record<string, string>>;
  /** Words left out of a text that becomes an id («Năm 2022» → «2022»). */
  readonly drop: readonly string[];
  /** Id of the outermost row, where it has no number of its own («3.2»). */
  readonly root?: string;
}

export interface ListLevel {
  /** letter A · roman I · arabic 1, «1.» or «(1)» · lower a · decimal 3.1.1, its own full number · none: rows without number. */
  readonly numbered: 'letter' | 'roman' | 'arabic' | 'lower' | 'decimal' | 'none';
  /** given: every row has figures · optional: some are only headings · none: all are headings. */
  readonly figures: 'given' | 'optional' | 'none';
}

export interface RatioCell {
  /** Expression over column ids of the total row. */
  readonly rule: string;
  readonly decimals: number;
  /** Footnote mark printed behind the figure: «(*)». */
  readonly mark?: string;
}

export interface FormTotal {
  readonly label: string;
  readonly aliases: readonly string[];
}

export interface FormRatio {
  readonly label: string;
  readonly cells: Readonly<Record<string, RatioCell>>;
  readonly emphasis: 'strong' | 'emphasis';
}

export interface Form {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** What is counted, for «Đơn vị tính». */
  readonly unit?: string;
  /** Whose rows: units of the agency's list (matched by name), codes typed in the source, or what the source lists (`listing`). */
  readonly rows: 'units' | 'codes' | 'listed';
  readonly listing?: FormListing;
  /** Words of the title that tell this form from another with the same columns. */
  readonly title?: string;
  readonly columns: readonly FormColumn[];
  readonly header: readonly HeaderNode[];
  readonly identities: readonly FormIdentity[];
  readonly ranges: readonly FormRange[];
  readonly relations: readonly FormRelation[];
  readonly wholes: readonly FormWhole[];
  readonly continuity: readonly FormContinuity[];
  readonly rankings: readonly FormRanking[];
  readonly reconciles: readonly FormReconcile[];
  readonly shares: readonly FormShares[];
  readonly jump?: FormJump;
  /** Columns that repeat last year's figures beside this year's: last year's column → the column it repeats. */
  readonly previousColumns: Readonly<Record<string, string>>;
  readonly total?: FormTotal;
  readonly ratio?: FormRatio;
  readonly notes: readonly string[];
  readonly print: FormPrint;
  readonly gathers?: FormGather;
  readonly joins: readonly FormJoin[];
  /** Of a table of single figures: how each code goes over to a longer period; one that is not here does not. */
  readonly codesOver: Readonly<Record<string, CodeOverTime>>;
  readonly order: readonly FormOrder[];
  readonly comparability: readonly FormComparability[];
  /** For columns of type number: words of «Đơn vị tính» that make the row a count. */
  readonly countUnits: readonly string[];
}

/** The header tree: a leaf names a column, a group spans its children. */
export type HeaderNode =
  | { readonly kind: 'leaf'; readonly text: string; readonly column: string }
  | { readonly kind: 'group'; readonly text: string; readonly children: readonly HeaderNode[] };

/** A form's name in expressions, where a hyphen would be a minus. */
export function expressionName(form: string): string {
  return form.replaceAll('-', '_');
}

/** The column that names a row: its unit, its code or its label. */
export function keyColumn(form: Form): FormColumn {
  const column = form.columns.find(({ id, type }) =>
    form.rows === 'units' ? type === 'unit' : form.rows === 'codes' ? type === 'code' : id === form.listing?.label,
  );
  if (!column) throw new Error(`form ${form.id} has no column that names its rows`);
  return column;
}

export function isNumeric(column: Pick<FormColumn, 'type'>): boolean {
  return column.type === 'count' || column.type === 'decimal' || column.type === 'number';
}

export function numericColumns(form: Form): readonly FormColumn[] {
  return form.columns.filter(isNumeric);
}
