/** Edits as offices make them between two versions of a document, drawn at random: words and figures, notes, rows, blocks, lists of names, appendices. */
import fc from 'fast-check';
import { mapInlines } from '../../src/document/map-inlines.js';
import type { Block, Inline, OfficialDocument, TableBlock, TableRow } from '../../src/document/tree.js';

/** One edit; the numbers choose place and words, and are taken modulo what there is. */
export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly with: number;
}

const KINDS = ['word', 'figure', 'note', 'look', 'removeBlock', 'addBlock', 'moveBlock', 'removeRow', 'addRow', 'moveRow', 'header', 'columns', 'chart', 'recipients', 'addressees', 'signature', 'letterhead', 'title', 'removeAppendix', 'addAppendix', 'turnAppendix'] as const;

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(9999), with: fc.nat(9999) }), { minLength: 1, maxLength: 8 });

const WORDS = ['đúng hạn', 'tăng', '8.605', 'hồ sơ.', 'trong kỳ,', 'Sở Công Thương', '12,5%', ' ', 'không', '1216/QĐ-UBND', '(*)', 'thị xã\u00A0Vĩnh Châu'];

export function applyEdits(document: OfficialDocument, all: readonly Edit[]): OfficialDocument {
  return all.reduce(applyEdit, document);
}

function applyEdit(document: OfficialDocument, { kind, at, with: by }: Edit): OfficialDocument {
  const word = WORDS[by % WORDS.length]!;
  const line = [{ type: 'text', text: `Nội dung ${word} số ${by}` }] as const;
  const blocks = (change: (blocks: readonly Block[]) => readonly Block[]): OfficialDocument => inBlocks(document, at, change);
  const texts = (change: (inlines: readonly Inline[]) => readonly Inline[]): OfficialDocument => blocks((given) => changeNth(given, at, change));
  const tables = (change: (table: TableBlock) => TableBlock): OfficialDocument => blocks((given) => given.map((block, index) => (block.type === 'table' && (index + at) % 2 === 0 ? change(block) : block)));
  const names = (given: readonly string[]): readonly string[] => (by % 3 === 0 ? [...given, word] : by % 3 === 1 ? without(given, at) : given.map((name, index) => (index === at % given.length ? `${name} ${word}` : name)));
  switch (kind) {
    case 'word':
      return texts((inlines) => changeLeaf(inlines, by, (leaf) => (leaf.type === 'text' ? [{ ...leaf, text: at % 2 === 0 ? `${word} ${leaf.text}` : leaf.text.split(' ').filter((_, index) => index !== by % 5).join(' ') }] : [leaf])));
    case 'figure':
      return texts((inlines) => changeLeaf(inlines, by, (leaf) => [leaf, { type: 'figure', text: String(by), trace: `e${by}` }]));
    case 'note':
      return texts((inlines) => changeLeaf(inlines, by, (leaf) => (leaf.type === 'note' ? (at % 2 === 0 ? [] : [{ ...leaf, inlines: [...leaf.inlines, ...line] }]) : [leaf, { type: 'note', number: 0, inlines: line }])));
    case 'look':
      return texts((inlines) => changeLeaf(inlines, by, (leaf) => [{ type: at % 2 === 0 ? 'strong' : 'emphasis', children: [leaf] }]));
    case 'removeBlock':
      return blocks((given) => without(given, by));
    case 'addBlock':
      return blocks((given) => insert(given, by, by % 4 === 0 ? { type: 'pageBreak' } : by % 4 === 1 ? { type: 'heading', level: 2, inlines: line } : by % 4 === 2 ? { type: 'paragraph', role: 'body', inlines: line } : { type: 'list', items: [{ mark: '- ', level: 0, inlines: line }, { mark: '+ ', level: 1, inlines: line }] }));
    case 'moveBlock':
      return blocks((given) => (given.length === 0 ? given : insert(without(given, at), by, given[at % given.length]!)));
    case 'removeRow':
      return tables((table) => ({ ...table, rows: rowGroups(without(groupsOf(table), by)) }));
    case 'addRow':
      return tables((table) => ({ ...table, rows: rowGroups(insert(groupsOf(table), by, [newRow(table, word)])) }));
    case 'moveRow':
      return tables((table) => ({ ...table, rows: rowGroups(insert(without(groupsOf(table), at), by, ...groupsOf(table).slice(at % Math.max(1, groupsOf(table).length)).slice(0, 1))) }));
    case 'header':
      return tables((table) => ({ ...table, header: table.header.map((row) => row.map((cell, index) => (index === by % row.length ? { ...cell, inlines: [...cell.inlines, ...line] } : cell))) }));
    case 'columns':
      return tables((table) => ({ ...table, columns: table.columns.map((column, index) => (index === by % table.columns.length ? { ...column, id: `${column.id}_${by}` } : column)) }));
    case 'chart':
      return blocks((given) => given.map((block) => (block.type === 'chart' ? { ...block, series: block.series.map(({ name, points }) => ({ name, points: points.map((point, index) => (point && index === by % points.length ? { value: '51.5', figure: { ...point.figure, text: '51,50%' } } : point)) })) } : block)));
    case 'recipients':
      return { ...document, recipients: names(document.recipients) };
    case 'addressees':
      return { ...document, addressees: names(document.addressees) };
    case 'signature':
      return { ...document, signature: { authority: by % 2 === 0 ? ['GIÁM ĐỐC'] : ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], ...(at % 3 === 0 ? {} : { name: `Nguyễn ${word}` }) } };
    case 'letterhead':
      return { ...document, letterhead: { parent: at % 2 === 0 ? names(document.letterhead.parent) : document.letterhead.parent, issuer: [...document.letterhead.issuer.slice(0, -1), `${document.letterhead.issuer.at(-1) ?? ''} ${word}`] } };
    case 'title':
      return { ...document, title: { ...document.title, subject: [...document.title.subject, ...line] }, number: [{ type: 'text', text: `Số: ${by}/BC-TTHC` }] };
    case 'removeAppendix':
      return { ...document, appendices: without(document.appendices, at) };
    case 'addAppendix':
      return { ...document, appendices: insert(document.appendices, at, { id: `appendix-${by}`, label: `Phụ lục ${by}`, title: line, attachedTo: line, orientation: by % 2 === 0 ? 'portrait' : 'landscape', blocks: [{ type: 'paragraph', role: 'body', inlines: line }] }) };
    case 'turnAppendix':
      return { ...document, appendices: document.appendices.map((appendix, index) => (index === at % document.appendices.length ? { ...appendix, orientation: appendix.orientation === 'portrait' ? 'landscape' : 'portrait' } : appendix)) };
  }
}

function inBlocks(document: OfficialDocument, at: number, change: (blocks: readonly Block[]) => readonly Block[]): OfficialDocument {
  const place = at % (document.appendices.length + 1);
  if (place === 0) return { ...document, body: change(document.body) };
  return { ...document, appendices: document.appendices.map((appendix, index) => (index === place - 1 ? { ...appendix, blocks: change(appendix.blocks) } : appendix)) };
}

function changeNth(blocks: readonly Block[], at: number, change: (inlines: readonly Inline[]) => readonly Inline[]): readonly Block[] {
  let count = 0;
  mapInlines(blocks, (inlines) => (count++, inlines));
  let run = 0;
  return mapInlines(blocks, (inlines) => (run++ === at % Math.max(1, count) ? change(inlines) : inlines));
}

function changeLeaf(inlines: readonly Inline[], at: number, change: (leaf: Inline) => readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline, index) => {
    if (index !== at % inlines.length) return [inline];
    return inline.type === 'strong' || inline.type === 'emphasis' ? [{ ...inline, children: changeLeaf(inline.children, at, change) }] : change(inline);
  });
}

/** Rows under one cell come and go together, as in any table that can be printed. */
function groupsOf({ rows }: TableBlock): readonly (readonly TableRow[])[] {
  const groups: TableRow[][] = [];
  let end = 0;
  for (const [at, row] of rows.entries()) {
    if (at < end) groups.at(-1)!.push(row);
    else groups.push([row]);
    end = Math.max(end, at + Math.max(1, ...row.cells.map(({ rowSpan = 1 }) => rowSpan)));
  }
  return groups;
}

function rowGroups(groups: readonly (readonly TableRow[])[]): readonly TableRow[] {
  return groups.flat();
}

function newRow({ columns }: TableBlock, word: string): TableRow {
  return { role: 'item', cells: columns.map(({ id, align }) => ({ inlines: [{ type: 'text', text: align === 'left' ? `Đơn vị ${word} ${id}` : word }] })) };
}

function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, index) => index !== at % list.length);
}

function insert<T>(list: readonly T[], at: number, ...one: readonly T[]): readonly T[] {
  const place = at % (list.length + 1);
  return [...list.slice(0, place), ...one, ...list.slice(place)];
}
