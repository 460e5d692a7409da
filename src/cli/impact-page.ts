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
  for (const { period, table, label, header, was, now } of cells) lines.push(`  ${period} · ${table} · ${label} · ${header}: ${exactWords(was)} → ${exactWords(now)}`);
  for (const job of jobs) {
    lines.push('', paint(`${job.id}  (${stateWords(job)}; ${CHANGE_WORDS[job.change]})`, 'bold'));
    const own = figures.filter((one) => one.job === job.id);
    if (own.length > 0) lines.push(`  Con số thay đổi: ${own.length}`);
    for (const figure of own) lines.push(`    ${whereWords(figure.where).padEnd(16)} ${changeWords(figure)}  ${paint(figure.context, 'dim')}`);
    for (const { old, new: now } of sentences.filter((one) => one.job === job.id && one.reworded)) {
      lines.push('  Câu đổi lời (vượt ngưỡng, đổi thứ hạng hoặc đổi đơn vị được nêu tên):', `    trước: ${old ?? '(không có)'}`, `    sau:   ${now ?? '(không còn)'}`);
    }
    for (const { kind, what, where } of exhibits.filter((one) => one.job === job.id)) lines.push(`  ${kind === 'chart' ? 'Biểu đồ vẽ lại' : `Bảng ở ${whereWords(where)} đổi thứ tự dòng`}: ${what}`);
  }
  if (jobs.length === 0) lines.push('', 'Không văn bản nào dùng các ô này.');
  if (findings.new.length > 0) lines.push('', paint('Phát hiện sẽ xuất hiện:', 'bold'), describeFindings(findings.new, paint));
  if (findings.gone.length > 0) lines.push('', paint('Phát hiện sẽ hết:', 'bold'), describeFindings(findings.gone, paint));
  return lines.join('\n');
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
