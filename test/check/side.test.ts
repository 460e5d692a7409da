/** Whether two sides of an equality can be one value: counts exactly, rounded figures within what rounding hides, computed ones as printed. */
import { describe, expect, it } from 'vitest';
import { agree, evaluateSide, namedFigure, type Side } from '../../src/check/side.js';
import { exact, toDecimalText } from '../../src/statistics/exact.js';
import { compileExpression } from '../../src/statistics/expression.js';
import type { FormColumn } from '../../src/statistics/form.js';
import { column } from '../ingest/forms.js';

const DECIMALS = { rate: 2, points: 4 } as const;

/** The kind of a name is its beginning: count1, rate2, norm3, points4. */
function columnOf(id: string): FormColumn {
  if (id.startsWith('count')) return column(id, 'count', [id], { decimals: 0, exact: true } as object);
  if (id.startsWith('norm')) return column(id, 'decimal', [id], { decimals: 2, exact: true } as object);
  if (id.startsWith('single')) return column(id, 'number', [id], { decimals: 0 } as object);
  return column(id, 'decimal', [id], { decimals: DECIMALS[id.startsWith('rate') ? 'rate' : 'points'] } as object);
}

function side(source: string, values: Readonly<Record<string, string>>): Side | undefined {
  const compiled = compileExpression(source, { columns: Object.keys(values), tables: {} });
  if (!compiled.ok) throw new Error(compiled.reason);
  return evaluateSide(compiled.expression, ({ column: id }) => {
    const written = values[id]!;
    const place = { in: 'sheet', file: 'a.xlsx', sheet: 'S', cell: `${id.slice(0, 1).toUpperCase()}1` } as const;
    return written === '' ? undefined : namedFigure(columnOf(id), { value: exact(written), origin: { kind: 'source', place, written, illustrative: false } });
  });
}

/** «left == right» over these values. */
function holds(rule: string, values: Readonly<Record<string, string>>): boolean {
  const [left, right] = rule.split('==').map((one) => side(one.trim(), values)) as [Side, Side];
  return agree(left, right);
}

describe('counts', () => {
  it('agree exactly or not at all', () => {
    expect(holds('count1 == count2 + count3', { count1: '614', count2: '2', count3: '612' })).toBe(true);
    expect(holds('count1 == count2 + count3', { count1: '613', count2: '2', count3: '612' })).toBe(false);
  });

  it('have no slack; single figures have none where they are whole', () => {
    expect(toDecimalText(side('count1 + count2', { count1: '1', count2: '2' })!.slack)).toBe('0');
    expect(toDecimalText(side('single1', { single1: '486' })!.slack)).toBe('0');
    expect(toDecimalText(side('single1', { single1: '90.83' })!.slack)).toBe('0.005');
  });
});

describe('a rate of exact figures is what rounding half up prints', () => {
  const rate = (stated: string, part: string, whole: string): boolean => holds('rate1 == count2 / count3 * 100', { rate1: stated, count2: part, count3: whole });

  it('and nothing else', () => {
    expect(rate('89.69', '7718', '8605')).toBe(true);
    expect(rate('89.7', '7718', '8605')).toBe(false);
    expect(rate('89.68', '7718', '8605')).toBe(false);
  });

  it('half goes up, away from 0', () => {
    // 1/800 = 0,125 %.
    expect(rate('0.13', '1', '800')).toBe(true);
    expect(rate('0.12', '1', '800')).toBe(false);
    expect(holds('rate1 == count2 / count3 * 100 - 1', { rate1: '-0.88', count2: '1', count3: '800' })).toBe(true);
  });

  it('a value that matches only when cut off does not agree', () => {
    // 6/887 = 0,6764 %; 7/887 = 0,7891 %.
    expect(rate('0.68', '6', '887')).toBe(true);
    expect(rate('0.67', '6', '887')).toBe(false);
    expect(rate('0.78', '7', '887')).toBe(false);
  });

  it('Excel keeps more decimals than it shows: those are held against the exact rate', () => {
    expect(rate('89.692039512', '7718', '8605')).toBe(true);
    expect(rate('89.692139512', '7718', '8605')).toBe(false);
  });
});

describe('rounded figures', () => {
  it('may differ by 0,005 for each of them and no more', () => {
    const sum = (total: string): boolean => holds('rate1 == rate2 + rate3 + rate4', { rate1: total, rate2: '33.33', rate3: '33.33', rate4: '33.33' });
    expect(['99.98', '99.99', '100', '100.01'].map(sum)).toEqual([true, true, true, false]);
  });

  it('at four decimals by 0,00005 for each', () => {
    expect(holds('points1 == points2 + points3', { points1: '2.0002', points2: '1', points3: '1' })).toBe(false);
    expect(holds('points1 == points2 + points3', { points1: '2.0001', points2: '1', points3: '1' })).toBe(true);
  });

  it('a norm is exact, though it shows decimals', () => {
    expect(toDecimalText(side('norm1', { norm1: '9.5' })!.slack)).toBe('0');
    expect(holds('rate1 == rate2 / norm3 * 100', { rate1: '95.84', rate2: '9.1', norm3: '9.5' })).toBe(true);
    expect(holds('rate1 == rate2 / norm3 * 100', { rate1: '95.9', rate2: '9.1', norm3: '9.5' })).toBe(false);
  });

  it('half-up reaches its bound against an exact figure: 9,505 is printed 9,51', () => {
    expect(holds('norm1 == rate2', { norm1: '9.505', rate2: '9.51' })).toBe(true);
    expect(holds('norm1 == rate2', { norm1: '9.504', rate2: '9.51' })).toBe(false);
  });

  it('the slack of a quotient grows as its divisor shrinks', () => {
    const slack = (whole: string): number => side('rate1 / norm2 * 100', { rate1: '1', norm2: whole })!.slack.valueOf();
    expect(slack('10')).toBeCloseTo(0.05, 10);
    expect(slack('1')).toBeCloseTo(0.5, 10);
  });

  it('a figure used twice moves both places together', () => {
    expect(toDecimalText(side('rate1 - rate1', { rate1: '5' })!.slack)).toBe('0');
  });
});

describe('no side', () => {
  it('where a figure is absent', () => expect(side('count1 + count2', { count1: '1', count2: '' })).toBeUndefined());
  it('where it divides by 0', () => expect(side('count1 / count2', { count1: '1', count2: '0' })).toBeUndefined());
  it('where rounding alone could make its divisor 0', () => expect(side('count1 / (rate2 - count3 / count4)', { count1: '1', rate2: '0.01', count3: '1', count4: '200' })).toBeUndefined());
});

it('its words name each figure with cell and value, in signs of print', () => {
  expect(side('count1 * 100 / count2 - count3', { count1: '1234', count2: '5', count3: '6' })!.words).toBe('count1 (C1) 1.234 × 100 : count2 (C1) 5 − count3 (C1) 6');
  expect(side('count1', { count1: '1234' })!.words).toBe('«count1»');
});
