/** Bare figures of the sentences against the figures of the tables: stated · nearly stated · untraced. A near value is told only with evidence beyond its nearness. */
import { found } from '../../finding/catalog.js';
import type { Finding } from '../../finding/finding.js';
import type { Place } from '../../finding/place.js';
import { sourceInputs } from '../../statistics/dataset.js';
import { exact, roundHalfUp, toDecimalText } from '../../statistics/exact.js';
import { formatFigure } from '../../statistics/format-figure.js';
import type { FigureRows } from './figure-rows.js';
import { nameEvidence, type NameEvidence } from './named-figure.js';
import { speaksOfOtherPeriod } from './other-period.js';
import type { ProseFigure } from './parse-figures.js';
import type { Sentence } from './parse-sentences.js';
import { findSlip, SLIP_WORDS, statesFigure, type Slip } from './same-value.js';
import { mayState, speaksOfRow, spokenOf } from './spoken-of.js';
import { toldColumn } from './told-column.js';
import type { UntracedFigure } from '../../finding/check-sheet.js';
import type { KnownFigure, ProseSubject } from './subject.js';

/** Cells named in a finding; a total rests on every row. */
const MOST_RELATED = 6;
/** Above this chance that a number nobody meant lies one slip beside a known figure, nearness alone proves nothing. */
const MOST_CHANCE = 0.02;

export interface MatchedFigures {
  readonly findings: readonly Finding[];
  readonly untraced: readonly UntracedFigure[];
}

export function checkFigures(sentence: Sentence, subject: Pick<ProseSubject, 'figures' | 'from' | 'to'>, rows: FigureRows): MatchedFigures {
  const findings: Finding[] = [];
  const untraced: UntracedFigure[] = [];
  const stated = new Set(subject.figures.filter((known) => sentence.figures.some((figure) => statesFigure(figure, known))));
  const otherPeriod = speaksOfOtherPeriod(sentence.text, subject.from, subject.to);
  const spoken = spokenOf(sentence, rows, subject);
  for (const figure of sentence.figures) {
    const told = toldColumn(sentence.text, figure);
    const possible = subject.figures.filter((known) => known.percent || mayState(spoken, rows.get(known)!, told !== undefined));
    const isTold = (known: KnownFigure): boolean => told !== undefined && told(rows.get(known)!.column) && speaksOfRow(spoken, rows.get(known)!);
    const same = possible.filter((known) => stated.has(known) && statesFigure(figure, known));
    const meant = mostNamed(sentence, same);
    if (meant && isSignLost(sentence, figure, meant, same)) {
      findings.push(signFinding(sentence, figure, meant));
      continue;
    }
    if (meant && isPlausible(sentence, figure, meant)) {
      findings.push(knownFinding(sentence, figure, meant, same.length - 1));
      continue;
    }
    const near = same.length > 0 || otherPeriod || figure.approximate ? undefined : findNear(sentence, figure, possible.filter((known) => !stated.has(known)), isTold);
    if (near) findings.push(nearFinding(sentence, figure, near.known, near.slip));
    else if (!figure.ordinary) untraced.push({ text: figure.text, place: sentence.place, context: shortened(sentence.text, figure.start) });
  }
  return { findings, untraced };
}

const STRENGTH: readonly NameEvidence[] = ['none', 'part', 'slight', 'full'];

function mostNamed(sentence: Sentence, same: readonly KnownFigure[]): KnownFigure | undefined {
  const strength = (known: KnownFigure): number => STRENGTH.indexOf(nameEvidence(sentence, known));
  return [...same].sort((a, b) => strength(b) - strength(a))[0];
}

const RISE = /(?<!\p{L})tăng\s*(?:thêm\s*|được\s*|là\s*)?$/iu;

/** «tăng 6,00%» of what fell by 6,00: only where the sentence names it and nothing else of the tables has that value. */
function isSignLost(sentence: Sentence, figure: ProseFigure, known: KnownFigure, same: readonly KnownFigure[]): boolean {
  const fell = same.every(({ quantity }) => quantity.value.compare(0) < 0);
  return fell && RISE.test(sentence.text.slice(0, figure.start)) && nameEvidence(sentence, known) === 'full';
}

/** Three digits or a percentage are seldom equal by accident; round numbers and small counts are. */
function isPlausible(sentence: Sentence, figure: ProseFigure, known: KnownFigure): boolean {
  const evidence = nameEvidence(sentence, known);
  if (evidence === 'full') return true;
  const round = isMultiple(figure, figure.percent ? 5 : 100);
  return evidence !== 'none' ? figure.digits >= 2 && !figure.ordinary : !round && (figure.digits >= 3 || figure.percent);
}

function isMultiple({ value }: ProseFigure, step: number): boolean {
  return value.mod(exact(step)).equals(0);
}

function findNear(sentence: Sentence, figure: ProseFigure, others: readonly KnownFigure[], isTold: (known: KnownFigure) => boolean): { known: KnownFigure; slip: Slip } | undefined {
  if (figure.digits < 3 && !(figure.percent && figure.decimals >= 2)) return undefined;
  const candidates = others.flatMap((known) => {
    const slip = known.percent === figure.percent ? findSlip(figure, known.quantity.value.abs()) : undefined;
    return slip && countsTheSame(figure, known) && (slip === 'factor' || !isFractionOfCount(figure, known)) ? [{ known, slip }] : [];
  });
  return (
    candidates.find(({ known }) => isTold(known)) ??
    candidates.find(({ known }) => nameEvidence(sentence, known) === 'full') ??
    candidates.find(({ known, slip }) => isTelling(slip, figure) && nameEvidence(sentence, known) === 'slight') ??
    candidates.find(({ slip }) => (slip === 'cut' || (slip === 'swapped' && figure.digits >= 4)) && chanceOf(figure, others) <= MOST_CHANCE)
  );
}

/** Slips that few other numbers share; one digit off is any neighbour. */
function isTelling(slip: Slip, { digits, percent }: ProseFigure): boolean {
  return slip === 'cut' || (slip !== 'digit' && slip !== 'last' && (digits >= 3 || percent));
}

/** «438 lượt» is no misprint of 428 hồ sơ. */
function countsTheSame({ unit }: ProseFigure, { name }: KnownFigure): boolean {
  return unit === undefined || unit === 'trường hợp' || !/hồ sơ/iu.test(name) || unit === 'hồ sơ';
}

/** «32,00» points is no misprint of 23 cases, but «8,605» may be one of 8.605. */
function isFractionOfCount({ decimals }: ProseFigure, known: KnownFigure): boolean {
  return decimals > 0 && !known.percent && known.decimals === 0;
}

/** Chance that a number of this length, written at random, has one of its neighbours by swap or cut among the known figures. */
function chanceOf(figure: ProseFigure, others: readonly KnownFigure[]): number {
  const length = ({ quantity }: KnownFigure): number => roundHalfUp(quantity.value, figure.decimals).scaled.toString().length;
  const values = new Set(others.filter((known) => known.percent === figure.percent && length(known) === figure.digits).map(({ quantity }) => toDecimalText(quantity.value)));
  return (values.size * figure.digits) / (9 * 10 ** (figure.digits - 1));
}

function knownFinding({ place }: Sentence, figure: ProseFigure, known: KnownFigure, others: number): Finding {
  return found('prose-figure-known', place, { text: figure.text, name: known.name, others }, { seen: toDecimalText(figure.value), related: cellsOf(known) });
}

function nearFinding({ place }: Sentence, figure: ProseFigure, known: KnownFigure, slip: Slip): Finding {
  const decimals = Math.max(figure.decimals, known.percent ? known.decimals : 0);
  const expected = formatFigure(known.quantity.value.abs(), slip === 'factor' ? known.decimals : decimals) + (figure.text.endsWith('%') ? '%' : '');
  return found('prose-figure-near', place, { seen: figure.text, expected, name: known.name }, { seen: figure.text, expected, related: cellsOf(known), cause: SLIP_WORDS[slip] });
}

function signFinding({ place }: Sentence, figure: ProseFigure, known: KnownFigure): Finding {
  const expected = `${formatFigure(known.quantity.value, figure.decimals)}${figure.text.endsWith('%') ? '%' : ''}`;
  return found('prose-figure-near', place, { seen: `tăng ${figure.text}`, expected, name: known.name }, { seen: figure.text, expected, related: cellsOf(known), cause: 'mất dấu âm: ghi tăng trong khi số liệu giảm' });
}

function cellsOf({ quantity }: KnownFigure): readonly Place[] {
  return sourceInputs(quantity)
    .flatMap(({ origin }) => (origin.kind === 'derivation' ? [] : [origin.place]))
    .slice(0, MOST_RELATED);
}

const MOST_CONTEXT = 160;

/** The sentence, or the stretch of it around the figure. */
function shortened(text: string, at: number): string {
  const start = Math.max(0, Math.min(at - MOST_CONTEXT / 2, text.length - MOST_CONTEXT));
  const end = start + MOST_CONTEXT;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}
