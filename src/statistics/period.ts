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

/** What a report of the period plans for: the period after it; after nine months the quarter that is left. */
export function followingPeriod(period: Period): Period {
  return period.kind === 'nine-months' ? { kind: 'quarter', year: period.year, quarter: 4 } : shiftPeriod(period, 1);
}

/** Whether a period begins where the one it is compared with ends: nine months are compared with those of the year before, which end in September. */
export function adjoinsPrevious(period: Period): boolean {
  return period.kind !== 'nine-months';
}

/** The next smaller periods that make up a period: quarters of a half-year, months of a quarter; none of a month. */
export function partsOfPeriod(period: Period): readonly Period[] {
  const { year } = period;
  const quarters = (...wanted: readonly number[]): readonly Period[] => wanted.map((quarter) => ({ kind: 'quarter', year, quarter }));
  switch (period.kind) {
    case 'month':
      return [];
    case 'quarter':
      return [1, 2, 3].map((month) => ({ kind: 'month', year, month: (period.quarter - 1) * 3 + month }));
    case 'half':
      return period.half === 1 ? quarters(1, 2) : quarters(3, 4);
    case 'nine-months':
      return [{ kind: 'half', year, half: 1 }, ...quarters(3)];
    case 'year':
      return [{ kind: 'half', year, half: 1 }, { kind: 'half', year, half: 2 }];
  }
}

export function monthsOfPeriod(period: Period): readonly Period[] {
  return period.kind === 'month' ? [period] : partsOfPeriod(period).flatMap(monthsOfPeriod);
}

/** Cut-off of an agency: a month runs from day `fromDay` of the month before to day `toDay`, or is the calendar month. */
export type ReportingCalendar = { readonly fromDay: number; readonly toDay: number } | 'calendar-month';

/** From and to date (ISO) of a period under an agency's calendar. */
export function periodDates(period: Period, calendar: ReportingCalendar): { from: string; to: string } {
  const { first, last } = monthSpan(period);
  if (calendar === 'calendar-month') return { from: isoDate(first, 1), to: isoDate(last, daysInMonth(last)) };
  return { from: isoDate(first - 1, calendar.fromDay), to: isoDate(last, calendar.toDay) };
}

/** The first pair of neighbours whose dates leave days out or count them twice («từ ngày 20 đến ngày 15»). */
export function brokenTiling(parts: readonly Period[], calendar: ReportingCalendar): { readonly before: Period; readonly after: Period } | undefined {
  for (const [index, after] of parts.entries()) {
    const before = parts[index - 1];
    if (before && nextDay(periodDates(before, calendar).to) !== periodDates(after, calendar).from) return { before, after };
  }
  return undefined;
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

function daysInMonth(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}

function isoDate(month: number, day: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${String(Math.min(day, daysInMonth(month))).padStart(2, '0')}`;
}
