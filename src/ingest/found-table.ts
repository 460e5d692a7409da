/** A table of a form as it stands in a sheet: found, not yet read. */
import { keyColumn, type Form, type FormColumn } from '../statistics/form.js';
import type { Place } from '../finding/place.js';
import type { ColumnMatch } from './match-columns.js';
import { placeOf, type RawSheet } from './raw-sheet.js';

export interface FoundTable {
  readonly form: Form;
  readonly sheet: RawSheet;
  /** First and last row of the header. */
  readonly top: number;
  readonly bottom: number;
  /** First and last column that has a header. */
  readonly left: number;
  readonly right: number;
  /** Texts above each column, as `headerPaths` gives them. */
  readonly paths: readonly (readonly string[])[];
  readonly match: ColumnMatch;
  /** Rows that may hold figures. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** First of the rows above the header that speak of this table. */
  readonly titleRow: number;
}

/** A column's header as one line: «Kết quả giải quyết: Số hồ sơ đã giải quyết: Tổng số». */
export function headerLine(column: FormColumn): string {
  return column.path.join(': ');
}

/** Where the table's header stands: the key column's cell, or the first header cell where there is none. */
export function headerPlace({ sheet, form, match, top, left }: FoundTable): Place {
  return placeOf(sheet, top, match.columns.get(keyColumn(form).id) ?? left);
}
