/**
 * Did every expected word get onto a page, once and inside its margins? pdfmake 0.3.11 drops what does not fit without a word:
 * an unbreakable block or row taller than a page, a header row, a line beyond `maxHeight`. Its own `positions` are set for
 * dropped text too, so the finished pages are read. No longer needed when pdfmake throws in such cases.
 */
import type { Ledger, Passage } from './ledger.js';
import { linesOf, type PrintedInline, type PrintedPage } from './print.js';

/** Rounding, and the overhang of a kerned pair. */
const TOLERANCE_PT = 0.5;

/** Passages of which something is missing, printed twice or off the page, each once, in reading order. */
export function checkPrinted(ledger: Ledger, pages: readonly PrintedPage[]): Passage[] {
  const printed = ledger.map(() => '');
  const outside = new Set<number>();
  const seen = new Set<PrintedInline>();
  for (const page of pages) {
    const left = page.pageMargins.left - TOLERANCE_PT;
    const right = page.pageSize.width - page.pageMargins.right + TOLERANCE_PT;
    const bottom = page.pageSize.height - page.pageMargins.bottom + TOLERANCE_PT;
    for (const line of linesOf(page)) {
      const below = line.y + line.getHeight() > bottom;
      for (const inline of line.inlines) {
        const { printId } = inline;
        if (printId === undefined) continue;
        const start = line.x + inline.x;
        const end = start + inline.width - (inline.trailingCut ?? 0);
        if (below || start < left || end > right) outside.add(printId);
        if (seen.has(inline)) continue;
        seen.add(inline);
        printed[printId] += inline.text;
      }
    }
  }
  return [...new Set(ledger.filter(({ text }, id) => outside.has(id) || printed[id] !== text).map(({ passage }) => passage))];
}
