/** Findings of writing DOCX, PDF and XLSX. */
import { entry } from './entry.js';

export const renderEntries = {
  'glyph-missing': entry<{ character: string; context: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Phông chữ của PDF không có một ký tự.',
    message: ({ character, context }) => `Phông chữ không có ký tự ${character} trong «${context}».`,
    remedy: () => 'Thay ký tự này trong dữ liệu hoặc đoạn văn.',
  }),
  'content-lost': entry<{ context: string }>({
    severity: 'error',
    outcome: 'refused',
    meaning: 'Nội dung không nằm trên trang nào sau khi dàn trang (khối cao hơn một trang).',
    message: ({ context }) => `Nội dung «${context}» không xếp được lên trang.`,
    remedy: () => 'Chia nội dung này thành các đoạn hoặc ô ngắn hơn.',
  }),
  'not-expressible': entry<{ what: string; format: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Định dạng tệp không thể hiện được một thành phần của văn bản.',
    message: ({ what, format }) => `${format} không thể hiện được ${what}.`,
    remedy: () => 'Dùng định dạng khác cho phần này.',
  }),
} as const;
