/** Markdown → blocks of the document tree, with slots put back. Only headings, paragraphs, lists, strong, emphasis and footnotes ([^1]) exist here. */
import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent, ListItem as MdListItem } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { Block, Inline, ListItem, SourceLine } from '../document/tree.js';
import { splitSlots, type MarkedText, type SlotValue } from './slots.js';

/** Constructs of Markdown that administrative prose triggers by accident («[…]», «1216&…», indented lines) and that our documents do not have. */
const OFF = [
  'autolink', 'blockQuote', 'characterReference', 'codeFenced', 'codeIndented', 'codeText', 'definition',
  'htmlFlow', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink', 'setextUnderline', 'thematicBreak',
];

/** Parses rendered template text (or a written paragraph) to blocks; every block knows its template line. */
export function toBlocks(marked: MarkedText, slots: readonly SlotValue[]): readonly Block[] {
  const root = fromMarkdown(marked.text, { extensions: [gfmFootnote(), { disable: { null: OFF } }], mdastExtensions: [gfmFootnoteFromMarkdown()] });
  const notes = new Map<string, FootnoteDefinition>();
  for (const node of root.children) if (node.type === 'footnoteDefinition') notes.set(node.identifier, node);
  const context: Context = { marked, slots, notes };
  return root.children.flatMap((node) => toBlock(node, context));
}

interface Context {
  readonly marked: MarkedText;
  readonly slots: readonly SlotValue[];
  /** Texts of footnotes by their names. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

function sourceOf(node: Nodes, { marked }: Context): SourceLine {
  return marked.lineAt(node.position?.start.offset ?? 0);
}

function toBlock(node: RootContent, context: Context): readonly Block[] {
  const source = sourceOf(node, context);
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth, inlines: toInlines(node.children, context), source }];
    case 'paragraph': {
      const blocks = blockSlot(node.children, context);
      if (blocks) return blocks;
      const inlines = toInlines(node.children, context);
      return inlines.length > 0 ? [{ type: 'paragraph', role: 'body', inlines, source }] : [];
    }
    case 'list':
      return [{ type: 'list', items: node.children.flatMap((item, index) => toItems(item, index, 0, node.start ?? null, context)), source }];
    default:
      return [];
  }
}

/** The blocks of a slot that stands alone in its paragraph. */
function blockSlot(children: readonly PhrasingContent[], { slots }: Context): readonly Block[] | undefined {
  if (children.length !== 1 || children[0]!.type !== 'text') return undefined;
  const parts = splitSlots(children[0]!.value.trim());
  if (parts.length !== 1 || typeof parts[0] !== 'number') return undefined;
  const slot = slots[parts[0]];
  return slot?.kind === 'blocks' ? slot.blocks : undefined;
}

function toItems(item: MdListItem, index: number, level: number, start: number | null, context: Context): readonly ListItem[] {
  const offset = item.position?.start.offset ?? 0;
  const source = context.marked.lineAt(offset);
  const typed = /^(?:\d+[.)]|[-+*])/.exec(context.marked.text.slice(offset))?.[0] ?? '-';
  // Numbers are counted here: «1.» on every line of a template still prints 1., 2., 3.
  const mark = start === null ? typed.replace('*', '-') : `${start + index}${typed.at(-1)!}`;
  let first = true;
  return item.children.flatMap((child): readonly ListItem[] => {
    if (child.type === 'list') {
      return child.children.flatMap((nested, position) => toItems(nested, position, level + 1, child.start ?? null, context));
    }
    if (child.type !== 'paragraph') return [];
    // A non-breaking blank: justification must not push the text away from its dash.
    const own = { mark: first ? `${mark}\u00A0` : '', level, inlines: toInlines(child.children, context), source };
    first = false;
    return [own];
  });
}

function toInlines(nodes: readonly PhrasingContent[], context: Context): readonly Inline[] {
  return keepUnits(nodes.flatMap((node) => toInline(node, context)));
}

function toInline(node: PhrasingContent, context: Context): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return splitSlots(node.value.replace(/[ \t]*\n[ \t]*/g, ' ')).flatMap((part): readonly Inline[] =>
        typeof part === 'string' ? [{ type: 'text', text: part }] : slotInlines(context.slots[part]!),
      );
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: toInlines(node.children, context) }];
    case 'break':
      return [{ type: 'break' }];
    case 'footnoteReference': {
      const paragraphs = context.notes.get(node.identifier)?.children.flatMap((child) => (child.type === 'paragraph' ? [toInlines(child.children, context)] : [])) ?? [];
      return [{ type: 'note', number: 0, inlines: paragraphs.flatMap((inlines, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), ...inlines]) }];
    }
    default:
      return [];
  }
}

/** Blocks in the middle of a sentence print their text: the first paragraph's inlines. */
function slotInlines(slot: SlotValue): readonly Inline[] {
  if (slot.kind === 'inlines') return slot.inlines;
  return slot.blocks.flatMap((block) => (block.type === 'paragraph' || block.type === 'heading' ? block.inlines : []));
}

/** A number and its unit stay on one line: the blank after a figure becomes non-breaking. */
export function keepUnits(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline, index) => {
    const before = inlines[index - 1];
    const follows = before?.type === 'figure' && !before.text.endsWith('%');
    return follows && inline.type === 'text' && /^ \p{L}/u.test(inline.text)
      ? { type: 'text', text: `\u00A0${inline.text.slice(1)}` }
      : inline;
  });
}
