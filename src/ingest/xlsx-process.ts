/** Child process: guarded .xlsx bytes → plain cells. The only file of ingest that loads exceljs, apart so that a workbook that hangs or exhausts it is killed alone. */
import ExcelJS from 'exceljs';
import { doubleToDecimal, movedPoint } from './decimal-text.js';
import type { RawCell } from './raw-sheet.js';

export interface XlsxRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export type XlsxAnswer =
  /** Sent once, when the process can take requests. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'sheets'; readonly id: number; readonly sheets: readonly PlainSheet[] }
  /** exceljs could not read it; its own words are English and for nobody. */
  | { readonly kind: 'failed'; readonly id: number };

/** The cells of a sheet that are not blank, row by row. */
export type PlainSheet = readonly { readonly row: number; readonly column: number; readonly cell: RawCell }[];

async function readWorkbook(bytes: Uint8Array): Promise<readonly PlainSheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as unknown as ExcelJS.Buffer);
  return workbook.worksheets.map((worksheet) => {
    const cells: { row: number; column: number; cell: RawCell }[] = [];
    worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
      row.eachCell({ includeEmpty: false }, (cell, column) => {
        const plain = toRawCell(cell);
        if (plain.kind !== 'blank') cells.push({ row: rowNumber, column, cell: plain });
      });
    });
    return cells;
  });
}

function toRawCell(cell: ExcelJS.Cell): RawCell {
  if (cell.type !== ExcelJS.ValueType.Formula) return fromValue(cell.value, cell.numFmt, {});
  // Not `cell.value.result`: exceljs 4.4.0 leaves out a result of 0 there.
  const { result } = cell;
  if (result === undefined || result === null) return { kind: 'formula-without-result', formula: translatedFormula(cell) };
  const formula = translatedFormula(cell);
  return fromValue(result as ExcelJS.CellValue, cell.numFmt, formula === '' ? {} : { formula });
}

/** Also of a cell that shares another's formula; exceljs throws where that other is missing. */
function translatedFormula(cell: ExcelJS.Cell): string {
  try {
    return cell.formula ?? '';
  } catch {
    return '';
  }
}

function fromValue(value: ExcelJS.CellValue, format: string | undefined, origin: { formula?: string }): RawCell {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return fromNumber(value, format, origin);
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...origin };
  if (typeof value === 'string') return fromText(value, origin);
  if (value instanceof Date) return fromDate(value, origin);
  if ('error' in value) return { kind: 'error', code: value.error.startsWith('#') ? value.error : '#NUM!', ...origin };
  if ('richText' in value) return fromText(value.richText.map(({ text }) => text).join(''), origin);
  if ('text' in value) return fromValue(value.text as ExcelJS.CellValue, format, origin);
  return { kind: 'error', code: '#N/A', ...origin };
}

function fromNumber(value: number, format: string | undefined, origin: { formula?: string }): RawCell {
  const decimal = doubleToDecimal(value);
  // Literals beyond 2^53 come as texts: what is left is no number at all.
  if (decimal === undefined) return { kind: 'error', code: '#NUM!', ...origin };
  if (!isPercentFormat(format)) return { kind: 'number', value: decimal, written: decimal, ...origin };
  // 0.8969 shown as «89,69%» is 89.69 to whoever reads the table.
  const shown = movedPoint(decimal, 2);
  return { kind: 'number', value: shown, written: `${shown}%`, ...origin };
}

function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"/g, '').includes('%');
}

/** Excel writes characters XML cannot hold as «_x000D_». */
function fromText(text: string, origin: { formula?: string }): RawCell {
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return decoded.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: decoded, ...origin };
}

/** exceljs gives dates in UTC. */
function fromDate(date: Date, origin: { formula?: string }): RawCell {
  if (Number.isNaN(date.getTime())) return { kind: 'error', code: '#VALUE!', ...origin };
  return { kind: 'date', iso: date.toISOString().replace(/T00:00:00.*$|\.\d+Z$/, ''), ...origin };
}

const send = (answer: XlsxAnswer): void => void process.send?.(answer);

// Where Ctrl+C reaches this process too (Windows): who started it decides when it ends.
process.on('SIGINT', () => undefined);
process.on('message', (request: XlsxRequest) => {
  readWorkbook(request.bytes).then(
    (sheets) => send({ kind: 'sheets', id: request.id, sheets }),
    () => send({ kind: 'failed', id: request.id }),
  );
});
send({ kind: 'ready' });
