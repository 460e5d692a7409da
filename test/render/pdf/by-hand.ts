/** Pages put together by hand from the parts of the writer: what the tests of a part need around it. */
import { settingFor } from '../../../src/render/pdf/layout.js';
import { openPress } from '../../../src/render/pdf/print.js';
import type { PageItem, PrintedPage } from '../../../src/render/pdf/printed-page.js';
import type { Setting } from '../../../src/render/pdf/setting.js';
import { infoOf } from '../../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../../src/render/style.js';
import { sampleDocument } from '../../support/sample-document.js';

/** A setting in profile B, upright, with a press of its own. */
export function newSetting(): Setting {
  const press = openPress(infoOf(sampleDocument()));
  return settingFor({ style: pageStyle('B'), press, ledger: [], pictured: [], findings: [], svgOf: () => undefined }, 'portrait');
}

export function pageOf({ box }: Setting, items: readonly PageItem[]): PrintedPage {
  const { widthPt, heightPt, margins } = box;
  return { widthPt, heightPt, margins, items };
}
