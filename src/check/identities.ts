/** Identities of a form, row by row: (3) = (4) + (5) + (6); shares recomputed from their own operands; differences as later minus earlier. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formRule } from '../statistics/derive.js';
import type { Row } from '../statistics/dataset.js';
import { toDecimalText } from '../statistics/exact.js';
import type { ExpressionName } from '../statistics/expression.js';
import type { Form, FormIdentity } from '../statistics/form.js';
import { likelyCause } from './likely-cause.js';
import { pairedCauses } from './paired-causes.js';
import { agree, basisOf, evaluateSide, figureIn, placesOf, printedLike, type NamedQuantity, type Side } from './side.js';
import type { CheckSubject } from './subject.js';

export function checkIdentities({ table: { form, items, source } }: CheckSubject): readonly Finding[] {
  // Totals of units are compared with the sums of their columns; a listed total is a row like others.
  // A heading has no figures, and a row of comparison holds differences, which keep no identity.
  const rows = form.rows === 'listed' ? items.filter(({ role }) => role !== 'group') : [...items, ...source.rows.filter(({ role }) => role === 'subtotal')];
  return form.identities.flatMap((identity) => checkIdentity(form, identity, rows));
}

function checkIdentity(form: Form, { rule, meaning }: FormIdentity, rows: readonly Row[]): readonly Finding[] {
  const [left, right] = rule.split('==').map((side) => formRule(form, side.trim())) as [ReturnType<typeof formRule>, ReturnType<typeof formRule>];
  // «Tổng số» of which group? Where headers repeat within a rule, the level above is said too.
  const ids = [...left.names, ...right.names].map(({ column }) => column);
  const headers = form.columns.filter(({ id }) => ids.includes(id)).map(({ path }) => path.at(-1)!);
  const levels = new Set(headers).size < headers.length ? 2 : 1;
  const broken = rows.flatMap((row) => {
    const find = (name: ExpressionName): NamedQuantity | undefined => figureIn(form, row, name.column, { levels });
    const stated = evaluateSide(left, find);
    const computed = evaluateSide(right, find);
    // An absent figure has its own finding; an identity over it says nothing.
    return stated && computed && !agree(stated, computed) ? [{ row, stated, computed }] : [];
  });
  const paired = pairedCauses(broken.map(({ row, stated, computed }) => ({ row: row.label, column: left.source, seen: stated.value, expected: computed.value })));
  const code = codeOf(right.source);
  return broken.map((one, index) => describe(code, one, rows.length - broken.length, meaning, paired[index]));
}

type RowCode = 'row-sum' | 'share-wrong' | 'difference-wrong';

function describe(
  code: RowCode,
  { row, stated, computed }: { row: Row; stated: Side; computed: Side },
  others: number,
  meaning: string | undefined,
  pairedCause: string | undefined,
): Finding {
  const [first, ...rest] = placesOf(stated);
  const expected = printedLike(stated, computed.value);
  const seen = printedLike(stated, stated.value);
  const statement = `${stated.words} ghi ${seen} nhưng ${computed.words} = ${expected}${meaning === undefined ? '' : ` (${meaning})`}`;
  const parts = computed.figures.map(({ name, quantity }) => ({ name, value: quantity.value }));
  const decimals = stated.decimals === undefined ? {} : { decimals: stated.decimals };
  return found(code, first ?? row.place, { row: row.label, statement, others }, {
    seen: toDecimalText(stated.value),
    expected: toDecimalText(computed.value, stated.decimals ?? 20),
    related: [...rest, ...placesOf(computed)],
    basis: basisOf(stated, computed),
    cause: pairedCause ?? likelyCause(stated.value, computed.value, { parts, ...decimals }),
  });
}

/** A share divides; a difference takes one figure from another. */
function codeOf(computed: string): RowCode {
  if (computed.includes('/')) return 'share-wrong';
  return /^\w+\s*-\s*\w+$/.test(computed) ? 'difference-wrong' : 'row-sum';
}
