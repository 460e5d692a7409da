/** One job up to its document tree: tables of its periods, checks, composition. Nothing is written here. */
import type { UntracedFigure } from '../finding/check-sheet.js';
import { checkReportingPeriod } from '../check/reporting-period.js';
import { applyWaivers } from '../check/waivers.js';
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { closest } from '../statistics/closest.js';
import { deriveTable, type DerivedTable } from '../statistics/derive.js';
import type { Form } from '../statistics/form.js';
import { gatherTable } from '../statistics/gather-table.js';
import { toToldTable } from '../statistics/told-table.js';
import { periodDates, shiftPeriod } from '../statistics/period.js';
import { periodName } from '../statistics/period-name.js';
import type { Host } from '../store/host.js';
import { loadLedger, type Ledger } from '../store/ledger.js';
import { recordReads, type Reads } from '../store/recording-host.js';
import { compose, type Composition } from '../template/compose.js';
import { identityOn } from '../template/document-data.js';
import { checkFigures, type CheckedTable } from './check-figures.js';
import { deriveTables, soundTables, tableReads } from './check-period.js';
import type { Job } from './jobs.js';
import { printedRates } from './known-figures.js';
import type { PeriodReader } from './read-period.js';
import type { Workspace } from './workspace.js';

export interface ComposedJob {
  readonly job: Job;
  /** undefined where findings of severity error refuse the document. */
  readonly composition: Composition | undefined;
  readonly findings: readonly Finding[];
  /** Figures in written paragraphs that no table of the period holds. */
  readonly untraced: readonly UntracedFigure[];
  readonly reads: Reads;
}

/** A file, sheet or table was refused as a whole. */
const UNREAD = ['file-unreadable', 'file-too-slow', 'encoding-unknown', 'text-mojibake', 'json-invalid', 'fields-shifted', 'table-too-large', 'table-ambiguous'];

/** `host` gives the agency's ledger: what a person accepted refuses nothing. */
export async function composeJob(job: Job, workspace: Workspace, readPeriod: PeriodReader, host?: Host): Promise<ComposedJob> {
  const agency = workspace.agencies.get(job.agency)!;
  const template = workspace.templates.get(job.document);
  if (!template) {
    const nearest = closest(job.document, [...workspace.templates.keys()]) ?? '';
    const findings = workspace.templateFaults.get(job.document) ?? [found('document-unknown', { in: 'file', file: agency.value.file }, { document: job.document, nearest })];
    return { job, composition: undefined, findings, untraced: [], reads: agency.reads };
  }
  const { manifest } = template.value;
  const forms = new Map([...workspace.forms].map(([id, { value }]) => [id, value]));
  const before = shiftPeriod(job.period, -1);
  const current = await readPeriod(agency.value, job.period);
  const earlier = await readPeriod(agency.value, before);
  const ledger = await readLedger(host, job.agency);
  const findings: Finding[] = [...ledger.findings, ...current.findings];
  const present = deriveTables(current, [...forms.values()], agency.value);
  const previous = soundTables(earlier, [...forms.values()], agency.value, before, ledger.waivers);
  const tables: Record<string, DerivedTable | undefined> = {};
  const used: CheckedTable[] = [];
  let unusable = false;
  for (const [name, use] of Object.entries(manifest.tables)) {
    const table = (use.period === 'previous' ? previous : present).find(({ form }) => form.id === use.form);
    if (table && use.period === 'current') used.push({ table, codes: use.codes, named: use.named });
    const told = table ?? (use.period === 'current' ? gathered(forms.get(use.form)!, present) : undefined);
    if (told) {
      tables[name] = toToldTable(told);
      continue;
    }
    const faulty = use.period === 'previous' ? earlier.tables.find(({ form }) => form === use.form) : undefined;
    const form = forms.get(use.form)!;
    if (faulty) findings.push(found('previous-unusable', faulty.place, { name: form.name, period: periodName(before) }));
    // A file that could not be read may hold it: that file is the fault.
    else if (!use.optional && !current.findings.some(({ code }) => UNREAD.includes(code))) findings.push(found('table-missing', { in: 'file', file: current.folder }, { form: form.id, name: form.name }, { expected: form.id }));
    unusable ||= faulty !== undefined;
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
        registers: workspace.registers.value,
      })
    : undefined;
  const checked = checkFigures({
    agency: agency.value,
    period: job.period,
    forms: [...forms.values()],
    tables: used,
    previous,
    written: current.written,
    legalBases: agency.value.documents[job.document]?.legalBases ?? [],
    rates: printedRates(composition?.figures.values() ?? []),
  });
  findings.push(...checked.findings);
  const consequences = [
    // A figure that could not be read has its own finding; that its sentence lacks it is no second fault.
    ...(hasError(applyWaivers(findings, ledger.waivers)) ? ['figure-absent', 'rate-undefined'] : []),
    // That the month before is in error says already why nothing is compared with it.
    ...(unusable ? ['comparison-left-out'] : []),
  ];
  findings.push(...(composition?.findings ?? []).filter(({ code }) => !consequences.includes(code)));
  const formReads = Object.values(manifest.tables).map(({ form }) => workspace.forms.get(form)!.reads);
  const judged = sortFindings(applyWaivers(findings, ledger.waivers));
  return {
    job,
    composition: hasError(judged) ? undefined : composition,
    findings: judged,
    untraced: checked.untraced,
    reads: Object.assign({}, agency.reads, template.reads, workspace.registers.reads, ...formReads, current.reads, tableReads(earlier.reads), ledger.reads),
  };
}

/** A table that nobody sent, where its form says what it is gathered from. Not checked: its figures are those of the other table. */
function gathered(form: Form, present: readonly DerivedTable[]): DerivedTable | undefined {
  const from = present.find((table) => table.form.id === form.gathers?.from);
  return from && deriveTable(form, gatherTable(form, from), []);
}

/** The ledger with what was read for it, so that a new waiver makes the job stale. */
async function readLedger(host: Host | undefined, agency: string): Promise<Pick<Ledger, 'waivers' | 'findings'> & { reads: Reads }> {
  if (!host) return { waivers: [], findings: [], reads: {} };
  const recording = recordReads(host);
  const { waivers, findings } = await loadLedger(recording.host, agency);
  return { waivers, findings, reads: recording.reads() };
}
