/** A table against that of the period before: the real months are clean, each planted fault is named at its cell, and no plausible month raises a question. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAgainstPrevious } from '../../src/check/against-previous.js';
import type { Finding } from '../../src/finding/finding.js';
import type { DerivedTable } from '../../src/statistics/derive.js';
import { placeBrief } from '../ingest/context.js';
import { loadMonths, rederived, swapped, withFigures, type Month } from './months.js';

let january: Month;
let february: Month;
let march: Month;
const names = { now: 'tháng 02 năm 2021', before: 'tháng 01 năm 2021' };

beforeAll(async () => {
  [january, february, march] = await loadMonths();
});

const check = (now: DerivedTable, before: DerivedTable): readonly Finding[] => checkAgainstPrevious(now, before, names);
const ofCode = (findings: readonly Finding[], code: string): readonly Finding[] => findings.filter((one) => one.code === code);
const serious = (findings: readonly Finding[]): readonly string[] => findings.filter(({ severity }) => severity !== 'note').map(({ code, place }) => `${code} ${placeBrief(place)}`);

describe('the real months', () => {
  it.each(['results', 'satisfaction', 'others'] as const)('%s: nothing but notes', (table) => {
    expect(serious(check(february[table], january[table]))).toEqual([]);
    expect(serious(check(march[table], february[table]))).toEqual([]);
    expect(serious(check(march[table], january[table])).filter((one) => !one.startsWith('opening-not-closing'))).toEqual([]);
  });
});

describe('opening = closing of the last', () => {
  it('names the cell, both values, the cell of the last period, and the cause', () => {
    const now = withFigures(february.results, (row, column) => (row === 'so-tu-phap' && column === 'nhan_ky_truoc' ? 121 : undefined));
    const [finding, ...others] = check(now, january.results).filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'opening-not-closing', severity: 'error', seen: '121', expected: '211', cause: 'hai chữ số liền nhau bị đảo: 121 thay vì 211' });
    expect(finding!.place).toMatchObject({ cell: 'D19' });
    expect(finding!.related).toMatchObject([{ file: 'data/ttpvhcc-soc-trang/2021-01/phu luc thang 01.xlsx', sheet: 'Phụ lục I', cell: 'J20' }]);
    expect(finding!.message).toBe(
      'Sở Tư pháp: «Số hồ sơ nhận giải quyết: Trong đó: Kỳ trước» ghi 121 nhưng «Kết quả giải quyết: Số hồ sơ đang giải quyết: Tổng số» của tháng 01 năm 2021 là 211.',
    );
    expect(finding!.remedy).toContain('phu luc thang 01.xlsx › trang «Phụ lục I» › ô J20');
  });

  it('any single wrong opening is named at its cell, and at no other', () => {
    const rows = february.results.items.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.integer({ min: 0, max: 5000 }), (unit, value) => {
        let old = value;
        const now = withFigures(february.results, (row, column, figure) => (row === unit && column === 'nhan_ky_truoc' ? ((old = figure), value) : undefined));
        const found = ofCode(check(now, january.results), 'opening-not-closing');
        expect(found.map(({ message }) => message.split(':')[0])).toEqual(old === value ? [] : [february.results.items.find(({ id }) => id === unit)!.label]);
      }),
      { numRuns: 60 },
    );
  });

  it('two rows exchanged', () => {
    const now = withFigures(february.results, (row, column) => (column !== 'nhan_ky_truoc' ? undefined : row === 'so-y-te' ? 92 : row === 'cong-an-tinh' ? 64 : undefined));
    expect(ofCode(check(now, january.results), 'opening-not-closing').map(({ cause }) => cause)).toEqual([
      'số của hai dòng «Sở Y tế» và «Công an tỉnh» bị đổi chỗ cho nhau',
      'số của hai dòng «Công an tỉnh» và «Sở Y tế» bị đổi chỗ cho nhau',
    ]);
  });

  it('is silent about a row the last period does not have', () => {
    const before = rederived(january.results, { ...january.results.source, rows: january.results.source.rows.filter(({ id }) => id !== 'so-tu-phap') });
    const now = withFigures(february.results, (row, column) => (row === 'so-tu-phap' && column === 'nhan_ky_truoc' ? 121 : undefined));
    expect(check(now, before).filter(({ code }) => code !== 'figure-jump')).toEqual([]);
  });
});

describe('a table sent again', () => {
  it('is a question, and the broken openings that follow from it are no second fault', () => {
    const findings = check(rederived(january.results, { ...january.results.source, period: february.results.source.period }), january.results);
    const [resent] = ofCode(findings, 'table-resent');
    expect(resent).toMatchObject({ severity: 'error', place: january.results.source.place });
    expect(resent!.question!.choices.length).toBe(2);
    expect(ofCode(findings, 'opening-not-closing')).toEqual([]);
    expect(serious(check(january.satisfaction, january.satisfaction))).toEqual(['table-resent A5'].map((one) => expect.stringContaining(one.split(' ')[0]!)));
  });

  it('is not one where a single cell differs, all is 0, next to nothing happened, or it is a table of codes', () => {
    const now = withFigures(january.satisfaction, (row, column, value) => (row === 'so-y-te' && column === 'gop_y' ? value + 1 : undefined));
    expect(serious(check(now, january.satisfaction))).toEqual([]);
    const none = withFigures(january.satisfaction, () => 0);
    expect(serious(check(none, none))).toEqual([]);
    const one = withFigures(january.satisfaction, (row, column) => (row === 'so-y-te' && ['gop_y', 'tong_cong'].includes(column) ? 1 : 0));
    expect(serious(check(one, one))).toEqual([]);
    const codes = withFigures(january.others, (row, _, value) => value + row.length);
    expect(check(codes, codes)).toEqual([]);
  });
});

describe('headers swapped', () => {
  const exchanges = [
    ['results', 'nhan_ky_truoc', 'nhan_moi'],
    ['results', 'gq_truoc_han', 'gq_dung_han'],
    ['results', 'gq_truoc_han', 'gq_qua_han'],
    ['results', 'dang_con_han', 'dang_qua_han'],
    ['results', 'truc_tuyen', 'muc_3_4'],
    ['satisfaction', 'hai_long_dich_vu', 'hai_long_thai_do'],
    ['satisfaction', 'hai_long_thai_do', 'gop_y'],
  ] as const;
  it.each(exchanges)('%s: %s and %s, in February and in March', (table, a, b) => {
    for (const [now, before] of [[february, january], [march, february]] as const) {
      const questions = ofCode(check(swapped(now[table], a, b), before[table]), 'columns-swapped');
      const header = (id: string) => now[table].form.columns.find((column) => column.id === id)!.path.join(': ');
      expect(questions.map(({ severity, message }) => [severity, message.includes(`«${header(a)}»`), message.includes(`«${header(b)}»`)])).toEqual([['error', true, true]]);
      expect(questions[0]!.question!.choices[0]).toContain(header(a));
    }
  });

  it('is not asked where an identity is broken by it: that has its own finding', () => {
    expect(ofCode(check(swapped(february.results, 'gq_tong', 'dang_tong'), january.results), 'columns-swapped')).toEqual([]);
    expect(ofCode(check(swapped(february.results, 'nhan_tong', 'tra_lai'), january.results), 'columns-swapped')).toEqual([]);
  });

  it('explains the broken openings, which are no second fault', () => {
    expect(serious(check(swapped(february.results, 'nhan_ky_truoc', 'nhan_moi'), january.results))).toEqual([expect.stringContaining('columns-swapped')]);
  });

  it('one unit that changed truly does not hide it; one faulty row neither', () => {
    const odd = withFigures(swapped(february.results, 'gq_truoc_han', 'gq_dung_han'), (row, column) => (row !== 'so-tu-phap' ? undefined : column === 'gq_truoc_han' ? 422 : column === 'gq_dung_han' ? 0 : undefined));
    expect(ofCode(check(odd, january.results), 'columns-swapped').length).toBe(1);
    const faulty = withFigures(swapped(february.results, 'gq_truoc_han', 'gq_dung_han'), (row, column) => (row === 'so-tu-phap' && column === 'gq_tong' ? 1 : undefined));
    expect(ofCode(check(faulty, january.results), 'columns-swapped').length).toBe(1);
  });

  it('an opening that equals the last closing is right, however much it grew', () => {
    // A backlog: almost nothing was settled, so what is carried over outweighs what is new.
    const before = withFigures(january.results, (_, column, value) => (column === 'dang_tong' ? value * 50 + 400 : undefined));
    const carried = new Map(before.items.map(({ id, cells }) => [id, cells['dang_tong']]));
    const rows = february.results.source.rows.map((row) => {
      const cell = carried.get(row.id);
      return cell ? { ...row, cells: { ...row.cells, nhan_ky_truoc: cell } } : row;
    });
    const grown = rederived(february.results, { ...february.results.source, rows });
    const now = withFigures(grown, (row, column) => {
      const figure = (id: string) => {
        const cell = grown.items.find(({ id: unit }) => unit === row)!.cells[id]!;
        return cell.kind === 'number' ? cell.quantity.value.valueOf() : 0;
      };
      if (column === 'nhan_moi') return 3;
      if (column === 'nhan_tong') return figure('nhan_ky_truoc') + 3;
      return undefined;
    });
    expect(serious(check(now, before))).toEqual([]);
  });

  it('is not asked of last year’s column beside this year’s: they move on by one each year', () => {
    const questions = (previousColumns: Readonly<Record<string, string>>) => {
      const now = swapped(february.satisfaction, 'hai_long_dich_vu', 'hai_long_thai_do');
      return checkAgainstPrevious(now, january.satisfaction, names, previousColumns).map(({ code }) => code);
    };
    expect(questions({})).toEqual(['columns-swapped']);
    expect(questions({ hai_long_dich_vu: 'hai_long_thai_do' })).not.toContain('columns-swapped');
    expect(questions({ hai_long_thai_do: 'hai_long_dich_vu' })).not.toContain('columns-swapped');
    expect(questions({ hai_long_dich_vu: 'hai_long_thai_do' })).toContain('previous-year-differs');
  });

  it('is not asked of columns that do not add up: ranks move freely', () => {
    const columns = february.satisfaction.form.columns.map((column) => ({ ...column, adds: 'none' as const }));
    const now = swapped(february.satisfaction, 'hai_long_dich_vu', 'hai_long_thai_do');
    expect(serious(check({ ...now, form: { ...now.form, columns } }, january.satisfaction))).toEqual([]);
  });

  it('the order alone must be reversed in every row and outweigh a quarter', () => {
    const code = (now: DerivedTable) => ofCode(check(now, february.results), 'columns-swapped').length;
    // Online receipts changed as a whole in March, so only the order of size tells.
    const exchanged = swapped(march.results, 'truc_tuyen', 'muc_3_4');
    expect(code(exchanged)).toBe(1);
    expect(code(withFigures(exchanged, (row, column, value) => (row === 'so-y-te' && column === 'truc_tuyen' ? value / 11 : undefined)))).toBe(0);
    expect(code(withFigures(exchanged, (_, column, value) => (column === 'muc_3_4' ? Math.round(value * 1.35) : undefined)))).toBe(0);
  });

  /** A plausible month: the free figures of each unit go their own way by a factor, the sums follow, the opening is the last closing. */
  const plausible = (before: DerivedTable, factor: (row: string, column: string) => number): DerivedTable => {
    const closing = new Map(before.items.map(({ id, cells }) => [id, cells['dang_tong']]));
    const old = (row: string, column: string): number => {
      const cell = before.items.find(({ id }) => id === row)!.cells[column];
      return cell?.kind === 'number' ? cell.quantity.value.valueOf() : 0;
    };
    return withFigures(before, (row, column) => {
      const scaled = (id: string): number => Math.round(old(row, id) * factor(row, id));
      const sum = (...ids: string[]): number => ids.reduce((total, id) => total + scaled(id), 0);
      const open = closing.get(row);
      const opening = open?.kind === 'number' ? open.quantity.value.valueOf() : 0;
      const all = sum('gq_truoc_han', 'gq_dung_han', 'gq_qua_han', 'dang_con_han', 'dang_qua_han', 'tra_lai') + opening;
      switch (column) {
        case 'nhan_ky_truoc': return opening;
        case 'nhan_tong': return all;
        case 'nhan_moi': return all - opening;
        case 'gq_tong': return sum('gq_truoc_han', 'gq_dung_han', 'gq_qua_han') + opening;
        case 'gq_truoc_han': return scaled(column) + opening;
        case 'dang_tong': return sum('dang_con_han', 'dang_qua_han');
        case 'tong_cong': return sum('hai_long_dich_vu', 'hai_long_thai_do', 'khong_hl_nghiep_vu', 'khong_hl_thoi_gian', 'gop_y');
        default: return scaled(column);
      }
    });
  };

  it.each(['results', 'satisfaction'] as const)('%s: no plausible month is asked about', (table) => {
    const factors = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 17 * 16, maxLength: 17 * 16 });
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), factors, fc.boolean(), (month, chosen, together) => {
        const before = [january, february, march][month]![table];
        const columns = before.form.columns.map(({ id }) => id);
        const rows = before.items.map(({ id }) => id);
        const now = plausible(before, (row, column) => chosen[rows.indexOf(row) * 16 + (together ? 0 : columns.indexOf(column))]!);
        expect(serious(check(now, before)).filter((one) => !one.startsWith('table-resent'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
