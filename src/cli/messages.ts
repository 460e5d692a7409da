/** Reasons and states of the plan in the official's words. */
import type { JobState } from '../pipeline/build.js';
import type { Reason } from '../pipeline/plan.js';
import type { JobStatus } from '../pipeline/status.js';

export const STATE_WORDS: Readonly<Record<JobState, string>> = {
  built: 'đã lập',
  kept: 'giữ nguyên',
  refused: 'từ chối',
  failed: 'lỗi phần mềm',
};

export const STATUS_WORDS: Readonly<Record<JobStatus, string>> = {
  fresh: 'mới nhất',
  stale: 'đã cũ',
  edited: 'đã sửa bằng tay',
  'never-built': 'chưa lập',
  issued: 'đã ban hành',
  'issued-changed': 'dự thảo mới',
  replaced: 'đã bị thay thế',
};

export function reasonWords(reason: Reason): string {
  const [code, detail] = reason.split(': ') as [string, string | undefined];
  switch (code) {
    case 'never-built':
      return 'chưa lập lần nào';
    case 'forced':
      return 'lập lại theo yêu cầu';
    case 'program-changed':
      return 'phần mềm đã thay đổi';
    case 'input-changed':
      if (detail?.includes('#document/')) return `sổ theo dõi có mục ban hành hoặc khắc phục: ${detail.slice(detail.indexOf('#document/') + '#document/'.length)}`;
      return `dữ liệu vào thay đổi: ${detail}`;
    case 'output-missing':
      return `thiếu kết quả: ${detail}`;
    default:
      return `kết quả chưa cập nhật: ${detail}`;
  }
}
