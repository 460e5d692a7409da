/**
 * `npm run bench [-- --rounds 3 --documents 100 --json FILE]`: our pipeline and our writers beside the floor, in turn and each
 * in a fresh process. A measurement, not a test: it prints what it saw and judges nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { batchLines } from './batch.mjs';
import { carboneTemplate } from './carbone-template.mjs';
import { composeTrees, plainContent } from './content.mjs';
import { installPeer } from './install-peer.mjs';
import { measure } from './measure.mjs';
import { footnotesLines, printTable } from './report.mjs';
import { compareDocuments, comparePdfWords, compareWords } from './same-words.mjs';
import { makeWorkspace, REPOSITORY } from './workspace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, documents: { type: 'string', default: '100' }, archive: { type: 'string', default: '1000' }, shared: { type: 'string', default: '100' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
const documents = Number(values.documents);
if (!(rounds >= 1 && documents >= 1)) throw new Error('--rounds and --documents are counts');
const few = Math.max(1, Math.round(documents / 4));

/** The four workbooks of a year, 13 tables: what `check` reads, and what exceljs alone reads beside it. */
const ANNUAL = path.join(REPOSITORY, 'data/snv-soc-trang/2022');

/** The folder of Tinos, which every lane embeds. */
const FONTS = path.join(REPOSITORY, 'node_modules/@expo-google-fonts/tinos');

const script = (name) => path.join(import.meta.dirname, name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'baocao-bench-'));
const inFolder = (name) => path.join(folder, name);
const notes = [];

/** Lane → what it runs, in this order in every round: what is compared runs one soon after the other. */
const lanes = {
  'floor docx+pdf': () => floor('both'),
  'pipeline, cold': () => pipelineCold('workspace', documents),
  'pipeline, unchanged': () => pipeline('workspace', 0, documents),
  'floor docx': () => floor('docx'),
  'writers docx': () => writers('docx'),
  'carbone docx': () => measure(script('carbone.mjs'), peers.carbone, inFolder('template.docx'), inFolder('carbone.json'), inFolder('carbone')),
  'floor pdf': () => floor('pdf'),
  'writers pdf': () => writers('pdf'),
  'typst pdf': () => measure(script('typst.mjs'), peers.typst, inFolder('content.json'), inFolder('typst'), FONTS),
  'floor exceljs, annual workbooks': () => measure(script('floor-exceljs.mjs'), ANNUAL),
  'check, annual workbooks': () => measure(script('check-annual.mjs')),
  'pipeline, cold, fewer documents': () => pipelineCold('few', few),
};

/** Beside ours for comparison only; a peer that cannot be had is a lane that did not run, and is said so. */
const peers = {};

async function preparePeers(contents) {
  try {
    peers.carbone = installPeer('carbone', '3.8.2');
    const { template, data } = await carboneTemplate(contents);
    writeFileSync(inFolder('template.docx'), template);
    writeFileSync(inFolder('carbone.json'), JSON.stringify(data));
  } catch (error) {
    delete lanes['carbone docx'];
    notes.push(`! not run: carbone docx (${error.message})`);
  }
  try {
    peers.typst = installPeer('@myriaddreamin/typst-ts-node-compiler', '0.7.0');
  } catch (error) {
    delete lanes['typst pdf'];
    notes.push(`! not run: typst pdf (${error.message})`);
  }
}

function floor(mode) {
  return measure(script('floor.mjs'), inFolder('content.json'), inFolder('floor'), mode);
}

function writers(mode) {
  return measure(script('writers.mjs'), inFolder('trees.json'), inFolder('writers'), mode);
}

function pipelineCold(workspace, count) {
  rmSync(path.join(inFolder(workspace), 'output'), { recursive: true, force: true });
  return pipeline(workspace, count, 0);
}

/** A run that built another number than meant is noted and made again: dist compiled anew between two runs makes every output stale. */
async function pipeline(workspace, built, kept, attempts = 3) {
  const measured = await measure(path.join(REPOSITORY, 'dist/cli/main.js'), 'build', '--formats', 'docx,pdf', '--root', inFolder(workspace));
  const summary = /Đã lập (\d+), giữ nguyên (\d+)/.exec(measured.output);
  if (!summary) throw new Error(`no summary in what build printed:\n${measured.output}`);
  const [, wasBuilt, wasKept] = summary.map(Number);
  if (wasBuilt === built && wasKept === kept) return measured;
  notes.push(`! made again: a run was to build ${built} and keep ${kept} documents, it built ${wasBuilt} and kept ${wasKept}.`);
  if (attempts === 1) throw new Error(notes.at(-1));
  return pipeline(workspace, built, kept, attempts - 1);
}

async function prepare() {
  makeWorkspace(inFolder('workspace'), documents);
  makeWorkspace(inFolder('few'), few);
  const trees = await composeTrees(inFolder('workspace'));
  writeFileSync(inFolder('trees.json'), JSON.stringify(trees));
  const contents = trees.documents.map(plainContent);
  writeFileSync(inFolder('content.json'), JSON.stringify(contents));
  await preparePeers(contents);
  return trees.documents.map(({ name }) => name);
}

try {
  const machine = `${os.cpus().length} cores (${os.cpus()[0].model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)} at the start`;
  const names = await prepare();
  const runs = [];
  for (let round = 1; round <= rounds; round++) {
    for (const [lane, run] of Object.entries(lanes)) {
      process.stderr.write(`round ${round} of ${rounds}: ${lane}\n`);
      const { output: _, ...measured } = await run();
      const count = lane.endsWith('annual workbooks') ? 1 : lane.endsWith('fewer documents') ? few : documents;
      runs.push({ round, lane, documents: count, ...measured });
    }
  }
  process.stderr.write('footnotes\n');
  const footnotes = JSON.parse((await measure(script('footnotes.mjs'))).output);
  process.stderr.write('archive\n');
  const archive = await batchLines({ archive: Number(values.archive), shared: Number(values.shared), rounds });
  const file = (lane) => (name, format) => path.join(inFolder(lane), `${name}.${format}`);
  const words = [...compareDocuments(names, file('writers'), file('floor')), ...(lanes['carbone docx'] ? compareWords(names, 'carbone', file('carbone'), file('floor')) : []), ...(lanes['typst pdf'] ? await comparePdfWords(names, 'typst', file('typst'), file('floor')) : [])];
  console.log([`${documents} documents, ${rounds} rounds; ${machine}`, '', ...printTable(runs), '', ...words, '', ...footnotesLines(footnotes), '', ...archive, ...notes].join('\n'));
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, documents, rounds, runs, words, footnotes, archive, notes }, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
