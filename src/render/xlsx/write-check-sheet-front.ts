/** First sheet of the check sheet: what was checked, the verdict, the two halves with their rules, and the places to sign (Nghị định 30/2020/NĐ-CP, Điều 12). */
import type { Workbook } from 'exceljs';
import type { CheckSheet } from '../../finding/check-sheet.js';
import { LAID_OUT, ruleWords } from '../../finding/describe.js';
import { MOTTO, NATIONAL_NAME, type PageStyle } from '../style.js';
import { addCells, addList, addSheet, addText, setUpSheet, textLook, type KeptRows, type ListColumn } from './write-check-sheet-list.js';
import type { Sheet } from './sheet.js';

/** STT, then two and two columns that the letterhead and the lists share: 73 mm and 92 mm, on which Quốc hiệu has room. */
const WIDTHS_MM = [12, 61, 20, 40, 32];
const LEFT = 2;
const RIGHT = 3;
const SIGNATURE_ROOM_PT = 64;
/** Size of an empty line between two parts: with it the sheet of one document fits one page. */
const GAP_PT = 7;

const SUBJECT_COLUMNS: readonly ListColumn[] = [
  { header: 'STT', align: 'centre' },
  { header: 'Văn bản, số liệu được kiểm tra', align: 'left', span: 2 },
  { header: 'Kết quả', align: 'centre' },
  { header: 'Ghi chú', align: 'left' },
];
const RULE_COLUMNS: readonly ListColumn[] = [
  { header: 'STT', align: 'centre' },
  { header: 'Quy tắc', align: 'left', span: 2 },
  { header: 'Kết quả', align: 'centre' },
  { header: 'Số phát hiện', align: 'left' },
];

export function writeFront(workbook: Workbook, sheetData: CheckSheet, style: PageStyle): void {
  const sheet = addSheet(workbook, 'Phiếu kiểm tra', WIDTHS_MM, style);
  const size = 11;
  const look = textLook(style, size);
  const bold = { ...look, bold: true };
  const gap = textLook(style, GAP_PT);
  writeHead(sheet, sheetData);
  addList(sheet, SUBJECT_COLUMNS, sheetData.subjects.map(({ name, id, kind, passed }, at) => [String(at + 1), `${name}\n${id}`, passed ? 'ĐẠT' : 'CHƯA ĐẠT', kind === 'period' ? 'Chưa có văn bản' : '']), size);
  addText(sheet, '', gap);
  addText(sheet, verdict(sheetData), bold);
  addText(sheet, counts(sheetData), look);
  const kept: KeptRows[] = [];
  for (const { half, title, duty, rules, waivers } of sheetData.halves) {
    addText(sheet, '', gap);
    const first = sheet.nextRow;
    addText(sheet, title, { ...bold, sizePt: 13 });
    addText(sheet, duty, { ...look, italic: true });
    addList(sheet, RULE_COLUMNS, rules.map((rule, at) => [String(at + 1), rule.title, ruleWords(rule).result, ruleWords(rule).counts]), size);
    if (half === 'form') addText(sheet, LAID_OUT, { ...look, italic: true });
    if (waivers.length > 0) addText(sheet, `Đã chấp nhận ${waivers.length} phát hiện (xem trang «Đã chấp nhận»).`, look);
    kept.push({ first, last: sheet.nextRow - 1 });
  }
  addText(sheet, '', gap);
  const signatures = sheet.nextRow;
  writeSignatures(sheet);
  kept.push({ first: signatures, last: sheet.nextRow - 1 });
  setUpSheet(sheet, 'portrait', style.margins, kept);
}

function writeHead(sheet: Sheet, { agencies }: CheckSheet): void {
  const { style } = sheet;
  const head = textLook(style, 12, { bold: true, align: 'centre' });
  const [first = '', ...others] = agencies;
  addCells(sheet, [
    { text: first.toLocaleUpperCase('vi'), columns: LEFT, look: head },
    { text: `${NATIONAL_NAME}\n${MOTTO}`, columns: RIGHT, look: head },
  ]);
  for (const name of others) addCells(sheet, [{ text: name.toLocaleUpperCase('vi'), columns: LEFT, look: head }]);
  addText(sheet, '', textLook(style, GAP_PT));
  addText(sheet, 'PHIẾU KIỂM TRA', { ...head, sizePt: 14 });
  addText(sheet, 'Nội dung và thể thức văn bản trước khi trình ký', { ...head, sizePt: 14 });
  addText(sheet, '(Điều 12 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư)', { ...head, bold: false, italic: true });
  addText(sheet, '', textLook(style, GAP_PT));
}

function openErrors({ findings }: CheckSheet): number {
  return findings.filter(({ severity, waived }) => severity === 'error' && !waived).length;
}

function verdict(sheet: CheckSheet): string {
  const errors = openErrors(sheet);
  if (errors > 0) return `Kết luận: CHƯA ĐẠT, còn ${errors} lỗi phải xử lý trước khi trình ký.`;
  return 'Kết luận: ĐẠT, không còn lỗi chưa xử lý.';
}

function counts({ findings, sources, untraced }: CheckSheet): string {
  const open = findings.filter(({ waived }) => !waived);
  const count = (severity: string): number => open.filter((one) => one.severity === severity).length;
  const waived = findings.length - open.length;
  return `Phát hiện: ${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('note')} ghi chú; đã chấp nhận ${waived}. Nguồn số liệu: ${sources.length} tệp. Số chưa truy được nguồn: ${untraced.length}.`;
}

function writeSignatures(sheet: Sheet): void {
  const look = textLook(sheet.style, 12, { align: 'centre' });
  const pair = (left: string, right: string, change: Partial<typeof look>, leastPt = 0): void =>
    addCells(sheet, [{ text: left, columns: LEFT, look: { ...look, ...change } }, { text: right, columns: RIGHT, look: { ...look, ...change } }], leastPt);
  const date = 'Ngày ...... tháng ...... năm ..........';
  pair(date, date, { italic: true });
  pair('Người đứng đầu đơn vị soạn thảo', 'Người kiểm tra thể thức, kỹ thuật trình bày', { bold: true });
  pair('(Ký, ghi rõ họ tên)', '(Ký, ghi rõ họ tên)', { italic: true });
  pair('', '', {}, SIGNATURE_ROOM_PT);
}
