/** 300 units in one run: each letter has the figures of its own unit, held against sums made here; names are safe on Windows; one unit that fails leaves the others alone. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildReport } from '../../src/pipeline/build.js';
import { createMapHost, sampleFiles, text, type MapHost } from '../support/map-host.js';
import { readDocxText } from '../support/readers/docx-text.js';

const FOLDER = 'data/nhieu-don-vi/2023-9M';
const BASE = 'nhieu-don-vi/2023-9M/cong-van-don-doc';
const UNITS = Array.from({ length: 300 }, (_, index) => ({ id: `don-vi-${index + 1}`, name: `Đơn vị ${['Đông', 'Tây', 'Nam', 'Bắc'][index % 4]} số ${index + 1}`, national: (index * 7919) % 1500, own: (index * 104729) % 1300 }));
/** The condition of the template: a gap of 100 or more, in either direction. */
const urged = UNITS.filter(({ national, own }) => Math.abs(national - own) >= 100);

async function workbook(title: string, header: string, figure: (unit: (typeof UNITS)[number]) => number, order: readonly (typeof UNITS)[number][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRows([[title], ['Kỳ: 01/01/2023 - 30/9/2023'], [], ['STT', 'Đơn vị', header], ...order.map((unit, index) => [index + 1, unit.name, figure(unit)])]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

let files: Map<string, Uint8Array>;
beforeAll(async () => {
  const agency = `
id: nhieu-don-vi
identities: [{ name: Ủy ban nhân dân tỉnh Sóc Trăng, shortName: Ủy ban nhân dân tỉnh, issuer: [ỦY BAN NHÂN DÂN, TỈNH SÓC TRĂNG] }]
symbol: UBND
place: Sóc Trăng
calendar: calendar-month
signers: [{ authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH] }]
units:
${UNITS.map(({ id, name }) => `  - { id: ${id}, name: ${name} }`).join('\n')}
documents: { cong-van-don-doc: { draftingUnit: TTHC, recipients: [Như trên, 'Lưu: VT, TTHC'] } }
`;
  files = new Map([...sampleFiles()].filter(([file]) => file.startsWith('templates/')));
  files.set('data/agencies/nhieu-don-vi.yaml', text(agency));
  files.set(`${FOLDER}/cong.xlsx`, await workbook('HỒ SƠ TRỄ HẠN THEO CỔNG DỊCH VỤ CÔNG QUỐC GIA', 'Số hồ sơ trễ hạn', ({ national }) => national, UNITS));
  files.set(`${FOLDER}/tinh.xlsx`, await workbook('HỒ SƠ TRỄ HẠN TRÊN HỆ THỐNG THÔNG TIN GIẢI QUYẾT TTHC TỈNH', 'Trễ hạn', ({ own }) => own, [...UNITS].reverse()));
  files.set(`${FOLDER}/don doc.md`, text('---\nmuc: don-doc\n---\nĐề nghị đơn vị xử lý dứt điểm hồ sơ trễ hạn.\n'));
});

const run = async (host: MapHost, force = false): Promise<BuildReport> =>
  (await build(host, { selection: { jobs: [] }, formats: ['docx'], force, dryRun: false, edited: 'refuse', program: 'p1' }))!;
const letters = (host: MapHost): Map<string, Uint8Array> => new Map([...host.files].filter(([file]) => file.startsWith(`output/${BASE}--`) && file.endsWith('.docx')).sort(([a], [b]) => (a < b ? -1 : 1)));
const vietnamese = (value: number): string => value.toLocaleString('vi-VN');

describe('300 units', () => {
  it('give a letter to each that needs one, with its own figures, the same in any run; a letter edited by hand stops alone', async () => {
    const host = createMapHost(files);
    const report = await run(host);
    expect(report.jobs.filter(({ state }) => state !== 'built')).toEqual([]);
    expect(report.jobs.map(({ id }) => id)).toEqual(urged.map(({ id }) => `${BASE}--${id}`));
    expect(report.findings.filter(({ code }) => code === 'unit-without-letter')).toHaveLength(UNITS.length - urged.length);
    const made = letters(host);
    for (const { id, name, national, own } of urged) {
      const said = readDocxText(made.get(`output/${BASE}--${id}.docx`)!).body.map((paragraph) => paragraph.text.replaceAll('\u00A0', ' '));
      expect(said.join('\n')).toContain(`của ${name} theo Cổng Dịch vụ công quốc gia là ${vietnamese(national)} hồ sơ, theo Hệ thống thông tin giải quyết thủ tục hành chính tỉnh là ${vietnamese(own)} hồ sơ, chênh lệch ${vietnamese(national - own)} hồ sơ`);
      expect(said.filter((line) => /^Đơn vị (Đông|Tây|Nam|Bắc) số/.test(line))).toEqual([name]);
    }
    for (const file of made.keys()) expect(file.split('/').at(-1)).toMatch(/^[a-z0-9-]{1,80}\.docx$/);

    const again = createMapHost(new Map([...files].reverse()));
    await run(again);
    expect([...letters(again)].filter(([file, bytes]) => Buffer.compare(bytes, made.get(file)!) !== 0).map(([file]) => file)).toEqual([]);

    const [first] = made.keys();
    host.files.set(first!, text('sửa tay'));
    const states = (await run(host, true)).jobs.map(({ id, state }) => [`output/${id}.docx` === first, state] as const);
    expect(states.filter(([own, state]) => (own ? state === 'built' : state !== 'built'))).toEqual([]);
    expect(letters(host).get(first!)).toEqual(text('sửa tay'));
  }, 240_000);
});
