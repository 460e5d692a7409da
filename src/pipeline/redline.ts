/** `redline`: the draft of today against the issued document, as a DOCX with tracked changes beside the outputs. Where nothing has changed since, the document that stands against the one it replaced. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { pageStyle } from '../render/style.js';
import type { Host } from '../store/host.js';
import { entriesOf, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';
import { createHasher } from '../store/present-hash.js';
import { identityOn } from '../template/document-data.js';
import { composeJob } from './compose-job.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import { planJob } from './plan.js';
import { withRunLock } from './run-lock.js';
import { loadSealedTree } from './sealed-document.js';
import { withSession, type Session } from './session.js';
import { writeOutputs } from './write-outputs.js';

export interface RedlineRequest {
  readonly job: string;
  readonly program: string;
  readonly edited: 'refuse' | 'overwrite' | 'beside';
}

export type RedlineReport =
  | { readonly kind: 'written'; readonly path: string; readonly sha256: string; readonly against: Entry<'issued'>; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  /** Nothing to compare; the sentence says why. */
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'unknown-job' };

/** undefined where the root is no workspace. */
export function redline(host: Host, request: RedlineRequest): Promise<RedlineReport | undefined> {
  return withSession(host, { jobs: [request.job] }, async (session): Promise<RedlineReport> => {
    const job = session.jobs.find(({ id }) => id === request.job);
    if (!job) return { kind: 'unknown-job' };
    const report = await withRunLock(host, () => compareJob(host, session, job, request));
    return 'busy' in report ? { kind: 'refused', findings: [report.busy] } : report;
  });
}

async function compareJob(host: Host, session: Session, job: Job, { program, edited }: RedlineRequest): Promise<RedlineReport> {
  const { workspace, readPeriod, readLedger } = session;
  const ledger = await readLedger(job.agency);
  const { current } = issueStateOf(ledger, job.id);
  if (!current) return { kind: 'nothing', why: `Văn bản ${job.id} chưa ban hành nên chưa có bản để so sánh.` };
  const composed = await composeJob(job, workspace, readPeriod, host, readLedger);
  if (!composed.composition) return { kind: 'refused', findings: composed.findings };
  const against = composed.issued?.same ? replacedBy(ledger, current) : current;
  if (!against) return { kind: 'nothing', why: `Nội dung hiện nay của ${job.id} đúng như văn bản số ${current.symbol} đã ban hành: không có gì để so sánh.` };
  const sealed = await loadSealedTree(host, against);
  if (!sealed.ok) return { kind: 'refused', findings: sealed.findings };
  const { document } = composed.composition;
  const agency = workspace.agencies.get(job.agency)!.value;
  const author = identityOn(agency, document.properties.date).name;
  const { writeRedline } = await import('../render/docx/write-redline.js');
  const { bytes, findings } = await writeRedline(sealed.value, document, pageStyle(agency.style.sizeProfile), { author, date: document.properties.date });
  // A file of its own among the outputs: a redline that somebody commented in Word is not written over either.
  const beside: Job = { ...job, id: `${job.id}.so-sanh` };
  const step = await planJob(beside, { host, hash: createHasher(host), program, formats: ['docx'], force: true });
  if (step.edited.length > 0 && edited === 'refuse') return { kind: 'refused', findings: step.edited.map((file) => found('output-edited', { in: 'file', file }, {}, { choices: ['--beside', '--overwrite'] })) };
  const written = await writeOutputs(host, { step, program, reads: composed.reads, outputs: [{ format: 'docx', extension: 'docx', bytes }], formats: ['docx'], findings: [], edited });
  const [output] = written.outputs;
  if (!output) return { kind: 'refused', findings: written.findings };
  return { kind: 'written', path: output.path, sha256: output.sha256, against, findings: [...findings, ...written.findings] };
}

function replacedBy(ledger: Ledger, { replaces }: Entry<'issued'>): Entry<'issued'> | undefined {
  return entriesOf(ledger, 'issued').find(({ entry }) => entry === replaces);
}
