/**
 * The rules of the form, as paragraphs with a top border whose indents leave exactly the rule's length. Not underscores and
 * not pictures: both shift or break when the document is edited.
 */
import { BorderStyle } from 'docx';
import { textWidthPt } from '../text-width.js';
import { lastLineWidthPt, type SetText } from './balanced-lines.js';
import { Paragraph } from './filled.js';
import type { StyleId } from './paragraph-styles.js';
import { ptToTwips } from './twips.js';

/** Between a third and a half of the text line (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2 and II.5). */
const SHARE_OF_LINE = 0.4;

/** Under the last line that the text fills in its column, centred. */
export function shortRule(set: SetText, columnTwips: number, longestPt = Infinity): Paragraph {
  return rule(Math.min(lastLineWidthPt(set, columnTwips) * SHARE_OF_LINE, longestPt), columnTwips);
}

/** As long as the text line: only under Tiêu ngữ (II.1). */
export function fullRule({ text, sizePt, face }: SetText, columnTwips: number): Paragraph {
  return rule(textWidthPt(text, sizePt, face), columnTwips);
}

function rule(lengthPt: number, columnTwips: number): Paragraph {
  const rest = Math.max(0, columnTwips - ptToTwips(lengthPt));
  const left = Math.round(rest / 2);
  return new Paragraph({
    style: 'DuongKe' satisfies StyleId,
    indent: { left, right: rest - left },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}
