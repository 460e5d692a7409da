/** How the table of a form stands on the page, where it is not simply its columns and rows: declared under `print` of the form. Apart from form.ts, whose rules read and check. */

export interface FormPrint {
  /** Columns that are read and not printed. */
  readonly omit: readonly string[];
  /** Patterns of rows that are read and not printed: a total told in the sentence above. */
  readonly omitRows: readonly string[];
  /** A row under the header: column numbers, and for columns with an identity «(3)=(4)+(5)+(6)», made from it. */
  readonly formulaRow: boolean;
  /** Text columns whose label stands once over the rows that share it. */
  readonly merge: readonly string[];
  /** Where all these columns are empty in a row, one cell over them says why («Chưa thực hiện»); neighbouring rows share it. */
  readonly absent?: { readonly columns: readonly string[]; readonly text: string };
  /** Look of the rows of each level, outermost first; rows that head others are strong, the last level plain, unless said. */
  readonly looks: readonly RowLook[];
  /** Number forms that differ from the column's own. */
  readonly numbers: Readonly<Record<string, NumberForm>>;
  /** Counts below ten with a leading zero, 0 plain. */
  readonly padded: boolean;
  /** A last row computed here: one row minus another. */
  readonly difference?: RowDifference;
  /** Footnotes on figures of a column, for rows where the condition holds. */
  readonly cellNotes: readonly CellNote[];
  readonly pivot?: Pivot;
  readonly grouped?: GroupedRows;
}

export type RowLook = 'strong' | 'emphasis' | 'plain';

export interface NumberForm {
  readonly decimals: number;
}

export interface RowDifference {
  readonly label: string;
  /** Ids of the rows: the first minus the second. */
  readonly of: readonly [string, string];
  readonly columns: readonly string[];
}

export interface CellNote {
  readonly column: string;
  /** Condition over the row's columns and `so_tinh`. */
  readonly when: string;
  /** Words with figures of the row in braces: «… {tren_so} …». */
  readonly text: string;
}

/** Rows of two keys («2022_sipas») set crosswise: the first key downwards, the second across. */
export interface Pivot {
  /** Header of the labels. */
  readonly corner: string;
  /** Words around the first key: «Năm {}». */
  readonly label: string;
  /** One printed row each for every first key: a figure, or one over another («49/63»). */
  readonly measures: readonly { readonly label: string; readonly column: string; readonly over?: string }[];
  /** The second keys across, with their header tree. */
  readonly across: readonly PivotHeader[];
}

export type PivotHeader =
  | { readonly kind: 'leaf'; readonly text: string; readonly key: string }
  | { readonly kind: 'group'; readonly text: string; readonly children: readonly PivotHeader[] };

/** One printed row for each group: its files by field in one cell, how they were explained in another. */
export interface GroupedRows {
  /** Headers of the printed columns: number, group with its lines, explanations. */
  readonly headers: readonly [string, string, string];
  readonly count: string;
  /** Behind a count: «hồ sơ». */
  readonly unit: string;
  /** Column of the field's name, and the word before it: «lĩnh vực». */
  readonly name: string;
  readonly before: string;
  /** Column that tells the administrative level, and how each of its values is printed. */
  readonly level: string;
  readonly levels: Readonly<Record<string, string>>;
  /** Form with the explanations: its count and text columns; its groups have the same names. */
  readonly explained: { readonly form: string; readonly count: string; readonly text: string };
}

/** A table that is not received but gathered from another: rows above zero, summed by label within each part. */
export interface FormGather {
  readonly from: string;
  readonly column: string;
  readonly into: string;
  readonly label: string;
  /** Patterns of rows with the name that is added where a label occurs in several parts: «(cấp huyện)». */
  readonly parts: readonly { readonly rows: string; readonly name: string }[];
}

/** Rows and columns of a year that must not be compared with another, or only with a footnote that says why. */
export interface FormComparability {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly compare: 'never' | 'noted';
  /** A sentence: printed as footnote where `noted`. */
  readonly reason: string;
}

/** A table that sets columns of several received tables side by side, matched by unit; the sources are never merged. */
export interface FormJoin {
  readonly form: string;
  readonly column: string;
  readonly into: string;
}

/** Order of printed rows; a later column decides where the earlier ones are equal, the order of the agency's list last. */
export interface FormOrder {
  readonly column: string;
  readonly direction: 'descending' | 'ascending';
}
