/** An output that was edited in Word: left alone, and its figures held against those that were printed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding/finding.js';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { readStatus } from '../../src/pipeline/status.js';
import { CORRECTION, AGENCY, FEBRUARY, issueHost, issueSample, PROGRAM } from '../support/issue-sample.js';
import { createMapHost, text, type MapHost } from '../support/map-host.js';
import { appendEntries } from '../../src/store/ledger.js';

const DOCX = `output/${FEBRUARY}.docx`;
const run = async (host: MapHost): Promise<BuildReport> => (await build(host, { selection: { jobs: [FEBRUARY] }, formats: ['docx', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: PROGRAM }))!;
const typed = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ code }) => code === 'figure-typed-over' || code === 'edited-not-compared');
const statusOf = async (host: MapHost) => (await readStatus(host, { jobs: [FEBRUARY] }, PROGRAM))![0]!;

/** The first of these words replaced in the text of the file, as Word would save it. */
function type(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml']!);
  expect(xml).toContain(from);
  parts['word/document.xml'] = strToU8(xml.replace(from, to));
  return zipSync(parts);
}

let built: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const host = issueHost();
  await run(host);
  built = new Map(host.files);
}, 120_000);
const editedHost = (from: string, to: string): MapHost => {
  const host = createMapHost(built);
  host.files.set(DOCX, type(host.files.get(DOCX)!, from, to));
  return host;
};

describe('a figure typed over in Word', () => {
  const expected = { code: 'figure-typed-over', severity: 'warning', place: { in: 'file', file: DOCX }, seen: '8.650', expected: '8.605', message: expect.stringMatching(/^8\.605 đã bị gõ thành 8\.650 trong «.*8\.650.*»\.$/) as unknown };

  it('is told by status, by build that keeps, and with the question of a build that would write', async () => {
    const host = editedHost('8.605', '8.650');
    expect(await statusOf(host)).toMatchObject({ status: 'edited', findings: [expected] });
    const kept = (await run(host)).jobs[0]!;
    expect([kept.state, typed(kept.findings)]).toMatchObject(['kept', [expected]]);
    await appendEntries(host, AGENCY, () => [CORRECTION]);
    const asked = (await run(host)).jobs[0]!;
    expect(asked.state).toBe('refused');
    expect(asked.findings.map(({ code }) => code)).toContain('output-edited');
    // 1.799 is no figure of the version that was edited.
    expect(typed(asked.findings)).toMatchObject([expected]);
    expect((await issueSample(host)).findings.filter(({ code }) => code === 'figure-typed-over')).toMatchObject([expected]);
  });

  it('is told in a table with row and column', async () => {
    const [finding] = typed((await statusOf(editedHost('>491<', '>419<'))).findings);
    expect(finding?.message).toMatch(/^491 đã bị gõ thành 419 trong «.+ · .+»\.$/);
  });

  it('is not seen in words that were changed', async () => {
    expect(await statusOf(editedHost('BÁO CÁO', 'BÁO CÁO (dự thảo lần 2)'))).toMatchObject({ status: 'edited', findings: [] });
  });
});

describe('what cannot be compared is said', () => {
  it.each([
    ['a broken DOCX', DOCX, text('PK no package')],
    ['a workbook', `output/${FEBRUARY}.xlsx`, text('edited')],
  ])('%s', async (_, path, bytes) => {
    const host = createMapHost(built);
    host.files.set(path, bytes);
    expect(await statusOf(host)).toMatchObject({ status: 'edited', findings: [{ code: 'edited-not-compared', severity: 'note', place: { file: path } }] });
  });
});
