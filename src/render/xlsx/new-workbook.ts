/** An empty workbook of ours, titled and dated: no clock may date it, so that its bytes are the same tomorrow. For the sheets that are no document. */
import ExcelJS, { type Workbook } from 'exceljs';

/** `date` is an ISO day. */
export function newWorkbook(title: string, date: string): Workbook {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${date}T00:00:00Z`);
  workbook.title = title;
  workbook.creator = 'baocao';
  workbook.lastModifiedBy = 'baocao';
  workbook.created = day;
  workbook.modified = day;
  return workbook;
}
