/** Corrections of the sample months on a Map host: planned and applied as the commands do it, with `figures.json` as the only output, which needs no writer. */
import { applyCorrection, type AppliedCorrection } from '../../src/pipeline/apply-correction.js';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { writeCorrectionPlan, type CorrectionPlan } from '../../src/pipeline/correction-plan.js';
import type { FigureEntry } from '../../src/pipeline/figures-json.js';
import { planCorrection, type CorrectionRequest, type PlannedCorrection } from '../../src/pipeline/plan-correction.js';
import { entriesOf, loadLedger } from '../../src/store/ledger.js';
import { AGENCY, CAUSE, REQUEST } from './january-corrected.js';
import { createMapHost, sampleFiles, text, type MapHost } from './map-host.js';

export const PROGRAM = 'test';

export interface NamedCell {
  readonly form?: string;
  readonly period?: string;
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** January to March, or fewer, of one agency, with the cause that the corrected January needs. */
export function monthsHost(months: readonly string[] = ['2021-01', '2021-02']): MapHost {
  const files = [...sampleFiles()].filter(([file]) => !file.startsWith(`data/${AGENCY}/`) || months.some((month) => file.startsWith(`data/${AGENCY}/${month}/`)));
  return createMapHost(new Map([...files, [CAUSE.path, text(CAUSE.text)]]));
}

export async function buildFigures(host: MapHost, jobs: readonly string[] = []): Promise<BuildReport> {
  return (await build(host, { selection: { jobs }, formats: [], force: false, dryRun: false, edited: 'refuse', program: PROGRAM }))!;
}

export function cellList(cells: readonly NamedCell[], name = 'sua.json'): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: text(JSON.stringify({ cells: cells.map((cell) => ({ form: 'ket-qua-giai-quyet', period: '2021-01', ...cell })) })) };
}

export async function plan(host: MapHost, file: CorrectionRequest['file'], change: Partial<CorrectionRequest> = {}): Promise<PlannedCorrection> {
  return (await planCorrection(host, { file, agency: AGENCY, period: undefined, ...REQUEST, program: PROGRAM, ...change }))!;
}

export async function planned(host: MapHost, file: CorrectionRequest['file'], change: Partial<CorrectionRequest> = {}): Promise<CorrectionPlan> {
  const made = await plan(host, file, change);
  if (made.kind !== 'planned') throw new Error(JSON.stringify(made));
  return made.plan;
}

export async function apply(host: MapHost, made: CorrectionPlan | Uint8Array, program = PROGRAM): Promise<AppliedCorrection> {
  const bytes = made instanceof Uint8Array ? made : writeCorrectionPlan(made);
  return (await applyCorrection(host, { name: 'ke-hoach.json', bytes }, { formats: [], force: false, dryRun: false, edited: 'refuse', program }))!;
}

/** Codes of a refusal. */
export function refusal(result: AppliedCorrection | PlannedCorrection): readonly string[] {
  return result.kind === 'refused' ? result.findings.map(({ code }) => code) : [`not refused: ${result.kind}`];
}

export async function corrections(host: MapHost) {
  return entriesOf(await loadLedger(host, AGENCY), 'correction');
}

export function printed(host: MapHost, job: string): readonly FigureEntry[] {
  const bytes = host.files.get(`output/${job}.figures.json`);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as { figures: readonly FigureEntry[] }).figures : [];
}

/** Everything but the named file, to see that nothing else was touched. */
export function snapshot(host: MapHost): ReadonlyMap<string, string> {
  return new Map([...host.files].map(([file, bytes]) => [file, Buffer.from(bytes).toString('base64')]));
}
