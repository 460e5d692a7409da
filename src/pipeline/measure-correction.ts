/** What corrections change, found by composing every document that reads the corrected tables before and after. Apart from the plan, which says what is corrected and why. */
import { applyWaivers, checkWaivers } from '../check/waivers.js';
import { findingId, type Finding } from '../finding/finding.js';
import type { Impact, JobImpact } from '../finding/impact.js';
import { sortFindings } from '../finding/order.js';
import { inlineText } from '../document/walk.js';
import type { Form } from '../statistics/form.js';
import type { Agency } from '../template/agency.js';
import { appended, type Host } from '../store/host.js';
import { entriesOf, ledgerPath, readLedger, withEntries } from '../store/ledger.js';
import type { NewEntry } from '../store/ledger-entry.js';
import { sliceKey } from '../store/ledger-slices.js';
import { createHasher } from '../store/present-hash.js';
import type { Reads } from '../store/recording-host.js';
import { findPeriods } from './check-jobs.js';
import { checkPeriod } from './check-period.js';
import { compareCompositions } from './compare-compositions.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import type { PlannedCell, ProposedCell } from './correction-plan.js';
import { correctedSession } from './corrected-session.js';
import type { Job } from './jobs.js';
import { isKeptForNow, planJob, type Step } from './plan.js';
import { proposeOpenings } from './propose-openings.js';
import type { Session } from './session.js';

export interface MeasuredCorrection {
  readonly impact: Impact;
  /** Everything the impact rests on, as it is now. */
  readonly inputs: Reads;
  /** Documents to be built anew. */
  readonly jobs: readonly string[];
  readonly proposal: readonly ProposedCell[];
}

export async function measureCorrection(host: Host, before: Session, agency: Agency, cells: readonly PlannedCell[], entries: readonly NewEntry[], program: string): Promise<MeasuredCorrection> {
  const path = ledgerPath(agency.id);
  const present = (await host.read(path)) ?? new Uint8Array();
  const after = await correctedSession(host, before, agency.id, readLedger(path, appended(present, withEntries(present, entries))));
  const keys = new Set(cells.map(({ period, form }) => sliceKey(agency.id, { of: 'corrections', period, form })));
  const hash = createHasher(host);
  const touched: Touched[] = [];
  for (const job of unionOfJobs(before.jobs, after.jobs)) {
    const one = await touch(job, await planJob(job, { host, hash, program, formats: 'built', force: false }), before, after, keys, hash);
    if (one) touched.push(one);
  }
  const compared = touched.map((one) => compareCompositions(one.job.id, one.before?.draft, isKept(one) ? one.before?.draft : one.after?.draft));
  const forms = [...before.workspace.forms.values()].map(({ value }) => value);
  const impact: Impact = {
    cells: cells.map((cell) => namedCell(cell, forms)),
    figures: compared.flatMap(({ figures }) => figures),
    sentences: compared.flatMap(({ sentences }) => sentences),
    exhibits: compared.flatMap(({ exhibits }) => exhibits),
    jobs: await Promise.all(touched.map((one, index) => jobImpact(one, compared[index]!.figures.length, before))),
    findings: changedFindings(
      [...touched.flatMap((one) => one.before?.findings ?? []), ...before.leftOut, ...(await periodFindings(host, before, agency))],
      [...touched.flatMap((one) => one.after?.findings ?? []), ...after.leftOut, ...(await periodFindings(host, after, agency))],
      entriesOf(await before.readLedger(agency.id), 'waiver'),
    ),
  };
  const reads: Reads = Object.assign({}, ...touched.map((one) => one.reads));
  return {
    impact,
    inputs: Object.fromEntries(Object.entries(reads).sort(([a], [b]) => (a < b ? -1 : 1))),
    jobs: touched.filter((one) => one.after).map(({ job }) => job.id),
    proposal: await proposeOpenings(agency, cells, forms, before.readPeriod, after.readPeriod),
  };
}

interface Touched {
  readonly job: Job;
  readonly step: Step;
  readonly reads: Reads;
  /** undefined where there is no such document. */
  readonly before: ComposedJob | undefined;
  readonly after: ComposedJob | undefined;
}

/** undefined for a job that reads none of the tables: where its outputs are fresh its manifest says so, and it need not be composed. */
async function touch(job: Job, step: Step, before: Session, after: Session, keys: ReadonlySet<string>, hash: (path: string) => Promise<string>): Promise<Touched | undefined> {
  const [was, stays] = [before, after].map(({ jobs }) => jobs.some(({ id }) => id === job.id));
  const reach = (reads: Reads): boolean => Object.keys(reads).some((key) => keys.has(key));
  if (was && step.action === 'keep' && !reach(step.manifest!.reads)) return undefined;
  const old = was ? await compose(job, before) : undefined;
  if (old && !reach(old.reads)) return undefined;
  const now = stays ? await compose(job, after) : undefined;
  // A document that appears rests on the parts of the ledger as they are.
  const present = now && !old ? Object.fromEntries(await Promise.all(Object.keys(now.reads).map(async (key) => [key, await hash(key)] as const))) : {};
  return { job, step, reads: old?.reads ?? present, before: old, after: now };
}

function compose(job: Job, { host, workspace, readPeriod, readLedger }: Session): Promise<ComposedJob> {
  return composeJob(job, workspace, readPeriod, host, readLedger);
}

/** In the order of the first, new ones behind. */
function unionOfJobs(before: readonly Job[], after: readonly Job[]): readonly Job[] {
  return [...new Map([...before, ...after].map((job) => [job.id, job])).values()];
}

function isKept({ step, after }: Touched): boolean {
  return after?.composition !== undefined && isKeptForNow(step, after.findings);
}

async function jobImpact(touched: Touched, figures: number, { readLedger }: Session): Promise<JobImpact> {
  const { job, step } = touched;
  const issued = entriesOf(await readLedger(job.agency), 'issued').filter((entry) => entry.job === job.id).at(-1);
  const state = !step.manifest ? 'never-built' : step.edited.length > 0 ? 'edited' : step.action === 'keep' ? 'fresh' : 'stale';
  const drawn = (touched.after ?? touched.before)?.draft;
  const subject = drawn && inlineText(drawn.document.title.subject);
  return { id: job.id, ...(subject ? { subject } : {}), issued: issued !== undefined, ...(issued ? { symbol: issued.symbol } : {}), state, change: changeOf(touched, figures), figures };
}

function changeOf(touched: Touched, figures: number): JobImpact['change'] {
  const { before, after } = touched;
  if (!before) return 'appears';
  if (!after) return 'vanishes';
  if (!after.composition) return 'refused';
  if (isKept(touched)) return 'waits';
  return figures > 0 || !before.composition ? 'changes' : 'unchanged';
}

/** Findings of the agency's periods that hold figures and no document. */
async function periodFindings(host: Host, session: Session, agency: Agency): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const waivers = entriesOf(await session.readLedger(agency.id), 'waiver');
  for (const { period } of await findPeriods(host, session, session.jobs, { jobs: [], agency: agency.id })) {
    const { findings: own } = await checkPeriod(agency, period, session.workspace, session.readPeriod, waivers);
    findings.push(...applyWaivers(own, waivers));
  }
  return findings;
}

/** A waiver whose finding goes is said as the check says it. */
function changedFindings(before: readonly Finding[], after: readonly Finding[], waivers: Parameters<typeof checkWaivers>[1]): Impact['findings'] {
  const ids = new Set([...before, ...after].map(findingId));
  const concerned = waivers.filter(({ finding }) => ids.has(finding));
  const byId = (all: readonly Finding[]): ReadonlyMap<string, Finding> => new Map([...all, ...checkWaivers(all, concerned)].map((one) => [findingId(one), one]));
  const [old, now] = [byId(before), byId(after)];
  return { new: sortFindings([...now].filter(([id]) => !old.has(id)).map(([, one]) => one)), gone: sortFindings([...old].filter(([id]) => !now.has(id)).map(([, one]) => one)) };
}

function namedCell({ form, period, row, label, column, was, now }: PlannedCell, forms: readonly Form[]): Impact['cells'][number] {
  const { name, columns } = forms.find(({ id }) => id === form)!;
  return { form, table: name, period, row, label, column, header: columns.find(({ id }) => id === column)!.path.join(': '), was, now };
}
