/** Files that are no workbook, workbooks that are broken, and workbooks made to hurt. */
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contents, encode, tableOf } from '../context.js';
import { changed } from '../workbooks.js';
import { csv, february, readCase, runCases, sheetXml, type HostileCase } from './hostile-case.js';

const refused = (...words: readonly string[]) => ({ outcome: 'refused' as const, says: ['file-unreadable a.xlsx'], words });
const accepted = (...says: readonly string[]) => ({ outcome: 'accepted' as const, says });

const ole = (stream: string): Uint8Array => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(500), Buffer.from(stream, 'utf16le')]);
const without = (part: string): Uint8Array => changed(february, (parts) => void delete parts[part]);
const part = (name: string, edit: (text: string) => string): Uint8Array => changed(february, (parts) => void (parts[name] = edit(parts[name] ?? '')));
const central = Buffer.from('504B0102', 'hex');
const byteAt = (find: (bytes: Buffer) => number, value: number): Uint8Array => {
  const copy = Buffer.from(february);
  copy[find(copy)] = value;
  return copy;
};

/** A second entry of the same name, as a hand-made zip can hold. */
function doubled(): Uint8Array {
  const twin = 'xl/worksheets/sheet9.xml';
  const bytes = Buffer.from(changed(february, (parts) => void (parts[twin] = parts['xl/worksheets/sheet1.xml']!)));
  const renamed = Buffer.from('xl/worksheets/sheet1.xml');
  for (let at = bytes.indexOf(twin); at >= 0; at = bytes.indexOf(twin)) renamed.copy(bytes, at);
  return bytes;
}

/** An entry that declares little and inflates to much. */
function lyingBomb(): Uint8Array {
  const name = strToU8('xl/worksheets/sheet1.xml');
  const data = deflateRawSync(Buffer.alloc(200 << 20, 0x20), { level: 9 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(1000, 22);
  head.writeUInt16LE(name.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(20, 6);
  directory.writeUInt16LE(8, 10);
  directory.writeUInt32LE(data.length, 20);
  directory.writeUInt32LE(1000, 24);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([head, name, data, directory, name, end]);
}

describe('what it is not', () => {
  const cases: readonly HostileCase[] = [
    { name: 'empty', input: new Uint8Array(), ...refused('0 byte') },
    { name: 'HTML renamed', input: encode('<html><table><tr><td>1</td></tr></table></html>'), ...refused('HTML') },
    { name: 'CSV renamed', input: encode(csv()), ...refused('CSV', '.csv') },
    { name: 'a password', input: ole('EncryptedPackage'), ...refused('mật khẩu') },
    { name: '.xls', input: ole('Workbook'), ...refused('(.xls)') },
    { name: 'PDF', input: encode('%PDF-1.7\n'), ...refused('PDF') },
    { name: 'Word', input: changed(february, (parts) => { delete parts['xl/workbook.xml']; parts['word/document.xml'] = '<w/>'; }), ...refused('Word') },
  ];
  runCases('a.xlsx', cases);
});

describe('broken', () => {
  runCases('a.xlsx', [
    { name: 'cut at the end', input: february.subarray(0, february.length - 100), ...refused('bị cắt') },
    { name: 'cut in the middle', input: february.subarray(0, february.length >> 1), ...refused('bị cắt') },
    { name: 'a sheet missing', input: without('xl/worksheets/sheet2.xml'), ...refused('Phụ lục II') },
    { name: 'the strings missing', input: without('xl/sharedStrings.xml'), ...refused('chuỗi ký tự') },
    { name: 'the list of sheets missing', input: without('xl/workbook.xml'), ...refused('xl/workbook.xml') },
    { name: 'the relations missing', input: without('xl/_rels/workbook.xml.rels'), ...refused('Phụ lục I') },
    { name: 'a sheet cut', input: sheetXml((xml) => xml.slice(0, 9000)), ...refused('Phụ lục I') },
    { name: 'a cell that is not closed', input: sheetXml((xml) => xml.replace('<c r="C9" s="4"><v>613</v></c>', '<c r="C9" s="4"><v>613</v>')), ...refused('XML sai') },
    { name: 'a value that is not closed', input: sheetXml((xml) => xml.replace('<v>613</v>', '<v>613')), ...refused('XML sai') },
    { name: 'a row closed twice', input: sheetXml((xml) => xml.replace('</row>', '</row></row>')), ...refused('XML sai') },
    { name: 'merges cut', input: sheetXml((xml) => xml.slice(0, xml.indexOf('<mergeCell ref="C5'))), ...refused('XML sai') },
    { name: 'the strings cut', input: part('xl/sharedStrings.xml', (xml) => xml.slice(0, -40)), ...refused('sharedStrings') },
    { name: 'a bare ampersand', input: part('xl/sharedStrings.xml', (xml) => xml.replace('Sở', 'Sở & &&')), ...refused() },
    { name: 'a string that is not there', input: sheetXml((xml) => xml.replace(/(<c r="B9"[^>]*><v>)\d+/, '$199999')), ...refused() },
    { name: 'wrong CRC', input: byteAt((bytes) => bytes.indexOf('xl/worksheets/sheet1.xml', bytes.indexOf(central)) - 46 + 16, 0x77), ...refused('sai mã kiểm tra') },
    { name: 'an encrypted entry', input: byteAt((bytes) => bytes.indexOf(central) + 8, 1), ...refused('mật khẩu') },
  ]);
});

describe('made to hurt', () => {
  runCases('a.xlsx', [
    { name: 'an entry twice', input: doubled(), ...refused('cùng tên') },
    { name: 'a path in an entry name', input: part('../../etc/x.xml', () => '<x/>'), ...refused('không hợp lệ') },
    { name: 'a drive in an entry name', input: part('C:/x.xml', () => '<x/>'), ...refused('không hợp lệ') },
    { name: 'DTD', input: sheetXml((xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet')), ...refused('DTD') },
    { name: 'an inflate bomb', input: zipSync({ ...unzipSync(february), 'xl/worksheets/sheet1.xml': new Uint8Array(120 << 20) }), ...refused('quá lớn') },
    { name: 'an inflate bomb that lies about its size', input: lyingBomb(), ...refused('bị hỏng') },
    { name: 'ten thousand entries', input: changed(february, (parts) => { for (let i = 0; i < 10_000; i++) parts[`x/${i}.xml`] = '<x/>'; }), ...refused('2000') },
    { name: 'a cell in the last row', input: sheetXml((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>')), ...refused('A1048576') },
    { name: 'half a million cells', input: sheetXml((xml) => xml.replace('</sheetData>', `${Array.from({ length: 5000 }, (_, row) => `<row r="${row + 30}">${'<c><v>1</v></c>'.repeat(100)}</row>`).join('')}</sheetData>`)), ...refused('400000 ô') },
    { name: 'a cell in the last column', input: sheetXml((xml) => xml.replace('</row></sheetData>', '<c r="XFD25"><v>1</v></c></row></sheetData>')), ...refused('XFD25') },
  ]);
});

describe('odd and right', () => {
  runCases('a.xlsm', [
    { name: 'macros', input: part('xl/vbaProject.bin', () => 'macro'), ...accepted('macros-dropped a.xlsm'), words: ['không chạy'] },
    { name: 'ranges over whole columns', input: sheetXml((xml) => xml.replace('</worksheet>', '<conditionalFormatting sqref="A1:XFD1048576"/><dataValidations><dataValidation sqref="A:XFD"/></dataValidations></worksheet>').replace('<mergeCell ref="A1:O1"/>', '<mergeCell ref="A1:O1"/><mergeCell ref="A200:XFD1048576"/>')), ...accepted() },
    { name: 'absurd sheet ids', input: part('xl/workbook.xml', (xml) => xml.replace('sheetId="1"', 'sheetId="4294967295"').replace('sheetId="2"', 'sheetId="-7"')), ...accepted() },
    { name: 'absurd column counts', input: sheetXml((xml) => xml.replace('<cols>', `<cols>${'<col min="1" max="4294967295" width="9"/>'.repeat(5000)}`)), ...accepted() },
    { name: 'absurd hidden columns', input: sheetXml((xml) => xml.replace('<cols>', '<cols><col min="20" max="4294967295" hidden="1"/>')), ...accepted() },
    { name: 'formatted blank rows to the end', input: sheetXml((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')), ...accepted() },
    { name: 'links to other files', input: changed(february, (parts) => void (parts['xl/externalLinks/externalLink1.xml'] = '<externalLink/>')), ...accepted() },
  ]);

  test('read as if nothing was', async () => {
    const { tables } = await readCase({ input: part('xl/vbaProject.bin', () => 'macro') }, 'a.xlsm');
    expect(contents(tableOf(tables, 'ket-qua-giai-quyet'))['total']!['nhan_tong']).toBe('8605');
  });
});

test('a bomb does not take the memory it asks for', async () => {
  const before = process.memoryUsage().rss;
  await readCase({ input: lyingBomb() }, 'a.xlsx');
  expect(process.memoryUsage().rss - before).toBeLessThan(300 << 20);
});

test('all files are looked at, whatever one of them is', async () => {
  const input = [{ path: 'a.xlsx', bytes: new Uint8Array() }, { path: 'b.xlsx', bytes: february.subarray(0, 5000) }, { path: 'c.xlsx', bytes: february }];
  const { tables, findings } = await readCase({ input });
  expect([tables.length, findings.map(({ place }) => place.file)]).toEqual([2, ['a.xlsx', 'b.xlsx']]);
});
