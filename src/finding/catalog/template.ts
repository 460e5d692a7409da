/** Findings of declarations, templates and written paragraphs. */
import { entry } from './entry.js';

export const templateEntries = {
  'declaration-invalid': entry<{ reason: string }>({
    severity: 'error',
    meaning: 'Tệp khai báo (biểu, mẫu văn bản, cơ quan) sai cú pháp hoặc sai cấu trúc.',
    message: ({ reason }) => `Khai báo không đúng: ${reason}.`,
    remedy: () => 'Sửa dòng này trong tệp khai báo rồi chạy lại.',
  }),
  'template-invalid': entry<{ reason: string }>({
    severity: 'error',
    meaning: 'Mẫu văn bản dùng một biến, hàm hoặc cú pháp không có.',
    message: ({ reason }) => `Mẫu văn bản không dùng được: ${reason}.`,
    remedy: () => 'Sửa dòng này trong mẫu rồi chạy lại.',
  }),
  'figure-absent': entry<{ name: string }>({
    severity: 'error',
    meaning: 'Mẫu văn bản in một con số mà số liệu không có.',
    message: ({ name }) => `Mẫu cần in «${name}» nhưng số liệu không có giá trị này.`,
    remedy: () => 'Bổ sung số liệu, hoặc đặt câu trong điều kiện {{#if_present …}}.',
  }),
  'cause-missing': entry<{ what: string; count: string; slot: string; row: string }>({
    severity: 'error',
    meaning: 'Có hồ sơ quá hạn mà chưa có người viết nguyên nhân.',
    message: ({ what, count, row }) => `${row}: ${what} là ${count} nhưng chưa có nguyên nhân.`,
    remedy: ({ slot }) => `Viết nguyên nhân vào một tệp .md trong thư mục của kỳ, dòng đầu tệp ghi «muc: ${slot}».`,
  }),
  'cause-unneeded': entry<{ slot: string; unit: string }>({
    severity: 'warning',
    meaning: 'Có nguyên nhân quá hạn nhưng số liệu không có hồ sơ quá hạn; nguyên nhân không được in.',
    message: ({ slot, unit }) => `Có nguyên nhân cho mục «${slot}»${unit && ` của «${unit}»`} nhưng số liệu không có hồ sơ quá hạn tương ứng; không in.`,
    remedy: () => 'Kiểm tra số liệu; nếu đúng là không có hồ sơ quá hạn, bỏ tệp này.',
  }),
  'paragraph-missing': entry<{ title: string; slot: string }>({
    severity: 'warning',
    meaning: 'Chưa có đoạn văn do người viết; văn bản in chỗ trống «[Thiếu nội dung: …]».',
    message: ({ title }) => `Chưa có nội dung «${title}»; văn bản in «[Thiếu nội dung: ${title}]».`,
    remedy: ({ slot }) => `Viết nội dung vào một tệp .md trong thư mục của kỳ, dòng đầu tệp ghi «muc: ${slot}».`,
  }),
  'paragraph-unknown': entry<{ slot: string; nearest: string }>({
    severity: 'warning',
    meaning: 'Đoạn văn ghi một mục mà mẫu văn bản không có.',
    message: ({ slot, nearest }) => `Mẫu văn bản không có mục «${slot}»${nearest && `; gần nhất là «${nearest}»`}.`,
    remedy: () => 'Sửa dòng «muc: …» ở đầu tệp.',
  }),
  'paragraph-twice': entry<{ slot: string; first: string }>({
    severity: 'error',
    meaning: 'Hai tệp cùng viết cho một mục.',
    message: ({ slot, first }) => `Mục «${slot}» đã có ở ${first}.`,
    remedy: () => 'Giữ một tệp, chuyển tệp kia ra khỏi thư mục rồi chạy lại.',
  }),
  'paragraph-invalid': entry<{ reason: string }>({
    severity: 'error',
    meaning: 'Tệp đoạn văn sai cấu trúc (phần đầu tệp hoặc Markdown không dùng được).',
    message: ({ reason }) => `Tệp đoạn văn không dùng được: ${reason}.`,
    remedy: () => 'Đầu tệp phải có ba dòng: «---», «muc: <tên mục>», «---»; nội dung chỉ gồm đoạn văn, gạch đầu dòng, chữ đậm, chữ nghiêng.',
  }),
  'comparison-left-out': entry<{ what: string; period: string }>({
    severity: 'note',
    meaning: 'Không có số liệu kỳ trước nên câu so sánh được bỏ.',
    message: ({ what, period }) => `Không có số liệu ${period}, nên văn bản không có câu so sánh ${what}.`,
    remedy: () => 'Nếu có số liệu kỳ trước, chép vào thư mục của kỳ đó rồi chạy lại.',
  }),
  'rounded-difference': entry<{ what: string; exact: string; printed: string; left: string; right: string }>({
    severity: 'note',
    meaning: 'Mức tăng, giảm tính từ tỷ lệ chưa làm tròn khác hiệu hai tỷ lệ đã làm tròn in trong văn bản.',
    message: ({ what, exact, printed, left, right }) => `${what}: chênh lệch là ${exact} (tính từ tỷ lệ chưa làm tròn), trong khi ${left} − ${right} = ${printed}; văn bản có ghi chú.`,
    remedy: () => 'Không phải sửa.',
  }),
  'appendix-unreferenced': entry<{ label: string }>({
    severity: 'warning',
    meaning: 'Phần chính của văn bản không dẫn đến một phụ lục.',
    message: ({ label }) => `Phần chính của văn bản không dẫn đến ${label}.`,
    remedy: () => 'Thêm «(chi tiết tại {{appendix "…"}} kèm theo)» vào mẫu (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III.1).',
  }),
  'reference-unknown': entry<{ target: string }>({
    severity: 'error',
    meaning: 'Văn bản dẫn đến một phụ lục không có.',
    message: ({ target }) => `Văn bản dẫn đến «${target}» nhưng không có phụ lục này.`,
    remedy: () => 'Sửa tên phụ lục trong mẫu, hoặc khai báo phụ lục ở mục appendices.',
  }),
} as const;
