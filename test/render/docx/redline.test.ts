/** Tracked changes: accepting all gives the draft, rejecting all the issued document, and nothing that stayed is marked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, OfficialDocument } from '../../../src/document/tree.js';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { writeRedline } from '../../../src/render/docx/write-redline.js';
import { pageStyle } from '../../../src/render/style.js';
import { ANNUAL_JOB, annualFiles } from '../../support/annual-2022.js';
import { composeSample } from '../../support/compose-sample.js';
import { applyEdits, edits } from '../../support/document-edits.js';
import { editCells, type CellEdits } from '../../support/edit-workbook.js';
import { longDocument } from '../../support/long-document.js';
import { createMapHost, sampleFiles } from '../../support/map-host.js';
import { lintPackage } from '../../support/readers/package-lint.js';
import { readRevisedDocx, type RevisedDocx } from '../../support/readers/revised-docx.js';
import { sampleDocument } from '../../support/sample-document.js';
import { sampleLetter } from '../../support/sample-letter.js';
import { validateFile } from '../../support/validate-open-xml.js';

const STYLE = pageStyle('A');
const BY = { author: 'Trung tâm Phục vụ hành chính công', date: '2021-03-20' };
const FEBRUARY = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
const WORKBOOK = 'data/ttpvhcc-soc-trang/2021-02/phu luc bao cao thang 02.xlsx';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-redline-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The redline, after both of Word's buttons were held against the documents themselves. */
async function redline(issued: OfficialDocument, draft: OfficialDocument): Promise<RevisedDocx & { readonly bytes: Uint8Array }> {
  const { bytes } = await writeRedline(issued, draft, STYLE, BY);
  const plain = async (document: OfficialDocument): Promise<readonly string[]> => readRevisedDocx((await writeDocx(document, STYLE)).bytes, 'accept').lines;
  const accepted = readRevisedDocx(bytes, 'accept');
  expect(accepted.lines).toEqual(await plain(draft));
  expect(readRevisedDocx(bytes, 'reject').lines).toEqual(await plain(issued));
  return { ...accepted, bytes };
}

async function expectValid(bytes: Uint8Array): Promise<void> {
  const file = join(folder, 'redline.docx');
  writeFileSync(file, bytes);
  expect((await validateFile(file)).errors).toEqual([]);
  expect(lintPackage(bytes)).toEqual([]);
}

async function compose(job: string, files: ReadonlyMap<string, Uint8Array>): Promise<OfficialDocument> {
  const { composition, findings } = await composeSample(createMapHost(files), job);
  if (!composition) throw new Error(findings.map(({ message }) => message).join('\n'));
  return composition.document;
}

async function february(cells: CellEdits = {}): Promise<OfficialDocument> {
  const files = sampleFiles();
  files.set(WORKBOOK, editCells(files.get(WORKBOOK)!, 1, cells));
  return compose(FEBRUARY, files);
}

describe('the report of February', () => {
  it('marks the figures that changed, whole, and nothing else', async () => {
    const { revisions, comments } = await redline(await february(), await february({ N9: 541, N25: 3117 }));
    expect(revisions.filter((one) => one.startsWith('w:del'))).toMatchObject(revisions.filter((one) => one.startsWith('w:del')).map(() => expect.stringMatching(/^w:del [\d.,]+%?(\(\*+\))?$/)));
    expect(revisions).toContain('w:del 3.116');
    expect(revisions).toContain('w:ins 3.117');
    expect(comments).toEqual([]);
  });

  it('shows the sentence for zero cases where the cases are gone', async () => {
    const { revisions, lines } = await redline(await february(), await february({ G19: 428, I19: 0, G25: 7718, I25: 0 }));
    expect(revisions).toContain('w:ins không');
    expect(revisions.some((one) => /^w:del .*Sở Tư pháp \(6\shồ\ssơ\)/.test(one))).toBe(true);
    expect(lines.some((line) => /Đã giải quyết.* không .*quá hạn/.test(line.replace(/\s/g, ' ')))).toBe(true);
  });

  it('against itself, through JSON, has no revision', async () => {
    const document = await february();
    const { revisions, comments } = await redline(JSON.parse(JSON.stringify(document)) as OfficialDocument, document);
    expect({ revisions, comments }).toEqual({ revisions: [], comments: [] });
  });
});

describe('the annual report', () => {
  it('strikes the old chart, puts in the new one and says which figures changed; a note keeps its mark', async () => {
    const issued = await compose(ANNUAL_JOB, annualFiles());
    const text = JSON.stringify(issued);
    expect(text).toContain('Cơ cấu gồm bốn phần');
    const draft = JSON.parse(text.replaceAll('"83,14%"', '"83,20%"').replaceAll('"83.14"', '"83.2"').replace('Cơ cấu gồm bốn phần', 'Cơ cấu gồm năm phần')) as OfficialDocument;
    const { comments, revisions, lines, bytes } = await redline(issued, draft);
    expect(comments).toEqual(['Biểu đồ đã thay đổi: Sóc Trăng: 83,14% → 83,20%.', 'Biểu đồ đã thay đổi: Sóc Trăng: 83,14% → 83,20%.']);
    expect(revisions.filter((one) => /(?:bốn|năm)$/.test(one))).toEqual(['w:del bốn', 'w:ins năm']);
    expect(lines.filter((line) => line.includes('[chart '))).toHaveLength(6);
    await expectValid(bytes);
  });
});

const rows = (document: OfficialDocument, change: (given: readonly unknown[]) => readonly unknown[]): OfficialDocument => {
  const inTable = (block: Block): Block => (block.type === 'table' ? ({ ...block, rows: change(block.rows) } as Block) : block);
  return { ...document, appendices: document.appendices.map((appendix) => ({ ...appendix, blocks: appendix.blocks.map(inTable) })) };
};

/** The writers take their time with many rows, and a row is a row. */
const few = (document: OfficialDocument): OfficialDocument => rows(document, (all) => all.slice(0, 6));

describe('parts of a document', () => {
  const sample = sampleDocument();
  const body = (change: (given: readonly Block[]) => readonly Block[]): OfficialDocument => ({ ...sample, body: change(sample.body) });
  const line = (text: string): Block => ({ type: 'paragraph', role: 'body', inlines: [{ type: 'text', text }] });

  it.each([
    ['rows removed', sample, rows(sample, (given) => given.filter((_, at) => at !== 3))],
    ['rows added', rows(sample, (given) => given.slice(2)), sample],
    ['a table with other columns', sample, { ...sample, appendices: longDocument().appendices }],
    ['paragraphs removed at the end', sample, body((given) => given.slice(0, -2))],
    ['paragraphs added at the beginning', sample, body((given) => [line('Đoạn thêm.'), ...given])],
    ['everything of the body', sample, body(() => [line('Chỉ còn một đoạn.')])],
    ['no body any more', sample, body(() => [])],
    ['the last appendix gone', sample, { ...sample, appendices: sample.appendices.slice(0, -1) }],
    ['no appendix any more', sample, { ...sample, appendices: [] }],
    ['appendices added', { ...sample, appendices: [] }, sample],
    ['the first appendix gone', sample, { ...sample, appendices: sample.appendices.slice(1) }],
    ['an appendix turned', sample, { ...sample, appendices: sample.appendices.map((one) => ({ ...one, orientation: 'portrait' as const })) }],
    ['footnotes, contents and charts added', sample, longDocument()],
    ['footnotes, contents and charts removed', longDocument(), sample],
    ['a report that becomes a letter', sample, sampleLetter()],
    ['recipients, addressees and signature', sample, { ...sample, recipients: ['Như trên', 'Lưu: VT'], addressees: ['Ủy ban nhân dân tỉnh'], signature: { authority: ['GIÁM ĐỐC'] } }],
    ['agency and number', sample, { ...sample, letterhead: { parent: [], issuer: ['SỞ NỘI VỤ'] }, number: [{ type: 'text', text: 'Số: 15/BC-SNV' }] }],
    ['an appendix added behind one whose last block goes', few(sample), applyEdits(few(sample), [{ kind: 'addAppendix', at: 905, with: 0 }, { kind: 'removeBlock', at: 22, with: 7679 }])],
    ['an appendix added behind one that gets its only block', applyEdits(few(longDocument()), [{ kind: 'removeAppendix', at: 6321, with: 0 }, { kind: 'removeBlock', at: 7, with: 0 }]), few(longDocument())],
  ] satisfies [string, OfficialDocument, OfficialDocument][])('%s', async (_, issued, draft) => {
    const { revisions, bytes } = await redline(issued, draft);
    expect(revisions).not.toEqual([]);
    await expectValid(bytes);
  });

  it('a row that went is one row with a revision, and its neighbours have none', async () => {
    const { revisions } = await redline(sample, { ...sample, appendices: [...rows(sample, (given) => given.filter((_, at) => at !== 3)).appendices.slice(0, 1), ...sample.appendices.slice(1)] });
    const struck = sample.appendices[0]!.blocks.flatMap((block) => (block.type === 'table' ? block.rows[3]!.cells : []));
    expect(revisions.filter((one) => one !== 'w:del')).toHaveLength(struck.length);
    expect(revisions.every((one) => one.startsWith('w:del'))).toBe(true);
  });

  it('in the margins of page 1 are told', async () => {
    const issued: OfficialDocument = { ...sampleLetter(), address: ['Số 01 Trần Hưng Đạo'] };
    const { bytes } = await writeRedline(issued, { ...issued, address: ['Số 02 Trần Hưng Đạo'] }, STYLE, BY);
    expect(readRevisedDocx(bytes, 'accept').comments).toEqual(['Địa chỉ cơ quan ở chân trang đầu đã thay đổi: «Số 01 Trần Hưng Đạo» → «Số 02 Trần Hưng Đạo».']);
  });
});

describe('any edits', () => {
  it.each([['a report', sampleDocument()], ['a report with notes, contents and a chart', longDocument()]])('of %s can be accepted and rejected', async (_, given) => {
    const document = few(given);
    await fc.assert(
      fc.asyncProperty(edits, edits, async (before, after) => {
        await redline(applyEdits(document, before), applyEdits(document, after));
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});

it('the same trees give the same bytes, with author and day as given', async () => {
  const draft = { ...sampleDocument(), recipients: ['Lưu: VT'] };
  const [one, other] = [await writeRedline(sampleDocument(), draft, STYLE, BY), await writeRedline(sampleDocument(), draft, STYLE, BY)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  expect(readRevisedDocx(one.bytes, 'accept').authors).toEqual([`${BY.author} ${BY.date}T00:00:00Z`]);
});
