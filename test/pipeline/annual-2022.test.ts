/** The annual workbooks of 2022 yield the findings of src/docs/annual-2022-errors.md, and no other error or warning. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding/finding.js';
import { checkJobs, type CheckedJobs } from '../../src/pipeline/check-jobs.js';
import { createNodeHost } from '../../src/store/node-host.js';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'data/snv-soc-trang/2022/';

/** Rows of the page's tables: workbook, sheet, cell, code, says, right. */
function listed(heading: string): readonly string[] {
  const page = readFileSync(join(ROOT, 'src/docs/annual-2022-errors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(heading))!;
  const rows = section.split('\n').filter((line) => line.includes('.xlsx |'));
  return rows.map((row) => row.split('|').slice(1, 7).map((cell) => cell.trim()).join(' | '));
}

describe('the annual workbooks', () => {
  let checked: CheckedJobs;
  const subjects = (): readonly { readonly findings: readonly Finding[] }[] => [...checked.jobs, ...checked.periods];
  const found = (severity: string): readonly string[] =>
    subjects()
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.severity === severity)
      .map(({ code, place, seen = '', expected = '' }) => {
        const cell = place.in === 'sheet' ? [place.file.replace(FOLDER, ''), place.sheet, place.cell] : [place.file];
        return [...cell, code, seen, expected].join(' | ');
      });

  beforeAll(async () => {
    checked = (await checkJobs(createNodeHost(ROOT), { jobs: ['snv-soc-trang/2022'] }))!;
  }, 60_000);

  test('every true error is found, and nothing else is called one', () => {
    expect([...found('error')].sort()).toEqual([...listed('True errors')].sort());
  });

  test('what is only likely is a warning', () => {
    expect([...found('warning')].sort()).toEqual([...listed('Likely errors')].sort());
  });

  test('causes the values tell are told', () => {
    const causes = new Map(subjects().flatMap(({ findings }) => findings.map((one) => [one.place.in === 'sheet' ? `${one.place.sheet} ${one.place.cell}` : '', one.cause])));
    expect(causes.get('Chỉ số G10')).toBe('mất dấu âm: 6,2 thay vì -6,2');
    expect(causes.get('Tổng hợp F6')).toContain('8,39 + Khảo sát');
    expect(causes.get('Tổng hợp G6')).toContain('bị cắt bớt thay vì làm tròn');
    expect(causes.get('PL2 C134')).toContain('bù trừ nhau');
    expect(causes.get('PL2 C135')).toContain('«Lĩnh vực Hộ tịch»');
  });

  test('each finding names its place and says what to do', () => {
    for (const { place, message, remedy } of subjects().flatMap(({ findings }) => findings)) {
      expect(place.file).toContain(FOLDER);
      expect(message).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
  });
});
