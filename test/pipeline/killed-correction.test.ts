/** `correct apply` killed at random moments of appending and building: a readable ledger, no half file, and a rerun that ends with every entry once. `KILLS=200` kills as often as asked. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { applyCorrection } from '../../src/pipeline/apply-correction.js';
import { readStatus } from '../../src/pipeline/status.js';
import { entriesOf, readLedger } from '../../src/store/ledger.js';
import { createNodeHost, programId } from '../../src/store/node-host.js';
import { AGENCY, CAUSE, CORRECTED_CELLS, CORRECTED_JANUARY, LEDGER, PLAN_WORDS } from '../support/january-corrected.js';
import { afterMs, filesBelow, killRun, seeded, TEMPORARY } from '../support/killed-runs.js';
import { copyWorkspace, type TemporaryWorkspace } from '../support/temporary-workspace.js';

const KILLS = Number(process.env.KILLS ?? 6);
const SEED = 20_210_315;
const PLAN = 'ke-hoach.json';
const APPLY = ['correct', 'apply', PLAN, '--quiet'];
const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

let workspace: TemporaryWorkspace | undefined;
afterEach(() => workspace?.remove());

const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const ledgerOf = ({ root }: TemporaryWorkspace) => readLedger(LEDGER, filesBelow(root, `data/${AGENCY}`).includes(LEDGER) ? new Uint8Array(readFileSync(path.join(root, LEDGER))) : new Uint8Array());
const documents = ({ root }: TemporaryWorkspace): readonly string[] => filesBelow(root, 'output').filter((file) => /\.(docx|pdf|xlsx)$/.test(file));
const hashes = (one: TemporaryWorkspace): ReadonlyMap<string, string> => new Map(documents(one).map((file) => [file, hash(one.path(file))]));

/** Kills when the nth temporary file of an output, manifest or ledger appears. */
function atWrite(root: string, nth: number): (kill: () => void) => () => void {
  return (kill) => {
    const seen = new Set<string>();
    const folders = [`data/${AGENCY}`, ...['2021-01', '2021-02'].flatMap((period) => [`output/${AGENCY}/${period}`, `output/.baocao/${AGENCY}/${period}`])];
    const watchers = folders.map((folder) => watch(path.join(root, folder), (_, name) => void (name && TEMPORARY.test(name) && seen.add(`${folder}/${name}`).size === nth && kill())));
    return () => watchers.forEach((watcher) => watcher.close());
  };
}

it(`survives ${KILLS} kills`, { timeout: 120_000 + KILLS * 60_000 }, async () => {
  workspace = copyWorkspace();
  const { root, run } = workspace;
  writeFileSync(workspace.path(CAUSE.path), CAUSE.text);
  expect(run('build').code).toBe(0);
  const old = hashes(workspace);
  expect(run('correct', 'plan', CORRECTED_JANUARY, '--agency', AGENCY, ...PLAN_WORDS, '-o', PLAN, '--quiet').code).toBe(0);
  const saved = path.join(root, 'saved');
  cpSync(path.join(root, 'output'), saved, { recursive: true });
  const reset = (): void => {
    for (const place of ['output', LEDGER]) rmSync(path.join(root, place), { recursive: true, force: true });
    cpSync(saved, path.join(root, 'output'), { recursive: true });
  };
  const { killed: ended, durationMs } = await killRun(root, APPLY, afterMs(120_000));
  expect(ended).toBe(false);
  const made = hashes(workspace);
  // Outputs and the manifests of jobs; what else lies beside the manifests is of no job.
  const ofJobs = (): readonly string[] => filesBelow(root, 'output').filter((file) => !/^output\/\.baocao\/[^/]+$/.test(file));
  const whole = ofJobs();
  // What is built is deterministic: a whole file is byte for byte the old one or the new one.
  const versions = new Map([...made].map(([file, bytes]) => [file, [old.get(file), bytes]]));
  expect([...made].filter(([file, bytes]) => old.get(file) !== bytes).map(([file]) => file).length).toBeGreaterThan(3);
  const program = await programId();
  const plan = { name: PLAN, bytes: new Uint8Array(readFileSync(workspace.path(PLAN))) };
  const random = seeded(SEED);
  const counts = { killed: 0, beforeLedger: 0, afterLedger: 0, somethingNew: 0, leftBehind: 0, recovered: 0 };
  reset();
  for (let round = 1; round <= KILLS; round++) {
    const when = `kill ${round}`;
    // The first before anything is written; every third while a file is: the ledger itself, then manifests and outputs; the others anywhere.
    const moment = round === 1 ? afterMs(durationMs / 50) : round % 3 === 0 ? atWrite(root, 1 + ((round / 3 - 1) % 12)) : afterMs(random() * durationMs);
    const { killed } = await killRun(root, APPLY, moment);
    if (killed) counts.killed++;
    const ledger = ledgerOf(workspace);
    expect(ledger.findings, when).toEqual([]);
    if (process.env.KILLS) process.stdout.write(`${when}: ${JSON.stringify(counts)}\n`);
    const entries = entriesOf(ledger, 'correction').length;
    expect([0, CORRECTED_CELLS], when).toContain(entries);
    if (entries === 0) counts.beforeLedger++;
    else counts.afterLedger++;
    for (const file of documents(workspace)) expect(versions.get(file), `${file}, ${when}`).toContain(hash(workspace.path(file)));
    for (const file of filesBelow(root, 'output').filter((one) => one.endsWith('.json'))) expect(() => JSON.parse(readFileSync(workspace!.path(file), 'utf8')) as unknown, `${file}, ${when}`).not.toThrow();
    if ([...hashes(workspace)].some(([file, bytes]) => bytes !== old.get(file))) counts.somethingNew++;
    counts.leftBehind += [...filesBelow(root, 'output'), ...filesBelow(root, `data/${AGENCY}`)].filter((file) => TEMPORARY.test(file) || file.endsWith('.lock')).length;
    // Every other time the next run is killed in what this one has left.
    if (round % 2 === 1 && round < KILLS) continue;
    const applied = await applyCorrection(createNodeHost(root), plan, { formats: FORMATS, force: false, dryRun: false, edited: 'refuse', program });
    const refused = applied?.kind === 'refused' ? applied.findings : (applied?.build.jobs.filter(({ state }) => state !== 'built' && state !== 'kept').flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')) ?? []);
    expect(refused, when).toEqual([]);
    expect(applied, when).toMatchObject({ kind: entries === 0 ? 'applied' : 'already' });
    expect(entriesOf(ledgerOf(workspace), 'correction').map(({ row, column, now }) => `${row} ${column} ${now}`).sort(), when).toHaveLength(CORRECTED_CELLS);
    expect(new Set(entriesOf(ledgerOf(workspace), 'correction').map(({ row, column }) => `${row} ${column}`)).size, when).toBe(CORRECTED_CELLS);
    expect(hashes(workspace), when).toEqual(made);
    expect(ofJobs(), when).toEqual(whole);
    expect(filesBelow(root, `data/${AGENCY}`).filter((file) => file.startsWith(LEDGER)), when).toEqual([LEDGER]);
    const status = await readStatus(createNodeHost(root), { jobs: [] }, program);
    expect(new Set(status!.map((one) => one.status)), when).toEqual(new Set(['fresh']));
    counts.recovered++;
    reset();
  }
  // The moments were spread as meant: most came in time, some before the ledger was written, some after.
  expect(counts.killed).toBeGreaterThanOrEqual(KILLS / 2);
  expect(counts.beforeLedger).toBeGreaterThan(0);
  expect(counts.afterLedger).toBeGreaterThan(0);
});
