/** One job up to its document tree: tables of its periods, checks, composition. Nothing is written here. */
import { checkTable } from '../check/check.js';
import { checkReportingPeriod } from '../check/reporting-period.js';
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { deriveTable, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { periodDates, shiftPeriod } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import type { Reads } from '../store/recording-host.js';
import type { Agency } from '../template/agency.js';
import { compose, type Composition } from '../template/compose.js';
import { identityOn } from '../template/document-data.js';
import type { Manifest } from '../template/manifest.js';
import { closest } from '../statistics/closest.js';
import type { Job } from './jobs.js';
import type { PeriodReader, PeriodSources } from './read-period.js';
import type { Workspace } from './workspace.js';

export interface ComposedJob {
  readonly job: Job;
  /** undefined where findings of severity error refuse the document. */
  readonly composition: Composition | undefined;
  readonly findings: readonly Finding[];
  readonly reads: Reads;
}

export async function composeJob(job: Job, workspace: Workspace, readPeriod: PeriodReader): Promise<ComposedJob> {
  const agency = workspace.agencies.get(job.agency)!;
  const template = workspace.templates.get(job.document);
  if (!template) {
    const nearest = closest(job.document, [...workspace.templates.keys()]) ?? '';
    const findings = workspace.templateFaults.get(job.document) ?? [found('document-unknown', { in: 'file', file: agency.value.file }, { document: job.document, nearest })];
    return { job, composition: undefined, findings, reads: agency.reads };
  }
  const { manifest } = template.value;
  const forms = new Map([...workspace.forms].map(([id, { value }]) => [id, value]));
  const current = await readPeriod(agency.value, job.period);
  const usesPrevious = Object.values(manifest.tables).some(({ period }) => period === 'previous');
  const previous = usesPrevious ? await readPeriod(agency.value, shiftPeriod(job.period, -1)) : undefined;
  const findings: Finding[] = [...current.findings];
  const tables: Record<string, DerivedTable | undefined> = {};
  for (const [name, use] of Object.entries(manifest.tables)) {
    const sources = use.period === 'previous' ? previous! : current;
    const read = findTable(use, sources, forms.get(use.form)!, agency.value, job, findings);
    if (read) tables[name] = read;
  }
  findings.push(...checkReportingPeriod(agency.value.calendar, job.period, agency.value.file));
  const dates = periodDates(job.period, agency.value.calendar);
  const complete = Object.entries(manifest.tables).every(([name, { optional }]) => optional || tables[name]);
  const composition = complete
    ? compose(template.value.template, {
        manifest,
        forms,
        agency: agency.value,
        identity: identityOn(agency.value, dates.to),
        period: job.period,
        dates,
        tables,
        written: current.written,
        folder: current.folder,
      })
    : undefined;
  // A figure that could not be read has its own finding; that its sentence lacks it is no second fault.
  const consequences = hasError(findings) ? ['figure-absent', 'rate-undefined'] : [];
  findings.push(...(composition?.findings ?? []).filter(({ code }) => !consequences.includes(code)));
  const formReads = Object.values(manifest.tables).map(({ form }) => workspace.forms.get(form)!.reads);
  return {
    job,
    composition: hasError(findings) ? undefined : composition,
    findings: sortFindings(findings),
    reads: Object.assign({}, agency.reads, template.reads, ...formReads, current.reads, previous && tableReads(previous.reads)),
  };
}

/** What a comparison rests on: the tables of a period, not what people wrote for its report. */
function tableReads(reads: Reads): Reads {
  return Object.fromEntries(Object.entries(reads).filter(([path]) => !path.endsWith('.md')));
}

/** The derived and checked table of a use; its findings are added. A faulty table of the period before is left out with a warning: it must not refuse this period. */
function findTable(
  use: Manifest['tables'][string],
  sources: PeriodSources,
  form: Form,
  agency: Agency,
  job: Job,
  findings: Finding[],
): DerivedTable | undefined {
  const table = sources.tables.find((one) => one.form === use.form);
  const period = use.period === 'previous' ? shiftPeriod(job.period, -1) : job.period;
  if (!table) {
    const folder = { in: 'file', file: sources.folder } as const;
    if (!use.optional) findings.push(found('table-missing', folder, { form: form.id, name: form.name }, { expected: form.id }));
    return undefined;
  }
  const derived = deriveTable(form, table, agency.units.map(({ id }) => id));
  const date = periodDates(period, agency.calendar).to;
  const checked = checkTable({ table: derived, units: agency.units, date, codes: use.codes, named: use.named });
  if (use.period === 'current') {
    findings.push(...checked);
    return derived;
  }
  // Any error there: of two files with the same table nobody knows which holds.
  if (!hasError([...sources.findings, ...checked])) return derived;
  findings.push(found('previous-unusable', table.place, { name: form.name, period: periodName(period) }));
  return undefined;
}
