/** A table set crosswise: rows of two keys («2022_sipas») with the first key downwards, its measures below each other, and the second key across. */
import type { TableCell, TableColumn, TableRow } from '../document/tree.js';
import type { Row } from '../statistics/dataset.js';
import { quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import type { Pivot, PivotHeader } from '../statistics/print-form.js';
import { cellNotes, columnText, type ListedSetting } from './listed-rows.js';
import { figureCell, textCell } from './table-cells.js';
import type { HeaderTree } from './table-header.js';

export interface CrossTable {
  readonly columns: readonly TableColumn[];
  readonly header: readonly HeaderTree[];
  readonly rows: readonly TableRow[];
}

export function crossTable({ form, items }: DerivedTable, pivot: Pivot, setting: ListedSetting): CrossTable {
  const keys = pivot.across.flatMap(leafKeys);
  const firsts = [...new Set(items.flatMap(({ id }) => (keys.some((key) => id.endsWith(`_${key}`)) ? [id.slice(0, id.indexOf('_'))] : [])))];
  const rows = firsts.flatMap((first) =>
    pivot.measures.map((measure, index): TableRow => ({
      role: 'item',
      cells: [
        ...(index === 0 ? [{ ...textCell(pivot.label.replace('{}', first)), ...(pivot.measures.length > 1 ? { rowSpan: pivot.measures.length } : {}) }] : []),
        textCell(measure.label),
        ...keys.map((key) => measured(form, items.find(({ id }) => id === `${first}_${key}`), measure, setting)),
      ],
    })),
  );
  const column = (id: string, align: TableColumn['align'], weight: number): TableColumn => ({ id, align, weight });
  return {
    columns: [column('nhan', 'centre', 1), column('chi_tieu', 'left', 1.2), ...keys.map((key) => column(key, 'centre', 1.3))],
    header: [{ text: pivot.corner }, { text: '' }, ...pivot.across.map(toTree)],
    rows,
  };
}

function measured(form: Form, row: Row | undefined, { column: id, over }: Pivot['measures'][number], setting: ListedSetting): TableCell {
  const column = form.columns.find((one) => one.id === id)!;
  const quantity = quantityOf(row?.cells[id]);
  if (!row || !quantity) return textCell('');
  const text = columnText(form, column, quantity);
  const notes = cellNotes(form, row, id, setting);
  const base = over === undefined ? undefined : quantityOf(row.cells[over]);
  if (!base) {
    const cell = figureCell({ text, quantity, decimals: column.decimals }, setting.trace);
    return notes.length === 0 ? cell : { ...cell, inlines: [...cell.inlines, ...notes] };
  }
  const overColumn = form.columns.find((one) => one.id === over)!;
  return { inlines: [setting.trace.print(text, quantity), { type: 'text', text: '/' }, setting.trace.print(columnText(form, overColumn, base), base), ...notes] };
}

function leafKeys(node: PivotHeader): readonly string[] {
  return node.kind === 'leaf' ? [node.key] : node.children.flatMap(leafKeys);
}

function toTree(node: PivotHeader): HeaderTree {
  return node.kind === 'leaf' ? { text: node.text } : { text: node.text, children: node.children.map(toTree) };
}
