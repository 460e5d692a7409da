/** Parts of a ledger that a job rests on, each with a key among its reads: an entry makes only those jobs stale that read its part. */
import { ledgerPath, entriesOf, type Ledger } from './ledger.js';
import { ABSENT, hashBytes } from './recording-host.js';

/** waivers: all of the agency, with the faults of the file · corrections: of one table · document: number, date and remedy of one job · errata: which documents of a period are put right by a letter. */
export type Slice =
  | { readonly of: 'waivers' }
  | { readonly of: 'corrections'; readonly period: string; readonly form: string }
  | { readonly of: 'document'; readonly job: string }
  | { readonly of: 'errata'; readonly period: string };

/** «data/so-noi-vu/ledger.jsonl#corrections/2021-01/ket-qua-giai-quyet». */
export function sliceKey(agency: string, slice: Slice): string {
  return `${ledgerPath(agency)}#${slice.of}${partOf(slice)}`;
}

function partOf(slice: Slice): string {
  switch (slice.of) {
    case 'waivers':
      return '';
    case 'corrections':
      return `/${slice.period}/${slice.form}`;
    case 'document':
      return `/${slice.job}`;
    case 'errata':
      return `/${slice.period}`;
  }
}

/** undefined where the key of a read is no slice. */
export function parseSliceKey(key: string): { readonly agency: string; readonly slice: Slice } | undefined {
  const match = /^data\/([^/]+)\/ledger\.jsonl#(?:(waivers)|corrections\/([^/]+)\/([^/]+)|document\/(.+)|errata\/([^/]+))$/.exec(key);
  if (!match) return undefined;
  const [, agency, waivers, period, form, job, errata] = match;
  const slice: Slice = waivers ? { of: 'waivers' } : errata ? { of: 'errata', period: errata } : job ? { of: 'document', job } : { of: 'corrections', period: period!, form: form! };
  return { agency: agency!, slice };
}

export function hashSlice(ledger: Ledger, slice: Slice): string {
  const content = contentOf(ledger, slice);
  return content.length === 0 ? ABSENT : hashBytes(new TextEncoder().encode(JSON.stringify(content)));
}

function contentOf(ledger: Ledger, slice: Slice): readonly object[] {
  switch (slice.of) {
    case 'waivers':
      return [...entriesOf(ledger, 'waiver'), ...ledger.findings];
    case 'corrections':
      return entriesOf(ledger, 'correction').filter(({ period, form }) => period === slice.period && form === slice.form);
    case 'errata':
      return entriesOf(ledger, 'remedy').filter(({ kind, job }) => kind === 'errata' && job.split('/')[1] === slice.period);
    case 'document':
      return [...entriesOf(ledger, 'issued'), ...entriesOf(ledger, 'remedy')].filter(({ job }) => job === slice.job);
  }
}
