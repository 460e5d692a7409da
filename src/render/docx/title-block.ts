/** Ô 5a: tên loại, trích yếu and their rule, and the notice of illustrative figures (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5). */
import type { OfficialDocument } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { balancingIndent } from './balanced-lines.js';
import { Paragraph } from './filled.js';
import { textRun, toRuns } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { shortRule } from './short-rule.js';

/** A công văn has its trích yếu in the letterhead: only the notice is left. */
export function titleBlock(document: OfficialDocument, setting: Setting): Paragraph[] {
  const { title, illustrativeNotice } = document;
  const subject = { text: inlineText(title.subject), sizePt: setting.style.sizes.subjectPt, face: { bold: true } };
  const named =
    title.typeName === undefined
      ? []
      : [
          new Paragraph({ style: 'TenLoai' satisfies StyleId, children: [textRun(title.typeName)] }),
          new Paragraph({ style: 'TrichYeu' satisfies StyleId, ...balancingIndent(subject, setting.widthTwips), children: toRuns(title.subject) }),
          shortRule(subject, setting.widthTwips),
        ];
  if (illustrativeNotice === undefined) return named;
  const spacing = title.typeName === undefined ? { spacing: { before: 240 } } : {};
  return [...named, new Paragraph({ style: 'SoLieuMinhHoa' satisfies StyleId, ...spacing, children: [textRun(illustrativeNotice)] })];
}
