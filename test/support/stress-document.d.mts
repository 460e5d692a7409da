/** Types of stress-document.mjs, which is JavaScript for the benchmark that runs without a compiler. */
import type { ChartBlock, OfficialDocument } from '../../src/document/tree.js';

export function stressDocument(options?: { readonly notes?: boolean }): OfficialDocument;
export function barsSvg(chart: ChartBlock, size: { readonly widthMm: number; readonly heightMm: number }): Promise<string>;
