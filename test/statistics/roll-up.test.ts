/** Months made into longer periods: what each kind of column becomes, over any figures, and what stays out. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkIdentities } from '../../src/check/identities.js';
import { sourceInputs, type Row, type Table } from '../../src/statistics/dataset.js';
import { deriveTable, quantityOf } from '../../src/statistics/derive.js';
import { exact, toDecimalText } from '../../src/statistics/exact.js';
import type { Form } from '../../src/statistics/form.js';
import { brokenTiling, followingPeriod, monthsOfPeriod, parsePeriod, partsOfPeriod, type Period } from '../../src/statistics/period.js';
import { formatPeriodId } from '../../src/statistics/period.js';
import { readForm } from '../../src/statistics/read-form.js';
import { isRolledUp, rollUp, type RollUpPart } from '../../src/statistics/roll-up.js';
import { loadForm } from '../check/months.js';
import { chainedMonths, COLUMNS, expectedPeriod, type Moves, type MonthRow } from '../support/chained-months.js';
import { givenForm, givenTable, type GivenRow } from '../template/small-document.js';

const RESULTS = loadForm('ket-qua-giai-quyet');
const OTHERS = loadForm('so-lieu-khac');
const UNITS = [{ id: 'a', name: 'Sở A', aliases: [] }, { id: 'b', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: [] }, { id: 'c', name: 'Sở C', aliases: [{ name: 'Sở Cũ', to: '2021-02-28' }] }];
const YEAR: Period = { kind: 'year', year: 2021 };

const monthOf = (index: number): Period => ({ kind: 'month', year: 2021, month: index + 1 });
const part = (table: Table, period: Period): RollUpPart => ({ table: { ...table, period }, to: `2021-${String(period.kind === 'month' ? period.month : 12).padStart(2, '0')}-15` });
const parts = (form: Form, months: readonly (readonly GivenRow[])[], illustrative: readonly number[] = []): readonly RollUpPart[] =>
  months.map((rows, index) => part(givenTable(form, rows, illustrative.includes(index)), monthOf(index)));
const target = (period: Period): Pick<Table, 'period' | 'place'> => ({ period, place: { in: 'file', file: `data/co-quan/${formatPeriodId(period)}` } });
const rolled = (form: Form, months: readonly RollUpPart[], period: Period = YEAR) => rollUp(form, months, target(period), UNITS);

/** Figures of a row in plain text; undefined where a cell has none. */
const figures = (form: Form, row: Row): Record<string, string | undefined> =>
  Object.fromEntries(form.columns.filter(({ type }) => type === 'count' || type === 'number').map(({ id }) => {
    const quantity = quantityOf(row.cells[id]);
    return [id, quantity && toDecimalText(quantity.value)];
  }));
const tableFigures = (form: Form, { rows }: Table): Record<string, unknown> => Object.fromEntries(rows.map((row) => [row.id, figures(form, row)]));

const count = fc.nat(3000);
const moves: fc.Arbitrary<Moves> = fc.record({ received: count, early: count, onTime: fc.nat(40), late: fc.nat(20), returned: fc.nat(9), pendingLate: fc.nat(50), online: count });
/** Twelve months of some units. */
const year = fc.array(fc.record({ opening: count, months: fc.array(moves, { minLength: 12, maxLength: 12 }) }), { minLength: 1, maxLength: 4 })
  .map((units) => units.map(({ opening, months }) => chainedMonths(opening, months)));
const toMonths = (units: readonly (readonly MonthRow[])[]): readonly RollUpPart[] =>
  parts(RESULTS, Array.from({ length: 12 }, (_, month) => units.map((rows, index) => ({ id: `u${index}`, label: `Sở ${index}`, figures: rows[month]! }))));

describe('any year of any units', () => {
  test('flows are summed, openings the first, closings the last, nhan_tong the opening and what came', () => {
    fc.assert(fc.property(year, (units) => {
      const { table } = rolled(RESULTS, toMonths(units));
      const expected = units.map((rows, index) => [`u${index}`, { ...Object.fromEntries(Object.entries(expectedPeriod(rows)).map(([id, value]) => [id, String(value)])), muc_3_4: undefined }]);
      expect(tableFigures(RESULTS, table)).toEqual(Object.fromEntries(expected));
    }), { numRuns: 60 });
  });

  test('every identity of the form holds', () => {
    fc.assert(fc.property(year, (units) => {
      const table = deriveTable(RESULTS, rolled(RESULTS, toMonths(units)).table, units.map((_, index) => `u${index}`));
      expect(checkIdentities({ table, units: [], date: '2021-12-15', codes: [], named: [] })).toEqual([]);
      expect(Object.keys(table.total).sort()).toEqual(COLUMNS.filter((id) => id !== 'muc_3_4').sort());
    }), { numRuns: 30 });
  });

  test('by quarters and half-years it is the same as by months', () => {
    fc.assert(fc.property(year, (units) => {
      const months = toMonths(units);
      const ofPeriod = (period: Period): RollUpPart => {
        if (period.kind === 'month') return months[period.month - 1]!;
        return part(rollUp(RESULTS, partsOfPeriod(period).map(ofPeriod), target(period), UNITS).table, period);
      };
      const byQuarters = tableFigures(RESULTS, ofPeriod(YEAR).table);
      expect(byQuarters).toEqual(tableFigures(RESULTS, rolled(RESULTS, months).table));
      expect(tableFigures(RESULTS, ofPeriod({ kind: 'nine-months', year: 2021 }).table)).toEqual(tableFigures(RESULTS, rolled(RESULTS, months.slice(0, 9)).table));
    }), { numRuns: 30 });
  });

  test('a ratio is computed from the unrounded figures of the period', () => {
    fc.assert(fc.property(year, (units) => {
      const { ratio } = deriveTable(RESULTS, rolled(RESULTS, toMonths(units)).table, units.map((_, index) => `u${index}`));
      const all = units.map(expectedPeriod);
      const sum = (id: keyof (typeof all)[number]): number => all.reduce((total, row) => total + row[id], 0);
      if (sum('nhan_tong') === 0) expect(ratio['gq_tong']).toBeUndefined();
      else expect(ratio['gq_tong']!.value.equals(exact(sum('gq_tong')).mul(100).div(exact(sum('nhan_tong'))))).toBe(true);
      expect(ratio['muc_3_4']).toBeUndefined();
    }), { numRuns: 30 });
  });
});

describe('the way back', () => {
  const row = (figure: number): GivenRow => ({ id: 'a', label: 'Sở A', figures: Object.fromEntries(COLUMNS.map((id) => [id, figure])) });
  const { table } = rolled(RESULTS, parts(RESULTS, [[row(1)], [row(2)], [row(3)]], [1]));
  const quantity = (id: string) => quantityOf(table.rows[0]!.cells[id])!;

  it('reaches the cell of every month a figure rests on', () => {
    expect(sourceInputs(quantity('nhan_moi')).map(({ value }) => toDecimalText(value))).toEqual(['1', '2', '3']);
    expect(quantity('nhan_moi').origin).toMatchObject({ kind: 'derivation', rule: 'sum(nhan_moi)' });
    expect(sourceInputs(quantity('nhan_ky_truoc')).map(({ value }) => toDecimalText(value))).toEqual(['1']);
    expect(sourceInputs(quantity('dang_qua_han')).map(({ value }) => toDecimalText(value))).toEqual(['3']);
    expect(quantity('nhan_tong').origin).toMatchObject({ kind: 'derivation', rule: 'nhan_ky_truoc + nhan_moi' });
    expect(sourceInputs(quantity('nhan_tong'))).toHaveLength(4);
  });

  it('keeps the mark of illustrative figures, of the table and of the cells that rest on them', () => {
    expect(table.illustrative).toBe(true);
    const marked = (id: string): boolean => sourceInputs(quantity(id)).some(({ origin }) => origin.kind === 'source' && origin.illustrative);
    expect(['nhan_moi', 'nhan_tong', 'nhan_ky_truoc', 'dang_tong'].map(marked)).toEqual([true, true, false, false]);
  });
});

describe('what stays out', () => {
  const unit = (id: string): GivenRow => ({ id, label: `Sở ${id}`, figures: Object.fromEntries(COLUMNS.map((column) => [column, 1])) });

  it('a row that a month lacks, named with the month', () => {
    const { table, left } = rolled(RESULTS, parts(RESULTS, [[unit('a')], [unit('a'), unit('b')], [unit('b')]]));
    expect(table.rows).toEqual([]);
    expect(left.flatMap((one) => (one.what === 'partial' ? [[one.row.id, one.lacking.map(formatPeriodId)]] : []))).toEqual([['a', ['2021-03']], ['b', ['2021-01']]]);
  });

  it('a sum with an absent figure: absent, not less', () => {
    const gap = unit('a');
    const { nhan_moi: _, ...others } = gap.figures as Record<string, number>;
    const { table } = rolled(RESULTS, parts(RESULTS, [[unit('a')], [{ ...gap, figures: others }]]));
    expect(figures(RESULTS, table.rows[0]!)).toMatchObject({ nhan_moi: undefined, nhan_tong: undefined, gq_tong: '2', nhan_ky_truoc: '1' });
  });

  it('a column that the months do not tell, named', () => {
    const { left } = rolled(RESULTS, parts(RESULTS, [[unit('a')], [unit('a')]]));
    expect(left.map((one) => (one.what === 'column' ? one.column.id : one.what))).toEqual(['muc_3_4']);
  });
});

describe('single figures', () => {
  const figure = (id: string, gia_tri: number, ghi_chu = '', don_vi_tinh = 'đơn vị'): GivenRow => ({ id, label: id, figures: { gia_tri }, texts: { don_vi_tinh, ...(ghi_chu === '' ? {} : { ghi_chu }) } });

  it('are summed where the form says so, and their remarks left out', () => {
    const { table } = rolled(OTHERS, parts(OTHERS, [[figure('cccd', 1204, 'máy hỏng hai ngày', 'hồ sơ')], [figure('cccd', 1699, '', 'hồ sơ')]]));
    expect(figures(OTHERS, table.rows[0]!)).toEqual({ gia_tri: '2903' });
    expect(table.rows[0]!.cells['ghi_chu']).toBeUndefined();
  });

  it('count different units once, whatever they were called', () => {
    const months = [[figure('niem_yet', 2, 'Sở A, Sở Cũ')], [figure('niem_yet', 0)], [figure('niem_yet', 3, 'Sở Văn hóa, Thể thao và Du lịch, Sở C; Sở Lạ')]];
    const { table, left } = rolled(OTHERS, parts(OTHERS, months));
    expect(left).toEqual([]);
    expect(figures(OTHERS, table.rows[0]!)).toEqual({ gia_tri: '4' });
    expect(table.rows[0]!.cells['ghi_chu']).toMatchObject({ text: 'Sở A; Sở C; Sở Văn hóa, Thể thao và Du lịch; Sở Lạ' });
    expect(sourceInputs(quantityOf(table.rows[0]!.cells['gia_tri'])!)).toHaveLength(3);
  });

  it.each([
    ['undeclared', [[figure('la', 1)], [figure('la', 2)]]],
    ['measure', [[figure('cccd', 1, '', 'hồ sơ')], [figure('cccd', 2, '', 'lượt')]]],
    ['names', [[figure('niem_yet', 2, 'Sở A')], [figure('niem_yet', 0)]]],
    ['partial', [[figure('cccd', 1)], []]],
  ])('are left out and told: %s', (what, months) => {
    const { table, left } = rolled(OTHERS, parts(OTHERS, months as readonly (readonly GivenRow[])[]));
    expect(table.rows).toEqual([]);
    expect(left.map((one) => one.what)).toEqual([what]);
  });
});

describe('the declaration', () => {
  const HEAD = 'id: bieu\nname: Biểu\nrows: units\ncolumns:\n  - { id: don_vi, type: unit, header: Đơn vị }\n';

  it('follows from continuity, formula and type where nothing is said', () => {
    const over = Object.fromEntries(RESULTS.columns.map((column) => [column.id, column.over]));
    expect(over).toMatchObject({ stt: 'none', nhan_tong: 'computed', nhan_ky_truoc: 'opening', nhan_moi: 'flow', gq_tong: 'flow', dang_tong: 'closing', dang_con_han: 'closing', dang_qua_han: 'closing', truc_tuyen: 'flow', muc_3_4: 'none' });
    const form = givenForm(`${HEAD}  - { id: a, type: count, header: A }\n  - { id: hang, type: count, header: Hạng, adds: none }\n  - { id: tb, type: decimal, header: Trung bình, adds: mean }\n  - { id: gap_doi, type: decimal, header: Gấp đôi, formula: a * 2 }\n`);
    expect(form.columns.map(({ over: one }) => one)).toEqual(['none', 'flow', 'none', 'none', 'computed']);
    const { table } = rolled(form, parts(form, [1, 2].map((a) => [{ id: 'a', label: 'A', figures: { a, hang: a, tb: a } }])));
    expect(['a', 'hang', 'tb', 'gap_doi'].map((id) => quantityOf(table.rows[0]!.cells[id])?.value.toString())).toEqual(['3', undefined, undefined, '6']);
  });

  it('is refused where nothing states a computed column, and codesOver outside tables of codes', () => {
    const refused = (text: string): readonly string[] => readForm('templates/forms/bieu.yaml', text).findings.map(({ message }) => message);
    expect(refused(`${HEAD}  - { id: a, type: count, header: A, over: computed }\n`).join()).toContain('over: computed');
    expect(refused(`${HEAD}  - { id: a, type: count, header: A }\ncodesOver: { a: flow }\n`).join()).toContain('codesOver');
  });

  it('leaves listed, gathered and joined tables, and counts of open files, to the period itself', () => {
    const told = ['ket-qua-giai-quyet', 'muc-do-hai-long', 'so-lieu-khac', 'phu-luc-1', 'qua-han-linh-vuc', 'doi-chieu-tre-han', 'tre-han-cong-quoc-gia', 'xep-hang-par-index'].filter((id) => isRolledUp(loadForm(id)));
    expect(told).toEqual(['ket-qua-giai-quyet', 'muc-do-hai-long', 'so-lieu-khac']);
  });
});

describe('periods', () => {
  const read = (id: string): Period => parsePeriod(id)!;

  it.each([['2021-Q2', 3, '2021-04', '2021-06'], ['2021-H2', 6, '2021-07', '2021-12'], ['2021-9M', 9, '2021-01', '2021-09'], ['2021', 12, '2021-01', '2021-12']])('%s has %i months', (id, length, first, last) => {
    const months = monthsOfPeriod(read(id)).map(formatPeriodId);
    expect([months.length, months[0], months.at(-1)]).toEqual([length, first, last]);
    expect(months).toEqual(months.toSorted());
  });

  it('tile where the cut-offs meet, and are told where days are left out or counted twice', () => {
    const months = monthsOfPeriod(read('2021-Q1'));
    const broken = (fromDay: number, toDay: number): string | undefined => {
      const pair = brokenTiling(months, { fromDay, toDay });
      return pair && `${formatPeriodId(pair.before)} ${formatPeriodId(pair.after)}`;
    };
    expect([broken(16, 15), broken(15, 14), brokenTiling(monthsOfPeriod(YEAR), 'calendar-month')]).toEqual([undefined, undefined, undefined]);
    expect([broken(20, 15), broken(10, 15), broken(31, 30)]).toEqual(['2021-01 2021-02', '2021-01 2021-02', '2021-02 2021-03']);
  });

  it('are followed by what is planned next: after nine months the last quarter', () => {
    expect(['2021-12', '2021-Q4', '2021-H1', '2021-9M', '2021'].map((id) => formatPeriodId(followingPeriod(read(id))))).toEqual(['2022-01', '2022-Q1', '2021-H2', '2021-Q4', '2022']);
  });
});
