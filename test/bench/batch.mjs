/**
 * The archive lanes: a whole archive verified, two cores beside one, memory of a worker over few and many documents.
 * `node test/bench/batch.mjs [--archive 1000 --shared 100 --rounds 3]` runs them alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './measure.mjs';
import { makeWorkspace, REPOSITORY } from './workspace.mjs';

/** Printed lines. `archive` documents are verified, `shared` are built by one and by two processes. */
export async function batchLines({ archive = 1000, shared = 100, rounds = 3 } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baocao-batch-'));
  try {
    return [
      '| lane | wall s | CPU s | peak MB of each process |',
      '|---|---|---|---|',
      ...(await twoCores(path.join(folder, 'shared'), shared, rounds)),
      ...(await archiveUnchanged(path.join(folder, 'archive'), archive, rounds)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function twoCores(root, documents, rounds) {
  makeWorkspace(root, documents);
  const cold = (jobs) => {
    rmSync(path.join(root, 'output'), { recursive: true, force: true });
    return build(root, '--jobs', jobs);
  };
  const pairs = [];
  for (let round = 1; round <= rounds; round++) pairs.push({ one: await cold('1'), two: await cold('2') });
  const [one, two] = [pairs.map((pair) => pair.one), pairs.map((pair) => pair.two)];
  const ratios = pairs.map((pair) => pair.one.wall / pair.two.wall);
  return [
    row(`${documents} documents, one process`, one),
    row(`${documents} documents, two workers`, two),
    `| **twoCores** (one ÷ two, wall) | **${median(ratios).toFixed(2)} ×** (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}) | | |`,
  ];
}

async function archiveUnchanged(root, documents, rounds) {
  makeWorkspace(root, documents);
  const cold = await build(root, '--jobs', '2');
  const first = await build(root);
  const later = [];
  for (let round = 1; round <= rounds; round++) later.push(await build(root));
  return [
    row(`${documents} documents, two workers`, [cold]),
    row('the same unchanged, every file read', [first]),
    row(`**archiveUnchanged**: ${documents} documents verified`, later),
  ];
}

function build(root, ...args) {
  return measure(path.join(REPOSITORY, 'dist/cli/main.js'), 'build', '--quiet', '--formats', 'docx,pdf', '--root', root, ...args);
}

function row(name, runs) {
  const of = (key) => median(runs.map((run) => run[key])).toFixed(2);
  const peaks = {};
  for (const { peakMb } of runs) for (const [script, mb] of Object.entries(peakMb)) peaks[script] = Math.max(peaks[script] ?? 0, mb);
  return `| ${name} | ${of('wall')} | ${of('cpu')} | ${Object.entries(peaks).map(([script, mb]) => `${script} ${mb.toFixed(0)}`).join(', ')} |`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { archive: { type: 'string' }, shared: { type: 'string' }, rounds: { type: 'string' } } });
  const counts = Object.fromEntries(Object.entries(values).map(([name, typed]) => [name, Number(typed)]));
  console.log((await batchLines(counts)).join('\n'));
}
