/** Tables of a quarter, half-year, nine months or year made up from those of its months: which parts there are, whether they may be used, and what cannot be told. Apart from document-tables.ts, since a comparison and a check of the period need the same. */
import { checkContinuity } from '../check/continuity.js';
import { checkRollUpMismatch } from '../check/roll-up-mismatch.js';
import { applyWaivers } from '../check/waivers.js';
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import type { Place } from '../finding/place.js';
import type { Waiver } from '../finding/waiver.js';
import { deriveTable, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { formatDate } from '../statistics/format-figure.js';
import { brokenTiling, partsOfPeriod, periodDates, type Period } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import { isRolledUp, rollUp, type LeftOut } from '../statistics/roll-up.js';
import type { Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { correctionsOf } from './correct-tables.js';
import { deriveTables, soundTables, tableReads, unreadPlace } from './period-tables.js';
import { periodFolder, type PeriodReader, type PeriodSources } from './read-period.js';

export interface RolledForm {
  readonly form: Form;
  /** undefined where the period received the table itself, or its parts do not make one. */
  readonly table?: DerivedTable;
  /** A table of a part that is in error, or a file that may hold it. */
  readonly faulty?: Place;
  readonly findings: readonly Finding[];
}

export interface RolledTables {
  /** Forms of which some part holds a table. */
  readonly forms: readonly RolledForm[];
  /** Of every part looked at, the absent ones too: a month that comes later makes the document stale. */
  readonly reads: Reads;
  /** Of the ledger, for the corrections of one form in every part. */
  readonly correctionReads: (form: string) => Reads;
}

/** Findings about these forms. */
export function findingsOf({ forms }: RolledTables, wanted: readonly string[]): readonly Finding[] {
  return forms.filter(({ form }) => wanted.includes(form.id)).flatMap(({ findings }) => findings);
}

export function isSoundRollUp({ findings }: RolledForm, waivers: readonly Waiver[]): boolean {
  return !hasError(applyWaivers(findings, waivers));
}

/** Tables to compare with, or to do without. */
export function soundRollUps({ forms }: RolledTables, waivers: readonly Waiver[]): readonly DerivedTable[] {
  return forms.filter((one) => isSoundRollUp(one, waivers)).flatMap(({ table }) => table ?? []);
}

interface Part {
  readonly period: Period;
  readonly sources: PeriodSources;
  readonly sound: readonly DerivedTable[];
  /** The first error of the period that is no table's own: which of its files hold is then not known. */
  readonly fault: Place | undefined;
}

export async function rolledTables(agency: Agency, period: Period, forms: readonly Form[], readPeriod: PeriodReader, waivers: readonly Waiver[]): Promise<RolledTables> {
  if (period.kind === 'month') return { forms: [], reads: {}, correctionReads: () => ({}) };
  const wanted = forms.filter(isRolledUp);
  const parts = new Map<string, Part>();
  const visit = async (one: Period): Promise<void> => {
    for (const part of partsOfPeriod(one)) {
      const sources = await readPeriod(agency, part);
      const fault = applyWaivers(sources.findings, waivers).find((finding) => hasError([finding]))?.place;
      parts.set(periodFolder(agency.id, part), { period: part, sources, fault, sound: soundTables(sources, forms, agency, part, waivers) });
      await visit(part);
    }
  };
  await visit(period);
  const partOf = (one: Period): Part => parts.get(periodFolder(agency.id, one))!;
  const own = deriveTables(await readPeriod(agency, period), forms, agency);
  const rolled = wanted.flatMap((form): readonly RolledForm[] => {
    const received = own.find((table) => table.form.id === form.id);
    const tiling = tile(period, (one) => placeIn(partOf(one), form) !== undefined);
    if (tiling.parts.length === 0) return [];
    return [rollForm(form, period, agency, { ...tiling, parts: tiling.parts.map(partOf) }, received)];
  });
  const all = [...parts.values()].map(({ sources }) => sources);
  return {
    forms: rolled,
    reads: Object.assign({}, ...all.map(({ reads }) => tableReads(reads))),
    correctionReads: (form) => Object.assign({}, ...all.map((sources) => correctionsOf(sources, [form]).reads)),
  };
}

/** Where a part has its table of a form, or a file that may be it. */
function placeIn({ sources }: Part, form: Form): Place | undefined {
  return sources.tables.find((table) => table.form === form.id)?.place ?? unreadPlace(sources);
}

interface Tiling<P> {
  readonly parts: readonly P[];
  readonly missing: readonly Period[];
}

/** The smallest parts that hold the table: months first, a quarter where one of its months is missing. */
function tile(period: Period, has: (period: Period) => boolean): Tiling<Period> {
  const tilings = partsOfPeriod(period).map((part): Tiling<Period> => {
    const smaller = tile(part, has);
    const whole = part.kind !== 'month' && smaller.missing.length === 0;
    if (whole) return smaller;
    return has(part) ? { parts: [part], missing: [] } : part.kind === 'month' ? { parts: [], missing: [part] } : smaller;
  });
  return { parts: tilings.flatMap(({ parts }) => parts), missing: tilings.flatMap(({ missing }) => missing) };
}

function rollForm(form: Form, period: Period, agency: Agency, { parts, missing }: Tiling<Part>, received: DerivedTable | undefined): RolledForm {
  const name = periodName(period);
  if (missing.length > 0) {
    const findings = missing.map((part) => {
      const folder = periodFolder(agency.id, part);
      return found('part-missing', { in: 'file', file: folder }, { table: form.name, part: periodName(part), period: name, folder }, received ? { severity: 'note' } : { expected: form.id });
    });
    return { form, findings };
  }
  const tables = parts.map(({ sound }) => sound.find((table) => table.form.id === form.id));
  const faults = parts.flatMap((part, index) => {
    if (tables[index]) return [];
    return [found('part-faulty', part.fault ?? placeIn(part, form)!, { table: form.name, part: periodName(part.period), period: name }, received ? { severity: 'warning' } : {})];
  });
  if (faults.length > 0) return { form, faulty: faults[0]!.place, findings: faults };
  const broken = brokenTiling(parts.map((part) => part.period), agency.calendar);
  if (broken) {
    const { to } = periodDates(broken.before, agency.calendar);
    const { from } = periodDates(broken.after, agency.calendar);
    const params = { before: periodName(broken.before), to: formatDate(to), after: periodName(broken.after), from: formatDate(from), period: name };
    return { form, findings: [found('parts-not-adjoining', { in: 'file', file: agency.file }, params, received ? { severity: 'warning' } : {})] };
  }
  const known = tables as readonly DerivedTable[];
  const units = agency.units.map(({ id }) => id);
  const place = { in: 'file', file: periodFolder(agency.id, period) } as const;
  const rolled = rollUp(form, known.map(({ source }, index) => ({ table: source, to: periodDates(parts[index]!.period, agency.calendar).to })), { period, place }, agency.units);
  const table = deriveTable(form, rolled.table, units);
  if (received) {
    return { form, findings: checkRollUpMismatch(received, table, parts.map((part) => periodName(part.period)).join(', ')) };
  }
  // The month has the finding already, and the same waiver accepts it here.
  const continuity = known.flatMap((now, index) => {
    const before = known[index - 1];
    return before ? checkContinuity({ now, before, names: { now: periodName(parts[index]!.period), before: periodName(parts[index - 1]!.period) } }) : [];
  });
  return { form, table, findings: [...continuity, ...rolled.left.map((left) => tellLeftOut(left, form, name, place))] };
}

function tellLeftOut(left: LeftOut, form: Form, period: string, place: Place): Finding {
  switch (left.what) {
    case 'column':
      return found('column-not-rolled-up', place, { table: form.name, column: left.column.path.join(': '), period }, { expected: left.column.id });
    case 'undeclared':
      return found('code-not-rolled-up', left.row.place, { code: left.row.id, reason: 'biểu không khai báo cách tổng hợp mã này', period });
    case 'measure':
      return found('code-not-rolled-up', left.row.place, { code: left.row.id, reason: 'các tháng dùng đơn vị tính khác nhau', period }, { severity: 'warning' });
    case 'names':
      return found('code-not-rolled-up', left.row.place, { code: left.row.id, reason: 'số đơn vị nêu tên ở cột Ghi chú khác con số', period }, { severity: 'warning' });
    case 'partial': {
      const row = form.rows === 'codes' ? left.row.id : left.row.label;
      const params = { row, table: form.name, lacking: left.lacking.map(periodName).join(', '), period };
      return found('row-not-in-every-part', left.row.place, params, form.rows === 'codes' ? { severity: 'warning' } : {});
    }
  }
}
