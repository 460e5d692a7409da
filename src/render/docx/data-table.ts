/** A statistical table: a real table across the page, header rows repeated on each page, true spans, with its name, unit and notes. */
import { BorderStyle, TableLayoutType, WidthType } from 'docx';
import type { Inline, TableBlock, TableColumn, TableRow as Row } from '../../document/tree.js';
import { inlineText, spanGrid } from '../../document/walk.js';
import { balancingIndent } from './balanced-lines.js';
import { breakableFormulas } from '../formula-row.js';
import { Paragraph, Table } from './filled.js';
import { textRun, toRuns, type Emphasis } from './inlines.js';
import type { StyleId } from './paragraph-styles.js';
import { rowHeightsPt } from './row-heights.js';
import type { Setting } from './setting.js';
import { CELL_MARGIN_TWIPS, SMALLEST_PT, fitTable, type TableFit } from './table-fit.js';
import { tableRow } from './table-row.js';
import { ptToHalfPoints, twipsToPt } from './twips.js';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE } as const;

const CELL_STYLES: Readonly<Record<TableColumn['align'], StyleId>> = { left: 'BangTrai', centre: 'BangGiua', right: 'BangPhai' };

/** A table up to this part of a page stays on one page, as in the PDF. */
const SMALL_TABLE = 0.35;

/** A row that takes more of a page than this may be divided: moved whole it would leave the page before nearly empty, or not fit any. */
const TALLEST_WHOLE = 0.6;

export function dataTable(table: TableBlock, setting: Setting): (Paragraph | Table)[] {
  const fit = fitTable(table, setting);
  const { widths, size } = fit;
  const tallestPt = twipsToPt(setting.heightTwips) * TALLEST_WHOLE;
  const heights = rowHeightsPt(table, fit);
  const isSmall = heights.reduce((sum, height) => sum + height, 0) <= twipsToPt(setting.heightTwips) * SMALL_TABLE;
  const kept = isSmall ? allButLast(table, setting) : rowsKeptWithNext(table, setting, heights, tallestPt);
  const roomPt = widths.map((width) => twipsToPt(width - 2 * CELL_MARGIN_TWIPS));
  const header = spanGrid(table.header, table.columns.length);
  const formulas = table.formulaRow === undefined ? [] : spanGrid([breakableFormulas(table.formulaRow, roomPt, formulaSizePt(fit))], table.columns.length);
  const body = spanGrid(
    table.rows.map((row) => row.cells),
    table.columns.length,
  );
  const repeated = { isHeader: true, maySplit: false, keepNext: false };
  return [
    ...aboveTable(table, setting),
    new Table({
      width: { size: setting.widthTwips, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: { top: 0, bottom: 0, left: CELL_MARGIN_TWIPS, right: CELL_MARGIN_TWIPS, marginUnitType: WidthType.DXA },
      rows: [
        ...header.map((_, row) => tableRow(header, row, widths, { ...repeated, style: () => 'BangTieuDe', emphasis: size })),
        ...formulas.map((_, row) => tableRow(formulas, row, widths, { ...repeated, style: () => 'BangCongThuc', emphasis: size.size === undefined ? {} : { size: ptToHalfPoints(formulaSizePt(fit)) } })),
        ...table.rows.map((row, index) =>
          tableRow(body, index, widths, {
            isHeader: false,
            maySplit: heights[index]! > tallestPt,
            style: (column) => CELL_STYLES[table.columns[column]!.align],
            emphasis: { ...size, ...rowEmphasis(row) },
            keepNext: kept.has(row),
          }),
        ),
      ],
    }),
    ...table.notes.map(
      (inlines) =>
        new Paragraph({ style: 'GhiChu' satisfies StyleId, children: toRuns(inlines), ...(setting.keptWithNext.has(inlines) ? { keepNext: true } : {}) }),
    ),
  ];
}

/** A point smaller than the table, as their style is, but never too small to read. */
function formulaSizePt({ sizePt }: TableFit): number {
  return Math.max(sizePt - 1, SMALLEST_PT);
}

/** Name and unit of the table, or a distance where it has neither; all stay with the table. */
function aboveTable(table: TableBlock, setting: Setting): Paragraph[] {
  const { caption, unitLine } = table;
  const sizePt = setting.style.sizes.bodyPt;
  const lines = [
    ...(caption === undefined
      ? []
      : [{ style: 'TenBang', ...balancingIndent({ text: inlineText(caption), sizePt, face: { bold: true } }, setting.widthTwips), children: toRuns(caption) } as const]),
    ...(unitLine === undefined ? [] : [{ style: 'DonViTinh', children: [textRun(unitLine)] } as const]),
  ];
  const above = lines.length > 0 ? lines : [{ style: 'KhoangCach', keepNext: true, spacing: { before: 100 } } as const];
  return above.map((line, index) => {
    const { style }: { style: StyleId } = line;
    return new Paragraph({ ...line, style, ...(index === 0 && setting.beginsPage === table ? { pageBreakBefore: true } : {}) });
  });
}

/** Totals, subtotals, groups and ratios are bold, unless the inlines of the row say themselves how it looks. */
function rowEmphasis(row: Row): Emphasis {
  return row.role === 'item' || row.cells.some((cell) => cell.inlines.some(isEmphasised)) ? {} : { bold: true };
}

function isEmphasised(inline: Inline): boolean {
  return inline.type === 'strong' || inline.type === 'emphasis';
}

function allButLast(table: TableBlock, setting: Setting): ReadonlySet<Row> {
  const last = table.rows.at(-1);
  return new Set(table.rows.filter((row) => row !== last || table.notes.length > 0 || setting.keptWithNext.has(row)));
}

/** A group's name stays with its first row, a total with the row above it, rows under one cell with each other, the last row with the notes. */
function rowsKeptWithNext(table: TableBlock, setting: Setting, heights: readonly number[], tallestPt: number): ReadonlySet<Row> {
  const spanned = rowsUnderOneCell(table, heights, tallestPt);
  return new Set(
    table.rows.filter((row, index) => {
      const next = table.rows[index + 1];
      if (next === undefined) return table.notes.length > 0 || setting.keptWithNext.has(row);
      return row.role === 'group' || next.role === 'subtotal' || next.role === 'total' || next.role === 'ratio' || spanned.has(row);
    }),
  );
}

/** Rows that a cell goes on from to the next row, where all of its rows fit a page well: its text stands in the first of them only. */
function rowsUnderOneCell(table: TableBlock, heights: readonly number[], tallestPt: number): ReadonlySet<Row> {
  const spanned = new Set<Row>();
  for (const [index, { cells }] of table.rows.entries()) {
    const rows = Math.max(1, ...cells.map((cell) => cell.rowSpan ?? 1));
    const height = heights.slice(index, index + rows).reduce((sum, one) => sum + one, 0);
    if (height <= tallestPt) for (const row of table.rows.slice(index, index + rows - 1)) spanned.add(row);
  }
  return spanned;
}
