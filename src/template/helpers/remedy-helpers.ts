/** Helpers of documents that put an issued one right: the table of changed figures, the table of changed words. Nothing is printed where nothing changed. */
import type { Inline, TableBlock } from '../../document/tree.js';
import type { Call } from '../call.js';
import { toBlocks } from '../markdown.js';
import type { RemediedDocument } from '../remedied-document.js';
import { changedFiguresTable, changedTextTable, type RemedySetting } from '../remedy-tables.js';
import { takeLineMarks, type SlotValue } from '../slots.js';

/** {{#changed_figures}}Bảng: …{{/changed_figures}}, alone on its line: what stands inside is the caption. */
export function changedFigures(call: Call): SlotValue {
  return captioned(call, ({ figures }, setting) => (figures.length > 0 ? changedFiguresTable(figures, setting) : undefined));
}

/** {{#changed_text}}…{{/changed_text}}: the same for words. */
export function changedText(call: Call): SlotValue {
  return captioned(call, ({ text }, setting) => (text.length > 0 ? changedTextTable(text, setting) : undefined));
}

function captioned({ state, inner }: Call, make: (remedied: RemediedDocument, setting: RemedySetting) => TableBlock | undefined): SlotValue {
  const { remedied, agency } = state.data;
  const table = remedied && make(remedied, { trace: state.trace, differenceUnit: agency.style.differenceUnit });
  const caption = toBlocks(takeLineMarks(inner().trim(), state.files), state.slots).flatMap((block): readonly Inline[] => (block.type === 'paragraph' ? block.inlines : []));
  return { kind: 'blocks', blocks: table ? [{ ...table, ...(caption.length > 0 ? { caption } : {}) }] : [] };
}
