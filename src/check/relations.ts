/** One quantity in several tables has one value: the relations that forms declare, over every table of the period. */
import { capitalise } from '../finding/capitalise.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { exact, toDecimalText, toFixedText, type Exact } from '../statistics/exact.js';
import { compileExpression, type Expression, type ExpressionName, type ExpressionScope } from '../statistics/expression.js';
import type { Form, FormRelation } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { likelyCause } from './likely-cause.js';
import { agree, basisOf, evaluateSide, placesOf, printedLike, type Side } from './side.js';
import { matchingRows } from '../statistics/row-pattern.js';
import { findCell, type TableSet } from './table-cells.js';

/** An equality, or a bound: a part is no more than its whole. */
const SIGN = /==|<=/;

/** What is wrong with the relations of a form: names of forms or columns that are not there. */
export function faultyRelations({ relations, shares }: Form, scope: ExpressionScope): readonly { readonly relation: string; readonly reason: string }[] {
  const sides = [...relations.flatMap(({ rule, otherwise }) => [...rule.split(SIGN), ...(otherwise === undefined ? [] : [otherwise])]), ...shares.map(({ base }) => base)];
  return sides.flatMap((side) => {
    const result = compileExpression(side.trim(), scope);
    return result.ok ? [] : [{ relation: side.trim(), reason: result.reason }];
  });
}

/** `scope`: the cells of all forms. A relation whose tables are not all there says nothing. */
export function checkRelations(tables: TableSet, scope: ExpressionScope): readonly Finding[] {
  return [...tables.values()].flatMap(({ form }) => form.relations.flatMap((relation) => checkRelation(relation, tables, scope)));
}

function checkRelation({ rule, meaning, severity, otherwise, mayLack }: FormRelation, tables: TableSet, scope: ExpressionScope): readonly Finding[] {
  const [left, right] = rule.split(SIGN).map((side) => compile(side.trim(), scope)) as [Expression, Expression];
  const names = [...left.names, ...right.names];
  if (names.some(({ table }) => !tables.has(table!))) return [];
  const absent = names.filter((name) => isRowAbsent(tables, name));
  if (absent.length > 0) {
    const place = tables.get(absent[0]!.table!)!.source.place;
    return mayLack || absent.some(({ table }) => tables.get(table!)!.form.rows === 'codes')
      ? []
      : [found('relation-unchecked', place, { meaning, rows: absent.map(({ row }) => `«${row!}»`).join(', ') })];
  }
  const find = (name: ExpressionName) => findCell(tables, name);
  const [stated, computed] = [evaluateSide(left, find), evaluateSide(right, find)];
  if (!stated || !computed) return [];
  const bound = rule.includes('<=');
  if (bound ? stated.value.compare(computed.value) <= 0 : agree(stated, computed)) return [];
  const [place = tables.get(names[0]!.table!)!.source.place, ...others] = [...placesOf(stated), ...placesOf(computed)];
  const params = { meaning, left: stated.words, seen: printedLike(stated, stated.value), right: computed.words, expected: printedLike(stated, computed.value) };
  if (bound) {
    const words = { row: capitalise(meaning), column: stated.words, seen: params.seen, relation: 'không được lớn hơn', other: computed.words, bound: params.expected, meaning: '' };
    return [found('out-of-range', place, words, { seen: toDecimalText(stated.value), expected: `<= ${toDecimalText(computed.value)}`, related: others, basis: basisOf(stated, computed) })];
  }
  const other = otherwise === undefined ? undefined : evaluateSide(compile(otherwise, scope), find);
  return [
    found('figures-disagree', place, { ...params, ...(severity === 'note' ? { published: true } : {}) }, {
      severity,
      seen: toDecimalText(stated.value),
      expected: toDecimalText(computed.value, stated.decimals ?? 20),
      related: others,
      basis: basisOf(stated, computed),
      // Of a value that is only said to differ nobody asks how it came about.
      cause: severity === 'note' ? undefined : (otherCause(stated, other) ?? causeOf(stated, computed)),
    }),
  ];
}

/** The value stated is what the other way gives, rounded or cut. */
function otherCause(stated: Side, other: Side | undefined): string | undefined {
  if (!other || stated.decimals === undefined) return undefined;
  const way = `${other.words} = ${formatExact(roundedAt(other.value, stated.decimals + 2))}`;
  if (roundedAt(other.value, stated.decimals).equals(stated.value)) return `tính theo cách khác: ${way}`;
  const slip = likelyCause(stated.value, other.value, { decimals: stated.decimals });
  return slip === undefined ? undefined : `tính theo cách khác: ${way}; rồi ${slip}`;
}

function causeOf(stated: Side, computed: Side): string | undefined {
  const parts = computed.figures.map(({ name, quantity }) => ({ name, value: quantity.value }));
  return likelyCause(stated.value, computed.value, { parts, ...(stated.decimals === undefined ? {} : { decimals: stated.decimals }) });
}

function roundedAt(value: Exact, decimals: number): Exact {
  return exact(toFixedText(value, decimals));
}

function isRowAbsent(tables: TableSet, { table, row }: ExpressionName): boolean {
  return matchingRows(tables.get(table!)!.items, row ?? '').length === 0;
}

const compiled = new Map<string, Expression>();

/** Forms were checked when the workspace was read, so a side that fails here is our own bug. */
function compile(side: string, scope: ExpressionScope): Expression {
  const known = compiled.get(side);
  if (known) return known;
  const result = compileExpression(side, scope);
  if (!result.ok) throw new Error(result.reason);
  compiled.set(side, result.expression);
  return result.expression;
}
