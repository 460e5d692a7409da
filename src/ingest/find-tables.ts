/** Where the tables of forms stand in a sheet: any row, any column, recognised by header texts only, never by position or file name. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { closest } from '../statistics/closest.js';
import { keyColumn, numericColumns, type Form } from '../statistics/form.js';
import { checkColumns } from './check-columns.js';
import type { FoundTable } from './found-table.js';
import { headerPaths, pathKeys, withoutOpeningWords } from './header-text.js';
import { knownHeaders, matchColumns, type ColumnMatch } from './match-columns.js';
import { nameKey } from '../statistics/unit-list.js';
import { cellAt, cellText, isBlank, placeOf, type RawSheet } from './raw-sheet.js';

/** More levels than any form has. */
const TALLEST_HEADER = 5;

/** Findings: column-missing, -ambiguous, -twice, -unknown, table-ambiguous; json-invalid where a JSON names no known form. Tables without key column are left out. */
export function findTables(sheet: RawSheet, forms: readonly Form[]): { tables: readonly FoundTable[]; findings: readonly Finding[] } {
  const { candidates, findings } = sheet.declared
    ? declaredCandidate(sheet, forms)
    : { candidates: headerCandidates(sheet, forms).filter((candidate) => bearsTitle(sheet, candidate)), findings: [] };
  const chosen: Candidate[] = [];
  const disputed = new Map<Candidate, Form>();
  for (const candidate of [...candidates].sort(compareCandidates)) {
    const rival = chosen.find((other) => overlap(candidate, other));
    if (!rival) chosen.push(candidate);
    else if (rival.form !== candidate.form && compareFit(rival, candidate) === 0) disputed.set(rival, candidate.form);
  }
  const tables = chosen
    .filter((candidate) => !disputed.has(candidate))
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .map((candidate) => withRows(sheet, candidate, chosen));
  return {
    tables: tables.filter(({ form, match }) => match.columns.has(keyColumn(form).id)),
    findings: [...findings, ...[...disputed].map(([candidate, form]) => ambiguousTable(sheet, candidate, form)), ...tables.flatMap(checkColumns)],
  };
}

type Candidate = Pick<FoundTable, 'form' | 'top' | 'bottom' | 'left' | 'right' | 'paths' | 'match'>;

/** Every header of one to five rows that begins in a row with a known header text and fits a form well enough. */
function headerCandidates(sheet: RawSheet, forms: readonly Form[]): readonly Candidate[] {
  const keys = new Map<string, readonly string[]>();
  const known = forms.map((form) => ({ form, texts: knownTexts(sheet, form, keys) }));
  const candidates: Candidate[] = [];
  for (let top = 1; top <= sheet.rows.length; top++) {
    // Most rows are data: a header is expanded only where enough known texts are near.
    const possible = known
      .filter(({ texts }) => texts[top - 1]!.length > 0)
      .filter(({ form, texts }) => new Set(texts.slice(top - 1, top - 1 + TALLEST_HEADER).flat()).size >= fewestTexts(form))
      .map(({ form }) => form);
    for (let bottom = top; possible.length > 0 && bottom < Math.min(top + TALLEST_HEADER, sheet.rows.length + 1); bottom++) {
      for (const paths of blocksOf(headerPaths(sheet, top, bottom))) {
        for (const form of possible) {
          const match = matchColumns(form, paths);
          if (fitsWell(form, match)) candidates.push({ form, top, bottom, ...extentOf(paths, match), paths, match });
        }
      }
    }
  }
  return candidates;
}

/** Forms with the same columns are told apart by a word above the header, or in the sheet's name; a table without any title may be either. */
function bearsTitle(sheet: RawSheet, { form, top }: Candidate): boolean {
  if (form.title === undefined) return true;
  const titles = sheet.rows.slice(0, top - 1).flatMap((row) => row.map(cellText).filter((text) => text !== ''));
  const name = sheet.origin.in === 'sheet' ? [sheet.origin.sheet] : [];
  const key = nameKey(form.title);
  return titles.length === 0 || [...titles, ...name].some((text) => nameKey(text).includes(key));
}

/** For each row the texts that hold a word of the form's header; `keys` of the sheet's texts are the same for every form. */
function knownTexts(sheet: RawSheet, form: Form, keys: Map<string, readonly string[]>): readonly (readonly string[])[] {
  const words = headerWords(form);
  const verdicts = new Map<string, boolean>();
  const isKnown = (text: string): boolean => {
    const own = keys.get(text) ?? pathKeys([text]).map(withoutOpeningWords);
    keys.set(text, own);
    const verdict = verdicts.get(text) ?? own.some((key) => words.has(key));
    verdicts.set(text, verdict);
    return verdict;
  };
  return sheet.rows.map((row) => row.flatMap((cell) => (cell.kind === 'text' && isKnown(cell.text) ? [cell.text] : [])));
}

const headerWordsOf = new WeakMap<Form, ReadonlySet<string>>();

/** All words of a form's header, and its column ids. */
function headerWords(form: Form): ReadonlySet<string> {
  const words = headerWordsOf.get(form) ?? new Set(knownHeaders(form).flatMap(({ id, paths }) => [id, ...paths.flat().map(withoutOpeningWords)]));
  headerWordsOf.set(form, words);
  return words;
}

/** Tables side by side are parted by a column without header: each run of headers alone, others emptied; and all of them together. */
function blocksOf(paths: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const starts = paths.flatMap((path, column) => (path.length > 0 && (paths[column - 1]?.length ?? 0) === 0 ? [column] : []));
  if (starts.length <= 1) return [paths];
  const blocks = starts.map((start) => {
    const length = paths.slice(start).findIndex((path) => path.length === 0);
    const end = length < 0 ? paths.length : start + length;
    return paths.map((path, column) => (start <= column && column < end ? path : []));
  });
  return [...blocks, paths];
}

/** Half of the required figure columns, at least one. */
function fewestFigures(form: Form): number {
  return Math.max(1, Math.ceil(numericColumns(form).filter(({ required }) => required).length / 2));
}

/** Without its key column a table needs three figures at least, lest a word be taken for one. */
const FEWEST_WITHOUT_KEY = 3;

function fitsWell(form: Form, { columns }: ColumnMatch): boolean {
  const figures = numericColumns(form).filter(({ id }) => columns.has(id)).length;
  const fewest = fewestFigures(form);
  return figures >= (columns.has(keyColumn(form).id) ? fewest : Math.max(FEWEST_WITHOUT_KEY, fewest));
}

/** Fewer different texts than these are no header that fits well. Columns of several groups share texts, so the bound is low. */
function fewestTexts(form: Form): number {
  return Math.min(fewestFigures(form) + 1, FEWEST_WITHOUT_KEY);
}

/** The matched columns and their neighbours with a header. */
function extentOf(paths: readonly (readonly string[])[], { columns }: ColumnMatch): { left: number; right: number } {
  let left = Math.min(...columns.values());
  let right = Math.max(...columns.values());
  while (paths[left - 1]?.length) left--;
  while (paths[right + 1]?.length) right++;
  return { left, right };
}

/** Better first: more columns found, fewer missing, more in full; then the lower and shorter header. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return compareFit(a, b) || b.top - a.top || a.bottom - b.bottom;
}

function compareFit(a: Candidate, b: Candidate): number {
  const missing = ({ form, match }: Candidate): number => form.columns.filter(({ id, required }) => required && !match.columns.has(id)).length;
  return b.match.columns.size - a.match.columns.size || missing(a) - missing(b) || b.match.exact - a.match.exact;
}

function overlap(a: Candidate, b: Candidate): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function ambiguousTable(sheet: RawSheet, { form, top, left }: Candidate, other: Form): Finding {
  const [first, second] = [form.name, other.name];
  return found('table-ambiguous', placeOf(sheet, top, left), { first, second }, { choices: [first, second] });
}

/** A JSON names its form; its one header row is the column ids. */
function declaredCandidate(sheet: RawSheet, forms: readonly Form[]): { candidates: readonly Candidate[]; findings: readonly Finding[] } {
  const { file, origin, declared } = sheet;
  const form = forms.find(({ id }) => id === declared!.form);
  if (!form) {
    const base = origin.in === 'json' ? origin.base : '$';
    const nearest = closest(declared!.form, forms.map(({ id }) => id));
    const reason = `không có biểu «${declared!.form}»${nearest === undefined ? '' : `; gần nhất là «${nearest}»`}`;
    const details = { seen: declared!.form, ...(nearest === undefined ? {} : { expected: nearest }) };
    return { candidates: [], findings: [found('json-invalid', { in: 'json', file, path: `${base}.bang` }, { reason }, details)] };
  }
  const paths = headerPaths(sheet, 1, 1);
  const match = matchColumns(form, paths);
  return { candidates: [{ form, top: 1, bottom: 1, left: 1, right: Math.max(1, paths.length - 1), paths, match }], findings: [] };
}

/** Adds where the rows of the table begin and end: below the row of column numbers, above the next header. */
function withRows(sheet: RawSheet, candidate: Candidate, all: readonly Candidate[]): FoundTable {
  const { top, left, right } = candidate;
  const reach = sheet.merges
    .filter((merge) => merge.top <= candidate.bottom && merge.bottom > candidate.bottom && merge.left <= right && merge.right >= left && merge.top >= top)
    .map((merge) => merge.bottom);
  const bottom = Math.max(candidate.bottom, ...reach);
  let firstRow = bottom + 1;
  while (firstRow <= sheet.rows.length && isNumberRow(sheet, firstRow, candidate)) firstRow++;
  const beside = all.filter((other) => other.left <= right && left <= other.right);
  const next = beside.filter((other) => other.top > bottom).map((other) => other.top - 1);
  const previous = beside.filter((other) => other.bottom < top).map((other) => other.bottom + 1);
  return { ...candidate, sheet, bottom, firstRow, lastRow: Math.min(sheet.rows.length, ...next), titleRow: Math.max(1, ...previous) };
}

/** «(1) | (2) | (3)=(4)+(5)», «A | B | 1 | 2»: numbers of columns, the key column's included. */
function isNumberRow(sheet: RawSheet, row: number, { left, right, form, match }: Candidate): boolean {
  const key = match.columns.get(keyColumn(form).id);
  if (key === undefined || isBlank(cellAt(sheet, row, key))) return false;
  const texts: string[] = [];
  for (let column = left; column <= right; column++) {
    const text = cellText(cellAt(sheet, row, column));
    if (text !== '') texts.push(text);
  }
  if (texts.length < 2) return false;
  if (texts.every((text) => /^\(\s*(?:\d{1,2}|[A-Z])\s*\)(?:\s*=.*)?$/.test(text))) return true;
  const numbers = texts.filter((text) => !/^[A-Z]$/.test(text));
  return numbers.length > 1 && texts.length > 2 && numbers.every((text, index) => text === String(index + 1));
}
