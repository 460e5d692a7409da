/** Ô 1–4 and 5b: agency and Quốc hiệu side by side, number and date on one level under them, «V/v …» of a công văn under the number (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV). */
import type { OfficialDocument } from '../../document/tree.js';
import { inlineText } from '../../document/walk.js';
import { letterheadColumns } from '../letterhead-columns.js';
import { MOTTO, NATIONAL_NAME } from '../style.js';
import { balancingIndent, type SetText } from './balanced-lines.js';
import { borderlessTable, type BorderlessRow } from './borderless-table.js';
import { Paragraph, type Table } from './filled.js';
import { textRun, toRuns } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';
import { fullRule, shortRule } from './short-rule.js';
import { ptToTwips, twipsToPt } from './twips.js';

export function letterheadTable(document: OfficialDocument, setting: Setting): Table {
  const { sizes } = setting.style;
  const columns = letterheadColumns(document, setting.style, twipsToPt(setting.widthTwips));
  const left = ptToTwips(columns.leftPt);
  const right = setting.widthTwips - left;
  const { parent, issuer } = document.letterhead;
  const agencyText = (text: string, bold: boolean): SetText => ({ text, sizePt: sizes.agencyPt, face: { bold }, fillTwips: ptToTwips(columns.agencyFillPt) });
  const agency = [
    ...parent.map((text) => line('CoQuanChuQuan', text, balancingIndent(agencyText(text, false), left))),
    ...issuer.map((text) => line('CoQuanBanHanh', text, balancingIndent(agencyText(text, true), left))),
    shortRule(agencyText(issuer.at(-1) ?? '', true), left),
  ];
  const nation = [
    line('QuocHieu', NATIONAL_NAME),
    line('TieuNgu', MOTTO),
    fullRule({ text: MOTTO, sizePt: sizes.mottoPt, face: { bold: true } }, right),
  ];
  const number = [new Paragraph({ style: 'SoKyHieu' satisfies StyleId, children: toRuns(document.number) })];
  const placeAndDate = [new Paragraph({ style: 'DiaDanhNgay' satisfies StyleId, children: toRuns(document.placeAndDate) })];
  return borderlessTable(
    [left, right],
    [
      { cells: [agency, nation], verticalAlign: 'top' },
      // At the bottom, number 13 and date 14 share their base line to a fifth of a point.
      { cells: [number, placeAndDate], verticalAlign: 'bottom' },
      ...letterSubject(document, setting, left),
    ],
  );
}

/** Ô 5b, only where there is no tên loại. */
function letterSubject({ title }: OfficialDocument, { style }: Setting, leftTwips: number): BorderlessRow[] {
  if (title.typeName !== undefined) return [];
  const set: SetText = { text: inlineText(title.subject), sizePt: style.sizes.letterSubjectPt, face: {} };
  const subject = new Paragraph({ style: 'TrichYeuCongVan' satisfies StyleId, ...balancingIndent(set, leftTwips), children: toRuns(title.subject) });
  return [{ cells: [[subject], [new Paragraph({ style: 'KhoangCach' satisfies StyleId })]], verticalAlign: 'top' }];
}

function line(style: StyleId, text: string, indent: ReturnType<typeof balancingIndent> = {}): Paragraph {
  return new Paragraph({ style, ...indent, children: [textRun(text)] });
}
