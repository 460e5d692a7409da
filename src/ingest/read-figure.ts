/** One cell under a figure column → Cell: exact number with its origin, or absent with the finding that says why. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { AbsentReason, Cell } from '../statistics/dataset.js';
import { exact, isWhole, toDecimalText, type Exact } from '../statistics/exact.js';
import { formatDate } from '../statistics/format-figure.js';
import { parseFigure } from './parse-figure.js';
import { cellText, isBlank, type RawCell } from './raw-sheet.js';

export interface FigureRule {
  readonly type: 'count' | 'decimal';
  /** given: must stand there · optional: may be blank · computed: may be blank, «-» or a formula without result, for it can be derived. */
  readonly presence: 'given' | 'optional' | 'computed';
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

const WANTED = { count: 'số nguyên không âm', decimal: 'số' } as const;

/** Findings: figure-missing, figure-unreadable, figure-ambiguous, formula-without-result, cell-error. */
export function readFigure(raw: RawCell, rule: FigureRule, where: FigurePlace): ReadFigure {
  const { place, row, column } = where;
  const absent = (why: AbsentReason, finding?: Finding): ReadFigure => ({
    cell: { kind: 'absent', why, place },
    ...(finding === undefined ? {} : { finding }),
  });
  const unreadable = (seen: string): ReadFigure => {
    const wanted = WANTED[rule.type];
    return absent('blank', found('figure-unreadable', place, { row, column, seen, wanted }, { seen, expected: wanted }));
  };
  const number = (value: Exact, written: string): ReadFigure =>
    rule.type === 'count' && (!isWhole(value) || value.s < 0n)
      ? unreadable(written)
      : { cell: { kind: 'number', quantity: { value, origin: { kind: 'source', place, written, illustrative: where.illustrative } } } };

  if (isBlank(raw)) {
    return absent('blank', rule.presence === 'given' ? found('figure-missing', place, { row, column }, { expected: WANTED[rule.type] }) : undefined);
  }
  switch (raw.kind) {
    case 'number':
      return number(exact(raw.value), raw.written);
    case 'text': {
      // The mark of a note behind a rate of a printed ratio row: «36,21(*)».
      const text = rule.presence === 'computed' ? cellText(raw).replace(/\s*\(\*+\)$/, '') : cellText(raw);
      // A rate whose base is 0 is printed as a dash.
      if (rule.presence === 'computed' && /^[-\u2010-\u2015\u2212]$/.test(text)) return absent('did-not-occur');
      const parsed = parseFigure(text, rule.type);
      if (parsed.kind === 'value') return number(parsed.value, text);
      if (parsed.kind === 'unreadable') return unreadable(text);
      const [first, second] = [parsed.first, parsed.second].map((value) => toDecimalText(value).replace('.', ',')) as [string, string];
      return absent('blank', found('figure-ambiguous', place, { row, column, seen: text, first, second }, { seen: text, choices: [first, second] }));
    }
    case 'formula-without-result': {
      if (rule.presence === 'computed') return absent('blank');
      const formula = cellText(raw);
      return absent('blank', found('formula-without-result', place, { row, column, formula }, { seen: formula }));
    }
    case 'error':
      return raw.code.startsWith('#') ? absent('blank', found('cell-error', place, { row, column, seen: raw.code }, { seen: raw.code })) : unreadable(raw.code);
    case 'date':
      return unreadable(formatDate(raw.iso.slice(0, 10)));
    case 'boolean':
    case 'blank':
      return unreadable(cellText(raw));
  }
}

/** Whether a person would take the cell for a figure, good or bad: rows and columns without any hold notes. */
export function looksLikeFigure(raw: RawCell): boolean {
  if (raw.kind === 'text') return parseFigure(raw.text, 'decimal').kind !== 'unreadable';
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
