/** One printed row for each group of a listed table: its total and fields in one cell, how they were explained in another, every explanation opening with the number of files it covers. */
import type { Inline, TableCell, TableColumn, TableRow } from '../document/tree.js';
import type { Quantity, Row } from '../statistics/dataset.js';
import { quantityOf, totalOf, type DerivedTable } from '../statistics/derive.js';
import { formatPadded } from '../statistics/format-figure.js';
import type { GroupedRows } from '../statistics/print-form.js';
import { nameKey } from '../statistics/unit-list.js';
import { carriedText } from './listed-rows.js';
import { textCell } from './table-cells.js';
import type { FigureTrace } from './trace.js';

const BREAK: Inline = { type: 'break' };
const text = (words: string): Inline => ({ type: 'text', text: words });

export function groupedColumns(): readonly TableColumn[] {
  return [
    { id: 'stt', align: 'centre', weight: 0.6 },
    { id: 'nhom', align: 'left', weight: 4.5 },
    { id: 'giai_trinh', align: 'left', weight: 4.5 },
  ];
}

export function groupedRows(table: DerivedTable, declared: GroupedRows, explanations: DerivedTable | undefined, trace: FigureTrace): readonly TableRow[] {
  const groups = groupsOf(table, declared.count);
  const explained = explanations ? groupsOf(explanations, declared.explained.count) : [];
  const all = groups.flatMap(({ figures }) => figures);
  return [
    ...groups.map((group, index): TableRow => {
      const reasons = explained.find(({ name }) => nameKey(name) === nameKey(group.name));
      return { role: 'item', cells: [textCell(String(index + 1)), linesCell(group, declared, trace), reasonsCell(reasons, declared, trace)] };
    }),
    {
      role: 'total',
      cells: [{ ...textCell('Tổng số'), colSpan: 2, align: 'centre' }, { inlines: [trace.print(formatPadded(totalOf(all, declared.count).value), totalOf(all, declared.count)), text(`\u00A0${declared.unit}`)] }],
    },
  ];
}

interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly figures: readonly Quantity[];
}

/** Rows in order by the text of the column that groups them, those with a figure above 0. */
function groupsOf({ form, items }: DerivedTable, count: string): readonly Group[] {
  const group = form.listing!.group!;
  const groups: { name: string; rows: Row[]; figures: Quantity[] }[] = [];
  for (const [index, row] of items.entries()) {
    const name = carriedText(items, index, group);
    const quantity = quantityOf(row.cells[count]);
    if (!quantity || quantity.value.n === 0n) continue;
    if (groups.at(-1)?.name !== name) groups.push({ name, rows: [], figures: [] });
    groups.at(-1)!.rows.push(row);
    groups.at(-1)!.figures.push(quantity);
  }
  return groups;
}

/** «UBND huyện Mỹ Tú: 37 hồ sơ» and a line a field; a single field stands in the head, a level that all share too. */
function linesCell({ name, rows, figures }: Group, declared: GroupedRows, trace: FigureTrace): TableCell {
  const levelOf = (row: Row): string => {
    const cell = row.cells[declared.level];
    const written = cell?.kind === 'text' ? cell.text : '';
    return declared.levels[written] ?? written;
  };
  const fieldOf = (row: Row): string => {
    const cell = row.cells[declared.name];
    return `${declared.before} ${cell?.kind === 'text' ? cell.text : row.label}`;
  };
  const levels = new Set(rows.map(levelOf));
  const shared = levels.size === 1 ? ` (${[...levels][0]!})` : '';
  const total = totalOf(figures, declared.count);
  const head: Inline[] = [
    { type: 'strong', children: [text(name)] },
    text(': '),
    trace.print(formatPadded(total.value), total),
    text(`\u00A0${declared.unit}${rows.length === 1 ? ` ${fieldOf(rows[0]!)}` : ''}${shared}${rows.length === 1 ? '.' : ':'}`),
  ];
  if (rows.length === 1) return { inlines: head };
  const lines = rows.flatMap((row, index): Inline[] => [
    BREAK,
    text('+ '),
    trace.print(formatPadded(figures[index]!.value), figures[index]!),
    text(`\u00A0${declared.unit} ${fieldOf(row)}${levels.size === 1 ? '' : ` (${levelOf(row)})`}${index === rows.length - 1 ? '.' : ';'}`),
  ]);
  return { inlines: [...head, ...lines] };
}

function reasonsCell(group: Group | undefined, declared: GroupedRows, trace: FigureTrace): TableCell {
  if (!group) return textCell('');
  return {
    inlines: group.rows.flatMap((row, index): Inline[] => {
      const cell = row.cells[declared.explained.text];
      return [
        ...(index > 0 ? [BREAK] : []),
        text('- '),
        trace.print(formatPadded(group.figures[index]!.value), group.figures[index]!),
        text(`\u00A0${declared.unit}: ${cell?.kind === 'text' ? cell.text : row.label}`),
      ];
    }),
  };
}
