/** Reporting periods («kỳ báo cáo»): names of folders, the period before and after, and the dates an agency's calendar gives them. */

/** `2021-02` month · `2021-Q1` quarter · `2021-H1` half-year · `2021-9M` nine months · `2022` year. */
export type Period =
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: number }
  | { readonly kind: 'nine-months'; readonly year: number }
  | { readonly kind: 'year'; readonly year: number };

/** `undefined` where the text names no period. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return { kind: 'month', year, month: Number(match[2]) };
  if (match[3]) return { kind: 'quarter', year, quarter: Number(match[3]) };
  if (match[4]) return { kind: 'half', year, half: Number(match[4]) };
  return match[5] ? { kind: 'nine-months', year } : { kind: 'year', year };
}

export function formatPeriodId(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}-${String(period.month).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'half':
      return `${period.year}-H${period.half}`;
    case 'nine-months':
      return `${period.year}-9M`;
    case 'year':
      return String(period.year);
  }
}

/** First and last month of a period, in months counted from year 0. */
function monthSpan(period: Period): { first: number; last: number } {
  const january = period.year * 12;
  switch (period.kind) {
    case 'month':
      return { first: january + period.month - 1, last: january + period.month - 1 };
    case 'quarter':
      return { first: january + (period.quarter - 1) * 3, last: january + period.quarter * 3 - 1 };
    case 'half':
      return { first: january + (period.half - 1) * 6, last: january + period.half * 6 - 1 };
    case 'nine-months':
      return { first: january, last: january + 8 };
    case 'year':
      return { first: january, last: january + 11 };
  }
}

/** The period `steps` later (negative: earlier) of the same kind; nine months and years move by years. */
export function shiftPeriod(period: Period, steps: number): Period {
  const count = (index: number, perYear: number): { year: number; part: number } => ({
    year: Math.floor(index / perYear),
    part: (((index % perYear) + perYear) % perYear) + 1,
  });
  switch (period.kind) {
    case 'month': {
      const { year, part } = count(period.year * 12 + period.month - 1 + steps, 12);
      return { kind: 'month', year, month: part };
    }
    case 'quarter': {
      const { year, part } = count(period.year * 4 + period.quarter - 1 + steps, 4);
      return { kind: 'quarter', year, quarter: part };
    }
    case 'half': {
      const { year, part } = count(period.year * 2 + period.half - 1 + steps, 2);
      return { kind: 'half', year, half: part };
    }
    case 'nine-months':
    case 'year':
      return { ...period, year: period.year + steps };
  }
}

/** Cut-off of an agency: a month runs from day `fromDay` of the month before to day `toDay`, or is the calendar month. */
export type ReportingCalendar = { readonly fromDay: number; readonly toDay: number } | 'calendar-month';

/** From and to date (ISO) of a period under an agency's calendar. */
export function periodDates(period: Period, calendar: ReportingCalendar): { from: string; to: string } {
  const { first, last } = monthSpan(period);
  if (calendar === 'calendar-month') return { from: isoDate(first, 1), to: isoDate(last, daysInMonth(last)) };
  return { from: isoDate(first - 1, calendar.fromDay), to: isoDate(last, calendar.toDay) };
}

function daysInMonth(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}

function isoDate(month: number, day: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${String(Math.min(day, daysInMonth(month))).padStart(2, '0')}`;
}
