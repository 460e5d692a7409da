import { describe, expect, it } from 'vitest';
import { build, type BuildOptions, type BuildReport } from '../../src/pipeline/build.js';
import { createMapHost, sampleFiles, text, type MapHost } from '../support/map-host.js';

const options: BuildOptions = { selection: { jobs: [] }, formats: ['docx', 'pdf', 'xlsx'], force: false, dryRun: false, edited: 'refuse', program: 'p1' };
const FEBRUARY = 'ttpvhcc-soc-trang/2021-02/bao-cao-thang';
const run = async (host: MapHost, change: Partial<BuildOptions> = {}): Promise<BuildReport> => (await build(host, { ...options, ...change }))!;
const states = ({ jobs }: BuildReport): readonly string[] => jobs.map(({ state }) => state);
const outputs = (host: MapHost): Map<string, Uint8Array> => new Map([...host.files].filter(([path]) => path.startsWith('output/') && !path.includes('.baocao')));

/** The CSV of single figures with one value replaced. */
function changeFigure(host: MapHost, period: string, from: string, to: string): void {
  const file = `data/ttpvhcc-soc-trang/${period}/so lieu khac.csv`;
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.files.get(file));
  expect(before).toContain(from);
  host.files.set(file, text(before.replace(from, to)));
}

describe('build', () => {
  it('makes four files for each of the three months, then keeps them all', async () => {
    const host = createMapHost(sampleFiles());
    const first = await run(host);
    expect(states(first)).toEqual(['built', 'built', 'built']);
    expect(outputs(host).size).toBe(12);
    for (const { because } of first.jobs) expect(because).toEqual(['never-built']);
    const before = outputs(host);
    const second = await run(host);
    expect(states(second)).toEqual(['kept', 'kept', 'kept']);
    expect(outputs(host)).toEqual(before);
    // What was noticed when it was built is said again.
    expect(second.jobs.map(({ findings }) => findings)).toEqual(first.jobs.map(({ findings }) => JSON.parse(JSON.stringify(findings)) as unknown));
  });

  it('rebuilds exactly the jobs that read what changed', async () => {
    const host = createMapHost(sampleFiles());
    await run(host);
    // March compares with February, so both read February's folder; January does not.
    changeFigure(host, '2021-02', '1.699', '1.700');
    const report = await run(host);
    expect(states(report)).toEqual(['kept', 'built', 'built']);
    expect(report.jobs[1]!.because).toEqual(['input-changed: data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv']);
    expect(states(await run(host))).toEqual(['kept', 'kept', 'kept']);
  });

  it('rebuilds everything for another version of the program, and on demand', async () => {
    const host = createMapHost(sampleFiles());
    await run(host);
    expect(states(await run(host, { program: 'p2' }))).toEqual(['built', 'built', 'built']);
    expect(states(await run(host, { program: 'p2', force: true, selection: { jobs: [FEBRUARY] } }))).toEqual(['built']);
  });

  it('writes nothing in a dry run', async () => {
    const host = createMapHost(sampleFiles());
    const report = await run(host, { dryRun: true });
    expect(states(report)).toEqual(['built', 'built', 'built']);
    expect(outputs(host).size).toBe(0);
  });

  it('refuses the job of a wrong figure, builds the others and leaves the old output alone', async () => {
    const host = createMapHost(sampleFiles());
    await run(host);
    const before = outputs(host).get(`output/${FEBRUARY}.docx`);
    changeFigure(host, '2021-02', 'quy_trinh;Đơn vị được phê duyệt quy trình nội bộ;4', 'quy_trinh;Đơn vị được phê duyệt quy trình nội bộ;5');
    const report = await run(host);
    // The table that March compares with is sound: only February is refused.
    expect(states(report)).toEqual(['kept', 'refused', 'built']);
    expect(report.jobs[1]!.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'names-count', place: { file: 'data/ttpvhcc-soc-trang/2021-02/so lieu khac.csv', line: 5 }, seen: '4', expected: '5' },
    ]);
    expect(outputs(host).get(`output/${FEBRUARY}.docx`)).toBe(before);
  });

  it('never overwrites an output edited by hand: it asks, puts the new one beside, or overwrites', async () => {
    const host = createMapHost(sampleFiles());
    await run(host);
    const docx = `output/${FEBRUARY}.docx`;
    host.files.set(docx, text('edited'));
    expect(states(await run(host))).toEqual(['kept', 'kept', 'kept']);
    changeFigure(host, '2021-02', '1.699', '1.700');
    const asked = await run(host, { selection: { jobs: [FEBRUARY] } });
    expect(states(asked)).toEqual(['refused']);
    expect(asked.jobs[0]!.findings.at(-1)).toMatchObject({ code: 'output-edited', place: { file: docx }, question: { choices: ['--beside', '--overwrite'] } });
    expect(states(await run(host, { selection: { jobs: [FEBRUARY] }, edited: 'beside' }))).toEqual(['built']);
    expect(new TextDecoder().decode(host.files.get(docx))).toBe('edited');
    expect(host.files.has(`output/${FEBRUARY}.moi.docx`)).toBe(true);
    // The edit stays known: a later run neither overwrites it nor forgets it.
    expect(states(await run(host, { selection: { jobs: [FEBRUARY] } }))).toEqual(['kept']);
    expect(new TextDecoder().decode(host.files.get(docx))).toBe('edited');
    expect(states(await run(host, { selection: { jobs: [FEBRUARY] }, edited: 'overwrite', force: true }))).toEqual(['built']);
    expect(host.files.get(docx)!.length).toBeGreaterThan(1000);
  });

  it('asks before it writes over a document it did not make', async () => {
    const host = createMapHost(sampleFiles());
    host.files.set(`output/${FEBRUARY}.docx`, text('somebody'));
    expect(states(await run(host))).toEqual(['built', 'refused', 'built']);
    expect(new TextDecoder().decode(host.files.get(`output/${FEBRUARY}.docx`))).toBe('somebody');
  });

  it('leaves a file that is open in Word, puts the new version beside and goes on', async () => {
    const host = createMapHost(sampleFiles());
    host.locked.add(`output/${FEBRUARY}.docx`);
    const report = await run(host);
    expect(states(report)).toEqual(['built', 'refused', 'built']);
    expect(report.jobs[1]!.findings.at(-1)).toMatchObject({ code: 'output-locked', message: expect.stringContaining('.moi.docx') as unknown });
    expect(host.files.has(`output/${FEBRUARY}.moi.docx`)).toBe(true);
    host.locked.clear();
    expect(states(await run(host))).toEqual(['kept', 'built', 'kept']);
  });

  it('survives a stop at any write: the next run completes and takes nothing of its own for a hand edit', async () => {
    const reference = createMapHost(sampleFiles());
    await run(reference, { selection: { jobs: [FEBRUARY] } });
    for (let stopAt = 0; stopAt < 6; stopAt++) {
      const host = createMapHost(sampleFiles());
      await run(host, { selection: { jobs: [FEBRUARY] } });
      changeFigure(host, '2021-02', '1.699', '1.700');
      let writes = 0;
      host.beforeWrite = () => {
        if (writes++ >= stopAt) throw new Error('stopped');
      };
      await run(host, { selection: { jobs: [FEBRUARY] } });
      host.beforeWrite = () => undefined;
      expect(states(await run(host, { selection: { jobs: [FEBRUARY] } })), `stopped at write ${stopAt}`).toEqual(['built']);
      expect(states(await run(host, { selection: { jobs: [FEBRUARY] } }))).toEqual(['kept']);
    }
  });
});
