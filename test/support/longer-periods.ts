/** What tests of longer periods look at: findings by severity, the words and rows of a composed report, numbers as they are printed; and the sample with its quarter. */
import type { TableBlock } from '../../src/document/tree.js';
import { inlineText, walkBlocks } from '../../src/document/walk.js';
import type { Finding } from '../../src/finding/finding.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { listFigures, type FigureEntry } from '../../src/pipeline/figures-json.js';
import { createMapHost, sampleFiles, type MapHost } from './map-host.js';

export const AGENCY = 'ttpvhcc-soc-trang';

export const errors = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ severity, waived }) => severity === 'error' && !waived);
export const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
export const bodyOf = ({ composition }: ComposedJob): string => [...walkBlocks(composition!.document.body, 'body')].map(({ inlines }) => inlineText(inlines)).join('\n').replace(/\u00A0/g, ' ');
export const figuresOf = ({ composition }: ComposedJob): readonly FigureEntry[] => listFigures(composition!.document, composition!.figures);
export const tableOf = ({ composition }: ComposedJob, appendix: number): TableBlock => composition!.document.appendices[appendix]!.blocks.find((block): block is TableBlock => block.type === 'table')!;
/** Cells of a printed row by column id. */
export const printedRow = (table: TableBlock, label: string): Record<string, string> => {
  const row = table.rows.find(({ cells }) => cells.some(({ inlines }) => inlineText(inlines) === label))!;
  const cells = row.cells.flatMap((cell) => new Array<string>(cell.colSpan ?? 1).fill(inlineText(cell.inlines)));
  return Object.fromEntries(table.columns.map(({ id }, index) => [id, cells[index]!]));
};
export const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
export const percent = (part: number, whole: number): string => (Math.round((part * 10000) / whole) / 100).toFixed(2).replace('.', ',');
export const quarterHost = (change: (files: Map<string, Uint8Array>) => void = () => undefined): MapHost => {
  const files = sampleFiles('quarterly');
  change(files);
  return createMapHost(files);
};
