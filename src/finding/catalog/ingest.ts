/** Findings of reading: containers, encodings, tables, rows, cells. */
import { entry } from './entry.js';

export const ingestEntries = {
  'file-unreadable': entry<{ reason: string; cure?: string }>({
    severity: 'error',
    meaning: 'Tệp không đọc được: hỏng, bị cắt, không đúng loại, hoặc chứa thành phần nguy hiểm.',
    message: ({ reason }) => `Không đọc được tệp: ${reason}.`,
    remedy: ({ cure }) => cure ?? 'Mở tệp bằng Excel, kiểm tra nội dung, lưu lại dạng .xlsx (Excel Workbook) rồi chạy lại.',
  }),
  'file-too-slow': entry<{ seconds: number }>({
    severity: 'error',
    meaning: 'Đọc sổ tính quá thời gian cho phép.',
    message: ({ seconds }) => `Đọc sổ tính quá ${String(seconds).replace('.', ',')} giây nên đã dừng.`,
    remedy: () => 'Chép riêng các bảng số liệu sang một sổ tính mới (dán giá trị), lưu lại rồi chạy lại.',
  }),
  'encoding-unknown': entry({
    severity: 'error',
    meaning: 'Bảng mã của tệp văn bản không phải UTF-8 hay UTF-16.',
    message: () => 'Tệp không ở bảng mã UTF-8 hoặc UTF-16, không thể đọc đúng chữ Việt.',
    remedy: () => 'Trong Excel chọn Lưu thành «CSV UTF-8», hoặc lưu dạng .xlsx rồi chạy lại.',
  }),
  'table-missing': entry<{ form: string; name: string }>({
    severity: 'error',
    meaning: 'Không tìm thấy bảng số liệu mà văn bản cần trong thư mục của kỳ.',
    message: ({ form, name }) => `Không tìm thấy bảng «${name}» (biểu ${form}) trong thư mục này.`,
    remedy: () => 'Chép tệp có bảng đó vào thư mục; bảng được nhận ra theo tiêu đề các cột, không theo tên tệp.',
  }),
  'table-twice': entry<{ name: string; first: string }>({
    severity: 'error',
    meaning: 'Cùng một bảng có ở hai nơi trong thư mục của kỳ.',
    message: ({ name, first }) => `Bảng «${name}» có ở hai nơi; nơi kia là ${first}.`,
    remedy: () => 'Giữ một bản đúng, chuyển bản kia ra khỏi thư mục rồi chạy lại.',
  }),
  'column-missing': entry<{ header: string; table: string }>({
    severity: 'error',
    meaning: 'Bảng thiếu một cột mà biểu yêu cầu.',
    message: ({ header, table }) => `Bảng «${table}» thiếu cột «${header}».`,
    remedy: () => 'Thêm cột với đúng tiêu đề này (kể cả tiêu đề gộp phía trên) rồi chạy lại.',
  }),
  'column-unknown': entry<{ header: string; nearest: string }>({
    severity: 'warning',
    meaning: 'Bảng có một cột mà biểu không khai báo; cột được bỏ qua.',
    message: ({ header, nearest }) => `Cột «${header}» không có trong biểu nên được bỏ qua${nearest && `; gần nhất là «${nearest}»`}.`,
    remedy: () => 'Xóa cột nếu thừa, hoặc sửa tiêu đề cho đúng biểu.',
  }),
  'column-twice': entry<{ header: string }>({
    severity: 'error',
    meaning: 'Hai cột của bảng cùng ứng với một cột của biểu.',
    message: ({ header }) => `Có hai cột cùng ứng với «${header}».`,
    remedy: () => 'Giữ một cột, hoặc sửa tiêu đề để phân biệt (ví dụ ghi đủ «Nhóm: Cột»), rồi chạy lại.',
  }),
  'column-ambiguous': entry<{ header: string; first: string; second: string }>({
    severity: 'error',
    meaning: 'Một cột của bảng ứng với nhiều cột của biểu.',
    message: ({ header, first, second }) => `Cột «${header}» có thể là «${first}» hoặc «${second}».`,
    remedy: () => 'Ghi tiêu đề đủ các cấp (ví dụ «Nhóm: Cột») rồi chạy lại.',
  }),
  'table-ambiguous': entry<{ first: string; second: string }>({
    severity: 'error',
    meaning: 'Tiêu đề các cột của bảng hợp với hai biểu như nhau.',
    message: ({ first, second }) => `Theo tiêu đề các cột, bảng này có thể là «${first}» hoặc «${second}».`,
    remedy: () => 'Ghi tiêu đề các cột đúng như biểu khai báo để phân biệt, rồi chạy lại.',
  }),
  'unit-unknown': entry<{ name: string; nearest: string }>({
    severity: 'error',
    meaning: 'Tên đơn vị trong bảng không có trong danh sách đơn vị của cơ quan.',
    message: ({ name, nearest }) => `Đơn vị «${name}» không có trong danh sách đơn vị của cơ quan${nearest && `; tên gần nhất là «${nearest}»`}.`,
    remedy: () => 'Sửa tên trong bảng, hoặc thêm tên gọi này vào «aliases» của đơn vị trong tệp cơ quan (data/agencies).',
  }),
  'unit-missing': entry<{ name: string }>({
    severity: 'error',
    meaning: 'Danh sách đơn vị có một đơn vị mà bảng không có dòng.',
    message: ({ name }) => `Bảng không có dòng của «${name}».`,
    remedy: () => 'Bổ sung dòng của đơn vị (ghi 0 nếu không phát sinh) rồi chạy lại.',
  }),
  'row-unnamed': entry<{ table: string }>({
    severity: 'error',
    meaning: 'Một dòng có số liệu nhưng không ghi tên đơn vị hoặc mã.',
    message: ({ table }) => `Một dòng của bảng «${table}» có số liệu nhưng không có tên.`,
    remedy: () => 'Ghi tên đơn vị (hoặc mã, hoặc «Tổng cộng») cho dòng này, hay xóa số liệu thừa, rồi chạy lại.',
  }),
  'row-twice': entry<{ name: string; first: string }>({
    severity: 'error',
    meaning: 'Một đơn vị hoặc một mã có hai dòng trong cùng bảng.',
    message: ({ name, first }) => `«${name}» có hai dòng; dòng trước ở ${first}.`,
    remedy: () => 'Giữ một dòng (gộp số liệu nếu cần) rồi chạy lại.',
  }),
  'figure-unreadable': entry<{ row: string; column: string; seen: string; wanted: string }>({
    severity: 'error',
    meaning: 'Ô số liệu không đọc được thành số theo kiểu của cột.',
    message: ({ row, column, seen, wanted }) => `${row}, cột «${column}»: không đọc được «${seen}» thành ${wanted}.`,
    remedy: () => 'Nhập lại ô này bằng số (không chữ, không ký hiệu) rồi chạy lại.',
  }),
  'figure-ambiguous': entry<{ row: string; column: string; seen: string; first: string; second: string }>({
    severity: 'error',
    meaning: 'Ô số liệu đọc được theo hai cách.',
    message: ({ row, column, seen, first, second }) => `${row}, cột «${column}»: «${seen}» có thể là ${first} hoặc ${second}.`,
    remedy: () => 'Bỏ dấu phân cách hàng nghìn (1234), hoặc thêm số 0 vào cuối phần thập phân (1,2340), rồi chạy lại.',
  }),
  'figure-missing': entry<{ row: string; column: string }>({
    severity: 'error',
    meaning: 'Ô số liệu bắt buộc bị bỏ trống; để trống không được coi là 0.',
    message: ({ row, column }) => `${row}, cột «${column}»: ô bỏ trống.`,
    remedy: () => 'Nhập số liệu; nếu không phát sinh thì nhập 0.',
  }),
  'formula-without-result': entry<{ row: string; column: string; formula: string }>({
    severity: 'error',
    meaning: 'Ô số liệu là công thức nhưng tệp không lưu kết quả.',
    message: ({ row, column, formula }) => `${row}, cột «${column}»: công thức «${formula}» không có kết quả trong tệp.`,
    remedy: () => 'Mở tệp bằng Excel, chờ tính xong, lưu lại rồi chạy lại.',
  }),
  'cell-error': entry<{ row: string; column: string; seen: string }>({
    severity: 'error',
    meaning: 'Ô số liệu chứa giá trị lỗi của Excel.',
    message: ({ row, column, seen }) => `${row}, cột «${column}»: ô báo lỗi ${seen}.`,
    remedy: () => 'Sửa công thức của ô này trong Excel, lưu lại rồi chạy lại.',
  }),
  'period-mismatch': entry<{ seen: string; expected: string }>({
    severity: 'error',
    meaning: 'Kỳ ghi ở tiêu đề bảng khác với kỳ của thư mục hoặc lịch báo cáo của cơ quan.',
    message: ({ seen, expected }) => `Tiêu đề bảng ghi «${seen}» nhưng thư mục này là của kỳ ${expected}.`,
    remedy: () => 'Kiểm tra có chép nhầm tệp của kỳ khác không; sửa tiêu đề hoặc chuyển tệp sang đúng thư mục.',
  }),
  'table-unrecognised': entry<{ what: string }>({
    severity: 'note',
    meaning: 'Trang tính hoặc tệp không chứa bảng nào nhận ra được.',
    message: ({ what }) => `${what} không có bảng nào nhận ra được theo tiêu đề cột, nên không dùng.`,
    remedy: () => 'Nếu đây là số liệu cần dùng, kiểm tra lại tiêu đề các cột.',
  }),
  'json-invalid': entry<{ reason: string }>({
    severity: 'error',
    meaning: 'Tệp JSON sai cú pháp hoặc sai cấu trúc đã quy định.',
    message: ({ reason }) => `Tệp JSON không đúng quy định: ${reason}.`,
    remedy: () => 'Sửa tệp theo cấu trúc { "ky", "bang", "hang": [ … ] } rồi chạy lại.',
  }),
  'reserved-character': entry<{ character: string }>({
    severity: 'error',
    meaning: 'Dữ liệu chứa ký tự điều khiển hoặc ký tự dành riêng, không in được.',
    message: ({ character }) => `Văn bản chứa ký tự không in được (${character}).`,
    remedy: () => 'Gõ lại nội dung của ô hoặc đoạn này rồi chạy lại.',
  }),
} as const;
