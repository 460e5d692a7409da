/** Sentences of our own with the figures of the February 2021 tables, as the prose checks take them. */
import { checkProse } from '../../../src/check/prose/check-prose.js';
import type { KnownFigure, ProseText } from '../../../src/check/prose/subject.js';
import type { Finding } from '../../../src/finding/finding.js';
import type { Quantity } from '../../../src/statistics/dataset.js';
import { exact } from '../../../src/statistics/exact.js';

export const FEBRUARY = { from: '2021-01-16', to: '2021-02-15' } as const;

export function quantity(value: string | number, cell = 'C8'): Quantity {
  return { value: exact(value), origin: { kind: 'source', place: { in: 'sheet', file: 'phu-luc.xlsx', sheet: 'Phụ lục I', cell }, written: String(value), illustrative: false } };
}

export function count(name: string, value: number, cell?: string): KnownFigure {
  return { quantity: quantity(value, cell), name, decimals: 0, percent: false };
}

export function rate(name: string, part: number, whole: number): KnownFigure {
  const inputs = [quantity(part), quantity(whole)];
  return { quantity: { value: exact(part).div(whole).mul(100), origin: { kind: 'derivation', rule: 'a / b * 100', inputs } }, name, decimals: 2, percent: true };
}

/** The rows the tests speak of. */
export const FIGURES: readonly KnownFigure[] = [
  count('Sở Công Thương, Số hồ sơ nhận giải quyết: Tổng số', 613, 'C9'),
  count('Sở Công Thương, Số hồ sơ đã giải quyết: Tổng số', 612, 'F9'),
  count('Sở Công Thương, Hồ sơ nhận qua trực tuyến', 540, 'N9'),
  count('Sở Tư pháp, Số hồ sơ đã giải quyết: Tổng số', 428, 'F19'),
  count('Sở Tư pháp, Số hồ sơ đã giải quyết: Quá hạn', 6, 'I19'),
  count('Sở Nội vụ, Số hồ sơ đang giải quyết: Tổng số', 130, 'J15'),
  count('Công an tỉnh, Số hồ sơ đã giải quyết: Tổng số', 994, 'F23'),
  count('Tổng cộng, Số hồ sơ nhận giải quyết: Tổng số', 8605, 'C25'),
  count('Tổng cộng, Số hồ sơ đã giải quyết: Tổng số', 7718, 'F25'),
  count('Tổng cộng, Số hồ sơ đang giải quyết: Tổng số', 887, 'J25'),
  count('Tổng cộng, Hồ sơ nhận qua trực tuyến', 3116, 'N25'),
  rate('Tỷ lệ %, Số hồ sơ đã giải quyết: Tổng số', 7718, 8605),
  rate('Tỷ lệ %, Số hồ sơ đang giải quyết: Quá hạn', 6, 887),
  rate('Tỷ lệ %, Hồ sơ nhận qua trực tuyến', 3116, 8605),
];

export function paragraph(text: string, line = 5, file = 'bao cao.md'): ProseText {
  return { text, place: { in: 'text', file, line } };
}

export function check(...texts: readonly string[]): ReturnType<typeof checkProse> {
  return checkProse({ texts: texts.map((text, index) => paragraph(text, index + 5)), figures: FIGURES, ...FEBRUARY });
}

/** Errors and warnings as «code seen → expected». */
export function alarms(...texts: readonly string[]): readonly string[] {
  return check(...texts)
    .findings.filter(({ severity }) => severity !== 'note')
    .map(label);
}

export function label({ code, severity, seen, expected }: Finding): string {
  return `${severity} ${code} ${seen ?? ''}${expected === undefined ? '' : ` → ${expected}`}`;
}
