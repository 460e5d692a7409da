/** Findings of reading the rows and cells of a table: names, numbers of lists, figures, formulas. */
import { entry } from './entry.js';

export const rowEntries = {
  'unit-unknown': entry<{ name: string; nearest: string; dated?: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Tên đơn vị trong bảng không có trong danh sách đơn vị của cơ quan, hoặc không dùng trong kỳ này (trước, sau khi đổi tên, sáp nhập).',
    message: ({ name, nearest, dated }) =>
      dated === undefined
        ? `Đơn vị «${name}» không có trong danh sách đơn vị của cơ quan${nearest && `; tên gần nhất là «${nearest}»`}.`
        : `Tên «${name}» của «${nearest}» chỉ dùng ${dated}, không thuộc kỳ này.`,
    remedy: ({ dated }) =>
      dated === undefined
        ? 'Sửa tên trong bảng, hoặc thêm tên gọi này vào «aliases» của đơn vị trong tệp cơ quan (data/agencies).'
        : 'Kiểm tra có dùng nhầm bảng của thời gian khác không; nếu không, sửa tên trong bảng, hoặc sửa ngày hiệu lực của tên gọi này ở «aliases» trong tệp cơ quan.',
  }),
  'unit-disguised': entry<{ name: string; characters: string; unit: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Tên đơn vị trông giống tên đúng nhưng chứa ký tự không nhìn thấy hoặc chữ của bảng chữ cái khác.',
    message: ({ name, characters, unit }) => `Tên «${name}» trông như «${unit}» nhưng chứa ${characters}.`,
    remedy: ({ unit }) => `Nếu đúng là «${unit}» thì gõ lại tên trong ô này (không dán), rồi chạy lại.`,
  }),
  'unit-missing': entry<{ name: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Danh sách đơn vị có một đơn vị mà bảng không có dòng.',
    message: ({ name }) => `Bảng không có dòng của «${name}».`,
    remedy: () => 'Bổ sung dòng của đơn vị (ghi 0 nếu không phát sinh) rồi chạy lại.',
  }),
  'row-unnamed': entry<{ table: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Một dòng có số liệu nhưng không ghi tên đơn vị hoặc mã.',
    message: ({ table }) => `Một dòng của bảng «${table}» có số liệu nhưng không có tên.`,
    remedy: () => 'Ghi tên đơn vị (hoặc mã, hoặc «Tổng cộng») cho dòng này, hay xóa số liệu thừa, rồi chạy lại.',
  }),
  'row-twice': entry<{ name: string; first: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Một đơn vị hoặc một mã có hai dòng trong cùng bảng.',
    message: ({ name, first }) => `«${name}» có hai dòng; dòng trước ở ${first}.`,
    remedy: () => 'Giữ một dòng (gộp số liệu nếu cần) rồi chạy lại.',
  }),
  'row-number-twice': entry<{ name: string; other: string; first: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số thứ tự (ghi sai hoặc bỏ trống) đặt một dòng của danh sách vào chỗ của dòng khác.',
    message: ({ name, other, first }) => `Số thứ tự đặt dòng «${name}» vào chỗ của dòng «${other}» (${first}).`,
    remedy: () => 'Sửa số thứ tự của một trong hai dòng cho đúng rồi chạy lại.',
  }),
  'subtotal-ignored': entry<{ name: string; table: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Bảng các đơn vị có dòng cộng nhóm nằm giữa; dòng này không được dùng.',
    message: ({ name, table }) => `Bảng «${table}»: dòng «${name}» là dòng cộng nhóm, không tính vào tổng.`,
    remedy: () => 'Kiểm tra đúng là dòng cộng của các đơn vị phía trên; nên xóa dòng này vì văn bản không dùng.',
  }),
  'table-empty': entry<{ table: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Bảng chỉ có tiêu đề, không có số liệu nào.',
    message: ({ table }) => `Bảng «${table}» không có số liệu nào.`,
    remedy: () => 'Nhập số liệu của các đơn vị (0 nếu không phát sinh), hoặc chép tệp đã có số liệu vào thư mục, rồi chạy lại.',
  }),
  'measure-differs': entry<{ what: string; seen: string; expected: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Đơn vị tính ghi ở nguồn là bội số (nghìn, triệu, %) của đơn vị tính mà biểu dùng.',
    message: ({ what, seen, expected }) => `${what} ghi đơn vị tính «${seen}», trong khi biểu dùng «${expected}».`,
    remedy: ({ expected }) => `Đổi các số về đơn vị tính «${expected}», hoặc nếu các số đã theo «${expected}» thì chỉ sửa chỗ ghi đơn vị tính, rồi chạy lại.`,
  }),
  'figure-unreadable': entry<{ row: string; column: string; seen: string; wanted: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Ô số liệu không đọc được thành số theo kiểu của cột.',
    message: ({ row, column, seen, wanted }) => `${row}, cột «${column}»: không đọc được «${seen}» thành ${wanted}.`,
    remedy: () => 'Nhập lại ô này bằng số (không chữ, không ký hiệu) rồi chạy lại.',
  }),
  'figure-ambiguous': entry<{ row: string; column: string; seen: string; first: string; second: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Ô số liệu đọc được theo hai cách.',
    message: ({ row, column, seen, first, second }) => `${row}, cột «${column}»: «${seen}» có thể là ${first} hoặc ${second}.`,
    remedy: () => 'Bỏ dấu phân cách hàng nghìn (1234), hoặc thêm số 0 vào cuối phần thập phân (1,2340), rồi chạy lại.',
  }),
  'figure-misspelt': entry<{ row: string; column: string; seen: string; meant: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Ô số liệu chứa chữ cái trông giống chữ số (O, l, I).',
    message: ({ row, column, seen, meant }) => `${row}, cột «${column}»: «${seen}» có chữ cái giống chữ số; có thể là ${meant}.`,
    remedy: () => 'Nhập lại ô này bằng chữ số rồi chạy lại.',
  }),
  'figure-too-large': entry<{ row: string; column: string; seen: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số lớn hơn 9.007.199.254.740.992 (2^53): Excel và JSON không giữ đủ chữ số.',
    message: ({ row, column, seen }) => `${row}, cột «${column}»: số ${seen} quá lớn, Excel không giữ được đủ chữ số.`,
    remedy: () => 'Kiểm tra lại số; nếu đúng, dùng đơn vị tính lớn hơn (nghìn, triệu) rồi chạy lại.',
  }),
  'figure-merged': entry<{ range: string }>({
    severity: 'error',
    outcome: 'question',
    meaning: 'Một số liệu nằm trong ô gộp nhiều dòng hoặc nhiều cột của bảng.',
    message: ({ range }) => `Các ô ${range} được gộp làm một; không rõ số này của riêng ô đầu hay của chung các ô.`,
    remedy: () => 'Bỏ gộp, nhập số cho từng ô (0 nếu không phát sinh) rồi chạy lại.',
  }),
  'figure-missing': entry<{ row: string; column: string }>({
    severity: 'error',
    outcome: 'question',
    waivable: true,
    meaning: 'Ô số liệu bắt buộc bị bỏ trống; để trống không được coi là 0. Chấp nhận nghĩa là số liệu ấy không có: ô được in trống như nguồn.',
    message: ({ row, column }) => `${row}, cột «${column}»: ô bỏ trống.`,
    remedy: () => 'Nhập số liệu; nếu không phát sinh thì nhập 0; nếu nguồn không công bố số liệu này thì chấp nhận phát hiện.',
  }),
  'formula-without-result': entry<{ row: string; column: string; formula: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Ô số liệu là công thức nhưng tệp không lưu kết quả.',
    message: ({ row, column, formula }) => `${row}, cột «${column}»: công thức «${formula}» không có kết quả trong tệp.`,
    remedy: () => 'Mở tệp bằng Excel, chờ tính xong, lưu lại rồi chạy lại.',
  }),
  'formula-stale': entry<{ row: string; column: string; formula: string; seen: string; expected: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Kết quả lưu trong tệp khác kết quả tính lại của công thức cộng.',
    message: ({ row, column, formula, seen, expected }) => `${row}, cột «${column}»: tệp lưu kết quả ${seen} nhưng công thức «=${formula}» cộng được ${expected}.`,
    remedy: () => 'Mở tệp bằng Excel, nhấn F9 để tính lại, lưu rồi chạy lại.',
  }),
  'formula-external': entry<{ row: string; column: string; count: number }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Ô số liệu lấy số từ tệp khác; phần mềm dùng kết quả đã lưu, không mở tệp kia.',
    message: ({ row, column, count }) => `${row}, cột «${column}»${count > 1 ? ` và ${count - 1} ô nữa` : ''}: số lấy từ tệp khác; dùng kết quả đã lưu trong tệp này.`,
    remedy: () => 'Kiểm tra số đã cập nhật; nên dán giá trị (Paste Values) trước khi gửi.',
  }),
  'cell-error': entry<{ row: string; column: string; seen: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Ô số liệu chứa giá trị lỗi của Excel.',
    message: ({ row, column, seen }) => `${row}, cột «${column}»: ô báo lỗi ${seen}.`,
    remedy: () => 'Sửa công thức của ô này trong Excel, lưu lại rồi chạy lại.',
  }),
} as const;
