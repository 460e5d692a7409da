/** `remedy`: how an issued document is put right, entered in the ledger once it is known to be the right way (Nghị định 30/2020/NĐ-CP, Điều 18, khoản 3). The draft follows from the entry. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import { appendEntries, ledgerPath } from '../store/ledger.js';
import { composeJob } from './compose-job.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import { toListedDocument, withoutReplacing } from './listed-document.js';
import { asIssued, compareListed, errataOfFigures } from './find-remedy.js';
import { LETTER, letterOf, remediedBy, type Remedied } from './remedied-by.js';
import { loadSealed } from './sealed-document.js';
import { withSession, type Session } from './session.js';

export interface RemedyRequest {
  readonly job: string;
  readonly kind: Remedied['kind'];
}

export type RemedyReport =
  | {
      readonly kind: 'entered' | 'already';
      readonly ledger: string;
      /** «15/BC-TTHC». */
      readonly symbol: string;
      /** Job of the draft: the document's own, or the letter's. */
      readonly draft: string;
      readonly changes: { readonly figures: number; readonly text: number };
    }
  /** Nothing was appended. */
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown-job' };

/** undefined where the root is no workspace. */
export function remedy(host: Host, request: RemedyRequest): Promise<RemedyReport | undefined> {
  return withSession(host, { jobs: [request.job] }, async (session): Promise<RemedyReport> => {
    const [job] = session.jobs;
    if (!job || session.jobs.length > 1) return session.jobs.length > 1 ? refuse(`«${request.job}» là nhiều văn bản, mỗi đơn vị một văn bản. Ghi rõ mã của một văn bản: ${session.jobs.slice(0, MOST_PROPOSED).map(({ id }) => id).join(', ')}.`) : { kind: 'unknown-job' };
    return remedyJob(host, session, job, request.kind);
  });
}

const MOST_PROPOSED = 5;

async function remedyJob(host: Host, session: Session, job: Job, kind: Remedied['kind']): Promise<RemedyReport> {
  const { workspace, readPeriod, readLedger } = session;
  const ledger = await readLedger(job.agency);
  const { current, remedy: standing } = issueStateOf(ledger, job.id);
  const draft = kind === 'errata' ? letterOf(job.id) : job.id;
  if (job.document === LETTER) return refuse('Công văn đính chính có sai sót thì lập và ban hành công văn khác thay thế ngoài phần mềm; lệnh này chỉ khắc phục các văn bản khác.');
  if (!current) return refuse(`Văn bản ${job.id} chưa ban hành nên không phải thay thế hay đính chính: sửa số liệu rồi lập lại bằng lệnh «baocao build ${job.id}».`);
  const letter = remediedBy(ledger, draft);
  if (kind === 'errata' && letter?.open && letter.entry.entry !== current.entry) {
    return refuse(`Công văn đính chính văn bản số ${letter.entry.symbol} của kỳ này chưa ban hành: ban hành công văn ấy trước, mỗi công văn đính chính một văn bản.`);
  }
  const composed = await composeJob(job, workspace, readPeriod, host, readLedger, asIssued(current));
  if (!composed.composition) return { kind: 'failed', findings: composed.findings };
  const sealed = await loadSealed(host, current);
  if (!sealed.ok) return { kind: 'failed', findings: sealed.findings };
  const ledgers = await Promise.all([...workspace.agencies.keys()].map(readLedger));
  const { figures, text } = compareListed(sealed.value, withoutReplacing(toListedDocument(composed.composition)), ledgers);
  if (figures.length + text.length === 0) return refuse(`Bản lập từ số liệu hiện có không khác gì văn bản đã ban hành số ${current.symbol}: không có gì để khắc phục.`);
  if (kind === 'errata' && figures.length > 0) return { kind: 'failed', findings: [errataOfFigures(current, figures)] };
  const report = { ledger: ledgerPath(job.agency), symbol: current.symbol, draft, changes: { figures: figures.length, text: text.length } };
  if (standing?.kind === kind) return { kind: 'already', ...report };
  const entered = await enter(host, job, current.entry, kind);
  return typeof entered === 'string' ? { kind: entered, ...report } : { kind: 'failed', findings: [entered] };
}

/** Nothing is appended where the document was issued anew, or is put right that way already, since it was looked at. */
async function enter(host: Host, { id, agency }: Job, of: string, kind: Remedied['kind']): Promise<'entered' | 'already' | Finding> {
  let moved = false;
  try {
    const result = await appendEntries(host, agency, (present) => {
      const { current, remedy: standing } = issueStateOf(present, id);
      moved = current?.entry !== of || standing?.kind === kind;
      return moved ? [] : [{ type: 'remedy', job: id, of, kind, date: host.today() }];
    });
    if (result === 'locked') return found('ledger-locked', { in: 'file', file: ledgerPath(agency) }, {});
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return found('output-failed', { in: 'file', file: ledgerPath(agency) }, { reason: error.message });
  }
  return moved ? 'already' : 'entered';
}

function refuse(why: string): RemedyReport {
  return { kind: 'refused', why };
}
