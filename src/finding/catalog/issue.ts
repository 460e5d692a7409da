/** Findings of issuing: number and date, seals, outputs that were changed by hand. */
import { entry } from './entry.js';

export const issueEntries = {
  'issue-twice': entry<{ symbol: string; date: string; job: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Văn bản đã ban hành, không ban hành lại bằng số khác khi chưa có văn bản thay thế.',
    message: ({ symbol, date }) => `Văn bản này đã ban hành: số ${symbol}, ngày ${date}.`,
    remedy: ({ job }) => `Nếu văn bản đã ban hành có sai sót, chạy: baocao remedy ${job} (Điều 18 Nghị định số 30/2020/NĐ-CP); nếu ghi nhầm khi ban hành, rút mục ấy bằng lệnh «baocao withdraw».`,
  }),
  'issue-number-taken': entry<{ symbol: string; year: string; job: string; date: string; next: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số đã cấp cho văn bản khác cùng loại của cơ quan trong năm (Điều 15 Nghị định số 30/2020/NĐ-CP).',
    message: ({ symbol, year, job, date }) => `Số ${symbol} năm ${year} đã cấp cho văn bản ${job} ngày ${date}.`,
    remedy: ({ next }) => `Kiểm tra sổ đăng ký văn bản đi rồi ghi đúng số đã cấp; số lớn nhất đã ghi trong sổ theo dõi của năm là ${next}.`,
  }),
  'issue-before-data': entry<{ date: string; end: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Ngày ban hành trước ngày chốt số liệu của kỳ.',
    message: ({ date, end }) => `Ngày ban hành ${date} trước ngày chốt số liệu ${end}.`,
    remedy: () => 'Ghi đúng ngày văn thư đã cấp; văn bản có số liệu của kỳ không thể ban hành trước ngày chốt.',
  }),
  'issue-in-future': entry<{ date: string; today: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Ngày ban hành sau ngày hôm nay.',
    message: ({ date, today }) => `Ngày ban hành ${date} chưa đến (hôm nay là ${today}).`,
    remedy: () => 'Ghi đúng ngày ban hành; nếu máy sai ngày, chỉnh lại ngày của máy.',
  }),
  'issue-symbol-unknown': entry<{ document: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Chưa biết ký hiệu của văn bản nên chưa ban hành được.',
    message: ({ document }) => `Chưa biết ký hiệu của «${document}» nên chưa điền được số.`,
    remedy: ({ document }) => `Ghi chữ viết tắt đơn vị soạn thảo vào documents › ${document} › draftingUnit của tệp cơ quan.`,
  }),
  'issue-date-order': entry<{ symbol: string; date: string; other: string; otherDate: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Thứ tự ngày ban hành không theo thứ tự số (Điều 15 Nghị định số 30/2020/NĐ-CP).',
    message: ({ symbol, date, other, otherDate }) => `Số ${symbol} ngày ${date}, trong khi số ${other} ngày ${otherDate}: số và ngày phải theo cùng thứ tự.`,
    remedy: () => 'Kiểm tra lại số và ngày trong sổ đăng ký văn bản đi; nếu ghi nhầm, rút mục vừa ghi rồi ban hành lại.',
  }),
  'issue-over-edited': entry({
    severity: 'error',
    outcome: 'question',
    meaning: 'Tệp kết quả đã sửa bằng tay; bản ban hành được lập lại từ số liệu nên không có những sửa đổi ấy.',
    message: () => 'Tệp đã được sửa bằng tay; bản ban hành được lập lại từ số liệu và đoạn văn, không có những sửa đổi ấy.',
    remedy: () => 'Đưa điều cần sửa vào số liệu, đoạn văn hoặc mẫu; sau đó chạy lại với --beside (giữ tệp đã sửa) hoặc --overwrite (bỏ tệp đã sửa).',
  }),
  'seal-occupied': entry<{ number: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Chỗ của bản lưu văn bản ban hành đã có tệp khác nội dung; bản lưu không bao giờ bị ghi đè.',
    message: ({ number }) => `Ở chỗ bản lưu của số ${number} đã có tệp khác nội dung.`,
    remedy: () => 'Xem tệp này là của ai; nếu là phần còn lại của một lần ban hành không xong, chuyển tệp đi rồi chạy lại.',
  }),
  'seal-broken': entry<{ symbol: string; date: string; state: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Bản lưu của văn bản đã ban hành bị sửa hoặc bị mất, so với mã băm trong sổ theo dõi.',
    message: ({ symbol, date, state }) => `Bản lưu của văn bản số ${symbol} ngày ${date} ${state}.`,
    remedy: () => 'Khôi phục đúng tệp này từ bản sao lưu; không lập lại, không sửa bản đã ban hành.',
  }),
  'issued-changed': entry<{ symbol: string; date: string; job: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Văn bản đã ban hành nhưng số liệu, đoạn văn hoặc mẫu đã đổi từ đó: bản lập mới là dự thảo, để trống số và ngày.',
    message: ({ symbol, date }) => `Văn bản đã ban hành số ${symbol} ngày ${date}, nhưng nội dung nay khác bản đã ban hành; bản lập mới là dự thảo, để trống số và ngày, bản đã ban hành giữ nguyên.`,
    remedy: ({ job }) => `Nếu bản đã ban hành sai, khắc phục bằng lệnh: baocao remedy ${job} (Điều 18 Nghị định số 30/2020/NĐ-CP).`,
  }),
  'figure-typed-over': entry<{ was: string; now: string; context: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Trong tệp Word đã sửa bằng tay, một con số in ra từ số liệu bị gõ thành số khác hoặc bị xóa.',
    message: ({ was, now, context }) => `${was} ${now === '' ? 'không còn' : `đã bị gõ thành ${now}`} trong «${context}».`,
    remedy: () => 'Nếu số mới đúng, sửa ở số liệu nguồn (hoặc đính chính bằng lệnh «baocao correct») rồi lập lại; nếu gõ nhầm, lấy lại bản phần mềm lập.',
  }),
  'edited-not-compared': entry<{ reason: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Không đối chiếu được con số trong tệp kết quả đã sửa bằng tay.',
    message: ({ reason }) => `Chưa đối chiếu được con số trong tệp đã sửa bằng tay: ${reason}.`,
    remedy: () => 'Tự đối chiếu các con số của tệp này với bản phần mềm lập (lệnh build với --beside).',
  }),
} as const;
