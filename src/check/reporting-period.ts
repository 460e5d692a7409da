/** The agency's calendar against the decree's: a month runs from the 15th of the month before to the 14th (Nghị định 09/2019/NĐ-CP, Điều 12). */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import { periodDates, type Period, type ReportingCalendar } from '../statistics/period.js';

const DECREE: ReportingCalendar = { fromDay: 15, toDay: 14 };

export function checkReportingPeriod(calendar: ReportingCalendar, period: Period, agencyFile: string): readonly Finding[] {
  const own = periodDates(period, calendar);
  const decree = periodDates(period, DECREE);
  if (own.from === decree.from && own.to === decree.to) return [];
  return [
    found('period-not-decree', { in: 'file', file: agencyFile }, {
      from: formatDate(own.from),
      to: formatDate(own.to),
      decree: `${formatDate(decree.from)} đến ${formatDate(decree.to)}`,
    }, { seen: `${own.from}..${own.to}`, expected: `${decree.from}..${decree.to}` }),
  ];
}
