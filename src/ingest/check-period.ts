/** Whether a table says of itself that it is of the period whose folder it lies in. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import { formatDate } from '../statistics/format-figure.js';
import { periodName } from '../statistics/period-name.js';
import { formatPeriodId, parsePeriod, type Period } from '../statistics/period.js';
import type { FoundTable } from './found-table.js';
import type { Normalisation } from './normalisations.js';
import { cellText, placeOf } from './raw-sheet.js';
import { statedPeriods } from './stated-period.js';

export interface ExpectedPeriod {
  readonly period: Period;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
}

/** Findings: period-mismatch at the title's cell or the JSON's key; date-ambiguous, json-invalid for a period or date of no known shape. A table without title says nothing. */
export function checkPeriod(table: FoundTable, expected: ExpectedPeriod): readonly Finding[] {
  return table.sheet.declared ? checkDeclared(table, expected) : checkTitles(table, expected);
}

function checkTitles({ sheet, titleRow, top }: FoundTable, { period, from, to }: ExpectedPeriod): readonly Finding[] {
  const findings: Finding[] = [];
  for (let row = titleRow; row < top; row++) {
    sheet.rows[row - 1]!.forEach((cell, index) => {
      if (cell.kind !== 'text') return;
      const { periods, ranges } = statedPeriods(cellText(cell));
      const place = placeOf(sheet, row, index + 1);
      // A title that compares names several: one must be ours.
      if (periods.length > 0 && !periods.some((one) => formatPeriodId(one) === formatPeriodId(period))) {
        findings.push(mismatch(place, periodName(periods[0]!), periodName(period)));
      }
      if (ranges.length > 0 && !ranges.some((one) => one.from === from && one.to === to)) {
        findings.push(mismatch(place, rangeWords(ranges[0]!.from, ranges[0]!.to), rangeWords(from, to)));
      }
    });
  }
  return findings;
}

function checkDeclared({ sheet }: FoundTable, expected: ExpectedPeriod): readonly Finding[] {
  const { file, origin, declared } = sheet;
  const base = origin.in === 'json' ? origin.base : '$';
  const at = (key: string): Place => ({ in: 'json', file, path: `${base}.${key}` });
  const findings: Finding[] = [];
  const stated = declared!.period;
  const period = stated === undefined ? undefined : parsePeriod(stated);
  if (stated !== undefined && !period) {
    findings.push(found('json-invalid', at('ky'), { reason: `"ky" phải có dạng 2021-02, 2021-Q1, 2021-H1, 2021-9M hoặc 2021, nhưng ghi «${stated}»` }, { seen: stated }));
  }
  if (period && formatPeriodId(period) !== formatPeriodId(expected.period)) {
    findings.push(mismatch(at('ky'), periodName(period), periodName(expected.period)));
  }
  for (const [key, written, wanted] of [['tu_ngay', declared!.from, expected.from], ['den_ngay', declared!.to, expected.to]] as const) {
    if (written === undefined) continue;
    const [date, other] = readDate(written);
    if (date === undefined) {
      findings.push(found('json-invalid', at(key), { reason: `"${key}" phải có dạng 2021-01-16, nhưng ghi «${written}»` }, { seen: written }));
    } else if (other !== undefined) {
      const [first, second] = [date, other].map(dateWords) as [string, string];
      findings.push(found('date-ambiguous', at(key), { key, seen: written, first, second }, { seen: written, choices: [first, second] }));
    } else if (date !== wanted) findings.push(mismatch(at(key), formatDate(date), formatDate(wanted)));
  }
  return findings;
}

/** The dates of a JSON that have one reading but are not written year first. */
export function datesInOtherForm({ sheet }: FoundTable): readonly Normalisation[] {
  const { file, origin, declared } = sheet;
  const base = origin.in === 'json' ? origin.base : '$';
  return ([['tu_ngay', declared?.from], ['den_ngay', declared?.to]] as const).flatMap(([key, text]) =>
    text === undefined || /^\d{4}-/.test(text) || readDate(text).length !== 1 ? [] : [{ kind: 'date-form', place: { in: 'json', file, path: `${base}.${key}` }, text } as const],
  );
}

/** ISO dates a text may mean: none, one, or two where day and month may change places («01/02/2021»). */
function readDate(text: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year !== undefined) return realDates([[year, month!, day!]]);
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (first === undefined) return [];
  const [a, b] = [first.padStart(2, '0'), second!.padStart(2, '0')];
  return realDates(a === b ? [[last!, a, b]] : [[last!, b, a], [last!, a, b]]);
}

function realDates(pieces: readonly (readonly [string, string, string])[]): readonly string[] {
  return pieces
    .map((piece) => piece.join('-'))
    .filter((iso) => {
      const date = new Date(`${iso}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
    });
}

function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

function mismatch(place: Place, seen: string, expected: string): Finding {
  return found('period-mismatch', place, { seen, expected }, { seen, expected, choices: [seen, expected] });
}

function rangeWords(from: string, to: string): string {
  return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}
