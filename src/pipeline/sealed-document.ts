/** An issued document as it was sealed: its tree and its figures, read back and held against the hashes of the ledger. */
import type { OfficialDocument } from '../document/tree.js';
import { walkInlines } from '../document/walk.js';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Finding, type Outcome } from '../finding/finding.js';
import { exact } from '../statistics/exact.js';
import type { Host } from '../store/host.js';
import type { Entry } from '../store/ledger-entry.js';
import { hashBytes } from '../store/recording-host.js';
import type { PrintedFigure } from '../template/trace.js';
import { figuresOf, type FigureEntry } from './figures-json.js';

export interface SealedFigure {
  readonly listed: FigureEntry;
  /** As it was printed, its origin the line of the sealed figures. */
  readonly printed: PrintedFigure;
}

export interface SealedDocument {
  readonly document: OfficialDocument;
  /** In reading order. */
  readonly figures: readonly SealedFigure[];
}

export async function loadSealed(host: Pick<Host, 'read'>, entry: Entry<'issued'>): Promise<Outcome<SealedDocument>> {
  const tree = await readSealed(host, entry, 'tree');
  const listed = await readSealed(host, entry, 'figures');
  if (!tree.ok || !listed.ok) return refused([...tree.findings, ...listed.findings]);
  const { path } = entry.files.find(({ format }) => format === 'figures')!;
  const entries = (listed.value as { readonly figures: readonly FigureEntry[] }).figures;
  const figures = entries.map((one, index): SealedFigure => {
    const origin = { kind: 'source', place: { in: 'json', file: path, path: `$.figures[${index}]` }, written: one.text, illustrative: one.illustrative === true } as const;
    return { listed: one, printed: { text: one.text, quantity: { value: exact(one.value), origin } } };
  });
  return accepted(withoutReplacing({ document: tree.value as OfficialDocument, figures }));
}

async function readSealed(host: Pick<Host, 'read'>, { symbol, files }: Entry<'issued'>, format: string): Promise<Outcome<unknown>> {
  const file = files.find((one) => one.format === format);
  if (!file) return refused([unusable(`output/${symbol}`, symbol, `sổ theo dõi không ghi bản «${format}»`)]);
  const bytes = await host.read(file.path);
  if (!bytes) return refused([unusable(file.path, symbol, 'không còn tệp')]);
  if (hashBytes(bytes) !== file.sha256) return refused([unusable(file.path, symbol, 'tệp đã bị sửa sau khi ban hành')]);
  // The hash says that it is what we wrote.
  return accepted(JSON.parse(new TextDecoder().decode(bytes)));
}

function unusable(file: string, symbol: string, reason: string): Finding {
  return found('sealed-unusable', { in: 'file', file }, { symbol, reason });
}

/** What a replacement says of the document before it is no content of its own: left out, where documents are compared. */
export function withoutReplacing({ document, figures }: SealedDocument): SealedDocument {
  const { replacing, ...rest } = document;
  if (!replacing) return { document, figures };
  const bare = plainDocument(document);
  const count = (part: OfficialDocument): number => [...walkInlines(part)].reduce((sum, { inlines }) => sum + figuresOf(inlines).length, 0);
  const before = count({ ...rest, body: [], appendices: [] });
  const added = count({ ...rest, body: document.body.slice(0, replacing.blocks), appendices: [] }) - before;
  return { document: bare, figures: [...figures.slice(0, before), ...figures.slice(before + added)] };
}

/** The document without what says that it replaces another. */
export function plainDocument(document: OfficialDocument): OfficialDocument {
  const { replacing, ...rest } = document;
  if (!replacing) return document;
  const { subject } = document.title;
  const line = subject.findLastIndex(({ type }) => type === 'break');
  return { ...rest, title: { ...document.title, subject: line < 0 ? subject : subject.slice(0, line) }, body: document.body.slice(replacing.blocks) };
}
