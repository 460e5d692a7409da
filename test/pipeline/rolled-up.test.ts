/** The report of a quarter made up from months: figures against those added up here from the files of the months, what is refused and how it is said, and what makes it stale. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineText } from '../../src/document/walk.js';
import { findingId, type Finding } from '../../src/finding/finding.js';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { checkJobs } from '../../src/pipeline/check-jobs.js';
import type { ComposedJob } from '../../src/pipeline/compose-job.js';
import type { FigureEntry } from '../../src/pipeline/figures-json.js';
import { composeSample } from '../support/compose-sample.js';
import { editCells } from '../support/edit-workbook.js';
import { AGENCY, bodyOf, codes, dotted, errors, figuresOf, percent, printedRow, quarterHost, tableOf } from '../support/longer-periods.js';
import { text, type MapHost } from '../support/map-host.js';

const QUARTER = `${AGENCY}/2021-Q1/bao-cao-quy`;
const BOOKS = { '2021-01': 'phu luc thang 01.xlsx', '2021-02': 'phu luc bao cao thang 02.xlsx', '2021-03': 'PL thang 3 - ban chinh.xlsx' } as const;
const bookOf = (month: keyof typeof BOOKS): string => `data/${AGENCY}/${month}/${BOOKS[month]}`;
const COLUMNS = ['nhan_tong', 'nhan_ky_truoc', 'nhan_moi', 'gq_tong', 'gq_truoc_han', 'gq_dung_han', 'gq_qua_han', 'dang_tong', 'dang_con_han', 'dang_qua_han', 'tra_lai', 'truc_tuyen', 'muc_3_4'] as const;

/** Rows of both sheets by unit, read straight from the workbook: the figures stand in C… of a row whose first cell is a running number. */
async function readMonth(bytes: Uint8Array): Promise<readonly Map<string, readonly number[]>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows = new Map<string, readonly number[]>();
    sheet.eachRow((row) => {
      if (typeof row.getCell(1).value !== 'number' && !/^\d+$/.test(row.getCell(1).text)) return;
      rows.set(row.getCell(2).text, Array.from({ length: sheet.actualColumnCount - 2 }, (_, index) => Number(row.getCell(index + 3).result ?? row.getCell(index + 3).value)));
    });
    return rows;
  });
}

describe('the first quarter of 2021', () => {
  let quarter: ComposedJob;
  let months: readonly (readonly Map<string, readonly number[]>[])[];
  beforeAll(async () => {
    const host = quarterHost();
    quarter = await composeSample(host, QUARTER);
    months = await Promise.all((['2021-01', '2021-02', '2021-03'] as const).map((month) => readMonth(host.files.get(bookOf(month))!)));
  }, 60_000);

  /** First sheet: flows summed, opening of January, closing of March; undefined where the months do not tell it. */
  const expected = (unit: string): Record<string, number | undefined> => {
    const rows = months.map(([results]) => Object.fromEntries(COLUMNS.map((id, index) => [id, results!.get(unit)![index]!])));
    const sum = (id: string): number => rows.reduce((all, row) => all + row[id]!, 0);
    const [first, last] = [rows[0]!, rows.at(-1)!];
    return {
      ...Object.fromEntries(COLUMNS.map((id) => [id, sum(id)])),
      nhan_tong: first['nhan_ky_truoc']! + sum('nhan_moi'),
      nhan_ky_truoc: first['nhan_ky_truoc'],
      ...{ dang_tong: last['dang_tong'], dang_con_han: last['dang_con_han'], dang_qua_han: last['dang_qua_han'] },
      muc_3_4: undefined,
    };
  };
  const total = (id: string): number => [...months[0]![0]!.keys()].reduce((all, unit) => all + (expected(unit)[id] ?? 0), 0);

  it('has no error and no warning', () => {
    expect(quarter.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(codes(quarter.findings)).toEqual(expect.arrayContaining(['column-not-rolled-up', 'comparison-left-out']));
  });

  it('prints every figure of Phụ lục I as the months give it', () => {
    const table = tableOf(quarter, 0);
    expect(months[0]![0]!.size).toBe(17);
    for (const unit of months[0]![0]!.keys()) {
      const printed = printedRow(table, unit);
      for (const [id, value] of Object.entries(expected(unit))) expect(printed[id], `${unit} ${id}`).toBe(value === undefined ? '…' : dotted(value));
    }
    const totals = printedRow(table, 'Tổng cộng');
    for (const id of COLUMNS) expect(totals[id], id).toBe(id === 'muc_3_4' ? '…' : dotted(total(id)));
    const rates = printedRow(table, 'Tỷ lệ %');
    expect([rates['gq_tong'], rates['gq_truoc_han'], rates['dang_tong'], rates['truc_tuyen'], rates['muc_3_4']]).toEqual([
      percent(total('gq_tong'), total('nhan_tong')), percent(total('gq_truoc_han'), total('gq_tong')), percent(total('dang_tong'), total('nhan_tong')), `${percent(total('truc_tuyen'), total('nhan_tong'))}(*)`, '…(**)',
    ]);
    expect(table.notes.map(inlineText).join(' ')).toContain('(…) Không tính được từ số liệu các tháng.');
  });

  it('prints every figure of Phụ lục II as the sum of the months', () => {
    const table = tableOf(quarter, 1);
    for (const unit of months[0]![1]!.keys()) {
      const sums = months.map(([, satisfaction]) => satisfaction!.get(unit)!).reduce((all, row) => all.map((value, index) => value + row[index]!));
      expect(Object.values(printedRow(table, unit)).slice(2), unit).toEqual(sums.map(dotted));
    }
  });

  it('tells sums, openings, closings and rates in its sentences', () => {
    const body = bodyOf(quarter);
    expect(body).toContain(`tổng số hồ sơ nhận giải quyết là ${dotted(total('nhan_tong'))} hồ sơ, gồm ${dotted(total('nhan_ky_truoc'))} hồ sơ kỳ trước chuyển sang và ${dotted(total('nhan_moi'))} hồ sơ mới tiếp nhận`);
    expect(body).toContain(`Đã giải quyết ${dotted(total('gq_tong'))} hồ sơ, chiếm ${percent(total('gq_tong'), total('nhan_tong'))}%`);
    expect(body).toContain(`Đang giải quyết ${dotted(total('dang_tong'))} hồ sơ`);
    expect(body).toContain('Sở Tư pháp (9 hồ sơ)');
    // 1.204 + 1.699 + 2.310, 33 + 29 + 41: the CSV of each month.
    expect(body).toContain('đã tiếp nhận 5.213 hồ sơ');
    expect(body).toContain('hỗ trợ 103 lượt');
    expect(body).toContain('Có 03 đơn vị niêm yết danh mục thủ tục hành chính được công bố mới, sửa đổi (Sở Tài nguyên và Môi trường, Sở Y tế và Sở Xây dựng)');
    expect(body).not.toContain('nếu chỉ tính hồ sơ mức độ 3, 4');
    expect(body).not.toMatch(/tháng 0?[123] năm 2021|Thiếu số liệu/);
  });

  it('traces a figure to the cells of its three months', () => {
    const figures = figuresOf(quarter);
    const files = ({ inputs }: FigureEntry): readonly unknown[] => [...new Set(inputs.map(({ file }) => file))];
    const ofUnit = (context: string): FigureEntry => figures.find((one) => one.where === 'appendix-1' && one.context === context)!;
    const received = ofUnit('Sở Công Thương · Số hồ sơ nhận giải quyết: Trong đó: Số mới tiếp nhận');
    expect(received).toMatchObject({ rule: 'sum(nhan_moi)', text: '1.950', illustrative: true });
    expect(received.inputs.map(({ file, cell, value }) => [file, cell, value])).toEqual([[bookOf('2021-01'), 'E10', '654'], [bookOf('2021-02'), 'E9', '611'], [bookOf('2021-03'), 'E10', '685']]);
    expect(ofUnit('Sở Công Thương · Số hồ sơ nhận giải quyết: Tổng số')).toMatchObject({ rule: 'nhan_ky_truoc + nhan_moi', text: '1.952' });
    expect(ofUnit('Sở Công Thương · Kết quả giải quyết: Số hồ sơ đang giải quyết: Tổng số').inputs).toMatchObject([{ file: bookOf('2021-03'), cell: 'J10', value: '75' }]);
    expect(files(figures.find(({ where, text: printed }) => where === 'body' && printed === '95,95%')!)).toEqual(Object.keys(BOOKS).map((month) => bookOf(month as keyof typeof BOOKS)));
    for (const figure of figures) expect(figure.inputs.length, figure.context).toBeGreaterThan(0);
  });

  it('names its period everywhere, and what is planned next', () => {
    const { document } = quarter.composition!;
    expect(inlineText(document.title.subject)).toBe('Tình hình, kết quả hoạt động của Trung tâm Phục vụ hành chính công tỉnh Sóc Trăng quý I năm 2021');
    expect(document.appendices.map(({ title }) => inlineText(title))).toEqual([expect.stringMatching(/QUÝ I NĂM 2021$/), expect.stringMatching(/QUÝ I NĂM 2021$/)]);
    expect(inlineText(document.appendices[0]!.subtitle!)).toBe('(Từ ngày 16/12/2020 đến ngày 15/3/2021)');
    expect(bodyOf(quarter)).toContain('3. Một số công tác trọng tâm quý II năm 2021');
    expect(document.recipients.length).toBeGreaterThan(5);
  });
});

describe('months that do not make a quarter', () => {
  const without = (pattern: RegExp) => (files: Map<string, Uint8Array>): void => [...files.keys()].filter((file) => pattern.test(file)).forEach((file) => files.delete(file));

  it('a missing month: named by its folder, once for each table, and nothing else', async () => {
    const { findings, composition } = await composeSample(quarterHost(without(/\/2021-02\//)), QUARTER);
    expect(composition).toBeUndefined();
    expect(errors(findings).map(({ code, place }) => [code, place.file])).toEqual(new Array(3).fill(['part-missing', `data/${AGENCY}/2021-02`]));
    expect(errors(findings)[0]!.message).toContain('tháng 02 năm 2021');
  });

  it('a month in error: named, with the month to be mended', async () => {
    const host = quarterHost((files) => files.set(bookOf('2021-02'), editCells(files.get(bookOf('2021-02'))!, 1, { C9: 614 })));
    const { findings, composition } = await composeSample(host, QUARTER);
    expect(composition).toBeUndefined();
    expect(errors(findings)).toMatchObject([{ code: 'part-faulty', place: { file: bookOf('2021-02') } }]);
    expect(errors(findings)[0]!.message).toMatch(/tháng 02 năm 2021 có lỗi.*quý I năm 2021/);
  });

  it('a month whose file cannot be read: that file is the fault, not a missing month', async () => {
    const host = quarterHost((files) => files.set(bookOf('2021-03'), files.get(bookOf('2021-03'))!.slice(0, 3000)));
    const { findings } = await composeSample(host, QUARTER);
    expect(new Set(errors(findings).map(({ code, place }) => `${code} ${place.file}`))).toEqual(new Set([`part-faulty ${bookOf('2021-03')}`]));
  });

  it('an opening that is not the closing before: told as in the month, and the rows do not add up', async () => {
    // One file more carried into March by Sở Công Thương, and one more pending: March itself is right.
    const host = quarterHost((files) => files.set(bookOf('2021-03'), editCells(files.get(bookOf('2021-03'))!, 1, { C10: 687, D10: 2, J10: 76, K10: 76, C26: 8997, D26: 888, J26: 992, K26: 992 })));
    const { findings } = await composeSample(host, QUARTER);
    const march = await composeSample(host, `${AGENCY}/2021-03/bao-cao-thang`);
    expect(codes(errors(findings)).toSorted()).toEqual(['opening-not-closing', 'row-sum']);
    const id = (all: readonly Finding[]): string => findingId(all.find(({ code }) => code === 'opening-not-closing')!);
    expect(id(findings)).toBe(id(march.findings));
  });

  it('a calendar that leaves days out', async () => {
    const host = quarterHost((files) => {
      const file = `data/agencies/${AGENCY}.yaml`;
      files.set(file, text(new TextDecoder().decode(files.get(file)).replace('fromDay: 16', 'fromDay: 17')));
      // The months state their dates; another calendar is then a fault of each.
      for (const [name, bytes] of files) if (/2021-0\d\/.*xlsx$/.test(name)) files.set(name, editCells(editCells(bytes, 1, { A3: '' }), 2, { A3: '' }));
    });
    const { findings } = await composeSample(host, QUARTER);
    expect(errors(findings).map(({ code }) => code)).toEqual(['parts-not-adjoining']);
    expect(errors(findings)[0]!.message).toContain('đến hết ngày 15/01/2021 nhưng số liệu tháng 02 năm 2021 bắt đầu từ ngày 17/01/2021');
  });

  it('a figure that the form does not declare is not guessed', async () => {
    const form = 'templates/forms/so-lieu-khac.yaml';
    const host = quarterHost((files) => files.set(form, text(new TextDecoder().decode(files.get(form)).replace('khong_gian_dn: flow, ', ''))));
    const { findings } = await composeSample(host, QUARTER);
    expect(codes(errors(findings))).toEqual(['code-missing']);
    expect(findings.find(({ code }) => code === 'code-not-rolled-up')!.message).toContain('khong_gian_dn');
  });
});

describe('a table of the quarter itself', () => {
  const others = (value: number): Uint8Array => text(`Mã;Diễn giải;Giá trị;Đơn vị tính;Ghi chú\ncccd;Căn cước;${value};hồ sơ;\nkhong_gian_dn;Lượt;103;lượt;\nniem_yet;Niêm yết;0;đơn vị;\nquy_trinh;Quy trình;4;đơn vị;Sở Lao động - Thương binh và Xã hội, Sở Y tế, Sở Xây dựng, Bảo hiểm xã hội tỉnh\n`);
  const FILE = `data/${AGENCY}/2021-Q1/so lieu khac.csv`;
  const withOwn = (value: number) => quarterHost((files) => files.set(FILE, others(value)));

  it('is used, and held against the months at its own cells', async () => {
    const { findings } = await composeSample(withOwn(5214), QUARTER);
    const own = errors(findings).map(({ code, place, seen, expected }) => [code, place.file, place.in === 'csv' && `${place.line}:${place.column}`, seen, expected]);
    expect(own).toEqual([['roll-up-mismatch', FILE, '2:3', '5214', '5213'], ['roll-up-mismatch', FILE, '4:3', '0', '3']]);
    expect(errors(findings)[0]!.message).toContain('tháng 01 năm 2021, tháng 02 năm 2021, tháng 3 năm 2021');
  });

  it('differs with a reason that a person gives, until a figure changes', async () => {
    const host = withOwn(5214);
    const { findings } = await composeSample(host, QUARTER);
    const { appendWaiver } = await import('../../src/store/ledger.js');
    for (const finding of errors(findings)) {
      await appendWaiver(host, AGENCY, { finding: findingId(finding), code: finding.code, place: finding.place, message: finding.message, reason: 'rà soát lại cuối kỳ', by: 'A', date: '2021-03-16' });
    }
    const accepted = await composeSample(host, QUARTER);
    expect(errors(accepted.findings)).toEqual([]);
    expect(bodyOf(accepted)).toContain('đã tiếp nhận 5.214 hồ sơ');
    host.files.set(FILE, others(5215));
    expect(codes(errors((await composeSample(host, QUARTER)).findings))).toEqual(['roll-up-mismatch']);
  });

  it('stands alone where a month is missing, which is noted', async () => {
    const host = withOwn(5213);
    host.files.delete(`data/${AGENCY}/2021-01/so lieu khac.csv`);
    const { findings, composition } = await composeSample(host, QUARTER);
    expect(composition).toBeDefined();
    expect(findings.filter(({ code }) => code === 'part-missing')).toMatchObject([{ severity: 'note', place: { file: `data/${AGENCY}/2021-01` } }]);
  });
});

describe('build and check', () => {
  const options = { formats: ['xlsx'], force: false, dryRun: false, edited: 'refuse', program: 'p1' } as const;
  const run = async (host: MapHost): Promise<BuildReport> => (await build(host, { ...options, selection: { jobs: [] } }))!;
  const states = ({ jobs }: BuildReport): readonly string[] => jobs.map(({ id, state }) => `${id.split('/')[1]!} ${state}`);
  const change = (host: MapHost, file: string, from: string, to: string): void => {
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.files.get(file));
    expect(before).toContain(from);
    host.files.set(file, text(before.replace(from, to)));
  };

  it('a month that changes makes the quarter stale; what people wrote in the month does not', async () => {
    const host = quarterHost();
    expect(states(await run(host))).toEqual(['2021-01 built', '2021-02 built', '2021-03 built', '2021-Q1 built']);
    expect(states(await run(host))).toEqual(['2021-01 kept', '2021-02 kept', '2021-03 kept', '2021-Q1 kept']);
    const figures = `data/${AGENCY}/2021-01/so lieu khac.csv`;
    change(host, figures, '1.204', '1.205');
    const report = await run(host);
    expect(states(report)).toEqual(['2021-01 built', '2021-02 built', '2021-03 kept', '2021-Q1 built']);
    expect(report.jobs[3]!.because).toEqual([`input-changed: ${figures}`]);
    change(host, `data/${AGENCY}/2021-01/kien nghi.md`, 'Đề nghị', 'Kính đề nghị');
    expect(states(await run(host))).toEqual(['2021-01 built', '2021-02 kept', '2021-03 kept', '2021-Q1 kept']);
    change(host, 'templates/documents/bao-cao-thang/mau.yaml', '# Phần chính', '# Phần thân');
    expect(states(await run(host))).toEqual(['2021-01 built', '2021-02 built', '2021-03 built', '2021-Q1 built']);
  });

  it('a quarter without a folder is a job once its months are there: gaps where nobody wrote, causes asked for', async () => {
    const host = quarterHost((files) => [...files.keys()].filter((file) => file.includes('/2021-Q1/')).forEach((file) => files.delete(file)));
    const { findings } = await composeSample(host, QUARTER);
    expect(errors(findings).map(({ code, place }) => [code, place.file])).toEqual([['cause-missing', bookOf('2021-02')]]);
    expect(codes(findings).filter((code) => code === 'paragraph-missing').length).toBeGreaterThan(2);
    for (const file of [...host.files.keys()].filter((one) => one.includes('/2021-03/'))) host.files.delete(file);
    expect((await run(host)).jobs.map(({ id }) => id)).toEqual(['2021-01', '2021-02'].map((month) => `${AGENCY}/${month}/bao-cao-thang`));
  });

  it('a fault of the template refuses each document of it for its own periods, and says where', async () => {
    const host = quarterHost((files) => files.set('templates/documents/bao-cao-thang/nhan-xet.md', text('- {{khong_co}}\n')));
    const { jobs } = await run(host);
    expect(jobs.map(({ id, state }) => `${id.slice(AGENCY.length + 1)} ${state}`)).toEqual(['2021-01/bao-cao-thang refused', '2021-02/bao-cao-thang refused', '2021-03/bao-cao-thang refused', '2021-Q1/bao-cao-quy refused']);
    expect(new Set(jobs.flatMap(({ findings }) => codes(findings)))).toEqual(new Set(['template-invalid']));
  });

  it('check tells the faults of a period made up from months, with a document and without', async () => {
    const host = quarterHost((files) => files.set(bookOf('2021-02'), editCells(files.get(bookOf('2021-02'))!, 1, { C9: 614 })));
    const withDocument = (await checkJobs(host, { jobs: [`${AGENCY}/2021-Q1`] }))!;
    expect(withDocument.jobs.flatMap(({ findings }) => codes(errors(findings)))).toEqual(['part-faulty']);
    const agency = `data/agencies/${AGENCY}.yaml`;
    host.files.set(agency, text(new TextDecoder().decode(host.files.get(agency)).replace(/^ +also: .*\n/m, '')));
    const alone = (await checkJobs(host, { jobs: [`${AGENCY}/2021-Q1`] }))!;
    expect(alone.periods.flatMap(({ id, findings }) => [id, ...codes(errors(findings))])).toEqual([`${AGENCY}/2021-Q1`, 'part-faulty']);
  });
});
