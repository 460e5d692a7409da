/** What every component needs to become pdfmake nodes: the style, the page it stands on, and where expected text is noted. */
import type { PageStyle } from '../style.js';
import type { Ledger } from './ledger.js';
import type { PageBox } from './page-box.js';

export interface Setting {
  readonly style: PageStyle;
  readonly box: PageBox;
  readonly ledger: Ledger;
  /** Texts that an earlier attempt lost: they are set plainly, neither kept together nor cut, so that they get onto a page. */
  readonly loose: ReadonlySet<string>;
}
