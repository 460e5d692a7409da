/** Reading the tree: printed text of inlines and a visit of every run of inlines, in reading order. */
import type { Block, ChartBlock, Inline, OfficialDocument, TableBlock, TableCell } from './tree.js';

/** The blank that stands for a number or date not yet given. */
export function blankText(characters: number): string {
  return '\u00A0'.repeat(characters);
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'figure':
        case 'reference':
          return inline.text;
        case 'strong':
        case 'emphasis':
          return inlineText(inline.children);
        case 'blank':
          return blankText(inline.characters);
        case 'break':
          return '\n';
        // The mark of a note is no word of the sentence it hangs on.
        case 'note':
          return '';
      }
    })
    .join('');
}

/** Text of a recipient or addressee line with its closing mark: «;» on all, «.» on the last (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9). */
export function closeListLine(text: string, isLast: boolean): string {
  return `- ${text}${isLast ? '.' : ';'}`;
}

/** Lines of ô 9b; the drafter's mark (ô 12) stands behind «Lưu: …», the last of them. */
export function recipientLines({ recipients, drafter }: Pick<OfficialDocument, 'recipients' | 'drafter'>): readonly string[] {
  const lines = recipients.map((name, index) => closeListLine(name, index === recipients.length - 1));
  if (drafter === undefined) return lines;
  return lines.length === 0 ? [drafter] : [...lines.slice(0, -1), `${lines.at(-1)} ${drafter}`];
}

/** One printed run of inlines: a paragraph, a heading, a list item, a cell, a label of a chart, a footnote or a line of a component. */
export interface InlineRun {
  /** «body», «appendix-1», «chart-1», «note-1»…, «head» for letterhead, number, title; «foot» for recipients and signature. */
  readonly where: string;
  readonly inlines: readonly Inline[];
  /** For a body cell of a table: its table, row and column index. */
  readonly cell?: { readonly table: TableBlock; readonly row: number; readonly column: number };
  /** For a label of a chart: what it measures. */
  readonly point?: { readonly category: string; readonly series: string };
}

/** Every run in reading order; a footnote follows the run it hangs on. */

export function* walkInlines(document: OfficialDocument): Generator<InlineRun> {
  for (const run of walkRuns(document)) {
    yield run;
    for (const { number, inlines } of notesIn(run.inlines)) yield { where: `note-${number}`, inlines };
  }
}

/** Footnotes whose marks stand among the inlines, in order. */
export function notesIn(inlines: readonly Inline[]): readonly Extract<Inline, { type: 'note' }>[] {
  return inlines.flatMap((inline) => (inline.type === 'note' ? [inline] : inline.type === 'strong' || inline.type === 'emphasis' ? notesIn(inline.children) : []));
}

function* walkRuns(document: OfficialDocument): Generator<InlineRun> {
  yield { where: 'head', inlines: document.number };
  yield { where: 'head', inlines: document.placeAndDate };
  yield { where: 'head', inlines: document.title.subject };
  yield* walkBlocks(document.body, 'body');
  for (const appendix of document.appendices) {
    yield { where: appendix.id, inlines: appendix.title };
    if (appendix.subtitle) yield { where: appendix.id, inlines: appendix.subtitle };
    yield { where: appendix.id, inlines: appendix.attachedTo };
    yield* walkBlocks(appendix.blocks, appendix.id);
  }
}

export function* walkBlocks(blocks: readonly Block[], where: string): Generator<InlineRun> {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        yield { where, inlines: block.inlines };
        break;
      case 'list':
        for (const item of block.items) yield { where, inlines: item.inlines };
        break;
      case 'table':
        yield* walkTable(block, where);
        break;
      case 'chart':
        yield* walkChart(block, where);
        break;
      case 'pageBreak':
        break;
    }
  }
}

function* walkChart({ id, categories, series, caption, notes }: ChartBlock, where: string): Generator<InlineRun> {
  for (const { name, points } of series) {
    for (const [index, point] of points.entries()) {
      if (point) yield { where: id, inlines: [point.figure], point: { category: categories[index] ?? '', series: name } };
    }
  }
  yield { where, inlines: caption };
  for (const note of notes) yield { where, inlines: note };
}

function* walkTable(table: TableBlock, where: string): Generator<InlineRun> {
  if (table.caption) yield { where, inlines: table.caption };
  for (const row of table.header) for (const cell of row) yield { where, inlines: cell.inlines };
  const grid = spanGrid(
    table.rows.map(({ cells }) => cells),
    table.columns.length,
  );
  for (const [row, { cells }] of table.rows.entries()) {
    // A cell that spans rows pushes those beside it to the right.
    for (const cell of cells) yield { where, inlines: cell.inlines, cell: { table, row, column: Math.max(0, grid[row]!.indexOf(cell)) } };
  }
  for (const note of table.notes) yield { where, inlines: note };
}

/** The grid of header cells by column, spans resolved: `paths[c]` are the texts above column c, outermost first. */
export function headerPaths(table: TableBlock): readonly (readonly string[])[] {
  const grid = spanGrid(table.header, table.columns.length);
  return table.columns.map((_, column) => {
    const path: TableCell[] = [];
    for (const row of grid) {
      const cell = row[column];
      if (cell && path.at(-1) !== cell) path.push(cell);
    }
    return path.map((cell) => inlineText(cell.inlines));
  });
}

/** Every row of cells laid on its grid: a spanning cell stands in each place it covers. */
export function spanGrid(rows: readonly (readonly TableCell[])[], width: number): (TableCell | undefined)[][] {
  const grid: (TableCell | undefined)[][] = rows.map(() => new Array<TableCell | undefined>(width).fill(undefined));
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const cell of row) {
      while (c < width && grid[r]![c]) c++;
      for (let dr = 0; dr < (cell.rowSpan ?? 1) && r + dr < rows.length; dr++) {
        for (let dc = 0; dc < (cell.colSpan ?? 1) && c + dc < width; dc++) grid[r + dr]![c + dc] = cell;
      }
      c += cell.colSpan ?? 1;
    }
  }
  return grid;
}
