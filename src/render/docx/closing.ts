/** Ô 7 and 9b: recipients on the left, authority and name on the right, first lines on one level, never divided between pages. */
import type { OfficialDocument, Signature } from '../../document/tree.js';
import { recipientLines } from '../../document/walk.js';
import { NOI_NHAN } from '../labels.js';
import { borderlessTable } from './borderless-table.js';
import { Paragraph, type Table } from './filled.js';
import { textRun } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import type { Setting } from './setting.js';

export function closingBlock(document: OfficialDocument, setting: Setting): (Paragraph | Table)[] {
  const left = Math.round(setting.widthTwips / 2);
  return [
    new Paragraph({ style: 'KhoangCach' satisfies StyleId, keepNext: true, spacing: { before: 220 } }),
    borderlessTable(
      [left, setting.widthTwips - left],
      [{ cells: [recipientColumn(document), signatureLines(document.signature)], verticalAlign: 'top' }],
    ),
  ];
}

function recipientColumn(document: OfficialDocument): Paragraph[] {
  const lines = recipientLines(document).map((text) => line('NoiNhanDong', text));
  if (document.recipients.length === 0) return lines.length === 0 ? [line('NoiNhanDong', '')] : lines;
  return [line('NoiNhan', NOI_NHAN), ...lines];
}

/** Where the signer is not known the room for the signature stays, with a line for the name to be typed. */
function signatureLines({ authority, name = '' }: Signature): Paragraph[] {
  return [...authority.map((text) => line('QuyenHan', text)), line('HoTen', name)];
}

function line(style: StyleId, text: string): Paragraph {
  return new Paragraph({ style, ...(text === '' ? {} : { children: [textRun(text)] }) });
}
