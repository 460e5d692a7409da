/** A finding as the terminal shows it: severity, place, code; what is wrong; what to do. Five parts, three lines. */
import type { RuleResult } from './check-sheet.js';
import { findingId, type Finding, type Severity } from './finding.js';
import { columnLetters, type Place } from './place.js';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'LỖI', warning: 'CẢNH BÁO', note: 'GHI CHÚ' };
/** A finding that a person has accepted with a reason. */
export const WAIVED = 'ĐÃ CHẤP NHẬN';
/** Findings of one code shown in full; the rest are counted. */
const MOST_OF_ONE_CODE = 20;

export function describePlace(place: Place): string {
  switch (place.in) {
    case 'file':
      return place.file;
    case 'sheet':
      return `${place.file} › trang «${place.sheet}»${place.cell === undefined ? '' : ` › ô ${place.cell}`}`;
    case 'csv':
      return `${place.file} › dòng ${place.line}${place.column === undefined ? '' : ` (ô ${columnLetters(place.column)}${place.line})`}`;
    case 'text':
      return `${place.file} › dòng ${place.line}`;
    case 'json':
      return `${place.file} › ${place.path}`;
  }
}

export type Paint = (text: string, style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green') => string;

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

export function describeFinding(finding: Finding, paint: Paint): string {
  const { severity, place, code, message, remedy, question, cause, waived } = finding;
  const word = waived ? paint(WAIVED, 'dim') : paint(SEVERITY_WORDS[severity], COLOURS[severity]);
  const head = `${word}  ${describePlace(place)}  ${paint(`[${code}] ${findingId(finding)}`, 'dim')}`;
  const guess = cause === undefined ? '' : `\n     Có thể do: ${cause}.`;
  const choices = question && question.choices.length > 0 ? `\n     Chọn một: ${question.choices.join(' · ')}` : '';
  return `${head}\n     ${message}${guess}\n     → ${remedy}${choices}`;
}

/** All findings, at most twenty of one code in full. */
export function describeFindings(findings: readonly Finding[], paint: Paint): string {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= MOST_OF_ONE_CODE) lines.push(describeFinding(finding, paint));
  }
  for (const [code, count] of counts) {
    if (count > MOST_OF_ONE_CODE) lines.push(paint(`… và ${count - MOST_OF_ONE_CODE} mục [${code}] nữa (xem đủ với --json).`, 'dim'));
  }
  return lines.join('\n');
}

const RESULT_WORDS = { passed: 'ĐẠT', waived: WAIVED, unchecked: 'CHƯA SOÁT HẾT' } as const;

/** What became of a rule of the check sheet, and its counts: «2 lỗi, 1 đã chấp nhận». */
export function ruleWords({ result, errors, warnings, notes, waived }: RuleResult): { readonly result: string; readonly counts: string } {
  const counts = [[errors, 'lỗi'], [warnings, 'cảnh báo'], [notes, 'ghi chú'], [waived, 'đã chấp nhận']] as const;
  return {
    result: result === 'found' ? (errors > 0 ? 'CÓ LỖI' : SEVERITY_WORDS.warning) : RESULT_WORDS[result],
    counts: counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', '),
  };
}

/** What the tool itself lays out and nobody needs to check by rule. */
export const LAID_OUT = 'Khổ giấy, lề, phông, cỡ chữ, Quốc hiệu, số trang do phần mềm trình bày theo Phụ lục I của Nghị định.';
