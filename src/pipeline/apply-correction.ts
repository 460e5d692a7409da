/** `correct apply`: what a plan says goes into the ledger in one write, and its documents are built anew; nothing where the inputs are no longer those of the plan. */
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import type { Host } from '../store/host.js';
import { appendEntries, entriesOf, ledgerPath, type Ledger } from '../store/ledger.js';
import type { Entry } from '../store/ledger-entry.js';
import { parseSliceKey, hashSlice, type Slice } from '../store/ledger-slices.js';
import { createHasher } from '../store/present-hash.js';
import { build, type BuildOptions, type BuildReport } from './build.js';
import { readCorrectionPlan, type MadePlan, type PlannedCell } from './correction-plan.js';
import { correctionEntries } from './plan-correction.js';
import { failureReason } from './write-outputs.js';

export type AppliedCorrection =
  /** `already`: a run that was interrupted had written the ledger; the documents are built all the same. */
  | { readonly kind: 'applied' | 'already'; readonly ledger: string; readonly entries: number; readonly build: BuildReport }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** undefined where the root is no workspace. `file`: the plan as it was named. */
export async function applyCorrection(host: Host, file: { readonly name: string; readonly bytes: Uint8Array }, options: Omit<BuildOptions, 'selection'>): Promise<AppliedCorrection | undefined> {
  const read = readCorrectionPlan(file.bytes);
  const at = { in: 'file', file: file.name } as const;
  if (!read.ok) return { kind: 'refused', findings: [found('plan-invalid', at, { reason: read.reason })] };
  const { plan } = read;
  const ledger = ledgerPath(plan.agency);
  const entries = correctionEntries(plan, host.today());
  const outdated = (input: string): Finding => found('plan-outdated', at, { what: inputWords(input) }, { seen: input });
  const finish = async (kind: 'applied' | 'already'): Promise<AppliedCorrection | undefined> => {
    const report = await build(host, { ...options, selection: { jobs: plan.jobs } });
    return report && { kind, ledger, entries: entries.length, build: report };
  };

  const hash = createHasher(host);
  const changed: string[] = plan.program === options.program ? [] : [PROGRAM];
  for (const [path, recorded] of Object.entries(plan.inputs)) if ((await hash(path)) !== recorded) changed.push(path);
  let state = 'new' as PlanState;
  let result: Awaited<ReturnType<typeof appendEntries>>;
  try {
    // Decided while no other process can write into the ledger.
    result = await appendEntries(host, plan.agency, (present) => {
      state = stateOf(present, plan, changed);
      return state === 'new' ? entries : [];
    });
  } catch (error) {
    return { kind: 'refused', findings: [found('output-failed', { in: 'file', file: ledger }, { reason: failureReason(error) })] };
  }
  if (result === 'locked') return { kind: 'refused', findings: [found('ledger-locked', { in: 'file', file: ledger }, {})] };
  if (state === 'outdated') return { kind: 'refused', findings: (changed.length > 0 ? changed : [ledger]).map(outdated) };
  return finish(state === 'already' ? 'already' : 'applied');
}

const PROGRAM = 'phần mềm';

/** An input as a person knows it: parts of the ledger are no files. */
function inputWords(input: string): string {
  const part = parseSliceKey(input);
  if (!part) return input.endsWith('/') ? `các tệp trong ${input}` : input;
  const { agency, slice } = part;
  return `${sliceWords(slice)} (${ledgerPath(agency)})`;
}

function sliceWords(slice: Slice): string {
  switch (slice.of) {
    case 'waivers':
      return 'phát hiện đã chấp nhận';
    case 'corrections':
      return `đính chính của biểu ${slice.form}, kỳ ${slice.period}`;
    case 'document':
      return `ban hành của ${slice.job}`;
    case 'errata':
      return `công văn đính chính của kỳ ${slice.period}`;
  }
}

/** new: to be written · already: the ledger holds it · outdated: something it rests on has changed. */
type PlanState = 'new' | 'already' | 'outdated';

/** Whether the ledger holds the plan's corrections already; else whether anything the plan rests on has changed. */
function stateOf(present: Ledger, plan: MadePlan, changed: readonly string[]): PlanState {
  const made = entriesOf(present, 'correction');
  if (plan.cells.every((cell) => isLast(made, cell, plan))) return 'already';
  const moved = Object.entries(plan.inputs).some(([key, recorded]) => {
    const part = parseSliceKey(key);
    return part?.agency === plan.agency && hashSlice(present, part.slice) !== recorded;
  });
  return moved || changed.length > 0 ? 'outdated' : 'new';
}

/** The last word on the cell is this correction, for the same reason. */
function isLast(made: readonly Entry<'correction'>[], cell: PlannedCell, { reason, basis, by }: MadePlan): boolean {
  const last = made.filter(({ form, period, row, column }) => form === cell.form && period === cell.period && row === cell.row && column === cell.column).at(-1);
  return last !== undefined && last.was === cell.was && last.now === cell.now && last.reason === reason && last.basis === basis && last.by === by;
}
