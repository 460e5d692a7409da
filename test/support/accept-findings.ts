/** Accepts every open error of a job as a person would by `waive`, so that a changed copy of the workspace makes its document. */
import { canBeWaived } from '../../src/check/waivers.js';
import { findingId, type Finding } from '../../src/finding/finding.js';
import { placeToJson } from '../../src/finding/place-json.js';
import { composeOne } from '../../src/pipeline/check-jobs.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import { appendWaiver } from '../../src/store/ledger.js';
import { composeSample } from './compose-sample.js';
import type { MapHost } from './map-host.js';

export interface AcceptedJob extends ComposedJob {
  /** What had to be accepted. */
  readonly accepted: readonly Finding[];
}

export async function composeAccepted(host: MapHost, job: string): Promise<AcceptedJob> {
  const first = await composeOne(host, job);
  if (!first || first === 'unknown-job') throw new Error(`no job ${job}`);
  const open = first.findings.filter((finding) => finding.severity === 'error' && !finding.waived);
  if (open.length === 0) return { ...first, accepted: [] };
  for (const finding of open) {
    const { code, place, message, seen, expected } = finding;
    if (!canBeWaived(finding)) throw new Error(`${code} cannot be accepted: ${message}`);
    const told = { ...(seen === undefined ? {} : { seen }), ...(expected === undefined ? {} : { expected }) };
    await appendWaiver(host, job.split('/')[0]!, { finding: findingId(finding), code, place: placeToJson(place) as { file: string }, message, ...told, reason: 'thử', by: 'người thử', date: host.date });
  }
  return { ...(await composeSample(host, job)), accepted: open };
}
