/** One appendix on one worksheet: its lines over the table, its blocks in order, and how the sheet prints. */
import type { Workbook } from 'exceljs';
import type { Appendix, Block, Inline, TableBlock } from '../../document/tree.js';
import { PAGE_MM, textWidthMm, type PageStyle } from '../style.js';
import type { Finding } from '../../finding/finding.js';
import type { CellLook } from './cell-style.js';
import { columnWidthsPt, toExcelWidth } from './sheet-columns.js';
import { toSheetName } from './sheet-name.js';
import { addLine, addNotes, reportLoss, type Sheet } from './sheet.js';
import { writeTable } from './write-table.js';

type BlockWriters = { readonly [K in Block['type']]: (sheet: Sheet, block: Extract<Block, { type: K }>, look: CellLook) => void };

/** One function for each kind of block: a new kind does not compile until it is here. */
const blockWriters: BlockWriters = {
  heading: (sheet, { inlines, source }, look) => addLine(sheet, inlines, { ...look, bold: true }, source),
  paragraph: (sheet, { inlines, role, source }, look) => addLine(sheet, inlines, { ...look, align: role === 'centred' ? 'centre' : 'left' }, source),
  list: (sheet, { items, source }, look) => {
    for (const item of items) {
      // Marks are literal text of the document («- », «+ »), as the other writers print them.
      const mark: Inline = { type: 'text', text: '\u00A0'.repeat(item.level * 4) + item.mark };
      addLine(sheet, [mark, ...item.inlines], look, item.source ?? source);
    }
  },
  table: (sheet, table) => writeTable(sheet, table),
  chart: (sheet, { id, source }) => reportLoss(sheet, `biểu đồ «${id}»`, source),
  pageBreak: (sheet) => {
    if (sheet.nextRow > 1) sheet.worksheet.getRow(sheet.nextRow - 1).addPageBreak();
  },
};

export function writeAppendix(workbook: Workbook, appendix: Appendix, documentTitle: string, style: PageStyle): readonly Finding[] {
  const tables = appendix.blocks.filter((block): block is TableBlock => block.type === 'table');
  const taken = workbook.worksheets.map(({ name }) => name);
  const sheet: Sheet = {
    worksheet: workbook.addWorksheet(toSheetName(appendix.label, taken)),
    documentTitle,
    style,
    widthsPt: columnWidthsPt(tables, textWidthMm(style, appendix.orientation), style.sizes.tablePt),
    findings: [],
    headers: [],
    openNotes: [],
    nextRow: 1,
  };
  sheet.worksheet.columns = sheet.widthsPt.map((width) => ({ width: toExcelWidth(width) }));
  writeTitle(sheet, appendix);
  const look = lineLook(style, style.sizes.tablePt);
  for (const block of appendix.blocks) {
    const write = blockWriters[block.type] as (sheet: Sheet, block: Block, look: CellLook) => void;
    write(sheet, block, look);
    addNotes(sheet, look);
  }
  addNotes(sheet, look);
  setUpPrinting(sheet, appendix);
  repeatHeader(sheet, tables);
  return sheet.findings;
}

function lineLook(style: PageStyle, sizePt: number): CellLook {
  return { fontFamily: style.fontFamily, sizePt, bold: false, italic: false, align: 'left', ruled: false, wrap: true };
}

/** Label and title bold, all centred (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1); the «Kèm theo» line in italics as offices print it. */
function writeTitle(sheet: Sheet, appendix: Appendix): void {
  const { sizes } = sheet.style;
  const look = (sizePt: number): CellLook => ({ ...lineLook(sheet.style, sizePt), align: 'centre' });
  addLine(sheet, [{ type: 'text', text: appendix.label }], { ...look(sizes.appendixLabelPt), bold: true });
  addLine(sheet, appendix.title, { ...look(sizes.subjectPt), bold: true });
  if (appendix.subtitle) addLine(sheet, appendix.subtitle, look(sizes.bodyPt));
  if (appendix.attachedTo.length > 0) addLine(sheet, appendix.attachedTo, { ...look(sizes.attachedToPt), italic: true });
}

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const A4 = 9;
/** A sheet this little over one page is set smaller to fit it: better than notes alone under a repeated header. */
const FITS_ONE_PAGE = 1.15;
/** Height Excel gives a row that states none. */
const DEFAULT_ROW_PT = 15;

/** A4, one page wide, margins of the document, page number in the top margin from page 2 on (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7); each appendix counts from 1. */
function setUpPrinting({ worksheet, style, nextRow }: Sheet, { orientation }: Appendix): void {
  const { topMm, bottomMm, leftMm, rightMm } = style.margins;
  const pageMm = orientation === 'portrait' ? PAGE_MM.heightMm : PAGE_MM.widthMm;
  const roomPt = ((pageMm - topMm - bottomMm) / MM_PER_INCH) * POINTS_PER_INCH;
  let heightPt = 0;
  for (let row = 1; row < nextRow; row++) heightPt += worksheet.getRow(row).height ?? DEFAULT_ROW_PT;
  const inches = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1000) / 1000;
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: heightPt <= roomPt * FITS_ONE_PAGE ? 1 : 0,
    firstPageNumber: 1,
    horizontalCentered: true,
    margins: { top: inches(topMm), bottom: inches(bottomMm), left: inches(leftMm), right: inches(rightMm), header: inches(topMm / 2), footer: inches(bottomMm / 2) },
  };
  worksheet.headerFooter.differentFirst = true;
  worksheet.headerFooter.oddHeader = `&C&"${style.fontFamily},Regular"&${style.sizes.pageNumberPt}&P`;
}

/** Header rows stay on the screen and come again on each printed page. A sheet can repeat one range of rows only. */
function repeatHeader(sheet: Sheet, tables: readonly TableBlock[]): void {
  sheet.worksheet.views = [{ state: 'normal', showGridLines: false }];
  if (tables.length > 1) {
    reportLoss(sheet, `hàng tiêu đề lặp lại của ${tables.length} bảng trên cùng trang «${sheet.worksheet.name}»`, tables[0]!.source);
    return;
  }
  const header = sheet.headers[0];
  if (!header) return;
  sheet.worksheet.pageSetup.printTitlesRow = `${header.first}:${header.last}`;
  sheet.worksheet.views = [{ state: 'frozen', xSplit: 0, ySplit: header.last, topLeftCell: `A${header.last + 1}`, showGridLines: false }];
}
