/** The periods a file of figures says it is of: in the titles of its sheets, or under `ky` of a JSON. For a file that lies in no period's folder. */
import { formatPeriodId } from '../statistics/period.js';
import { cellText, type RawSheet } from './raw-sheet.js';
import { statedPeriods } from './stated-period.js';

/** Titles stand above the table. */
const TITLE_ROWS = 12;

/** Ids, each once. */
export function titlePeriods(sheets: readonly RawSheet[]): readonly string[] {
  const ids = sheets.flatMap(({ rows, declared }) => {
    const declaredPeriod = declared?.period === undefined ? [] : [declared.period];
    const titles = rows.slice(0, TITLE_ROWS).flatMap((row) => row.flatMap((cell) => (cell.kind === 'text' ? statedPeriods(cellText(cell)).periods : [])));
    return [...declaredPeriod, ...titles.map(formatPeriodId)];
  });
  return [...new Set(ids)];
}
