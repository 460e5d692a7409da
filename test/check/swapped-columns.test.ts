/** How much must speak for an exchange of headers before a person is asked: each threshold at its edge, on rows made for it. */
import { expect, it } from 'vitest';
import { findSwappedColumns } from '../../src/check/swapped-columns.js';
import { deriveTable, type DerivedTable } from '../../src/statistics/derive.js';
import type { Row } from '../../src/statistics/dataset.js';
import { exact } from '../../src/statistics/exact.js';
import { readForm } from '../../src/statistics/read-form.js';

type Pair = readonly [number, number];

function table(pairs: readonly Pair[], rules: string): DerivedTable {
  const read = readForm('templates/forms/thu.yaml', `
id: thu
name: Thử
rows: { label: ten }
columns:
  - { id: ten, type: text, header: Tên }
  - { id: a, type: count, header: A }
  - { id: b, type: count, header: B }
${rules}`);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const place = { in: 'file', file: 'x.csv' } as const;
  const cell = (value: number) => ({ kind: 'number', quantity: { value: exact(value), origin: { kind: 'source', place, written: String(value), illustrative: false } } }) as const;
  const rows = pairs.map(([a, b], index): Row => ({ id: `r${index}`, label: `r${index}`, role: 'item', cells: { a: cell(a), b: cell(b) }, place }));
  return deriveTable(read.value, { form: 'thu', agency: 'a', period: { kind: 'month', year: 2021, month: 2 }, rows, place, illustrative: false }, []);
}

const isAsked = (rows: readonly { readonly before: Pair; readonly now: Pair }[], rules = ''): boolean =>
  findSwappedColumns({ now: table(rows.map(({ now }) => now), rules), before: table(rows.map(({ before }) => before), rules), names: { now: '', before: '' } }).length > 0;

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
/** 10 against 100, now the other way round. */
const exchanged = { before: [10, 100], now: [100, 10] } as const;
const kept = { before: [10, 100], now: [12, 90] } as const;
/** Not far apart: only the order is reversed. */
const close = { before: [60, 100], now: [100, 60] } as const;
/** Far apart, but both figures small. */
const small = { before: [0, 5], now: [5, 0] } as const;

it('three rows far apart, and at most one in six that stays', () => {
  expect(isAsked(times(3, exchanged))).toBe(true);
  expect(isAsked(times(2, exchanged))).toBe(false);
  expect(isAsked([...times(5, exchanged), kept])).toBe(true);
  expect(isAsked([...times(4, exchanged), kept])).toBe(false);
  expect(isAsked([...times(9, exchanged), kept, kept])).toBe(false);
});

it('rows close to each other or small say nothing alone', () => {
  expect(isAsked(times(9, close))).toBe(false);
  expect(isAsked(times(9, small))).toBe(false);
  expect(isAsked([...times(2, exchanged), ...times(7, small)])).toBe(false);
});

it('ten rows whose order is reversed throughout, with sums that a quarter sets apart', () => {
  expect(isAsked(times(10, close))).toBe(true);
  expect(isAsked([...times(10, close), { before: [60, 100], now: [60, 100] }])).toBe(false);
  expect(isAsked(times(10, { before: [90, 100], now: [100, 60] }))).toBe(false);
  expect(isAsked(times(10, { before: [60, 100], now: [100, 90] }))).toBe(false);
});

it('a figure below 0 has no order of size', () => {
  expect(isAsked(times(12, { before: [-60, -100], now: [-100, -60] }))).toBe(false);
});

it('a rule that the exchange would break speaks for the headers', () => {
  expect(isAsked(times(6, exchanged), 'ranges: [a >= b]')).toBe(false);
  expect(isAsked(times(6, exchanged), 'ranges: [b <= so_tinh * 1000]')).toBe(true);
  // A rule the rows break already has its own findings.
  expect(isAsked(times(6, exchanged), 'ranges: [a <= b]')).toBe(false);
  expect(isAsked(times(6, exchanged), 'identities: [a + b == 110]')).toBe(true);
});
