/** The head of an appendix and its blocks (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1; mẫu 2.1 for the rule under «Kèm theo»). */
import { Bookmark } from 'docx';
import type { Appendix, Inline } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import type { Face } from '../text-width.js';
import { balancingIndent } from './balanced-lines.js';
import { writeBlocks } from './blocks.js';
import { appendixEntryField } from './contents.js';
import { Paragraph, type Table } from './filled.js';
import { textRun, toRuns } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { shortRule } from './short-rule.js';

/** The decree gives this rule no length; mẫu 2.1 draws it short under a line as wide as the page. */
const LONGEST_RULE_PT = 100;

export function appendixContent(appendix: Appendix, setting: Setting): (Paragraph | Table)[] {
  const { sizes } = setting.style;
  const line = (style: StyleId, inlines: readonly Inline[], sizePt: number, face: Face): Paragraph =>
    new Paragraph({
      style,
      ...balancingIndent({ text: inlineText(inlines), sizePt, face }, setting.widthTwips),
      children: toRuns(inlines),
    });
  const attachedTo = { text: inlineText(appendix.attachedTo), sizePt: sizes.attachedToPt, face: { italic: true } };
  return [
    label(appendix, setting),
    line('TenPhuLuc', appendix.title, sizes.subjectPt, { bold: true }),
    ...(appendix.subtitle === undefined ? [] : [line('KyPhuLuc', appendix.subtitle, sizes.bodyPt, {})]),
    line('KemTheo', appendix.attachedTo, sizes.attachedToPt, { italic: true }),
    shortRule(attachedTo, setting.widthTwips, LONGEST_RULE_PT),
    ...writeBlocks(appendix.blocks, setting),
  ];
}

/** The deepest outline level: in Word's navigation, but not listed a second time beside the entry that the field gives. */
const UNLISTED_OUTLINE = 8;

function label(appendix: Appendix, setting: Setting): Paragraph {
  const style: StyleId = 'PhuLuc';
  const bookmark = setting.bookmarks.get(appendix);
  if (bookmark === undefined) return new Paragraph({ style, children: [textRun(appendix.label)] });
  return new Paragraph({ style, outlineLevel: UNLISTED_OUTLINE, children: [new Bookmark({ id: bookmark, children: [...appendixEntryField(appendix), textRun(appendix.label)] })] });
}
