/** Ô 9a: «Kính gửi:» with one addressee on its line, or each of several on a line of its own with the dashes under the colon (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.d). */
import { AlignmentType } from 'docx';
import { Paragraph } from './filled.js';
import { closeListLine } from '../../document/walk.js';
import { KINH_GUI } from '../labels.js';
import { textWidthPt } from '../text-width.js';
import { textRun } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { mmToTwips, ptToTwips } from './twips.js';

export function addresseeBlock(addressees: readonly string[], setting: Setting): Paragraph[] {
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  if (others.length === 0) {
    return [paragraph(`${KINH_GUI} ${first}`, { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 120 } })];
  }
  const lines = addressees.map((name, index) => closeListLine(name, index === addressees.length - 1));
  const sizePt = setting.style.sizes.bodyPt;
  const toColon = ptToTwips(textWidthPt(KINH_GUI.replace(':', ''), sizePt));
  const dash = ptToTwips(textWidthPt('- ', sizePt));
  const widest = ptToTwips(Math.max(...lines.map((line) => textWidthPt(line, sizePt))));
  // The block as a whole stands in the middle; names longer than the page wrap beside their dash.
  const left = Math.max(mmToTwips(setting.style.firstLineIndentMm), Math.round((setting.widthTwips - toColon - widest) / 2));
  return [
    paragraph(KINH_GUI, { indent: { left }, keepNext: true, spacing: { before: 240 } }),
    ...lines.map((line, index) =>
      paragraph(line, {
        indent: { left: left + toColon + dash, hanging: dash },
        ...(index === lines.length - 1 ? { spacing: { before: 60, after: 120 } } : { spacing: { before: 60 }, keepNext: true }),
      }),
    ),
  ];
}

function paragraph(text: string, options: Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'style' | 'children'>): Paragraph {
  return new Paragraph({ style: 'KinhGui' satisfies StyleId, ...options, children: [textRun(text)] });
}
