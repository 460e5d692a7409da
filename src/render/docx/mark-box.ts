/** The boxes of urgency and circulation (ô 10b and 11): a table of one cell, as wide and high as the decree says, which no editing of the text resizes. */
import { AlignmentType, BorderStyle, HeightRule, TableLayoutType, VerticalAlignTable, WidthType } from 'docx';
import type { MarkBox } from '../marks.js';
import { Paragraph, Table, TableCell, TableRow, TextRun } from './filled.js';
import type { StyleId } from './paragraph-styles.js';
import { mmToTwips } from './twips.js';

export function markBox({ text, widthMm, heightMm, colour }: MarkBox, side: 'left' | 'right'): Table {
  const width = { size: mmToTwips(widthMm), type: WidthType.DXA } as const;
  const line = { style: BorderStyle.SINGLE, size: 8, color: colour } as const;
  const letters = new Paragraph({ style: 'DauVanBan' satisfies StyleId, children: [new TextRun({ text, color: colour })] });
  return new Table({
    width,
    columnWidths: [width.size],
    layout: TableLayoutType.FIXED,
    alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: mmToTwips(heightMm), rule: HeightRule.EXACT },
        children: [new TableCell({ width, verticalAlign: VerticalAlignTable.CENTER, borders: { top: line, bottom: line, left: line, right: line }, children: [letters] })],
      }),
    ],
  });
}
