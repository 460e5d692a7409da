/** Findings of the checks against the period before. */
import { entry } from './entry.js';

export const previousEntries = {
  'opening-not-closing': entry<{ row: string; opening: string; closing: string; before: string; seen: string; expected: string; where: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Số đầu kỳ của một dòng khác số cuối kỳ trước của dòng đó.',
    message: ({ row, opening, closing, before, seen, expected }) => `${row}: «${opening}» ghi ${seen} nhưng «${closing}» của ${before} là ${expected}.`,
    remedy: ({ where }) => `Đối chiếu với ${where}; sửa ô ghi sai rồi chạy lại. Nếu số kỳ trước đã được điều chỉnh thì chấp nhận và nêu lý do.`,
  }),
  'figure-jump': entry<{ column: string; changes: string; before: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một số thay đổi so với kỳ trước vượt ngưỡng khai báo trong biểu.',
    message: ({ column, changes, before }) => `Cột «${column}» thay đổi nhiều so với ${before}: ${changes}.`,
    remedy: () => 'Không phải sửa nếu đúng thực tế; nên chuẩn bị giải trình. Ngưỡng khai báo ở mục jump của biểu.',
  }),
  'table-resent': entry<{ table: string; now: string; before: string; rows: number }>({
    severity: 'error',
    outcome: 'question',
    waivable: true,
    meaning: 'Mọi số liệu của bảng giống hệt bảng của kỳ trước; có thể bảng cũ được gửi lại.',
    message: ({ table, now, before, rows }) => `Bảng «${table}» của ${now} giống hệt bảng của ${before} ở mọi ô số liệu của cả ${rows} dòng.`,
    remedy: ({ now }) => `Thay bằng bảng đúng của ${now} rồi chạy lại; nếu số liệu đúng là không đổi thì chấp nhận và nêu lý do.`,
  }),
  'columns-swapped': entry<{ first: string; second: string; now: string; before: string }>({
    severity: 'error',
    outcome: 'question',
    waivable: true,
    meaning: 'Số liệu của hai cột, nếu đổi chỗ cho nhau, khớp với kỳ trước hơn hẳn; có thể tiêu đề bị đổi.',
    message: ({ first, second, now, before }) =>
      `Số liệu ${now} ở cột «${first}» giống cột «${second}» của ${before} và ngược lại, ở hầu hết các dòng; có thể hai tiêu đề bị đổi cho nhau.`,
    remedy: () => 'Kiểm tra tiêu đề hai cột; đổi lại nếu sai rồi chạy lại; nếu số liệu đúng là thay đổi như vậy thì chấp nhận và nêu lý do.',
  }),
  'rows-appeared': entry<{ rows: string; count: number; before: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Bảng có những dòng mà bảng của kỳ trước không có.',
    message: ({ rows, count, before }) => `${count} dòng không có trong bảng của ${before}: ${rows}.`,
    remedy: () => 'Không phải sửa nếu danh mục thay đổi thật; nếu chỉ đổi cách viết tên thì viết như kỳ trước để so sánh được.',
  }),
  'rows-vanished': entry<{ rows: string; count: number; before: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Bảng thiếu những dòng mà bảng của kỳ trước có.',
    message: ({ rows, count, before }) => `${count} dòng có trong bảng của ${before} nhưng không còn trong bảng này: ${rows}.`,
    remedy: () => 'Bổ sung dòng nếu bị bỏ sót; không phải sửa nếu danh mục thay đổi thật.',
  }),
  'previous-year-differs': entry<{ row: string; column: string; own: string; before: string; seen: string; expected: string; where: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Số của kỳ trước in trong bảng này khác số trong bảng của chính kỳ đó.',
    message: ({ row, column, own, before, seen, expected }) => `${row}: cột «${column}» ghi ${seen} nhưng bảng của ${before} ghi ${expected} ở cột «${own}».`,
    remedy: ({ where }) => `Đối chiếu với ${where}; sửa ô ghi sai rồi chạy lại. Nếu số đã công bố được điều chỉnh thì chấp nhận và nêu lý do.`,
  }),
} as const;
