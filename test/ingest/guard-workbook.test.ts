/** Foreign workbooks: what is refused and why, what is stripped, what still reads. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guardWorkbook } from '../../src/ingest/guard-workbook.js';
import { encode } from './context.js';
import { changed, workbook } from './workbooks.js';

const GOOD = readFileSync('data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx');
const small = workbook({ 'Trang 1': { rows: [['a', 1]] } });
const SHEET = 'xl/worksheets/sheet1.xml';

/** The reason of the one finding file-unreadable. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const { ok, findings } = await guardWorkbook('a.xlsx', bytes);
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ code: 'file-unreadable', severity: 'error', place: { in: 'file', file: 'a.xlsx' } }]);
  return findings[0]!.message;
}

async function cleanedSheet(bytes: Uint8Array, sheet = 1): Promise<string> {
  const guarded = await guardWorkbook('a.xlsx', bytes);
  if (!guarded.ok) throw new Error(guarded.findings[0]!.message);
  return strFromU8(unzipSync(guarded.value.bytes)[`xl/worksheets/sheet${sheet}.xml`]!);
}

/** The sheet part with something put before its end. */
const withMarkup = (markup: string): Uint8Array => changed(small, (parts) => void (parts[SHEET] = parts[SHEET]!.replace('</worksheet>', `${markup}</worksheet>`)));
const withSheetData = (data: string): Uint8Array => changed(small, (parts) => void (parts[SHEET] = `<worksheet><sheetData>${data}</sheetData></worksheet>`));

/** Bytes with one changed at the first place where `mark` stands, or behind the last. */
function patched(bytes: Uint8Array, find: (copy: Buffer) => number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy[find(copy)] = value;
  return copy;
}

describe('what is no workbook is named', () => {
  const ole = (rest: string): Uint8Array => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(500), Buffer.from(rest, 'utf16le')]);
  test.each([
    ['empty', new Uint8Array(), /tệp rỗng/],
    ['.xls', ole('Workbook'), /kiểu cũ \(\.xls\)/],
    ['password', ole('EncryptedPackage'), /có mật khẩu/],
    ['HTML', encode('<html><table><tr><td>1'), /trang web \(HTML\)/],
    ['CSV renamed', encode('Mã;Giá trị\nx;1\n'), /tệp văn bản \(CSV\)/],
    ['PDF', encode('%PDF-1.7'), /tệp PDF/],
    ['XML', encode('<?xml version="1.0"?><Workbook/>'), /tệp XML/],
    ['anything', Uint8Array.from([1, 2, 3, 0]), /không phải sổ tính Excel/],
    ['cut', GOOD.subarray(0, GOOD.length - 200), /bị cắt/],
    ['cut early', GOOD.subarray(0, 10), /bị cắt/],
    ['Word', changed(small, (parts) => { delete parts['xl/workbook.xml']; parts['word/document.xml'] = '<w/>'; }), /văn bản Word/],
    ['.xlsb', changed(small, (parts) => { delete parts['xl/workbook.xml']; parts['xl/workbook.bin'] = ''; }), /\.xlsb/],
    ['other zip', changed(small, (parts) => { delete parts['xl/workbook.xml']; }), /thiếu xl\/workbook\.xml/],
  ])('%s', async (_, bytes, reason) => expect(await refusal(bytes)).toMatch(reason));
});

describe('dangerous or damaged packages', () => {
  const central = (copy: Buffer): number => copy.indexOf(Buffer.from('504B0102', 'hex'));
  test.each([
    ['DTD in a sheet', changed(small, (parts) => void (parts[SHEET] = `<!DOCTYPE x [<!ENTITY a "b">]>${parts[SHEET]}`)), /DTD/],
    ['DTD in a part that is not used', changed(small, (parts) => void (parts['xl/drawings/d.xml'] = '<!doctype x><d/>')), /DTD/],
    ['path upwards', changed(small, (parts) => void (parts['../evil.xml'] = '<x/>')), /«\.\.\/evil\.xml» không hợp lệ/],
    ['absolute path', changed(small, (parts) => void (parts['/evil.xml'] = '<x/>')), /«\/evil\.xml» không hợp lệ/],
    ['backslash', changed(small, (parts) => void (parts['xl\\evil.xml'] = '<x/>')), /không hợp lệ/],
    ['same name in other case', changed(small, (parts) => void (parts['XL/workbook.xml'] = '<x/>')), /cùng tên/],
    ['too many entries', changed(small, (parts) => { for (let i = 0; i < 2001; i++) parts[`xl/${i}.bin`] = ''; }), /quá 2000/],
    ['too large', zipSync({ 'xl/workbook.xml': new Uint8Array(65 * 1024 * 1024) }), /quá lớn/],
    ['too large together', zipSync({ 'a.bin': new Uint8Array(60 << 20), 'b.bin': new Uint8Array(60 << 20), 'c.bin': new Uint8Array(60 << 20) }), /quá lớn/],
    ['wrong CRC', patched(small, (copy) => central(copy) + 16, 0x77), /sai mã kiểm tra/],
    ['broken data', patched(small, () => 60, 0xff), /bị hỏng/],
    ['encrypted entry', patched(small, (copy) => central(copy) + 8, 1), /mật khẩu/],
    ['strange method', patched(small, (copy) => central(copy) + 10, 12), /nén theo cách lạ/],
    ['not UTF-8', zipSync({ ...unzipSync(small), [SHEET]: Uint8Array.from([0x3c, 0xff]) }), /không ở bảng mã UTF-8/],
    ['sheet part missing', changed(small, (parts) => { delete parts[SHEET]; }), /thiếu nội dung của trang «Trang 1»/],
    ['external sheet', changed(small, (parts) => void (parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('Target="worksheets', 'TargetMode="External" Target="http://x'))), /thiếu nội dung/],
    ['no sheet', changed(small, (parts) => void (parts['xl/workbook.xml'] = '<workbook><sheets/></workbook>')), /không có trang tính/],
    ['strings missing', withSheetData('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), /thiếu các chuỗi ký tự của trang «Trang 1»/],
    ['sheet cut', changed(small, (parts) => void (parts[SHEET] = '<worksheet><sheetData><row r="1"><c r="A1">')), /trang «Trang 1»: nội dung trang tính bị cắt/],
    ['row far away', withSheetData('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), /A1048576/],
    ['column far away', withSheetData('<row r="1"><c r="XFD1"><v>1</v></c></row>'), /XFD1/],
    ['rows out of order', withSheetData('<row r="2"/><row r="1"/>'), /sai thứ tự/],
    ['cell twice', withSheetData('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), /sai vị trí/],
    ['cell of another row', withSheetData('<row r="1"><c r="A2"><v>1</v></c></row>'), /sai vị trí/],
  ])('%s', async (_, bytes, reason) => expect(await refusal(bytes)).toMatch(reason));

  test('a quadratic sheet ends at once', async () => {
    const started = performance.now();
    await guardWorkbook('a.xlsx', withSheetData('<dataValidations>'.repeat(200_000)));
    await guardWorkbook('a.xlsx', withSheetData('<c r="A1" "'.repeat(200_000)));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('what a table does not need is left out', () => {
  test('everything of a sheet but rows, cells and merges', async () => {
    const xml = await cleanedSheet(
      withMarkup(
        '<mergeCells><mergeCell ref="A1:XFD100000"/></mergeCells><dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations>' +
          '<conditionalFormatting sqref="A1"/><hyperlinks><hyperlink ref="A1" id="x"/></hyperlinks><drawing id="r1"/><legacyDrawing id="r2"/><tableParts/><extLst/>',
      ),
    );
    expect([...xml.matchAll(/<(\w+)/g)].map(([, name]) => name)).toEqual(['worksheet', 'sheetData', 'row', 'c', 'is', 't', 'c', 'v']);
  });

  test('other parts, names and links', async () => {
    const bytes = changed(small, (parts) => {
      parts['xl/vbaProject.bin'] = 'macro';
      parts['xl/externalLinks/externalLink1.xml'] = '<externalLink/>';
      parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('</workbook>', '<definedNames><definedName name="x">A1</definedName></definedNames></workbook>');
    });
    const guarded = await guardWorkbook('a.xlsm', bytes);
    if (!guarded.ok) throw new Error('refused');
    const parts = unzipSync(guarded.value.bytes);
    expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', SHEET]);
    expect(strFromU8(parts['xl/workbook.xml']!)).not.toContain('definedName');
  });

  test('merges come back as data, huge ones do not', async () => {
    const guarded = await guardWorkbook('a.xlsx', workbook({ 'Phụ lục & «I»': { rows: [['a']], merges: ['A1:C1', 'A2:XFD2000'] } }));
    expect(guarded.ok && guarded.value.sheets).toEqual([{ name: 'Phụ lục & «I»', merges: [{ top: 1, left: 1, bottom: 1, right: 3 }], hidden: { sheet: false, rows: [], columns: [] } }]);
  });

  test('formatted empty cells down to the last row are no content', async () => {
    expect(await cleanedSheet(withSheetData('<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'))).toContain('<row r="1">');
  });
});

describe('unusual but right files read the same', () => {
  test('names with a prefix', async () => {
    const bytes = changed(small, (parts) => {
      parts[SHEET] = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    });
    expect(await cleanedSheet(bytes)).toContain('<row r="1"><c r="A1" t="n"><v>5</v></c></row>');
  });

  test('cells without addresses, absolute targets, other part names', async () => {
    const bytes = changed(small, (parts) => {
      parts['xl/pages/Page.xml'] = '<worksheet><sheetData><row><c><v>5</v></c><c/><c t="str"><v>x</v></c></row><row><c><v>6</v></c></row></sheetData></worksheet>';
      parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('worksheets/sheet1.xml', '/xl/pages/page.xml');
    });
    expect(await cleanedSheet(bytes)).toContain('<row r="1"><c r="A1" t="n"><v>5</v></c><c r="C1" t="str"><v>x</v></c></row><row r="2"><c r="A2" t="n"><v>6</v></c></row>');
  });

  test('values exceljs would misread stay text', async () => {
    const xml = await cleanedSheet(withSheetData('<row r="1"><c r="A1"><v>12abc</v></c><c r="B1" t="d"><v>2021-02-15</v></c><c r="C1" t="str"><f>IF(1,"","")</f><v></v></c></row>'));
    expect(xml).toContain('<c r="A1" t="str"><v>12abc</v></c><c r="B1" t="str"><v>2021-02-15</v></c></row>');
  });
});
