/** The rules of the form: drawn lines, centred under their text. Not underscores and not pictures, which have lengths of their own. */
import type { CentredText } from './centred.js';
import type { Inked } from './ink.js';
import { lastWidthPt } from './set-text.js';

/** Between a third and a half of the text line (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2 and II.5). */
const SHARE_OF_LINE = 0.4;
const THICKNESS_PT = 0.75;
/** Clear of the tails of g and y. */
const GAP_PT = 3;

/** Under the last line of the text. */
export function shortRule(text: CentredText): Inked {
  return rule(lastWidthPt(text) * SHARE_OF_LINE, text.columnPt);
}

/** As long as the text line: only under Tiêu ngữ (II.1). */
export function fullRule(text: CentredText): Inked {
  return rule(lastWidthPt(text), text.columnPt);
}

function rule(lengthPt: number, columnPt: number): Inked {
  const x1 = (columnPt - lengthPt) / 2;
  return { heightPt: GAP_PT, items: [{ type: 'vector', item: { type: 'line', x1, y1: GAP_PT, x2: x1 + lengthPt, y2: GAP_PT, lineWidth: THICKNESS_PT } }], notes: [] };
}
