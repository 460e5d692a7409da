/** Findings on form (thể thức) that rest on the agency file: symbol, addressees and recipients, authority to sign, validity of names. */
import { entry } from './entry.js';

export const formEntries = {
  'symbol-form': entry<{ symbol: string; fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Ký hiệu văn bản có khoảng trắng, dấu «&», chữ thường hoặc chữ «CV» (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).',
    message: ({ symbol, fault }) => `Ký hiệu «${symbol}» ${fault}.`,
    remedy: () => 'Sửa mục symbol của tệp cơ quan: các nhóm chữ in hoa nối bằng dấu gạch nối, không khoảng trắng.',
  }),
  'recipients-form': entry<{ fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Phần Kính gửi và Nơi nhận không đủ hoặc không khớp nhau (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9).',
    message: ({ fault }) => `Nơi nhận: ${fault}.`,
    remedy: () => 'Sửa mục recipients của văn bản này trong tệp cơ quan.',
  }),
  'signature-form': entry<{ authority: string; fault: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Quyền hạn ghi ở chỗ ký không theo chế độ của cơ quan (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7).',
    message: ({ authority, fault }) => `Chỗ ký ghi «${authority}»: ${fault}.`,
    remedy: () => 'Sửa mục signers của tệp cơ quan.',
  }),
  'place-form': entry<{ place: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Địa danh viết tắt (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: tên chính thức của đơn vị hành chính).',
    message: ({ place }) => `Địa danh «${place}» viết tắt.`,
    remedy: () => 'Ghi tên chính thức ở mục place của tệp cơ quan.',
  }),
  'validity-ended': entry<{ what: string; name: string; date: string }>({
    severity: 'warning',
    outcome: 'accepted',
    waivable: true,
    meaning: 'Tên cơ quan hoặc người ký trong tệp cơ quan không còn hiệu lực vào ngày cuối kỳ.',
    message: ({ what, name, date }) => `${what} «${name}» không có hiệu lực vào ngày ${date}; văn bản vẫn in tên này.`,
    remedy: () => 'Bổ sung tên hoặc người ký có hiệu lực (from, to) vào tệp cơ quan.',
  }),
  'symbol-unknown': entry<{ document: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Chưa biết đơn vị soạn thảo hoặc lĩnh vực trong ký hiệu của công văn; ký hiệu được để trống (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).',
    message: ({ document }) => `Ký hiệu của «${document}» để trống vì chưa khai báo đơn vị soạn thảo.`,
    remedy: () => 'Ghi draftingUnit cho văn bản này trong tệp cơ quan, ví dụ draftingUnit: TTHC.',
  }),
  'signer-unknown': entry<{ document: string }>({
    severity: 'warning',
    outcome: 'accepted',
    meaning: 'Chưa biết quyền hạn, chức vụ của người ký; phần chữ ký được để trống (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).',
    message: ({ document }) => `Phần chữ ký của «${document}» để trống vì chưa khai báo người ký vào ngày của văn bản.`,
    remedy: () => 'Ghi authority và name ở mục signers trong tệp cơ quan.',
  }),
} as const;
