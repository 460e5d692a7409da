/** Periods as documents name them: «tháng 02 năm 2021», «quý I năm 2021», «6 tháng đầu năm 2021». */
import { printedMonth } from './format-figure.js';
import type { Period } from './period.js';

export function periodName(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${printedMonth(period.month)} năm ${period.year}`;
    case 'quarter':
      return `quý ${ROMAN_QUARTERS[period.quarter - 1]} năm ${period.year}`;
    case 'half':
      return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${period.year}`;
    case 'nine-months':
      return `9 tháng đầu năm ${period.year}`;
    case 'year':
      return `năm ${period.year}`;
  }
}

/** Quarters are written in Roman numerals. */
const ROMAN_QUARTERS = ['I', 'II', 'III', 'IV'] as const;
