/** The check sheet as a workbook: the same findings, text that stays text, a page an office can print and sign. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toHalves } from '../../../src/check/halves.js';
import { found } from '../../../src/finding/catalog.js';
import type { CheckSheet } from '../../../src/finding/check-sheet.js';
import { findingId, type Finding } from '../../../src/finding/finding.js';
import { writeCheckSheet } from '../../../src/render/xlsx/write-check-sheet.js';
import { lintPackage } from '../../support/readers/package-lint.js';
import { validateFile } from '../../support/validate-open-xml.js';

const FILE = 'data/so-noi-vu/2021-02/phu luc.xlsx';
const cell = (address: string) => ({ in: 'sheet', file: FILE, sheet: 'Phụ lục I', cell: address }) as const;
const HOSTILE = '=HYPERLINK("http://x";"_x0041_") \u0007 <b>&amp;';

const accepted: Finding = { ...found('names-count', cell('C25'), { name: 'Đơn vị chậm', seen: 3, expected: '4' }, { seen: '4', expected: '3' }), waived: true };
const findings: readonly Finding[] = [
  found('row-sum', cell('C9'), { row: 'Sở Công Thương', statement: '614 khác 613', others: 16 }, { seen: '614', expected: '613', cause: 'gõ nhầm một chữ số' }),
  accepted,
  found('figure-missing', { in: 'csv', file: 'data/so-noi-vu/2021-02/a.csv', line: 4, column: 3 }, { row: 'Sở Y tế', column: 'Tổng số' }, { choices: ['0', 'chưa có số liệu'] }),
  found('unit-unknown', { in: 'json', file: 'data/so-noi-vu/2021-02/a.json', path: '$.hang[3].don_vi' }, { name: HOSTILE, nearest: '' }, { seen: HOSTILE }),
  found('appendix-unreferenced', { in: 'text', file: 'templates/documents/bao-cao-thang/body.md', line: 12 }, { label: 'Phụ lục II' }),
  found('row-sum', { in: 'file', file: FILE }, { row: 'Dài', statement: 'câu rất dài '.repeat(60), others: 0 }),
];

const waiver = { entry: '0123456789ab', finding: findingId(accepted), code: 'names-count', place: cell('C25'), message: accepted.message, reason: '+Đã đối chiếu', by: 'Nguyễn Văn A', date: '2021-03-15', at: { in: 'text', file: 'data/so-noi-vu/ledger.jsonl', line: 1 } } as const;

const sheet: CheckSheet = {
  agencies: ['Sở Nội vụ tỉnh Sóc Trăng'],
  subjects: [
    { id: 'so-noi-vu/2021-02/bao-cao-thang', name: 'Báo cáo tháng 02 năm 2021', kind: 'document', passed: false },
    { id: 'so-noi-vu/2022', name: 'Số liệu năm 2022', kind: 'period', passed: true },
  ],
  findings,
  halves: toHalves(findings, [waiver], [{ kind: 'document', findings }]),
  sources: [{ path: FILE, sha256: 'a'.repeat(64) }],
  untraced: [{ text: '1.234', place: { in: 'text', file: 'data/so-noi-vu/2021-02/kien nghi.md', line: 5 }, context: 'Có 1.234 hồ sơ.' }],
  date: '2021-02-28',
};

const folder = mkdtempSync(join(tmpdir(), 'baocao-phieu-'));
afterAll(() => rmSync(folder, { recursive: true }));

let bytes: Uint8Array;
let book: ExcelJS.Workbook;
beforeAll(async () => {
  bytes = await writeCheckSheet(sheet);
  book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
});

const rowsOf = (worksheet: Worksheet): string[][] => {
  const rows: string[][] = [];
  worksheet.eachRow((row) => rows.push(Array.from({ length: worksheet.columnCount }, (_, at) => (row.getCell(at + 1).isMerged && row.getCell(at + 1).master !== row.getCell(at + 1) ? '' : row.getCell(at + 1).text))));
  return rows;
};
const list = (name: string): string[][] => rowsOf(book.getWorksheet(name)!).slice(3);
const front = (): string => rowsOf(book.getWorksheet('Phiếu kiểm tra')!).map((row) => row.filter((text) => text !== '').join(' | ')).join('\n');

describe('the sheets', () => {
  test('are five, in the order of reading', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Phiếu kiểm tra', 'Phát hiện', 'Đã chấp nhận', 'Nguồn số liệu', 'Số chưa truy được nguồn']);
  });

  test('the first says what was checked, the verdict, both halves, and has two places to sign', () => {
    const text = front();
    expect(text).toContain('SỞ NỘI VỤ TỈNH SÓC TRĂNG');
    expect(text).toContain('PHIẾU KIỂM TRA');
    expect(text).toContain('1 | Báo cáo tháng 02 năm 2021\nso-noi-vu/2021-02/bao-cao-thang | CHƯA ĐẠT');
    expect(text).toContain('2 | Số liệu năm 2022\nso-noi-vu/2022 | ĐẠT | Chưa có văn bản');
    expect(text).toContain('Kết luận: CHƯA ĐẠT, còn 4 lỗi phải xử lý trước khi trình ký.');
    expect(text).toContain('Phát hiện: 4 lỗi, 1 cảnh báo, 0 ghi chú; đã chấp nhận 1. Nguồn số liệu: 1 tệp. Số chưa truy được nguồn: 1.');
    expect(text).toMatch(/Phần 1\. Nội dung[^]*\| Các cột trên từng dòng khớp nhau \| CÓ LỖI \| 2 lỗi\n[^]*Phần 2\. Thể thức[^]*\| Dẫn đến các phụ lục \| CẢNH BÁO \| 1 cảnh báo/);
    expect(text).toMatch(/\| Số đơn vị được nêu tên khớp con số \| CHƯA SOÁT HẾT \| 1 đã chấp nhận/);
    expect(text).toContain('Người đứng đầu đơn vị soạn thảo | Người kiểm tra thể thức, kỹ thuật trình bày');
  });

  test('the second has every finding with its id, place, values, cause, remedy and state', () => {
    const rows = list('Phát hiện');
    expect(rows.map((row) => row[10])).toEqual(findings.map(findingId));
    expect(rows[0]!.slice(0, 9)).toEqual(['LỖI', 'row-sum', FILE, 'Phụ lục I', 'C9', 'Sở Công Thương: 614 khác 613.', '614', '613', 'gõ nhầm một chữ số']);
    expect(rows.map((row) => row[11])).toEqual(['CHƯA XỬ LÝ', 'ĐÃ CHẤP NHẬN', 'CẦN TRẢ LỜI', 'CHƯA XỬ LÝ', '', 'CHƯA XỬ LÝ']);
    expect(rows.map((row) => row[4])).toEqual(['C9', 'C25', 'C4', '$.hang[3].don_vi', 'dòng 12', '']);
    expect(rows[2]![9]).toMatch(/Chọn một: 0 · chưa có số liệu$/);
  });

  test('the others have who accepted what, the sources, the figures without a source', () => {
    expect(list('Đã chấp nhận')).toEqual([['1', findingId(accepted), 'names-count', `${FILE} › trang «Phụ lục I» › ô C25`, accepted.message, '+Đã đối chiếu', 'Nguyễn Văn A', '15/03/2021']]);
    expect(list('Nguồn số liệu')).toEqual([['1', FILE, 'a'.repeat(64)]]);
    expect(list('Số chưa truy được nguồn')).toEqual([['1', '1.234', 'data/so-noi-vu/2021-02/kien nghi.md › dòng 5', 'Có 1.234 hồ sơ.']]);
  });

  test('an empty list says so', async () => {
    const empty = new ExcelJS.Workbook();
    const clean = { ...sheet, findings: [], halves: toHalves([], [], [{ kind: 'document', findings: [] }]), sources: [], untraced: [] } as const;
    await empty.xlsx.load((await writeCheckSheet(clean)).buffer as ArrayBuffer);
    for (const worksheet of empty.worksheets.slice(1)) expect(rowsOf(worksheet).at(-1)![0], worksheet.name).toBe('Không có.');
    expect(rowsOf(empty.worksheets[0]!).flat()).toContain('Kết luận: ĐẠT, không còn lỗi chưa xử lý.');
  });
});

describe('text', () => {
  test('stays text, whatever it looks like, and what XML cannot hold is named', () => {
    const name = HOSTILE.replace('\u0007', '[U+0007]');
    const row = list('Phát hiện')[3]!;
    expect(row[6]).toBe(name);
    expect(row[5]).toContain(name);
    for (const worksheet of book.worksheets) {
      worksheet.eachRow((one) => one.eachCell((each) => expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Null, ExcelJS.ValueType.Merge]).toContain(each.type)));
    }
    expect(book.getWorksheet('Đã chấp nhận')!.getCell('F4').numFmt).toBe('@');
  });

  test('is Times New Roman throughout, wrapped, in rows high enough for it', () => {
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml']!);
    expect(new Set([...styles.matchAll(/<name val="([^"]+)"/g)].map(([, name]) => name))).toEqual(new Set(['Times New Roman']));
    const worksheet = book.getWorksheet('Phát hiện')!;
    const [short, long] = [worksheet.getRow(4), worksheet.getRow(9)];
    expect(long.getCell(6).alignment.wrapText).toBe(true);
    expect(long.height).toBeGreaterThan(short.height * 2);
    expect(long.getCell(6).border.left?.style).toBe('thin');
  });
});

describe('on paper', () => {
  test('A4, one page wide, lists across with their header row on each page', () => {
    for (const [at, { pageSetup, name }] of book.worksheets.entries()) {
      expect(pageSetup, name).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, orientation: at === 0 ? 'portrait' : 'landscape' });
      expect(pageSetup.printTitlesRow, name).toBe(at === 0 ? undefined : '3:3');
    }
    expect(book.worksheets[1]!.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  });

  test('columns fill the page and no more', () => {
    for (const [at, worksheet] of book.worksheets.entries()) {
      const widthMm = (worksheet.columns.reduce((sum, { width = 0 }) => sum + width, 0) * 7 * 25.4) / 96;
      expect(widthMm, worksheet.name).toBeLessThan(at === 0 ? 166 : 286);
      expect(widthMm, worksheet.name).toBeGreaterThan(at === 0 ? 160 : 255);
    }
  });

  test('no page ends within a half of it, nor between the places to sign', async () => {
    const roomPt = ((297 - 40) / 25.4) * 72;
    let breaksSeen = 0;
    for (const count of [6, 9, 12, 15, 18]) {
      const subjects = Array.from({ length: count }, (_, index) => ({ id: `so-noi-vu/2021-02/van-ban-${index}`, name: 'Báo cáo', kind: 'document' as const, passed: true }));
      const written = await writeCheckSheet({ ...sheet, subjects });
      const long = new ExcelJS.Workbook();
      await long.xlsx.load(written.buffer as ArrayBuffer);
      const worksheet = long.worksheets[0]!;
      if (worksheet.pageSetup.fitToHeight === 1) continue;
      const rows = rowsOf(worksheet);
      const first = (text: string): number => rows.findIndex(([one]) => one!.startsWith(text)) + 1;
      const blocks = [[first('Phần 1'), first('Phần 2') - 2], [first('Phần 2'), first('Ngày ......') - 2], [first('Ngày ......'), rows.length]] as const;
      const breaks = [...strFromU8(unzipSync(written)['xl/worksheets/sheet1.xml']!).matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id));
      breaksSeen += breaks.length;
      const pages: number[] = [];
      let [page, used] = [1, 0];
      for (let row = 1; row <= rows.length; row++) {
        const height = worksheet.getRow(row).height;
        if (breaks.includes(row - 1) || used + height > roomPt) [page, used] = [page + 1, 0];
        used += height;
        pages[row] = page;
      }
      for (const [from, to] of blocks) expect(pages[from], `${count} documents, rows ${from} to ${to}`).toBe(pages[to]);
    }
    expect(breaksSeen).toBeGreaterThan(1);
  });
});

describe('the package', () => {
  test('passes the Open XML SDK and the lint', async () => {
    const file = join(folder, 'phieu.xlsx');
    writeFileSync(file, bytes);
    const result = await validateFile(file, { officeVersion: 'Office2019' });
    expect(result.errors).toEqual([]);
    expect(result.ok).toBe(true);
    // The remedy of appendix-unreferenced itself tells what to write into the template.
    expect(lintPackage(bytes).filter((fault) => !fault.includes('{{appendix'))).toEqual([]);
  });

  test('has the date of the period, and is the same in another process and time zone', () => {
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml']!);
    expect(core.match(/2021-02-28T00:00:00Z/g)).toHaveLength(2);
    const script = join(import.meta.dirname, 'write-check-sheet-in-child.mjs');
    const hash = createHash('sha256').update(bytes).digest('hex');
    for (const TZ of ['Asia/Ho_Chi_Minh', 'America/St_Johns']) {
      expect(execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8', input: JSON.stringify(sheet) }), TZ).toBe(hash);
    }
  });
});
