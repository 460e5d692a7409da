/** Hostile texts as unit names, remarks and written paragraphs, from the source to all three outputs: refused with a finding, or printed as the same text and nothing more. */
import { describe, expect, it } from 'vitest';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { createMapHost, sampleFiles, text, type MapHost } from '../support/map-host.js';
import { readDocxText } from '../support/readers/docx-text.js';
import { lintPackage } from '../support/readers/package-lint.js';
import { lineText, readPdfPages } from '../support/readers/pdf-text.js';
import { readXlsxSheets } from '../support/readers/xlsx-cells.js';

const FOLDER = 'data/ttpvhcc-soc-trang/2021-02';
const JOB = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
const AGENCY = 'data/agencies/ttpvhcc-soc-trang.yaml';
const REMARK = `${FOLDER}/so lieu khac.csv`;
const PARAGRAPH = `${FOLDER}/tinh hinh chung.md`;

const decode = (host: MapHost, file: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.files.get(file));

function replaceIn(host: MapHost, file: string, from: string, to: string): void {
  const before = decode(host, file);
  expect(before).toContain(from);
  host.files.set(file, text(before.replace(from, () => to)));
}

/** The unit gets a new name; the workbook goes on writing the old one. */
function rename(host: MapHost, unit: string, name: string): void {
  replaceIn(host, AGENCY, `name: ${unit} }`, `name: ${JSON.stringify(name)}, aliases: [${unit}] }`);
}

async function run(host: MapHost): Promise<BuildReport['jobs'][number]> {
  const report = await build(host, { selection: { jobs: [JOB] }, formats: ['docx', 'pdf', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: 'p1' });
  const [job] = report!.jobs;
  if (!job) return { id: JOB, state: 'refused', because: [], outputs: [], findings: report!.findings };
  expect(job.bug).toBeUndefined();
  return job;
}

/** Letters without blanks: lines and cells break where they must. */
const letters = (value: string): string => value.normalize('NFC').replace(/\s/g, '');

describe('what looks dangerous and is only text', () => {
  const NAMES: Readonly<Record<string, string>> = {
    'Sở Tư pháp': '=1+1',
    'Sở Tài chính': '+84 299',
    'Sở Xây dựng': '-1',
    'Sở Y tế': '@SUM(A1:B2)',
    'Sở Tài nguyên và Môi trường': '=HYPERLINK("http://a.vn";"Sở") & ]]> <w:p/> &lt; \'',
    'Công an tỉnh': '{{gq.nhan_tong}} **đậm** | a | b | [x](y) _x0041_ ${1} %s CURRENT',
  };
  const SENTENCE = '=1+1 là chữ, {đây} là chữ, <b>&amp;</b> ]]> |a|b| [x](file:///etc/passwd) ![i](http://a.vn/i.png) `lệnh` ~~bỏ~~ NaN undefined';

  it('is the same text in DOCX, PDF and XLSX, and no formula', { timeout: 120_000 }, async () => {
    const host = createMapHost(sampleFiles());
    for (const [unit, name] of Object.entries(NAMES)) rename(host, unit, name);
    replaceIn(host, REMARK, 'đơn vị;Sở Tài nguyên và Môi trường', 'đơn vị;@SUM(A1)&cmd|calc!A0');
    const paragraph = decode(host, PARAGRAPH);
    host.files.set(PARAGRAPH, text(`${paragraph.trimEnd()}\n\n${SENTENCE}\n`));
    const job = await run(host);
    expect(job.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(job.state).toBe('built');
    const [docx, pdf, xlsx] = ['docx', 'pdf', 'xlsx'].map((format) => host.files.get(`output/${JOB}.${format}`)!) as [Uint8Array, Uint8Array, Uint8Array];
    const word = letters(readDocxText(docx).body.map((paragraph) => paragraph.text).join(''));
    const page = letters((await readPdfPages(pdf)).flatMap(({ lines }) => lines.map(lineText)).join(''));
    const expected = [...Object.values(NAMES), SENTENCE, '@SUM(A1)&cmd|calc!A0'];
    for (const one of expected) expect(word, one).toContain(letters(one));
    // Columns of a table mix in a PDF read line by line; sentences and the first lines of cells do not.
    for (const one of ['=1+1', '+84 299', '@SUM(A1)&cmd|calc!A0']) expect(page, one).toContain(letters(one));
    const cells = readXlsxSheets(xlsx).flatMap(({ cells: sheet }) => [...sheet.values()]);
    for (const name of Object.values(NAMES)) {
      const cell = cells.find((one) => one.text === name);
      expect(cell, name).toBeDefined();
      expect(cell).not.toHaveProperty('formula');
      if (/^[=+\-@]/.test(name)) expect(cell).toMatchObject({ format: '@' });
    }
    expect(lintPackage(docx).filter((fault) => !/\{\{|undefined|NaN/.test(fault))).toEqual([]);
    expect(lintPackage(xlsx).filter((fault) => !/\{\{|undefined|NaN/.test(fault))).toEqual([]);
    expect(() => JSON.parse(decode(host, `output/${JOB}.figures.json`)) as unknown).not.toThrow();
  });
});

describe('what no document can hold is refused, and nothing is written', () => {
  const characters: readonly (readonly [string, string])[] = [
    ['a control character', 'a\u0001b'], ['a backspace', 'a\bb'], ['a C1 control', 'a\u0085b'], ['a non-character', 'a\uFFFEb'],
    ['the mark of a slot', 'a\uE0000\uE001b'], ['a lost letter', 'a\uFFFDb'], ['writing from right to left', 'a\u202Eb'], ['a letter without a glyph', 'a😀b'],
  ];

  it.each(characters)('%s in a written paragraph', async (_, hostile) => {
    const host = createMapHost(sampleFiles());
    replaceIn(host, PARAGRAPH, 'Trong kỳ', hostile);
    await expectRefused(host, PARAGRAPH);
  });

  it.each(characters)('%s in a remark', async (_, hostile) => {
    const host = createMapHost(sampleFiles());
    replaceIn(host, REMARK, 'đơn vị;Sở Tài nguyên và Môi trường', `đơn vị;${hostile}`);
    await expectRefused(host, REMARK);
  });

  it.each([...characters, ['half a pair', '\uD800'] as const])('%s in the name of a unit', async (_, hostile) => {
    const host = createMapHost(sampleFiles());
    rename(host, 'Sở Tư pháp', hostile);
    await expectRefused(host, AGENCY);
  });

  it.each(['{{gq.nhan_tong}}', '{{{{raw}}}}', '{{> ../body}}'])('a tag of templates in a written paragraph: %s', async (hostile) => {
    const host = createMapHost(sampleFiles());
    replaceIn(host, PARAGRAPH, 'Trong kỳ', hostile);
    await expectRefused(host, PARAGRAPH);
  });

  /** Refused by a finding at the file, or by the writer that found no glyph; nothing in output/. */
  async function expectRefused(host: MapHost, file: string): Promise<void> {
    const { state, findings } = await run(host);
    expect(state).toBe('refused');
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.some(({ code, place }) => code === 'glyph-missing' || place.file === file), JSON.stringify(errors)).toBe(true);
    expect([...host.files.keys()].filter((path) => path.startsWith('output/'))).toEqual([]);
  }
});

describe('words and texts too long for a page', () => {
  it('a word of more than a thousand letters in a cell is a finding, not minutes of waiting', { timeout: 30_000 }, async () => {
    const host = createMapHost(sampleFiles());
    replaceIn(host, REMARK, 'đơn vị;Sở Tài nguyên và Môi trường', `đơn vị;${'M'.repeat(20_000)}`);
    const { state, findings } = await run(host);
    expect(state).toBe('refused');
    expect(findings.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'content-lost', message: expect.stringMatching(/^Nội dung «M{80}…» không xếp/) as unknown });
  });

  it('a paragraph at the edge of what is taken is built', { timeout: 60_000 }, async () => {
    const host = createMapHost(sampleFiles());
    host.files.set(PARAGRAPH, text(`---\nmuc: tinh-hinh-chung\n---\n${'chữ '.repeat(9_500)}${'M'.repeat(900)}\n`));
    expect(await run(host)).toMatchObject({ state: 'built' });
  });
});
