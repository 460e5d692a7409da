/** One job up to its document tree: tables of its periods, checks, composition. Nothing is written here. */
import type { UntracedFigure } from '../finding/check-sheet.js';
import { checkReportingPeriod } from '../check/reporting-period.js';
import { applyWaivers } from '../check/waivers.js';
import { found } from '../finding/catalog.js';
import { hasError, type Finding } from '../finding/finding.js';
import { sortFindings } from '../finding/order.js';
import { closest } from '../statistics/closest.js';
import { periodDates, type ReportingCalendar } from '../statistics/period.js';
import { toToldTable } from '../statistics/told-table.js';
import type { Host } from '../store/host.js';
import { entriesOf, noLedger, type Ledger, type LedgerReader } from '../store/ledger.js';
import { hashSlice, sliceKey } from '../store/ledger-slices.js';
import { ABSENT, type Reads } from '../store/recording-host.js';
import { compose, type Composition } from '../template/compose.js';
import type { Agency } from '../template/agency.js';
import { identityOn } from '../template/document-data.js';
import type { Manifest } from '../template/manifest.js';
import type { NumberAndDate } from '../template/number-and-date.js';
import { checkFigures } from './check-figures.js';
import { citations } from './cite-documents.js';
import { documentTables, type DocumentTables } from './document-tables.js';
import { composeForIssue, type StandingIssue } from './compose-for-issue.js';
import { findRemedy, type RemedyFacts } from './find-remedy.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import { printedRates } from './known-figures.js';
import type { PeriodReader, PeriodSources } from './read-period.js';
import { unitsOf } from './unit-jobs.js';
import { BLOCKS, type Workspace } from './workspace.js';

export interface ComposedJob {
  readonly job: Job;
  /** undefined where findings of severity error refuse the document. */
  readonly composition: Composition | undefined;
  /** The document all the same, where its tables allow one: what it would say. */
  readonly draft: Composition | undefined;
  readonly findings: readonly Finding[];
  /** The document as it was issued, where it was: this composition is that document, or a new draft beside it. */
  readonly issued?: StandingIssue;
  /** Last day of the figures, ISO; undefined where the document has no table. */
  readonly dataEnd?: string;
  /** Figures in written paragraphs that no table of the period holds. */
  readonly untraced: readonly UntracedFigure[];
  readonly reads: Reads;
}

/** `host` reads the sealed version of what is put right. `readLedger` gives what a person accepted: it refuses nothing. `numbered` is about to be issued; without it the ledger says what stands at the head. */
export async function composeJob(job: Job, workspace: Workspace, readPeriod: PeriodReader, host: Host, readLedger: LedgerReader = noLedger, numbered?: NumberAndDate): Promise<ComposedJob> {
  const agency = workspace.agencies.get(job.agency)!;
  const template = workspace.templates.get(job.document);
  if (!template) {
    const nearest = closest(job.document, [...workspace.templates.keys()]) ?? '';
    const findings = workspace.templateFaults.get(job.document) ?? [found('document-unknown', { in: 'file', file: agency.value.file }, { document: job.document, nearest })];
    return { job, composition: undefined, draft: undefined, findings, untraced: [], reads: agency.reads };
  }
  const { manifest } = template.value;
  const forms = new Map([...workspace.forms].map(([id, { value }]) => [id, value]));
  const ledger = await readLedger(job.agency);
  const waivers = entriesOf(ledger, 'waiver');
  const { tables: given, used, previous, unusable, complete, sources: current, ...rest } = await documentTables(agency.value, job.period, manifest, workspace, readPeriod, waivers);
  const findings: Finding[] = [...ledger.findings, ...rest.findings];
  findings.push(...checkReportingPeriod(agency.value.calendar, job.period, agency.value.file));
  const dates = periodDates(job.period, agency.value.calendar);
  const unit = job.unit === undefined ? undefined : unitsOf(agency.value.units, given).find(({ id }) => id === job.unit);
  const stock = new Map([...workspace.stock].map(([id, { value }]) => [id, value]));
  const cited = await citations(job, manifest, workspace, readLedger);
  const calendar = calendarOf(manifest, given, agency.value, workspace);
  const draw = (issue: NumberAndDate | undefined, facts?: RemedyFacts): Composition =>
    compose(template.value.template, {
      manifest,
      forms,
      agency: agency.value,
      identity: identityOn(agency.value, issue?.date ?? dates.to),
      period: job.period,
      dates,
      calendar,
      tables: Object.fromEntries(Object.entries(given).map(([name, table]) => [name, table && toToldTable(table)])),
      written: current.written,
      stock,
      otherSlots: otherSlots(job, agency.value.documents, workspace),
      ...(unit ? { unit } : {}),
      folder: current.folder,
      ...(issue ? { issue } : {}),
      cite: cited.cite,
      registers: workspace.registers.value,
      ...(facts ? { manifest: facts.manifest, remedied: facts.remedied } : {}),
    }, facts?.addition);
  const composeAsIssued = (other: Job, as: NumberAndDate): Promise<ComposedJob> => composeJob(other, workspace, readPeriod, host, readLedger, as);
  const remedy = complete ? await findRemedy(job, manifest, { host, workspace, ledger, readLedger, draw, composeAsIssued }) : undefined;
  findings.push(...(remedy?.findings ?? []));
  const drawn = remedy && !hasError(remedy.findings) ? composeForIssue(issueStateOf(ledger, job.id), numbered, (issue) => draw(issue, remedy.facts)) : undefined;
  const { composition, issued } = drawn ?? {};
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
    ...(hasError(applyWaivers(findings, waivers)) ? ['figure-absent', 'rate-undefined'] : []),
    // That the month before is in error says already why nothing is compared with it.
    ...(unusable ? ['comparison-left-out'] : []),
  ];
  findings.push(...(composition?.findings ?? []).filter(({ code }) => !consequences.includes(code)), ...(remedy?.open ? [] : (drawn?.findings ?? [])));
  const formReads = Object.values(manifest.tables).map(({ form }) => workspace.forms.get(form)!.reads);
  const judged = sortFindings(applyWaivers(findings, waivers));
  return {
    job,
    composition: hasError(judged) ? undefined : composition,
    draft: composition,
    ...(issued ? { issued } : {}),
    ...(Object.values(given).some((table) => table) ? { dataEnd: periodDates(job.period, calendar).to } : {}),
    findings: judged,
    untraced: checked.untraced,
    reads: Object.assign({}, agency.reads, template.reads, workspace.registers.reads, ...formReads, rest.reads, ...blockReads(current.written, workspace), cited.reads(), remedy?.reads, ledgerReads(job, ledger)),
  };
}

/** The cut-off the sentences speak of is that of the figures, not of the agency that writes about them. */
function calendarOf({ mainTable, tables }: Manifest, given: DocumentTables['tables'], own: Agency, { agencies }: Workspace): ReportingCalendar {
  const other = mainTable !== undefined && given[mainTable] ? tables[mainTable]?.tu : undefined;
  return (other === undefined ? undefined : agencies.get(other)?.value.calendar) ?? own.calendar;
}

/** What people write for the other documents of the agency, and for putting one right, lies in the same folder. */
function otherSlots({ document }: Job, documents: Agency['documents'], { templates }: Workspace): ReadonlySet<string> {
  const remedies = [...templates.values()].flatMap(({ value }) => (value.manifest.remedy === undefined ? [] : [value.manifest.id]));
  const others = [...Object.keys(documents), ...remedies].filter((id) => id !== document);
  return new Set(others.flatMap((id) => Object.keys(templates.get(id)?.value.manifest.written ?? {})));
}

/** The task blocks that points of the period name, whether they are there or not. */
function blockReads(written: PeriodSources['written'], { stock }: Workspace): readonly Reads[] {
  const ids = new Set(written.flatMap(({ point }) => point?.blocks ?? []));
  return [...ids].map((id) => stock.get(id)?.reads ?? { [`${BLOCKS}/${id}.md`]: ABSENT });
}

/** The parts of the ledger that hold for every document of the agency, and for this one. */
function ledgerReads({ agency, id }: Job, ledger: Ledger): Reads {
  const slices = [{ of: 'waivers' }, { of: 'document', job: id }] as const;
  return Object.fromEntries(slices.map((slice) => [sliceKey(agency, slice), hashSlice(ledger, slice)]));
}
