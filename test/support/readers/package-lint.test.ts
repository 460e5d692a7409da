/** The lint is tested by faults planted in good packages: it must name each, and nothing in the good ones. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageStyle } from '../../../src/render/style.js';
import { writeXlsx } from '../../../src/render/xlsx/write-xlsx.js';
import { sampleDocument } from '../sample-document.js';
import { lintPackage } from './package-lint.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const cell = (width: number, text: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

/** One pixel, made by hand: the smallest image that decodes. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');

function goodDocx(): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="rId1" Type="officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATIONS}><Relationship Id="rId1" Type="styles" Target="styles.xml"/><Relationship Id="rId2" Type="image" Target="media/one.png"/></Relationships>`,
    'word/media/one.png': PNG,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Thuong"/></w:styles>`,
    'word/document.xml': `<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="Thuong"/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>Số: 5 &amp; 6</w:t></w:r><w:r><w:drawing r:embed="rId2"><wp:docPr id="1" name="x"/></w:drawing></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell(3000, 'rộng', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(1000, 'a', '<w:vMerge w:val="restart"/>')}${cell(2000, 'b')}</w:tr><w:tr>${cell(1000, '', '<w:vMerge/>')}${cell(2000, 'c')}</w:tr></w:tbl><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134"/></w:sectPr></w:body></w:document>`,
  };
}

type Parts = Record<string, string | Uint8Array>;

function pack(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])));
}

/** Replaces in a part, and insists that there was something to replace. */
function put(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = parts[name] as string;
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${name}: ${from}`);
  parts[name] = after;
}

const DOC = 'word/document.xml';

describe('a DOCX', () => {
  test('that is good has no fault', () => {
    expect(lintPackage(pack(goodDocx()))).toEqual([]);
  });

  test.each<[string, (parts: Parts) => void, RegExp]>([
    ['part without content type', (p) => (p['word/extra.bin'] = 'x'), /word\/extra\.bin: no content type/],
    ['content type without part', (p) => put(p, '[Content_Types].xml', 'styles.xml"', 'gone.xml"'), /gone\.xml has a content type, but is not/],
    ['no content types', (p) => delete p['[Content_Types].xml'], /\[Content_Types\]\.xml: missing/],
    ['target that does not exist', (p) => put(p, 'word/_rels/document.xml.rels', 'media/one.png', 'media/two.png'), /rId2 leads to media\/two\.png, which is not/],
    ['external target', (p) => put(p, 'word/_rels/document.xml.rels', 'Target="media/one.png"', 'Target="https://example.org/a.png" TargetMode="External"'), /rId2 leads out of the package/],
    ['relationship id twice', (p) => put(p, 'word/_rels/document.xml.rels', 'Id="rId2"', 'Id="rId1"'), /two relationships have the id rId1/],
    ['relationship that does not exist', (p) => put(p, DOC, 'r:embed="rId2"', 'r:embed="rId9"'), /names the relationship rId9/],
    ['relationships without their part', (p) => (p['word/_rels/gone.xml.rels'] = `<Relationships ${RELATIONS}/>`), /belongs to word\/gone\.xml/],
    ['cell without a paragraph at its end', (p) => put(p, DOC, '<w:t>b</w:t></w:r></w:p>', '<w:t>b</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'), /cell does not end in a paragraph/],
    ['row with too few columns', (p) => put(p, DOC, '<w:gridSpan w:val="2"/>', ''), /row 1 of a table takes 1 columns, the grid has 2/],
    ['row with too many columns', (p) => put(p, DOC, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'), /takes 3 columns/],
    ['cell wider than its columns', (p) => put(p, DOC, '<w:tcW w:w="3000"', '<w:tcW w:w="3300"'), /a cell is 3300 wide, its columns of the grid 3000/],
    ['merge that continues nothing', (p) => put(p, DOC, '<w:vMerge w:val="restart"/>', ''), /goes on from the row above, where none begins/],
    ['table without grid', (p) => put(p, DOC, /<w:tblGrid>.*?<\/w:tblGrid>/, ''), /a table has no grid/],
    ['table without row', (p) => put(p, DOC, /<w:tr>.*<\/w:tr>/, ''), /a table has no row/],
    ['body without section', (p) => put(p, DOC, /<w:sectPr>.*<\/w:sectPr>/, ''), /does not end in its section properties/],
    ['section without page size', (p) => put(p, DOC, /<w:pgSz[^>]*>/, ''), /a section has no w:pgSz/],
    ['style that does not exist', (p) => put(p, DOC, 'w:val="Thuong"', 'w:val="Normol"'), /no style «Normol»/],
    ['drawing id twice', (p) => put(p, DOC, '<wp:docPr id="1" name="x"/>', '<wp:docPr id="1" name="x"/><wp:docPr id="1" name="y"/>'), /two drawings have the id 1/],
    ['bookmark name twice', (p) => put(p, DOC, '<w:p/>', '<w:p><w:bookmarkStart w:id="2" w:name="A"/></w:p>'), /two bookmark names have the id a/],
    ['image cut short', (p) => (p['word/media/one.png'] = PNG.subarray(0, 50)), /one\.png: image does not decode: cut short/],
    ['image damaged', (p) => (p['word/media/one.png'] = Uint8Array.from(PNG, (byte, at) => (at === 45 ? byte ^ 1 : byte))), /checksum of IDAT is wrong/],
    ['image of another kind', (p) => (p['word/media/one.png'] = 'GIF89a'), /not a PNG/],
    ['braces of a template', (p) => put(p, DOC, 'Số: 5', 'Số: {{so}}'), /braces of a template/],
    ['undefined', (p) => put(p, DOC, 'Số: 5', 'Số: undefined'), /«undefined»/],
    ['NaN', (p) => put(p, DOC, 'Số: 5', 'Số: NaN%'), /«NaN»/],
    ['an object', (p) => put(p, DOC, 'Số: 5', 'Số: [object Object]'), /«\[object»/],
    ['a private-use character', (p) => put(p, DOC, 'Số: 5', 'Số: \uE000'), /a private-use character/],
    ['NaN in an attribute', (p) => put(p, DOC, 'w:w="11906"', 'w:w="NaN"'), /«NaN»/],
    ['element not closed', (p) => put(p, DOC, '</w:body>', ''), /not well-formed: <\/w:document>/],
    ['attribute twice', (p) => put(p, DOC, '<w:pgMar ', '<w:pgMar w:top="1" '), /attribute w:top twice/],
    ['ampersand alone', (p) => put(p, DOC, '&amp;', '&'), /not well-formed: unknown reference/],
    ['control character', (p) => put(p, DOC, 'Số: 5', 'Số: \u0001'), /a character that XML forbids/],
    ['document type', (p) => put(p, DOC, /^/, '<!DOCTYPE w>'), /not well-formed at 0/],
    ['bytes that are no UTF-8', (p) => (p['word/styles.xml'] = Uint8Array.from([0x3c, 0x61, 0xff, 0x2f, 0x3e])), /styles\.xml: XML is not well-formed/],
    ['no main part', (p) => delete p[DOC], /neither word\/document\.xml nor/],
  ])('with a fault: %s', (_, plant, fault) => {
    const parts = goodDocx();
    plant(parts);
    expect(lintPackage(pack(parts))).toContainEqual(expect.stringMatching(fault));
  });

  test('with a fault: two entries of one name', () => {
    const bytes = pack({ ...goodDocx(), 'word/stylez.xml': '<a/>' });
    // Same length, so that offsets stay right.
    const renamed = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('word/stylez.xml', 'word/styles.xml'), 'latin1');
    expect(lintPackage(renamed)).toContainEqual('word/styles.xml: two entries of the zip have this name');
  });
});

describe('an XLSX', () => {
  let good: Parts;
  beforeAll(async () => {
    const { bytes } = await writeXlsx(sampleDocument(), pageStyle('A'));
    expect(lintPackage(bytes)).toEqual([]);
    good = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  });

  const SHEET = 'xl/worksheets/sheet1.xml';
  test.each<[string, (parts: Parts) => void, RegExp]>([
    ['number that is none', (p) => put(p, SHEET, '<v>8605</v>', '<v>NaN</v>'), /C26 has the number «NaN»/],
    ['formula without result', (p) => put(p, SHEET, '<v>8605</v>', ''), /C26 has a formula without its result/],
    ['formula with its sign', (p) => put(p, SHEET, '<f>SUM', '<f>=SUM'), /has the formula «=SUM/],
    ['broken reference', (p) => put(p, SHEET, 'SUM(C9:C25)', 'SUM(#REF!)'), /has the formula «SUM\(#REF!\)»/],
    ['text that does not exist', (p) => put(p, SHEET, /(<c r="A1"[^>]*t="s"><v>)\d+/, '$19999'), /A1 has the text 9999/],
    ['style that does not exist', (p) => put(p, SHEET, /<c r="C9" s="\d+"/, '<c r="C9" s="999"'), /C9 has the style 999/],
    ['merges that overlap', (p) => put(p, SHEET, '<mergeCell ref="A6:A8"/>', '<mergeCell ref="A6:A8"/><mergeCell ref="A7:B8"/>'), /merged cells A6:A8 and A7:B8 overlap/],
    ['merge of one cell', (p) => put(p, SHEET, 'ref="A6:A8"', 'ref="A6:A6"'), /A6:A6 is no area to merge/],
    ['cells out of order', (p) => put(p, SHEET, '<c r="C9"', '<c r="A9"'), /cell A9 is out of place/],
    ['rows out of order', (p) => put(p, SHEET, '<row r="9"', '<row r="3"'), /row 3 stands behind row 8/],
    ['sheet name twice', (p) => put(p, 'xl/workbook.xml', 'name="Phụ lục II"', 'name="Phụ lục I"'), /two sheets are named phụ lục i$/],
    ['print titles of no sheet', (p) => put(p, 'xl/workbook.xml', '&apos;Phụ lục I&apos;!', '&apos;Phụ lục V&apos;!'), /names the sheet «Phụ lục V»/],
    ['sheet without part', (p) => put(p, 'xl/_rels/workbook.xml.rels', 'worksheets/sheet2.xml', 'worksheets/sheet7.xml'), /sheet «Phụ lục II» has no part/],
  ])('with a fault: %s', (_, plant, fault) => {
    const parts = { ...good };
    plant(parts);
    expect(lintPackage(pack(parts))).toContainEqual(expect.stringMatching(fault));
  });
});
