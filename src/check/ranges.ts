/** Bounds of a form, row by row: late ≤ settled, online ≤ received, rank ≤ number ranked, nothing above 100 %. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formRule } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { exact, toDecimalText, ZERO } from '../statistics/exact.js';
import type { ExpressionName } from '../statistics/expression.js';
import type { Form, FormRange } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { PROVINCES, provincesOn } from '../statistics/provinces.js';
import { likelyCause } from './likely-cause.js';
import { basisOf, evaluateSide, figureIn, placesOf, type NamedQuantity } from './side.js';
import type { CheckSubject } from './subject.js';

export function checkRanges({ table: { form, items, source }, date }: CheckSubject): readonly Finding[] {
  const rows = form.rows === 'listed' ? items.filter(({ role }) => role !== 'group') : [...items, ...source.rows.filter(({ role }) => role !== 'item' && role !== 'ratio')];
  return form.ranges.flatMap((range) => rows.flatMap((row) => checkRow(form, range, row, date)));
}

function checkRow(form: Form, { rule, meaning }: FormRange, row: Row, date: string): readonly Finding[] {
  const find = (name: ExpressionName): NamedQuantity | undefined => findFigure(form, row, name, date);
  const [left, right] = rule.split(/[<>]=?/).map((side) => evaluateSide(formRule(form, side.trim()), find));
  if (!left || !right) return [];
  const order = left.value.compare(right.value);
  const sign = /[<>]=?/.exec(rule)![0];
  const holds = { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[sign]!;
  if (holds) return [];
  const [place, ...rest] = [...placesOf(left), ...placesOf(right)];
  const [seen, bound] = [formatExact(left.value), formatExact(right.value)];
  return [
    found('out-of-range', place ?? row.place, { row: row.label, column: left.words, seen, relation: RELATIONS[sign]!, other: right.words, bound, meaning: meaning ?? '' }, {
      seen: toDecimalText(left.value),
      expected: `${sign} ${toDecimalText(right.value)}`,
      related: rest,
      basis: basisOf(left, right),
      cause: likelyCause(left.value, right.value),
    }),
  ];
}

/** What the broken relation demands. */
const RELATIONS: Readonly<Record<string, string>> = {
  '<': 'phải nhỏ hơn',
  '<=': 'không được lớn hơn',
  '>': 'phải lớn hơn',
  '>=': 'không được nhỏ hơn',
};

function findFigure(form: Form, row: Row, { column: id }: ExpressionName, date: string): NamedQuantity | undefined {
  if (id === PROVINCES) {
    const value = exact(provincesOn(date));
    const quantity = { value, origin: { kind: 'derivation', rule: PROVINCES, inputs: [] } } as const;
    return { quantity, name: 'số tỉnh, thành phố cả nước', decimals: 0, half: ZERO, cell: undefined };
  }
  return figureIn(form, row, id);
}
