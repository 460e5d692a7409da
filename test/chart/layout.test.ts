/** Axis, sizes and line breaks that the PDF and Word share. */
import { describe, expect, test } from 'vitest';
import { layoutChart, wrapBalanced } from '../../src/chart/layout.js';
import { axisNumber, valueAxis } from '../../src/chart/value-axis.js';
import type { ChartBlock } from '../../src/document/tree.js';
import { counts, fields, fieldsOfTwoYears, point, provinces, sampleChart } from '../support/sample-charts.js';

/** Every character half an em wide. */
const measure = (text: string, sizePt: number): number => text.length * sizePt * 0.5;

function withValues(values: readonly string[], change: Partial<ChartBlock> = {}): ChartBlock {
  return sampleChart({ kind: 'columns', categories: values.map((_, at) => `${at}`), series: [{ name: 'x', points: values.map((value) => point(value)) }], ...change });
}

describe('value axis', () => {
  test.each<[readonly string[], Partial<ChartBlock>, readonly string[]]>([
    [['81.55', '90.1'], { axis: { from: 0, to: 100 } }, ['0%', '20%', '40%', '60%', '80%', '100%']],
    [['81.55', '90.1'], { axis: { from: 60, to: 100 } }, ['60%', '70%', '80%', '90%', '100%']],
    [['12345', '6022'], { decimals: 0, suffix: '' }, ['0', '5.000', '10.000', '15.000']],
    [['3', '1'], { decimals: 0, suffix: '' }, ['0', '1', '2', '3']],
    [['0.9', '0.3'], { decimals: 2, suffix: '%' }, ['0,0%', '0,2%', '0,4%', '0,6%', '0,8%', '1,0%']],
    [['0.1', '0.3'], { decimals: 2, suffix: '' }, ['0,00', '0,10', '0,20', '0,30'].map((text) => text.slice(0, 3))],
    [['-4', '6'], { decimals: 0, suffix: '' }, ['-4', '-2', '0', '2', '4', '6']],
    [['0'], { decimals: 0, suffix: '' }, ['0', '1']],
  ])('%j with %j is numbered %j', (values, change, numbers) => {
    const chart = withValues(values, change);
    const axis = valueAxis(chart);
    const lines: string[] = [];
    for (let at = axis.from; at <= axis.to + axis.step / 1000; at += axis.step) lines.push(axisNumber(at, axis, chart.suffix));
    expect(lines).toEqual(numbers);
  });

  test('never ends where it begins', () => {
    for (const values of [['0'], ['5', '5'], ['-3']]) {
      const { from, to, step } = valueAxis(withValues(values));
      expect(to).toBeGreaterThan(from);
      expect(step).toBeGreaterThan(0);
    }
    expect(valueAxis(withValues(['5'], { axis: { from: 10, to: 10 } })).to).toBeGreaterThan(10);
  });
});

describe('names', () => {
  test('are wrapped before they are turned, and turned before they get too small', () => {
    const wide = layoutChart(fields(), 165, measure).names;
    expect(wide.turned).toBe(false);
    expect(wide.lines.every((lines, at) => lines.join(' ') === fields().categories[at])).toBe(true);
    const many = layoutChart(provinces('columns'), 165, measure).names;
    expect(many.turned).toBe(true);
    expect(many.sizePt).toBeGreaterThanOrEqual(6);
    const few = layoutChart(counts(), 165, measure).names;
    expect(few).toMatchObject({ turned: false, sizePt: 11 });
  });

  test('leave most of the drawing to the bars', () => {
    for (const chart of [provinces('bars'), provinces('columns'), fields(), fieldsOfTwoYears(), counts()]) {
      const { margins, widthPt, heightPt } = layoutChart(chart, 165, measure);
      expect((widthPt - margins.leftPt - margins.rightPt) / widthPt).toBeGreaterThan(0.5);
      expect((heightPt - margins.topPt - margins.bottomPt) / heightPt).toBeGreaterThan(0.4);
    }
  });

  test('are broken into lines about equal, at blanks only', () => {
    const width = (text: string): number => text.length;
    expect(wrapBalanced('một hai ba bốn', 12, width)).toEqual(['một hai', 'ba bốn']);
    expect(wrapBalanced('Công-tác-chỉ-đạo', 5, width)).toEqual(['Công-tác-chỉ-đạo']);
    expect(wrapBalanced('ngắn', 12, width)).toEqual(['ngắn']);
    expect(wrapBalanced('a\u00A0b c', 4, width)).toEqual(['a\u00A0b', 'c']);
  });
});

test('labels of neighbouring columns that would touch are turned', () => {
  expect(layoutChart(fields(), 165, measure).labels.turned).toBe(false);
  expect(layoutChart(fieldsOfTwoYears(), 165, measure).labels.turned).toBe(true);
  expect(layoutChart(provinces('bars'), 165, measure).labels.turned).toBe(false);
});
