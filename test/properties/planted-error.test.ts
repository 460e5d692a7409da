/** One random error in a correct table is named: its cell, or its row and the total of its column. And rounding alone never is. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTable } from '../../src/check/check.js';
import type { Finding } from '../../src/finding/finding.js';
import type { Place } from '../../src/finding/place.js';
import type { Row } from '../../src/statistics/dataset.js';
import type { DerivedTable } from '../../src/statistics/derive.js';
import { exact, roundHalfUp, toFixedText, ZERO, type Exact } from '../../src/statistics/exact.js';
import { numericColumns, type FormColumn } from '../../src/statistics/form.js';
import { loadMonths } from '../check/months.js';
import { smallTable, subjectOf } from '../check/small-table.js';
import { loadCleanAnnual, loadForms } from '../support/clean-annual.js';
import { placeOf, valueIn, withChanges } from '../support/planted-cells.js';

const SEED = 20221214;
/** Below this many units of the last decimal rounding may hide an error: 0,5 for each of ten parts, and as much again in the table itself. */
const HIDDEN_UNITS = 10;

const tables = new Map<string, DerivedTable>();

beforeAll(async () => {
  const [, february] = await loadMonths();
  for (const table of [february.results, february.satisfaction, ...(await loadCleanAnnual(loadForms()))]) tables.set(table.form.id, table);
});

const check = (table: DerivedTable): readonly Finding[] => checkTable(subjectOf(table));

interface Target {
  readonly row: Row;
  readonly column: FormColumn;
}

/** Columns that an identity speaks of. */
function identified({ form }: DerivedTable): readonly string[] {
  return form.identities.flatMap(({ rule }) => rule.match(/[a-z][a-z0-9_]*/g) ?? []);
}

/** Cells of the source that some rule covers: an identity of the row, or the sums of the column. */
function targets(table: DerivedTable): readonly Target[] {
  const covered = numericColumns(table.form).filter(({ id, adds }) => adds !== 'none' || identified(table).includes(id));
  return table.source.rows.flatMap((row) => covered.filter(({ id }) => valueIn(row, id)).map((column) => ({ row, column })));
}

/** What a hurried hand makes of a figure: digits exchanged, one lost, a 0 too many, the sign lost, a little more or less. */
function slips(value: Exact, { decimals, exact: counted }: FormColumn, more: number): readonly Exact[] {
  const unit = exact(1).div(exact(10n ** BigInt(decimals)));
  const digits = String(roundHalfUp(value, decimals).scaled);
  const typed = [
    ...[...digits].slice(1).map((digit, at) => digits.slice(0, at) + digit + digits[at]! + digits.slice(at + 2)),
    ...[...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1)).filter((text) => text !== ''),
    `${digits}0`,
  ].map((text) => exact(text).mul(unit).mul(value.s < 0n ? -1 : 1));
  const least = unit.mul(counted || decimals === 0 ? 1 : HIDDEN_UNITS);
  const wrong = [...typed, value.add(unit.mul(more)), value.sub(unit.mul(more)), value.neg()];
  return wrong.filter((one) => (value.compare(ZERO) < 0 || one.compare(ZERO) >= 0) && one.sub(value).abs().compare(least) >= 0);
}

describe.each([
  ['ket-qua-giai-quyet', 400],
  ['muc-do-hai-long', 150],
  ['phu-luc-2', 150],
  ['tieu-chi-xhh', 300],
  ['chi-so-thanh-phan', 300],
] as const)('%s', (form, numRuns) => {
  it('is clean', () => expect(check(tables.get(form)!)).toEqual([]));

  it('one wrong figure is named', () => {
    const table = tables.get(form)!;
    const cells = targets(table);
    const covered = identified(table);
    fc.assert(
      fc.property(fc.nat(cells.length - 1), fc.nat(1000), fc.integer({ min: 1, max: 500 }), (at, slip, more) => {
        const { row, column } = cells[at]!;
        const wrong = slips(valueIn(row, column.id)!, column, more);
        fc.pre(wrong.length > 0);
        const findings = check(withChanges(table, [{ form, row: row.id, column: column.id, value: wrong[slip % wrong.length]! }]));
        const named = new Set(findings.flatMap(({ place, related }) => [place, ...related]).map(placeText));
        const total = table.source.rows.find(({ role }) => role === 'total');
        const rowNamed = numericColumns(table.form).some(({ id }) => named.has(placeText(placeOf(row, id))));
        const totalNamed = total !== undefined && named.has(placeText(placeOf(total, column.id)));
        // In a column that no identity of the row speaks of only its total can tell.
        const crossing = totalNamed && (rowNamed || !covered.includes(column.id));
        expect(named.has(placeText(placeOf(row, column.id))) || crossing, `${row.label}, ${column.id}: ${findings.map(({ message }) => message).join(' ')}`).toBe(true);
      }),
      { numRuns, seed: SEED },
    );
  });
});

function placeText(place: Place): string {
  return JSON.stringify(place);
}

describe('rounding', () => {
  const figure = fc.tuple(fc.integer({ min: -5_000_000, max: 50_000_000 }), fc.integer({ min: 0, max: 6 })).map(([digits, decimals]) => exact(digits).div(exact(10n ** BigInt(decimals))));
  const parts = fc.array(figure, { minLength: 2, maxLength: 12 });
  const places = fc.integer({ min: 1, max: 4 });
  const sum = (values: readonly Exact[]): Exact => values.reduce((total, one) => total.add(one), ZERO);

  /** As rows below their total, and as columns beside it. */
  function alarms(stated: string, written: readonly string[], decimals: number): readonly string[] {
    const rows = smallTable(`
id: dong
name: A
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: diem, type: decimal, header: Điểm, decimals: ${decimals}, adds: sum }
total: { label: Tổng }
`, { ...Object.fromEntries(written.map((part, index) => [`d${index}`, ['x', part]])), total: ['Tổng', stated] });
    const ids = written.map((_, index) => `p${index}`);
    const columns = smallTable(`
id: cot
name: A
rows: { label: ten, key: [ten] }
columns:
  - { id: ten, type: text, header: Tên }
${['tong', ...ids].map((id) => `  - { id: ${id}, type: decimal, header: ${id}, decimals: ${decimals} }`).join('\n')}
identities: [tong == ${ids.join(' + ')}]
`, { x: ['x', stated, ...written] });
    return [rows, columns].map((table) => check(table).map(({ code }) => code).join());
  }

  it('of exact parts and of their total is never flagged', () => {
    fc.assert(
      fc.property(parts, places, (values, decimals) => {
        expect(alarms(toFixedText(sum(values), decimals), values.map((value) => toFixedText(value, decimals)), decimals)).toEqual(['', '']);
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it('a total further off than half a unit for each part and itself always is', () => {
    fc.assert(
      fc.property(parts, places, fc.nat(3), fc.boolean(), (values, decimals, beyond, up) => {
        const written = values.map((value) => toFixedText(value, decimals));
        const units = Math.ceil((values.length + 1) / 2) + beyond;
        const off = exact(units).div(exact(10n ** BigInt(decimals))).mul(up ? 1 : -1);
        expect(alarms(toFixedText(sum(written.map((one) => exact(one))).add(off), decimals), written, decimals)).toEqual(['total-wrong', 'row-sum']);
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});
