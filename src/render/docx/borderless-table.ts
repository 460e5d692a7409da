/** The two-column tables without borders that place the letterhead and the signature: columns as wide as given, no cell margins. */
import { BorderStyle, TableLayoutType, VerticalAlignTable, WidthType } from 'docx';
import { Table, TableCell, TableRow, type Paragraph } from './filled.js';

export interface BorderlessRow {
  readonly cells: readonly (readonly Paragraph[])[];
  readonly verticalAlign: 'top' | 'bottom';
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } as const;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA } as const;

export function borderlessTable(columnsTwips: readonly number[], rows: readonly BorderlessRow[]): Table {
  const total = columnsTwips.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: columnsTwips,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: rows.map(
      ({ cells, verticalAlign }) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: columnsTwips[column]!, type: WidthType.DXA },
                verticalAlign: verticalAlign === 'top' ? VerticalAlignTable.TOP : VerticalAlignTable.BOTTOM,
                children,
              }),
          ),
        }),
    ),
  });
}
