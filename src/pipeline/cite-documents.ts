/** Documents of the same period that a document may cite: the agency's own, and those of agencies whose figures it uses. What was looked at is recorded, so that issuing one makes the citing documents stale. */
import { formatPeriodId, periodDates } from '../statistics/period.js';
import type { LedgerReader } from '../store/ledger.js';
import { hashSlice, sliceKey } from '../store/ledger-slices.js';
import type { Reads } from '../store/recording-host.js';
import type { Manifest } from '../template/manifest.js';
import type { NamedDocument } from '../template/number-and-date.js';
import { issueStateOf } from './issue-state.js';
import type { Job } from './jobs.js';
import type { Workspace } from './workspace.js';

export interface Citations {
  readonly cite: (document: string) => NamedDocument | undefined;
  /** Of the documents cited so far. */
  readonly reads: () => Reads;
}

export async function citations(job: Job, { tables }: Manifest, { agencies, templates }: Workspace, readLedger: LedgerReader): Promise<Citations> {
  const ids = new Set([job.agency, ...Object.values(tables).flatMap(({ tu }) => (tu === undefined ? [] : [tu]))]);
  const holders = await Promise.all(
    [...ids].flatMap((id) => {
      const agency = agencies.get(id);
      return agency ? [readLedger(id).then((ledger) => ({ agency, ledger }))] : [];
    }),
  );
  const reads: Record<string, string> = {};
  return {
    reads: () => reads,
    cite: (document) => {
      for (const { agency, ledger } of holders) {
        const { id, documents, calendar } = agency.value;
        const template = templates.get(document);
        const period = formatPeriodId(job.period);
        const isMade = documents[document] && (documents[document].periods?.includes(period) ?? true);
        if (!isMade || !template?.value.manifest.periods.includes(job.period.kind) || (id === job.agency && document === job.document)) continue;
        const { manifest } = template.value;
        const cited = `${id}/${period}/${document}${manifest.perUnit && job.unit !== undefined ? `--${job.unit}` : ''}`;
        const slice = { of: 'document', job: cited } as const;
        Object.assign(reads, agency.reads, { [manifest.file]: template.reads[manifest.file]!, [sliceKey(id, slice)]: hashSlice(ledger, slice) });
        const { current } = issueStateOf(ledger, cited);
        return { manifest, agency: agency.value, period: job.period, dates: periodDates(job.period, calendar), ...(current ? { issue: { number: current.number, date: current.issuedOn } } : {}) };
      }
      return undefined;
    },
  };
}
