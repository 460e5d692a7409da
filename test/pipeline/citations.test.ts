/** A document that cites another by the number and date it was issued with: of another agency, blank before, made anew after. */
import { expect, it } from 'vitest';
import { inlineText, walkInlines } from '../../src/document/walk.js';
import { appendEntries } from '../../src/store/ledger.js';
import { createHasher } from '../../src/store/present-hash.js';
import { composeSample } from '../support/compose-sample.js';
import { createMapHost, sampleFiles, text, type MapHost } from '../support/map-host.js';

const CENTRE = 'ttpvhcc-soc-trang';
const REPORT = `${CENTRE}/2021-02/bao-cao-thang`;
const LETTER = 'ubnd-soc-trang/2021-02/cong-van-don-doc--so-tu-phap';
const BODY = 'templates/documents/cong-van-don-doc/body.md';

function citing(document: string): MapHost {
  const host = createMapHost(sampleFiles('all'));
  host.files.set(BODY, text(`Theo {{citation "${document}"}}, ${new TextDecoder().decode(host.files.get(BODY))}`));
  return host;
}

it('is blank until the document is issued; then its number and date are printed and the citing letter is stale', async () => {
  const host = citing('bao-cao-thang');
  const opening = async (): Promise<{ text: string; reads: Readonly<Record<string, string>> }> => {
    const { composition, reads } = await composeSample(host, LETTER);
    const texts = [...walkInlines(composition!.document)].map(({ inlines }) => inlineText(inlines));
    return { text: texts.find((one) => one.startsWith('Theo Báo cáo')) ?? texts.join('\n'), reads };
  };
  const draft = await opening();
  expect(draft.text.replace(/\u00A0+/g, '_')).toMatch(/^Theo Báo cáo số _\/BC-TTHC ngày _ tháng _ năm 2021, Qua theo dõi/);
  await appendEntries(host, CENTRE, () => [{ type: 'issued', job: REPORT, number: 7, symbol: '07/BC-TTHC', issuedOn: '2021-02-18', files: [], by: 'A', date: '2021-02-18' }]);
  expect((await opening()).text).toMatch(/^Theo Báo cáo số 07\/BC-TTHC ngày 18 tháng 02 năm 2021, Qua theo dõi/);
  const hash = createHasher(host);
  const changed: string[] = [];
  for (const [path, recorded] of Object.entries(draft.reads)) if ((await hash(path)) !== recorded) changed.push(path);
  expect(changed).toEqual([`data/${CENTRE}/ledger.jsonl#document/${REPORT}`]);
});

it('of a document that is not there is a finding at its line', async () => {
  const { findings } = await composeSample(citing('bao-cao-ngay'), LETTER);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'template-invalid', severity: 'error', place: { in: 'text', file: BODY, line: 1 }, message: expect.stringContaining('bao-cao-ngay') as unknown }));
});
