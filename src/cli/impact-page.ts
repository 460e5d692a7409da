/** The impact of a correction as the terminal shows it: cells, then each document with its state, figures and sentences, then what the checks will say. */
import { describeFindings, type Paint } from '../finding/describe.js';
import type { FigureImpact, Impact, JobImpact } from '../finding/impact.js';
import { whereWords } from '../finding/where-words.js';
import { exact } from '../statistics/exact.js';
import { formatExact } from '../statistics/format-figure.js';
import { STATUS_WORDS } from './messages.js';

const CHANGE_WORDS: Readonly<Record<JobImpact['change'], string>> = {
  changes: 'thay đổi',
  appears: 'phải lập thêm',
  vanishes: 'không còn phải lập',
  refused: 'chưa lập được, xem các phát hiện mới',
  waits: 'giữ nguyên cho tới khi kỳ đem so sánh hết lỗi',
  unchanged: 'không số nào in ra thay đổi',
};

export function describeImpact({ cells, figures, sentences, exhibits, jobs, findings }: Impact, paint: Paint): string {
  const lines = [paint(`Ô được đính chính: ${cells.length}`, 'bold')];
  for (const [table, own] of grouped(cells, (cell) => `Kỳ ${cell.period}, «${cell.table}»`)) {
    lines.push(`  ${table}`, ...aligned(own.map(({ label, header, was, now }) => [`${exactWords(was)} → ${exactWords(now)}`, `${label} · ${header}`]), paint));
  }
  for (const job of jobs) {
    const of = <T extends { readonly job: string }>(all: readonly T[]): readonly T[] => all.filter((one) => one.job === job.id);
    lines.push('', paint(`${job.id}  (${stateWords(job)}; ${CHANGE_WORDS[job.change]})`, 'bold'));
    if (job.figures > 0) lines.push(`  Con số thay đổi: ${job.figures}`);
    for (const [place, own] of grouped(of(figures), ({ where }) => whereWords(where))) {
      // A sentence with several figures stands once.
      const contexts = [...grouped(own, ({ context }) => context)].map(([context, some]) => [some.map(changeWords).join('; '), context] as const);
      lines.push(`  ${place}`, ...aligned(contexts, paint));
    }
    const reworded = of(sentences).filter((one) => one.reworded);
    if (reworded.length > 0) lines.push(`  Câu đổi lời (vượt ngưỡng, đổi thứ hạng hoặc đổi đơn vị được nêu tên): ${reworded.length}`);
    for (const { old, new: now } of reworded) lines.push(`    trước: ${old ?? '(không có)'}`, `    sau:   ${now ?? '(không còn)'}`);
    for (const { kind, what, where } of of(exhibits)) lines.push(`  ${kind === 'chart' ? 'Biểu đồ vẽ lại' : `Bảng ở ${whereWords(where)} đổi thứ tự dòng`}: ${what}`);
  }
  if (jobs.length === 0) lines.push('', 'Không văn bản nào dùng các ô này.');
  if (findings.new.length > 0) lines.push('', paint('Phát hiện sẽ xuất hiện:', 'bold'), describeFindings(findings.new, paint));
  if (findings.gone.length > 0) lines.push('', paint('Phát hiện sẽ hết:', 'bold'), describeFindings(findings.gone, paint));
  return lines.join('\n');
}

/** In the order in which the keys first come. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Several figures of one sentence take a line of their own. */
const WIDEST = 28;

/** «547 → 507» under one another, what it is of behind it. */
function aligned(pairs: readonly (readonly [change: string, of: string])[], paint: Paint): readonly string[] {
  const width = Math.max(...pairs.map(([change]) => change.length).filter((length) => length <= WIDEST), 0);
  return pairs.map(([change, of]) => (change.length <= WIDEST ? `    ${change.padEnd(width)}  ${paint(of, 'dim')}` : `    ${change}\n    ${' '.repeat(width)}  ${paint(of, 'dim')}`));
}

/** «đã ban hành số 57/BC-TTHC», «mới nhất». */
export function stateWords({ issued, symbol, state }: JobImpact): string {
  return issued ? `đã ban hành${symbol === undefined ? '' : ` số ${symbol}`}` : `chưa ban hành, ${STATUS_WORDS[state]}`;
}

function changeWords({ old, new: now }: FigureImpact): string {
  return `${old ?? '(không có)'} → ${now ?? '(không còn)'}`;
}

function exactWords(text: string | null): string {
  return text === null ? '(trống)' : formatExact(exact(text));
}
