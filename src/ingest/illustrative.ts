/** Figures that say of themselves that they are invented: «(Số liệu minh họa)» above the header, «minh họa» in a column «Nguồn». */
import { nameKey } from '../statistics/unit-list.js';
import type { FoundTable } from './found-table.js';
import { cellAt, cellText } from './raw-sheet.js';

const LINE = nameKey('số liệu minh họa');
const SOURCE = nameKey('minh họa');

/** Whether the table as a whole is marked: by a line above its header, or by a JSON's `minh_hoa`. */
export function isMarkedIllustrative({ sheet, titleRow, top }: FoundTable): boolean {
  if (sheet.declared?.illustrative) return true;
  return sheet.rows.slice(titleRow - 1, top - 1).some((row) => row.some((cell) => nameKey(cellText(cell)).includes(LINE)));
}

/** Whether a row is: where there is a column «Nguồn», it alone decides («chỉ các dòng ghi «công bố» là giá trị đã công bố»). */
export function isIllustrativeRow({ sheet, match }: FoundTable, row: number, marked: boolean): boolean {
  const source = match.source ?? match.columns.get('nguon');
  return source === undefined ? marked : nameKey(cellText(cellAt(sheet, row, source))) === SOURCE;
}
