/** The document as a person finds a place in it: runs of text under the number of their heading, tables as printed grids. Reads the tree and shares no code with what walks it in `src`. */
import type { Block, ChartBlock, Inline, OfficialDocument, TableBlock, TableCell } from '../../../src/document/tree.js';

export interface OutlineRun {
  /** «I.1», «I.3.1.1(2)», «note-4», «appendix-3»: heading numbers, the footnote or the appendix. */
  readonly section: string;
  readonly text: string;
  /** One a character: printed by a traced figure. */
  readonly traced: readonly boolean[];
}

export interface Footnote {
  readonly number: number;
  readonly text: string;
  /** The text before its mark, in the run it hangs on. */
  readonly behind: string;
}

/** Paragraphs, headings, list items and footnotes; tables and charts are read on their own. */
export function outline(document: OfficialDocument): readonly OutlineRun[] {
  return [...blockRuns(document.body, ''), ...document.appendices.flatMap(({ id, blocks }) => blockRuns(blocks, id))];
}

function blockRuns(blocks: readonly Block[], fixed: string): readonly OutlineRun[] {
  let [chapter, number, item] = ['', '', ''];
  return blocks.flatMap((block) => {
    const texts = runsOf(block);
    if (block.type === 'heading') {
      const mark = printedText(block.inlines).split(/\s/)[0]!;
      if (block.level === 1) [chapter, number, item] = [mark.replace(/\.$/, ''), '', ''];
      else if (mark.startsWith('(')) item = mark;
      else [number, item] = [mark.replace(/\.$/, ''), ''];
    }
    const section = fixed || `${chapter}${number === '' ? '' : `.${number}`}${item}`;
    return texts.flatMap((inlines) => [run(section, inlines), ...footnotesOf(inlines).map((note) => run(`note-${note.number}`, note.inlines))]);
  });
}

function runsOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'heading' || block.type === 'paragraph') return [block.inlines];
  return block.type === 'list' ? block.items.map(({ inlines }) => inlines) : [];
}

function run(section: string, inlines: readonly Inline[]): OutlineRun {
  const characters = marked(inlines);
  return { section, text: characters.map(([character]) => character).join(''), traced: characters.map(([, traced]) => traced) };
}

function marked(inlines: readonly Inline[]): readonly (readonly [string, boolean])[] {
  return inlines.flatMap((inline): readonly (readonly [string, boolean])[] => {
    if (inline.type === 'strong' || inline.type === 'emphasis') return marked(inline.children);
    if (inline.type === 'break') return [['\n', false]];
    if (inline.type === 'blank' || inline.type === 'note') return [];
    return [...inline.text.replace(/\u00A0/g, ' ')].map((character) => [character, inline.type === 'figure'] as const);
  });
}

/** Without the marks of notes; a non-breaking blank reads as a blank. */
export function printedText(inlines: readonly Inline[]): string {
  return marked(inlines).map(([character]) => character).join('');
}

/** Whether the run holds the words around «◻» with `printed` in its place, every digit of it from a traced figure. */
export function printsTraced({ text, traced }: OutlineRun, words: string, printed: string): boolean {
  const start = text.indexOf(words.replace('◻', printed));
  if (start < 0) return false;
  const at = start + words.indexOf('◻');
  return [...printed].every((character, index) => !/\d/.test(character) || traced[at + index] === true);
}

function footnotesOf(inlines: readonly Inline[]): readonly Extract<Inline, { type: 'note' }>[] {
  return inlines.flatMap((inline) => (inline.type === 'note' ? [inline] : inline.type === 'strong' || inline.type === 'emphasis' ? footnotesOf(inline.children) : []));
}

/** Every footnote in reading order, those of table cells included. */
export function footnotes(document: OfficialDocument): readonly Footnote[] {
  const blocks = [document.body, ...document.appendices.map((appendix) => appendix.blocks)].flat();
  const runs = blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ inlines }) => inlines)) : runsOf(block)));
  return runs.flatMap((inlines) =>
    inlines.flatMap((inline, index) => (inline.type === 'note' ? [{ number: inline.number, text: printedText(inline.inlines), behind: printedText(inlines.slice(0, index)) }] : [])),
  );
}

/** The table whose caption, or whose appendix, begins with `name`: «Bảng 3», «Phụ lục II». */
export function findTable(document: OfficialDocument, name: string): TableBlock {
  const captioned = document.body.find((block): block is TableBlock => block.type === 'table' && printedText(block.caption ?? []).startsWith(`${name}:`));
  const table = captioned ?? document.appendices.find(({ label }) => label === name)?.blocks.find((block): block is TableBlock => block.type === 'table');
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** Charts in printed order. */
export function charts(document: OfficialDocument): readonly ChartBlock[] {
  return document.body.filter((block): block is ChartBlock => block.type === 'chart');
}

/** Rows as printed: a spanning cell stands at its first place, the others it covers are undefined. */
export function printedRows(rows: readonly (readonly TableCell[])[], width: number): readonly (readonly (string | undefined)[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((cells, r) => {
    const row = new Array<string | undefined>(width).fill(undefined);
    let column = 0;
    for (const { inlines, colSpan = 1, rowSpan = 1 } of cells) {
      while (taken[r]!.has(column)) column++;
      row[column] = printedText(inlines);
      for (let down = 1; down < rowSpan; down++) for (let right = 0; right < colSpan; right++) taken[r + down]?.add(column + right);
      column += colSpan;
    }
    return row;
  });
}
