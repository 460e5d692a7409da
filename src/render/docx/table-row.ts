/** One row of a statistical table, its cells laid on the grid of the table. */
import { VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import type { TableCell as Cell } from '../../document/tree.js';
import { Paragraph, TableCell, TableRow, rowOfWords } from './filled.js';
import { plainRuns, toRuns, type Emphasis } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';

export interface RowLook {
  readonly isHeader: boolean;
  /** Taller than most of a page: better divided than moved to the next one. */
  readonly maySplit: boolean;
  readonly style: (column: number) => StyleId;
  readonly emphasis: Emphasis;
  readonly keepNext: boolean;
}

type Grid = readonly (readonly (Cell | undefined)[])[];

/** A cell of the tree in one of its rows. */
interface Place {
  readonly cell?: Cell;
  readonly style: StyleId;
  readonly columns: number;
  readonly widthTwips: number;
  readonly merge?: 'continue' | 'restart';
}

export function tableRow(grid: Grid, row: number, widths: readonly number[], look: RowLook): TableRow {
  const places = placesOf(grid, row, widths, look);
  let shape = `${look.maySplit} ${look.isHeader} ${look.keepNext}`;
  const words: string[] = [];
  const make = (): TableRow => new TableRow({ ...(look.maySplit ? {} : { cantSplit: true }), ...(look.isHeader ? { tableHeader: true } : {}), children: places.map((place) => tableCell(place, look)) });
  for (const { cell, style, columns, widthTwips, merge } of places) {
    const runs = plainRuns(cell?.inlines ?? [], look.emphasis);
    if (runs === undefined) return make();
    shape += `|${style} ${columns} ${widthTwips} ${merge} ${cell === undefined}${runs.look}`;
    words.push(...runs.words);
  }
  return rowOfWords(shape, words, make);
}

/** A cell that spans rows is written in each of them, its text in the first only; a place the tree leaves out is an empty cell. */
function placesOf(grid: Grid, row: number, widths: readonly number[], look: RowLook): readonly Place[] {
  const places: Place[] = [];
  const cells = grid[row]!;
  for (let column = 0; column < widths.length; ) {
    const cell = cells[column];
    let widthTwips = widths[column]!;
    let end = column + 1;
    while (cell !== undefined && end < widths.length && cells[end] === cell) widthTwips += widths[end++]!;
    const place = { style: look.style(column), columns: end - column, widthTwips };
    const begunAbove = cell !== undefined && grid[row - 1]?.[column] === cell;
    const goesOn = cell !== undefined && grid[row + 1]?.[column] === cell;
    if (begunAbove) places.push({ ...place, merge: 'continue' });
    else if (cell === undefined) places.push(place);
    else places.push(goesOn ? { ...place, cell, merge: 'restart' } : { ...place, cell });
    column = end;
  }
  return places;
}

function tableCell({ cell, style, columns, widthTwips, merge }: Place, look: RowLook): TableCell {
  return new TableCell({
    width: { size: widthTwips, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(merge === undefined ? {} : { verticalMerge: merge === 'continue' ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
    children: [
      new Paragraph({
        style,
        ...(cell === undefined ? {} : { children: toRuns(cell.inlines, look.emphasis) }),
        ...(look.keepNext ? { keepNext: true } : {}),
      }),
    ],
  });
}
