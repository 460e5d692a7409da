/** A statistical form («biểu số liệu») as declared in `templates/forms/<id>.yaml`: one declaration reads a workbook, checks it, lays it out and writes it. */

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
  readonly required: boolean;
  /** Width on the page relative to other columns. */
  readonly weight: number;
}

export interface FormIdentity {
  /** Boolean expression over column ids: `nhan_tong == nhan_ky_truoc + nhan_moi`. */
  readonly rule: string;
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
  /** Whose rows: units of the agency's list (matched by name), or codes typed in the source. */
  readonly rows: 'units' | 'codes';
  readonly columns: readonly FormColumn[];
  readonly header: readonly HeaderNode[];
  readonly identities: readonly FormIdentity[];
  readonly total?: FormTotal;
  readonly ratio?: FormRatio;
  readonly notes: readonly string[];
  /** For columns of type number: words of «Đơn vị tính» that make the row a count. */
  readonly countUnits: readonly string[];
}

/** The header tree: a leaf names a column, a group spans its children. */
export type HeaderNode =
  | { readonly kind: 'leaf'; readonly text: string; readonly column: string }
  | { readonly kind: 'group'; readonly text: string; readonly children: readonly HeaderNode[] };

/** The column that names a row: its unit or its code. */
export function keyColumn(form: Form): FormColumn {
  const wanted = form.rows === 'units' ? 'unit' : 'code';
  const column = form.columns.find(({ type }) => type === wanted);
  if (!column) throw new Error(`form ${form.id} has no ${wanted} column`);
  return column;
}

export function isNumeric(column: FormColumn): boolean {
  return column.type === 'count' || column.type === 'decimal' || column.type === 'number';
}

export function numericColumns(form: Form): readonly FormColumn[] {
  return form.columns.filter(isNumeric);
}
