/** Every file the sample workspace builds into, checked by programs and readers that share no code with the writers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { validateFile } from '../support/validate-open-xml.js';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocxCharts, type DocxChart } from '../support/readers/docx-charts.js';
import { readDocxText } from '../support/readers/docx-text.js';
import { lintPackage } from '../support/readers/package-lint.js';
import { pdfWords, readPdfPages } from '../support/readers/pdf-text.js';
import { compareWords, findRunsInOrder, numbersOf, wordsOf, type NamedWords } from '../support/readers/words.js';
import { readXlsxSheets } from '../support/readers/xlsx-cells.js';
import { convertWithOffice } from './office.mjs';
import { fontFaults, glyphFaults, pageCount, qpdfFaults } from './pdf-checks.js';
import { runTool, tool, toolTest } from './tools.js';
import { formulaFaults } from './workbook-checks.js';

const ROOT = join(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'baocao-outputs-'));
const scratch = mkdtempSync(join(tmpdir(), 'baocao-converted-'));
afterAll(() => [out, scratch].forEach((folder) => rmSync(folder, { recursive: true })));
/** The reports that the samples hold in all three formats; whatever else is built is checked too. */
const REPORTS = [...['2021-01', '2021-02', '2021-03'].map((period) => `ttpvhcc-soc-trang/${period}/bao-cao-thang`), 'ttpvhcc-soc-trang/2021-Q1/bao-cao-quy'];

execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'build', '--root', ROOT, '--out', out, '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Paths of the documents below `out`, with «/»; folders with a dot are the program's own. */
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((name) => !name.startsWith('.') && ['.docx', '.pdf', '.xlsx'].includes(extname(name)))
  .sort();
const path = (name: string): string => join(out, name);
const withExtension = (extension: string): readonly string[] => files.filter((name) => name.endsWith(extension));

/** «(3)=(4)+(5)» may be broken after its signs. */
const parts = (word: string): readonly string[] => (/^(?:\(\d+\)[=+]?)+$/.test(word) ? word.split(/(?<=[=+])/) : [word]);

const chartWords = ({ categories, series, legend }: DocxChart): readonly string[] =>
  [...categories, ...series.flatMap((one) => [...(legend ? [one.name] : []), ...one.labels.flatMap((label) => label ?? [])])].flatMap(wordsOf);

test('the sample reports are built in every format', () => {
  const wanted = REPORTS.flatMap((job) => ['docx', 'pdf', 'xlsx', 'figures.json'].map((extension) => `${job}.${extension}`));
  expect(wanted.filter((name) => !existsSync(path(name)))).toEqual([]);
});

describe.each(files.filter((name) => !name.endsWith('.pdf')))('%s', (name) => {
  test('passes the Open XML SDK', async () => expect((await validateFile(path(name), { officeVersion: 'Office2019' })).errors).toEqual([]));
  test('passes the package lint', () => expect(lintPackage(readFileSync(path(name)))).toEqual([]));
  toolTest('unpacks', ['unzip'], async () => expect(await runTool('unzip', ['-tq', path(name)])).toMatchObject({ code: 0 }));
});

describe.each(withExtension('.pdf'))('%s', (name) => {
  toolTest('is sound', ['qpdf'], async () => expect(await qpdfFaults(path(name))).toEqual([]));
  toolTest('embeds its fonts with maps to Unicode', ['pdffonts'], async () => expect(await fontFaults(path(name))).toEqual([]));
  toolTest('has every glyph, on its page', ['mutool'], async () => expect(await glyphFaults(path(name))).toEqual([]));
});

describe.each(withExtension('.docx'))('%s', (name) => {
  const pdf = name.replace(/\.docx$/, '.pdf');

  toolTest('opens in LibreOffice with the pages of the PDF', ['soffice', 'pdfinfo'], async () => {
    const converted = await convertWithOffice(tool('soffice'), path(name), 'pdf', scratch);
    const pages = await pageCount(path(pdf));
    // Two programs part over a long document with charts: by one page in 25 at the most.
    expect(Math.abs((await pageCount(converted)) - pages)).toBeLessThanOrEqual(Math.floor(pages / 25));
  });

  test('has the words and numbers of the PDF, paragraphs in the same order', async () => {
    const bytes = readFileSync(path(name));
    const text = readDocxText(bytes);
    const charts = readDocxCharts(bytes).flatMap(chartWords);
    const docxWords: NamedWords = { name: 'DOCX', words: [...[...text.body.map((paragraph) => paragraph.text), ...text.headers, ...text.footers, ...text.notes].flatMap(wordsOf), ...charts].flatMap(parts) };
    const printed: NamedWords = { name: 'PDF', words: pdfWords(await readPdfPages(readFileSync(path(pdf)))).map((word) => word.text).flatMap(parts) };
    expect(docxWords.words.length).toBeGreaterThan(100);
    // Ticks of a value axis are chosen by the program that draws it; the DOCX holds none.
    const isTick = (difference: string): boolean => charts.length > 0 && /^«-?[\d.,]+%?» \d+× more in PDF/.test(difference);
    expect(compareWords(docxWords, printed).filter((difference) => !isTick(difference))).toEqual([]);
    const numbers = ({ name: of, words }: NamedWords): NamedWords => ({ name: of, words: numbersOf(words) });
    expect(compareWords(numbers(docxWords), numbers(printed)).filter((difference) => !isTick(difference))).toEqual([]);
    const paragraphs = text.body.filter(({ inTable }) => !inTable).map((paragraph) => wordsOf(paragraph.text));
    expect(findRunsInOrder(paragraphs, printed)).toEqual([]);
  });
});

describe.each(withExtension('.xlsx'))('%s', (name) => {
  toolTest('computes in LibreOffice to the results it stores', ['soffice'], async () => expect(await formulaFaults(path(name))).toEqual([]));

  test('says nothing that the DOCX does not', () => {
    const sheets = readXlsxSheets(readFileSync(path(name)));
    const words = sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ text }) => wordsOf(text ?? '')));
    const { body, notes } = readDocxText(readFileSync(path(name.replace(/\.xlsx$/, '.docx'))));
    const docxWords: NamedWords = { name: 'DOCX', words: [...body.map(({ text }) => text), ...notes].flatMap(wordsOf) };
    const more = compareWords({ name: 'XLSX', words }, docxWords).filter((difference) => /more in XLSX/.test(difference));
    expect(more).toEqual([]);
  });
});
