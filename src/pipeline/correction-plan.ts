/** The plan of a correction as a file: what will be written into the ledger, on which inputs that rests, and what it will change. Read back only as it was written. */
import { z } from 'zod';
import type { Impact } from '../finding/impact.js';
import { findingToJson } from '../finding/place-json.js';
import { hashBytes, type Reads } from '../store/recording-host.js';

const cell = z.object({
  form: z.string(),
  period: z.string(),
  row: z.string(),
  label: z.string(),
  column: z.string(),
  was: z.string().nullable(),
  now: z.string(),
  illustrative: z.literal(true).optional(),
  source: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const schema = z.looseObject({
  schemaVersion: z.literal(1),
  kind: z.literal('correction-plan'),
  agency: z.string(),
  reason: z.string(),
  basis: z.string(),
  by: z.string(),
  program: z.string(),
  cells: z.array(cell),
  inputs: z.record(z.string(), z.string()),
  jobs: z.array(z.string()),
  proposal: z.object({ cells: z.array(z.unknown()) }).optional(),
});

export type PlannedCell = z.output<typeof cell>;

export interface CorrectionPlan {
  readonly schemaVersion: 1;
  readonly kind: 'correction-plan';
  readonly agency: string;
  /** Name of the agency on the day of the plan. */
  readonly agencyName: string;
  readonly reason: string;
  /** Act or letter the correction rests on. */
  readonly basis: string;
  readonly by: string;
  /** Corrected file, as it was named, and the hash of its bytes. */
  readonly file: { readonly name: string; readonly sha256: string };
  readonly program: string;
  readonly cells: readonly PlannedCell[];
  /** Everything the impact rests on, with its hash. */
  readonly inputs: Reads;
  /** Documents to be built anew. */
  readonly jobs: readonly string[];
  readonly impact: Impact;
  /** A second correction that the first calls for («số kỳ trước chuyển sang» of the next period), in the shape of a list of cells: proposed, never made. */
  readonly proposal?: { readonly cells: readonly ProposedCell[] };
}

export interface ProposedCell {
  readonly form: string;
  readonly period: string;
  readonly row: string;
  readonly column: string;
  /** Exact decimal text. */
  readonly value: string;
}

/** What `apply` needs of a plan. */
export type MadePlan = Omit<CorrectionPlan, 'impact' | 'file' | 'agencyName'>;

export type ReadPlan = { readonly ok: true; readonly plan: MadePlan } | { readonly ok: false; readonly reason: string };

export function writeCorrectionPlan(plan: CorrectionPlan): Uint8Array {
  const { impact } = plan;
  // Findings as everywhere in JSON.
  const told = { ...plan, impact: { ...impact, findings: { new: impact.findings.new.map(findingToJson), gone: impact.findings.gone.map(findingToJson) } } };
  return new TextEncoder().encode(`${JSON.stringify({ ...told, digest: digestOf(told) }, null, 1)}\n`);
}

/** The plan, or why it is none. */
export function readCorrectionPlan(bytes: Uint8Array): ReadPlan {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { ok: false, reason: 'tệp không phải JSON trọn vẹn' };
  }
  const { digest, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const parsed = schema.safeParse(rest);
  if (!parsed.success) return { ok: false, reason: 'tệp không phải kế hoạch do lệnh «baocao correct plan» lập' };
  if (digest !== digestOf(rest)) return { ok: false, reason: 'nội dung đã bị sửa tay từ khi lập' };
  return { ok: true, plan: parsed.data as unknown as MadePlan };
}

function digestOf(content: object): string {
  return hashBytes(new TextEncoder().encode(JSON.stringify(content)));
}
