/** Appending on a real disk: several processes at once, processes killed at any moment, locks they leave. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendWaiver, entriesOf, ledgerPath, loadLedger } from '../../src/store/ledger.js';
import { createNodeHost } from '../../src/store/node-host.js';

const AGENCY = 'so-noi-vu';
const WRITER = path.join(import.meta.dirname, 'append-in-child.mjs');
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'baocao-ledger-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Writer {
  /** Ids whose append had ended when the process did. */
  readonly done: Promise<readonly string[]>;
  readonly kill: () => void;
  readonly started: Promise<void>;
}

/** A process that appends `count` waivers with ids of its own. */
function startWriter(prefix: string, count: number): Writer {
  const child = spawn(process.execPath, [WRITER, root, AGENCY, prefix, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let begin = (): void => undefined;
  const started = new Promise<void>((resolve) => (begin = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    begin();
  });
  const done = new Promise<readonly string[]>((resolve) => child.on('close', () => resolve(output.split('\n').filter((line) => /^[0-9a-f]{12}$/.test(line)))));
  return { done, started, kill: () => child.kill('SIGKILL') };
}

const load = () => loadLedger(createNodeHost(root), AGENCY);
const waiver = (finding: string) => ({ finding, code: 'row-sum', place: { file: 'a.xlsx' }, message: 'm', reason: 'r', by: 'b', date: '2021-03-15' });

describe('append', () => {
  it('loses no entry and breaks no line when processes append at once', async () => {
    const writers = ['a', 'b', 'c', 'd'].map((prefix) => startWriter(prefix, 10));
    const written = (await Promise.all(writers.map(({ done }) => done))).flat();
    expect(written).toHaveLength(40);
    const { findings, ...ledger } = await load();
    const waivers = entriesOf(ledger, 'waiver');
    expect(findings).toEqual([]);
    expect(waivers.map(({ finding }) => finding).sort()).toEqual([...written].sort());
    expect(readdirSync(path.join(root, 'data', AGENCY))).toEqual(['ledger.jsonl']);
  });

  it('leaves a whole ledger whenever its process is killed, with every entry that was reported', async () => {
    const reported: string[] = [];
    for (let round = 0; round < 10; round++) {
      const writer = startWriter(round.toString(16), 500);
      await writer.started;
      await new Promise((resolve) => setTimeout(resolve, round * 7));
      writer.kill();
      reported.push(...(await writer.done));
      const { findings, ...ledger } = await load();
    const waivers = entriesOf(ledger, 'waiver');
      expect(findings, `killed in round ${round}`).toEqual([]);
      expect(waivers.map(({ finding }) => finding)).toEqual(expect.arrayContaining(reported));
    }
    expect(await appendWaiver(createNodeHost(root), AGENCY, waiver('ffffffffffff'))).toBe('written');
    expect((await load()).findings).toEqual([]);
    expect(readdirSync(path.join(root, 'data', AGENCY))).toEqual(['ledger.jsonl']);
  });

  it('takes away a lock that a killed process of another machine left', async () => {
    const lock = path.join(root, `${ledgerPath(AGENCY)}.lock`);
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, 'of a process that is no more');
    expect(await appendWaiver(createNodeHost(root), AGENCY, waiver('ffffffffffff'))).toBe('written');
    expect(existsSync(lock)).toBe(false);
    expect((await load()).entries).toHaveLength(1);
  });
});

describe('today', () => {
  it('is an ISO date', () => {
    expect(createNodeHost(root).today()).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
  });
});
