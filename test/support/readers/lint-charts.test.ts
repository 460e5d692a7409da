/** Faults planted in charts of a good DOCX: the lint must name each. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { pageStyle } from '../../../src/render/style.js';
import { fields, region } from '../sample-charts.js';
import { sampleDocument } from '../sample-document.js';
import { lintPackage } from './package-lint.js';

type Parts = Record<string, Uint8Array>;

let good: Uint8Array;

beforeAll(async () => {
  const body = [region(), { ...fields(), id: 'chart-2' }];
  good = (await writeDocx({ ...sampleDocument(), body, appendices: [] }, pageStyle('A'))).bytes;
});

const CHART = 'word/charts/chart1.xml';
const RELATIONS = 'word/charts/_rels/chart1.xml.rels';

function put(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = strFromU8(parts[name]!);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${name}: ${from}`);
  parts[name] = strToU8(after);
}

const workbooksOf = (parts: Parts): string[] => Object.keys(parts).filter((name) => name.startsWith('word/embeddings/')).sort();

function inWorkbook(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const inner = unzipSync(parts[workbooksOf(parts)[0]!]!);
  put(inner, name, from, to);
  parts[workbooksOf(parts)[0]!] = zipSync(inner);
}

test('a good one has no fault', () => {
  expect(lintPackage(good)).toEqual([]);
});

test.each<[string, (parts: Parts) => void, RegExp]>([
  ['no workbook', (p) => put(p, CHART, /<c:externalData .*?<\/c:externalData>/, ''), /chart1\.xml: no workbook behind the chart/],
  ['a workbook that no chart refers to', (p) => put(p, CHART, /<c:externalData .*?<\/c:externalData>/, ''), /a file inside that no chart refers to/],
  ['the workbook of another chart', (p) => put(p, RELATIONS, workbooksOf(p)[0]!.split('/').at(-1)!, workbooksOf(p)[1]!.split('/').at(-1)!), /shares its workbook/],
  ['another number in the workbook', (p) => inWorkbook(p, 'xl/worksheets/sheet1.xml', '<v>88.2</v>', '<v>88.3</v>'), /Sheet1!\$B\$2:\$B\$14 shows/],
  ['another name in the workbook', (p) => inWorkbook(p, 'xl/sharedStrings.xml', 'Vĩnh Phúc', 'Vĩnh Phú'), /Sheet1!\$A\$2:\$A\$14 shows/],
  ['a sheet that is not there', (p) => inWorkbook(p, 'xl/workbook.xml', 'name="Sheet1"', 'name="Sheet2"'), /its data cannot be read: Sheet1!.*no such sheet/],
  ['a damaged workbook', (p) => (p[workbooksOf(p)[0]!] = p[workbooksOf(p)[0]!]!.slice(0, 300)), /cannot be opened/],
  ['a fault inside the workbook', (p) => inWorkbook(p, 'xl/sharedStrings.xml', 'Vĩnh Phúc', '{{ten}}'), /xlsx › .*braces of a template/],
  ['more values than names', (p) => put(p, CHART, /(<c:val>.*?<c:ptCount val=)"13"/, '$1"14"'), /14 values for 13 categories/],
  ['a coloured bar that is not there', (p) => put(p, CHART, /<c:dPt><c:idx val="\d+"\/>/, '<c:dPt><c:idx val="40"/>'), /a bar 40 has a colour and no value/],
  ['an axis that is not there', (p) => put(p, CHART, /<c:axId val="2"\/><\/c:barChart>/, '<c:axId val="9"/></c:barChart>'), /names the axis 9/],
  ['a content type of another kind', (p) => put(p, '[Content_Types].xml', /drawingml\.chart\+xml/, 'drawing+xml'), /content type is not that of a chart/],
])('%s', (_name, plant, fault) => {
  const parts = { ...unzipSync(good) };
  plant(parts);
  expect(lintPackage(zipSync(parts)).join('\n')).toMatch(fault);
});
