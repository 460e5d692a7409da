/** One job for each unit that needs its own document, by the condition of the template over the data; units left out are told with the reason. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { evaluateCondition, type DerivedTable } from '../statistics/derive.js';
import { compileExpression } from '../statistics/expression.js';
import { numericColumns } from '../statistics/form.js';
import { comparableFigure } from '../statistics/told-table.js';
import type { Unit } from '../statistics/unit-list.js';
import type { Manifest } from '../template/manifest.js';
import { documentTables } from './document-tables.js';
import type { Job } from './jobs.js';
import type { PeriodReader } from './read-period.js';
import type { JudgedUnits, UnitMemory } from './unit-memory.js';
import type { Workspace } from './workspace.js';

export interface UnitJobs {
  readonly jobs: readonly Job[];
  readonly leftOut: readonly Finding[];
}

/** Jobs as found in the folders → jobs with one for each unit where the template says so. A job whose data cannot be read stands for all its units, and is refused as such. */
export async function withUnitJobs(jobs: readonly Job[], workspace: Workspace, readPeriod: PeriodReader, memory?: UnitMemory): Promise<UnitJobs> {
  const all: Job[] = [];
  const leftOut: Finding[] = [];
  for (const job of jobs) {
    const template = workspace.templates.get(job.document)?.value.manifest;
    const judged = template?.perUnit && ((await memory?.recall(job.id)) ?? (await judgeJob(job, template, workspace, readPeriod, memory)));
    if (!judged || judged.units.length + judged.leftOut.length === 0) all.push(job);
    else {
      all.push(...judged.units.map((unit) => ({ ...job, id: `${job.id}--${unit}`, unit })));
      leftOut.push(...judged.leftOut);
    }
  }
  return { jobs: all, leftOut };
}

async function judgeJob(job: Job, manifest: Manifest, workspace: Workspace, readPeriod: PeriodReader, memory: UnitMemory | undefined): Promise<JudgedUnits> {
  const agency = workspace.agencies.get(job.agency)!;
  const { tables, complete, reads } = await documentTables(agency.value, job.period, manifest, workspace, readPeriod, []);
  if (!complete) return { units: [], leftOut: [] };
  const judged = judgeUnits(agency.value.units, manifest, tables);
  const result = {
    units: judged.filter(({ reason }) => reason === undefined).map(({ unit }) => unit.id),
    leftOut: judged.flatMap(({ unit, reason, table }) => (reason === undefined ? [] : [found('unit-without-letter', table.source.place, { unit: unit.name, document: job.id, reason }, { seen: unit.name })])),
  };
  // Every form: which table a file holds is decided among all of them.
  const forms = [...workspace.forms.values()].map((form) => form.reads);
  memory?.remember(job.id, result, Object.assign({}, agency.reads, workspace.templates.get(job.document)!.reads, ...forms, reads));
  return result;
}

interface Judged {
  readonly unit: Unit;
  /** Why it has no document; undefined where it has one. */
  readonly reason: string | undefined;
  readonly table: DerivedTable;
}

/** Units of the tables that the conditions speak of: the agency's own first, in its order, then those that only another agency lists. */
export function unitsOf(own: readonly Unit[], tables: Readonly<Record<string, DerivedTable | undefined>>): readonly Unit[] {
  const others = new Map<string, Unit>();
  for (const table of Object.values(tables)) {
    if (table?.form.rows !== 'units') continue;
    for (const { id, label } of table.items) if (!own.some((unit) => unit.id === id)) others.set(id, { id, name: label, aliases: [] });
  }
  return [...own, ...others.values()];
}

function judgeUnits(own: readonly Unit[], { perUnit }: Manifest, tables: Readonly<Record<string, DerivedTable | undefined>>): readonly Judged[] {
  const conditions = perUnit!.any.flatMap(({ table: name, when, otherwise }) => {
    const table = tables[name];
    return table ? [{ table, otherwise, compiled: compileExpression(when, { columns: numericColumns(table.form).map(({ id }) => id), tables: {} }) }] : [];
  });
  return unitsOf(own, tables).flatMap((unit): readonly Judged[] => {
    const reasons: string[] = [];
    let seen: DerivedTable | undefined;
    for (const { table, otherwise, compiled } of conditions) {
      const row = table.items.find(({ id }) => id === unit.id);
      if (!row) continue;
      seen = table;
      if (compiled.ok && evaluateCondition(compiled.expression, ({ column }) => comparableFigure(table.form, row, column)) === true) return [{ unit, reason: undefined, table }];
      reasons.push(otherwise);
    }
    return seen ? [{ unit, reason: reasons.join('; '), table: seen }] : [];
  });
}
