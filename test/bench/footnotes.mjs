/** Lane «footnotes»: the long report of the tests, its layout and its PDF, with and without its notes. `node footnotes.mjs` prints JSON. */
import { layOut } from '../../dist/render/pdf/layout.js';
import { openPress } from '../../dist/render/pdf/print.js';
import { infoOf } from '../../dist/render/pdf/write-pdf.js';
import { pageStyle } from '../../dist/render/style.js';
import { barsSvg, stressDocument } from '../support/stress-document.mjs';

const ROUNDS = 3;

/** Cold: the first time in the process; warm: its words have been laid out before, as most of a batch have. */
async function measured(options) {
  const document = stressDocument(options);
  const chart = document.body.find(({ type }) => type === 'chart');
  const svg = await barsSvg(chart, { widthMm: 165, heightMm: chart.heightMm });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const press = openPress(infoOf(document));
    const { pages, ledger } = layOut(document, pageStyle('B'), press, () => svg);
    const laidOut = performance.now();
    await press.print(pages);
    rounds.push({ layoutMs: laidOut - start, totalMs: performance.now() - start, pages: pages.length, words: ledger.length });
  }
  // One pass from the first page to the last, by construction: no page depends on a later one.
  return { passes: 1, pages: rounds[0].pages, words: rounds[0].words, cold: rounds[0], warm: rounds.at(-1) };
}

const withNotes = await measured({ notes: true });
const without = await measured({ notes: false });
console.log(JSON.stringify({ withNotes, without }));
