/** Findings of the checks on written paragraphs: figures, percentages, citations and dates in sentences. */
import { entry } from './entry.js';

/** A rate that only the document computes has no row and column. */
function figureName(name: string): string {
  return name === '' ? 'một tỷ lệ mà văn bản tự tính' : `số liệu «${name}»`;
}

export const proseEntries = {
  'prose-figure-known': entry<{ text: string; name: string; others: number }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Một con số gõ tay trong đoạn văn trùng với số liệu của biểu; có thể truy nguồn về ô đó.',
    message: ({ text, name, others }) => `«${text}» trùng với ${figureName(name)}${others > 0 ? ` (và ${others} số liệu khác cùng giá trị)` : ''}.`,
    remedy: () => 'Không phải sửa. Khi số liệu của biểu thay đổi, nhớ sửa cả con số trong đoạn văn này.',
  }),
  'prose-figure-near': entry<{ seen: string; expected: string; name: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Một con số gõ tay trong đoạn văn gần giống nhưng khác số liệu của biểu mà câu nhắc đến.',
    message: ({ seen, expected, name }) => `Đoạn văn ghi «${seen}» nhưng ${figureName(name)} là ${expected}.`,
    remedy: ({ expected }) => `Nếu câu nói về số liệu đó, sửa đoạn văn thành ${expected} (hoặc sửa ô của biểu nếu biểu sai) rồi chạy lại; nếu là số khác, chấp nhận với lý do.`,
  }),
  'prose-figures-untraced': entry<{ count: number; figures: string }>({
    severity: 'note',
    outcome: 'accepted',
    meaning: 'Đoạn văn có những con số không tìm thấy trong số liệu của kỳ; phiếu kiểm tra liệt kê từng số.',
    message: ({ count, figures }) => `Đoạn văn có ${count} con số không truy được nguồn trong số liệu của kỳ: ${figures}.`,
    remedy: () => 'Người soạn thảo đối chiếu từng số với nguồn của mình (danh sách trong phiếu kiểm tra).',
  }),
  'prose-percent-wrong': entry<{ seen: string; expected: string; part: string; whole: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Tỷ lệ trong câu khác tỷ lệ tính lại từ tử số và mẫu số ghi trong chính câu đó (làm tròn nửa lên).',
    message: ({ seen, expected, part, whole }) => `Câu ghi ${seen} nhưng ${part} / ${whole} = ${expected}.`,
    remedy: () => 'Sửa tỷ lệ, hoặc sửa tử số, mẫu số trong câu, rồi chạy lại.',
  }),
  'prose-sum-wrong': entry<{ seen: string; expected: string; addition: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Các phần nêu trong câu cộng lại khác tổng nêu trong câu đó.',
    message: ({ seen, expected, addition }) => `Câu ghi tổng là ${seen} nhưng ${addition} = ${expected}.`,
    remedy: () => 'Sửa con số tổng, hoặc phần bị ghi sai, bị thiếu, rồi chạy lại.',
  }),
  'prose-number-form': entry<{ seen: string; expected: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Con số trong đoạn văn không viết theo cách của Việt Nam (dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn).',
    message: ({ seen, expected }) => `Con số «${seen}» cần viết là «${expected}».`,
    remedy: ({ expected }) => `Sửa trong đoạn văn thành «${expected}».`,
  }),
  'prose-period-differs': entry<{ seen: string; expected: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Kỳ số liệu nêu trong đoạn văn khác kỳ của báo cáo.',
    message: ({ seen, expected }) => `Đoạn văn ghi kỳ số liệu ${seen} nhưng kỳ của báo cáo là ${expected}.`,
    remedy: () => 'Sửa hai ngày trong đoạn văn (có thể còn sót từ báo cáo trước).',
  }),
  'citation-form': entry<{ seen: string; reason: string; expected: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Số, ký hiệu hoặc ngày của văn bản viện dẫn viết chưa đúng thể thức (Nghị định số 30/2020/NĐ-CP, Phụ lục I).',
    message: ({ seen, reason, expected }) => `Viện dẫn «${seen}»: ${reason}${expected && `; đúng là «${expected}»`}.`,
    remedy: ({ expected }) => (expected ? `Sửa trong đoạn văn thành «${expected}».` : 'Đối chiếu với bản gốc của văn bản được viện dẫn rồi sửa.'),
  }),
  'citation-conflict': entry<{ seen: string; other: string; where: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Cùng một văn bản được viện dẫn với hai ngày hoặc hai số khác nhau.',
    message: ({ seen, other, where }) => `Văn bản được viện dẫn ở đây là «${seen}», nhưng ở ${where} lại là «${other}».`,
    remedy: () => 'Đối chiếu với bản gốc rồi sửa chỗ sai; nếu là hai văn bản khác nhau, nêu rõ cơ quan ban hành.',
  }),
  'date-form': entry<{ seen: string; expected: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Ngày viết chưa đúng quy tắc số 0: ngày dưới 10 và tháng 1, 2 thêm số 0 ở trước, các tháng khác thì không.',
    message: ({ seen, expected }) => `Ngày «${seen}» cần viết là «${expected}» (thêm số 0 trước ngày dưới 10 và tháng 1, 2).`,
    remedy: ({ expected }) => `Sửa trong đoạn văn thành «${expected}».`,
  }),
  'date-impossible': entry<{ seen: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Đoạn văn ghi một ngày không có trong lịch.',
    message: ({ seen }) => `Ngày «${seen}» không có trong lịch.`,
    remedy: () => 'Đối chiếu rồi sửa ngày, tháng (viết theo thứ tự ngày/tháng/năm).',
  }),
  'date-before-cause': entry<{ event: string; document: string; date: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Một việc được ghi là xảy ra trước ngày của văn bản làm căn cứ cho nó.',
    message: ({ event, document, date }) => `Việc ghi ngày ${event} được nói là theo (hoặc công bố) văn bản số ${document} ngày ${date}, nhưng ngày đó trước ngày của văn bản.`,
    remedy: () => 'Đối chiếu hai ngày với bản gốc rồi sửa ngày ghi sai.',
  }),
  'published-before-extracted': entry<{ published: string; extracted: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Số liệu được ghi là công bố trước ngày kết xuất.',
    message: ({ published, extracted }) => `Số liệu ghi là công bố ngày ${published}, trước ngày kết xuất ${extracted}.`,
    remedy: () => 'Đối chiếu hai ngày với nguồn số liệu rồi sửa ngày ghi sai.',
  }),
  'weekday-wrong': entry<{ date: string; seen: string; expected: string }>({
    severity: 'error',
    outcome: 'refused',
    waivable: true,
    meaning: 'Thứ trong tuần ghi trong câu khác thứ của ngày đó theo lịch.',
    message: ({ date, seen, expected }) => `Câu ghi ${seen} cho ngày ${date.replace(/^ngày /i, '')} nhưng ngày đó là ${expected}.`,
    remedy: () => 'Sửa thứ hoặc sửa ngày.',
  }),
} as const;
