/** The rows below a found header → Table: units by name, codes as typed, totals and ratios set apart; all faults at once, and the table all the same. */
import { distance } from 'fastest-levenshtein';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Row, Table } from '../statistics/dataset.js';
import { keyColumn } from '../statistics/form.js';
import type { Period } from '../statistics/period.js';
import { nameKey, type Unit } from '../statistics/unit-list.js';
import { headerPlace, type FoundTable } from './found-table.js';
import { isIllustrativeRow, isMarkedIllustrative } from './illustrative.js';
import { createLister } from './list-rows.js';
import { createListedRowNamer } from './name-listed-row.js';
import { nameRow, type NamedRow } from './name-row.js';
import { describePlace } from '../finding/describe.js';
import { placeOf } from './raw-sheet.js';
import { readRow, type Addends } from './read-row.js';

export interface TableContext {
  readonly agency: string;
  readonly period: Period;
  /** First and last day of the period, ISO. Units are known by the names valid on the last. */
  readonly from: string;
  readonly to: string;
  readonly units: readonly Unit[];
}

/** Names proposed for an unknown unit. */
const MOST_PROPOSALS = 3;

/** Findings: unit-unknown, unit-missing, table-empty, row-twice, row-number-twice, subtotal-ignored, row-unnamed and those of `readFigure`. Rows that cannot be given to a unit or code are left out. */
export function readTable(table: FoundTable, context: TableContext): { table: Table; findings: readonly Finding[] } {
  const { sheet, form, match } = table;
  const { agency, period, units, to } = context;
  const keyAt = match.columns.get(keyColumn(form).id)!;
  const marked = isMarkedIllustrative(table);
  const findings: Finding[] = [];
  const rows = new Map<string, Row>();
  const mistyped = new Set<string>();
  let summaryBelow = false;
  let astray: string | undefined;
  let illustrative = false;
  const toTable = (): Table => ({ form: form.id, agency, period, rows: [...rows.values()], place: headerPlace(table), illustrative });

  const all = nameRows(table, units, to);
  const addends = addendsOf(all);
  for (const [number, named] of all) {
    // Behind a total below its rows a note ends the table; elsewhere it is a subtitle between them.
    if (named.kind === 'note' && summaryBelow) break;
    if (named.kind === 'note' || named.kind === 'blank') continue;

    const place = placeOf(sheet, number, keyAt);
    if (named.kind === 'group-sum') {
      findings.push(found('subtotal-ignored', place, { name: named.label, table: form.name }, { seen: named.label }));
      continue;
    }
    const rowIllustrative = isIllustrativeRow(table, number, marked);
    const [label, role] = named.kind === 'row' ? [named.label, named.role] : [named.kind === 'unknown' ? named.name : UNNAMED, 'item' as const];
    const reading = readRow(table, number, label, role, rowIllustrative, addends);
    findings.push(...reading.findings);
    if (named.kind === 'unnamed') {
      findings.push(found('row-unnamed', place, { table: form.name }));
      continue;
    }
    if (named.kind === 'unknown') {
      const { name, nearest = '' } = named;
      findings.push(found('unit-unknown', place, { name, nearest }, { seen: name, choices: nearestNames(name, units) }));
      mistyped.add(nearest);
      continue;
    }
    summaryBelow ||= rows.size > 0 && (role === 'total' || role === 'ratio');
    const first = rows.get(named.id);
    if (first) {
      // A code stands once; its description may stand before several.
      const name = form.rows === 'codes' ? `${named.id} (${label})` : label;
      findings.push(found('row-twice', place, { name, first: describePlace(first.place) }, { seen: label, related: [first.place] }));
      continue;
    }
    illustrative ||= rowIllustrative;
    const { parent, taken } = named;
    const other = taken === undefined ? undefined : rows.get(taken);
    // The rows behind a wrong number count on from it.
    if (other && astray !== (parent ?? '')) findings.push(found('row-number-twice', place, { name: label, other: other.label, first: describePlace(other.place) }, { seen: label, related: [other.place] }));
    astray = taken === undefined ? undefined : (parent ?? '');
    rows.set(named.id, { id: named.id, label, role, ...(parent === undefined ? {} : { parent }), cells: reading.cells, place });
  }

  if (form.rows === 'units') {
    const isEmpty = findings.every(({ code }) => code === 'figure-missing') && ![...rows.values()].some(({ cells }) => Object.values(cells).some(({ kind }) => kind === 'number'));
    if (isEmpty) return { table: toTable(), findings: [found('table-empty', headerPlace(table), { table: form.name })] };
    // A unit whose name is likely mistyped has its finding there: one fault, one finding.
    const missing = units.filter(({ id, name }) => !rows.has(id) && !mistyped.has(name));
    findings.push(...missing.map(({ name }) => found('unit-missing', headerPlace(table), { name }, { expected: name })));
  }
  return { table: toTable(), findings };
}

/** Every row of the table from the first to the last, with what it is; rows that stand for others become subtotals. */
function nameRows(table: FoundTable, units: readonly Unit[], date: string): readonly (readonly [number, NamedRow])[] {
  const { form, firstRow, lastRow } = table;
  const name =
    form.rows === 'listed' ? createListedRowNamer(table, createLister(form.listing!)) : (row: number) => nameRow(table, row, units, date);
  const named: (readonly [number, NamedRow])[] = [];
  for (let row = firstRow; row <= lastRow; row++) named.push([row, name(row)]);
  if (form.rows === 'units') return withGroupSums(named);
  const parents = new Set(named.map(([, one]) => (one.kind === 'row' ? one.parent : undefined)));
  return named.map(([row, one]) => [row, one.kind === 'row' && one.role === 'item' && parents.has(one.id) ? { ...one, role: 'subtotal' } : one]);
}

/** Of several totals the last is the table's; one with units of its own above and others below is the sum of a group. */
function withGroupSums(named: readonly (readonly [number, NamedRow])[]): readonly (readonly [number, NamedRow])[] {
  const is = (role: Row['role'], [, one]: readonly [number, NamedRow]): boolean => one.kind === 'row' && one.role === role;
  const lastTotal = named.findLastIndex((one) => is('total', one));
  let units = 0;
  return named.map((one, index) => {
    if (is('item', one)) units++;
    if (!is('total', one) || units === 0 || one[1].kind !== 'row') return one;
    const above = units;
    units = 0;
    const isLast = index === lastTotal || !named.slice(index + 1, lastTotal).some((below) => is('item', below));
    return above > 0 && !isLast ? [one[0], { kind: 'group-sum', label: one[1].label }] : one;
  });
}

/** Figures that can be given to nobody were added by the source all the same. */
function addendsOf(all: readonly (readonly [number, NamedRow])[]): Addends {
  const rowsOf = (adds: (one: NamedRow) => boolean): readonly number[] => all.filter(([, one]) => one.kind === 'unknown' || one.kind === 'unnamed' || adds(one)).map(([row]) => row);
  return [
    rowsOf((one) => one.kind === 'row' && one.role === 'item'),
    rowsOf((one) => one.kind === 'row' && one.role !== 'total' && one.role !== 'ratio' && one.parent === undefined),
  ];
}

/** How findings call a row that has no name. */
const UNNAMED = 'Dòng không tên';

function nearestNames(name: string, units: readonly Unit[]): readonly string[] {
  const key = nameKey(name);
  return units
    .map((unit) => ({ name: unit.name, steps: distance(key, nameKey(unit.name)) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, MOST_PROPOSALS)
    .map((near) => near.name);
}
