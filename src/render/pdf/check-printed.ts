/**
 * Did every expected word get onto a page, once and inside its margins? The finished pages are read, as they are handed to the
 * printer: whatever was set and then forgotten, doubled or set too wide on the way shows here.
 */
import type { Ledger, Passage } from './ledger.js';
import { linesOf, type PrintedInline, type PrintedPage } from './printed-page.js';

/** Rounding, and the overhang of a kerned pair. */
const TOLERANCE_PT = 0.5;

/** Passages of which something is missing, printed twice or off the page, each once, in reading order. */
export function checkPrinted(ledger: Ledger, pages: readonly PrintedPage[]): Passage[] {
  const printed = ledger.map(() => '');
  const outside = new Set<number>();
  const seen = new Set<PrintedInline>();
  for (const page of pages) {
    const left = page.margins.leftPt - TOLERANCE_PT;
    const right = page.widthPt - page.margins.rightPt + TOLERANCE_PT;
    const bottom = page.heightPt - page.margins.bottomPt + TOLERANCE_PT;
    for (const line of linesOf(page)) {
      const below = line.y + line.heightPt > (line.inMargin ? page.heightPt : bottom);
      for (const inline of line.inlines) {
        const { printId } = inline;
        if (printId === undefined) continue;
        const start = line.x + inline.x;
        const end = start + inline.width - inline.trailingCut;
        if (below || start < left || end > right) outside.add(printId);
        // One object stands for all repetitions of a header.
        if (seen.has(inline)) continue;
        seen.add(inline);
        printed[printId] += inline.text;
      }
    }
  }
  return [...new Set(ledger.filter(({ text }, id) => outside.has(id) || printed[id] !== text).map(({ passage }) => passage))];
}
