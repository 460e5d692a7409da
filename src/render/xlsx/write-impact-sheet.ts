/** Writes the impact of a correction as a workbook to show a leader: cells and documents first, then figures, sentences and findings. */
import type { Workbook } from 'exceljs';
import { describePlace, SEVERITY_WORDS } from '../../finding/describe.js';
import type { Impact, ImpactSheet, JobImpact } from '../../finding/impact.js';
import { whereWords } from '../../finding/where-words.js';
import { pageStyle, type PageStyle } from '../style.js';
import { canonicalXlsx } from './canonical-xlsx.js';
import { newWorkbook } from './new-workbook.js';
import { vietnameseNumber } from './vietnamese-number.js';
import { addList, addSheet, addText, setUpSheet, textLook, type ListColumn, type Margins } from './write-check-sheet-list.js';

const MARGINS: Margins = { topMm: 15, bottomMm: 15, leftMm: 20, rightMm: 10 };

const STATES: Readonly<Record<JobImpact['state'], string>> = { fresh: 'dự thảo', stale: 'dự thảo (đã cũ)', edited: 'dự thảo (đã sửa bằng tay)', 'never-built': 'chưa lập' };
const CHANGES: Readonly<Record<JobImpact['change'], string>> = {
  changes: 'thay đổi',
  appears: 'phải lập thêm',
  vanishes: 'không còn phải lập',
  refused: 'chưa lập được: xem phát hiện mới',
  waits: 'giữ nguyên: kỳ đem so sánh đang có lỗi',
  unchanged: 'không số nào in ra thay đổi',
};

export async function writeImpactSheet(data: ImpactSheet): Promise<Uint8Array> {
  const workbook = newWorkbook('Tác động của đính chính số liệu', data.date);
  const style = pageStyle('A');
  for (const page of PAGES) writePage(workbook, page, data, style);
  return canonicalXlsx(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer), style.fontFamily);
}

type Column = ListColumn & { readonly widthMm: number };

interface Page {
  readonly name: string;
  readonly title: string;
  /** Lines under the title. */
  readonly lines: (data: ImpactSheet) => readonly string[];
  readonly columns: readonly Column[];
  readonly rows: (impact: Impact) => readonly (readonly string[])[];
}

const column = (header: string, widthMm: number, align: ListColumn['align'] = 'left'): Column => ({ header, widthMm, align });
const none = (): readonly string[] => [];

const PAGES: readonly Page[] = [
  {
    name: 'Ô đính chính',
    title: 'ĐÍNH CHÍNH SỐ LIỆU VÀ TÁC ĐỘNG',
    lines: ({ agency, reason, basis, by, impact }) => [
      `Cơ quan: ${agency}`,
      `Lý do: ${reason}`,
      `Căn cứ: ${basis}`,
      `Người lập: ${by}`,
      `${impact.cells.length} ô được đính chính; ${impact.figures.length} con số thay đổi trong ${impact.jobs.length} văn bản, ${impact.jobs.filter(({ issued }) => issued).length} văn bản đã ban hành.`,
    ],
    columns: [column('STT', 12, 'centre'), column('Kỳ', 22, 'centre'), column('Biểu', 66), column('Dòng', 56), column('Cột', 71), column('Đã báo cáo', 20, 'right'), column('Nay sửa là', 20, 'right')],
    rows: ({ cells }) => cells.map(({ period, table, label, header, was, now }, at) => [String(at + 1), period, table, label, header, was === null ? '(trống)' : vietnameseNumber(was), vietnameseNumber(now)]),
  },
  {
    name: 'Văn bản',
    title: 'Văn bản bị ảnh hưởng',
    lines: none,
    columns: [column('STT', 12, 'centre'), column('Văn bản', 110), column('Tình trạng', 55), column('Tác động', 60), column('Số con số thay đổi', 30, 'right')],
    rows: ({ jobs }) => jobs.map(({ id, subject, issued, symbol, state, change, figures }, at) => [String(at + 1), subject === undefined ? id : `${subject} (${id})`, issued ? `đã ban hành số ${symbol ?? ''}` : STATES[state], CHANGES[change], String(figures)]),
  },
  {
    name: 'Con số',
    title: 'Con số thay đổi trong từng văn bản',
    lines: none,
    columns: [column('STT', 12, 'centre'), column('Văn bản', 52), column('Vị trí', 26), column('Câu, hoặc dòng và cột', 121), column('Đã in', 28, 'right'), column('Nay là', 28, 'right')],
    rows: ({ figures }) => figures.map(({ job, where, context, old, new: now }, at) => [String(at + 1), job, whereWords(where), context, old ?? '(không có)', now ?? '(không còn)']),
  },
  {
    name: 'Câu, bảng, biểu đồ',
    title: 'Câu, bảng và biểu đồ thay đổi',
    lines: none,
    columns: [column('STT', 12, 'centre'), column('Văn bản', 42), column('Vị trí', 24), column('Trước', 80), column('Sau', 80), column('Đổi lời', 29, 'centre')],
    rows: ({ sentences, exhibits }) =>
      [
        ...sentences.map(({ job, where, old, new: now, reworded }) => [job, whereWords(where), old ?? '(không có)', now ?? '(không còn)', reworded ? 'có' : '']),
        ...exhibits.map(({ job, where, kind, what }) => [job, whereWords(where), kind === 'chart' ? 'Biểu đồ' : 'Thứ tự dòng của bảng', what, '']),
      ].map((row, at) => [String(at + 1), ...row]),
  },
  {
    name: 'Phát hiện',
    title: 'Phát hiện xuất hiện hoặc hết sau khi đính chính',
    lines: none,
    columns: [column('STT', 12, 'centre'), column('', 26, 'centre'), column('Mức', 22, 'centre'), column('Nơi', 66), column('Nội dung', 80), column('Cách xử lý', 61)],
    rows: ({ findings }) =>
      [...findings.new.map((one) => ['xuất hiện', one] as const), ...findings.gone.map((one) => ['hết', one] as const)].map(([how, { severity, place, message, remedy }], at) => [
        String(at + 1), how, SEVERITY_WORDS[severity], describePlace(place), message, remedy,
      ]),
  },
];

function writePage(workbook: Workbook, { name, title, lines, columns, rows }: Page, data: ImpactSheet, style: PageStyle): void {
  const sheet = addSheet(workbook, name, columns.map(({ widthMm }) => widthMm), style);
  addText(sheet, title, textLook(style, 13, { bold: true, align: 'centre' }));
  for (const line of lines(data)) addText(sheet, line, textLook(style, 11));
  addText(sheet, '', textLook(style, 11));
  addList(sheet, columns, rows(data.impact), 10);
  setUpSheet(sheet, 'landscape', MARGINS);
}
