/** The longest word of each column of a table: a word that does not fit its column is broken in the middle. */
import type { TableBlock, TableCell } from '../../document/tree.js';
import { inlineText, spanGrid } from '../../document/walk.js';
import { textWidthPt } from '../text-width.js';
import { formulaPieces } from '../formula-row.js';

/** Narrowest width of each column in points: its longest word, cells over several columns left out. */
export function narrowestColumnsPt(table: TableBlock, sizePt: number): number[] {
  const narrowest = new Array<number>(table.columns.length).fill(0);
  const measure = (rows: readonly (readonly TableCell[])[], bold: (row: number) => boolean, wordsOf = words): void => {
    for (const [row, cells] of spanGrid(rows, table.columns.length).entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === undefined || (cell.colSpan ?? 1) > 1) continue;
        for (const word of wordsOf(inlineText(cell.inlines))) {
          narrowest[column] = Math.max(narrowest[column]!, textWidthPt(word, sizePt, { bold: bold(row) }));
        }
      }
    }
  };
  measure(table.header, () => true);
  if (table.formulaRow !== undefined) measure([table.formulaRow], () => false, formulaPieces);
  measure(
    table.rows.map((row) => row.cells),
    (row) => table.rows[row]!.role !== 'item',
  );
  return narrowest;
}

function words(text: string): readonly string[] {
  return text.split(/[ \n]/);
}
