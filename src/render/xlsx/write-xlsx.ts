/** Writes the appendices of a document as a workbook, one sheet each: the tables with numbers and formulas an office can go on working with. */
import ExcelJS from 'exceljs';
import type { Finding } from '../../finding/finding.js';
import type { Writer } from '../writer.js';
import { canonicalXlsx } from './canonical-xlsx.js';
import { withoutUnwritable } from './cell-text.js';
import { writeAppendix } from './write-appendix.js';

export const writeXlsx: Writer = async (document, style) => {
  if (document.appendices.length === 0) throw new RangeError('a workbook holds appendices; this document has none');
  const { properties } = document;
  const workbook = new ExcelJS.Workbook();
  const date = new Date(`${properties.date}T00:00:00Z`);
  workbook.creator = withoutUnwritable(properties.author);
  workbook.lastModifiedBy = withoutUnwritable(properties.author);
  workbook.title = withoutUnwritable(properties.title);
  workbook.subject = withoutUnwritable(properties.subject);
  workbook.created = date;
  workbook.modified = date;
  const findings: Finding[] = [];
  for (const appendix of document.appendices) findings.push(...writeAppendix(workbook, appendix, properties.title, style));
  const bytes = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  return { bytes: canonicalXlsx(bytes, style.fontFamily), findings };
};
