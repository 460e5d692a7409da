/** A ruled list on a sheet of the check sheet: header row, rows of plain text, and the page set up to print it. Separate because four sheets are such lists and the first has two. */
import type { Workbook } from 'exceljs';
import { PAGE_MM, type PageStyle } from '../style.js';
import { textWidthPt, wrapText } from '../text-width.js';
import type { CellLook } from './cell-style.js';
import { withoutUnwritable } from './cell-text.js';
import { CELL_PADDING_PT, toExcelWidth } from './sheet-columns.js';
import { addLine, lineHeightPt, setHeight, setText, type Sheet } from './sheet.js';

export interface ListColumn {
  readonly header: string;
  readonly align: CellLook['align'];
  /** Columns of the sheet it takes; 1 where it says nothing. */
  readonly span?: number;
}

/** The margins of a sheet; the left one has room for the holes of a file. */
export type Margins = PageStyle['margins'];

export function addSheet(workbook: Workbook, name: string, widthsMm: readonly number[], style: PageStyle): Sheet {
  const widthsPt = widthsMm.map((width) => (width * 72) / 25.4);
  const worksheet = workbook.addWorksheet(name);
  worksheet.columns = widthsPt.map((width) => ({ width: toExcelWidth(width) }));
  return { worksheet, documentTitle: name, style, widthsPt, findings: [], headers: [], openNotes: [], nextRow: 1 };
}

export function textLook(style: PageStyle, sizePt: number, change: Partial<CellLook> = {}): CellLook {
  return { fontFamily: style.fontFamily, sizePt, bold: false, italic: false, align: 'left', ruled: false, wrap: true, ...change };
}

/** A line over the whole width. */
export function addText(sheet: Sheet, text: string, look: CellLook): void {
  addLine(sheet, [{ type: 'text', text: visible(text) }], look);
}

/** Texts side by side in the next row; `columns` says how many columns of the sheet each takes. */
export function addCells(sheet: Sheet, cells: readonly { readonly text: string; readonly columns: number; readonly look: CellLook }[], leastPt = 0): void {
  const row = sheet.nextRow++;
  let column = 1;
  let height = leastPt;
  for (const { text, columns, look } of cells) {
    const shown = visible(text);
    setText(sheet, { row, column, rows: 1, columns }, [{ type: 'text', text: shown }], look, undefined);
    height = Math.max(height, lineHeightPt(linesIn(shown, look, sheet.widthsPt.slice(column - 1, column - 1 + columns)), look.sizePt));
    column += columns;
  }
  setHeight(sheet, row, height, undefined);
}

export function addList(sheet: Sheet, columns: readonly ListColumn[], rows: readonly (readonly string[])[], sizePt: number): void {
  const look = textLook(sheet.style, sizePt, { ruled: true });
  sheet.headers.push({ first: sheet.nextRow, last: sheet.nextRow });
  addCells(sheet, columns.map(({ header, span = 1 }) => ({ text: header, columns: span, look: { ...look, bold: true, align: 'centre' } })));
  for (const row of rows) addCells(sheet, columns.map(({ align, span = 1 }, index) => ({ text: row[index] ?? '', columns: span, look: { ...look, align } })));
  if (rows.length === 0) addText(sheet, 'Không có.', { ...look, italic: true, align: 'centre' });
}

/** How many lines a text takes; a path or a hash without blanks is broken where the column ends. */
function linesIn(text: string, look: CellLook, widthsPt: readonly number[]): number {
  const widthPt = widthsPt.reduce((sum, one) => sum + one, 0) - CELL_PADDING_PT;
  return wrapText(text, look.sizePt, look, widthPt).reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidthPt(line, look.sizePt, look) / widthPt)), 0);
}

/** What XML cannot hold is named, so that the sheet shows the finding whole. */
function visible(text: string): string {
  return [...text].map((one) => (withoutUnwritable(one) === '' ? `[U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]` : one)).join('');
}

const A4 = 9;
/** A sheet this little over one page is set smaller to fit it. */
const FITS_ONE_PAGE = 1.15;

/** Rows that no page break may part, both included. */
export interface KeptRows {
  readonly first: number;
  readonly last: number;
}

/** A4, one page wide, page number in the top margin from page 2 on, header row on each page. */
export function setUpSheet(sheet: Sheet, orientation: 'portrait' | 'landscape', margins: Margins, kept: readonly KeptRows[] = []): void {
  const { worksheet, style, headers } = sheet;
  const inches = (mm: number): number => Math.round((mm / 25.4) * 1000) / 1000;
  const pageMm = orientation === 'portrait' ? PAGE_MM.heightMm : PAGE_MM.widthMm;
  const roomPt = ((pageMm - margins.topMm - margins.bottomMm) / 25.4) * 72;
  const fits = heightPt(sheet, 1, sheet.nextRow - 1) <= roomPt * FITS_ONE_PAGE;
  if (!fits) breakBefore(sheet, kept, roomPt);
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: fits ? 1 : 0,
    firstPageNumber: 1,
    horizontalCentered: true,
    margins: { top: inches(margins.topMm), bottom: inches(margins.bottomMm), left: inches(margins.leftMm), right: inches(margins.rightMm), header: inches(margins.topMm / 2), footer: inches(margins.bottomMm / 2) },
  };
  worksheet.headerFooter.differentFirst = true;
  worksheet.headerFooter.oddHeader = `&C&"${style.fontFamily},Regular"&${style.sizes.pageNumberPt}&P`;
  worksheet.views = [{ state: 'normal', showGridLines: false }];
  const [header, ...others] = headers;
  if (!header || others.length > 0) return;
  worksheet.pageSetup.printTitlesRow = `${header.first}:${header.last}`;
  worksheet.views = [{ state: 'frozen', xSplit: 0, ySplit: header.last, topLeftCell: `A${header.last + 1}`, showGridLines: false }];
}

function heightPt({ worksheet }: Sheet, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row++) sum += worksheet.getRow(row).height;
  return sum;
}

/** A block that would begin on one page and end on the next begins the next. */
function breakBefore(sheet: Sheet, blocks: readonly KeptRows[], roomPt: number): void {
  let pageFrom = 1;
  for (const { first, last } of blocks) {
    const block = heightPt(sheet, first, last);
    if ((heightPt(sheet, pageFrom, first - 1) % roomPt) + block <= roomPt || block > roomPt) continue;
    sheet.worksheet.getRow(first - 1).addPageBreak();
    pageFrom = first;
  }
}
