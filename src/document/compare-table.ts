/** Two versions of a table: rows are found again by what their first words say, wherever they stand now, and compared cell by cell. */
import { align, type Profile } from './align.js';
import { compareInlines, compareLines, compareOptional, inlinesKey, wordsOf } from './compare-inlines.js';
import type { Revised, RevisedInlines, RevisedRow, RevisedTable } from './revision.js';
import type { Inline, TableBlock, TableCell, TableRow } from './tree.js';
import { inlineText, spanGrid } from './walk.js';

/** Tables are versions of one another only where columns and spans of the header are the same: otherwise their cells do not answer each other. */
export function tableProfile(table: TableBlock): Profile {
  const columns = table.columns.map(({ id }) => id);
  const header = table.header.flat().map(({ inlines }) => inlineText(inlines));
  const printed = [[...(table.caption ? [table.caption] : []), ...table.notes].map(inlinesKey), table.unitLine ?? '', table.header.map(cellsKey), table.formulaRow ? cellsKey(table.formulaRow) : '', table.rows.map(({ role, cells }) => role + cellsKey(cells))];
  return {
    kind: `table|${JSON.stringify([columns, table.header.map(spans)])}`,
    key: `table|${JSON.stringify([columns, printed])}`,
    words: wordsOf([...(table.caption ? [inlineText(table.caption)] : []), ...header].join(' ')),
  };
}

export function compareTables(issued: TableBlock, draft: TableBlock): RevisedTable {
  return {
    type: 'table',
    caption: compareOptional(issued.caption, draft.caption),
    unitLine: compareOptional(asInlines(issued.unitLine), asInlines(draft.unitLine)),
    header: issued.header.map((row, at) => compareCells(row, draft.header[at]!)),
    formulaRow: compareFormulaRows(issued.formulaRow, draft.formulaRow),
    rows: compareRows(issued, draft),
    notes: compareLines(issued.notes, draft.notes),
  };
}

function asInlines(text: string | undefined): readonly Inline[] | undefined {
  return text === undefined ? undefined : [{ type: 'text', text }];
}

function compareCells(issued: readonly TableCell[], draft: readonly TableCell[]): readonly RevisedInlines[] {
  return issued.map(({ inlines }, at) => compareInlines(inlines, draft[at]!.inlines));
}

function compareFormulaRows(issued: readonly TableCell[] | undefined, draft: readonly TableCell[] | undefined): RevisedTable['formulaRow'] {
  if (issued && draft && spans(issued) === spans(draft)) return [{ change: 'kept', issued, draft, inside: compareCells(issued, draft) }];
  return [...(issued ? [{ change: 'deleted', issued } as const] : []), ...(draft ? [{ change: 'inserted', draft } as const] : [])];
}

function compareRows(issued: TableBlock, draft: TableBlock): readonly RevisedRow[] {
  return align(spanGroups(issued), spanGroups(draft), groupProfile).flatMap((step): readonly Revised<TableRow, readonly RevisedInlines[]>[] => {
    if (step.change === 'deleted') return step.issued.rows.map((row) => ({ change: 'deleted', issued: row }));
    if (step.change === 'inserted') return step.draft.rows.map((row) => ({ change: 'inserted', draft: row }));
    return step.issued.rows.map((row, at) => ({ change: 'kept', issued: row, draft: step.draft.rows[at]!, inside: compareCells(row.cells, step.draft.rows[at]!.cells) }));
  });
}

interface Group {
  readonly table: TableBlock;
  readonly rows: readonly TableRow[];
}

/** Rows under one cell are one thing: Word cannot delete the row that holds the cell and keep those it spans. */
function spanGroups(table: TableBlock): readonly Group[] {
  const groups: TableRow[][] = [];
  let end = 0;
  for (const [at, row] of table.rows.entries()) {
    if (at < end) groups.at(-1)!.push(row);
    else groups.push([row]);
    end = Math.max(end, ...row.cells.map(({ rowSpan = 1 }) => at + rowSpan), at + 1);
  }
  return groups.map((rows) => ({ table, rows }));
}

function groupProfile({ rows, table }: Group): Profile {
  const kind = JSON.stringify(rows.map(({ role, cells }) => [role, spans(cells)]));
  const grid = spanGrid(
    rows.map(({ cells }) => cells),
    table.columns.length,
  );
  const labels = rows.map((row, at) => label(row, grid[at]!, table));
  return { kind, key: JSON.stringify([kind, labels]), words: wordsOf(labels.join(' ')) };
}

/** Words of the row in columns of words; its running number is one of its words only where it has no others. */
function label({ cells }: TableRow, places: readonly (TableCell | undefined)[], table: TableBlock): string {
  const words = cells.filter(({ value }) => value === undefined);
  const named = words.filter((cell) => (cell.colSpan ?? 1) > 1 || table.columns[places.indexOf(cell)]?.align === 'left');
  // The first of them: remarks in a column behind the figures may change and leave the row what it was.
  const texts = (named.length > 0 ? named.slice(0, 1) : words).map(({ inlines }) => inlineText(inlines));
  return texts.join(' ').trim();
}

function spans(cells: readonly TableCell[]): string {
  return cells.map(({ colSpan = 1, rowSpan = 1 }) => `${colSpan}×${rowSpan}`).join(' ');
}

function cellsKey(cells: readonly TableCell[]): string {
  return JSON.stringify(cells.map((cell) => [inlinesKey(cell.inlines), cell.colSpan ?? 1, cell.rowSpan ?? 1]));
}
