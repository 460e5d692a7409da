/** The check sheet as a page of the terminal: two halves with their rules, what was accepted, sources, figures without a source. */
import type { CheckSheet, HalfResult, RuleResult } from '../finding/check-sheet.js';
import { describePlace, LAID_OUT, ruleWords, type Paint } from '../finding/describe.js';
import { formatDate } from '../statistics/format-figure.js';

/** Columns of a terminal that everybody has room for. */
const WIDTH = 100;
/** Longer lists are cut on the terminal; the workbook has them whole. */
const MOST_LINES = 30;
const RESULT_WIDTH = 15;

export function describeCheckSheet(sheet: CheckSheet, paint: Paint): string {
  const lines = ['', paint('PHIẾU KIỂM TRA (Điều 12 Nghị định số 30/2020/NĐ-CP)', 'bold')];
  for (const half of sheet.halves) {
    lines.push('', paint(half.title, 'bold'), ...wrap(half.duty, 2).map((line) => paint(line, 'dim')));
    lines.push(...half.rules.map((rule) => ruleLine(rule, paint)));
    if (half.half === 'form') lines.push(...wrap(LAID_OUT, 2 + RESULT_WIDTH).map((line) => paint(line, 'dim')));
    lines.push(...waivers(half));
    if (half.half === 'content') lines.push(...sources(sheet), ...untraced(sheet));
  }
  return lines.join('\n');
}

const COLOURS = { passed: 'green', waived: 'yellow', found: 'red', unchecked: 'dim' } as const;

function ruleLine(rule: RuleResult, paint: Paint): string {
  const { result, counts } = ruleWords(rule);
  const colour = rule.result === 'found' && rule.errors === 0 ? 'yellow' : COLOURS[rule.result];
  return `  ${paint(result.padEnd(RESULT_WIDTH), colour)}${rule.title}${counts && `: ${counts}`}`;
}

function waivers({ waivers: all }: HalfResult): readonly string[] {
  if (all.length === 0) return [];
  const told = all.flatMap(({ finding, code, place, by, date, reason }) => [
    ...wrap(`${finding} [${code}] ${describePlace(place)}`, 4),
    ...wrap(`${by}, ngày ${formatDate(date)}: ${reason}`, 6),
  ]);
  return [`  Đã chấp nhận (${all.length}):`, ...told];
}

function sources({ sources: all }: CheckSheet): readonly string[] {
  return cut(`  Nguồn số liệu (${all.length} tệp, với 12 chữ số đầu của mã SHA-256):`, all.map(({ path, sha256 }) => `    ${sha256.slice(0, 12)}  ${path}`));
}

function untraced({ untraced: all }: CheckSheet): readonly string[] {
  return cut(`  Số chưa truy được nguồn (${all.length}), cần người đối chiếu:`, all.flatMap(({ text, place, context }) => wrap(`${text} ${describePlace(place)}: «${context}»`, 4)));
}

function cut(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [head, ...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`    … và ${rest} dòng nữa (xem đủ với --xlsx).`] : [])];
}

function wrap(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one);
}
