/** The widths of a table's columns on the page, and its size where it must be set smaller so that no word breaks. */
import type { TableBlock } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import { columnWidths, wholeWidths, wordsFit } from '../column-widths.js';
import type { Emphasis } from './inlines.js';
import { narrowestColumnsPt } from './narrowest-columns.js';
import type { Setting } from './setting.js';
import { mmToTwips, ptToHalfPoints, ptToTwips } from './twips.js';

/** Compact, so that fifteen columns fit on a landscape page. */
export const CELL_MARGIN_TWIPS = mmToTwips(0.9);
/** Both borders of a column take half their width from it, and a word needs a hair more than its measure. */
const CELL_SLACK_TWIPS = 20;
/** The decree gives tables no size; below this they cannot be read on paper. */
export const SMALLEST_PT = 8;

export interface TableFit {
  readonly widths: readonly number[];
  readonly sizePt: number;
  /** Empty where the table has the size of its styles. */
  readonly size: Emphasis;
}

export function fitTable(table: TableBlock, setting: Setting): TableFit {
  const usualPt = setting.style.sizes.tablePt;
  const weights = table.columns.map((column) => column.weight);
  for (let sizePt = usualPt; ; sizePt -= 0.5) {
    const narrowest = narrowestColumnsPt(table, sizePt).map((widthPt) => ptToTwips(widthPt) + 2 * CELL_MARGIN_TWIPS + CELL_SLACK_TWIPS);
    const fit = wordsFit(narrowest, setting.widthTwips);
    if (!fit && sizePt > SMALLEST_PT) continue;
    if (!fit) reportTooWide(table, setting);
    const widths = wholeWidths(columnWidths(weights, narrowest, setting.widthTwips), setting.widthTwips);
    return { widths, sizePt, size: sizePt === usualPt ? {} : { size: ptToHalfPoints(sizePt) } };
  }
}

function reportTooWide(table: TableBlock, setting: Setting): void {
  setting.findings.push(
    found(
      'not-expressible',
      table.source === undefined ? { in: 'file', file: table.id } : { in: 'text', ...table.source },
      { what: `bảng «${table.id}» vừa chiều rộng trang (${table.columns.length} cột)`, format: 'DOCX' },
    ),
  );
}
