/** `baocao remedy [khac-phuc]`: an issued document that is wrong gets its replacement or its công văn đính chính. Asks which where a person sits at the terminal. */
import { describeFindings } from '../../finding/describe.js';
import type { Finding } from '../../finding/finding.js';
import { findingToJson } from '../../finding/place-json.js';
import { build, type BuildOptions, type BuildReport } from '../../pipeline/build.js';
import { remedy, type RemedyReport, type RemedyRequest } from '../../pipeline/remedy.js';
import type { Host } from '../../store/host.js';
import { EXIT, notAWorkspace, unknownJobs, wrongUse } from '../exit.js';
import { createProgress, paintFor, printAside, printJson, printResult, shownFindings, type Ask, type GlobalOptions } from '../terminal.js';
import { buildExitCode, describeBuild, jobToJson } from './build.js';

export interface RemedyArguments extends Pick<BuildOptions, 'edited' | 'program'> {
  readonly job: string;
  readonly kind: RemedyRequest['kind'] | undefined;
}

/** The rule of Điều 18, khoản 3, in the words of the two choices. */
const RULES = [
  '1. Thay thế (replacement): sai sót về nội dung — số liệu, tên, thời hạn sai.',
  '   Văn bản mới có hình thức tương đương thay thế văn bản đã ban hành: báo cáo thay báo cáo, công văn thay công văn.',
  '2. Đính chính (errata): sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành; mọi số liệu đều đúng.',
  '   Đính chính bằng một công văn, ghi rõ vị trí, «đã ghi», «nay sửa là».',
] as const;
const LAW = 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP:';

export async function runRemedy(host: Host, { job, kind: given, edited, program }: RemedyArguments, options: GlobalOptions, ask: Ask): Promise<number> {
  const kind = given ?? (ask && (await askKind(ask)));
  if (!kind) return wrongUse('remedy', `Chưa chọn cách khắc phục: ghi --kind replacement hoặc --kind errata.\n${LAW}\n${RULES.join('\n')}`, options);
  const report = await remedy(host, { job, kind });
  if (!report) return notAWorkspace('remedy', options);
  switch (report.kind) {
    case 'unknown-job':
      return unknownJobs('remedy', [job], options);
    case 'refused':
      return wrongUse('remedy', report.why, options);
    case 'failed':
      return failed(report.findings, options);
    default:
      return drafted(host, report, kind, { edited, program }, options);
  }
}

/** undefined where the answer is none of the two. */
async function askKind(ask: NonNullable<Ask>): Promise<RemedyRequest['kind'] | undefined> {
  const answer = await ask(`Văn bản đã ban hành sai sót về gì? ${LAW}\n${RULES.join('\n')}\nChọn 1 hoặc 2: `);
  return answer === '1' || answer === 'replacement' ? 'replacement' : answer === '2' || answer === 'errata' ? 'errata' : undefined;
}

type Entered = Extract<RemedyReport, { draft: string }>;

async function drafted(host: Host, report: Entered, kind: RemedyRequest['kind'], { edited, program }: Pick<BuildOptions, 'edited' | 'program'>, options: GlobalOptions): Promise<number> {
  const progress = createProgress(options);
  let built: BuildReport;
  try {
    // A run of its own: the draft follows from the ledger as it is now.
    built = (await build(host, { selection: { jobs: [report.draft] }, formats: ['docx', 'pdf', 'xlsx'], force: false, dryRun: false, edited, program, progress: progress.show }))!;
  } finally {
    progress.stop();
  }
  const code = buildExitCode(built);
  const { kind: state, ledger, symbol, draft, changes } = report;
  if (options.json) {
    const findings = shownFindings(built.jobs.flatMap((one) => one.findings), options).map(findingToJson);
    printJson({ schemaVersion: 1, command: 'remedy', ok: code === EXIT.fine, remedy: { kind, state, symbol, draft, changes }, ledger, jobs: built.jobs.map((one) => jobToJson(one, options)), findings });
    return code;
  }
  printResult(`${state === 'already' ? `Văn bản số ${symbol} đã được ghi khắc phục bằng ${WORDS[kind]} từ trước` : `Đã ghi vào ${ledger}: văn bản số ${symbol} được khắc phục bằng ${WORDS[kind]}`} (${changes.figures} số liệu, ${changes.text} chỗ câu chữ thay đổi).`);
  describeBuild(built, options);
  printResult(`Dự thảo: ${draft}. Sau khi ký, ban hành bằng lệnh: baocao issue ${draft} --number … --date … --by "…"`);
  return code;
}

const WORDS: Readonly<Record<RemedyRequest['kind'], string>> = { replacement: 'văn bản thay thế', errata: 'công văn đính chính' };

function failed(findings: readonly Finding[], options: GlobalOptions): number {
  const shown = shownFindings(findings, options);
  if (options.json) printJson({ schemaVersion: 1, command: 'remedy', ok: false, jobs: [], findings: shown.map(findingToJson) });
  else printAside(describeFindings(shown.filter(({ severity }) => severity !== 'note'), paintFor(process.stderr)));
  return EXIT.findings;
}
