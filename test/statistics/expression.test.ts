import { describe, expect, it } from 'vitest';
import { exact, toDecimalText, type Exact } from '../../src/statistics/exact.js';
import { compileExpression } from '../../src/statistics/expression.js';

const scope = { columns: ['a', 'b'], tables: { hl: ['tong'] } };
const values: Record<string, Exact> = { a: exact(1), b: exact(3), 'hl.tong': exact(5) };

function evaluate(source: string): unknown {
  const compiled = compileExpression(source, scope);
  if (!compiled.ok) return compiled.reason;
  const result = compiled.expression.evaluate(({ table, column }) => values[table ? `${table}.${column}` : column]!);
  return typeof result === 'object' ? toDecimalText(result) : result;
}

describe('formulas', () => {
  it('computes on fractions, not on rounded numbers', () => {
    expect(evaluate('a / b * 3')).toBe('1');
    expect(evaluate('hl.tong / b * 100')).toBe('166.66666666666666666667');
    expect(evaluate('100 - a')).toBe('99');
    expect(evaluate('a + b == 4')).toBe(true);
  });

  it('is undefined where it divides by zero', () => {
    expect(evaluate('a / (b - 3)')).toBeUndefined();
  });

  it.each(['a + c', 'hl.khac / a', 'a + ', 'a + "x"', 'size(a)', 'a ? b : a', 'a.b'])('refuses «%s» before it runs', (source) => {
    expect(compileExpression(source, scope).ok).toBe(false);
  });

  it('names the columns it rests on, each once', () => {
    const compiled = compileExpression('(a + b) / a + hl.tong', scope);
    expect(compiled.ok && compiled.expression.names).toEqual([{ column: 'a' }, { column: 'b' }, { table: 'hl', column: 'tong' }]);
  });
});
