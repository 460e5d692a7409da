/** Helpers that put in what a person wrote: a part of the whole document, of one criterion, of one unit; a visible gap where nobody did. */
import type { Block, Inline } from '../../document/tree.js';
import { found } from '../../finding/catalog.js';
import { findUnit } from '../../statistics/unit-list.js';
import { text, type Call } from '../call.js';
import { neededCauses } from '../check-composition.js';
import type { Manifest } from '../manifest.js';
import type { SlotValue } from '../slots.js';
import { clauseOf, type WrittenParagraph } from '../written.js';

/** {{written "slot"}} or {{written "slot" "(1)"}}: a cause inside a sentence, anything else as blocks. */
export function written(call: Call, slot: string, criterion?: string): SlotValue {
  const { data } = call.state;
  const declared = declaredSlot(call, slot);
  if (!declared) return text('');
  call.state.asked.set(slot, (call.state.asked.get(slot) ?? new Set()).add(criterion ?? ''));
  const parts = data.written.filter((one) => one.slot === slot && one.criterion === criterion);
  if (declared.causeOf) {
    const needed = neededCauses(data, slot, declared.causeOf);
    if (needed.length === 0) return { kind: 'inlines', inlines: [gapText(declared.title)] };
    const unitName = (name: string): string => findUnit(data.agency.units, name, data.dates.to)?.name ?? name;
    return {
      kind: 'inlines',
      inlines: needed.flatMap((part, index): Inline[] => [
        { type: 'text', text: `${index > 0 ? '; ' : ''}${part.unit === undefined || needed.length === 1 ? '' : `${unitName(part.unit)}: `}` },
        ...clauseOf(part),
      ]),
    };
  }
  return { kind: 'blocks', blocks: partBlocks(call, slot, criterion === undefined ? declared.title : `${declared.title} ${criterion}`, parts) };
}

/** {{written_by_unit "slot"}}: «(1) Văn phòng …:» and its part, for each unit that answers for the document, in the agency's order. */
export function writtenByUnit(call: Call, slot: string): SlotValue {
  const { data } = call.state;
  const declared = declaredSlot(call, slot);
  if (!declared) return text('');
  const responsible = data.agency.documents[data.manifest.id]?.responsible ?? [];
  const blocks = responsible.flatMap((id, index): readonly Block[] => {
    const unit = data.agency.units.find((one) => one.id === id);
    const name = unit?.name ?? id;
    const parts = data.written.filter((one) => one.slot === slot && one.unit !== undefined && findUnit(data.agency.units, one.unit, data.dates.to)?.id === id);
    return [{ type: 'heading', level: UNIT_LEVEL, inlines: [{ type: 'text', text: `(${index + 1}) ${name}` }] }, ...partBlocks(call, slot, `${declared.title}: ${name}`, parts)];
  });
  return { kind: 'blocks', blocks };
}

const UNIT_LEVEL = 5;

function partBlocks({ state, place }: Call, slot: string, title: string, parts: readonly WrittenParagraph[]): readonly Block[] {
  if (parts.length > 0) return parts.flatMap(({ blocks }) => blocks);
  state.findings.push(found('paragraph-missing', { in: 'file', file: state.data.folder }, { title, slot }, { related: [place] }));
  return [{ type: 'paragraph', role: 'body', inlines: [gapText(title)] }];
}

function gapText(title: string): Inline {
  return { type: 'text', text: `[Thiếu nội dung: ${title}]` };
}

function declaredSlot({ state, place }: Call, slot: string): Manifest['written'][string] | undefined {
  const { written: slots } = state.data.manifest;
  if (Object.hasOwn(slots, slot)) return slots[slot];
  state.findings.push(found('template-invalid', place, { reason: `không có mục «${slot}» trong khai báo written của mẫu` }));
  return undefined;
}
