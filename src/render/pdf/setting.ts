/** What every component needs to be set: the style, the page it stands on, where expected text is noted, and the fonts. */
import type { ChartBlock } from '../../document/tree.js';
import type { Finding } from '../../finding/finding.js';
import type { PageStyle } from '../style.js';
import type { Ledger } from './ledger.js';
import type { PageBox } from './page-box.js';
import type { Press } from './print.js';
import type { Note } from './runs.js';
import type { NoteLines } from './set-text.js';

export interface Setting {
  readonly style: PageStyle;
  readonly box: PageBox;
  readonly ledger: Ledger;
  readonly press: Press;
  /** Letters in pictures: looked for in the font, but not found again on the pages. */
  readonly pictured: Ledger;
  /** The picture of a chart, drawn beforehand; undefined where charts are not drawn. */
  readonly svgOf: (chart: ChartBlock) => string | undefined;
  /** A note set for this page's width. */
  readonly noteLines: (note: Note) => NoteLines;
  readonly findings: Finding[];
}
