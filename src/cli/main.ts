#!/usr/bin/env node
/** The command line: arguments to commands, and the only setter of the exit code. */
import path from 'node:path';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { listJobs } from '../pipeline/build.js';
import { keepHeapSmall } from '../pipeline/heap.js';
import { createNodeHost, programId } from '../store/node-host.js';
import { runBuild } from './commands/build.js';
import { runCheck } from './commands/check.js';
import { runCorrectApply, runCorrectPlan } from './commands/correct.js';
import { runExplain } from './commands/explain.js';
import { runIssue } from './commands/issue.js';
import { runRedline } from './commands/redline.js';
import { runRemedy } from './commands/remedy.js';
import { runStatus } from './commands/status.js';
import { runWaive } from './commands/waive.js';
import { runWithdraw } from './commands/withdraw.js';
import { readSignedFile } from './signed-file.js';
import { EXIT, WrongUse } from './exit.js';
import { exitOnInterrupt } from './interrupt.js';
import { givenFile, ownFile } from './named-files.js';
import { editedChoice, editedOptions, FORMATS, jobsPositional, parseCount, parseFormats, selectionOf, selectionOptions } from './options.js';
import { askOnTerminal, printAside, type GlobalOptions } from './terminal.js';
import { VIETNAMESE } from './yargs-words.js';

keepHeapSmall();

exitOnInterrupt();

interface Parsed {
  readonly root: string;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
}

function globalOptions({ root, out, json, quiet, debug }: Parsed): GlobalOptions {
  return { root: path.resolve(root), out: out === undefined ? undefined : path.resolve(out), json, quiet, debug };
}

function hostFor(options: GlobalOptions) {
  return createNodeHost(options.root, options.out);
}

async function main(): Promise<number> {
  let exitCode: number = EXIT.fine;
  const cli = yargs(hideBin(process.argv))
    .scriptName('baocao')
    .usage('baocao <lệnh> — lập báo cáo, công văn từ số liệu')
    .locale('en')
    .updateStrings(VIETNAMESE)
    .parserConfiguration({ 'camel-case-expansion': true, 'duplicate-arguments-array': false })
    .option('root', { type: 'string', default: '.', describe: 'Nơi làm việc (thư mục có data, templates, output)', requiresArg: true, global: true })
    .option('json', { type: 'boolean', default: false, describe: 'In kết quả dạng JSON', global: true })
    .option('quiet', { type: 'boolean', default: false, describe: 'Chỉ in kết quả', global: true })
    .option('debug', { type: 'boolean', default: false, describe: 'In chi tiết khi phần mềm lỗi', global: true })
    .option('out', { type: 'string', describe: 'Thư mục kết quả thay cho output', requiresArg: true, global: true })
    .command(
      ['build [job..]', 'lap [job..]'],
      'Lập văn bản; chỉ lập lại những gì đã thay đổi',
      (command) =>
        command
          .positional('job', jobsPositional)
          .options(selectionOptions)
          .option('formats', { type: 'string', default: FORMATS.join(','), describe: 'Định dạng cần lập', requiresArg: true })
          .option('force', { type: 'boolean', default: false, describe: 'Lập lại cả khi không có gì thay đổi' })
          .option('jobs', { type: 'string', describe: 'Số văn bản lập cùng lúc (mặc định theo số lõi và bộ nhớ trống)', requiresArg: true })
          .option('dry-run', { type: 'boolean', default: false, describe: 'Chỉ in kế hoạch, không ghi gì' })
          .option('overwrite', editedOptions.overwrite)
          .option('beside', editedOptions.beside)
          .conflicts('overwrite', 'beside'),
      async (args) => {
        const options = globalOptions(args);
        const edited = editedChoice(args);
        const { force, dryRun } = args;
        const request = { selection: selectionOf(args), formats: parseFormats(args.formats), force, dryRun, edited, workers: parseCount('--jobs', args.jobs) } as const;
        exitCode = await runBuild(hostFor(options), await programId(), request, options);
      },
    )
    .command(
      ['check [job..]', 'soat [job..]'],
      'Soát số liệu và thể thức; in phiếu kiểm tra',
      (command) =>
        command
          .positional('job', { ...jobsPositional, describe: 'Mã văn bản, hoặc <cơ quan>/<kỳ>' })
          .options(selectionOptions)
          .option('xlsx', { type: 'string', describe: 'Ghi phiếu kiểm tra ra sổ tính này để in và ký', requiresArg: true }),
      async (args) => {
        const options = globalOptions(args);
        exitCode = await runCheck(hostFor(options), selectionOf(args), options, args.xlsx === undefined ? undefined : ownFile(args.xlsx, 'xlsx', options));
      },
    )
    .command(
      ['waive <finding>', 'chap-nhan <finding>'],
      'Chấp nhận một phát hiện, có lý do và người chịu trách nhiệm',
      (command) =>
        command
          // An id such as 123456789012 or 1e5… is a text.
          .positional('finding', { type: 'string', demandOption: true, describe: 'Mã số phát hiện (12 ký tự, lệnh check in ra)' })
          .option('reason', { type: 'string', default: '', describe: 'Lý do chấp nhận', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('by', { type: 'string', default: '', describe: 'Họ tên người chấp nhận', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('agency', selectionOptions.agency)
          .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false }),
      async (args) => {
        const options = globalOptions(args);
        const { finding, reason, by, agency } = args;
        exitCode = await runWaive(hostFor(options), { finding, reason, by, agency }, options);
      },
    )
    .command(
      ['correct <action> <file>', 'dinh-chinh <action> <file>'],
      'Đính chính số liệu: plan (xem tác động) rồi apply (thực hiện)',
      (command) =>
        command
          .positional('action', { choices: ['plan', 'apply'] as const, demandOption: true, describe: 'plan: lập kế hoạch, chưa ghi gì; apply: thực hiện đúng kế hoạch' })
          .positional('file', { type: 'string', demandOption: true, describe: 'Sổ tính đã sửa, JSON các ô, hoặc tệp kế hoạch (với apply)' })
          .option('agency', selectionOptions.agency)
          .option('period', { ...selectionOptions.period, describe: 'Kỳ của tệp, khi tiêu đề trong tệp không nêu' })
          .option('reason', { type: 'string', default: '', describe: 'Lý do đính chính', requiresArg: true, defaultDescription: 'bắt buộc với plan' })
          .option('basis', { type: 'string', default: '', describe: 'Căn cứ: văn bản của đơn vị gửi số liệu sửa', requiresArg: true, defaultDescription: 'bắt buộc với plan' })
          .option('by', { type: 'string', default: '', describe: 'Họ tên người lập', requiresArg: true, defaultDescription: 'bắt buộc với plan' })
          .option('output', { alias: 'o', type: 'string', describe: 'Ghi kế hoạch ra tệp .json này', requiresArg: true })
          .option('xlsx', { type: 'string', describe: 'Ghi bảng tác động ra sổ tính này để trình', requiresArg: true })
          .option('formats', { type: 'string', default: FORMATS.join(','), describe: 'Định dạng cần lập lại (với apply)', requiresArg: true })
          .option('overwrite', editedOptions.overwrite)
          .option('beside', editedOptions.beside)
          .conflicts('overwrite', 'beside'),
      async (args) => {
        const options = globalOptions(args);
        const file = await givenFile(args.file);
        const program = await programId();
        if (args.action === 'apply') {
          const edited = editedChoice(args);
          exitCode = await runCorrectApply(hostFor(options), file, { formats: parseFormats(args.formats), force: false, dryRun: false, edited, program }, options);
          return;
        }
        const { agency, period, reason, basis, by, output, xlsx } = args;
        // The file handed in is what the plan can be checked against.
        for (const own of [output, xlsx]) if (own !== undefined && path.resolve(own) === path.resolve(args.file)) throw new WrongUse(`Không ghi đè tệp đính chính đưa vào: ${own}. Đặt tên khác.`);
        const files = { plan: output === undefined ? undefined : ownFile(output, 'json', options), sheet: xlsx === undefined ? undefined : ownFile(xlsx, 'xlsx', options) };
        exitCode = await runCorrectPlan(hostFor(options), { file, agency, period, reason, basis, by, program }, files, options);
      },
    )
    .command(
      ['issue <job>', 'ban-hanh <job>'],
      'Ban hành văn bản: điền số và ngày do văn thư cấp, lưu bản không sửa được',
      (command) =>
        command
          .positional('job', { type: 'string', demandOption: true, describe: 'Mã văn bản' })
          .option('number', { type: 'string', default: '', describe: 'Số văn bản do văn thư cấp, ví dụ 57', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('date', { type: 'string', default: '', describe: 'Ngày ban hành: năm-tháng-ngày, ví dụ 2021-02-18', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('by', { type: 'string', default: '', describe: 'Họ tên người ban hành', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('signed', { type: 'string', describe: 'Tệp đã ký (bản quét hoặc ký số), được lưu cùng', requiresArg: true })
          .option('overwrite', editedOptions.overwrite)
          .option('beside', editedOptions.beside)
          .conflicts('overwrite', 'beside')
          .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false }),
      async (args) => {
        const options = globalOptions(args);
        const { job, number, date, by } = args;
        const signed = args.signed === undefined ? undefined : await readSignedFile(args.signed);
        exitCode = await runIssue(hostFor(options), { job, number, date, by, signed, edited: editedChoice(args), program: await programId() }, options);
      },
    )
    .command(
      ['remedy <job>', 'khac-phuc <job>'],
      'Khắc phục văn bản đã ban hành có sai sót: lập văn bản thay thế hoặc công văn đính chính (Điều 18 Nghị định 30/2020/NĐ-CP)',
      (command) =>
        command
          .positional('job', { type: 'string', demandOption: true, describe: 'Mã văn bản đã ban hành' })
          .option('kind', { choices: ['replacement', 'errata'] as const, describe: 'replacement: thay thế (sai nội dung, số liệu); errata: đính chính bằng công văn (sai thể thức, kỹ thuật)', requiresArg: true })
          .option('overwrite', editedOptions.overwrite)
          .option('beside', editedOptions.beside)
          .conflicts('overwrite', 'beside'),
      async (args) => {
        const options = globalOptions(args);
        exitCode = await runRemedy(hostFor(options), { job: args.job, kind: args.kind, edited: editedChoice(args), program: await programId() }, options, askOnTerminal(options));
      },
    )
    .command(
      ['withdraw <entry>', 'rut <entry>'],
      'Rút một mục của sổ theo dõi (ghi nhầm, không còn đúng); mục cũ vẫn đọc được',
      (command) =>
        command
          .positional('entry', { type: 'string', demandOption: true, describe: 'Mã số mục (12 ký tự, đầu mỗi dòng của ledger.jsonl)' })
          .option('reason', { type: 'string', default: '', describe: 'Lý do rút', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('by', { type: 'string', default: '', describe: 'Họ tên người rút', requiresArg: true, defaultDescription: 'bắt buộc' })
          .option('agency', selectionOptions.agency)
          .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false }),
      async (args) => {
        const options = globalOptions(args);
        const { entry, reason, by, agency } = args;
        exitCode = await runWithdraw(hostFor(options), { entry, reason, by, agency }, options);
      },
    )
    .command(
      ['redline <job>', 'so-sanh <job>'],
      'So dự thảo mới với văn bản đã ban hành: tệp Word có dấu thay đổi',
      (command) =>
        command
          .positional('job', { type: 'string', demandOption: true, describe: 'Mã văn bản đã ban hành' })
          .option('overwrite', editedOptions.overwrite)
          .option('beside', editedOptions.beside)
          .conflicts('overwrite', 'beside'),
      async (args) => {
        const options = globalOptions(args);
        exitCode = await runRedline(hostFor(options), { job: args.job, edited: editedChoice(args), program: await programId() }, options);
      },
    )
    .command(
      ['explain <job> [figure]', 'truy-nguon <job> [figure]'],
      'Truy nguồn một con số in trong văn bản',
      (command) =>
        command
          .positional('job', { type: 'string', demandOption: true, describe: 'Mã văn bản' })
          .positional('figure', { type: 'string', describe: 'Con số như đã in, ví dụ 89,69%' })
          .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false }),
      async (args) => {
        const options = globalOptions(args);
        exitCode = await runExplain(hostFor(options), args.job, args.figure, options);
      },
    )
    .command(
      ['status [job..]', 'tinh-trang [job..]'],
      'Tình trạng của từng văn bản',
      (command) => command.positional('job', jobsPositional).options(selectionOptions),
      async (args) => {
        const options = globalOptions(args);
        exitCode = await runStatus(hostFor(options), await programId(), selectionOf(args), options);
      },
    )
    .completion('completion', 'In kịch bản gợi ý lệnh khi bấm Tab (bash, zsh)', async (current, args) => {
      const words = args._.map(String);
      if (words.length <= 2 && !(current.includes('/') || current === '')) return COMMANDS.filter((name) => name.startsWith(current));
      const jobs = await listJobs(createNodeHost(process.cwd()));
      return [...(words.length <= 2 ? COMMANDS : []), ...jobs.map(({ id }) => id)].filter((name) => name.startsWith(current));
    })
    .demandCommand(1, 'Thiếu lệnh.')
    .recommendCommands()
    .strict()
    .help()
    .version()
    .alias('help', 'h')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new WrongUse(message);
    });
  try {
    await cli.parseAsync();
    return exitCode;
  } catch (error) {
    // yargs 18 answers a Tab and then still finds its own flag unknown; nothing of that belongs on the user's line.
    if (process.argv.includes('--get-yargs-completions')) return EXIT.fine;
    if (error instanceof WrongUse || (error instanceof Error && error.name === 'YError')) {
      printAside(`${error.message}\nXem cách dùng: baocao --help`);
      return EXIT.usage;
    }
    printAside(`LỖI PHẦN MỀM  ${process.argv.includes('--debug') && error instanceof Error ? error.stack : String(error)}`);
    return EXIT.bug;
  }
}

const COMMANDS = ['build', 'check', 'correct', 'explain', 'redline', 'status', 'waive', 'issue', 'remedy', 'withdraw', 'lap', 'soat', 'dinh-chinh', 'truy-nguon', 'so-sanh', 'tinh-trang', 'chap-nhan', 'ban-hanh', 'khac-phuc', 'rut', 'completion'];

process.exitCode = await main();
