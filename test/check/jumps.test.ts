/** Changes against the period before: at the thresholds of the form, named by column, as notes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkJumps } from '../../src/check/jumps.js';
import type { Finding } from '../../src/finding/finding.js';
import type { DerivedTable } from '../../src/statistics/derive.js';
import { placeBrief } from '../ingest/context.js';
import { loadMonths, withFigures, type Month } from './months.js';

let january: Month;
let february: Month;
let march: Month;

beforeAll(async () => {
  [january, february, march] = await loadMonths();
});

const check = (now: DerivedTable, before: DerivedTable): readonly Finding[] => checkJumps({ now, before, names: { now: 'tháng 02 năm 2021', before: 'tháng 01 năm 2021' } });

describe('jumps', () => {
  it('are notes: totals by column, rows in the main figure', () => {
    const notes = check(march.results, february.results);
    expect(notes.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', 'Cột «Số hồ sơ nhận giải quyết: Tổng số» thay đổi nhiều so với tháng 01 năm 2021: Sở Nội vụ 327, trước là 208 (tăng 57,2%).'],
    ]);
    expect(notes[0]!.place).toMatchObject({ cell: 'C16' });
    expect(check(february.results, january.results).map(({ message, place }) => `${placeBrief(place)} ${message.slice(0, 66)}`)).toEqual([
      'J25 Cột «Kết quả giải quyết: Số hồ sơ đang giải quyết: Tổng số» thay đ',
      'K25 Cột «Kết quả giải quyết: Số hồ sơ đang giải quyết: Còn hạn» thay đ',
    ]);
  });

  it('need both the percentage and the least number', () => {
    const form = { ...february.results.form, continuity: [], jump: { percent: 30, least: 120 } };
    const at = (least: number, percent: number) =>
      check({ ...march.results, form: { ...form, jump: { percent, least } } }, february.results).filter(({ message }) => message.includes('Sở Nội vụ')).length;
    expect([at(119, 57), at(120, 57), at(119, 58)]).toEqual([1, 0, 0]);
  });

  it('of a row are told in the figure that its first identity breaks down, of a column where it adds up', () => {
    const { form } = february.satisfaction;
    const jumps = (columns = form.columns) => {
      const now = withFigures(february.satisfaction, (_, __, value) => value * 3);
      const findings = check({ ...now, form: { ...form, columns, jump: { percent: 100, least: 140 } } }, february.satisfaction);
      return findings.map(({ message }) => message.replace(/ thay đổi nhiều so với tháng 01 năm 2021|, trước là [^;]*?\)/g, ''));
    };
    const rows = 'Sở Kế hoạch và Đầu tư 216; Sở Nông nghiệp và Phát triển nông thôn 237; Sở Tư pháp 390; Công an tỉnh 216';
    expect(jumps()).toEqual(['Cột «Hài lòng với dịch vụ»: Tổng cộng 507.', 'Cột «Hài lòng về thái độ phục vụ»: Tổng cộng 1.473.', `Cột «Tổng cộng»: Tổng cộng 1.980; ${rows}; và 1 dòng khác.`]);
    expect(jumps(form.columns.map((column) => ({ ...column, adds: 'none' as const })))).toEqual([`Cột «Tổng cộng»: ${rows}; Bảo hiểm xã hội tỉnh 345.`]);
  });

  it('name five rows and count the rest', () => {
    const now = withFigures(february.results, (_, column, value) => (column === 'nhan_tong' ? value * 2 + 100 : undefined));
    const [note] = check(now, january.results).filter(({ message }) => message.includes('nhận giải quyết: Tổng số'));
    expect(note!.message).toMatch(/: Tổng cộng 18\.910, trước là 9\.109 \(tăng 107,6%\);.*; và 13 dòng khác\.$/);
    expect(note!.related.length).toBe(4);
  });

  it('from 0 have no percentage', () => {
    const now = withFigures(february.results, (row, column) => (row === 'so-tu-phap' && column === 'tra_lai' ? 150 : undefined));
    expect(check(now, january.results).map(({ message }) => message)).toContainEqual(expect.stringMatching(/«Hồ sơ bị trả lại».*Tổng cộng 150, trước là 0\.$/));
  });
});
