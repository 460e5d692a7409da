/** What every part of the DOCX is set in: the page's style, the width between its margins, and what is gathered on the way. */
import type { ChartLayout } from '../../chart/layout.js';
import type { Finding } from '../../finding/finding.js';
import type { PageStyle } from '../style.js';

export interface Setting {
  readonly style: PageStyle;
  readonly widthTwips: number;
  /** Between the top and bottom margins. */
  readonly heightTwips: number;
  /** Nodes of the tree that stay on the page of what follows them. */
  readonly keptWithNext: ReadonlySet<object>;
  /** Nodes of the tree that are not divided between pages. */
  readonly keptWhole: ReadonlySet<object>;
  /** Bookmarks of the headings and appendices that the table of contents lists. */
  readonly bookmarks: ReadonlyMap<object, string>;
  /** The node of the tree that begins a page: the first of the body after a table of contents. */
  readonly beginsPage?: object;
  readonly findings: Finding[];
  /** Of the charts written so far, in the order of the document: their parts are finished after packing. */
  readonly charts: ChartLayout[];
}
