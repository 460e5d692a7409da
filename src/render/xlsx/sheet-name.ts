/** Names of sheets: Excel allows 31 characters, refuses some signs and tells names apart without regard to capitals. */
import { withoutUnwritable } from './cell-text.js';

const LONGEST = 31;

/** The label as a sheet name that is not among `taken`; the full label stands in the sheet's first row anyway. */
export function toSheetName(label: string, taken: readonly string[]): string {
  // An apostrophe is allowed inside, but exceljs 4.4.0 does not double it in the reference of the print titles.
  const clean = withoutUnwritable(label).replace(/[[\]:*?/\\]/g, '-').replaceAll("'", '’').replace(/\s+/g, ' ').trim() || 'Phụ lục';
  for (let count = 1; ; count++) {
    const ending = count === 1 ? '' : ` (${count})`;
    const name = clean.slice(0, LONGEST - ending.length).trimEnd() + ending;
    if (!taken.some((other) => other.toLowerCase() === name.toLowerCase())) return name;
  }
}
