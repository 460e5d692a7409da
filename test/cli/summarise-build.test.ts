/** The end of a build in words: each document where they are few, groups by cause where they are many. */
import { describe, expect, it } from 'vitest';
import { summariseBuild } from '../../src/cli/summarise-build.js';
import { remainingWords } from '../../src/cli/terminal.js';
import { found } from '../../src/finding/catalog.js';
import type { BuildReport } from '../../src/pipeline/build.js';
import type { JobReport, JobState } from '../../src/pipeline/job-report.js';

const OPTIONS = { root: '.', json: false, quiet: false, debug: false };

function jobs(count: number, agency: string, state: JobState, rest: Partial<JobReport> = {}): readonly JobReport[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${agency}/2021-${String(index + 1).padStart(2, '0')}/bao-cao-thang`, state, because: [], outputs: [], findings: [], ...rest }));
}
const report = (all: readonly JobReport[], undone?: number): BuildReport => ({ jobs: all, findings: [], unknownJobs: [], combined: [], bugs: [], undone });

describe('many documents', () => {
  const locked = found('output-failed', { in: 'file', file: 'output/x.docx' }, { reason: 'đĩa đã hết chỗ (ENOSPC)' });
  const all = [
    ...jobs(40, 'mot', 'kept'),
    ...jobs(12, 'mot', 'built', { because: ['never-built'] }),
    ...jobs(3, 'hai', 'built', { because: ['never-built', 'input-changed: data/x.csv'] }),
    ...jobs(7, 'hai', 'refused', { findings: [locked] }),
    ...jobs(1, 'hai', 'failed', { bug: new Error('broken') }),
  ];

  it('stand in groups with causes and counts, the commonest first', () => {
    expect(summariseBuild(report(all), false, OPTIONS)).toBe(
      [
        'đã lập      15 văn bản: mot 12, hai 3',
        '            chưa lập lần nào (15)',
        '              mot/2021-01/bao-cao-thang, mot/2021-02/bao-cao-thang, mot/2021-03/bao-cao-thang, mot/2021-04/bao-cao-thang, mot/2021-05/bao-cao-thang và 10 văn bản khác',
        '            dữ liệu vào thay đổi: data/x.csv (3)',
        '              hai/2021-01/bao-cao-thang, hai/2021-02/bao-cao-thang, hai/2021-03/bao-cao-thang',
        'giữ nguyên  40 văn bản: mot 40',
        'từ chối     7 văn bản: hai 7',
        '            output/x.docx: Không ghi được tệp: đĩa đã hết chỗ (ENOSPC). [output-failed] (7)',
        '              hai/2021-01/bao-cao-thang, hai/2021-02/bao-cao-thang, hai/2021-03/bao-cao-thang, hai/2021-04/bao-cao-thang, hai/2021-05/bao-cao-thang và 2 văn bản khác',
        'lỗi phần mềm  1 văn bản: hai 1',
        '            Error: broken (1)',
        '              hai/2021-01/bao-cao-thang',
        'Đã lập 15, giữ nguyên 40, từ chối 7, lỗi phần mềm 1.',
      ].join('\n'),
    );
  });

  it('of an interrupted run say what is left', () => {
    expect(summariseBuild(report(all, 37), false, OPTIONS)).toMatch(/\nBị dừng giữa chừng: còn 37 văn bản chưa làm\. Chạy lại lệnh để làm tiếp\.$/);
    expect(summariseBuild(report([], 37), false, OPTIONS)).toContain('còn 37 văn bản');
  });
});

it('few documents stand one by one', () => {
  expect(summariseBuild(report(jobs(2, 'mot', 'kept')), false, OPTIONS)).toBe('giữ nguyên  mot/2021-01/bao-cao-thang\ngiữ nguyên  mot/2021-02/bao-cao-thang\nĐã lập 0, giữ nguyên 2, từ chối 0.');
});

it.each([
  [200, 'còn khoảng 5 giây'],
  [61_000, 'còn khoảng 65 giây'],
  [125_000, 'còn khoảng 2 phút'],
  [3_900_000, 'còn khoảng 65 phút'],
  [7_500_000, 'còn khoảng 2 giờ 05 phút'],
])('%i ms: %s', (ms, words) => {
  expect(remainingWords(ms)).toBe(words);
});
