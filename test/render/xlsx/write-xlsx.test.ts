/** The workbook of appendices, read back from its XML. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '../../support/validate-open-xml.js';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/finding/finding.js';
import { pageStyle } from '../../../src/render/style.js';
import { writeXlsx } from '../../../src/render/xlsx/write-xlsx.js';
import { readXlsxSheets, type XlsxCell, type XlsxSheet } from '../../support/readers/xlsx-cells.js';
import { child, descendants } from '../../support/readers/xml.js';
import { sampleDocument } from '../../support/sample-document.js';

const folder = mkdtempSync(join(tmpdir(), 'baocao-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

let bytes: Uint8Array;
let findings: readonly Finding[];
let first: XlsxSheet;
let second: XlsxSheet;

beforeAll(async () => {
  ({ bytes, findings } = await writeXlsx(sampleDocument(), pageStyle('A')));
  [first, second] = readXlsxSheets(bytes) as [XlsxSheet, XlsxSheet];
});

function at(sheet: XlsxSheet, address: string): XlsxCell {
  const cell = sheet.cells.get(address);
  if (!cell) throw new Error(`${sheet.name} has no ${address}`);
  return cell;
}

describe('a sheet of an appendix', () => {
  test('is named by the label and begins with label, title, period, reference to the document and unit', () => {
    expect([first.name, second.name]).toEqual(['Phụ lục I', 'Phụ lục II']);
    expect([1, 2, 3, 4, 5].map((row) => at(first, `A${row}`).text)).toEqual([
      'Phụ lục I',
      'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 02 NĂM 2021',
      '(Từ ngày 16/01/2021 đến ngày 15/02/2021)',
      `(Kèm theo Báo cáo số ${'\u00A0'.repeat(6)}/BC-TTHC ngày ${'\u00A0'.repeat(5)} tháng ${'\u00A0'.repeat(5)} năm ${'\u00A0'.repeat(7)} của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng)`,
      'Đơn vị tính: hồ sơ',
    ]);
    expect(first.merges).toEqual(expect.arrayContaining(['A1:O1', 'A2:O2', 'A3:O3', 'A4:O4', 'A5:O5']));
    expect(at(first, 'A1')).toMatchObject({ align: 'center', font: { name: 'Times New Roman', sizePt: 14, bold: true } });
    expect(at(first, 'A4').font.italic).toBe(true);
    expect(at(first, 'A5').align).toBe('right');
  });

  test('has the header tree as true merges', () => {
    for (const merge of ['A6:A8', 'B6:B8', 'C6:E6', 'F6:L6', 'M6:M8', 'C7:C8', 'D7:E7', 'F7:I7', 'J7:L7']) expect(first.merges).toContain(merge);
    expect(at(first, 'F6').text).toBe('Kết quả giải quyết');
    expect(at(first, 'L8')).toMatchObject({ text: 'Quá hạn', align: 'center', ruled: true, font: { bold: true } });
    expect(at(first, 'B8').ruled).toBe(true);
  });

  test('repeats the header on paper and keeps it on the screen', () => {
    expect(first.printTitles).toBe("'Phụ lục I'!$6:$8");
    expect(second.printTitles).toBe("'Phụ lục II'!$5:$5");
    const pane = [...descendants(first.root)].find(({ name }) => name === 'pane');
    expect(pane?.attributes).toMatchObject({ ySplit: '8', topLeftCell: 'A9', state: 'frozen' });
  });

  test('stores figures as numbers that look as printed', () => {
    expect(at(first, 'C12')).toMatchObject({ number: '2906', format: '#,##0', align: 'right' });
    expect(at(first, 'A12').text).toBe('4');
    expect(at(first, 'B12')).toMatchObject({ text: 'Sở Giao thông vận tải', align: 'left', ruled: true, font: { name: 'Times New Roman', sizePt: 11, bold: false } });
  });

  test('sums the totals, in bold, and has their results', () => {
    expect(at(first, 'C26')).toMatchObject({ formula: 'SUM(C9:C25)', number: '8605', format: '#,##0', font: { bold: true } });
    expect(at(first, 'L26')).toMatchObject({ formula: 'SUM(L9:L25)', number: '6' });
    expect(at(second, 'C23')).toMatchObject({ formula: 'SUM(C6:C22)', number: '169' });
    expect(second.merges).toContain('A23:B23');
  });

  test('computes the rates from the cells of the row they name, with the printed mark as part of the number format', () => {
    expect(at(first, 'D27')).toMatchObject({ formula: 'D26/C26*100', number: '16.01', format: '0.00' });
    expect(at(first, 'N27')).toMatchObject({ formula: 'N26/C26*100', number: '36.21', format: '0.00"(*)"' });
    expect(at(first, 'O27')).toMatchObject({ formula: 'N26/O26*100', format: '0.00"(**)"' });
    expect(at(first, 'C27')).not.toHaveProperty('formula');
    expect(at(second, 'C24')).toMatchObject({ number: '25.61', font: { italic: true } });
  });

  test('has notes and other blocks below the table', () => {
    expect([28, 29, 30, 31].map((row) => at(first, `A${row}`).text)).toEqual([
      '(*) Tỷ lệ số hồ sơ nhận qua trực tuyến so với tổng số hồ sơ nhận giải quyết.',
      '(**) Tỷ lệ số hồ sơ nhận qua trực tuyến so với số hồ sơ mức độ 3, 4.',
      '(Số liệu minh họa)',
      'Nguồn: phần mềm một cửa điện tử của tỉnh./.',
    ]);
    expect(at(first, 'A30').font.italic).toBe(true);
    expect(at(second, 'A25')).toMatchObject({ text: 'Cách tổng hợp', font: { bold: true } });
    const breaks = [...descendants(second.root)].filter(({ name }) => name === 'brk');
    expect(breaks.map(({ attributes }) => attributes['id'])).toEqual(['24']);
  });

  test('prints on A4 across, one page wide, numbered from the second page on', () => {
    expect(child(first.root, 'pageSetup')?.attributes).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0', firstPageNumber: '1' });
    expect(child(first.root, 'pageMargins')?.attributes).toMatchObject({ left: '1.181', right: '0.591', top: '0.787', bottom: '0.787', header: '0.394' });
    expect([...descendants(first.root)].find(({ name }) => name === 'pageSetUpPr')?.attributes['fitToPage']).toBe('1');
    const header = child(first.root, 'headerFooter')!;
    expect(header.attributes['differentFirst']).toBe('1');
    expect(child(header, 'oddHeader')?.children).toEqual(['&C&"Times New Roman,Regular"&13&P']);
  });

  test('has columns as wide as the page, by weight, and room for every line', () => {
    expect(first.widths).toHaveLength(15);
    const sum = first.widths.reduce((total, width) => total + width, 0);
    expect(sum * 7 * 0.75).toBeCloseTo((252 * 72) / 25.4, -1);
    expect(first.widths[1]).toBeGreaterThan(first.widths[2]!);
    const rows = [...descendants(first.root)].filter(({ name }) => name === 'row').map(({ attributes }) => attributes);
    const height = (row: number): number => Number(rows.find(({ r }) => r === String(row))?.['ht']);
    expect(rows.every(({ ht }) => Number(ht) >= 15)).toBe(true);
    // «Sở Lao động - Thương binh và Xã hội» takes two lines in its column.
    expect(height(15)).toBeGreaterThan(height(14) * 1.5);
    // Rows of merged cells keep their height; the others grow when the office changes a name.
    expect(rows.filter(({ customHeight }) => customHeight === '1').map(({ r }) => Number(r))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 28, 29, 30, 31]);
  });
});

describe('the package', () => {
  test('reports nothing lost for the sample', () => {
    expect(findings).toEqual([]);
  });

  test('passes the Open XML SDK', async () => {
    const file = join(folder, 'sample.xlsx');
    writeFileSync(file, bytes);
    const result = await validateFile(file, { officeVersion: 'Office2019' });
    expect(result.errors).toEqual([]);
    expect(result.ok).toBe(true);
  });

  test('carries the title, the office and the date of the period', () => {
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml']!);
    expect(core).toContain('<dc:title>Báo cáo tình hình, kết quả hoạt động tháng 02 năm 2021</dc:title>');
    expect(core).toContain('<dc:creator>Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng</dc:creator>');
    expect(core.match(/2021-02-15T00:00:00Z/g)).toHaveLength(2);
  });

  test('names no other font than Times New Roman', () => {
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml']!);
    expect(new Set([...styles.matchAll(/<name val="([^"]+)"/g)].map(([, name]) => name))).toEqual(new Set(['Times New Roman']));
  });

  test('is the same, byte for byte, in another process and time zone', async () => {
    const script = join(import.meta.dirname, 'write-in-child.mjs');
    const hashes = ['Asia/Ho_Chi_Minh', 'America/St_Johns'].map((TZ) =>
      execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8', input: JSON.stringify(sampleDocument()) }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });
});
