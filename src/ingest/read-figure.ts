/** One cell under a figure column → Cell: exact number with its origin, or absent with the finding that says why. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { AbsentReason, Cell } from '../statistics/dataset.js';
import { exact, isWhole, toDecimalText, type Exact } from '../statistics/exact.js';
import { formatDate, formatExact } from '../statistics/format-figure.js';
import { misspeltDigits, parseFigure, plainFigureText } from './parse-figure.js';
import { cellText, isBlank, type RawCell } from './raw-sheet.js';

export interface FigureRule {
  readonly type: 'count' | 'decimal';
  /** given: must stand there · optional: may be blank · computed: may be blank, «-» or a formula without result, for it can be derived. */
  readonly presence: 'given' | 'optional' | 'computed';
  /** Whether a formula without result says what is derived anyway. */
  readonly isDerived: (formula: string) => boolean;
}

export interface FigurePlace {
  readonly place: Place;
  /** Name of the row and header of the column, for the sentence. */
  readonly row: string;
  readonly column: string;
  readonly illustrative: boolean;
}

export interface ReadFigure {
  readonly cell: Cell;
  readonly finding?: Finding;
}

/** Beyond it Excel and JSON lose digits, so that what arrives is not what was written. */
const LARGEST = exact(2n ** 53n);

/** Answers to a blank cell: only a person knows which. */
const BLANK_MEANS = ['0 (không phát sinh)', 'chưa có số liệu'];

const WANTED = { count: 'số nguyên không âm', decimal: 'số' } as const;

/** Findings: figure-missing, -unreadable, -ambiguous, -misspelt, -too-large, formula-without-result, cell-error. */
export function readFigure(raw: RawCell, rule: FigureRule, where: FigurePlace): ReadFigure {
  const { place, row, column } = where;
  const absent = (why: AbsentReason, finding?: Finding): ReadFigure => ({
    cell: { kind: 'absent', why, place },
    ...(finding === undefined ? {} : { finding }),
  });
  const unreadable = (seen: string, cause?: string): ReadFigure => {
    const wanted = WANTED[rule.type];
    return absent('blank', found('figure-unreadable', place, { row, column, seen, wanted }, { seen, expected: wanted, cause }));
  };
  const tooLarge = (seen: string): ReadFigure => absent('blank', found('figure-too-large', place, { row, column, seen }, { seen }));
  const question = (seen: string, readings: readonly [Exact, Exact]): ReadFigure => {
    const [first, second] = readings.map(decimalWords) as [string, string];
    return absent('blank', found('figure-ambiguous', place, { row, column, seen, first, second }, { seen, choices: [first, second] }));
  };
  const number = (value: Exact, written: string, cause?: string): ReadFigure => {
    if (value.abs().compare(LARGEST) > 0) return tooLarge(written);
    if (rule.type === 'count' && (!isWhole(value) || value.s < 0n)) return unreadable(raw.kind === 'number' ? formatExact(value) : written, cause);
    return { cell: { kind: 'number', quantity: { value, origin: { kind: 'source', place, written, illustrative: where.illustrative } } } };
  };

  if (isBlank(raw)) {
    return absent('blank', rule.presence === 'given' ? found('figure-missing', place, { row, column }, { expected: WANTED[rule.type], choices: BLANK_MEANS }) : undefined);
  }
  switch (raw.kind) {
    case 'number':
      // A count in a cell formatted as a percentage: 50 shows as «5000%», and nobody knows which was meant.
      return rule.type === 'count' && raw.written.endsWith('%') ? unreadable(`${formatExact(exact(raw.value))}%`) : number(exact(raw.value), raw.written, lostThousands(exact(raw.value)));
    case 'text': {
      // The mark of a note behind a rate of a printed ratio row: «36,21(*)».
      const text = rule.presence === 'computed' ? cellText(raw).replace(/\s*\(\*+\)$/, '') : cellText(raw);
      // A rate whose base is 0 is printed as a dash.
      if (rule.presence === 'computed' && /^[-\u2010-\u2015\u2212]$/.test(text)) return absent('did-not-occur');
      if (isBeyondDoubles(text)) return tooLarge(text);
      const parsed = parseFigure(text, rule.type);
      if (parsed.kind === 'value') return number(parsed.value, text);
      if (parsed.kind === 'ambiguous') return question(text, [parsed.first, parsed.second]);
      // Accountants write −5 as «(5)»; others put a side remark in brackets.
      const bracketed = rule.type === 'decimal' ? parseFigure(/^\((\d[^()]*)\)$/.exec(plainFigureText(text))?.[1] ?? '', 'decimal') : parsed;
      if (bracketed.kind === 'value') return question(text, [bracketed.value.neg(), bracketed.value]);
      const meant = misspeltDigits(text);
      if (meant === undefined || parseFigure(meant, rule.type).kind !== 'value') return unreadable(text);
      return absent('blank', found('figure-misspelt', place, { row, column, seen: text, meant }, { seen: text, expected: meant, choices: [meant, 'giá trị khác'] }));
    }
    case 'formula-without-result': {
      // A total or a rate is computed anyway; what is more or less than the sum of its rows says something else, and nobody knows what.
      if (rule.presence === 'computed' && rule.isDerived(raw.formula)) return absent('blank');
      const formula = cellText(raw);
      return absent('blank', found('formula-without-result', place, { row, column, formula }, { seen: formula }));
    }
    case 'error':
      return absent('blank', found('cell-error', place, { row, column, seen: raw.code }, { seen: raw.code }));
    case 'date':
      return unreadable(formatDate(raw.iso.slice(0, 10)));
    case 'boolean':
    case 'blank':
      return unreadable(cellText(raw));
  }
}

/** «2.906» typed where the dot parts decimals is stored as 2,906. */
function lostThousands(value: Exact): string | undefined {
  const thousands = value.mul(1000);
  if (isWhole(value) || !isWhole(thousands) || value.compare(1) < 0 || value.compare(1000) >= 0) return undefined;
  return `dấu chấm phân cách hàng nghìn bị đọc thành dấu thập phân; có thể là ${formatExact(thousands)}`;
}

function decimalWords(value: Exact): string {
  return toDecimalText(value).replace('.', ',');
}

/** «1E+20»: Excel's way of writing what it does not hold. */
function isBeyondDoubles(text: string): boolean {
  return /^[+-]?\d{1,60}(?:[.,]\d{1,60})?(?:E\+?\d{1,6})?$/i.test(text) && Math.abs(Number(text.replace(',', '.'))) > 2 ** 53;
}

/** Whether a person would take the cell for a figure, good or bad: rows and columns without any hold notes. */
export function looksLikeFigure(raw: RawCell): boolean {
  if (raw.kind === 'text') return parseFigure(raw.text, 'decimal').kind !== 'unreadable' || isBeyondDoubles(raw.text.trim());
  return raw.kind === 'number' || raw.kind === 'error' || raw.kind === 'formula-without-result';
}

/** A cell under a text column; only Excel's error values are faults there. */
export function readText(raw: RawCell, where: FigurePlace): ReadFigure {
  const { place, row, column } = where;
  if (raw.kind === 'error') {
    return { cell: { kind: 'absent', why: 'blank', place }, finding: found('cell-error', place, { row, column, seen: raw.code }, { seen: raw.code }) };
  }
  if (isBlank(raw) || raw.kind === 'formula-without-result') return { cell: { kind: 'absent', why: 'blank', place } };
  return { cell: { kind: 'text', text: raw.kind === 'date' ? formatDate(raw.iso.slice(0, 10)) : cellText(raw), place } };
}
