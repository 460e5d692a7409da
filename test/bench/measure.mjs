/** One process tree measured from outside: wall, CPU of all its processes, peak memory of each. Linux only: it reads /proc. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const POLL_MS = 50;
/** bash counts the CPU of every process that was waited for: the workbook reader is killed and waited for by the pipeline. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" 2>&1';

/** Node on a script, in a fresh process. Seconds; megabytes by the name of the script that a process runs. */
export async function measure(...args) {
  const shell = spawn('bash', ['-c', TIMED, 'bash', process.execPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(shell.stdout);
  const times = collect(shell.stderr);
  const peaks = new Map();
  const timer = setInterval(() => descendants(shell.pid).forEach((pid) => notePeak(peaks, pid)), POLL_MS);
  const code = await new Promise((resolve, reject) => shell.once('error', reject).once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${output.text}${times.text}`);
  // bash writes the decimal comma of a Vietnamese machine.
  const [wall, user, system] = times.text.trim().split(/\s+/).slice(-3).map((text) => Number(text.replace(',', '.')));
  const peakMb = {};
  for (const { script, mb } of peaks.values()) peakMb[script] = Math.max(peakMb[script] ?? 0, mb);
  return { wall, cpu: user + system, peakMb, output: output.text };
}

function collect(stream) {
  const collected = { text: '' };
  stream.setEncoding('utf8').on('data', (text) => (collected.text += text));
  return collected;
}

function descendants(pid) {
  const children = readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** VmHWM is the highest so far, so the last reading counts; between fork and exec it is still the parent's. */
function notePeak(peaks, pid) {
  const kb = /^VmHWM:\s+(\d+)/m.exec(readProc(`${pid}/status`))?.[1];
  const script = readProc(`${pid}/cmdline`).split('\0').find((word) => /\.m?js$/.test(word));
  if (kb && script) peaks.set(pid, { script: path.basename(script), mb: Number(kb) / 1024 });
}

/** Empty where the process has ended meanwhile. */
function readProc(name) {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    return '';
  }
}
