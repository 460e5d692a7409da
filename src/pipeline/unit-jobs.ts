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
import type { Workspace } from './workspace.js';

export interface UnitJobs {
  readonly jobs: readonly Job[];
  readonly leftOut: readonly Finding[];
}

/** Jobs as found in the folders → jobs with one for each unit where the template says so. A job whose data cannot be read stands for all its units, and is refused as such. */
export async function withUnitJobs(jobs: readonly Job[], workspace: Workspace, readPeriod: PeriodReader): Promise<UnitJobs> {
  const all: Job[] = [];
  const leftOut: Finding[] = [];
  for (const job of jobs) {
    const manifest = workspace.templates.get(job.document)?.value.manifest;
    if (!manifest?.perUnit) {
      all.push(job);
      continue;
    }
    const { value: agency } = workspace.agencies.get(job.agency)!;
    const { tables, complete } = await documentTables(agency, job.period, manifest, workspace, readPeriod, []);
    const judged = complete ? judgeUnits(agency.units, manifest, tables) : [];
    if (judged.length === 0) all.push(job);
    for (const { unit, reason, table } of judged) {
      if (reason === undefined) all.push({ ...job, id: `${job.id}--${unit.id}`, unit: unit.id });
      else leftOut.push(found('unit-without-letter', table.source.place, { unit: unit.name, document: job.id, reason }, { seen: unit.name }));
    }
  }
  return { jobs: all, leftOut };
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
