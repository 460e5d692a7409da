/** An issued document as it was sealed: its tree and its figures, read back and held against the hashes of the ledger. */
import { storedDocument } from '../document/stored-document.js';
import type { OfficialDocument } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import { accepted, refused, type Outcome } from '../finding/finding.js';
import { exact } from '../statistics/exact.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Host } from '../store/host.js';
import type { Entry } from '../store/ledger-entry.js';
import { hashBytes } from '../store/recording-host.js';
import type { FigureEntry } from './figures-json.js';
import { withoutReplacing, type ListedDocument, type ListedFigure } from './listed-document.js';

/** Its content, without what it says of a document that it replaced itself. The origin of a figure is its line in the sealed list. */
export async function loadSealed(host: Pick<Host, 'read'>, entry: Entry<'issued'>): Promise<Outcome<ListedDocument>> {
  const tree = await loadSealedTree(host, entry);
  const listing = await readSealed(host, entry, 'figures');
  if (!tree.ok || !listing.ok) return refused([...tree.findings, ...listing.findings]);
  const { file, value } = listing.value;
  const figures = (value as { readonly figures: readonly FigureEntry[] }).figures.map((listed, index): ListedFigure => {
    const place = { in: 'json', file, path: `$.figures[${index}]` } as const;
    const origin = { kind: 'source', place, written: listed.text, illustrative: listed.illustrative === true } as const;
    return { listed, printed: { text: listed.text, quantity: { value: exact(listed.value), origin } } };
  });
  return accepted(withoutReplacing({ document: tree.value, figures }));
}

/** The tree alone, as it was issued. */
export async function loadSealedTree(host: Pick<Host, 'read'>, entry: Entry<'issued'>): Promise<Outcome<OfficialDocument>> {
  const tree = await readSealed(host, entry, 'tree');
  return tree.ok ? accepted(storedDocument(tree.value.value as OfficialDocument)) : tree;
}

async function readSealed(host: Pick<Host, 'read'>, entry: Entry<'issued'>, format: string): Promise<Outcome<{ readonly file: string; readonly value: unknown }>> {
  const sealed = entry.files.find((one) => one.format === format);
  const words = { symbol: entry.symbol, date: formatDate(entry.issuedOn) };
  if (!sealed) return refused([found('seal-broken', entry.at, { ...words, state: `không có tệp loại «${format}» trong sổ theo dõi` })]);
  const { path: file, sha256 } = sealed;
  const bytes = await host.read(file);
  if (!bytes || hashBytes(bytes) !== sha256) return refused([found('seal-broken', { in: 'file', file }, { ...words, state: bytes ? 'đã bị sửa' : 'bị mất' }, { related: [entry.at] })]);
  // The hash says that it is what we wrote.
  return accepted({ file, value: JSON.parse(new TextDecoder().decode(bytes)) as unknown });
}
