/** Findings of the checks on figures. */
import { entry } from './entry.js';

export const checkEntries = {
  'row-sum': entry<{ row: string; statement: string; others: number }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Một đẳng thức khai báo trong biểu không đúng trên một dòng.',
    message: ({ row, statement }) => `${row}: ${statement}.`,
    remedy: ({ others }) => `Sửa một trong các ô đó rồi chạy lại. ${others} dòng khác và các bản đã ban hành không bị ảnh hưởng.`,
  }),
  'total-wrong': entry<{ column: string; seen: string; expected: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Dòng tổng của bảng nhận được khác tổng các dòng.',
    message: ({ column, seen, expected }) => `Dòng tổng, cột «${column}» ghi ${seen} nhưng cộng các dòng được ${expected}.`,
    remedy: () => 'Sửa ô tổng, hoặc dòng bị nhập sai, rồi chạy lại.',
  }),
  'ratio-wrong': entry<{ column: string; seen: string; expected: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Dòng tỷ lệ của bảng nhận được khác tỷ lệ tính từ số liệu.',
    message: ({ column, seen, expected }) => `Dòng tỷ lệ, cột «${column}» ghi ${seen} nhưng tính lại được ${expected}.`,
    remedy: () => 'Sửa hoặc xóa dòng tỷ lệ (phần mềm tự tính) rồi chạy lại.',
  }),
  'rate-undefined': entry<{ row: string; columns: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một tỷ lệ không tính được vì mẫu số bằng 0; bảng in dấu «-».',
    message: ({ row, columns }) => `Dòng «${row}» không tính được ở cột ${columns} vì mẫu số bằng 0; bảng in dấu «-».`,
    remedy: () => 'Không phải sửa nếu đúng là không phát sinh.',
  }),
  'names-count': entry<{ name: string; seen: number; expected: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Số tên đơn vị ghi ở cột Ghi chú khác với con số.',
    message: ({ name, seen, expected }) => `«${name}»: giá trị là ${expected} nhưng cột Ghi chú nêu ${seen} tên.`,
    remedy: () => 'Sửa con số hoặc danh sách tên ở cột Ghi chú (cách nhau bằng dấu chấm phẩy, hoặc dấu phẩy) rồi chạy lại.',
  }),
  'names-unknown': entry<{ name: string; nearest: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Cột Ghi chú nêu một tên không có trong danh sách đơn vị.',
    message: ({ name, nearest }) => `Cột Ghi chú nêu «${name}», không có trong danh sách đơn vị${nearest && `; tên gần nhất là «${nearest}»`}.`,
    remedy: () => 'Sửa tên, hoặc thêm tên gọi này vào «aliases» của đơn vị trong tệp cơ quan.',
  }),
  'code-missing': entry<{ code: string; table: string; nearest: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Bảng số liệu đơn lẻ thiếu một mã mà văn bản cần.',
    message: ({ code, table, nearest }) => `Bảng «${table}» không có dòng mã «${code}»${nearest && `; mã gần nhất là «${nearest}»`}.`,
    remedy: () => 'Thêm dòng với mã này (ghi 0 nếu không phát sinh) rồi chạy lại.',
  }),
  'period-not-decree': entry<{ from: string; to: string; decree: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Kỳ số liệu của cơ quan khác kỳ báo cáo tại Điều 12 Nghị định 09/2019/NĐ-CP.',
    message: ({ from, to, decree }) => `Kỳ số liệu từ ${from} đến ${to} khác kỳ quy định tại Điều 12 Nghị định số 09/2019/NĐ-CP (${decree}).`,
    remedy: () => 'Không phải sửa nếu cơ quan có quy chế riêng; kỳ được khai báo ở mục calendar của tệp cơ quan.',
  }),
} as const;
