/** Findings about tables of longer periods that are made up from those of their months. */
import { entry } from './entry.js';

export const rolledEntries = {
  'part-missing': entry<{ table: string; part: string; period: string; folder: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Thiếu số liệu của một tháng (hoặc quý) nên không tổng hợp được kỳ dài hơn; nếu kỳ dài đã có bảng riêng thì chỉ là không đối chiếu được.',
    message: ({ table, part, period, folder }) => `Không có bảng «${table}» của ${part} (thư mục ${folder}) để tổng hợp ${period}.`,
    remedy: ({ folder, period }) => `Chép tệp số liệu vào ${folder}, hoặc chép bảng tổng hợp của ${period} vào thư mục của kỳ đó, rồi chạy lại.`,
  }),
  'part-faulty': entry<{ table: string; part: string; period: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số liệu của một tháng (hoặc quý) có lỗi nên chưa tổng hợp được kỳ dài hơn.',
    message: ({ table, part, period }) => `Bảng «${table}» của ${part} có lỗi, hoặc tệp của kỳ đó có lỗi, nên chưa tổng hợp được ${period}.`,
    remedy: ({ part }) => `Soát và sửa số liệu ${part} (lệnh check của kỳ đó) rồi chạy lại.`,
  }),
  'parts-not-adjoining': entry<{ before: string; to: string; after: string; from: string; period: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Theo lịch báo cáo của cơ quan, hai tháng liền nhau bỏ sót ngày hoặc trùng ngày, nên không ghép thành kỳ dài hơn được.',
    message: ({ before, to, after, from, period }) => `Không ghép được ${period}: số liệu ${before} đến hết ngày ${to} nhưng số liệu ${after} bắt đầu từ ngày ${from}.`,
    remedy: () => 'Sửa mục calendar của tệp cơ quan để các tháng nối liền nhau.',
  }),
  'row-not-in-every-part': entry<{ row: string; table: string; lacking: string; period: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Một dòng chỉ có ở một số tháng; không biết số của các tháng thiếu nên dòng không được tổng hợp.',
    message: ({ row, table, lacking, period }) => `Dòng «${row}» của bảng «${table}» không có ở ${lacking}, nên không tổng hợp được dòng này cho ${period}.`,
    remedy: ({ period }) => `Bổ sung dòng (ghi 0 nếu không phát sinh); nếu đơn vị được lập, sáp nhập giữa kỳ thì chép bảng tổng hợp của ${period} vào thư mục của kỳ đó.`,
  }),
  'code-not-rolled-up': entry<{ code: string; reason: string; period: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một số liệu đơn lẻ không được tổng hợp từ các tháng: biểu không khai báo cách tổng hợp, các tháng dùng đơn vị tính khác nhau, hoặc tên đơn vị không khớp con số.',
    message: ({ code, reason, period }) => `Mã «${code}» không được tổng hợp cho ${period}: ${reason}.`,
    remedy: () => 'Nếu cần số liệu này, khai báo mã ở mục codesOver của biểu, hoặc ghi số của cả kỳ trong thư mục của kỳ.',
  }),
  'column-not-rolled-up': entry<{ table: string; column: string; period: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một cột không tính được từ số liệu các tháng (biểu khai báo over: none); bảng in dấu «…».',
    message: ({ table, column, period }) => `Bảng «${table}»: cột «${column}» của ${period} không tính được từ số liệu các tháng; bảng in dấu «…» và văn bản không có câu về số này.`,
    remedy: ({ period }) => `Nếu có số liệu của cả kỳ, chép bảng tổng hợp của ${period} vào thư mục của kỳ đó.`,
  }),
  'roll-up-mismatch': entry<{ row: string; column: string; seen: string; expected: string; parts: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Bảng của quý, 6 tháng, 9 tháng hoặc năm ghi khác số tổng hợp từ các tháng.',
    message: ({ row, column, seen, expected, parts }) => `${row}: cột «${column}» ghi ${seen} nhưng tổng hợp từ ${parts} là ${expected}.`,
    remedy: () => 'Đối chiếu với bảng của các tháng; sửa ô ghi sai rồi chạy lại. Nếu số đúng là khác (rà soát lại cuối kỳ) thì chấp nhận và nêu lý do.',
  }),
} as const;
