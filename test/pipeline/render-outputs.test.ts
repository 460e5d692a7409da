/** What the writers hand each other: the pages of the table of contents go from the PDF to the DOCX. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { OfficialDocument } from '../../src/document/tree.js';
import { renderOutputs } from '../../src/pipeline/render-outputs.js';
import { writePdf } from '../../src/render/pdf/write-pdf.js';
import { pageStyle } from '../../src/render/style.js';
import type { Format } from '../../src/render/writer.js';
import { readAgency } from '../../src/template/agency.js';
import { longDocument } from '../support/long-document.js';
import { child, descendants, parseXml } from '../support/readers/xml.js';

const FILE = 'data/agencies/ttpvhcc-soc-trang.yaml';
const read = readAgency(FILE, readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8'));
if (!read.ok) throw new Error(`${FILE} is not readable`);
const agency = read.value;

/** Without traced figures, whose sources a tree alone does not have. */
const document: OfficialDocument = JSON.parse(JSON.stringify(longDocument(), (_key, value: unknown) => (typeof value === 'object' && value !== null && 'trace' in value ? { ...value, type: 'text' } : value)));

async function render(of: OfficialDocument, formats: readonly Format[]) {
  const { outputs, findings } = await renderOutputs('co-quan/2022/bao-cao-nam', { document: of, figures: new Map(), findings: [] }, agency, formats);
  return { findings, names: outputs.map(({ format }) => format), bytes: (format: Format): Uint8Array => outputs.find((output) => output.format === format)!.bytes };
}

/** What the page fields of the contents show. */
function shownPages(docx: Uint8Array): readonly string[] {
  const body = parseXml(strFromU8(unzipSync(docx)['word/document.xml']!));
  return [...descendants(body)]
    .filter(({ name, attributes }) => name === 'w:hyperlink' && attributes['w:anchor']?.startsWith('_Toc'))
    .filter((link) => [...descendants(link)].some(({ name }) => name === 'w:tab'))
    .map((link) => {
      const runs = [...descendants(link)].filter(({ name }) => name === 'w:r');
      const separate = runs.findIndex((run) => child(run, 'w:fldChar')?.attributes['w:fldCharType'] === 'separate');
      return runs.slice(separate + 1).flatMap((run) => child(run, 'w:t')?.children ?? []).join('');
    });
}

describe('a document with a table of contents', () => {
  test('has in its DOCX the pages of the PDF', async () => {
    const { contentsPages = [] } = await writePdf(document, pageStyle(agency.style.sizeProfile));
    const shown = shownPages((await render(document, ['docx', 'pdf'])).bytes('docx'));
    expect(shown).toHaveLength(6);
    expect(shown).toEqual(shown.map((_, index) => String(contentsPages[index] ?? '')));
  });

  test('is the same DOCX whatever else is asked for, and only what is asked for comes out, in its order', async () => {
    const alone = await render(document, ['docx']);
    const beside = await render(document, ['docx', 'pdf', 'xlsx']);
    expect(alone.names).toEqual(['docx', 'figures']);
    expect(beside.names).toEqual(['docx', 'pdf', 'xlsx', 'figures']);
    expect(Buffer.compare(alone.bytes('docx'), beside.bytes('docx'))).toBe(0);
    expect(alone.findings.filter(({ message }) => message.startsWith('PDF'))).toEqual([]);
  });
});
