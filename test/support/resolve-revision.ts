/** What a comparison leaves when every change is taken, or none: the same picture is made of a document itself, so that both can be held against each other. */
import type { Revised, RevisedBlock, RevisedDocument, RevisedInlines, RevisedLine, RevisedTable } from '../../src/document/revision.js';
import type { Block, ChartBlock, Inline, OfficialDocument, TableBlock, TableCell } from '../../src/document/tree.js';

export type Side = 'issued' | 'draft';

/** Inlines without wraps: every leaf with what it stands in, neighbouring texts of one look joined. */
type Leaves = readonly object[];

export function pictureOf(document: OfficialDocument): object {
  const lines = (texts: readonly string[] = []): readonly Leaves[] => texts.map((text) => leaves([{ type: 'text', text }]));
  const listed = (names: readonly string[], mark: (name: string, last: boolean) => string): readonly string[] => names.map((name, at) => mark(name, at === names.length - 1));
  const closed = (name: string, last: boolean): string => `- ${name}${last ? '.' : ';'}`;
  const recipients = [...listed(document.recipients, closed)];
  if (document.drafter !== undefined) recipients.push(recipients.length > 0 ? `${recipients.pop()!} ${document.drafter}` : document.drafter);
  return {
    letterhead: [lines(document.letterhead.parent), lines(document.letterhead.issuer)],
    number: leaves(document.number),
    placeAndDate: leaves(document.placeAndDate),
    title: [lines(document.title.typeName === undefined ? [] : [document.title.typeName]), leaves(document.title.subject)],
    marks: [lines(document.marks?.urgency === undefined ? [] : [document.marks.urgency]), lines(document.marks?.circulation === undefined ? [] : [document.marks.circulation])],
    notice: lines(document.illustrativeNotice === undefined ? [] : [document.illustrativeNotice]),
    addressees: lines(document.addressees.length === 1 ? document.addressees : listed(document.addressees, closed)),
    body: document.body.flatMap(blockPictures),
    recipients: lines(recipients),
    signature: [lines(document.signature.authority), leaves([{ type: 'text', text: document.signature.name ?? '' }])],
    address: lines(document.address),
    appendices: document.appendices.map(({ label, title, subtitle, attachedTo, orientation, blocks }) => [leaves([{ type: 'text', text: label }]), leaves(title), subtitle ? [leaves(subtitle)] : [], leaves(attachedTo), orientation, blocks.flatMap(blockPictures)]),
  };
}

export function pictureOfSide(revised: RevisedDocument, side: Side): object {
  const at = (inlines: RevisedInlines): Leaves => sideLeaves(inlines, side);
  const lines = (of: readonly RevisedLine[]): readonly Leaves[] => sideLines(of, side);
  return {
    letterhead: [lines(revised.letterhead.parent), lines(revised.letterhead.issuer)],
    number: at(revised.number),
    placeAndDate: at(revised.placeAndDate),
    title: [lines(revised.title.typeName), at(revised.title.subject)],
    marks: [lines(revised.marks.urgency), lines(revised.marks.circulation)],
    notice: lines(revised.illustrativeNotice),
    addressees: lines(revised.addressees),
    body: sideBlocks(revised.body, side),
    recipients: lines(revised.recipients),
    signature: [lines(revised.signature.authority), at(revised.signature.name)],
    address: lines(revised.address),
    appendices: onSide(revised.appendices, side).map(({ value, inside }) => {
      const { label, title, subtitle, attachedTo, orientation, blocks } = value;
      if (!inside) return [leaves([{ type: 'text', text: label }]), leaves(title), subtitle ? [leaves(subtitle)] : [], leaves(attachedTo), orientation, blocks.flatMap(blockPictures)];
      return [at(inside.label), at(inside.title), lines(inside.subtitle), at(inside.attachedTo), orientation, sideBlocks(inside.blocks, side)];
    }),
  };
}

/** Things of one side, with what is known of those that stand in both. */
function onSide<T, Inside>(revised: readonly Revised<T, Inside>[], side: Side): readonly { readonly value: T; readonly inside?: Inside }[] {
  return revised.flatMap((one) => {
    if (one.change === 'kept') return [{ value: one[side], inside: one.inside }];
    if (one.change === 'deleted') return side === 'issued' ? [{ value: one.issued }] : [];
    return side === 'draft' ? [{ value: one.draft }] : [];
  });
}

function sideLines(lines: readonly RevisedLine[], side: Side): readonly Leaves[] {
  return onSide(lines, side).map(({ value, inside }) => (inside ? sideLeaves(inside, side) : leaves(value)));
}

function sideLeaves(inlines: RevisedInlines, side: Side): Leaves {
  const taken = inlines.flatMap((piece): readonly Inline[] => {
    if (piece.change === 'kept') {
      // A footnote that changed inside is given by what changed, not by itself.
      if (piece.note && piece[side][0]?.type === 'note') return [{ type: 'note', number: piece[side][0].number, inlines: piece.note.flatMap((one) => (one as { readonly [K in Side]?: readonly Inline[] })[side] ?? []) }];
      return piece[side];
    }
    return (piece as { readonly [K in Side]?: readonly Inline[] })[side] ?? [];
  });
  return leaves(taken);
}

function sideBlocks(blocks: readonly RevisedBlock[], side: Side): readonly object[] {
  return onSide(blocks, side).map(({ value, inside }) => {
    const plain = value.type === 'item' ? itemPicture(value.item) : blockPictures(value)[0]!;
    if (!inside) return plain;
    if (inside.type === 'text') return { ...plain, text: sideLeaves(inside.inlines, side) };
    if (inside.type === 'table') return { ...plain, ...tableWords(inside, side) };
    if (inside.type === 'chart') return { ...plain, caption: sideLeaves(inside.caption, side), notes: sideLines(inside.notes, side) };
    return plain;
  });
}

function tableWords({ caption, unitLine, header, formulaRow, rows, notes }: RevisedTable, side: Side): object {
  const cells = ({ value, inside }: { readonly value: readonly TableCell[]; readonly inside?: readonly RevisedInlines[] }): readonly object[] => value.map((cell, at) => cellPicture(cell, inside && sideLeaves(inside[at]!, side)));
  return {
    caption: sideLines(caption, side),
    unitLine: sideLines(unitLine, side),
    header: header.map((row) => row.map((cell) => sideLeaves(cell, side))),
    formulaRow: onSide(formulaRow, side).map(cells),
    rows: onSide(rows, side).map(({ value, inside }) => ({ role: value.role, cells: cells({ value: value.cells, ...(inside ? { inside } : {}) }) })),
    notes: sideLines(notes, side),
  };
}

function blockPictures(block: Block): readonly object[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: block.level, text: leaves(block.inlines) }];
    case 'paragraph':
      return [{ type: 'paragraph', role: block.role, text: leaves(block.inlines) }];
    case 'list':
      return block.items.map(itemPicture);
    case 'table':
      return [tablePicture(block)];
    case 'chart':
      return [chartPicture(block)];
    case 'pageBreak':
      return [{ type: 'pageBreak' }];
  }
}

function itemPicture({ mark, level, inlines }: { readonly mark: string; readonly level: number; readonly inlines: readonly Inline[] }): object {
  return { type: 'item', level, text: leaves([{ type: 'text', text: mark }, ...inlines]) };
}

function tablePicture({ columns, caption, unitLine, header, formulaRow, rows, notes }: TableBlock): object {
  return {
    type: 'table',
    columns: columns.map(({ id }) => id),
    caption: caption ? [leaves(caption)] : [],
    unitLine: unitLine === undefined ? [] : [leaves([{ type: 'text', text: unitLine }])],
    header: header.map((row) => row.map(({ inlines }) => leaves(inlines))),
    formulaRow: formulaRow ? [formulaRow.map((cell) => cellPicture(cell))] : [],
    rows: rows.map(({ role, cells }) => ({ role, cells: cells.map((cell) => cellPicture(cell)) })),
    notes: notes.map((note) => leaves(note)),
  };
}

function cellPicture({ inlines, colSpan = 1, rowSpan = 1 }: TableCell, text = leaves(inlines)): object {
  return { spans: [colSpan, rowSpan], text };
}

function chartPicture({ type, kind, categories, series, caption, notes }: ChartBlock): object {
  return { type, kind, categories, series, caption: leaves(caption), notes: notes.map((note) => leaves(note)) };
}

function leaves(inlines: readonly Inline[], wraps: readonly string[] = []): Leaves {
  const flat = flatLeaves(inlines, wraps);
  const joined: { readonly type: string; readonly text?: string; readonly wraps: readonly string[] }[] = [];
  for (const leaf of flat) {
    const last = joined.at(-1);
    if (leaf.type === 'text' && leaf.text === '') continue;
    if (leaf.type === 'text' && last?.type === 'text' && last.wraps.join() === leaf.wraps.join()) joined[joined.length - 1] = { ...last, text: last.text! + leaf.text! };
    else joined.push(leaf);
  }
  return joined;
}

function flatLeaves(inlines: readonly Inline[], wraps: readonly string[]): readonly { readonly type: string; readonly text?: string; readonly wraps: readonly string[] }[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'strong' || inline.type === 'emphasis') return flatLeaves(inline.children, [...wraps, inline.type]);
    if (inline.type === 'note') return [{ type: 'note', number: inline.number, text: JSON.stringify(leaves(inline.inlines)), wraps }];
    return [{ ...inline, wraps }];
  });
}
