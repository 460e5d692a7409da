/** `correct plan`: a corrected file → what a correction of its cells would change. Writes nothing. */
import { hasError, type Finding } from '../finding/finding.js';
import { found } from '../finding/catalog.js';
import { sortFindings } from '../finding/order.js';
import { placeToJson } from '../finding/place-json.js';
import type { Agency } from '../template/agency.js';
import { identityOn } from '../template/document-data.js';
import type { Host } from '../store/host.js';
import type { NewEntry } from '../store/ledger-entry.js';
import { hashBytes } from '../store/recording-host.js';
import type { CorrectionPlan, PlannedCell } from './correction-plan.js';
import { measureCorrection } from './measure-correction.js';
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
    const { reason, basis, by, program, file } = request;
    const entries = correctionEntries({ cells, reason, basis, by }, host.today());
    const { impact, inputs, jobs, proposal } = await measureCorrection(host, session, agency, cells, entries, program);
    const plan: CorrectionPlan = {
      schemaVersion: 1,
      kind: 'correction-plan',
      agency: agency.id,
      agencyName: identityOn(agency, host.today()).name,
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
