/** Sheets and tables of no office's size, refused before they are read: looking for tables in them would take minutes. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Form } from '../statistics/form.js';
import type { FoundTable } from './found-table.js';
import { pathKeys, withoutOpeningWords } from './header-text.js';
import { knownHeaders } from './match-columns.js';
import { placeOf, type RawSheet } from './raw-sheet.js';

/** What a cell of Excel holds at most. */
const LONGEST_TEXT = 32_767;

/** Nobody pads a cell with more; patterns that look for a mark behind blanks would try every one of them. */
const LONG_BLANK = /\s{500}/;

/** The communes of the whole country are 3.321. */
const MOST_ROWS = 5_000;

/** Cells with header words in rows that look like headers: a hundred tables have fewer. */
const MOST_HEADER_CELLS = 3_000;

/** Different header words that make a row look like a header. */
const FEWEST_WORDS = 3;

/** Findings: table-too-large at the first cell that is too long, or the first row that is one header too many. */
export function checkSheetSize(sheet: RawSheet, forms: readonly Form[]): readonly Finding[] {
  const words = new Set(forms.flatMap((form) => knownHeaders(form).flatMap(({ id, paths }) => [id, ...paths.flat().map(withoutOpeningWords)])));
  const verdicts = new Map<string, boolean>();
  const isHeaderWord = (text: string): boolean => {
    const verdict = verdicts.get(text) ?? (text.length < 200 && pathKeys([text]).some((key) => words.has(withoutOpeningWords(key))));
    verdicts.set(text, verdict);
    return verdict;
  };
  let headerCells = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const known: string[] = [];
    for (const [column, cell] of row.entries()) {
      if (cell.kind !== 'text') continue;
      if (cell.text.length > LONGEST_TEXT) {
        return [found('table-too-large', placeOf(sheet, index + 1, column + 1), { reason: `ô có ${cell.text.length} ký tự, quá ${LONGEST_TEXT} ký tự một ô Excel chứa được` })];
      }
      if (LONG_BLANK.test(cell.text)) return [found('table-too-large', placeOf(sheet, index + 1, column + 1), { reason: 'ô có trên 500 dấu cách liền nhau' })];
      if (isHeaderWord(cell.text)) known.push(cell.text);
    }
    if (new Set(known).size < FEWEST_WORDS) continue;
    headerCells += known.length;
    if (headerCells > MOST_HEADER_CELLS) return [found('table-too-large', placeOf(sheet, index + 1), { reason: `đến dòng này đã có trên ${MOST_HEADER_CELLS} ô tiêu đề` })];
  }
  return [];
}

/** Findings: table-too-large at the first row too many. */
export function checkTableLength({ sheet, form, firstRow, lastRow }: FoundTable): readonly Finding[] {
  if (lastRow - firstRow < MOST_ROWS) return [];
  return [found('table-too-large', placeOf(sheet, firstRow + MOST_ROWS), { reason: `bảng «${form.name}» có trên ${MOST_ROWS} dòng` })];
}
