/** A figure merged over several rows or columns of a table: whether it is the first one's alone or all of theirs together, only a person knows. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { cellAddress } from '../finding/place.js';
import { isNumeric } from '../statistics/form.js';
import type { FoundTable } from './found-table.js';
import { cellAt, cellOfPlace, placeOf, type Merge } from './raw-sheet.js';
import { looksLikeFigure } from './read-figure.js';
import type { SharperFinding } from './sharper-finding.js';

/** Findings: figure-merged, in place of figure-missing in the cells the merge covers. */
export function checkMergedFigures({ sheet, form, match, firstRow, lastRow }: FoundTable): readonly SharperFinding[] {
  const figures = new Set(form.columns.filter(isNumeric).flatMap(({ id }) => match.columns.get(id) ?? []));
  const holdsFigure = ({ top, left }: Merge): boolean =>
    firstRow <= top && top <= lastRow && figures.has(left) && looksLikeFigure(cellAt(sheet, top, left));
  return sheet.merges.filter(holdsFigure).map((merge) => {
    const { top, left, bottom, right } = merge;
    const range = `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
    const choices = [`số của riêng ô ${cellAddress(top, left)}`, 'số chung của các ô được gộp'];
    return {
      finding: found('figure-merged', placeOf(sheet, top, left), { range }, { choices }),
      replaces: (other: Finding) => {
        const at = other.code === 'figure-missing' ? cellOfPlace(sheet, other.place) : undefined;
        return at !== undefined && top <= at.row && at.row <= bottom && left <= at.column && at.column <= right;
      },
    };
  });
}
