/** Same parts as the plain library: every document once through our filled shapes and once with docx's own classes in their place, compared part by part. */
import * as docx from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Inline, OfficialDocument } from '../../../src/document/tree.js';
import { canonicalDocx } from '../../../src/render/docx/canonical-docx.js';
import { Paragraph, TextRun, plainXml } from '../../../src/render/docx/filled.js';
import { writeDocx } from '../../../src/render/docx/write-docx.js';
import { pageStyle, type SizeProfile } from '../../../src/render/style.js';
import type { Writer } from '../../../src/render/writer.js';
import { ANNUAL_JOB, annualFiles } from '../../support/annual-2022.js';
import { composeSample } from '../../support/compose-sample.js';
import { longDocument } from '../../support/long-document.js';
import { createMapHost, sampleFiles } from '../../support/map-host.js';
import { sampleDocument } from '../../support/sample-document.js';
import { sampleLetter } from '../../support/sample-letter.js';
import { stressDocument } from '../../support/stress-document.mjs';

const FILLED = '../../../src/render/docx/filled.js';

let plainWriter: Writer;

/** The same modules with docx's classes: nothing is then plain, so that docx makes the package too. */
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(FILLED, () => ({ ...docx, plainXml: () => undefined, rowOfWords: (_shape: string, _words: readonly string[], make: () => docx.TableRow) => make(), FilledParagraph: class {}, HOLE: '' }));
  ({ writeDocx: plainWriter } = await import('../../../src/render/docx/write-docx.js'));
  vi.doUnmock(FILLED);
});
afterAll(() => vi.resetModules());

const text = (value: string): Inline => ({ type: 'text', text: value });

const SPECIAL = `a & b < c > d "e" 'f' {default-bullet-numbering} ]]> \u0085 😀`;
const special: OfficialDocument = {
  ...sampleDocument(),
  letterhead: { parent: [SPECIAL], issuer: [SPECIAL] },
  body: [
    { type: 'paragraph', role: 'body', inlines: [text(SPECIAL), { type: 'break' }, text(`\t${SPECIAL}\n`), { type: 'strong', children: [text(SPECIAL)] }] },
    { type: 'paragraph', role: 'note', inlines: [] },
    { type: 'heading', level: 7, inlines: [{ type: 'emphasis', children: [text('CURRENT')] }] },
  ],
  recipients: [SPECIAL],
  properties: { title: SPECIAL, subject: '', author: SPECIAL, date: '2021-02-15' },
};

/** What a second document of the same form is: the same shapes with other words. */
function withOtherWords(document: OfficialDocument): OfficialDocument {
  const changed = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(changed);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === 'text' && typeof value === 'string' && value !== '' ? `${value}*` : changed(value)]));
  };
  return changed(document) as OfficialDocument;
}

const monthly = async (): Promise<OfficialDocument> => (await composeSample(createMapHost(sampleFiles()), 'ttpvhcc-soc-trang/2021-02/bao-cao-thang')).composition!.document;
const annual = async (): Promise<OfficialDocument> => (await composeSample(createMapHost(annualFiles()), ANNUAL_JOB)).composition!.document;

describe('same parts as docx alone', () => {
  it.each([
    ['sample A', sampleDocument, 'A'],
    ['sample B', sampleDocument, 'B'],
    ['sample with other words', () => withOtherWords(sampleDocument()), 'B'],
    ['monthly report', monthly, 'B'],
    ['monthly report with other words', async () => withOtherWords(await monthly()), 'B'],
    ['annual report', annual, 'B'],
    ['sample without appendices', () => ({ ...sampleDocument(), appendices: [] }), 'A'],
    ['letter', sampleLetter, 'A'],
    ['letter without marks', () => ({ ...sampleLetter(), marks: {}, address: [] }), 'A'],
    ['letter with another address', () => ({ ...sampleLetter(), address: ['Số 2'] }), 'A'],
    ['long document', longDocument, 'B'],
    ['stress document', () => stressDocument(), 'B'],
    ['stress document without notes', () => ({ ...stressDocument({ notes: false }), contents: undefined }), 'B'],
    ['special characters', () => special, 'A'],
  ] as readonly (readonly [string, () => OfficialDocument | Promise<OfficialDocument>, SizeProfile])[])('%s', async (_name, make, profile) => {
    const document = await make();
    const [ours, plain] = await Promise.all([writeDocx, plainWriter].map((write) => write(document, pageStyle(profile))));
    expect(partsOf(ours!.bytes)).toEqual(partsOf(plain!.bytes));
    expect(ours!.findings).toEqual(plain!.findings);
  });
});

describe('what is filled', () => {
  it('plain words are, whatever stands around them; a bookmark is written by docx', () => {
    const words = new TextRun({ text: 'lời', bold: true });
    expect(plainXml([new Paragraph({ children: [words, new TextRun({ break: 1 })] }), new Paragraph({})])).toBe(
      '<w:p><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">lời</w:t></w:r><w:r><w:br/></w:r></w:p><w:p/>',
    );
    expect(plainXml([new Paragraph({ children: [new docx.Bookmark({ id: 'b', children: [words] })] })])).toBeUndefined();
  });
});

describe('what docx keeps private', () => {
  it('is the parts that its zip has', async () => {
    const make = (): docx.Document => new docx.Document({ title: 'T', sections: [{ children: [new docx.Paragraph('một'), new docx.Paragraph('hai')] }] });
    const zipped = partsOf(await docx.Packer.toBuffer(make()));
    const parts = canonicalDocx(make(), { date: '2021-02-15', language: 'vi-VN', charts: [] });
    expect([...parts.keys()].sort()).toEqual(Object.keys(zipped).sort());
    expect(parts.get('word/document.xml')).toBe(zipped['word/document.xml']);
    expect(parts.get('word/styles.xml')).toBe(zipped['word/styles.xml']);
  });
});

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, !/\.(xml|rels)$/.test(name))]));
}
