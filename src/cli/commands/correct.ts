/** `baocao correct plan` and `correct apply`: the impact of a correction before anything is touched, then exactly that. */
import { describeFindings } from '../../finding/describe.js';
import { hasError } from '../../finding/finding.js';
import { findingToJson } from '../../finding/place-json.js';
import { applyCorrection } from '../../pipeline/apply-correction.js';
import type { BuildOptions } from '../../pipeline/build.js';
import { writeCorrectionPlan, type CorrectionPlan } from '../../pipeline/correction-plan.js';
import { planCorrection, type CorrectionRequest } from '../../pipeline/plan-correction.js';
import { writeImpactFile, writeOwnFile, type OwnFile } from '../../pipeline/write-sheet-file.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, wrongUse } from '../exit.js';
import { describeImpact } from '../impact-page.js';
import { createProgress, paintFor, printAside, printJson, printResult, type GlobalOptions } from '../terminal.js';
import { untilInterrupted } from '../interrupt.js';
import { buildExitCode, describeBuild, jobToJson, openLanes } from './build.js';

export interface PlanFiles {
  readonly plan?: OwnFile | undefined;
  readonly sheet?: OwnFile | undefined;
}

export async function runCorrectPlan(host: Host, request: CorrectionRequest, files: PlanFiles, options: GlobalOptions): Promise<number> {
  const planned = await planCorrection(host, request);
  if (!planned) return notAWorkspace('correct plan', options);
  if (planned.kind === 'unclear') return wrongUse('correct plan', planned.why, options);
  const findings = [...planned.findings];
  const plan = planned.kind === 'planned' ? planned.plan : undefined;
  if (plan && files.plan) findings.push(...(await writeOwnFile(files.plan, writeCorrectionPlan(plan))));
  if (plan && files.sheet) findings.push(...(await writeImpactFile(files.sheet, plan, host.today())));
  const code = hasError(findings) ? EXIT.findings : EXIT.fine;
  if (options.json) {
    printJson({ schemaVersion: 1, command: 'correct plan', ok: code === EXIT.fine, ...(plan ? planToJson(plan) : {}), jobs: [], findings: findings.map(findingToJson) });
    return code;
  }
  if (!options.quiet) printAside(describeFindings(findings, paintFor(process.stderr)));
  if (plan) printResult(summary(plan, files, options));
  return code;
}

function planToJson({ agency, cells, impact, proposal, jobs }: CorrectionPlan): object {
  return {
    agency,
    cells,
    impact: { ...impact, findings: { new: impact.findings.new.map(findingToJson), gone: impact.findings.gone.map(findingToJson) } },
    toBuild: jobs,
    ...(proposal ? { proposal } : {}),
  };
}

function summary(plan: CorrectionPlan, { plan: file, sheet }: PlanFiles, { quiet }: GlobalOptions): string {
  const { impact, proposal } = plan;
  const lines = quiet ? [] : [describeImpact(impact, paintFor(process.stdout)), ''];
  const issued = impact.jobs.filter((job) => job.issued).length;
  lines.push(`Đính chính ${impact.cells.length} ô: ${impact.figures.length} con số thay đổi trong ${impact.jobs.length} văn bản (${issued} đã ban hành). Chưa ghi gì vào dữ liệu.`);
  if (proposal) lines.push(`Đề nghị đính chính tiếp ${proposal.cells.length} ô «kỳ trước chuyển sang» của kỳ sau (lập riêng, không tự làm): ${proposal.cells.map(({ period, row, column, value }) => `${period} ${row} ${column} = ${value}`).join('; ')}.`);
  if (proposal && file) lines.push(`  Sau khi thực hiện kế hoạch này: baocao correct plan ${file.shown} --agency ${plan.agency} --reason "…" --basis "…" --by "…" -o <tệp kế hoạch mới>`);
  if (file) lines.push(`Kế hoạch: ${file.shown}. Thực hiện: baocao correct apply ${file.shown}`);
  if (sheet) lines.push(`Bảng tác động để trình: ${sheet.shown}`);
  return lines.join('\n');
}

export async function runCorrectApply(host: Host, file: { readonly name: string; readonly bytes: Uint8Array }, build: Omit<BuildOptions, 'selection' | 'progress' | 'openLanes' | 'signal'>, options: GlobalOptions): Promise<number> {
  const progress = createProgress(options);
  let applied: Awaited<ReturnType<typeof applyCorrection>>;
  try {
    applied = await untilInterrupted((signal) => applyCorrection(host, file, { ...build, progress: progress.show, signal, openLanes: (jobs) => openLanes(jobs, build, undefined, options, signal) }));
  } finally {
    progress.stop();
  }
  if (!applied) return notAWorkspace('correct apply', options);
  if (applied.kind === 'refused') {
    if (options.json) printJson({ schemaVersion: 1, command: 'correct apply', ok: false, jobs: [], findings: applied.findings.map(findingToJson) });
    else printAside(describeFindings(applied.findings, paintFor(process.stderr)));
    return EXIT.findings;
  }
  const { build: report, ledger, entries, kind } = applied;
  const code = buildExitCode(report);
  const findings = [...report.findings, ...report.jobs.flatMap((job) => job.findings)];
  if (options.json) {
    printJson({ schemaVersion: 1, command: 'correct apply', ok: code === EXIT.fine, ledger, appended: kind === 'applied' ? entries : 0, jobs: report.jobs.map((job) => jobToJson(job, options)), findings: findings.map(findingToJson) });
    return code;
  }
  printResult(kind === 'applied' ? `Đã ghi ${entries} đính chính vào ${ledger}.` : `${ledger} đã có ${entries} đính chính này từ lần chạy trước.`);
  describeBuild(report, options);
  return code;
}
