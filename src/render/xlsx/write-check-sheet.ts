/** Writes the check sheet (phiếu kiểm tra) as a workbook to print and sign: the sheet itself, then its findings, waivers, sources and untraced figures. */
import type { Workbook } from 'exceljs';
import type { CheckSheet } from '../../finding/check-sheet.js';
import { describePlace, SEVERITY_WORDS, WAIVED } from '../../finding/describe.js';
import { findingId, type Finding } from '../../finding/finding.js';
import { columnLetters, type Place } from '../../finding/place.js';
import { pageStyle, type PageStyle } from '../style.js';
import { canonicalXlsx } from './canonical-xlsx.js';
import { newWorkbook } from './new-workbook.js';
import { writeFront } from './write-check-sheet-front.js';
import { vietnameseNumber } from './vietnamese-number.js';
import { addList, addSheet, addText, setUpSheet, textLook, type ListColumn, type Margins } from './write-check-sheet-list.js';

/** Wider than a document's page: twelve columns. */
const LIST_MARGINS: Margins = { topMm: 15, bottomMm: 15, leftMm: 20, rightMm: 10 };

export async function writeCheckSheet(sheet: CheckSheet): Promise<Uint8Array> {
  const workbook = newWorkbook('Phiếu kiểm tra', sheet.date);
  const style = pageStyle('A');
  writeFront(workbook, sheet, style);
  for (const list of LISTS) writeList(workbook, list, sheet, style);
  const bytes = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  return canonicalXlsx(bytes, style.fontFamily);
}

interface List {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly (ListColumn & { readonly widthMm: number })[];
  readonly rows: (sheet: CheckSheet) => readonly (readonly string[])[];
}

const column = (header: string, widthMm: number, align: ListColumn['align'] = 'left'): List['columns'][number] => ({ header, widthMm, align });

const LISTS: readonly List[] = [
  {
    name: 'Phát hiện',
    title: 'Các phát hiện',
    columns: [
      column('Mức', 19, 'centre'), column('Mã', 20), column('Tệp', 28), column('Trang', 16), column('Ô', 12, 'centre'), column('Nội dung', 62),
      column('Giá trị ghi', 15), column('Giá trị đối chiếu', 15), column('Nguyên nhân có thể', 32), column('Cách xử lý', 30), column('Mã số phát hiện', 21, 'centre'), column('Trạng thái', 14, 'centre'),
    ],
    rows: ({ findings }) => findings.map(findingRow),
  },
  {
    name: 'Đã chấp nhận',
    title: 'Các phát hiện đã được chấp nhận',
    columns: [column('STT', 11, 'centre'), column('Mã số phát hiện', 25, 'centre'), column('Mã', 26), column('Nơi phát hiện', 56), column('Nội dung', 62), column('Lý do chấp nhận', 46), column('Người chấp nhận', 28), column('Ngày', 21, 'centre')],
    rows: ({ halves }) =>
      halves
        .flatMap(({ waivers }) => waivers)
        .map(({ finding, code, place, message, reason, by, date }, at) => [String(at + 1), finding, code, describePlace(place), message, reason, by, date.split('-').reverse().join('/')]),
  },
  {
    name: 'Nguồn số liệu',
    title: 'Nguồn số liệu đã đọc',
    columns: [column('STT', 14, 'centre'), column('Tệp', 122), column('Mã SHA-256 của tệp', 131)],
    rows: ({ sources }) => sources.map(({ path, sha256 }, at) => [String(at + 1), path, sha256]),
  },
  {
    name: 'Số chưa truy được nguồn',
    title: 'Các con số trong lời văn chưa truy được nguồn, cần người đối chiếu',
    columns: [column('STT', 14, 'centre'), column('Con số', 30, 'centre'), column('Nơi ghi', 82), column('Câu', 141)],
    rows: ({ untraced }) => untraced.map(({ text, place, context }, at) => [String(at + 1), text, describePlace(place), context]),
  },
];

function writeList(workbook: Workbook, { name, title, columns, rows }: List, data: CheckSheet, style: PageStyle): void {
  const sheet = addSheet(workbook, name, columns.map(({ widthMm }) => widthMm), style);
  addText(sheet, title, textLook(style, 13, { bold: true, align: 'centre' }));
  addText(sheet, '', textLook(style, 11));
  addList(sheet, columns, rows(data), 10);
  setUpSheet(sheet, 'landscape', LIST_MARGINS);
}

function findingRow(finding: Finding): readonly string[] {
  const { severity, code, place, message, seen = '', expected = '', cause = '', remedy, waived, question } = finding;
  const status = waived ? WAIVED : question ? 'CẦN TRẢ LỜI' : severity === 'error' ? 'CHƯA XỬ LÝ' : '';
  const choices = question && question.choices.length > 0 ? ` Chọn một: ${question.choices.join(' · ')}` : '';
  return [SEVERITY_WORDS[severity], code, place.file, place.in === 'sheet' ? place.sheet : '', pointOf(place), message, vietnameseNumber(seen), vietnameseNumber(expected), cause, remedy + choices, findingId(finding), status];
}

/** The cell, or what stands for it in a file without cells. */
function pointOf(place: Place): string {
  switch (place.in) {
    case 'sheet':
      return place.cell ?? '';
    case 'csv':
      return place.column === undefined ? `dòng ${place.line}` : columnLetters(place.column) + place.line;
    case 'text':
      return `dòng ${place.line}`;
    case 'json':
      return place.path;
    case 'file':
      return '';
  }
}
