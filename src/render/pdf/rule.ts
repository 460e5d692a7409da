/** The rules of the form: drawn lines, centred under their text. Not underscores and not pictures, which have lengths of their own. */
import type { CanvasNode } from './nodes.js';
import type { SetText } from './text-node.js';

/** Between a third and a half of the text line (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2 and II.5). */
const SHARE_OF_LINE = 0.4;
const THICKNESS_PT = 0.75;
/** Clear of the tails of g and y. */
const GAP_PT = 3;

/** Under the last line of the text. */
export function shortRule({ lines }: SetText): CanvasNode {
  return rule(lines.lastWidthPt * SHARE_OF_LINE);
}

/** As long as the text line: only under Tiêu ngữ (II.1). */
export function fullRule({ lines }: SetText): CanvasNode {
  return rule(lines.lastWidthPt);
}

function rule(lengthPt: number): CanvasNode {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: lengthPt, y2: 0, lineWidth: THICKNESS_PT }],
    alignment: 'center',
    margin: [0, GAP_PT, 0, 0],
  };
}
