/** `baocao explain [truy-nguon]`: a printed figure → every place it is printed, its formula, its cells. */
import { describeFindings } from '../../finding/describe.js';
import { findingToJson } from '../../finding/place-json.js';
import { whereWords } from '../../finding/where-words.js';
import { composeOne } from '../../pipeline/check-jobs.js';
import { listFigures, type FigureEntry } from '../../pipeline/figures-json.js';
import { formatExact } from '../../statistics/format-figure.js';
import { exact } from '../../statistics/exact.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, unknownJobs, wrongUse } from '../exit.js';
import { paintFor, printAside, printJson, printResult, type GlobalOptions } from '../terminal.js';

export async function runExplain(host: Host, job: string, figure: string | undefined, options: GlobalOptions): Promise<number> {
  const composed = await composeOne(host, job);
  if (!composed) return notAWorkspace('explain', options);
  if (composed === 'unknown-job') return unknownJobs('explain', [job], options);
  if (!composed.composition) {
    if (options.json) printJson({ schemaVersion: 1, command: 'explain', ok: false, job, figures: [], findings: composed.findings.map(findingToJson) });
    else printAside(describeFindings(composed.findings, paintFor(process.stderr)));
    return EXIT.findings;
  }
  const { document, figures } = composed.composition;
  const all = listFigures(document, figures);
  const wanted = figure === undefined ? all : all.filter(({ text }) => plain(text) === plain(figure));
  if (figure !== undefined && wanted.length === 0) {
    return wrongUse('explain', `Văn bản ${job} không in con số «${figure}». Bỏ trống con số để xem tất cả.`, options);
  }
  if (options.json) printJson({ schemaVersion: 1, command: 'explain', ok: true, job, figures: wanted, findings: [] });
  else printResult(figure === undefined ? listing(wanted) : grouped(wanted).map(describeGroup).join('\n\n'));
  return EXIT.fine;
}

/** «89,69 %», «89,69%» and «36,21(*)», «8.605» and «8605» are one figure each to whoever types it. */
function plain(text: string): string {
  return text.replace(/[\s\u00A0%.]/g, '').replace(/\(\*+\)$/, '');
}

/** Figures that look alike but come from different cells are told apart. */
function grouped(entries: readonly FigureEntry[]): readonly (readonly FigureEntry[])[] {
  const groups = new Map<string, FigureEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.value, entry.rule, entry.inputs]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function describeGroup(group: readonly FigureEntry[]): string {
  const { text, value, rule, inputs, illustrative } = group[0]!;
  const full = formatExact(exact(value));
  const lines = [`${text}${full === text.replace('%', '') ? '' : `  (chưa làm tròn: ${full})`}${illustrative ? '  — dựa trên số liệu minh họa' : ''}`];
  lines.push('  In tại:');
  for (const { where, context } of group) lines.push(`    ${whereWords(where)}: ${context}`);
  lines.push(rule === null ? '  Lấy thẳng từ ô:' : `  Công thức: ${rule}\n  Từ các ô:`);
  const files = new Map<string, string[]>();
  for (const input of inputs) {
    const source = `${String(input['file'])}${input['sheet'] === undefined ? '' : ` › trang «${String(input['sheet'])}»`}`;
    const cell = input['cell'] ?? input['path'] ?? `dòng ${String(input['line'])}, cột ${String(input['column'])}`;
    files.set(source, [...(files.get(source) ?? []), `${String(cell)} = ${formatExact(exact(String(input['value'])))}`]);
  }
  for (const [source, cells] of files) lines.push(`    ${source}`, `      ${cells.join(' · ')}`);
  return lines.join('\n');
}

function listing(entries: readonly FigureEntry[]): string {
  return entries.map(({ text, where, context }) => `${text.padStart(10)}  ${whereWords(where)}: ${context}`).join('\n');
}
