/** What page 1 alone has outside of the text: the box of circulation in the top margin (ô 11), the agency's address at the foot (ô 13). */
import { BorderStyle, Footer, Header } from 'docx';
import type { OfficialDocument } from '../../document/tree.js';
import { circulationBox } from '../marks.js';
import type { PageStyle } from '../style.js';
import { Paragraph } from './filled.js';
import { textRun } from './inlines.js';
import { markBox } from './mark-box.js';
import type { StyleId } from './paragraph-styles.js';

export interface FirstPage {
  readonly header?: Header;
  readonly footer?: Footer;
}

export function firstPage({ marks = {}, address = [] }: OfficialDocument, style: PageStyle): FirstPage {
  const circulation = circulationBox(marks, style);
  return {
    // A table must not end a header: the paragraph behind it takes one point.
    ...(circulation ? { header: new Header({ children: [markBox(circulation, 'right'), new Paragraph({ style: 'KhoangCach' satisfies StyleId })] }) } : {}),
    ...(address.length > 0 ? { footer: new Footer({ children: address.map(addressLine) }) } : {}),
  };
}

/** III.4: under a solid line across the whole text. */
function addressLine(text: string, index: number): Paragraph {
  const rule = index > 0 ? {} : { border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } } };
  return new Paragraph({ style: 'DiaChi' satisfies StyleId, ...rule, children: [textRun(text)] });
}
