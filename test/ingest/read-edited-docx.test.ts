/** Text of a DOCX that came back from Word, and files that only look like one. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEditedDocx } from '../../src/ingest/read-edited-docx.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...more }).map(([name, xml]) => [name, strToU8(xml)])));

describe('readEditedDocx', () => {
  it('reads paragraphs and cells, runs joined, what was deleted left out', async () => {
    const body =
      '<w:p><w:r><w:t>8.6</w:t></w:r><w:proofErr/><w:r><w:t xml:space="preserve">05 hồ sơ &amp; </w:t><w:tab/><w:t>x</w:t></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>613</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>' +
      '<w:p><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>9</w:t></w:r></w:ins></w:p>';
    const notes = { 'word/footnotes.xml': `<w:footnotes ${W}><w:footnote><w:p><w:r><w:t>Ghi chú 1</w:t></w:r></w:p></w:footnote></w:footnotes>` };
    expect(await readEditedDocx(docx(body, notes))).toEqual({ ok: true, text: { body: ['8.605 hồ sơ & \tx', '613', '9'], notes: ['Ghi chú 1'] } });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no zip', strToU8('8.605')],
    ['a zip cut off', docx('<w:p/>').slice(0, 60)],
    ['another package', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['broken XML', docx('<w:p><w:r>')],
    ['entities', zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>') })],
  ])('says of %s why it cannot be read', async (_, bytes) => {
    expect(await readEditedDocx(bytes)).toEqual({ ok: false, reason: expect.stringMatching(/\S/) as unknown });
  });
});
