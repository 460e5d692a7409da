/** `correct plan`: what a correction would change, found by composing every document that reads the corrected tables before and after. Writes nothing. */
import { hasError, findingId, type Finding } from '../finding/finding.js';
import { found } from '../finding/catalog.js';
import type { Impact, JobImpact } from '../finding/impact.js';
import { sortFindings } from '../finding/order.js';
import { placeToJson } from '../finding/place-json.js';
import type { Form } from '../statistics/form.js';
import type { Agency } from '../template/agency.js';
import { appended, type Host } from '../store/host.js';
import { entriesOf, ledgerPath, withEntries } from '../store/ledger.js';
import type { NewEntry } from '../store/ledger-entry.js';
import { sliceKey } from '../store/ledger-slices.js';
import { createHasher } from '../store/present-hash.js';
import { hashBytes, type Reads } from '../store/recording-host.js';
import { compareCompositions } from './compare-compositions.js';
import { composeJob, type ComposedJob } from './compose-job.js';
import type { CorrectionPlan, PlannedCell, ProposedCell } from './correction-plan.js';
import type { Job } from './jobs.js';
import { planJob, type Step } from './plan.js';
import { proposeOpenings } from './propose-openings.js';
import { readCorrected, type CorrectedFile, type WantedCell } from './read-corrected.js';
import { withSession, type Session } from './session.js';

export interface CorrectionRequest {
  readonly file: CorrectedFile;
  readonly agency: string | undefined;
  readonly period: string | undefined;
  readonly reason: string;
  readonly basis: string;
  readonly by: string;
  readonly program: string;
}

export type PlannedCorrection =
  | { readonly kind: 'planned'; readonly plan: CorrectionPlan; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  /** The command was used wrongly: the sentence says how. */
  | { readonly kind: 'unclear'; readonly why: string };

/** undefined where the root is no workspace. */
export function planCorrection(host: Host, request: CorrectionRequest): Promise<PlannedCorrection | undefined> {
  return withSession(host, { jobs: [] }, async (session): Promise<PlannedCorrection> => {
    const agency = agencyOf(session, request.agency);
    if (typeof agency === 'string') return { kind: 'unclear', why: agency };
    for (const [option, words] of [['reason', 'lý do đính chính'], ['basis', 'căn cứ đính chính'], ['by', 'tên người lập']] as const) {
      if (!/\p{L}/u.test(request[option])) return { kind: 'unclear', why: `Chưa ghi ${words}. Ghi sau --${option}.` };
    }
    const forms = [...session.workspace.forms.values()].map(({ value }) => value);
    const { readPeriod, workbooks } = session;
    const corrected = await readCorrected(request.file, { agency, forms, period: request.period, readPeriod, workbooks });
    if (corrected.needsPeriod) return { kind: 'unclear', why: periodQuestion(corrected.needsPeriod) };
    const findings = [...corrected.findings];
    if (corrected.cells.length === 0 && !hasError(findings)) findings.push(found('correction-nothing', { in: 'file', file: request.file.name }, {}));
    if (hasError(findings)) return { kind: 'refused', findings: sortFindings(findings) };
    const cells = corrected.cells.map(toPlannedCell);
    const { impact, inputs, jobs, proposal } = await measure(host, session, agency, cells, request, forms);
    const { reason, basis, by, program, file } = request;
    const plan: CorrectionPlan = {
      schemaVersion: 1,
      kind: 'correction-plan',
      agency: agency.id,
      reason,
      basis,
      by,
      file: { name: file.name, sha256: hashBytes(file.bytes) },
      program,
      cells,
      inputs,
      jobs,
      impact,
      ...(proposal.length > 0 ? { proposal: { cells: proposal } } : {}),
    };
    return { kind: 'planned', plan, findings: sortFindings(findings) };
  });
}

function agencyOf({ workspace: { agencies } }: Session, asked: string | undefined): Agency | string {
  const ids = [...agencies.keys()];
  if (asked !== undefined) return agencies.get(asked)?.value ?? `Không có cơ quan «${asked}». Các cơ quan: ${ids.join(', ')}.`;
  return ids.length === 1 ? agencies.get(ids[0]!)!.value : `Cần chỉ rõ cơ quan bằng --agency: ${ids.join(', ')}.`;
}

function periodQuestion(named: readonly string[]): string {
  const seen = named.length === 0 ? 'Tệp không nêu kỳ' : `Tệp nêu nhiều kỳ (${named.join(', ')})`;
  return `${seen}. Chỉ rõ bằng --period, ví dụ --period 2021-01.`;
}

function toPlannedCell({ form, period, row, label, column, was, now, illustrative, place }: WantedCell): PlannedCell {
  return { form, period, row, label, column, was, now, ...(illustrative ? { illustrative: true as const } : {}), source: placeToJson(place) };
}

/** The entries a plan becomes, on a given day. */
export function correctionEntries({ cells, reason, basis, by }: Pick<CorrectionPlan, 'cells' | 'reason' | 'basis' | 'by'>, date: string): readonly NewEntry[] {
  return cells.map(({ source, ...cell }) => ({ type: 'correction', ...cell, ...(source ? { source: source as { file: string } } : {}), reason, basis, by, date }));
}

interface Measured {
  readonly impact: Impact;
  readonly inputs: Reads;
  readonly jobs: readonly string[];
  readonly proposal: readonly ProposedCell[];
}

async function measure(host: Host, before: Session, agency: Agency, cells: readonly PlannedCell[], request: CorrectionRequest, forms: readonly Form[]): Promise<Measured> {
  const present = (await host.read(ledgerPath(agency.id))) ?? new Uint8Array();
  const bytes = appended(present, withEntries(present, correctionEntries({ ...request, cells }, host.today())));
  const corrected: Host = { ...host, read: async (path) => (path === ledgerPath(agency.id) ? bytes : host.read(path)) };
  const measured = await withSession(corrected, { jobs: [] }, async (after): Promise<Measured> => {
    const keys = new Set(cells.map(({ period, form }) => sliceKey(agency.id, { of: 'corrections', period, form })));
    const context = { host, hash: createHasher(host), program: request.program, formats: 'built' as const, force: false };
    const touched: Touched[] = [];
    for (const job of unionOfJobs(before.jobs, after.jobs)) {
      const step = await planJob(job, context);
      const wasThere = before.jobs.some(({ id }) => id === job.id);
      const stays = after.jobs.some(({ id }) => id === job.id);
      const old = wasThere && step.action !== 'keep' ? await compose(job, before) : undefined;
      const reads = step.action === 'keep' ? step.manifest!.reads : old?.reads;
      if (reads && !Object.keys(reads).some((key) => keys.has(key))) continue;
      touched.push({ job, step, reads: reads ?? {}, before: wasThere ? (old ?? (await compose(job, before))) : undefined, after: stays ? await compose(job, after) : undefined });
    }
    const compared = touched.map((one) => compareCompositions(one.job.id, one.before?.draft, one.after?.draft));
    const jobs = await Promise.all(touched.map((one, index) => jobImpact(one, compared[index]!.figures.length, before)));
    const impact: Impact = {
      cells: cells.map((cell) => namedCell(cell, forms)),
      figures: compared.flatMap(({ figures }) => figures),
      sentences: compared.flatMap(({ sentences }) => sentences),
      exhibits: compared.flatMap(({ exhibits }) => exhibits),
      jobs,
      findings: changedFindings(touched),
    };
    const inputs = Object.fromEntries(Object.entries(Object.assign({}, ...touched.map(({ reads }) => reads)) as Reads).sort(([a], [b]) => (a < b ? -1 : 1)));
    return { impact, inputs, jobs: touched.filter((one) => one.after).map(({ job }) => job.id), proposal: await proposeOpenings(agency, cells, forms, before.readPeriod, after.readPeriod) };
  });
  return measured!;
}

interface Touched {
  readonly job: Job;
  readonly step: Step;
  readonly reads: Reads;
  readonly before: ComposedJob | undefined;
  readonly after: ComposedJob | undefined;
}

function compose(job: Job, { workspace, readPeriod, host, readLedger }: Session): Promise<ComposedJob> {
  return composeJob(job, workspace, readPeriod, host, readLedger);
}

/** In the order of the first, new ones behind. */
function unionOfJobs(before: readonly Job[], after: readonly Job[]): readonly Job[] {
  return [...new Map([...before, ...after].map((job) => [job.id, job])).values()];
}

async function jobImpact({ job, step, before, after }: Touched, figures: number, { readLedger }: Session): Promise<JobImpact> {
  const issued = entriesOf(await readLedger(job.agency), 'issued').filter((entry) => entry.job === job.id).at(-1);
  const change = !before ? 'appears' : !after ? 'vanishes' : !after.composition ? 'refused' : figures > 0 || !before.composition ? 'changes' : 'unchanged';
  const state = !step.manifest ? 'never-built' : step.edited.length > 0 ? 'edited' : step.action === 'keep' ? 'fresh' : 'stale';
  return { id: job.id, issued: issued !== undefined, ...(issued ? { symbol: issued.symbol } : {}), state, change, figures };
}

function changedFindings(touched: readonly Touched[]): Impact['findings'] {
  const all = (side: 'before' | 'after'): ReadonlyMap<string, Finding> => new Map(touched.flatMap((one) => (one[side]?.findings ?? []).map((finding) => [findingId(finding), finding])));
  const [old, now] = [all('before'), all('after')];
  return { new: sortFindings([...now].filter(([id]) => !old.has(id)).map(([, one]) => one)), gone: sortFindings([...old].filter(([id]) => !now.has(id)).map(([, one]) => one)) };
}

function namedCell({ form, period, row, label, column, was, now }: PlannedCell, forms: readonly Form[]): Impact['cells'][number] {
  const { name, columns } = forms.find(({ id }) => id === form)!;
  return { form, table: name, period, row, label, column, header: columns.find(({ id }) => id === column)!.path.join(': '), was, now };
}
