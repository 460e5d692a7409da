/** Formulas under the header of a table, «(3)=(4)+(5)+(6)»: written without blanks, they may end a line behind a sign. Separate because Word and Excel alike would break them anywhere. */
import type { Inline, TableCell } from '../document/tree.js';
import { inlineText } from '../document/walk.js';
import { textWidthPt } from './text-width.js';

/** A place to end a line that shows nothing. */
export const ZERO_WIDTH_SPACE = '\u200B';
const BEHIND_SIGN = /(?<=[^\s][=+\-−×*/:])(?=\S)/gu;

/** The pieces of a formula that stay together. */
export function formulaPieces(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => word.split(BEHIND_SIGN));
}

/** Formulas that do not fit the room in their columns get places to break at; the others stay as they are. */
export function breakableFormulas(row: readonly TableCell[], roomPt: readonly number[], sizePt: number): readonly TableCell[] {
  let column = 0;
  return row.map((cell) => {
    const room = roomPt.slice(column, (column += cell.colSpan ?? 1)).reduce((sum, one) => sum + one, 0);
    const fits = textWidthPt(inlineText(cell.inlines), sizePt, { italic: true }) <= room;
    return fits ? cell : { ...cell, inlines: cell.inlines.map(breakable) };
  });
}

function breakable(inline: Inline): Inline {
  if (inline.type === 'text') return { ...inline, text: inline.text.replace(BEHIND_SIGN, ZERO_WIDTH_SPACE) };
  if (inline.type === 'strong' || inline.type === 'emphasis') return { ...inline, children: inline.children.map(breakable) };
  return inline;
}
