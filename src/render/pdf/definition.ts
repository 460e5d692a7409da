/** The document tree → pdfmake's definition, with the ledger of all text that it must print. */
import type { OfficialDocument } from '../../document/tree.js';
import type { PageStyle } from '../style.js';
import { addresseePieces } from './addressees.js';
import { appendixPieces } from './appendix.js';
import { bodyLook, setBlocks } from './blocks.js';
import { closingPiece } from './closing.js';
import type { Piece } from './flow.js';
import { FONT_FAMILY } from './fonts.js';
import type { Ledger } from './ledger.js';
import { letterheadPieces } from './letterhead.js';
import type { Definition } from './nodes.js';
import { pageBox, type Orientation } from './page-box.js';
import { section } from './section.js';
import type { Setting } from './setting.js';
import { linePtOf } from './text-node.js';
import { titlePieces } from './title.js';

const PRODUCER = 'baocao';

export function toDefinition(document: OfficialDocument, style: PageStyle, loose: ReadonlySet<string>): { definition: Definition; ledger: Ledger } {
  const ledger: Ledger = [];
  const settingFor = (orientation: Orientation): Setting => ({ style, box: pageBox(style, orientation), ledger, loose });
  const portrait = settingFor('portrait');
  const { title, subject, author, date } = document.properties;
  const created = new Date(`${date}T00:00:00Z`);
  const definition: Definition = {
    content: [
      section(portrait, mainPieces(portrait, document)),
      ...document.appendices.map((appendix) => {
        const setting = settingFor(appendix.orientation);
        return section(setting, appendixPieces(setting, appendix));
      }),
    ],
    // Everything a clock or a library would fill in by itself is set: the same tree gives the same bytes.
    info: { title, subject, author, creator: PRODUCER, producer: PRODUCER, creationDate: created, modDate: created },
    language: 'vi-VN',
    // Any other version makes pdfkit 0.19 repeat title and author in XMP without escaping & and <.
    version: '1.3',
    displayTitle: true,
    defaultStyle: { font: FONT_FAMILY },
  };
  return { definition, ledger };
}

function mainPieces(setting: Setting, document: OfficialDocument): Piece[] {
  return [
    ...letterheadPieces(setting, document),
    ...titlePieces(setting, document),
    ...addresseePieces(setting, document.addressees),
    ...heldAtEnd(setting, setBlocks(setting, document.body)),
    closingPiece(setting, document),
  ];
}

/** The signature never stands alone on a page (Phụ lục I, mục IV puts it under the text): at least two lines go with it. */
function heldAtEnd(setting: Setting, body: readonly Piece[]): Piece[] {
  const twoLinesPt = 2 * linePtOf(bodyLook(setting));
  let heldPt = 0;
  return body
    .toReversed()
    .map((piece) => {
      const hold = heldPt < twoLinesPt - 0.01;
      heldPt += 'pageBreak' in piece.node ? Infinity : piece.heightPt;
      return hold && heldPt < Infinity ? { ...piece, keepWithNext: true } : piece;
    })
    .reverse();
}
