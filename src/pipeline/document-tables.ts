/** The tables one document needs, by their names in its manifest: received, rolled up from months, of the period before, of another agency, gathered or joined; and what is missing. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { deriveTable, quantityOf, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { formatExact } from '../statistics/format-figure.js';
import { gatherTable } from '../statistics/gather-table.js';
import { joinTables } from '../statistics/join-tables.js';
import { shiftPeriod, type Period } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import type { Waiver } from '../finding/waiver.js';
import type { Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import type { Manifest } from '../template/manifest.js';
import type { CheckedTable } from './check-figures.js';
import { correctionsOf } from './correct-tables.js';
import { deriveTables, soundTables, tableReads, unreadPlace } from './period-tables.js';
import type { PeriodReader, PeriodSources } from './read-period.js';
import { findingsOf, isSoundRollUp, rolledTables, soundRollUps, type RolledTables } from './rolled-tables.js';
import type { Workspace } from './workspace.js';

export interface DocumentTables {
  readonly tables: Readonly<Record<string, DerivedTable | undefined>>;
  /** Received tables of the period, to be checked. */
  readonly used: readonly CheckedTable[];
  /** Sound tables of the period before. */
  readonly previous: readonly DerivedTable[];
  readonly findings: readonly Finding[];
  /** The table of the period before is there and in error. */
  readonly unusable: boolean;
  /** Every table the document cannot do without is there. */
  readonly complete: boolean;
  readonly sources: PeriodSources;
  readonly reads: Reads;
}

export async function documentTables(agency: Agency, period: Period, manifest: Manifest, workspace: Workspace, readPeriod: PeriodReader, waivers: readonly Waiver[]): Promise<DocumentTables> {
  const forms = new Map([...workspace.forms].map(([id, { value }]) => [id, value]));
  const all = [...forms.values()];
  const before = shiftPeriod(period, -1);
  const current = await readPeriod(agency, period);
  const earlier = await readPeriod(agency, before);
  const findings: Finding[] = [...current.findings];
  const rolled = await rolledTables(agency, period, all, readPeriod, waivers);
  const rolledBefore = await rolledTables(agency, before, all, readPeriod, waivers);
  const needed = neededForms(manifest, undefined);
  const present = [...deriveTables(current, all, agency), ...rolled.forms.flatMap((one) => (needed.includes(one.form.id) || isSoundRollUp(one, waivers) ? (one.table ?? []) : []))];
  const previous = [...soundTables(earlier, all, agency, before, waivers), ...soundRollUps(rolledBefore, waivers)];
  const others = await otherAgencies(manifest, period, workspace, readPeriod);
  findings.push(...others.flatMap(({ id, sources, rolled: made }) => [...sources.findings, ...findingsOf(made, neededForms(manifest, id))]));
  const corrections = formsUsed(manifest, forms).map(({ id, tu }) => {
    const other = others.find((one) => one.id === tu);
    const own = tu === undefined ? current : other?.sources;
    const now = own && correctionsOf(own, [id]);
    const made = tu === undefined ? [rolled, rolledBefore] : other ? [other.rolled] : [];
    // What does not fit in the month before leaves its table out of the comparison.
    return { findings: now?.findings ?? [], reads: Object.assign({}, now?.reads, correctionsOf(earlier, [id]).reads, ...made.map((one) => one.correctionReads(id))) as Reads };
  });
  findings.push(...new Set(corrections.flatMap((one) => one.findings)));
  const tables: Record<string, DerivedTable | undefined> = {};
  const used: CheckedTable[] = [];
  let unusable = false;
  const unmade = rolled.forms.filter(({ form, table }) => !table && needed.includes(form.id)).map(({ form }) => form.id);
  findings.push(...findingsOf(rolled, needed));
  for (const [name, use] of Object.entries(manifest.tables)) {
    const form = forms.get(use.form)!;
    const given = use.tu === undefined ? (use.period === 'previous' ? previous : present) : (others.find(({ id }) => id === use.tu)?.tables ?? []);
    const table = given.find((one) => one.form.id === use.form);
    if (table && use.period === 'current' && use.tu === undefined) used.push({ table, codes: use.codes, named: use.named });
    const told = table ?? (use.period === 'current' ? (gathered(form, given) ?? joined(form, given, agency, findings)) : undefined);
    if (told) {
      tables[name] = told;
      continue;
    }
    const faulty = use.period === 'previous' ? (earlier.tables.find((one) => one.form === use.form)?.place ?? rolledBefore.forms.find((one) => one.form === form)?.faulty) : undefined;
    if (faulty) findings.push(found('previous-unusable', faulty, { name: form.name, period: periodName(before) }));
    // A file that could not be read may hold it: that file is the fault. Parts that do not make it up have said so.
    else if (!use.optional && !unmade.includes(use.form) && !unreadPlace(current)) findings.push(found('table-missing', { in: 'file', file: current.folder }, { form: form.id, name: form.name }, { expected: form.id }));
    unusable ||= faulty !== undefined;
  }
  const complete = Object.entries(manifest.tables).every(([name, { optional }]) => optional || tables[name]);
  const reads = Object.assign({}, current.reads, tableReads(earlier.reads), rolled.reads, rolledBefore.reads, ...others.map(({ sources, fileReads, rolled: made }) => ({ ...tableReads(sources.reads), ...made.reads, ...fileReads })), ...corrections.map((one) => one.reads));
  return { tables, used, previous, findings, unusable, complete, sources: current, reads };
}

/** Forms of which the document must have the present table, of its own agency or another. */
function neededForms(manifest: Manifest, agency: string | undefined): readonly string[] {
  return Object.values(manifest.tables).flatMap((use) => (use.period === 'current' && use.tu === agency && !use.optional ? [use.form] : []));
}

/** Forms whose figures a document can show: its tables, and those they are gathered or joined from. */
function formsUsed(manifest: Manifest, forms: ReadonlyMap<string, Form>): readonly { readonly id: string; readonly tu: string | undefined }[] {
  return Object.values(manifest.tables).flatMap(({ form, tu }) => {
    const { gathers, joins } = forms.get(form)!;
    return [form, ...(gathers ? [gathers.from] : []), ...joins.map((join) => join.form)].map((id) => ({ id, tu }));
  });
}

interface OtherAgency {
  readonly id: string;
  readonly tables: readonly DerivedTable[];
  readonly sources: PeriodSources;
  readonly rolled: RolledTables;
  /** Of the agency file, whose units name the rows. */
  readonly fileReads: Reads;
}

/** What other agencies hold for the same period, for tables declared `tu`. */
async function otherAgencies(manifest: Manifest, period: Period, workspace: Workspace, readPeriod: PeriodReader): Promise<readonly OtherAgency[]> {
  const ids = [...new Set(Object.values(manifest.tables).flatMap(({ tu }) => (tu === undefined ? [] : [tu])))];
  const forms = [...workspace.forms.values()].map(({ value }) => value);
  const others: OtherAgency[] = [];
  for (const id of ids) {
    const agency = workspace.agencies.get(id);
    if (!agency) continue;
    const sources = await readPeriod(agency.value, period);
    const rolled = await rolledTables(agency.value, period, forms, readPeriod, []);
    others.push({ id, tables: [...deriveTables(sources, forms, agency.value), ...soundRollUps(rolled, [])], sources, rolled, fileReads: agency.reads });
  }
  return others;
}

/** A table that nobody sent, where its form says what it is gathered from. Not checked: its figures are those of the other table. */
function gathered(form: Form, present: readonly DerivedTable[]): DerivedTable | undefined {
  const from = present.find((table) => table.form.id === form.gathers?.from);
  return from && deriveTable(form, gatherTable(form, from), []);
}

/** Two sources side by side: what one of them lacks is a question, a gap against the trend is named. */
function joined(form: Form, present: readonly DerivedTable[], agency: Agency, findings: Finding[]): DerivedTable | undefined {
  const both = joinTables(form, present);
  if (!both) return undefined;
  for (const { row, there, missing } of both.lacking) {
    findings.push(found('unit-one-source', row.place, { unit: row.label, there: there.name, missing: missing.form.name }, { seen: row.label, related: [missing.source.place], choices: ['bổ sung dòng', 'thêm tên gọi khác', 'nguồn không theo dõi đơn vị này'] }));
  }
  const rows = new Set(both.table.rows.map(({ id }) => id));
  const table = deriveTable(form, both.table, agency.units.map(({ id }) => id).filter((id) => rows.has(id)));
  findings.push(...reversedGaps(form, table));
  return table;
}

/** Units whose gap between the first two sources runs against that of the totals. */
function reversedGaps({ joins, columns }: Form, { items, total }: DerivedTable): readonly Finding[] {
  const [a, b] = joins.map(({ into }) => into);
  const [all, other] = [total[a ?? ''], total[b ?? '']];
  if (!all || !other) return [];
  const trend = all.value.compare(other.value);
  const name = (id: string): string => columns.find((column) => column.id === id)!.path.at(-1)!;
  return items.flatMap((row) => {
    const [left, right] = [quantityOf(row.cells[a!]), quantityOf(row.cells[b!])];
    if (!left || !right || left.value.compare(right.value) * trend >= 0) return [];
    const [usual, against] = trend > 0 ? [a!, b!] : [b!, a!];
    const [less, more] = trend > 0 ? [left, right] : [right, left];
    return [found('gap-reversed', row.place, { unit: row.label, usual: name(usual), other: name(against), less: formatExact(less.value), more: formatExact(more.value) }, { seen: formatExact(more.value), basis: [left.value, right.value] })];
  });
}
