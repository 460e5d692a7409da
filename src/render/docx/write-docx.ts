/** The document tree → DOCX bytes. The entry of the folder; docx is imported in this folder only. */
import { Document, Packer, type ISectionOptions } from 'docx';
import type { OfficialDocument } from '../../document/tree.js';
import type { PageStyle } from '../style.js';
import type { Writer } from '../writer.js';
import { addresseeBlock } from './addressees.js';
import { appendixContent } from './appendix.js';
import { writeBlocks } from './blocks.js';
import { canonicalDocx } from './canonical-docx.js';
import { closingBlock } from './closing.js';
import { keptBeforeSignature, keptInBlocks } from './kept-together.js';
import { letterheadTable } from './letterhead.js';
import { wordStyles } from './paragraph-styles.js';
import { withoutIllegalCharacters } from './printable-text.js';
import { section, textWidthTwips } from './section.js';
import type { Setting } from './setting.js';
import { titleBlock } from './title-block.js';

type Gathered = Pick<Setting, 'findings' | 'charts'>;

export const writeDocx: Writer = async (given, style) => {
  const { document, findings: illegal } = withoutIllegalCharacters(given);
  const gathered: Gathered = { findings: [...illegal], charts: [] };
  const { title, subject, author, date } = document.properties;
  const word = new Document({
    title,
    subject,
    creator: author,
    lastModifiedBy: author,
    styles: wordStyles(style),
    sections: [mainSection(document, style, gathered), ...appendixSections(document, style, gathered)],
  });
  const bytes = await Packer.toBuffer(word);
  return { bytes: canonicalDocx(bytes, { date, language: 'vi-VN', charts: gathered.charts }), findings: gathered.findings };
};

function mainSection(document: OfficialDocument, style: PageStyle, gathered: Gathered): ISectionOptions {
  const setting = { style, widthTwips: textWidthTwips(style, 'portrait'), ...gathered, ...keptBeforeSignature(document.body) };
  return section(
    [
      letterheadTable(document, setting),
      ...titleBlock(document, setting),
      ...addresseeBlock(document.addressees, setting),
      ...writeBlocks(document.body, setting),
      ...closingBlock(document, setting),
    ],
    style,
    'portrait',
  );
}

function appendixSections(document: OfficialDocument, style: PageStyle, gathered: Gathered): ISectionOptions[] {
  return document.appendices.map((appendix) => {
    const { orientation } = appendix;
    const setting = { style, widthTwips: textWidthTwips(style, orientation), ...gathered, ...keptInBlocks(appendix.blocks) };
    return section(appendixContent(appendix, setting), style, orientation);
  });
}
