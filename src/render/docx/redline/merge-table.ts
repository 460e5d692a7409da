/** Two written tables with the same columns → one whose rows are kept, struck out or put in; kept cells are merged word by word. */
import type { RevisedInlines, RevisedTable } from '../../../document/revision.js';
import { markRow } from './mark.js';
import { mergeParagraph } from './merge-paragraph.js';
import type { Revising } from './revising.js';
import { childElement, childElements, type Element } from './word-elements.js';

export function mergeTables(issued: Element, draft: Element, { header, formulaRow, rows }: RevisedTable, revising: Revising): Element {
  const left = childElements(issued, 'w:tr');
  const right = childElements(draft, 'w:tr');
  const widths = gridWidths(draft);
  const merged: Element[] = [];
  for (const inside of header) merged.push(mergeRows(left.shift()!, right.shift()!, inside, revising));
  for (const row of [...formulaRow, ...rows]) {
    if (row.change === 'kept') {
      merged.push(mergeRows(left.shift()!, right.shift()!, row.inside, revising));
      continue;
    }
    const one = (row.change === 'deleted' ? left : right).shift()!;
    if (row.change === 'deleted') fit(one, widths);
    markRow(one, row.change, revising);
    merged.push(one);
  }
  for (const row of merged) draft.appendChild(row);
  return draft;
}

/** A cell that goes on from above holds no words of its own; cells the tree leaves out stand behind the others. */
function mergeRows(issued: Element, draft: Element, inside: readonly RevisedInlines[], revising: Revising): Element {
  const [left, right] = [ownCells(issued), ownCells(draft)];
  for (const [at, cell] of inside.entries()) {
    const [was, is] = [childElement(left[at]!, 'w:p')!, childElement(right[at]!, 'w:p')!];
    const merged = mergeParagraph(was, is, cell, revising);
    if (merged !== is) right[at]!.replaceChild(merged, is);
  }
  return draft;
}

function ownCells(row: Element): readonly Element[] {
  return childElements(row, 'w:tc').filter((cell) => {
    const merge = childElement(childElement(cell, 'w:tcPr')!, 'w:vMerge');
    return !merge || merge.getAttribute('w:val') === 'restart';
  });
}

function gridWidths(table: Element): readonly number[] {
  return childElements(childElement(table, 'w:tblGrid')!, 'w:gridCol').map((column) => Number(column.getAttribute('w:w')));
}

/** The issued table may have had other widths: a row of it takes those of the table it now stands in. */
function fit(row: Element, widths: readonly number[]): void {
  let column = 0;
  for (const cell of childElements(row, 'w:tc')) {
    const properties = childElement(cell, 'w:tcPr')!;
    const span = Number(childElement(properties, 'w:gridSpan')?.getAttribute('w:val') ?? 1);
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    childElement(properties, 'w:tcW')!.setAttribute('w:w', String(width));
    column += span;
  }
}
