/** Findings of documents that replace an issued one or put it right. */
import { entry } from './entry.js';

export const remedyEntries = {
  'remedy-needless': entry<{ symbol: string; entry: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Văn bản đã ghi phải khắc phục nhưng nay không còn gì khác bản đã ban hành.',
    message: ({ symbol }) => `Bản lập từ số liệu hiện có không khác gì văn bản đã ban hành số ${symbol}, nên không có gì để thay thế hay đính chính.`,
    remedy: ({ entry: id }) => `Nếu không cần khắc phục nữa, rút mục đã ghi: baocao withdraw ${id} --reason "…" --by "…".`,
  }),
  'errata-of-figures': entry<{ symbol: string; job: string; count: number; figures: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Số liệu của văn bản đã ban hành có thay đổi: sai sót về nội dung, phải thay thế bằng văn bản có hình thức tương đương, không đính chính bằng công văn (Nghị định 30/2020/NĐ-CP, Điều 18, khoản 3).',
    message: ({ symbol, count, figures }) => `Văn bản số ${symbol} có ${count} số liệu khác bản đã ban hành, là sai sót về nội dung nên không đính chính bằng công văn: ${figures}.`,
    remedy: ({ job }) => `Lập văn bản thay thế: baocao remedy ${job} --kind replacement.`,
  }),
} as const;
