import { describe, expect, it } from 'vitest';
import { formatPeriodId, parsePeriod, periodDates, shiftPeriod } from '../../src/statistics/period.js';
import { periodName } from '../../src/statistics/period-name.js';

const read = (id: string) => parsePeriod(id)!;

describe('periods', () => {
  it('reads and writes the names of folders', () => {
    for (const id of ['2021-02', '2021-Q1', '2021-H2', '2021-9M', '2022']) expect(formatPeriodId(read(id))).toBe(id);
    for (const id of ['2021-13', '2021-0', '2021-Q5', '21-01', 'agencies', '2021-H3']) expect(parsePeriod(id)).toBeUndefined();
  });

  it('gives the dates of an agency that counts from the 16th to the 15th', () => {
    expect(periodDates(read('2021-02'), { fromDay: 16, toDay: 15 })).toEqual({ from: '2021-01-16', to: '2021-02-15' });
    expect(periodDates(read('2021-01'), { fromDay: 16, toDay: 15 })).toEqual({ from: '2020-12-16', to: '2021-01-15' });
    expect(periodDates(read('2021-Q1'), { fromDay: 15, toDay: 14 })).toEqual({ from: '2020-12-15', to: '2021-03-14' });
    expect(periodDates(read('2022'), { fromDay: 15, toDay: 14 })).toEqual({ from: '2021-12-15', to: '2022-12-14' });
    expect(periodDates(read('2023-9M'), 'calendar-month')).toEqual({ from: '2023-01-01', to: '2023-09-30' });
    expect(periodDates(read('2024-02'), 'calendar-month')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('steps over the turn of the year', () => {
    expect(formatPeriodId(shiftPeriod(read('2021-01'), -1))).toBe('2020-12');
    expect(formatPeriodId(shiftPeriod(read('2021-12'), 1))).toBe('2022-01');
    expect(formatPeriodId(shiftPeriod(read('2021-Q1'), -1))).toBe('2020-Q4');
    expect(formatPeriodId(shiftPeriod(read('2021-H2'), 1))).toBe('2022-H1');
  });

  it('names them as documents do', () => {
    expect(['2021-02', '2021-03', '2021-Q1', '2021-H1', '2023-9M', '2022'].map((id) => periodName(read(id)))).toEqual([
      'tháng 02 năm 2021',
      'tháng 3 năm 2021',
      'quý I năm 2021',
      '6 tháng đầu năm 2021',
      '9 tháng đầu năm 2023',
      'năm 2022',
    ]);
  });
});
