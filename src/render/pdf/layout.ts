/** The document tree → finished pages, with the ledger of all text that must stand on them. */
import type { ChartBlock, OfficialDocument } from '../../document/tree.js';
import type { Finding } from '../../finding/finding.js';
import type { PageStyle } from '../style.js';
import { addresseePieces } from './addressees.js';
import { appendixPieces } from './appendix.js';
import { beginningPage, bodyLook, setBlocks } from './blocks.js';
import { closingPieces } from './closing.js';
import type { ContentsPages } from '../writer.js';
import { contentsPages, contentsPieces, withPageNumbers } from './contents.js';
import { firstPage } from './first-page.js';
import type { Ledger } from './ledger.js';
import { letterheadPieces } from './letterhead.js';
import { pageBox, type Orientation } from './page-box.js';
import { noteSetter } from './page-notes.js';
import { paginate } from './paginate.js';
import type { Piece } from './piece.js';
import type { Press } from './print.js';
import type { PrintedPage } from './printed-page.js';
import { toPages } from './section.js';
import { linePtOf } from './set-text.js';
import type { Setting } from './setting.js';
import { titlePieces } from './title.js';

export interface Layout {
  readonly pages: readonly PrintedPage[];
  readonly ledger: Ledger;
  /** Letters in pictures. */
  readonly pictured: Ledger;
  /** Page of each heading that the table of contents lists. */
  readonly contentsPages?: ContentsPages;
  readonly findings: readonly Finding[];
}

export function layOut(document: OfficialDocument, style: PageStyle, press: Press, svgOf: (chart: ChartBlock) => string | undefined): Layout {
  const common = { style, press, svgOf, ledger: [] as Ledger, pictured: [] as Ledger, findings: [] as Finding[] };
  const main = settingFor(common, 'portrait');
  const first = firstPage(main, document);
  const filled = paginate(main, mainPieces(main, document), first.footPt);
  const pages = toPages(main, withPageNumbers(main, filled), first);
  for (const appendix of document.appendices) {
    const setting = settingFor(common, appendix.orientation);
    pages.push(...toPages(setting, paginate(setting, appendixPieces(setting, appendix))));
  }
  return {
    pages,
    ledger: common.ledger,
    pictured: common.pictured,
    findings: common.findings,
    ...(document.contents ? { contentsPages: contentsPages(document.contents, document, filled) } : {}),
  };
}

export function settingFor(common: Omit<Setting, 'box' | 'noteLines'>, orientation: Orientation): Setting {
  const setting = { ...common, box: pageBox(common.style, orientation) };
  return { ...setting, noteLines: noteSetter(setting) };
}

function mainPieces(setting: Setting, document: OfficialDocument): Piece[] {
  const { contents, addressees } = document;
  const body = setBlocks(setting, document.body);
  return [
    ...letterheadPieces(setting, document),
    ...titlePieces(setting, document),
    ...addresseePieces(setting, addressees),
    ...(contents ? contentsPieces(setting, contents, document) : []),
    ...heldAtEnd(setting, contents ? beginningPage(body) : body),
    ...closingPieces(setting, document),
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
      heldPt += piece.breakBefore ? Infinity : piece.heightPt;
      return hold ? { ...piece, keepWithNext: true } : piece;
    })
    .reverse();
}
