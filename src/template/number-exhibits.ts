/** Numbers of tables, charts and footnotes, given once the whole document stands: captions, references above and below, and marks all follow the reading order. */
import { mapInlines } from '../document/map-inlines.js';
import type { Appendix, Block, Inline } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';

type ExhibitKind = 'table' | 'chart';

const LABELS: Readonly<Record<ExhibitKind, string>> = { table: 'Bảng', chart: 'Biểu đồ' };

/** The id of an exhibit until it has its number. */
export function placeholder(kind: ExhibitKind, name: string): string {
  return `${kind}:${name}`;
}

/** Tables set by no name of the template, as those of a replacement, have captions of their own and no number. */
function isPlaceholder(id: string): boolean {
  return id.includes(':');
}

export interface Numbered {
  readonly body: readonly Block[];
  readonly appendices: readonly Appendix[];
  readonly findings: readonly Finding[];
}

/** `references`: what the template points to, with its line; a target that stands nowhere is a finding. */
export function numberExhibits(body: readonly Block[], appendices: readonly Appendix[], references: readonly { readonly target: string; readonly place: Place }[]): Numbered {
  const exhibits = new Map<string, { readonly id: string; readonly label: string }>();
  const counts = { table: 0, chart: 0 };
  for (const block of body) {
    if ((block.type === 'table' && block.caption && isPlaceholder(block.id)) || block.type === 'chart') {
      const number = ++counts[block.type];
      if (!exhibits.has(block.id)) exhibits.set(block.id, { id: `${block.type}-${number}`, label: `${LABELS[block.type]} ${number}` });
    }
  }
  let notes = 0;
  const number = (inline: Inline): Inline => {
    if (inline.type === 'note') return { ...inline, number: ++notes, inlines: inline.inlines.map(number) };
    if (inline.type === 'strong' || inline.type === 'emphasis') return { ...inline, children: inline.children.map(number) };
    const exhibit = inline.type === 'reference' ? exhibits.get(inline.target) : undefined;
    return exhibit ? { type: 'reference', text: exhibit.label, target: exhibit.id } : inline;
  };
  const labelled = (block: Block): Block => {
    const exhibit = block.type === 'table' || block.type === 'chart' ? exhibits.get(block.id) : undefined;
    if (!exhibit || (block.type !== 'table' && block.type !== 'chart')) return block;
    return { ...block, id: exhibit.id, caption: [{ type: 'text', text: `${exhibit.label}: ` }, ...(block.caption ?? [])] };
  };
  const numbered = (inlines: readonly Inline[]): readonly Inline[] => inlines.map(number);
  return {
    body: mapInlines(body.map(labelled), numbered),
    appendices: appendices.map((appendix) => ({ ...appendix, blocks: mapInlines(appendix.blocks, numbered) })),
    findings: references
      .filter(({ target }) => !exhibits.has(target))
      .map(({ target, place }) => found('reference-unknown', place, { target: target.slice(target.indexOf(':') + 1), nearest: '' })),
  };
}
