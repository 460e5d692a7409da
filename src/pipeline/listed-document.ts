/** A document with its printed figures in reading order, whether composed today or read back as it was sealed: what comparing two versions works on. */
import type { OfficialDocument } from '../document/tree.js';
import { walkInlines } from '../document/walk.js';
import type { Composition } from '../template/compose.js';
import type { PrintedFigure } from '../template/trace.js';
import { figuresOf, listFigures, type FigureEntry } from './figures-json.js';

export interface ListedFigure {
  readonly listed: FigureEntry;
  readonly printed: PrintedFigure;
}

export interface ListedDocument {
  readonly document: OfficialDocument;
  readonly figures: readonly ListedFigure[];
}

export function toListedDocument({ document, figures }: Pick<Composition, 'document' | 'figures'>): ListedDocument {
  const traces = tracesOf(document);
  return { document, figures: listFigures(document, figures).map((listed, at) => ({ listed, printed: figures.get(traces[at]!)! })) };
}

/** The printed figures by the trace keys of the document's inlines. */
export function printedByTrace({ document, figures }: ListedDocument): ReadonlyMap<string, PrintedFigure> {
  return new Map(tracesOf(document).map((trace, at) => [trace, figures[at]!.printed]));
}

function tracesOf(document: OfficialDocument): readonly string[] {
  return [...walkInlines(document)].flatMap(({ inlines }) => figuresOf(inlines).map(({ trace }) => trace));
}

/** Without what a replacement says of the document before it: that is no content of its own, and is left out where versions are compared. */
export function withoutReplacing(listed: ListedDocument): ListedDocument {
  const { document, figures } = listed;
  const { replacing, ...rest } = document;
  if (!replacing) return listed;
  const head = tracesOf({ ...rest, body: [], appendices: [] }).length;
  const added = tracesOf({ ...rest, body: document.body.slice(0, replacing.blocks), appendices: [] }).length - head;
  const { subject } = document.title;
  const line = subject.findLastIndex(({ type }) => type === 'break');
  return {
    document: { ...rest, title: { ...document.title, subject: line < 0 ? subject : subject.slice(0, line) }, body: document.body.slice(replacing.blocks) },
    figures: [...figures.slice(0, head), ...figures.slice(head + added)],
  };
}
