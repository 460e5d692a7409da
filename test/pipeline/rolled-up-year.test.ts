/** Half-year, nine months, quarter and year of an office with two units, from two years of months: every figure against those added up apart from the engine, the words of each period, and a year that lacks a month. */
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/document/walk.js';
import { chainedMonths, expectedPeriod, type MonthRow } from '../support/chained-months.js';
import { composeSample } from '../support/compose-sample.js';
import { AGENCY, bodyOf, dotted, errors, figuresOf, percent, printedRow, quarterHost, tableOf } from '../support/longer-periods.js';
import { text, type MapHost } from '../support/map-host.js';

describe('a year of months', () => {
  const UNITS = ['Sở Nội vụ', 'Sở Y tế'];
  const moves = (index: number) => Array.from({ length: 24 }, (_, month) => ({ received: 50 + ((month * 7 + index * 13) % 30), early: 40 + ((month * 5 + index) % 25), onTime: 3, late: month % 5 === index ? 1 : 0, returned: month % 7 === 0 ? 1 : 0, pendingLate: 0, online: 20 + month }));
  const rows: readonly (readonly MonthRow[])[] = UNITS.map((_, index) => chainedMonths(9 + index, moves(index)));
  const monthId = (index: number): string => `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  /** Two years of an office with two units, the second half of the last year left out of the tables where `months` says so. */
  const yearHost = (months = 24): MapHost => quarterHost((files) => {
    for (const file of [...files.keys()]) if (/^data\/ttpvhcc/.test(file)) files.delete(file);
    const agency = `data/agencies/${AGENCY}.yaml`;
    const declared = new TextDecoder().decode(files.get(agency));
    files.set(agency, text(declared.replace(/^units:\n[^]*?(?=^documents:)/m, 'units:\n  - { id: so-noi-vu, name: Sở Nội vụ }\n  - { id: so-y-te, name: Sở Y tế }\n')));
    for (let index = 0; index < months; index++) {
      const folder = `data/${AGENCY}/${monthId(index)}`;
      const table = (bang: string, hang: readonly object[]): Uint8Array => text(JSON.stringify({ ky: monthId(index), bang, hang }));
      files.set(`${folder}/a.json`, table('ket-qua-giai-quyet', UNITS.map((don_vi, unit) => ({ don_vi, ...rows[unit]![index]! }))));
      files.set(`${folder}/b.json`, table('muc-do-hai-long', UNITS.map((don_vi) => ({ don_vi, hai_long_dich_vu: index, hai_long_thai_do: 1, khong_hl_nghiep_vu: 0, khong_hl_thoi_gian: 0, gop_y: 1, tong_cong: index + 2 }))));
      files.set(`${folder}/c.csv`, text(`Mã;Diễn giải;Giá trị;Đơn vị tính;Ghi chú\ncccd;;${100 + index};hồ sơ;\nkhong_gian_dn;;1;lượt;\nniem_yet;;${index % 2};đơn vị;${index % 2 ? 'Sở Y tế' : ''}\nquy_trinh;;0;đơn vị;\n`));
      // One general cause serves every period that has late files.
      for (const period of ['2021', '2021-9M', '2021-H1', '2021-H2', '2021-Q4']) files.set(`data/${AGENCY}/${period}/nguyen nhan.md`, text('---\nmuc: nguyen-nhan-da-giai-quyet-qua-han\n---\nphải xác minh\n'));
    }
  });
  const sums = (from: number, to: number): ReturnType<typeof expectedPeriod>[] => rows.map((unit) => expectedPeriod(unit.slice(from, to)));
  const total = (from: number, to: number, id: keyof ReturnType<typeof expectedPeriod>): number => sums(from, to).reduce((all, row) => all + row[id], 0);

  it.each([
    ['2021-H1/bao-cao-6-thang', 12, 18, '6 tháng đầu năm 2021', '6 tháng cuối năm 2021', 'so với 6 tháng cuối năm 2020'],
    ['2021-9M/bao-cao-9-thang', 12, 21, '9 tháng đầu năm 2021', 'quý IV năm 2021', 'so với 9 tháng đầu năm 2020'],
    ['2021-Q4/bao-cao-quy', 21, 24, 'quý IV năm 2021', 'quý I năm 2022', 'so với quý III ('],
    ['2021/bao-cao-nam', 12, 24, 'năm 2021', 'năm 2022', 'so với năm 2020'],
  ])('%s', async (job, from, to, name, next, compared) => {
    const composed = await composeSample(yearHost(), `${AGENCY}/${job}`);
    expect(errors(composed.findings)).toEqual([]);
    const table = tableOf(composed, 0);
    for (const [index, unit] of UNITS.entries()) {
      const printed = printedRow(table, unit);
      for (const [id, value] of Object.entries(sums(from, to)[index]!)) expect(printed[id], `${unit} ${id}`).toBe(dotted(value));
    }
    const body = bodyOf(composed);
    expect(body).toContain(`báo cáo tình hình, kết quả hoạt động ${name} (từ ngày`);
    expect(body).toContain(`3. Một số công tác trọng tâm ${next}`);
    expect(body).toContain(compared);
    expect(body).toContain(`chiếm ${percent(total(from, to, 'truc_tuyen'), total(from, to, 'nhan_tong'))}% trên tổng số`);
    expect(body).toContain('Có 01 đơn vị niêm yết');
    expect(inlineText(composed.composition!.document.appendices[0]!.title)).toMatch(new RegExp(`${name.toLocaleUpperCase('vi')}$`));
  });

  it('a year with eleven months names the twelfth; the half-year stands', async () => {
    const host = yearHost(23);
    const { findings } = await composeSample(host, `${AGENCY}/2021/bao-cao-nam`);
    expect(new Set(errors(findings).map(({ code, place }) => `${code} ${place.file}`))).toEqual(new Set([`part-missing data/${AGENCY}/2021-12`]));
    expect(errors((await composeSample(host, `${AGENCY}/2021-H1/bao-cao-6-thang`)).findings)).toEqual([]);
  });

  it('a quarter that was received stands for its months where one of them is missing', async () => {
    const host = yearHost();
    const [results] = [sums(15, 18)];
    host.files.delete(`data/${AGENCY}/2021-05/a.json`);
    host.files.set(`data/${AGENCY}/2021-Q2/a.json`, text(JSON.stringify({ ky: '2021-Q2', bang: 'ket-qua-giai-quyet', hang: UNITS.map((don_vi, unit) => ({ don_vi, ...results[unit], muc_3_4: 1 })) })));
    const composed = await composeSample(host, `${AGENCY}/2021-H1/bao-cao-6-thang`);
    expect(errors(composed.findings)).toEqual([]);
    expect(printedRow(tableOf(composed, 0), 'Tổng cộng')['nhan_tong']).toBe(dotted(total(12, 18, 'nhan_tong')));
    const inputs = new Set(figuresOf(composed).flatMap(({ inputs: all }) => all.map(({ file }) => String(file))));
    expect([...inputs]).toEqual(expect.arrayContaining([`data/${AGENCY}/2021-Q2/a.json`, `data/${AGENCY}/2021-06/b.json`]));
    expect([...inputs]).not.toContain(`data/${AGENCY}/2021-06/a.json`);
  });
});
