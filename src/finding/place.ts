/** Where a finding or a figure stands: a file, a cell of a sheet, a field of a CSV, a point of a text or of a JSON. */
export type Place =
  | { readonly in: 'file'; readonly file: string }
  | { readonly in: 'sheet'; readonly file: string; readonly sheet: string; readonly cell?: string }
  /** `line` and `column` (the field) count from 1, so that they are row and column when Excel opens the CSV. */
  | { readonly in: 'csv'; readonly file: string; readonly line: number; readonly column?: number }
  | { readonly in: 'text'; readonly file: string; readonly line: number; readonly column?: number }
  | { readonly in: 'json'; readonly file: string; readonly path: string };

/** Column letters of a spreadsheet, 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address from 1-based row and column. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** 1-based row and column of an A1 address; undefined where the text is none. */
export function parseCellAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return undefined;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
