/** `status`: for every job whether its outputs are fresh, stale (and why), edited by hand, or not built yet; and whether it is issued, and stands as it was issued. */
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import { entriesOf, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';
import { createHasher } from '../store/present-hash.js';
import { checkEdited } from './check-edited.js';
import { issueStateOf } from './issue-state.js';
import type { Selection } from './jobs.js';
import { planJob, type Reason } from './plan.js';
import { checkSeals } from './seal.js';
import { withSession } from './session.js';

/** issued: what was built is the sealed document · issued-changed: a new draft that differs from it · replaced: another document stands in its place. */
export type JobStatus = 'fresh' | 'stale' | 'edited' | 'never-built' | 'issued' | 'issued-changed' | 'replaced';

export interface StatusEntry {
  readonly id: string;
  readonly status: JobStatus;
  readonly because: readonly Reason[];
  readonly edited: readonly string[];
  /** The document that stands, and its place in the chain. */
  readonly issued?: Entry<'issued'>;
  /** Older issues of the same document and what they in turn replaced, newest first. */
  readonly replaces: readonly Entry<'issued'>[];
  /** Another document that replaces this one. */
  readonly replacedBy?: Entry<'issued'>;
  /** Công văn đính chính of this one. */
  readonly corrected?: Entry<'issued'>;
  /** How it is to be put right, not yet done. */
  readonly remedy?: Entry<'remedy'>;
  /** Broken seals, figures typed over. */
  readonly findings: readonly Finding[];
}

/** undefined where the root is no workspace. */
export function readStatus(host: Host, selection: Selection, program: string): Promise<readonly StatusEntry[] | undefined> {
  return withSession(host, selection, async ({ jobs, readLedger }) => {
    const hash = createHasher(host);
    const entries: StatusEntry[] = [];
    for (const job of jobs) {
      const step = await planJob(job, { host, hash, program, formats: 'built', force: false });
      const { because, edited, manifest } = step;
      const ledger = await readLedger(job.agency);
      const chain = chainOf(ledger, job.id);
      const { issued, replacedBy } = chain;
      const built = manifest?.issued && manifest.issued.entry === issued?.entry ? (manifest.issued.same ? 'issued' : 'issued-changed') : 'fresh';
      const status = !manifest ? 'never-built' : edited.length > 0 ? 'edited' : because.length > 0 ? 'stale' : replacedBy ? 'replaced' : built;
      const findings = [...(await checkSeals(issueStateOf(ledger, job.id).issued, hash)), ...(await checkEdited(host, step))];
      entries.push({ id: job.id, status, because: manifest ? because : [], edited, ...chain, findings });
    }
    return entries;
  });
}

type Chain = Pick<StatusEntry, 'issued' | 'replaces' | 'replacedBy' | 'corrected' | 'remedy'>;

function chainOf(ledger: Ledger, job: string): Chain {
  const all = entriesOf(ledger, 'issued');
  const { current, remedy } = issueStateOf(ledger, job);
  if (!current) return { replaces: [] };
  const replaces: Entry<'issued'>[] = [];
  for (let one = before(all, current); one && !replaces.includes(one); one = before(all, one)) replaces.push(one);
  const behind = all.find((one) => one.replaces === current.entry);
  const errata = behind && entriesOf(ledger, 'remedy').findLast(({ of }) => of === current.entry)?.kind === 'errata';
  return { issued: current, replaces, ...(behind ? (errata ? { corrected: behind } : { replacedBy: behind }) : {}), ...(remedy ? { remedy } : {}) };
}

function before(all: readonly Entry<'issued'>[], { replaces }: Entry<'issued'>): Entry<'issued'> | undefined {
  return replaces === undefined ? undefined : all.find(({ entry }) => entry === replaces);
}
